#include "article/model.h"

#include "text/utf8.h"

#include <string.h>

#define NO_LINE UINT32_MAX
#define SHIFT .8f      /* what every line is given before the best block is cut out */
#define VALUE_LOW -1.f /* no line counts for less in a block, or for more than the next */
#define VALUE_HIGH 3.f
#define KEPT -.5f /* a line of the block is body over this score */
#define SURE 2.f  /* over this one it is text, though it be no sentence: code, lists */
#define POINTER_WORDS 20
#define FAR_TEXT 25u /* a text that goes on so far after a terminator was not ended by it */

struct body {
	const struct line_table *table;
	const float *scores;
	bool *at;
	uint32_t count;
};

static bool is_terminator(const struct line_form *form)
{
	return form->words <= 7 && form->cues & CUE_TERMINATOR;
}

/* Where the text goes on after a line that ended it; the count of lines when nowhere. */
static uint32_t next_text(const struct body *body, uint32_t line)
{
	const struct line_form *form = body->table->at;

	for (uint32_t i = line + 1; i < body->count; i++) {
		if (!line_is_full(&form[i]))
			continue;
		if (form[i].words >= 30 || (i + 1 < body->count && line_is_half(&form[i + 1])) ||
			(i + 2 < body->count && line_is_half(&form[i + 2])))
			return i;
	}
	return body->count;
}

/* "Read also", "Tags", "Comments": the article pauses there, or ends. */
static void cut_after_terminators(const struct body *body)
{
	uint32_t line = 0;

	while (line < body->count) {
		if (!is_terminator(&body->table->at[line])) {
			line++;
			continue;
		}
		uint32_t next = next_text(body, line);
		if (next == body->count || next - line <= FAR_TEXT)
			memset(body->at + line, 0, next - line);
		line = next;
	}
}

static uint32_t last_full(const struct body *body)
{
	for (uint32_t i = body->count; i-- > 0;)
		if (body->at[i] && line_is_full(&body->table->at[i]))
			return i;
	return NO_LINE;
}

static uint32_t first_full(const struct body *body)
{
	for (uint32_t i = 0; i < body->count; i++)
		if (body->at[i] && line_is_full(&body->table->at[i]))
			return i;
	return NO_LINE;
}

/* After the last full line, sentences close to it; headlines of other articles fall. */
static void cut_tail(const struct body *body)
{
	const struct line_form *form = body->table->at;
	uint32_t last = last_full(body);

	if (last == NO_LINE)
		return;
	for (uint32_t i = last + 1; i < body->count && i <= last + 2; i++)
		if (body->at[i] && line_is_half(&form[i]))
			last = i;
	for (uint32_t i = last + 1; i < body->count; i++) {
		if (body->scores[i] > SURE && i <= last + 3)
			last = i;
		else if (i > last + 2 || form[i].words < 4 || !(form[i].traits & TRAIT_MARK))
			body->at[i] = false;
	}
}

/* Before the first full line: no date line, no byline. */
static void cut_head(const struct body *body)
{
	uint32_t first = first_full(body);

	for (uint32_t i = 0; i < body->count && i < first && first != NO_LINE; i++) {
		const struct line_form *form = &body->table->at[i];
		bool dated = form->cues & CUE_LABEL ||
			     (form->traits & TRAIT_DATED && !(form->traits & TRAIT_MARK));
		if (form->words <= 12 && (dated || form->cues & CUE_BY))
			body->at[i] = false;
	}
}

/* A short line between two of the text is a heading of it, unless the page speaks there. */
static void fill_gaps(const struct body *body)
{
	for (uint32_t i = 1; i + 1 < body->count; i++) {
		const struct line_form *form = &body->table->at[i];
		uint32_t page = CUE_POINTER | CUE_SHARING | CUE_LEGAL;
		if (body->at[i] || !body->at[i - 1] || !body->at[i + 1] || form->words < 2 ||
			form->words > 14 || form->cues & page || form->traits & TRAIT_PICTURE ||
			(form->cues & CUE_DOING && form->words < 3))
			continue;
		body->at[i] = true;
	}
}

/* "— Ada Moll, mayor" under words of hers. */
static bool is_attribution(const struct line_table *table, uint32_t i)
{
	static const char *const dashes[] = {"\u2014 ", "\u2013 ", "\u2015 "};
	struct span line = line_span(table, i);
	size_t at = 0;

	for (size_t k = 0; k < COUNT(dashes); k++)
		if (span_starts(line, span_of(dashes[k])))
			at = strlen(dashes[k]);
	return at > 0 && at < line.len && utf8_is_upper(utf8_next(line, &at)) &&
	       table->at[i].words <= POINTER_WORDS && !(table->at[i].traits & TRAIT_PICTURE);
}

static void take_attributions(const struct body *body)
{
	for (uint32_t i = 1; i < body->count; i++)
		if (body->at[i - 1] && is_attribution(body->table, i))
			body->at[i] = true;
}

/* Whether a short line speaks of the page: without any, there is no page around the text. */
static bool is_page(const struct line_table *table)
{
	uint32_t page = CUE_POINTER | CUE_SHARING | CUE_LEGAL | CUE_DOING | CUE_TAGS | CUE_RUBRIC |
			CUE_SOURCE | CUE_TERMINATOR;

	for (uint32_t i = 0; i < table->count; i++)
		if (table->at[i].words <= POINTER_WORDS && table->at[i].cues & page)
			return true;
	return false;
}

/* Lists of results and of names behind the text's beginning are text, where nothing is a page. */
static void take_rest(const struct body *body)
{
	uint32_t first = first_full(body);

	if (first == NO_LINE || is_page(body->table))
		return;
	for (uint32_t i = first + 1; i < body->count; i++)
		body->at[i] |= !(body->table->at[i].traits & TRAIT_PICTURE);
}

/* "Read also: another headline" between two paragraphs. */
static void cut_pointers(const struct body *body)
{
	for (uint32_t i = 0; i < body->count; i++) {
		const struct line_form *form = &body->table->at[i];
		if (form->cues & CUE_POINTER && form->words <= POINTER_WORDS &&
			!(form->traits & TRAIT_STOP))
			body->at[i] = false;
	}
}

static bool is_any(const struct body *body)
{
	return memchr(body->at, true, body->count) != NULL;
}

/* The line with the best score, when nothing else is left: an article has a text. */
static void take_best(const struct body *body, const float *scores)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < body->count; i++)
		if (scores[i] > scores[best])
			best = i;
	if (body->count)
		body->at[best] = true;
}

void body_find(const struct line_table *table, const float *scores, bool *at, struct arena *scratch)
{
	struct body body = {table, scores, at, table->count};
	float *values = ARENA_ARRAY(scratch, float, table->count);

	for (uint32_t i = 0; i < table->count; i++) {
		float value = scores[i] + SHIFT;
		values[i] = value < VALUE_LOW ? VALUE_LOW : value > VALUE_HIGH ? VALUE_HIGH : value;
	}
	struct extent block = best_run(values, table->count);
	for (uint32_t i = 0; i < table->count; i++)
		at[i] = i >= block.start && i < block.end && scores[i] > KEPT;
	if (!is_any(&body))
		take_best(&body, scores);
	bool *before = arena_copy(scratch, at, table->count);
	cut_after_terminators(&body);
	if (!table->dense)
		cut_tail(&body);
	cut_head(&body);
	for (uint32_t i = 0; i < table->count; i++)
		at[i] &= !(table->at[i].traits & TRAIT_PICTURE);
	fill_gaps(&body);
	take_attributions(&body);
	take_rest(&body);
	cut_pointers(&body);
	if (!is_any(&body) && table->count)
		memcpy(at, before, table->count);
}
