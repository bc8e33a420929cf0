# Scenes: the real program on a pseudo-terminal.

# libvterm keeps some memory; leaks are looked for in the program, whose world is its own.
HARNESS_ENV := ASAN_OPTIONS=detect_leaks=0

SCENE := $(BUILD)/tests/tty/scene
SCENE_SOURCES := $(wildcard tests/tty/scene*.c) tests/tty/terminal.c
$(SCENE): $(SCENE_SOURCES) tests/tty/scene.h tests/tty/terminal.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $(SCENE_SOURCES) -lvterm

# make scenes SCENES=tests/tty/start.scene plays one.
SCENES ?= $(sort $(wildcard tests/tty/*.scene))
PRESSED := $(BUILD)/tests/tty/pressed
$(PRESSED): tests/tty/pressed.c $(call archives,app) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(call archives,app) \
		$(call libraries,app)

# All together press every key that there is, and one of them has a part for each of the ten rules.
.PHONY: scenes
scenes: $(SCENE) $(PRESSED) $(BUILD)/depeche
	@$(HARNESS_ENV) $(SCENE) -k $(PRESSED).keys $(BUILD)/depeche $(SCENES)
ifeq ($(origin SCENES),file)
	@$(PRESSED) $(PRESSED).keys
	@for rule in 1 2 3 4 5 6 7 8 9 10; do \
		grep -q "^# $$rule\. " tests/tty/rules.scene || \
			{ echo "FAIL no scene of rule $$rule" >&2; exit 1; }; done
endif
CHECKS += scenes

# The same under limits of the system.
.PHONY: screen-faults
screen-faults: $(SCENE) $(BUILD)/depeche
	@$(HARNESS_ENV) tests/tty/faults.sh $(SCENE) $(BUILD)/depeche
CHECKS += screen-faults

MONKEY := $(BUILD)/tests/tty/monkey
$(MONKEY): tests/tty/monkey.c tests/tty/terminal.c tests/tty/terminal.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ tests/tty/monkey.c tests/tty/terminal.c -lvterm

# A short walk in make check, a long one on the sanitized program in make check-long.
MONKEY_KEYS ?= 2000
.PHONY: monkey monkey-long
monkey: $(MONKEY) $(BUILD)/depeche
	@$(HARNESS_ENV) $(MONKEY) $(BUILD)/depeche $(MONKEY_KEYS) 1 seeds
CHECKS += monkey
monkey-long:
	@$(MAKE) --no-print-directory -s SAN=1 scenes SCENES='$(wildcard tests/tty/long/*.scene)'
	@$(MAKE) --no-print-directory -s SAN=1 monkey MONKEY_KEYS=30000
LONG_CHECKS += monkey-long
