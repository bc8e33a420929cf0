# An archive that means harm, read by the sanitized program.

.PHONY: hostile valgrind
hostile:
	@$(MAKE) --no-print-directory -s SAN=1 all
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) python3 tests/hostile/hostile.py build-san/depeche
LONG_CHECKS += hostile

# The unit tests, and 200 varied articles read to the end, without a leak or a wrong read.
VALGRIND := valgrind -q --suppressions=tests/hostile/valgrind.supp --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite
valgrind: $(BUILD)/depeche
	@$(MAKE) --no-print-directory unit TEST_WRAPPER='$(VALGRIND)'
	@rm -rf $(BUILD)/tests/varied && python3 tests/bench/vary.py seeds $(BUILD)/tests/varied 200
	@$(TEST_ENV) $(VALGRIND) $(BUILD)/depeche export --format=jsonl $(BUILD)/tests/varied >/dev/null
	@echo "ok   valgrind: unit tests, and 200 articles"
ifndef SAN
LONG_CHECKS += valgrind
endif
