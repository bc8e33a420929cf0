#include "extract/days-words.h"

#include "text/calendar.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/word.h"

#include <string.h>

#define WORD_MOST 32 /* bytes of the longest word that is in any of the tables */

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
	for (size_t i = 0; raw.len > 3 && i < cue_ending_count; i++) {
		struct span ending = cue_endings[i].ending;
		if (cue_endings[i].language == language &&
			raw.at[raw.len - 1] == ending.at[ending.len - 1] && span_ends(raw, ending))
			return cue_endings[i].cues;
	}
	return 0;
}

static unsigned cues_of(struct span folded, enum language language)
{
	size_t each = sizeof *cue_words;
	size_t at = table_place(cue_words, cue_word_count, each, folded);

	for (; at < cue_word_count && table_is(&cue_words[at], each, folded); at++)
		if (cue_words[at].language == language)
			return cue_words[at].cues;
	return 0;
}

/* "lundis", "Mondays": no day in particular. */
static bool recurs(struct span folded)
{
	return span_ends(folded, SPAN("dis")) || span_ends(folded, SPAN("anches")) ||
	       span_ends(folded, SPAN("days"));
}

/* Whether a clause ends between two words. */
static bool has_cut(struct span gap)
{
	for (size_t i = 0; i < gap.len; i++)
		if (gap.at[i] && strchr(",;:()", gap.at[i]))
			return true;
	return false;
}

static void read_letters(struct span raw, enum language language, bool first, struct day_word *word,
	struct arena *folds)
{
	if (raw.len > WORD_MOST)
		return;
	word->folded = fold(raw, folds);
	if (word->folded.len >= WEEKDAY_LEAST && !recurs(word->folded))
		word->weekday = weekday_named(word->folded);
	word->cues = cues_of(word->folded, language);
	if (!word->cues && (first || !word->capitalised))
		word->cues = cues_of_ending(raw, language);
}

/* Portuguese: "segunda-feira" is one word. */
static bool join_weekday(
	struct span sentence, const struct word *at, struct day_word *before, struct arena *folds)
{
	struct span both = span_cut(sentence, before->start, at->end);

	if (!span_ends(both, SPAN("-feira")) || before->end + 1 != at->start)
		return false;
	before->weekday = weekday_named(fold(both, folds));
	before->end = at->end;
	return before->weekday >= 0;
}

/* Looks up what depends on the words around, and what few words need. */
static void look_around(struct day_words *words, uint32_t i, enum language language)
{
	static const struct day_word none = {.number = -1};
	struct day_word *word = &words->at[i];
	const struct day_word *before = i > 0 ? word - 1 : &none;
	const struct day_word *first = i > 1 ? word - 2 : &none;
	const struct day_word *next = i + 1 < words->count ? word + 1 : &none;
	unsigned around = CUE_IN | CUE_PART | CUE_LAST | CUE_NEXT | CUE_HERE;

	if (word->folded.len == 0)
		return;
	if (before->number >= 0 || next->number >= 0 || (before->cues & around) ||
		(next->cues & (CUE_LAST | CUE_NEXT)) ||
		((before->cues & CUE_OF) && first->number >= 0) ||
		((next->cues & CUE_OF) && i + 2 < words->count && word[2].number >= 0))
		word->month = month_named(word->folded);
	if (next->number >= 0 && word->weekday < 0)
		word->weekday = weekday_named(word->folded);
	if (before->digits == 4)
		word->stop = language_is_stop_word(language, word->folded);
}

void day_words_read(struct span sentence, enum language language, struct day_words *words,
	struct arena *arena, struct arena *folds)
{
	struct words it = words_of(sentence);
	struct word at;

	while (words_next(&it, &at)) {
		struct span raw = span_cut(sentence, at.start, at.end);
		if (words->count &&
			join_weekday(sentence, &at, &words->at[words->count - 1], folds))
			continue;
		struct day_word *word = vec_push(arena, words);
		*word = (struct day_word){.start = at.start,
			.end = at.end,
			.capitalised = at.capitalised,
			.number = -1,
			.weekday = -1};
		if (words->count > 1)
			word->cut = has_cut(span_cut(sentence, word[-1].end, at.start));
		if (raw.at[0] >= '0' && raw.at[0] <= '9')
			read_number(raw, word);
		else
			read_letters(raw, language, words->count == 1, word, folds);
	}
	for (uint32_t i = 0; i < words->count; i++)
		look_around(words, i, language);
}
