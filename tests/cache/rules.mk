# What is kept between two starts: killed at any moment, the next start is right.

KILLS ?= 12
$(BUILD)/tests/cache/archive: tests/bench/vary.py
	@rm -rf $@ && mkdir -p $(@D) && python3 tests/bench/vary.py seeds $@ 120

.PHONY: kills kills-many
kills: $(BUILD)/depeche $(BUILD)/tests/cache/archive
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) python3 tests/cache/kills.py $(BUILD)/depeche $(BUILD)/tests/cache/archive $(KILLS)
kills-many:
	@$(MAKE) --no-print-directory kills KILLS=200
.PHONY: watch
watch: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) python3 tests/cache/watch.py $(BUILD)/depeche seeds
CHECKS += watch
ifndef SAN
CHECKS += kills
LONG_CHECKS += kills-many
endif
