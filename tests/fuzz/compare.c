/*
 * Two versions of a text, of any bytes: every paragraph of either is in one pair, in order; what
 * only one has are runs of whole words inside its paragraphs, in order; a word that is not its own
 * stands in the other one too; a text beside itself, or beside itself cut, has nothing of its own.
 */

#include "base/map.h"
#include "know/compare.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LINES_MOST 600u /* more than are paired */

struct sample {
	struct article article;
	struct line lines[LINES_MOST];
	uint8_t kinds[LINES_MOST];
	struct map words; /* of the body, folded */
	uint32_t word_count;
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Every so manieth line is furniture; 0: none is. */
static struct sample *sample_of(struct span text, uint32_t dropped, struct arena *arena)
{
	struct sample *sample = ARENA_NEW(arena, struct sample);
	struct span rest = text, line;
	uint32_t *count = &sample->article.line_count;

	sample->article = (struct article){.path = "x", .text = text, .lines = sample->lines};
	map_init(&sample->words, arena);
	while (*count < LINES_MOST && span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - text.at);
		if (line.len == 0)
			continue;
		bool drop = dropped && *count % dropped == 0;
		sample->kinds[*count] = drop ? LINE_FURNITURE : LINE_PARAGRAPH;
		sample->lines[(*count)++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
		struct words it = words_of(line);
		for (struct word word; !drop && words_next(&it, &word); sample->word_count++)
			map_put(&sample->words, fold(span_cut(line, word.start, word.end), arena),
				NULL);
	}
	return sample;
}

static void check_pairs(const struct comparison *found, const struct sample *sample, int side)
{
	uint32_t line = 0;

	for (uint32_t i = 0; i < found->pair_count; i++) {
		struct extent at = found->pairs[i].at[side];
		if (at.start == at.end)
			continue;
		while (line < sample->article.line_count && sample->kinds[line] != LINE_PARAGRAPH)
			line++;
		require(line < sample->article.line_count);
		require(at.start == sample->lines[line].at.start);
		require(at.end == sample->lines[line++].at.end);
	}
	for (; line < sample->article.line_count; line++)
		require(sample->kinds[line] != LINE_PARAGRAPH);
}

/* The words of a line, as far as they are not its own, stand in the other one; how many are. */
static uint32_t check_line(const struct compare_side *side, uint32_t *own, struct span text,
	struct extent at, const struct sample *other, struct arena *arena)
{
	struct span line = span_in(text, at);
	struct words it = words_of(line);
	uint32_t own_words = 0;

	for (struct word word; words_next(&it, &word);) {
		uint32_t start = at.start + (uint32_t)word.start,
			 end = at.start + (uint32_t)word.end;
		while (*own < side->own_count && side->own[*own].end <= start)
			(*own)++;
		bool is_own = *own < side->own_count && side->own[*own].start <= start;
		require(!is_own || side->own[*own].end >= end);
		struct span folded = fold(span_cut(line, word.start, word.end), arena);
		require(is_own || map_get(&other->words, folded));
		own_words += is_own;
	}
	return own_words;
}

static void check_side(const struct comparison *found, struct sample *const samples[2], int side,
	struct arena *arena)
{
	const struct compare_side *of = &found->side[side];
	const struct sample *sample = samples[side];
	struct span text = sample->article.text;
	uint32_t own = 0, own_words = 0;

	for (uint32_t i = 0; i < of->own_count; i++) {
		struct extent at = of->own[i];
		require(at.start < at.end && at.end <= text.len);
		require(i == 0 || of->own[i - 1].end < at.start);
		require(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
		require(!memchr(text.at + at.start, '\n', at.end - at.start));
	}
	for (uint32_t i = 0; i < sample->article.line_count; i++)
		if (sample->kinds[i] == LINE_PARAGRAPH)
			own_words += check_line(
				of, &own, text, sample->lines[i].at, samples[!side], arena);
	require(own_words == of->own_words && of->words == sample->word_count);
}

static struct comparison compare(struct sample *left, struct sample *right, struct arena *arena)
{
	struct sample *const samples[] = {left, right};
	const struct article *articles[] = {&left->article, &right->article};
	const uint8_t *kinds[] = {left->kinds, right->kinds};
	struct comparison found;

	compare_make(articles, kinds, &found, arena);
	for (int side = 0; side < 2; side++) {
		check_pairs(&found, samples[side], side);
		check_side(&found, samples, side, arena);
	}
	return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;

	arena_init(&arena);
	struct span text = decode((struct span){(const char *)data, size}, &arena).text;
	size_t half = text.len / 2;
	while (!utf8_boundary(text, half))
		half++;
	struct sample *whole = sample_of(text, 0, &arena);
	compare(sample_of(span_cut(text, 0, half), 0, &arena),
		sample_of(span_cut(text, half, text.len), 0, &arena), &arena);
	compare(whole, sample_of(text, 2, &arena), &arena);
	struct comparison cut = compare(whole, sample_of(text, 3, &arena), &arena);
	struct comparison same = compare(whole, whole, &arena);
	if (whole->article.line_count <= COMPARE_PARAGRAPHS && whole->word_count <= COMPARE_WORDS) {
		require(same.side[0].own_count == 0 && same.side[1].own_count == 0);
		require(cut.side[1].own_count == 0);
	}
	arena_clear(&arena);
	return 0;
}
