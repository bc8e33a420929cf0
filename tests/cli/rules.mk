# The command line: exit codes, messages of one line, JSON that keeps its contract; and the
# manual, whose keys are those of the table.

$(BUILD)/tests/cli/keys: tests/cli/keys.c $(call archives,app) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(call archives,app) \
		$(call libraries,app)

.PHONY: cli
cli: $(BUILD)/depeche man
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) $(TEST_WRAPPER) tests/cli/cli.sh

man: $(BUILD)/tests/cli/keys
	@UPDATE=$(UPDATE) tests/cli/keys.sh $<
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning man/*.[15]; \
		else echo "SKIP: mandoc is not installed"; fi

CHECKS += cli
