#include "extract/quotes-who.h"

#include "extract/quotes-noun.h"
#include "text/utf8.h"

#include <string.h>

/* Other places of a word that are looked at. */
#define PLACES_MOST 16

static bool folded_is(struct passage *passage, int64_t item, const char *folded)
{
	return span_is(passage_folded(passage, item), folded);
}

static unsigned lists_of(struct passage *passage, int64_t item)
{
	return stretch_lists(passage->stretch, passage->items[item].token);
}

static bool is_letter_at(struct span text, size_t at)
{
	return at < text.len && utf8_is_letter(utf8_next(text, &at));
}

/* Whether a sentence goes on at the place: a letter, a digit or a comma stands before. */
static bool inside_sentence(struct span text, size_t at)
{
	uint32_t point = ' ';

	while (at > 0 && (point == ' ' || point == 0xA0 || point == 0x202F))
		point = utf8_previous(text, &at);
	return utf8_is_letter(point) || utf8_is_digit(point) || point == ',' || point == '\'' ||
	       point == 0x2019;
}

/* Whether the word stands as it is inside another sentence. */
static bool stands_inside(const struct passage *passage, const struct word *word)
{
	struct span text = passage->stretch->text;
	struct span name = span_cut(text, word->start, word->end);
	size_t from = word->start > WHO_REACH ? word->start - WHO_REACH : 0;
	struct span around = span_cut(text, 0, (size_t)word->end + WHO_REACH);

	for (int i = 0; i < PLACES_MOST; i++) {
		size_t at = span_find(around, name, from);
		if (at == around.len)
			return false;
		from = at + name.len;
		if (!is_letter_at(text, from) && inside_sentence(text, at))
			return true;
	}
	return false;
}

bool who_plain(struct passage *passage, int64_t item)
{
	unsigned bits = passage_bits(passage, item), after = passage_bits(passage, item + 1);

	if (!(bits & SAID_CAPITAL) || bits & (SAID_SIGN | SAID_QUOTE | SAID_DETERMINER) ||
		after & SAID_CAPITAL)
		return false;
	const struct token *token = &passage->stretch->tokens.at[passage->items[item].token];
	if (!token->first || token->word.kind != WORD_LETTERS || token->word.all_capitals)
		return false;
	unsigned lists = lists_of(passage, item);
	if (lists & LIST_COMMON ||
		bits & (SAID_PRESENT | SAID_PAST | SAID_HAVE | SAID_BE | SAID_INFINITIVE))
		return true;
	if (lists & (LIST_GIVEN | LIST_PLACE | LIST_PEOPLES | LIST_ORGANISATION | LIST_TITLE) ||
		after & (SAID_VERB | SAID_HAVE | SAID_BE | SAID_CLITIC | SAID_WHO))
		return false;
	return !stands_inside(passage, &token->word);
}

/* A noun of persons or organisations, also in the plural. */
static bool can_speak(struct span folded)
{
	if (gazetteer_lists(folded) & (LIST_ROLE | LIST_TITLE | LIST_PEOPLES) || noun_kind(folded))
		return true;
	return folded.len > 4 && span_ends(folded, SPAN("s")) &&
	       can_speak(span_cut(folded, 0, folded.len - 1));
}

bool who_speaks(struct passage *passage, int64_t first, int64_t end)
{
	bool complement = false;

	for (int64_t i = first; i < end; i++) {
		unsigned bits = passage_bits(passage, i);
		if (bits & SAID_SIGN) {
			complement = complement && !passage_sign(passage, i, ',');
			continue;
		}
		if (i > first && bits & (SAID_OF | SAID_PREPOSITION))
			complement = true;
		if (complement || bits & (SAID_DETERMINER | SAID_QUOTE))
			continue;
		if (bits & SAID_CAPITAL && !who_plain(passage, i))
			return true;
		if (can_speak(passage_folded(passage, i)))
			return true;
	}
	return false;
}

/* "ce dernier" alone, not before a noun. */
static bool is_alone(struct passage *passage, int64_t item)
{
	unsigned bits = passage_bits(passage, item);

	return !(bits & (SAID_TIME | SAID_DETERMINER | SAID_CAPITAL)) &&
	       (bits & ~(unsigned)SAID_KNOWN ||
		       !(passage_bits(passage, item + 1) &
			       (SAID_VERB | SAID_HAVE | SAID_BE | SAID_CLITIC)));
}

int64_t who_last(struct passage *passage, int64_t item, enum gender *gender, bool *plural)
{
	static const struct last {
		const char *before, *word;
		enum gender gender;
		bool plural;
	} lasts[] = {
		{"ce", "dernier", GENDER_MALE, false},
		{"cette", "derniere", GENDER_FEMALE, false},
		{"ces", "derniers", GENDER_MALE, true},
		{"ces", "dernieres", GENDER_FEMALE, true},
		{"l'", "interesse", GENDER_MALE, false},
		{"l'", "interessee", GENDER_FEMALE, false},
		{"les", "interesses", GENDER_MALE, true},
		{"les", "interessees", GENDER_FEMALE, true},
		{"the", "latter", GENDER_UNKNOWN, false},
		{NULL, "celui-ci", GENDER_MALE, false},
		{NULL, "celle-ci", GENDER_FEMALE, false},
		{NULL, "ceux-ci", GENDER_MALE, true},
		{NULL, "celles-ci", GENDER_FEMALE, true},
	};
	unsigned bits = passage_bits(passage, item);

	if (!(bits & (SAID_DETERMINER | SAID_PRONOUN)))
		return item;
	for (size_t i = 0; i < COUNT(lasts); i++) {
		int64_t word = item + (lasts[i].before != NULL);
		if ((lasts[i].before && !folded_is(passage, item, lasts[i].before)) ||
			!folded_is(passage, word, lasts[i].word) ||
			(lasts[i].before && !is_alone(passage, word + 1)))
			continue;
		*gender = lasts[i].gender;
		*plural = lasts[i].plural;
		return word + 1;
	}
	return item;
}

enum gender who_gender(struct passage *passage, int64_t first)
{
	static const char *const endings[] = {"tion", "sion", "ie", "ee", "ette", "ete", "ite",
		"ance", "ence", "ise", "ure", "ude", "ade", "elle", "esse", "trice", "euse", "enne",
		"iere"};
	struct span noun = passage_folded(passage, first + 1);
	unsigned kind = noun_kind(noun);

	if (!(passage_bits(passage, first) & SAID_DETERMINER) ||
		passage_bits(passage, first + 1) & SAID_CAPITAL ||
		passage->stretch->language == LANGUAGE_EN)
		return GENDER_UNKNOWN;
	if (kind & (NOUN_MALE | NOUN_FEMALE))
		return kind & NOUN_MALE ? GENDER_MALE : GENDER_FEMALE;
	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(noun, span_of(endings[i])))
			return GENDER_FEMALE;
	return GENDER_UNKNOWN;
}
