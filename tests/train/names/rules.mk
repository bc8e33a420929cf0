# The weights of the tagger of names: `make train-names` makes them anew where the annotated
# articles are.

NAMES_SOURCES := $(wildcard tests/train/names/*.c)
NAMES_DATA ?= $(DEPECHE_SHARED)/data/winer-fr

$(BUILD)/tests/train/names: $(NAMES_SOURCES) $(wildcard tests/train/names/*.h) \
		$(call archives,know) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -Itests/train/names $(ALL_LDFLAGS) -o $@ $(NAMES_SOURCES) \
		$(call archives,know) $(call libraries,know)

.PHONY: train-names
train: train-names
train-names: $(BUILD)/tests/train/names
	@if [ -d "$(NAMES_DATA)" ]; then \
		$< weights "$(NAMES_DATA)" $<.bin && cp $<.bin src/extract/tagger-weights.bin; \
	else echo "SKIP train-names: no $(NAMES_DATA)"; fi

# Five-fold cross-validation: what `depeche export` would say of articles that the weights did not
# see, given to the scorer of names.
.PHONY: score-tagger
score-tagger: $(BUILD)/tests/train/names
	@if [ -d "$(NAMES_DATA)" ] && [ -d "$(DEPECHE_SHARED)/eval" ]; then \
		$< folds "$(NAMES_DATA)" $<.jsonl && \
		printf '#!/bin/sh\ncat "%s"\n' "$(abspath $<.jsonl)" >$<.export && \
		chmod +x $<.export && \
		"$(DEPECHE_SHARED)/eval/score-names" --program "$(abspath $<.export)" \
			"$(NAMES_DATA)" && \
		"$(DEPECHE_SHARED)/eval/score-names" --program "$(abspath $<.export)" \
			--floor span.f=.93 --floor distinct.f=.93 "$(NAMES_DATA)/2017"; \
	else echo "SKIP score-tagger: no $(NAMES_DATA)"; fi
LONG_CHECKS += score-tagger
