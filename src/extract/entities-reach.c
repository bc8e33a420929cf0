#include "extract/entities-reach.h"

#include "extract/names-beside.h"

#include <string.h>

#define COMPLEMENTS 2
#define ADJECTIVES 4
#define FULL_MOST 10    /* words of a full name before its acronym */
#define ACRONYM_MOST 12 /* bytes */

/* --- adjectives and complements ------------------------------------------------------ */

static bool is_plural(struct stretch *stretch, int64_t place)
{
	struct span folded = stretch_folded(stretch, place);

	return span_ends(folded, SPAN("s")) || span_ends(folded, SPAN("x"));
}

static bool ends_like_adjective(struct span folded)
{
	static const char *const endings[] = {"al", "ale", "aux", "ales", "ique", "iques", "ien",
		"ienne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "oises", "een",
		"eenne", "eens", "eennes", "ain", "aine", "ains", "aines", "aire", "aires", "if",
		"ive", "ifs", "ives", "iste", "istes", "uni", "unis", "unie", "unies", "supreme",
		"superieur", "superieure", "publique"};

	for (size_t i = 0; folded.len > 4 && i < COUNT(endings); i++)
		if (span_ends(folded, span_of(endings[i])))
			return true;
	return false;
}

/* One past the adjectives behind the noun, which agree with it in number. */
static int64_t past_adjectives(struct stretch *stretch, int64_t noun, int64_t place)
{
	bool plural = is_plural(stretch, noun);

	for (int i = 0; i < ADJECTIVES && beside_small(stretch, place); i++, place++) {
		unsigned lists = stretch_lists(stretch, place);
		bool fits =
			lists & LIST_PEOPLES || ends_like_adjective(stretch_folded(stretch, place));
		if (!fits || lists & LIST_SAYING || is_plural(stretch, place) != plural)
			break;
	}
	return place;
}

static bool is_one_of(struct span folded, const char *const *words, size_t count)
{
	for (size_t i = 0; folded.len > 0 && i < count; i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

/* The noun of a complement whose preposition stands at place; 0 when there is none. */
static int64_t complement_at(struct stretch *stretch, int64_t place)
{
	static const char *const joints[] = {"de", "du", "des", "d", "d'", "aux", "au", "pour"};
	static const char *const articles[] = {"la", "le", "les", "l", "l'"};

	if (!is_one_of(stretch_folded(stretch, place), joints, COUNT(joints)))
		return 0;
	place++;
	if (is_one_of(stretch_folded(stretch, place), articles, COUNT(articles)))
		place++;
	bool word = stretch_capital(stretch, place) || beside_small(stretch, place);
	unsigned lists = stretch_lists(stretch, place);
	bool role = lists & LIST_ROLE && !(lists & LIST_COMMON); /* "la justice" is none here */
	return word && !role && !(lists & (LIST_GIVEN | LIST_TITLE | LIST_SAYING)) ? place : 0;
}

static int64_t past_capitals(struct stretch *stretch, int64_t place)
{
	while (stretch_capital(stretch, place))
		place++;
	return place;
}

/* --- acronyms -------------------------------------------------------------------------- */

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* Whether the letters begin words of [start, end) in their order, the first word with them. */
static bool is_acronym(struct stretch *stretch, struct span letters, int64_t start, int64_t end)
{
	size_t met = 0;

	for (int64_t i = start; i < end && met < letters.len; i++) {
		struct span folded = stretch_folded(stretch, i);
		if (folded.len && folded.at[0] == small(letters.at[met]))
			met++;
		else if (i == start)
			return false;
	}
	return met == letters.len;
}

int64_t reach_acronym(struct stretch *stretch, int64_t start, int64_t end)
{
	if (end - start < 2 || !stretch_sign(stretch, end, '(') ||
		!stretch_sign(stretch, end + 2, ')'))
		return 0;
	const struct word *word = &stretch->tokens.at[end + 1].word;
	struct span letters = span_cut(stretch->text, word->start, word->end);
	bool fits = word->all_capitals && letters.len <= ACRONYM_MOST &&
		    is_acronym(stretch, letters, start, end);
	return fits ? end + 1 : 0;
}

int64_t reach_full(struct stretch *stretch, int64_t start)
{
	for (int64_t place = start + 1; place < start + FULL_MOST; place++) {
		if (reach_acronym(stretch, start, place))
			return place;
		if (!stretch_capital(stretch, place) && !beside_small(stretch, place))
			return 0;
	}
	return 0;
}

/* --- names ------------------------------------------------------------------------------- */

int64_t reach_body_end(struct stretch *stretch, int64_t start, int64_t end)
{
	unsigned lists;
	int64_t full = reach_full(stretch, start),
		phrase = stretch_phrase(stretch, end - 1, &lists);

	if (full >= end)
		return full;
	if (phrase > 1 && lists & LIST_ORGANISATION)
		end += phrase - 1;
	if (!(stretch_lists(stretch, start) & LIST_ORGANISATION) ||
		stretch->tokens.at[start].word.all_capitals)
		return end;
	if (end == start + 1)
		end = past_adjectives(stretch, start, end);
	for (int i = 0; i < COMPLEMENTS; i++) {
		int64_t noun = complement_at(stretch, end);
		if (noun == 0)
			break;
		end = past_adjectives(stretch, noun, past_capitals(stretch, noun + 1));
	}
	return end;
}

int64_t reach_body_start(struct stretch *stretch, int64_t start)
{
	for (int64_t place = start - 3; place < start - 1; place++)
		if (beside_small(stretch, place) &&
			stretch_lists(stretch, place) & LIST_ORGANISATION &&
			complement_at(stretch, place + 1) == start)
			return place;
	return start;
}
