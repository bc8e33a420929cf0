# How common French stems are: `make train-background` counts them anew where the texts are.

BACKGROUND_DATA ?= $(DEPECHE_SHARED)/data/winer-fr

$(BUILD)/tests/train/background: tests/train/background/background.c $(call archives,know) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(call archives,know) $(call libraries,know)

.PHONY: train-background
train: train-background
train-background: $(BUILD)/tests/train/background
	@if [ -d "$(BACKGROUND_DATA)" ]; then \
		find "$(BACKGROUND_DATA)"/2016 "$(BACKGROUND_DATA)"/2017 -name '*[0-9].txt' | LC_ALL=C sort | \
			xargs $< > $<.out && cp $<.out src/know/related-background-data.c; \
	else echo "SKIP train-background: no $(BACKGROUND_DATA)"; fi
