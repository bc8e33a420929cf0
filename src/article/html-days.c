#include "article/html-facts.h"

#include "article/stamps.h"

#define LINES_NEAR 12u /* on either side of the title */
#define LINE_LEN 100u  /* bytes; what dates a page stands in short lines */
#define VALUE_LEN 200u /* bytes of a value that are looked at */

/* The first whole day that a text holds, as one language writes days. */
static bool day_in(struct span text, enum language language, struct stamp *stamp)
{
	struct arena scratch;
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;
	bool found = false;

	arena_init(&scratch);
	pieces_read(&pieces, span_cut(text, 0, VALUE_LEN), language, NULL, &scratch);
	while (!found && stamp_next(&pieces, &from, &hit))
		found = hit.stamp.month != 0 && hit.stamp.year != 0;
	arena_clear(&scratch);
	if (found)
		*stamp = hit.stamp;
	return found;
}

bool html_day_of(struct span value, enum language language, struct stamp *stamp)
{
	if (!day_in(value, language, stamp))
		return false;
	stamp->at = (struct extent){0, 0};
	stamp->from = FROM_METADATA;
	return true;
}

/* A page may date itself in English whatever it is written in. */
static bool line_dates(const struct article *article, uint32_t place, struct stamp *stamp)
{
	struct extent at = article->lines[place].at;
	struct span line = span_in(article->text, at);
	bool found = line.len <= LINE_LEN &&
		     (day_in(line, article->language, stamp) || day_in(line, LANGUAGE_EN, stamp));

	if (!found || stamp->day == 0)
		return false;
	stamp->at.start += at.start;
	stamp->at.end += at.start;
	stamp->from = FROM_TEXT;
	return true;
}

bool html_day_near(const struct article *article, struct stamp *stamp)
{
	uint32_t title = 0;

	while (title + 1 < article->line_count &&
		article->lines[title].at.end <= article->title_at.start)
		title++;
	for (uint32_t far = 0; far <= LINES_NEAR; far++) {
		if (title + far < article->line_count && line_dates(article, title + far, stamp))
			return true;
		if (far <= title && line_dates(article, title - far, stamp))
			return true;
	}
	return false;
}
