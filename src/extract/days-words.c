#include "extract/days-words.h"

#include "text/calendar.h"
#include "text/fold.h"
#include "text/word.h"

#include <string.h>

#define WORD_MOST 24 /* bytes of the longest word that is in any of the tables */

/* The suffixes that make a number an ordinal. */
static bool is_ordinal_ending(struct span folded)
{
	static const char *const endings[] = {"er", "ere", "st", "nd", "rd", "th", "o", "a", "e"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_is(folded, endings[i]))
			return true;
	return false;
}

static void read_number(struct span raw, struct day_word *word)
{
	size_t digits = 0;
	int number = 0;

	for (; digits < raw.len && raw.at[digits] >= '0' && raw.at[digits] <= '9'; digits++)
		if (digits < 4)
			number = number * 10 + (raw.at[digits] - '0');
	word->number = -1;
	if (digits == 0 || digits > 4)
		return;
	if (digits < raw.len) {
		if (digits > 2 || !is_ordinal_ending(span_cut(raw, digits, raw.len)))
			return;
		word->ordinal = true;
	}
	word->number = number;
	word->digits = (uint8_t)digits;
}

/* Endings that tell a tense by themselves, in words as they stand. */
static unsigned cues_of_ending(struct span raw, enum language language)
{
	static const struct {
		enum language language;
		const char *ending;
		unsigned cue;
	} endings[] = {
		{LANGUAGE_FR, "té", 0}, /* "sécurité": mostly a noun */
		{LANGUAGE_FR, "é", CUE_PARTICIPLE | CUE_PAST},
		{LANGUAGE_FR, "ée", CUE_PARTICIPLE | CUE_PAST},
		{LANGUAGE_FR, "és", CUE_PARTICIPLE | CUE_PAST},
		{LANGUAGE_FR, "ées", CUE_PARTICIPLE | CUE_PAST},
		{LANGUAGE_FR, "èrent", CUE_PAST},
		{LANGUAGE_FR, "i", CUE_PARTICIPLE},
		{LANGUAGE_FR, "era", CUE_FUTURE},
		{LANGUAGE_FR, "ira", CUE_FUTURE},
		{LANGUAGE_FR, "dra", CUE_FUTURE},
		{LANGUAGE_FR, "vra", CUE_FUTURE},
		{LANGUAGE_FR, "aura", CUE_FUTURE},
		{LANGUAGE_FR, "ront", CUE_FUTURE},
		{LANGUAGE_EN, "eed", 0},
		{LANGUAGE_EN, "ed", CUE_PAST},
		{LANGUAGE_ES, "ó", CUE_PAST},
		{LANGUAGE_ES, "rá", CUE_FUTURE},
		{LANGUAGE_ES, "rán", CUE_FUTURE},
		{LANGUAGE_PT, "ou", CUE_PAST},
		{LANGUAGE_PT, "rá", CUE_FUTURE},
		{LANGUAGE_IT, "rà", CUE_FUTURE},
		{LANGUAGE_RU, "л", CUE_PAST},
		{LANGUAGE_RU, "ла", CUE_PAST},
		{LANGUAGE_RU, "ли", CUE_PAST},
		{LANGUAGE_UK, "в", CUE_PAST},
		{LANGUAGE_UK, "ла", CUE_PAST},
		{LANGUAGE_UK, "ли", CUE_PAST},
		{LANGUAGE_PL, "ł", CUE_PAST},
		{LANGUAGE_PL, "ła", CUE_PAST},
		{LANGUAGE_PL, "li", CUE_PAST},
		{LANGUAGE_CS, "l", CUE_PAST},
		{LANGUAGE_CS, "la", CUE_PAST},
		{LANGUAGE_CS, "li", CUE_PAST},
	};

	for (size_t i = 0; raw.len > 3 && i < COUNT(endings); i++)
		if (endings[i].language == language && span_ends(raw, span_of(endings[i].ending)))
			return endings[i].cue;
	return 0;
}

static unsigned cues_of(struct span folded, enum language language)
{
	size_t low = 0, high = cue_word_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (span_compare(span_of(cue_words[middle].folded), folded) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < cue_word_count && span_is(folded, cue_words[low].folded); low++)
		if (cue_words[low].language == language)
			return cue_words[low].cues;
	return 0;
}

static void read_letters(
	struct span raw, enum language language, struct day_word *word, struct arena *arena)
{
	word->number = -1;
	if (raw.len > WORD_MOST)
		return;
	struct span folded = fold(raw, arena);
	word->month = month_named(folded);
	word->weekday = weekday_named(folded);
	word->cues = cues_of(folded, language);
	if (!word->cues && !word->capitalised)
		word->cues = cues_of_ending(raw, language);
	word->stop = language_is_stop_word(language, folded);
}

void day_words_read(struct span sentence, enum language language, struct day_words *words,
	struct arena *arena, struct arena *folds)
{
	struct words it = words_of(sentence);
	struct word at;

	while (words_next(&it, &at)) {
		struct span raw = span_cut(sentence, at.start, at.end);
		struct day_word *word = vec_push(arena, words);
		word->start = at.start;
		word->end = at.end;
		word->capitalised = at.capitalised;
		word->weekday = -1;
		if (raw.at[0] >= '0' && raw.at[0] <= '9')
			read_number(raw, word);
		else
			read_letters(raw, language, word, folds);
	}
}
