#include "extract/quotes-cue.h"
#include "extract/quotes-who.h"

#define PHRASE_ITEMS 24
#define BRACKET_ITEMS 8

static bool is_word(unsigned bits)
{
	return !(bits & (SAID_SIGN | SAID_QUOTE));
}

/* "au", "aux", "à": also inside the names of functions. */
static bool is_inner(struct passage *passage, int64_t item)
{
	struct span folded = passage_folded(passage, item);

	return span_is(folded, "a") || span_is(folded, "au") || span_is(folded, "aux") ||
	       (span_is(folded, "en") && span_is(passage_folded(passage, item + 1), "chef"));
}

/* One past the bracket that closes, or the item itself. */
static int64_t over_brackets(const struct passage *passage, int64_t item, int64_t end)
{
	for (int64_t i = item + 1; i < end && i <= item + BRACKET_ITEMS; i++)
		if (passage_sign(passage, i, ')'))
			return i + 1;
	return item;
}

/* "le secrétaire général, Ban Ki-moon": the name behind the comma; one past it, or the comma. */
static int64_t over_apposition(struct passage *passage, int64_t comma, int64_t end)
{
	int64_t i = comma + 1;

	while (i < end && i <= comma + 6 &&
		(passage_bits(passage, i) & SAID_CAPITAL ||
			(i > comma + 1 && passage_bits(passage, i) & SAID_OF)))
		i++;
	return i;
}

static bool is_document(struct passage *passage, int64_t first)
{
	return (passage_bits(passage, first) | passage_bits(passage, first + 1)) & SAID_DOCUMENT;
}

/* "Le Canard enchaîné": what looks like a participle behind an article and one word. */
static bool is_short_name(struct passage *passage, int64_t first, int64_t item)
{
	return item == first + 2 && passage_bits(passage, first) & SAID_DETERMINER &&
	       passage_bits(passage, first) & SAID_CAPITAL;
}

/* Whether a phrase of at least one item can go on with the item. */
static bool goes_on(struct passage *passage, int64_t first, int64_t item, bool named)
{
	unsigned bits = passage_bits(passage, item), before = passage_bits(passage, item - 1);
	unsigned after = passage_bits(passage, item + 1);

	if (bits & SAID_CAPITAL)
		return true;
	if (bits & SAID_OF)
		return true;
	if (bits & SAID_DETERMINER)
		return before & (SAID_OF | SAID_PREPOSITION | SAID_JOINT | SAID_DETERMINER);
	if (bits & SAID_JOINT)
		return after & SAID_OF || (after & SAID_CAPITAL && before & SAID_CAPITAL);
	if (bits & SAID_PREPOSITION)
		return is_inner(passage, item) && is_word(after) && !named;
	if (bits & SAID_ADVERB && before & (SAID_OF | SAID_DETERMINER))
		return true;                /* "le gouvernement" */
	if (cue_word(passage, item, "non")) /* "l'organisation non gouvernementale" */
		return is_word(after) && !named;
	if (bits & SAID_ADVERB) /* "le chef du parti cependant, X, …" */
		return !named && passage_sign(passage, item + 1, ',') &&
		       passage_bits(passage, item + 2) & SAID_CAPITAL;
	if (bits & SAID_TIME)
		return before & (SAID_OF | SAID_DETERMINER);
	if (bits & SAID_BY || (bits & SAID_PAST && after & SAID_BY))
		return is_document(passage, first); /* "les précisions apportées par X" */
	if (bits & (SAID_VERB | SAID_PAST))
		return before & (SAID_DETERMINER | SAID_OF)
			       ? item == first + 1
			       : before & SAID_CAPITAL && !(bits & SAID_VERB) &&
					 (after & (SAID_VERB | SAID_HAVE) ||
						 is_short_name(passage, first, item));
	return !(bits & (SAID_PRESENT | SAID_INFINITIVE | SAID_INVERTED | SAID_HAVE | SAID_BE |
				SAID_PRONOUN | SAID_STRESSED | SAID_THAT | SAID_WHO |
				SAID_ACCORDING | SAID_FOR | SAID_BY | SAID_CLITIC));
}

/* The item after a sign inside a phrase, or the sign itself where it ends the phrase. */
static int64_t over_sign(struct passage *passage, int64_t item, int64_t end, bool named)
{
	if (passage_sign(passage, item, '('))
		return over_brackets(passage, item, end);
	if (passage_sign(passage, item, ',') && !named) {
		int64_t behind = over_apposition(passage, item, end);
		return behind > item + 1 ? behind : item;
	}
	if (passage_sign(passage, item, '+') ||
		(passage_sign(passage, item, '!') && item + 1 < end))
		return item + 1;
	return item;
}

/* Small words that end no phrase. */
static bool is_loose(struct passage *passage, int64_t item)
{
	unsigned bits = passage_bits(passage, item), before = passage_bits(passage, item - 1);

	if (bits & SAID_ADVERB && before & (SAID_DETERMINER | SAID_OF))
		return false; /* "le gouvernement" */
	if (bits & SAID_DETERMINER)
		return true;
	return bits & (SAID_OF | SAID_JOINT | SAID_PREPOSITION | SAID_ADVERB) &&
	       !(bits & SAID_CAPITAL);
}

int64_t phrase_end(struct passage *passage, int64_t first, int64_t end)
{
	int64_t i = first;
	bool named = false; /* a name that is no complement stands in it */
	bool complement = false;

	while (i < end && i < first + PHRASE_ITEMS) {
		unsigned bits = passage_bits(passage, i);
		int64_t next = i + 1;
		if (bits & SAID_QUOTE)
			break;
		if (bits & SAID_SIGN)
			next = i > first ? over_sign(passage, i, end, named) : i;
		else if (i > first && !goes_on(passage, first, i, named))
			break;
		if (next == i)
			break;
		/* A complement is one up to the end of its capitals: "de Boko Haram". */
		if (bits & (SAID_OF | SAID_PREPOSITION))
			complement = true;
		else if (!(bits & (SAID_CAPITAL | SAID_DETERMINER)))
			complement = false;
		if (bits & SAID_CAPITAL && !(bits & SAID_DETERMINER) && (i == first || !complement))
			named = true;
		i = next;
	}
	while (i > first && is_loose(passage, i - 1))
		i--;
	return i;
}

/* "Ce dernier" as a voice. */
static bool last_voice(struct passage *passage, int64_t item, struct voice *voice)
{
	enum gender gender;
	bool plural;
	int64_t end = who_last(passage, item, &gender, &plural);

	if (end == item)
		return false;
	*voice = (struct voice){.clue = SPEAKER_PRONOUN,
		.cue = passage_extent(passage, item, end - 1),
		.at = item,
		.gender = gender,
		.plural = plural,
		.last = true};
	return true;
}

/* The gazetteer's lists of a phrase's first name; a bare name may be a surname. */
static unsigned first_lists(struct passage *passage, int64_t first, int64_t end)
{
	for (int64_t i = first; i < end; i++) {
		unsigned bits = passage_bits(passage, i);
		if (bits & SAID_CAPITAL && !(bits & SAID_DETERMINER))
			return !(passage_bits(passage, i + 1) & SAID_CAPITAL)
				       ? 0
				       : stretch_lists(passage->stretch, passage->items[i].token);
		if (bits & (SAID_OF | SAID_SIGN | SAID_QUOTE))
			break;
	}
	return 0;
}

bool phrase_voice(struct passage *passage, int64_t first, int64_t end, struct voice *voice)
{
	/* "la voix de X" is X. */
	if (first + 3 < end && passage_bits(passage, first + 2) & SAID_OF &&
		(cue_word(passage, first + 1, "voix") || cue_word(passage, first + 1, "bouche")))
		first += 3;
	unsigned bits = passage_bits(passage, first);
	int64_t last = phrase_end(passage, first, end);

	if (last_voice(passage, first, voice))
		return true;
	if (last <= first || !is_word(bits))
		return false;
	*voice = (struct voice){.clue = SPEAKER_PHRASE,
		.phrase = passage_extent(passage, first, last - 1),
		.at = first,
		.plural = (bits & SAID_PLURAL) != 0,
		.able = who_speaks(passage, first, last)};
	if (bits & SAID_MALE)
		voice->gender = GENDER_MALE;
	else if (bits & SAID_FEMALE)
		voice->gender = GENDER_FEMALE;
	if (!voice->gender && !voice->plural)
		voice->gender = who_gender(passage, first);
	if (!voice->gender && !voice->plural)
		voice->gender = gazetteer_gender(first_lists(passage, first, last)),
		voice->guessed = voice->gender != GENDER_UNKNOWN;
	for (int64_t i = first + 1; i < last && !voice->gender; i++)
		if (passage_bits(passage, i) & SAID_JOINT)
			voice->plural = true;
	return true;
}

void pronoun_voice(struct passage *passage, int64_t item, struct voice *voice)
{
	unsigned bits = passage_bits(passage, item);

	if (last_voice(passage, item, voice))
		return;
	*voice = (struct voice){.clue = SPEAKER_PRONOUN,
		.cue = passage_extent(passage, item, item),
		.at = item,
		.plural = (bits & SAID_PLURAL) != 0,
		.none = (bits & SAID_NOBODY) != 0};
	if (bits & SAID_MALE)
		voice->gender = GENDER_MALE;
	else if (bits & SAID_FEMALE)
		voice->gender = GENDER_FEMALE;
}
