# Unit tests that ask more of chance when there is time.

.PHONY: oracle
oracle: $(BUILD)/tests/unit/app/oracle
	@$(TEST_ENV) ORACLE=10000 $< >$<.log 2>&1 || { cat $<.log; exit 1; }
	@echo "ok   10,000 random filters find what SQLite's full text search finds"
LONG_CHECKS += oracle
