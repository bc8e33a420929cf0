#include "extract/quotes-cue.h"

int64_t cue_first(const struct passage *passage, int64_t item)
{
	return passage->sentences[passage->items[item].sentence];
}

int64_t cue_end(const struct passage *passage, int64_t item)
{
	return passage->sentences[passage->items[item].sentence + 1];
}

bool cue_word(struct passage *passage, int64_t item, const char *folded)
{
	return span_is(passage_folded(passage, item), folded);
}

int64_t cue_according(struct passage *passage, int64_t item)
{
	unsigned bits = passage_bits(passage, item);

	if (bits & SAID_ACCORDING)
		return item + 1 + cue_word(passage, item + 1, "to");
	if (cue_word(passage, item, "d'") && cue_word(passage, item + 1, "apres"))
		return item + 2;
	return 0;
}

bool cue_noun(struct passage *passage, int64_t item)
{
	unsigned before = passage_bits(passage, item - 1), far = passage_bits(passage, item - 2);

	if (!(before & (SAID_DETERMINER | SAID_OF | SAID_PREPOSITION)) ||
		!(passage_bits(passage, item) & SAID_VERB))
		return false;
	if (!(before & SAID_CLITIC))
		return true;
	if (before & SAID_PREPOSITION) /* "en somme", "il en conclut" */
		return far & (SAID_SIGN | SAID_QUOTE);
	return !(far & (SAID_PRONOUN | SAID_CAPITAL | SAID_WHO | SAID_CLITIC));
}

bool cue_reflexive(struct passage *passage, int64_t item)
{
	struct span folded = passage_folded(passage, item);

	return span_is(folded, "s'") || span_is(folded, "se");
}

bool cue_source(struct passage *passage, int64_t cue, int64_t phrase, struct voice *voice)
{
	int64_t end = cue_end(passage, cue);

	if (phrase >= end)
		return false;
	if (passage_bits(passage, phrase) & SAID_STRESSED)
		pronoun_voice(passage, phrase, voice);
	else if (passage_bits(passage, phrase) & SAID_QUOTE) /* "selon « Quotidien »" */
		*voice = (struct voice){.clue = SPEAKER_PHRASE,
			.phrase = passage->quotes[passage->items[phrase].quote].at,
			.at = phrase};
	else if (!phrase_voice(passage, phrase, end, voice))
		return false;
	voice->cue = passage_extent(passage, cue, cue);
	return true;
}
