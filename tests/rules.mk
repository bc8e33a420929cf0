# Building and running what lies under tests/.

UNIT_SOURCES := $(wildcard tests/unit/*/*.c)
UNIT_PROGRAMS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(UNIT_SOURCES))
TEST_CFLAGS = $(ALL_CFLAGS) -Itests

# A unit test links only its own floor and those below.
define unit_rules
$$(BUILD)/tests/unit/$(1)/%: tests/unit/$(1)/%.c $$(call archives,$(1)) $$(BUILD)/flags
	@mkdir -p $$(@D)
	$$(CC) $$(TEST_CFLAGS) -MMD -MP $$(ALL_LDFLAGS) -o $$@ $$< $$(call archives,$(1)) \
		$$(call libraries,$(1)) -lcmocka
.PHONY: unit-$(1)
unit-$(1): $$(filter $$(BUILD)/tests/unit/$(1)/%,$$(UNIT_PROGRAMS))
	@for t in $$^; do $$$$t || exit 1; done
endef
$(foreach f,$(FLOORS),$(eval $(call unit_rules,$(f))))

.PHONY: unit
unit: $(foreach f,$(FLOORS),unit-$(f))

check-now: lint unit all

check-long-now: all

lint:
bench:
fuzz:
cover:
man:
train:
