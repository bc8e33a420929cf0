# Figures, never a verdict.

N ?= 10000
BENCH := $(BUILD)/bench
$(BUILD)/tests/bench/generate: tests/bench/generate.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $< -lm

.PHONY: bench
bench: $(BUILD)/depeche $(BUILD)/tests/bench/generate $(BUILD)/tests/bench/related $(SCENE)
	@rm -rf $(BENCH) && mkdir -p $(BENCH)
	@$(BUILD)/tests/bench/generate $(BENCH)/generated $(N)
	@python3 tests/bench/vary.py seeds $(BENCH)/varied $(N)
	@$(BUILD)/tests/bench/generate $(BENCH)/day $(N) 1 day
	@$(BUILD)/tests/bench/generate $(BENCH)/copies $(N) 1 copies
	@$(TEST_ENV) tests/bench/bench.sh $(BUILD)/depeche $(SCENE) $(BUILD)/tests/bench/related \
		$(BENCH)

$(BUILD)/tests/bench/floors $(BUILD)/tests/bench/related: \
		$(BUILD)/tests/bench/%: tests/bench/%.c $(call archives,store) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(call archives,store) $(call libraries,store)
