#include "app/picker.h"

#include "base/vec.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define SCORE_LETTER 16
#define SCORE_WORD_START 9 /* nothing, a blank, a hyphen or an apostrophe stands before */
#define SCORE_RUN 8        /* the letter before matched too: no detour to a word's start beats it */
#define GAP_FIRST 3
#define GAP_MORE 1
#define TEXT_MOST 256 /* letters of a text that are looked at */
#define WORD_MOST 64

static uint32_t points_of(struct span folded, uint32_t *points, uint32_t most)
{
	uint32_t count = 0;

	for (size_t at = 0; at < folded.len && count < most;)
		points[count++] = utf8_next(folded, &at);
	return count;
}

static bool in_order(
	const uint32_t *text, uint32_t text_count, const uint32_t *word, uint32_t word_count)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < text_count && found < word_count; i++)
		found += text[i] == word[found];
	return found == word_count;
}

static int bonus_at(const uint32_t *text, uint32_t at)
{
	if (at == 0)
		return SCORE_WORD_START;
	return utf8_is_letter(text[at - 1]) || utf8_is_digit(text[at - 1]) ? 0 : SCORE_WORD_START;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

/* Where the letter stands at i: the best of going on from the letter before it, beside it or
 * over a gap; 0 when there is no such alignment. */
static int letter_score(const uint32_t *text, uint32_t i, bool first, int beside, int over_gap)
{
	int bonus = bonus_at(text, i);
	int score = 0;

	if (first)
		return SCORE_LETTER + 2 * bonus; /* what is typed first is meant most */
	if (beside > 0)
		score = beside + SCORE_LETTER + larger(bonus, SCORE_RUN);
	if (over_gap > 0)
		score = larger(score, over_gap + SCORE_LETTER + bonus);
	return score;
}

/* One row of the table of alignments.  ended[i]: the best score when the letters so far match
 * and the last of them stands at i; in: for the letters before, out: with this one. */
static int align_letter(
	const uint32_t *text, uint32_t count, uint32_t letter, bool first, int ended[TEXT_MOST])
{
	int over_gap = 0, beside = 0, best = 0;

	for (uint32_t i = 0; i < count; i++) {
		int former = first ? 0 : ended[i];
		ended[i] = text[i] == letter ? letter_score(text, i, first, beside, over_gap) : 0;
		best = larger(best, ended[i]);
		over_gap = larger(over_gap > 0 ? larger(over_gap - GAP_MORE, 1) : 0,
			beside > 0 ? larger(beside - GAP_FIRST, 1) : 0);
		beside = former;
	}
	return best;
}

/* The score of the best alignment of word with text, both folded; 0 when there is none. */
static int word_score(
	const uint32_t *text, uint32_t text_count, const uint32_t *word, uint32_t word_count)
{
	int ended[TEXT_MOST];
	int best = 0;

	if (!in_order(text, text_count, word, word_count))
		return 0;
	for (uint32_t i = 0; i < word_count; i++)
		best = align_letter(text, text_count, word[i], i == 0, ended);
	return best;
}

/* text and pattern are folded; every word of the pattern must be found. */
static int score_of(struct span text, struct span pattern)
{
	uint32_t letters[TEXT_MOST], word[WORD_MOST];
	uint32_t letter_count = points_of(text, letters, TEXT_MOST);
	int total = 0;

	for (size_t at = 0; at < pattern.len;) {
		size_t end = span_find(pattern, SPAN(" "), at);
		uint32_t count = points_of(span_cut(pattern, at, end), word, WORD_MOST);
		int score = count > 0 ? word_score(letters, letter_count, word, count) : 0;
		if (count > 0 && score == 0)
			return 0;
		total += score;
		at = end + 1;
	}
	return total;
}

VEC_OF(struct extent, letter_extents);

/* A text that is not folded: its folded letters, and where each of them comes from. */
struct source {
	uint32_t letters[TEXT_MOST];
	struct extent at[TEXT_MOST];
	bool taken[TEXT_MOST]; /* by a word of the pattern */
	uint32_t count;
};

/* Accents that stand apart belong to the letter before them. */
static void source_read(struct source *source, struct span text)
{
	uint32_t parts[8];

	source->count = 0;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		int count = fold_point(utf8_next(text, &at), parts);
		struct extent from = {(uint32_t)start, (uint32_t)at};
		if (count == 0 && source->count)
			source->at[source->count - 1].end = from.end;
		for (int i = 0; i < count; i++) {
			if (source->count == TEXT_MOST)
				return;
			source->taken[source->count] = false;
			source->at[source->count] = from;
			source->letters[source->count++] = parts[i];
		}
	}
}

/* The place before i from which the best alignment that ends at i came: ended has the scores of
 * the letters up to the one before. */
static uint32_t came_from(const uint32_t *text, uint32_t i, const int *ended)
{
	uint32_t from = 0;
	int best = 0;

	for (uint32_t j = i; j-- > 0;) {
		int gap = (int)(i - j) - 2;
		bool beside = gap < 0;
		int over = beside ? 0 : larger(ended[j] - GAP_FIRST - gap * GAP_MORE, 1);
		if (ended[j] == 0)
			continue;
		int score = letter_score(text, i, false, beside ? ended[j] : 0, over);
		if (score > best) {
			best = score;
			from = j;
		}
	}
	return from;
}

/* Takes the letters of the word's best alignment, the first one of those that are as good; false
 * when there is none. */
static bool take_word(
	struct source *source, const uint32_t *word, uint32_t word_count, struct arena *arena)
{
	uint32_t count = source->count, place = 0;

	if (!in_order(source->letters, count, word, word_count))
		return false;
	struct arena_mark mark = arena_mark(arena);
	int *ended = ARENA_ARRAY(arena, int, (size_t)word_count *count);
	for (uint32_t i = 0; i < word_count; i++) {
		int *row = ended + (size_t)i * count;
		if (i > 0)
			memcpy(row, row - count, count * sizeof *row);
		align_letter(source->letters, count, word[i], i == 0, row);
	}
	for (uint32_t i = word_count; i-- > 0;) {
		const int *row = ended + (size_t)i * count;
		if (i + 1 == word_count) {
			for (uint32_t k = 1; k < count; k++)
				place = row[k] > row[place] ? k : place;
		} else {
			place = came_from(source->letters, place, row);
		}
		source->taken[place] = true;
	}
	arena_rewind(arena, mark);
	return true;
}

/* Letters that stand together are one stretch. */
static uint32_t stretches_of(const struct source *source, struct extent **hits, struct arena *arena)
{
	struct letter_extents found = {0};

	for (uint32_t i = 0; i < source->count; i++) {
		struct extent at = source->at[i];
		if (!source->taken[i])
			continue;
		if (found.count && found.at[found.count - 1].end >= at.start)
			found.at[found.count - 1].end = at.end;
		else
			*vec_push(arena, &found) = at;
	}
	*hits = found.at;
	return found.count;
}

static int match_compare(const void *a, const void *b)
{
	const struct picker_match *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

uint32_t picker_match(const struct span *items, uint32_t count, struct span pattern,
	struct picker_match **matches, struct arena *arena)
{
	struct picker_match *found = ARENA_ARRAY(arena, struct picker_match, count);
	struct span folded = span_trim(fold(pattern, arena));
	uint32_t found_count = 0;

	for (uint32_t i = 0; i < count; i++) {
		int score = folded.len ? score_of(items[i], folded) : 1;
		if (score > 0)
			found[found_count++] = (struct picker_match){i, score};
	}
	if (folded.len && found_count > 1)
		qsort(found, found_count, sizeof *found, match_compare);
	*matches = found;
	return found_count;
}

int picker_score(struct span text, struct span pattern, struct arena *scratch)
{
	struct arena_mark mark = arena_mark(scratch);
	int score = score_of(fold(text, scratch), span_trim(fold(pattern, scratch)));

	arena_rewind(scratch, mark);
	return score;
}

uint32_t picker_letters(
	struct span text, struct span pattern, struct extent **hits, struct arena *arena)
{
	struct source source;
	struct span folded = span_trim(fold(pattern, arena));
	uint32_t word[WORD_MOST];

	*hits = NULL;
	source_read(&source, text);
	for (size_t at = 0; at < folded.len;) {
		size_t end = span_find(folded, SPAN(" "), at);
		uint32_t count = points_of(span_cut(folded, at, end), word, WORD_MOST);
		if (count > 0 && !take_word(&source, word, count, arena))
			return 0;
		at = end + 1;
	}
	return stretches_of(&source, hits, arena);
}
