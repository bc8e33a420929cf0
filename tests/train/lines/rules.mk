# The weights of lines: `make train-lines` makes them anew where the labelled pages are, and
# `make score-lines` cross-validates the layout on them.

LINES_SOURCES := $(wildcard tests/train/lines/*.c)
LINES_DATA ?= $(DEPECHE_SHARED)/data/pages

$(BUILD)/tests/train/lines: $(LINES_SOURCES) $(wildcard tests/train/lines/*.h) \
		$(call archives,article) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -Itests/train/lines $(ALL_LDFLAGS) -o $@ $(LINES_SOURCES) \
		$(call archives,article) $(call libraries,article)

.PHONY: train-lines score-lines
train: train-lines
train-lines: $(BUILD)/tests/train/lines
	@if [ -d "$(LINES_DATA)" ]; then \
		$< weights "$(LINES_DATA)" > $<.out && cp $<.out src/article/layout-weights.c; \
	else echo "SKIP train-lines: no $(LINES_DATA)"; fi

score-lines: $(BUILD)/tests/train/lines
	@if [ -d "$(LINES_DATA)" ]; then $< score "$(LINES_DATA)"; \
	else echo "SKIP score-lines: no $(LINES_DATA)"; fi
