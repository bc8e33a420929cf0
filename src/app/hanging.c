#include "app/hanging.h"

#include "text/utf8.h"
#include "text/width.h"

#define DIGITS_MOST 2 /* "2021. " begins a sentence */

/* Signs of items.  A long dash is none of them: it begins a turn of a conversation. */
static const char *const bullets[] = {"•", "◦", "▪", "■", "‣", "●", "○", "-", "–", "*"};

/* The end of "12." or "b)"; 0. */
static size_t number_end(struct span line)
{
	size_t at = 0;

	while (at < line.len && at < DIGITS_MOST && utf8_is_digit((unsigned char)line.at[at]))
		at++;
	if (at > 0)
		return at < line.len && (line.at[at] == '.' || line.at[at] == ')') ? at + 1 : 0;
	if (line.len > 1 && line.at[1] == ')' && line.at[0] >= 'a' && line.at[0] <= 'z')
		return 2;
	return 0;
}

static size_t bullet_end(struct span line)
{
	for (size_t i = 0; i < COUNT(bullets); i++)
		if (span_starts(line, span_of(bullets[i])))
			return span_of(bullets[i]).len;
	return 0;
}

/* Behind the blank after the sign, one that does not break included; 0 where there is none. */
static size_t text_start(struct span line, size_t at)
{
	const struct span fixed = SPAN("\xc2\xa0");

	if (at == 0 || at >= line.len)
		return 0;
	if (span_starts(span_cut(line, at, line.len), fixed))
		return at + fixed.len;
	return line.at[at] == ' ' || line.at[at] == '\t' ? at + 1 : 0;
}

enum hanging hanging_of(struct span line, int *width)
{
	size_t bullet = text_start(line, bullet_end(line));
	size_t number = text_start(line, number_end(line));
	size_t start = bullet ? bullet : number;

	*width = start ? width_of(span_cut(line, 0, start)) : 0;
	if (bullet)
		return HANGING_BULLET;
	return number ? HANGING_NUMBER : HANGING_NONE;
}
