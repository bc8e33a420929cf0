# A random walk through the app, drawn at each step, without a terminal: many more steps than the
# monkey of tests/tty can take, and what must always hold is looked at after each.

WALK := $(BUILD)/tests/walk/walk
$(WALK): tests/walk/walk.c $(call archives,ui) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(call archives,ui) \
		$(call libraries,ui)

WALK_STEPS ?= 3000
.PHONY: walk walk-long
walk: $(WALK)
	@mkdir -p $(TEST_HOME) && rm -rf $(TEST_HOME)/walk
	@$(TEST_ENV) $(TEST_WRAPPER) $(WALK) $(WALK_STEPS) 1 $(TEST_HOME)/walk seeds tests/tty/links
CHECKS += walk
walk-long:
	@$(MAKE) --no-print-directory -s SAN=1 walk WALK_STEPS=100000
LONG_CHECKS += walk-long
