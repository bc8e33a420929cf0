# Fuzz targets check promises, not only crashes.  make check replays their corpora (and the
# bundled archive) without a fuzzer; make check-long fuzzes each for 30 s, make fuzz for 600.

FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,%,$(filter-out tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c)))
FUZZ_SECONDS ?= 600

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c tests/fuzz/articles.h \
		$(call archives,ui) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -Itests/fuzz -o $@ $< tests/fuzz/replay.c \
		$(call archives,ui) $(call libraries,ui)

.PHONY: fuzz-replay
fuzz-replay: $(addprefix $(BUILD)/tests/fuzz/,$(FUZZ_TARGETS))
	@for t in $(FUZZ_TARGETS); do \
		$(TEST_ENV) $(BUILD)/tests/fuzz/$$t seeds $$(ls -d tests/fuzz/corpus/$$t 2>/dev/null) || \
			{ echo "fuzz-replay: $$t failed" >&2; exit 1; }; done
CHECKS += fuzz-replay

# The fuzzer's own build of everything, by clang with libFuzzer.
FUZZ_FLAGS := -O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all \
	-DARENA_PIECEWISE
build-fuzz/%: tests/fuzz/%.c FORCE
	@$(MAKE) --no-print-directory -s BUILD=build-fuzz CC=$(CLANG) CFLAGS='$(FUZZ_FLAGS)' \
		$(foreach f,$(FLOORS),build-fuzz/lib/$(f).a)
	@$(CLANG) $(TEST_CFLAGS) -O1 -g -fsanitize=address,undefined,fuzzer -fno-sanitize-recover=all \
		-Itests/fuzz -o $@ $< $(foreach f,$(UPTO_ui),build-fuzz/lib/$(f).a) $(call libraries,ui)

.PHONY: fuzz fuzz-short
fuzz: $(addprefix build-fuzz/,$(FUZZ_TARGETS))
	@for t in $(FUZZ_TARGETS); do \
		mkdir -p build-fuzz/corpus/$$t && \
		build-fuzz/$$t -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
			-artifact_prefix=build-fuzz/$$t- build-fuzz/corpus/$$t seeds \
			$$(ls -d tests/fuzz/corpus/$$t 2>/dev/null) >build-fuzz/$$t.log 2>&1 || \
			{ tail -n 30 build-fuzz/$$t.log >&2; echo "fuzz: $$t: a finding" >&2; exit 1; }; \
		echo "ok   fuzz $$t: $$(sed -n 's/^stat::number_of_executed_units: *//p' build-fuzz/$$t.log) executions"; \
	done
fuzz-short:
	@$(MAKE) --no-print-directory fuzz FUZZ_SECONDS=30
LONG_CHECKS += fuzz-short
