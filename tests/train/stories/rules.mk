# The weights of stories: `make train-stories` makes them anew where the articles and their events
# are, and `make score-stories` scores each year by the weights of the other.

STORIES_SOURCES := $(wildcard tests/train/stories/*.c) tests/train/lines/regression.c
STORIES_DATA ?= $(DEPECHE_SHARED)/data/winer-fr
STORIES_GOLD ?= $(DEPECHE_SHARED)/gold/events.json

$(BUILD)/tests/train/stories: $(STORIES_SOURCES) $(wildcard tests/train/stories/*.h) \
		$(call archives,store) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -Itests/train/stories -Itests/train/lines $(ALL_LDFLAGS) -o $@ \
		$(STORIES_SOURCES) $(call archives,store) $(call libraries,store)

.PHONY: train-stories score-stories
train: train-stories
train-stories: $(BUILD)/tests/train/stories
	@if [ -f "$(STORIES_GOLD)" ]; then \
		$< weights "$(STORIES_DATA)" "$(STORIES_GOLD)" > $<.out && \
			cp $<.out src/know/stories-weights.c; \
	else echo "SKIP train-stories: no $(STORIES_GOLD)"; fi
