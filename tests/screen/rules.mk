# Screens: the state after some keys, drawn on a canvas and compared with a picture.
# make screens UPDATE=1 rewrites the pictures; read the difference.

SCREENS := $(BUILD)/tests/screen/screens
$(SCREENS): $(wildcard tests/screen/*.c tests/screen/*.h) $(call archives,ui) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  TEST  tests/screen'
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.c,$^) $(call archives,ui) \
		$(call libraries,ui)

.PHONY: screens
screens: $(SCREENS)
	@$(TEST_ENV) UPDATE=$(UPDATE) $(TEST_WRAPPER) $(SCREENS) seeds tests/screen
CHECKS += screens
