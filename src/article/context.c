#include "article/model.h"

#include <math.h>
#include <string.h>

#define SCORE_LOW -2.f
#define SCORE_HIGH 2.5f
#define STRONG .5f
#define NO_LINE UINT32_MAX
#define TABLE_ROOM (1u << 22)

struct context {
	const struct line_table *table;
	const float *scores;
	struct extent block, wide; /* places of lines */
	float block_mean;
	double *sum;         /* of clipped scores before each line, one more than lines */
	double *good_words;  /* words of good lines before each line */
	uint32_t *cue_lines; /* before each line */
	uint32_t *strong_before, *strong_after; /* the nearest strong line, itself too */
	uint32_t *short_before, *short_after;   /* short lines in a row, itself too */
	/* For each content word by its hash: 0 in no good line of the block, 1 + the line, or
	 * NO_LINE when in several. */
	uint32_t *words;
	uint32_t mask;
};

static float clip(float x, float low, float high)
{
	return x < low ? low : x > high ? high : x;
}

static bool is_cue_line(const struct line_form *form)
{
	return form->words <= 12 &&
	       form->cues & (CUE_POINTER | CUE_SHARING | CUE_DOING | CUE_LEGAL);
}

static bool is_short(const struct line_form *form)
{
	return form->words <= 8 && !(form->traits & TRAIT_MARK);
}

static void find_blocks(struct context *context, struct arena *arena)
{
	uint32_t count = context->table->count;
	struct arena_mark mark = arena_mark(arena);
	float *values = ARENA_ARRAY(arena, float, count);

	for (uint32_t i = 0; i < count; i++)
		values[i] = clip(context->scores[i] + 1, -1, 3);
	context->wide = best_run(values, count);
	float sum = 0;
	for (uint32_t i = 0; i < count; i++)
		values[i] = clip(context->scores[i], SCORE_LOW, SCORE_HIGH);
	context->block = best_run(values, count);
	for (uint32_t i = context->block.start; i < context->block.end; i++)
		sum += values[i];
	if (context->block.end > context->block.start)
		context->block_mean = sum / (float)(context->block.end - context->block.start);
	arena_rewind(arena, mark);
}

static void sum_up(struct context *context, struct arena *arena)
{
	const struct line_table *table = context->table;
	uint32_t count = table->count, strong = NO_LINE;

	context->sum = ARENA_ARRAY(arena, double, count + 1);
	context->good_words = ARENA_ARRAY(arena, double, count + 1);
	context->cue_lines = ARENA_ARRAY(arena, uint32_t, count + 1);
	context->strong_before = ARENA_ARRAY(arena, uint32_t, count + 1);
	context->strong_after = ARENA_ARRAY(arena, uint32_t, count + 1);
	for (uint32_t i = 0; i < count; i++) {
		float score = context->scores[i];
		const struct line_form *form = &table->at[i];
		context->sum[i + 1] = context->sum[i] + clip(score, SCORE_LOW, SCORE_HIGH);
		context->good_words[i + 1] = context->good_words[i] + (score > 0 ? form->words : 0);
		context->cue_lines[i + 1] = context->cue_lines[i] + is_cue_line(form);
		strong = score > STRONG ? i : strong;
		context->strong_before[i] = strong;
	}
	context->short_before = ARENA_ARRAY(arena, uint32_t, count + 1);
	context->short_after = ARENA_ARRAY(arena, uint32_t, count + 1);
	for (uint32_t i = 0, run = 0; i < count; i++)
		context->short_before[i] = run = is_short(&table->at[i]) ? run + 1 : 0;
	for (uint32_t i = count, run = 0; i-- > 0;)
		context->short_after[i] = run = is_short(&table->at[i]) ? run + 1 : 0;
	strong = NO_LINE;
	for (uint32_t i = count; i-- > 0;) {
		strong = context->scores[i] > STRONG ? i : strong;
		context->strong_after[i] = strong;
	}
}

/* Notes which content words stand in one good line of the block, and which in several. */
static void note_words(struct context *context, struct arena *arena)
{
	const struct line_table *table = context->table;
	uint32_t slots = 64;

	while (slots < TABLE_ROOM && slots / 4 < table->key_count)
		slots *= 2;
	context->mask = slots - 1;
	context->words = ARENA_ARRAY(arena, uint32_t, slots);
	for (uint32_t i = context->block.start; i < context->block.end; i++) {
		const struct line_form *form = &table->at[i];
		if (context->scores[i] <= 0)
			continue;
		for (uint32_t k = 0; k < form->key_count; k++) {
			uint32_t *slot =
				&context->words[table->keys[form->first_key + k] & context->mask];
			*slot = *slot == 0 || *slot == i + 1 ? i + 1 : NO_LINE;
		}
	}
}

const struct context *context_of(
	const struct line_table *table, const float *scores, struct arena *arena)
{
	struct context *context = ARENA_NEW(arena, struct context);

	context->table = table;
	context->scores = scores;
	find_blocks(context, arena);
	sum_up(context, arena);
	note_words(context, arena);
	return context;
}

/* The share of the line's content words that stand in another good line of the block. */
static float cohesion(const struct context *context, uint32_t line)
{
	const struct line_form *form = &context->table->at[line];
	uint32_t shared = 0;

	for (uint32_t k = 0; k < form->key_count; k++) {
		uint32_t at = context->table->keys[form->first_key + k] & context->mask;
		uint32_t slot = context->words[at];
		shared += slot != 0 && slot != line + 1;
	}
	return form->key_count ? (float)shared / (float)form->key_count : 0;
}

static float score_at(const struct context *context, uint32_t line)
{
	if (line >= context->table->count)
		return -1;
	return clip(context->scores[line], SCORE_LOW, SCORE_HIGH);
}

static struct extent near(const struct context *context, uint32_t line, uint32_t reach)
{
	uint32_t count = context->table->count;

	return (struct extent){
		line > reach ? line - reach : 0, count - line > reach ? line + reach + 1 : count};
}

/* The mean of the clipped scores of so many lines on both sides, the line left out. */
static float mean_near(const struct context *context, uint32_t line, uint32_t reach)
{
	struct extent at = near(context, line, reach);
	double sum = context->sum[at.end] - context->sum[at.start] - score_at(context, line);

	return at.end - at.start > 1 ? (float)(sum / (at.end - at.start - 1)) : -1;
}

/* Cue lines between the line and the nearest strong one, on the side with fewer. */
static float cue_lines_near(const struct context *context, uint32_t line)
{
	uint32_t before = context->strong_before[line], after = context->strong_after[line];
	uint32_t fewest = 6;

	if (before != NO_LINE) {
		uint32_t lines = context->cue_lines[line + 1] - context->cue_lines[before + 1];
		fewest = lines < fewest ? lines : fewest;
	}
	if (after != NO_LINE) {
		uint32_t lines = context->cue_lines[after] - context->cue_lines[line];
		fewest = lines < fewest ? lines : fewest;
	}
	return (float)fewest;
}

static bool after_pointer(const struct context *context, uint32_t line)
{
	for (uint32_t back = 1; back <= 6 && back <= line; back++) {
		const struct line_form *form = &context->table->at[line - back];
		if (form->cues & CUE_POINTER && form->words <= 12)
			return true;
		if (line_is_half(form))
			return false;
	}
	return false;
}

static float log_of(float count)
{
	return logf(1 + count);
}

static float words_at(const struct context *context, uint32_t line)
{
	return line < context->table->count ? log_of(context->table->at[line].words) : 0;
}

static float mark_at(const struct context *context, uint32_t line)
{
	return line < context->table->count && context->table->at[line].traits & TRAIT_MARK;
}

static float good_words(const struct context *context, uint32_t start, uint32_t end)
{
	return log_of((float)(context->good_words[end] - context->good_words[start]));
}

static void row_of_form(const struct context *context, uint32_t line, float *row)
{
	const struct line_form *form = &context->table->at[line];
	uint32_t cues = form->cues;

	row[CONTEXT_SENTENCES] = form->sentences < 6 ? form->sentences : 6;
	row[CONTEXT_COPIES] = form->copies < 4 ? form->copies : 4;
	row[CONTEXT_WORDS] = log_of(form->words);
	row[CONTEXT_CAPITALS] = form->capitals;
	row[CONTEXT_STOPS] = form->stops;
	row[CONTEXT_MARK] = (form->traits & TRAIT_MARK) != 0;
	row[CONTEXT_STOP] = (form->traits & TRAIT_STOP) != 0;
	row[CONTEXT_COLON] = (form->traits & TRAIT_COLON) != 0;
	row[CONTEXT_SMALL] = (form->traits & TRAIT_SMALL) != 0;
	row[CONTEXT_DATED] = (form->traits & TRAIT_DATED) != 0;
	row[CONTEXT_BAR] = (form->traits & TRAIT_BAR) != 0;
	row[CONTEXT_CREDIT] = (form->traits & TRAIT_CREDIT) != 0;
	row[CONTEXT_DIGIT] = (form->traits & TRAIT_DIGIT) != 0;
	row[CONTEXT_BLANK] = (form->traits & TRAIT_AFTER_BLANK) != 0;
	row[CONTEXT_PAGE_CUES] =
		(float)((cues & CUE_POINTER) != 0) + (float)((cues & CUE_SHARING) != 0) +
		(float)((cues & CUE_LEGAL) != 0) + (float)((cues & CUE_DOING) != 0);
	row[CONTEXT_BY] = (cues & (CUE_BY | CUE_LABEL)) != 0;
	row[CONTEXT_COMMAS] = form->features >> FORM_COMMAS_2 & 1   ? 2
			      : form->features >> FORM_COMMAS_0 & 1 ? 0
								    : 1;
}

static void row_of_block(const struct context *context, uint32_t line, float *row)
{
	struct extent block = context->block;
	float lines = (float)(block.end - block.start);

	row[CONTEXT_IN_WIDE] = line >= context->wide.start && line < context->wide.end;
	row[CONTEXT_IN_BLOCK] = line >= block.start && line < block.end;
	row[CONTEXT_BEFORE_BLOCK] = line < block.start ? log_of((float)(block.start - line)) : 0;
	row[CONTEXT_AFTER_BLOCK] = line >= block.end ? log_of((float)(line - block.end) + 1) : 0;
	row[CONTEXT_BLOCK_HEAD] = (float)line - (float)block.start;
	row[CONTEXT_BLOCK_TAIL] = (float)block.end - (float)line;
	row[CONTEXT_BLOCK_MEAN] = context->block_mean;
	row[CONTEXT_BLOCK_LINES] = log_of(lines);
	row[CONTEXT_BLOCK_PLACE] = lines > 0 ? ((float)line - (float)block.start) / lines : 0;
}

static void row_of_neighbours(const struct context *context, uint32_t line, float *row)
{
	uint32_t count = context->table->count;
	struct extent by_5 = near(context, line, 5), by_15 = near(context, line, 15);
	uint32_t before = context->strong_before[line], after = context->strong_after[line];

	row[CONTEXT_BEFORE] = line > 0 ? score_at(context, line - 1) : -1;
	row[CONTEXT_BEFORE_2] = line > 1 ? score_at(context, line - 2) : -1;
	row[CONTEXT_BEFORE_3] = line > 2 ? score_at(context, line - 3) : -1;
	row[CONTEXT_AFTER] = score_at(context, line + 1);
	row[CONTEXT_AFTER_2] = score_at(context, line + 2);
	row[CONTEXT_AFTER_3] = score_at(context, line + 3);
	row[CONTEXT_WORDS_B1] = line > 0 ? words_at(context, line - 1) : 0;
	row[CONTEXT_WORDS_B2] = line > 1 ? words_at(context, line - 2) : 0;
	row[CONTEXT_WORDS_A1] = words_at(context, line + 1);
	row[CONTEXT_WORDS_A2] = words_at(context, line + 2);
	row[CONTEXT_MARK_B1] = line > 0 ? mark_at(context, line - 1) : 0;
	row[CONTEXT_MARK_A1] = mark_at(context, line + 1);
	row[CONTEXT_NEAR_3] = mean_near(context, line, 3);
	row[CONTEXT_NEAR_8] = mean_near(context, line, 8);
	row[CONTEXT_NEAR_20] = mean_near(context, line, 20);
	row[CONTEXT_CUES_5] =
		(float)(context->cue_lines[by_5.end] - context->cue_lines[by_5.start]);
	row[CONTEXT_CUES_15] =
		(float)(context->cue_lines[by_15.end] - context->cue_lines[by_15.start]);
	row[CONTEXT_GOOD_5] = good_words(context, by_5.start, by_5.end);
	row[CONTEXT_GOOD_15_BEFORE] = good_words(context, by_15.start, line);
	row[CONTEXT_GOOD_15_AFTER] = good_words(context, line + 1, by_15.end);
	row[CONTEXT_STRONG_BEFORE] = before == NO_LINE ? 6 : log_of((float)(line - before));
	row[CONTEXT_STRONG_AFTER] = after == NO_LINE ? 6 : log_of((float)(after - line));
	row[CONTEXT_SHORT_RUN_BEFORE] = log_of((float)context->short_before[line]);
	row[CONTEXT_SHORT_RUN_AFTER] =
		log_of(line + 1 < count ? (float)context->short_after[line + 1] : 0);
	row[CONTEXT_SHORT_RUN] =
		log_of((float)context->short_before[line] + (float)context->short_after[line]);
}

void context_row(const struct context *context, uint32_t line, float row[CONTEXT_COUNT])
{
	uint32_t count = context->table->count;
	double words = context->good_words[count];

	memset(row, 0, sizeof(float) * CONTEXT_COUNT);
	row_of_form(context, line, row);
	row_of_neighbours(context, line, row);
	row_of_block(context, line, row);
	row[CONTEXT_SCORE] = clip(context->scores[line], -5, 5);
	row[CONTEXT_COHESION] = cohesion(context, line);
	row[CONTEXT_CUE_LINES] = cue_lines_near(context, line);
	row[CONTEXT_AFTER_POINTER] = after_pointer(context, line);
	row[CONTEXT_PLACE] = (float)line / (float)count;
	row[CONTEXT_LINES] = log_of((float)count);
	if (words > 0) {
		row[CONTEXT_WORDS_BEFORE] = (float)(context->good_words[line] / words);
		row[CONTEXT_WORDS_AFTER] = (float)(1 - context->good_words[line + 1] / words);
		row[CONTEXT_GOOD_SHARE] = (float)(words / (double)count);
	}
}
