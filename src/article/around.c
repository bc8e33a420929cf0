#include "article/around.h"

#include <math.h>
#include <string.h>

static struct extent near(const struct context *context, uint32_t line, uint32_t reach)
{
	uint32_t count = context->table->count;

	return (struct extent){
		line > reach ? line - reach : 0, count - line > reach ? line + reach + 1 : count};
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

	row[AROUND_SENTENCES] = form->sentences < 6 ? form->sentences : 6;
	row[AROUND_COPIES] = form->copies < 4 ? form->copies : 4;
	row[AROUND_WORDS] = log_of(form->words);
	row[AROUND_CAPITALS] = form->capitals;
	row[AROUND_STOPS] = form->stops;
	row[AROUND_MARK] = (form->traits & TRAIT_MARK) != 0;
	row[AROUND_STOP] = (form->traits & TRAIT_STOP) != 0;
	row[AROUND_COLON] = (form->traits & TRAIT_COLON) != 0;
	row[AROUND_SMALL] = (form->traits & TRAIT_SMALL) != 0;
	row[AROUND_DATED] = (form->traits & TRAIT_DATED) != 0;
	row[AROUND_BAR] = (form->traits & TRAIT_BAR) != 0;
	row[AROUND_CREDIT] = (form->traits & TRAIT_CREDIT) != 0;
	row[AROUND_DIGIT] = (form->traits & TRAIT_DIGIT) != 0;
	row[AROUND_BLANK] = (form->traits & TRAIT_AFTER_BLANK) != 0;
	row[AROUND_PAGE_CUES] = (float)((cues & CUE_POINTER) != 0) +
				(float)((cues & CUE_SHARING) != 0) +
				(float)((cues & CUE_LEGAL) != 0) + (float)((cues & CUE_DOING) != 0);
	row[AROUND_BY] = (cues & (CUE_BY | CUE_LABEL)) != 0;
	row[AROUND_COMMAS] = form->features >> FORM_COMMAS_2 & 1   ? 2
			     : form->features >> FORM_COMMAS_0 & 1 ? 0
								   : 1;
}

static void row_of_block(const struct context *context, uint32_t line, float *row)
{
	struct extent block = context->block;
	float lines = (float)(block.end - block.start);

	row[AROUND_IN_WIDE] = line >= context->wide.start && line < context->wide.end;
	row[AROUND_IN_BLOCK] = line >= block.start && line < block.end;
	row[AROUND_BEFORE_BLOCK] = line < block.start ? log_of((float)(block.start - line)) : 0;
	row[AROUND_AFTER_BLOCK] = line >= block.end ? log_of((float)(line - block.end) + 1) : 0;
	row[AROUND_BLOCK_HEAD] = (float)line - (float)block.start;
	row[AROUND_BLOCK_TAIL] = (float)block.end - (float)line;
	row[AROUND_BLOCK_MEAN] = context->block_mean;
	row[AROUND_BLOCK_LINES] = log_of(lines);
	row[AROUND_BLOCK_PLACE] = lines > 0 ? ((float)line - (float)block.start) / lines : 0;
}

static void row_of_neighbours(const struct context *context, uint32_t line, float *row)
{
	uint32_t count = context->table->count;
	struct extent by_5 = near(context, line, 5), by_15 = near(context, line, 15);
	uint32_t before = context->strong_before[line], after = context->strong_after[line];

	row[AROUND_BEFORE] = line > 0 ? context_score(context, line - 1) : -1;
	row[AROUND_BEFORE_2] = line > 1 ? context_score(context, line - 2) : -1;
	row[AROUND_BEFORE_3] = line > 2 ? context_score(context, line - 3) : -1;
	row[AROUND_AFTER] = context_score(context, line + 1);
	row[AROUND_AFTER_2] = context_score(context, line + 2);
	row[AROUND_AFTER_3] = context_score(context, line + 3);
	row[AROUND_WORDS_B1] = line > 0 ? words_at(context, line - 1) : 0;
	row[AROUND_WORDS_B2] = line > 1 ? words_at(context, line - 2) : 0;
	row[AROUND_WORDS_A1] = words_at(context, line + 1);
	row[AROUND_WORDS_A2] = words_at(context, line + 2);
	row[AROUND_MARK_B1] = line > 0 ? mark_at(context, line - 1) : 0;
	row[AROUND_MARK_A1] = mark_at(context, line + 1);
	row[AROUND_NEAR_3] = context_near(context, line, 3);
	row[AROUND_NEAR_8] = context_near(context, line, 8);
	row[AROUND_NEAR_20] = context_near(context, line, 20);
	row[AROUND_CUES_5] = (float)(context->cue_lines[by_5.end] - context->cue_lines[by_5.start]);
	row[AROUND_CUES_15] =
		(float)(context->cue_lines[by_15.end] - context->cue_lines[by_15.start]);
	row[AROUND_GOOD_5] = good_words(context, by_5.start, by_5.end);
	row[AROUND_GOOD_15_BEFORE] = good_words(context, by_15.start, line);
	row[AROUND_GOOD_15_AFTER] = good_words(context, line + 1, by_15.end);
	row[AROUND_STRONG_BEFORE] = before == NO_PLACE ? 6 : log_of((float)(line - before));
	row[AROUND_STRONG_AFTER] = after == NO_PLACE ? 6 : log_of((float)(after - line));
	row[AROUND_SHORT_RUN_BEFORE] = log_of((float)context->short_before[line]);
	row[AROUND_SHORT_RUN_AFTER] =
		log_of(line + 1 < count ? (float)context->short_after[line + 1] : 0);
	row[AROUND_SHORT_RUN] =
		log_of((float)context->short_before[line] + (float)context->short_after[line]);
}

void around_row(const struct context *context, uint32_t line, float row[AROUND_COUNT])
{
	uint32_t count = context->table->count;
	double words = context->good_words[count];

	memset(row, 0, sizeof(float) * AROUND_COUNT);
	row_of_form(context, line, row);
	row_of_neighbours(context, line, row);
	row_of_block(context, line, row);
	row[AROUND_SCORE] = context_clip(context->scores[line], -5, 5);
	row[AROUND_COHESION] = context_cohesion(context, line);
	row[AROUND_CUE_LINES] = context_cues(context, line, 6);
	row[AROUND_AFTER_POINTER] = context_pointed(context, line);
	row[AROUND_PLACE] = (float)line / (float)count;
	row[AROUND_LINES] = log_of((float)count);
	if (words > 0) {
		row[AROUND_WORDS_BEFORE] = (float)(context->good_words[line] / words);
		row[AROUND_WORDS_AFTER] = (float)(1 - context->good_words[line + 1] / words);
		row[AROUND_GOOD_SHARE] = (float)(words / (double)count);
	}
}
