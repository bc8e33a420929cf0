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

# What `depeche export` would say of a year by weights and background frequencies that saw only the
# other, given to the scorer of events.
score-stories: $(BUILD)/tests/train/stories
	@if [ -f "$(STORIES_GOLD)" ] && [ -d "$(DEPECHE_SHARED)/eval" ]; then \
		$< folds "$(STORIES_DATA)" "$(STORIES_GOLD)" $<.jsonl && \
		printf '#!/bin/sh\ncat "%s"\n' "$(abspath $<.jsonl)" >$<.export && \
		chmod +x $<.export && \
		"$(DEPECHE_SHARED)/eval/score-events" --program "$(abspath $<.export)" \
			--floor pairs.f=.83 --floor groups.f=.975 "$(STORIES_DATA)"; \
	else echo "SKIP score-stories: no $(STORIES_GOLD)"; fi
LONG_CHECKS += score-stories
