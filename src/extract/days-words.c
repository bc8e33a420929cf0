#include "extract/days-words.h"

#include "text/calendar-table.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/word.h"

#include <string.h>

#define ENDINGS_MOST 24 /* that one language has */
#define WORD_MOST 32    /* bytes of the longest word that is in any of the tables */

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
	word->decade = digits == 4 && raw.len == 5 && raw.at[4] == 's';
	if (digits < raw.len && !word->decade) {
		if (digits > 2 || !is_ordinal_ending(span_cut(raw, digits, raw.len)))
			return;
		word->ordinal = true;
	}
	word->number = number;
	word->digits = (uint8_t)digits;
}

/* What a word means in the language: days know it by one look. */
struct meaning {
	char folded[28];
	unsigned cues;
	enum day_term term;
	int value;
	int month;
	int weekday; /* -1 */
};

struct day_lexicon {
	enum language language;
	struct meaning *meanings;
	uint32_t count;
	struct table_index index;
	const struct cue_ending *endings[ENDINGS_MOST]; /* of the language */
	uint32_t ending_count;
};

/* A word that is not there yet. */
static struct meaning *add_meaning(struct day_lexicon *lexicon, struct span word)
{
	struct meaning *meaning = &lexicon->meanings[lexicon->count];

	memcpy(meaning->folded, word.at, word.len);
	meaning->weekday = -1;
	table_index_add(&lexicon->index, lexicon->count++);
	return meaning;
}

static struct meaning *meaning_of(struct day_lexicon *lexicon, const char *folded)
{
	struct span word = span_of(folded);
	const void *found = table_index_find(&lexicon->index, word);

	if (found)
		return &lexicon->meanings[(const struct meaning *)found - lexicon->meanings];
	return add_meaning(lexicon, word);
}

static void add_cues(struct day_lexicon *lexicon)
{
	for (size_t i = 0; i < cue_word_count; i++)
		if (cue_words[i].language == lexicon->language) {
			struct span word = span_of(cue_words[i].folded);
			struct meaning *meaning = add_meaning(lexicon, word);
			meaning->cues = cue_words[i].cues;
			meaning->term = cue_words[i].term;
			meaning->value = cue_words[i].value;
		}
	for (size_t i = 0; i < cue_ending_count; i++)
		if (cue_endings[i].language == lexicon->language &&
			lexicon->ending_count < ENDINGS_MOST)
			lexicon->endings[lexicon->ending_count++] = &cue_endings[i];
}

static size_t own_names_of(enum language language)
{
	size_t count = 0;

	for (size_t i = 0; i < own_name_count; i++)
		count += own_names[i].language == language;
	return count;
}

/* The names that are meant in the language, or those of all where it has no list of its own. */
static void add_names(struct day_lexicon *lexicon)
{
	for (size_t i = 0; i < own_name_count; i++)
		if (own_names[i].language == lexicon->language) {
			struct span name = span_of(own_names[i].folded);
			struct meaning *meaning = meaning_of(lexicon, own_names[i].folded);
			meaning->month = month_named(name);
			meaning->weekday = weekday_named(name);
		}
	if (own_names_of(lexicon->language))
		return;
	for (size_t i = 0; i < calendar_weekday_count; i++)
		meaning_of(lexicon, calendar_weekdays[i].folded)->weekday =
			calendar_weekdays[i].number;
	for (size_t i = 0; i < calendar_month_count; i++)
		meaning_of(lexicon, calendar_months[i].folded)->month = calendar_months[i].number;
}

const struct day_lexicon *day_lexicon_make(enum language language, struct arena *arena)
{
	struct day_lexicon *lexicon = ARENA_NEW(arena, struct day_lexicon);
	size_t room = own_names_of(language);

	if (!room)
		room = calendar_weekday_count + calendar_month_count;
	for (size_t i = 0; i < cue_word_count; i++)
		room += cue_words[i].language == language;
	lexicon->language = language;
	lexicon->meanings = ARENA_ARRAY(arena, struct meaning, room);
	lexicon->index = table_index(lexicon->meanings, sizeof *lexicon->meanings, room, arena);
	add_cues(lexicon);
	add_names(lexicon);
	return lexicon;
}

/* Endings that tell a tense by themselves, in words as they stand. */
static unsigned cues_of_ending(struct span raw, const struct day_lexicon *lexicon)
{
	for (size_t i = 0; raw.len > 3 && i < lexicon->ending_count; i++) {
		struct span ending = lexicon->endings[i]->ending;
		if (raw.at[raw.len - 1] == ending.at[ending.len - 1] && span_ends(raw, ending))
			return lexicon->endings[i]->cues;
	}
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

static void read_letters(struct span raw, const struct word *at, const struct day_lexicon *lexicon,
	bool first, struct day_word *word, struct arena *folds)
{
	if (raw.len > WORD_MOST)
		return;
	word->folded = at->plain ? raw : fold(raw, folds);
	const struct meaning *meaning = table_index_find(&lexicon->index, word->folded);
	if (meaning) {
		word->cues = meaning->cues;
		word->term = meaning->term;
		word->value = meaning->value;
		word->month = meaning->month;
		if (!recurs(word->folded))
			word->weekday = meaning->weekday;
	}
	if (!word->cues && (first || !word->capitalised))
		word->cues = cues_of_ending(raw, lexicon);
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

void day_words_read(struct span sentence, const struct day_lexicon *lexicon,
	struct day_words *words, struct arena *arena, struct arena *folds)
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
			read_letters(raw, &at, lexicon, words->count == 1, word, folds);
	}
	for (uint32_t i = 1; i < words->count; i++) /* where it matters */
		if (words->at[i - 1].number >= 0 && words->at[i].folded.len)
			words->at[i].stop =
				language_is_stop_word(lexicon->language, words->at[i].folded);
}
