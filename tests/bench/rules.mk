# Figures, never a verdict: one row for each goal of speed and size, beside yardsticks and the
# peers that are installed.
#   make bench N=10000 [BENCH_JSONL=1] [REPEAT=3] [GOALS="1 5 12"] [BENCH=FOLDER]

N ?= 10000
BENCH ?= $(BUILD)/bench
BENCH_TOOLS := $(BUILD)/tests/bench

$(BENCH_TOOLS)/generate: tests/bench/generate.c tests/bench/prose.c
$(BENCH_TOOLS)/yardstick: tests/bench/yardstick.c tests/bench/texts.c
$(BENCH_TOOLS)/fulltext: tests/bench/fulltext.c tests/bench/prose.c tests/bench/texts.c
$(BENCH_TOOLS)/minimal: tests/bench/minimal.c
$(BENCH_TOOLS)/keys: tests/bench/keys.c tests/tty/terminal.c tests/tty/terminal.h
$(BENCH_TOOLS)/floors: tests/bench/floors.c $(call archives,store)
$(BENCH_TOOLS)/related: tests/bench/related.c $(call archives,store)
$(BENCH_TOOLS)/arrive: tests/bench/arrive.c $(call archives,store)
BENCH_PROGRAMS := $(addprefix $(BENCH_TOOLS)/,generate yardstick fulltext minimal keys floors related arrive)
$(BENCH_PROGRAMS): tests/bench/prose.h tests/bench/texts.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $(firstword $(filter %.c,$^))'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.c,$^) $(filter %.a,$^) \
		$(call libraries,store) -lvterm -lsqlite3 -lncursesw -lpthread -lm

.PHONY: bench
bench: $(BUILD)/depeche $(BENCH_PROGRAMS)
	@$(TEST_ENV) python3 -B tests/bench/bench.py --tools $(BENCH_TOOLS) --folder $(BENCH) \
		--articles $(N) $(if $(BENCH_JSONL),--lines) \
		$(if $(REPEAT),--repeat $(REPEAT)) $(if $(GOALS),--goals '$(GOALS)')
