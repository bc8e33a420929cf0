#include "extract/quotes-cue.h"

/* The sentence of an item, or the last one behind the passage's end. */
static uint32_t sentence_of(const struct passage *passage, int64_t item)
{
	return passage->items[item < passage->count ? item : passage->count - 1].sentence;
}

int64_t cue_first(const struct passage *passage, int64_t item)
{
	return passage->sentences[sentence_of(passage, item)];
}

int64_t cue_end(const struct passage *passage, int64_t item)
{
	return passage->sentences[sentence_of(passage, item) + 1];
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
	if (far & SAID_THAT || cue_word(passage, item - 2, "comme")) /* "comme l'explique X" */
		return passage_bits(passage, item + 1) & SAID_OF;
	return !(far & (SAID_PRONOUN | SAID_CAPITAL | SAID_WHO | SAID_CLITIC));
}

bool cue_dash(const struct passage *passage, int64_t item)
{
	if (item < 0 || item >= passage->count || passage->items[item].bits & SAID_QUOTE)
		return false;
	const struct word *word = &passage->stretch->tokens.at[passage->items[item].token].word;
	struct span bytes = span_cut(passage->stretch->text, word->start, word->end);

	return span_is(bytes, "—") || span_is(bytes, "–") || span_is(bytes, "-");
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
	else if (cue_word(passage, phrase, "ce") && passage_bits(passage, phrase + 1) & SAID_THAT)
		return cue_inverted(passage, phrase + 2, end, true, voice);
	else if (!phrase_voice(passage, phrase, end, voice))
		return false;
	voice->cue = passage_extent(passage, cue, cue);
	return true;
}

int64_t cue_clause(struct passage *passage, int64_t item, int64_t first)
{
	int64_t i = item;

	while (i > first && i > item - CUE_REACH) {
		unsigned bits = passage_bits(passage, i - 1);
		if (passage_sign(passage, i - 1, ')')) {
			int64_t back = i - 2;
			while (back > first && back > i - 10 && !passage_sign(passage, back, '('))
				back--;
			i = back;
			continue;
		}
		if (bits & (SAID_QUOTE | SAID_THAT | SAID_WHO) ||
			(bits & SAID_JOINT && !(passage_bits(passage, i) & SAID_CAPITAL)))
			break;
		if (bits & SAID_SIGN && !passage_sign(passage, i - 1, '+'))
			break;
		i--;
	}
	return i;
}

bool voice_beside(struct passage *passage, int64_t item, struct voice *voice)
{
	int64_t first = cue_first(passage, item);
	int64_t start = cue_clause(passage, item, first);

	if (start < item && passage_bits(passage, item - 1) & SAID_CLITIC &&
		subject_voice(passage, start, item, voice) && voice->clue == SPEAKER_PHRASE) {
		voice->clue = SPEAKER_BESIDE; /* "X s' « indigne de tout »" */
		return true;
	}
	if (start < item && passage_bits(passage, start) & (SAID_DETERMINER | SAID_CAPITAL) &&
		phrase_end(passage, start, item) == item &&
		phrase_voice(passage, start, item, voice)) {
		voice->clue = SPEAKER_BESIDE;
		return true;
	}
	if (!subject_voice(passage, first, item, voice) || voice->clue != SPEAKER_PHRASE)
		return false;
	voice->clue = SPEAKER_BESIDE;
	return true;
}
