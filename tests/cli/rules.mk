# The command line: exit codes, messages of one line, JSON that keeps its contract; and the
# manual, whose keys and operators are those of the tables.

$(BUILD)/tests/cli/%: tests/cli/%.c $(call archives,app) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(call archives,app) \
		$(call libraries,app)

.PHONY: cli
cli: $(BUILD)/depeche man
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) $(TEST_WRAPPER) tests/cli/cli.sh

man: $(BUILD)/tests/cli/keys $(BUILD)/tests/cli/operators
	@UPDATE=$(UPDATE) tests/cli/keys.sh $<
	@UPDATE=$(UPDATE) tests/cli/keys.sh $< man/depeche-keys.7 actions
	@UPDATE=$(UPDATE) tests/cli/keys.sh $< man/depeche-keys.7 commands
	@UPDATE=$(UPDATE) tests/cli/keys.sh $< man/depeche-config.5 settings
	@UPDATE=$(UPDATE) tests/cli/keys.sh $(BUILD)/tests/cli/operators man/depeche-query.7 operators
	@tests/cli/environment.sh
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning man/*.[157]; \
		else echo "SKIP: mandoc is not installed"; fi

.PHONY: completions-check
completions-check: completions
	@tests/cli/completions.sh $(BUILD)/completions

.PHONY: faults
faults: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) $(TEST_WRAPPER) tests/cli/faults.sh

.PHONY: formats
formats: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) $(TEST_WRAPPER) tests/cli/formats.sh

.PHONY: starts
starts: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) tests/cli/starts.sh

CHECKS += cli faults formats starts
ifndef SAN
CHECKS += completions-check
endif

# What the running program has given up, seen from outside.
.PHONY: jail
jail: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) $(TEST_WRAPPER) tests/cli/jail.sh

CHECKS += jail
