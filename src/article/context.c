#include "article/context.h"

#include <math.h>
#include <string.h>

#define STRONG .5f
#define TABLE_ROOM (1u << 22)

float context_clip(float x, float low, float high)
{
	return x < low ? low : x > high ? high : x;
}

static bool is_short(const struct line_form *form)
{
	return form->words <= 8 && !(form->traits & TRAIT_MARK);
}

static bool is_cue_line(const struct line_form *form)
{
	return form->words <= 12 &&
	       form->cues & (CUE_POINTER | CUE_SHARING | CUE_DOING | CUE_LEGAL);
}

static void find_blocks(struct context *context, struct arena *arena)
{
	uint32_t count = context->table->count;
	struct arena_mark mark = arena_mark(arena);
	float *values = ARENA_ARRAY(arena, float, count);

	for (uint32_t i = 0; i < count; i++)
		values[i] = context_clip(context->scores[i] + 1, -1, 3);
	context->wide = best_run(values, count);
	float sum = 0;
	for (uint32_t i = 0; i < count; i++)
		values[i] = context_clip(context->scores[i], SCORE_LOW, SCORE_HIGH);
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
	uint32_t count = table->count, strong = NO_PLACE;

	context->sum = ARENA_ARRAY(arena, double, count + 1);
	context->good_words = ARENA_ARRAY(arena, double, count + 1);
	context->cue_lines = ARENA_ARRAY(arena, uint32_t, count + 1);
	context->strong_before = ARENA_ARRAY(arena, uint32_t, count + 1);
	context->strong_after = ARENA_ARRAY(arena, uint32_t, count + 1);
	for (uint32_t i = 0; i < count; i++) {
		float score = context->scores[i];
		const struct line_form *form = &table->at[i];
		context->sum[i + 1] = context->sum[i] + context_clip(score, SCORE_LOW, SCORE_HIGH);
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
	strong = NO_PLACE;
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
			*slot = *slot == 0 || *slot == i + 1 ? i + 1 : NO_PLACE;
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

float context_cohesion(const struct context *context, uint32_t line)
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

float context_score(const struct context *context, uint32_t line)
{
	if (line >= context->table->count)
		return -1;
	return context_clip(context->scores[line], SCORE_LOW, SCORE_HIGH);
}

float context_near(const struct context *context, uint32_t line, uint32_t reach)
{
	uint32_t count = context->table->count;
	uint32_t start = line > reach ? line - reach : 0;
	uint32_t end = count - line > reach ? line + reach + 1 : count;
	double sum = context->sum[end] - context->sum[start] - context_score(context, line);

	return end - start > 1 ? (float)(sum / (end - start - 1)) : -1;
}

float context_cues(const struct context *context, uint32_t line, uint32_t most)
{
	uint32_t before = context->strong_before[line], after = context->strong_after[line];
	uint32_t fewest = most;

	if (before != NO_PLACE) {
		uint32_t lines = context->cue_lines[line + 1] - context->cue_lines[before + 1];
		fewest = lines < fewest ? lines : fewest;
	}
	if (after != NO_PLACE) {
		uint32_t lines = context->cue_lines[after] - context->cue_lines[line];
		fewest = lines < fewest ? lines : fewest;
	}
	return (float)fewest;
}

bool context_pointed(const struct context *context, uint32_t line)
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

static void row_of_block(const struct context *context, uint32_t line, float *row)
{
	const struct line_form *form = &context->table->at[line];
	struct extent block = context->block;
	bool inside = line >= block.start && line < block.end;
	bool wide = line >= context->wide.start && line < context->wide.end;

	row[CONTEXT_IN_WIDE] = wide;
	if (line < block.start)
		row[CONTEXT_BEFORE_BLOCK] = logf(1 + (float)(block.start - line)) / 4;
	if (line >= block.end)
		row[CONTEXT_AFTER_BLOCK] = logf(2 + (float)(line - block.end)) / 4;
	if (!inside)
		return;
	row[CONTEXT_IN_BLOCK] = 1;
	row[CONTEXT_BLOCK_HEAD] = line - block.start < 3;
	row[CONTEXT_BLOCK_TAIL] = block.end - line <= 3;
	row[CONTEXT_SCORE_IN_BLOCK] = row[CONTEXT_SCORE];
	row[CONTEXT_COHESION_IN_BLOCK] = row[CONTEXT_COHESION_LONG] + row[CONTEXT_COHESION_SHORT];
	row[CONTEXT_LONG_IN_BLOCK] = form->words >= 15;
	row[CONTEXT_BLOCK_MEAN] = context->block_mean < 1.5f ? context->block_mean : 1.5f;
}

void context_row(const struct context *context, uint32_t line, float row[CONTEXT_COUNT])
{
	const struct line_form *form = &context->table->at[line];
	uint32_t count = context->table->count;
	double words = context->good_words[count];
	float shared = context_cohesion(context, line);

	memset(row, 0, sizeof(float) * CONTEXT_COUNT);
	row[CONTEXT_BIAS] = 1;
	row[CONTEXT_SCORE] = context_clip(context->scores[line] / 2, -2.5f, 2.5f);
	row[CONTEXT_BEFORE] = line ? context_score(context, line - 1) / 2 : -.5f;
	row[CONTEXT_AFTER] = context_score(context, line + 1) / 2;
	row[CONTEXT_NEAR_3] = context_near(context, line, 3) / 2;
	row[CONTEXT_NEAR_8] = context_near(context, line, 8) / 2;
	row[form->words >= 10 ? CONTEXT_COHESION_LONG : CONTEXT_COHESION_SHORT] = shared;
	row[CONTEXT_CUE_LINES] = context_cues(context, line, 4) / 4;
	row[CONTEXT_SENTENCES] = (float)(form->sentences < 3 ? form->sentences : 3) / 3;
	if (words > 0) {
		row[CONTEXT_WORDS_BEFORE] = (float)(context->good_words[line] / words);
		row[CONTEXT_WORDS_AFTER] = (float)(1 - context->good_words[line + 1] / words);
	}
	row[CONTEXT_SHORT] = form->words < 10;
	row[CONTEXT_REPEATED] = form->copies > 1;
	row[CONTEXT_AFTER_POINTER] = context_pointed(context, line);
	row_of_block(context, line, row);
}
