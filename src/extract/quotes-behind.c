#include "extract/quotes-cue.h"

#define ADDRESSEE_REACH 14

/* The verb that begins at an item behind a quotation: one past it, 0 when there is none. */
static int64_t verb_behind(struct passage *passage, int64_t item, int64_t end)
{
	int64_t i = item;

	if (cue_reflexive(passage, i))
		i++;
	unsigned bits = passage_bits(passage, i);
	if (bits & (SAID_HAVE | SAID_BE)) {
		for (int64_t j = i + 1; j < end && j <= i + AUXILIARY_REACH; j++) {
			unsigned inner = passage_bits(passage, j);
			if (inner & SAID_PAST)
				return bits & SAID_BE && i == item ? 0 : j + 1;
			if (inner & SAID_INFINITIVE) /* "fait remarquer", "a tenu à préciser" */
				return j + 1;
			if (inner & (SAID_SIGN | SAID_QUOTE | SAID_THAT | SAID_WHO) ||
				cue_word(passage, j, "ete"))
				break;
		}
		return 0;
	}
	return bits & SAID_VERB && !(bits & SAID_CAPITAL) ? i + 1 : 0;
}

/* "a déclaré X", "estime à la télévision le ministre X". */
bool cue_inverted(
	struct passage *passage, int64_t item, int64_t end, bool near, struct voice *voice)
{
	int64_t behind = verb_behind(passage, item, end);

	if (behind == 0 || passage_bits(passage, behind) & (SAID_THAT | SAID_QUOTE) ||
		cue_word(passage, behind - 1, "told")) /* whom, not who */
		return false;
	int64_t limit = behind + ADDRESSEE_REACH < end ? behind + ADDRESSEE_REACH : end;
	int64_t start = behind;
	while (start < limit && passage_bits(passage, start) & (SAID_ADVERB | SAID_TIME) &&
		!(passage_bits(passage, start) & SAID_DETERMINER))
		start++;
	start = over_time(passage, start, limit);
	if (passage_bits(passage, start) & SAID_PRONOUN) {
		pronoun_voice(passage, start, voice);
	} else {
		if (passage_bits(passage, start) &
				(SAID_PREPOSITION | SAID_FOR | SAID_CLITIC | SAID_SIGN) &&
			!(passage_bits(passage, start) & SAID_DETERMINER))
			start = !near ? limit : noun_start(passage, start, limit);
		if (start >= limit || !phrase_voice(passage, start, end, voice))
			return false;
		/* "…, Jean, a salué sa réponse" */
		if (!near && !voice->able && voice->clue == SPEAKER_PHRASE)
			return false;
	}
	voice->cue = passage_extent(passage, item, behind - 1);
	return true;
}

/* "X, who lives there, said": one past the second comma, or the item. */
static int64_t over_clause(const struct passage *passage, int64_t item, int64_t end)
{
	if (!passage_sign(passage, item, ','))
		return item;
	for (int64_t i = item + 1; i < end && i <= item + ADDRESSEE_REACH; i++)
		if (passage_sign(passage, i, ','))
			return i + 1;
	return item;
}

/* "X said", "he said": where the language puts the subject first. */
static bool direct_clause(struct passage *passage, int64_t item, int64_t end, struct voice *voice)
{
	int64_t behind = item + 1;

	if (passage->stretch->language != LANGUAGE_EN)
		return false;
	if (passage_bits(passage, item) & SAID_PRONOUN)
		pronoun_voice(passage, item, voice);
	else if (passage_bits(passage, item) & (SAID_CAPITAL | SAID_DETERMINER) &&
		 phrase_voice(passage, item, end, voice))
		behind = over_clause(passage, phrase_end(passage, item, end), end);
	else
		return false;
	while (behind < end && passage_bits(passage, behind) & SAID_ADVERB)
		behind++;
	int64_t verb = verb_behind(passage, behind, end);
	if (verb == 0)
		return false;
	voice->cue = passage_extent(passage, behind, verb - 1);
	return true;
}

/* "…», añadió": where a verb needs no subject. */
static bool bare_clause(struct passage *passage, int64_t item, int64_t end, struct voice *voice)
{
	enum language language = passage->stretch->language;
	int64_t behind = verb_behind(passage, item, end);

	if (behind == 0 || language == LANGUAGE_FR || language == LANGUAGE_EN)
		return false;
	*voice = (struct voice){.clue = SPEAKER_PRONOUN,
		.cue = passage_extent(passage, item, behind - 1),
		.at = item};
	return true;
}

/* "peut-on lire dans le communiqué de X". */
static bool read_in(struct passage *passage, int64_t item, int64_t end, struct voice *voice)
{
	for (int64_t i = item + 1; i < end && i <= item + 5; i++) {
		if (!(passage_bits(passage, i) & SAID_PREPOSITION))
			continue;
		if (!phrase_voice(passage, i + 1, end, voice))
			return false;
		voice->cue = passage_extent(passage, item, item);
		return true;
	}
	return false;
}

bool voice_after(struct passage *passage, int64_t item, struct voice *voice)
{
	int64_t end = cue_end(passage, item), i = item + 1;

	/* "«…», — сказал X" */
	while (i < end && i <= item + 2 && (passage_sign(passage, i, ',') || cue_dash(passage, i)))
		i++;
	while (i < end && passage_bits(passage, i) & SAID_ADVERB)
		i++;
	if (i >= end)
		return false;
	if (passage_bits(passage, i) & SAID_INVERTED) {
		pronoun_voice(passage, i, voice);
		if (voice->none && read_in(passage, i, end, voice))
			return true;
		voice->same = voice->cited = voice->none;
		voice->none = false;
		return true;
	}
	int64_t phrase = cue_according(passage, i);
	if (phrase > 0)
		return cue_source(passage, i, phrase, voice);
	/* "«…» lancé par X", "«…», comme l'a expliqué X" */
	if (i + 1 < end && passage_bits(passage, i) & SAID_PAST &&
		passage_bits(passage, i + 1) & SAID_BY &&
		phrase_voice(passage, i + 2, end, voice)) {
		voice->cue = passage_extent(passage, i, i);
		return true;
	}
	if (cue_word(passage, i, "comme")) {
		i++;
		while (i < end && passage_bits(passage, i) & SAID_CLITIC)
			i++;
	}
	return cue_inverted(passage, i, end, true, voice) ||
	       direct_clause(passage, i, end, voice) || bare_clause(passage, i, end, voice);
}

bool voice_far(struct passage *passage, int64_t item, struct voice *voice)
{
	int64_t end = cue_end(passage, item);
	bool quoted = false;

	for (int64_t i = item + 1; i < end && i <= item + CUE_REACH; i++) {
		int64_t phrase = cue_according(passage, i);
		if (phrase > 0 && cue_source(passage, i, phrase, voice))
			return true;
		quoted = quoted || passage_bits(passage, i) & SAID_QUOTE;
		if (quoted || !passage_sign(passage, i, ','))
			continue;
		if (passage_bits(passage, i + 1) & SAID_INVERTED) {
			pronoun_voice(passage, i + 1, voice);
			voice->same = voice->none;
			voice->none = false;
			return true;
		}
		if (!cue_noun(passage, i + 1) && cue_inverted(passage, i + 1, end, false, voice))
			return true;
	}
	return false;
}

/* "dit-il", "a-t-elle encore ajouté"; not "suffit-il". */
static bool is_turned_verb(struct passage *passage, int64_t item)
{
	struct span folded = passage_folded(passage, item);
	size_t hyphen = span_find(folded, SPAN("-"), 0);

	if (!(passage_bits(passage, item) & SAID_INVERTED) || folded.len == 0)
		return false;
	unsigned verb = said_bits(span_cut(folded, 0, hyphen), passage->stretch->language);
	if (verb & SAID_HAVE)
		for (int64_t i = item + 1; i <= item + 3; i++)
			if (passage_bits(passage, i) & SAID_PAST)
				return true;
	return verb & SAID_VERB;
}

bool voice_inside(struct passage *passage, struct voice *voice)
{
	for (int64_t i = 0; i + 1 < passage->count; i++) {
		if (!passage_sign(passage, i, ','))
			continue;
		if (is_turned_verb(passage, i + 1)) {
			pronoun_voice(passage, i + 1, voice);
			voice->at = INT64_MAX; /* of no use outside */
			if (!voice->none)
				return true;
		}
		if (!cue_noun(passage, i + 1) &&
			cue_inverted(passage, i + 1, cue_end(passage, i), false, voice) &&
			voice->clue == SPEAKER_PHRASE)
			return true;
	}
	return false;
}

bool voice_source(struct passage *passage, uint32_t sentence, struct voice *voice)
{
	int64_t first = passage->sentences[sentence], end = passage->sentences[sentence + 1];

	if (first >= end)
		return false;
	if (cue_according(passage, first))
		return cue_source(passage, first, cue_according(passage, first), voice);
	/* "Dans un communiqué de X, …" */
	if (passage_bits(passage, first) & SAID_PREPOSITION &&
		passage_bits(passage, first + 2) & SAID_DOCUMENT &&
		passage_bits(passage, first + 3) & SAID_OF)
		return phrase_voice(passage, first + 1, end, voice);
	return voice_far(passage, first, voice);
}
