# The weights of lines: `make train-lines` makes them anew where the labelled pages are, and
# `make score-lines` cross-validates the layout on them.

LINES_SOURCES := $(wildcard tests/train/lines/*.c)
LINES_DATA ?= $(DEPECHE_SHARED)/data/pages
# Pages without labels; `make more-lines` labels them, with node, npm and python3 at hand.
LINES_PAGES ?= $(DEPECHE_SHARED)/data/dates
LINES_MORE := $(BUILD)/lines-more

$(BUILD)/tests/train/lines: $(LINES_SOURCES) $(wildcard tests/train/lines/*.h) \
		$(call archives,article) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -Itests/train/lines $(ALL_LDFLAGS) -o $@ $(LINES_SOURCES) \
		$(call archives,article) $(call libraries,article)

.PHONY: train-lines score-lines more-lines
more-lines:
	@mkdir -p $(LINES_MORE).npm && cp tests/train/lines/more.mjs $(LINES_MORE).npm/
	@cd $(LINES_MORE).npm && npm install --silent --no-fund @mozilla/readability@0.6 jsdom@29
	@rm -rf $(LINES_MORE) && node $(LINES_MORE).npm/more.mjs $(LINES_PAGES) $(LINES_MORE)
	@python3 tests/train/lines/more.py $(LINES_DATA) $(LINES_MORE)

train: train-lines
train-lines: $(BUILD)/tests/train/lines
	@if [ -d "$(LINES_DATA)" ]; then \
		$< weights "$(LINES_DATA)" $(wildcard $(LINES_MORE)) > $<.out && cp $<.out src/article/layout-weights.c; \
	else echo "SKIP train-lines: no $(LINES_DATA)"; fi

score-lines: $(BUILD)/tests/train/lines
	@if [ -d "$(LINES_DATA)" ]; then $< score "$(LINES_DATA)" $(wildcard $(LINES_MORE)); \
	else echo "SKIP score-lines: no $(LINES_DATA)"; fi
