# The weights of the model of web pages (src/article/html-weights.c), from labelled pages.
HTML_SOURCES := $(wildcard tests/train/html/*.c) tests/train/lines/pages.c tests/train/lines/regression.c tests/train/lines/boost.c

$(BUILD)/tests/train/html: $(HTML_SOURCES) $(wildcard tests/train/*/*.h) \
		$(call archives,article) $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -Itests/train/lines $(ALL_LDFLAGS) -o $@ $(HTML_SOURCES) \
		$(call archives,article) $(call libraries,article)

.PHONY: train-html score-html
train: train-html
train-html: $(BUILD)/tests/train/html
	@if [ -d "$(LINES_DATA)" ]; then \
		$< weights "$(LINES_DATA)" $(wildcard $(LINES_MORE)) > $<.out && cp $<.out src/article/html-weights.c; \
	else echo "SKIP train-html: no $(LINES_DATA)"; fi

score-html: $(BUILD)/tests/train/html
	@if [ -d "$(LINES_DATA)" ]; then $< score "$(LINES_DATA)" $(wildcard $(LINES_MORE)); \
	else echo "SKIP score-html: no $(LINES_DATA)"; fi
