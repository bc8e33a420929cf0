# Scenes: the real program on a pseudo-terminal.

SCENE := $(BUILD)/tests/tty/scene
$(SCENE): tests/tty/scene.c tests/tty/terminal.c tests/tty/terminal.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  $<'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ tests/tty/scene.c tests/tty/terminal.c -lvterm

# make scenes SCENES=tests/tty/start.scene plays one.
SCENES ?= $(sort $(wildcard tests/tty/*.scene))
.PHONY: scenes
scenes: $(SCENE) $(BUILD)/depeche
	@$(SCENE) $(BUILD)/depeche $(SCENES)
CHECKS += scenes
