# Building and running what lies under tests/.  Each kind of test that needs more than this has
# a rules.mk of its own; it adds its targets to CHECKS (quick) or LONG_CHECKS.

TEST_CFLAGS = $(ALL_CFLAGS) -Itests
# A test that hangs has failed: it is ended after this many seconds; 0 is never.
TEST_PATIENCE = 900
TIMEOUT := $(shell command -v timeout)
PATIENCE = $(if $(TIMEOUT),$(TIMEOUT) -k 10 $(TEST_PATIENCE))
kills-many walk-long oracle: TEST_PATIENCE = 3000
bench hostile: TEST_PATIENCE = 0
# The world that tests run in; a home of their own, so that nobody's marks are touched.
TEST_HOME = $(BUILD)/tests/home
TEST_ENV = $(PATIENCE) env -i PATH="$$PATH" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm-256color HOME="$(abspath $(TEST_HOME))" \
	DEPECHE_SHARED="$(DEPECHE_SHARED)" DEPECHE="$(abspath $(BUILD)/depeche)"
CHECKS := unit
LONG_CHECKS :=

# --- unit tests: a program each, which links only its own floor and those below -------------

UNIT_PROGRAMS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*/*.c))

define unit_rules
$$(BUILD)/tests/unit/$(1)/%: tests/unit/$(1)/%.c $$(call archives,$(1)) $$(BUILD)/flags
	@mkdir -p $$(@D)
	$$(SAY) '  TEST  $$<'
	$$(Q)$$(CC) $$(TEST_CFLAGS) -MMD -MP $$(ALL_LDFLAGS) -o $$@ $$< $$(call archives,$(1)) \
		$$(call libraries,$(1)) -lcmocka
.PHONY: unit-$(1)
unit-$(1): $$(filter $$(BUILD)/tests/unit/$(1)/%,$$(UNIT_PROGRAMS))
	@mkdir -p $$(TEST_HOME)
	@for t in $$^; do \
		$$(TEST_ENV) $$(TEST_WRAPPER) $$$$t >$$$$t.log 2>&1 || { cat $$$$t.log; exit 1; }; done
	@echo "ok   unit tests of floor $(1): $$$$(cat $$(addsuffix .log,$$^) | grep -c '\[       OK')"
endef
$(foreach f,$(FLOORS),$(eval $(call unit_rules,$(f))))

.PHONY: unit
unit: $(foreach f,$(FLOORS),unit-$(f))

# The ground floor once more with every allocation a block of its own, so that growth paths run.
.PHONY: unit-tiny
unit-tiny:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/tiny CFLAGS='$(CFLAGS) -DARENA_PIECEWISE' unit-base
CHECKS += unit-tiny

# What looks at sources, or at what is made of them, has nothing for sanitizers to see.
ifndef SAN
CHECKS += lint
endif

-include $(wildcard tests/*/rules.mk)

# --- what make check and make check-long call ---------------------------------------------

check-now: all $(CHECKS)
ifndef SAN
	@$(MAKE) --no-print-directory SAN=1 check-now
	@echo "All tests passed."
endif

check-long-now: all $(LONG_CHECKS)
	@echo "All long tests passed."

lint: $(foreach f,$(FLOORS),$(BUILD)/lib/$(f).a)
	@tests/lint/lint.sh
	@tests/lint/lint.sh --objects $(BUILD)
	@tests/lint/fixtures.sh
	@echo "lint: every lock holds"

cover:
	@$(MAKE) --no-print-directory BUILD=build-cover CFLAGS='-O0 -g --coverage' unit
	@cd build-cover && find obj -name '*.gcda' -exec gcov -n {} + 2>/dev/null | \
		awk '/^File .src/ { f = $$2 } /^Lines executed/ && f { print f, $$2, $$4; f = "" }' | sort
