# make train-gazetteer: the tables of src/extract/gazetteer-*-data.c and of
# src/know/people-given-data.c anew.  NAMES_FOLDER holds the unpacked npm packages that
# given-names.mjs and places.mjs name; it takes node.
GAZETTEER := tests/train/gazetteer

$(BUILD)/tests/train/gazetteer/compile: $(GAZETTEER)/compile.c $(call archives,text) $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(call archives,text) $(call libraries,text)

.PHONY: train-gazetteer
train-gazetteer: $(BUILD)/tests/train/gazetteer/compile
	@test -d "$(NAMES_FOLDER)" || { echo "train-gazetteer: give NAMES_FOLDER" >&2; exit 2; }
	node $(GAZETTEER)/given-names.mjs $(NAMES_FOLDER) >$(<D)/given.tsv
	node $(GAZETTEER)/places.mjs $(NAMES_FOLDER) >$(<D)/places.tsv
	$< given $(GAZETTEER)/words.txt $(<D)/given.tsv >$(<D)/given.c
	$< words $(GAZETTEER)/words.txt $(<D)/places.tsv >$(<D)/words.c
	$< equals $(GAZETTEER)/equal-names.txt >$(<D)/equals.c
	cp $(<D)/given.c src/extract/gazetteer-given-data.c
	cp $(<D)/words.c src/extract/gazetteer-word-data.c
	cp $(<D)/equals.c src/know/people-given-data.c
