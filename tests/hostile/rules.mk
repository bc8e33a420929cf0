# An archive that means harm, read by the sanitized program; and many files of many kinds of harm.

# FILES of them are made and read; the sanitized program reads a part of them, six times slower.
# A hang is told by the computing that a file takes; machines differ, and the goal is SLOWNESS=1.
FILES ?= 1000
SLOWNESS ?= 5
.PHONY: hostile valgrind
hostile: $(BUILD)/depeche
	@$(MAKE) --no-print-directory -s SAN=1 all
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) python3 tests/hostile/hostile.py build-san/depeche
	@$(TEST_ENV) python3 tests/hostile/many.py $(BUILD)/depeche $(FILES) $(SLOWNESS)
	@$(TEST_ENV) python3 tests/hostile/many.py build-san/depeche $$(($(FILES) / 5)) $$(($(SLOWNESS) * 6))
LONG_CHECKS += hostile

# The unit tests, and 200 varied articles read to the end, without a leak or a wrong read.
# It takes calls of the system over, so it cannot live in the jail.
VALGRIND := env DEPECHE_JAIL=off valgrind -q --suppressions=tests/hostile/valgrind.supp --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite
valgrind: $(BUILD)/depeche
	@$(MAKE) --no-print-directory unit TEST_WRAPPER='$(VALGRIND)'
	@rm -rf $(BUILD)/tests/varied && python3 tests/bench/vary.py seeds $(BUILD)/tests/varied 200
	@$(TEST_ENV) $(VALGRIND) $(BUILD)/depeche export --format=jsonl $(BUILD)/tests/varied >/dev/null
	@echo "ok   valgrind: unit tests, and 200 articles"
ifndef SAN
LONG_CHECKS += valgrind
endif
