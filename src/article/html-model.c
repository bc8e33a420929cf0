#include "article/html-model.h"

#include <math.h>
#include <string.h>

void html_page_make(struct html_page *page, const struct html_outline *outline,
	enum language language, struct span title, struct vocabulary *vocabulary,
	struct arena *arena)
{
	*page = (struct html_page){.outline = outline};
	lines_read(&page->table, outline->text, language, vocabulary, arena);
	page->places = html_places(outline, &page->table, arena);
	uint32_t count = page->table.count;
	const float *markup = html_rows(outline, &page->table, page->places, title, arena);
	float *rows = ARENA_ARRAY(arena, float, (size_t)count *HTML_FIRST_COUNT);
	for (uint32_t i = 0; i < count; i++) {
		float *row = rows + (size_t)i * HTML_FIRST_COUNT;
		for (unsigned k = 0; k < FORM_COUNT; k++)
			row[k] = (float)(page->table.at[i].features >> k & 1);
		memcpy(row + FORM_COUNT, markup + (size_t)i * HTML_FEATURE_COUNT,
			sizeof(float) * HTML_FEATURE_COUNT);
	}
	page->rows = rows;
}

static float product(const float *row, const float *weights, unsigned count)
{
	float sum = 0;

	for (unsigned i = 0; i < count; i++)
		sum += row[i] * weights[i];
	return sum;
}

void html_first(const struct html_page *page, const float weights[HTML_FIRST_COUNT], float *scores)
{
	for (uint32_t i = 0; i < page->table.count; i++)
		scores[i] = product(
			page->rows + (size_t)i * HTML_FIRST_COUNT, weights, HTML_FIRST_COUNT);
}

const float *html_second_rows(const struct html_page *page, const float *first, struct arena *arena)
{
	uint32_t count = page->table.count;
	float *rows = ARENA_ARRAY(arena, float, (size_t)count *HTML_SECOND_COUNT);
	const struct context *context = context_of(&page->table, first, arena);
	const float *tree = html_around(page->outline, &page->table, page->places, first, arena);

	for (uint32_t i = 0; i < count; i++) {
		float *row = rows + (size_t)i * HTML_SECOND_COUNT;
		memcpy(row, page->rows + (size_t)i * HTML_FIRST_COUNT,
			sizeof(float) * HTML_FIRST_COUNT);
		around_row(context, i, row + HTML_FIRST_COUNT);
		memcpy(row + HTML_FIRST_COUNT + AROUND_COUNT, tree + (size_t)i * HTML_AROUND_COUNT,
			sizeof(float) * HTML_AROUND_COUNT);
	}
	return rows;
}

void html_body(const struct html_page *page, const struct html_weights *weights, bool *body,
	struct arena *arena)
{
	uint32_t count = page->table.count;
	float *first = ARENA_ARRAY(arena, float, count);

	html_first(page, weights->first, first);
	const float *rows = html_second_rows(page, first, arena);
	float most = -INFINITY;
	uint32_t best = 0;
	for (uint32_t i = 0; i < count; i++) {
		float score = model_trees(
			weights->trees, weights->tree_count, rows + (size_t)i * HTML_SECOND_COUNT);
		body[i] = score > 0;
		best = score > most ? i : best;
		most = score > most ? score : most;
	}
	if (count)
		body[best] = true;
}
