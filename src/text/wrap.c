#include "text/wrap.h"

#include "text/utf8.h"
#include "text/width.h"

#include <stdint.h>
#include <string.h>
#include <unilbrk.h>

/* The code point before a place, 0 at the start. */
static uint32_t before(struct span text, size_t at)
{
	return at > 0 ? utf8_previous(text, &at) : 0;
}

static bool is_blank(uint32_t point)
{
	return point == ' ' || point == '\t' || point == '\r';
}

/* The end of what is visible before a place. */
static size_t visible_end(struct span text, size_t at)
{
	while (at > 0 && is_blank((unsigned char)text.at[at - 1]))
		at--;
	return at;
}

static size_t digits_before(struct span text, size_t at)
{
	size_t count = 0;

	while (count < 4 && at > count && utf8_is_digit((unsigned char)text.at[at - count - 1]))
		count++;
	return count;
}

static size_t digits_after(struct span text, size_t at)
{
	size_t count = 0;

	while (count < 4 && at + count < text.len &&
		utf8_is_digit((unsigned char)text.at[at + count]))
		count++;
	return count;
}

/* 12 500: a group of three digits after a single blank. */
static bool in_number(struct span text, size_t end, size_t at)
{
	size_t head = digits_before(text, end);

	return at - end == 1 && head >= 1 && head <= 3 && digits_after(text, at) == 3;
}

/* Whether what ends here is a title or an initial, which stays with its name. */
static bool is_title(struct span text, size_t end)
{
	static const char *const titles[] = {"M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr",
		"Mr", "Mr.", "Mrs.", "Ms.", "Dr.", "n°"};
	size_t at = end;

	for (size_t i = 0; i < COUNT(titles); i++) {
		struct span title = span_of(titles[i]);
		if (end >= title.len && span_equal(span_cut(text, end - title.len, end), title) &&
			!utf8_is_letter(before(text, end - title.len)))
			return true;
	}
	if (end == 0 || utf8_previous(text, &at) != '.' || at == 0)
		return false;
	return utf8_is_upper(utf8_previous(text, &at)) && !utf8_is_letter(before(text, at));
}

/* Signs that French sets off with a space that must not be broken. */
static bool is_set_off(uint32_t point)
{
	return point == 0xBB || point == 0x203A || point == ';' || point == ':' || point == '!' ||
	       point == '?' || point == '%' || point == 0x20AC || point == 0xB0;
}

#define PART_LEAST 3 /* letters of what a break at a hyphen may leave on either side */

static bool is_short_before(struct span text, size_t at)
{
	for (int letters = 0; letters < PART_LEAST; letters++)
		if (at == 0 || !utf8_is_letter(utf8_previous(text, &at)))
			return true;
	return false;
}

static bool is_short_after(struct span text, size_t at)
{
	for (int letters = 0; letters < PART_LEAST; letters++)
		if (at == text.len || !utf8_is_letter(utf8_next(text, &at)))
			return true;
	return false;
}

/* Behind the hyphen of "a-t-il", of "celui-ci", of "G-7". */
static bool leaves_too_little(struct span text, size_t at)
{
	size_t hyphen = at;
	uint32_t point = at > 0 ? utf8_previous(text, &hyphen) : 0;

	return (point == '-' || point == 0x2010) &&
	       (is_short_before(text, hyphen) || is_short_after(text, at));
}

static bool may_break(struct span text, size_t at)
{
	size_t end = visible_end(text, at), next = at;
	uint32_t last = before(text, end), first = utf8_next(text, &next);

	if (is_set_off(first) || last == 0xAB || last == 0x2039)
		return false;
	if (end == at)
		return !leaves_too_little(text, at);
	/* Titles stand before names and numbers. */
	if (utf8_is_digit(first))
		return !(in_number(text, end, at) || is_title(text, end));
	return !(utf8_is_upper(first) && is_title(text, end));
}

/* Blanks from this place on. */
static size_t blanks_end(struct span text, size_t at)
{
	while (at < text.len && is_blank((unsigned char)text.at[at]))
		at++;
	return at;
}

/* The end of a letter that is nothing but a letter to the rules of breaking: of ASCII, or U+00C0 to
 * U+023F but × and ÷; else at. */
static size_t letter_end(struct span text, size_t at)
{
	unsigned char byte = at < text.len ? (unsigned char)text.at[at] : 0;
	unsigned char next = at + 1 < text.len ? (unsigned char)text.at[at + 1] : 0;

	if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
		return at + 1;
	bool sign = byte == 0xC3 && (next == 0x97 || next == 0xB7);
	return byte >= 0xC3 && byte <= 0xC8 && (next & 0xC0) == 0x80 && !sign ? at + 2 : at;
}

/* The start of the next word that begins with a letter after one that ends with a letter and a
 * blank: what stands before it has no say in what follows.  plain: there are only letters between
 * start and that blank. */
static size_t piece_end(struct span text, size_t start, bool *plain)
{
	size_t at = start;

	*plain = true;
	while (at < text.len) {
		size_t end = letter_end(text, at);
		if (end > at && end < text.len && text.at[end] == ' ' &&
			letter_end(text, end + 1) > end + 1)
			return end + 1;
		*plain = *plain && end > at;
		at = end > at ? end : at + 1;
	}
	return at;
}

/* The rules look at a few signs; most words have none of them. */
static void find_breaks(struct span text, char *breaks)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		bool plain;
		end = piece_end(text, at, &plain);
		if (plain)
			memset(breaks + at, UC_BREAK_PROHIBITED, end - at);
		else
			u8_possible_linebreaks(
				(const uint8_t *)text.at + at, end - at, "UTF-8", breaks + at);
		if (at > 0)
			breaks[at] = UC_BREAK_POSSIBLE;
	}
}

struct wrap wrap_of(struct span text, int width, struct arena *arena)
{
	char *breaks = arena_alloc(arena, text.len + 1);

	find_breaks(text, breaks);
	for (size_t at = 1; at < text.len; at++) {
		if (breaks[at] == UC_BREAK_POSSIBLE && !may_break(text, at))
			breaks[at] = UC_BREAK_PROHIBITED;
		/* A run of blanks is looked at from its end, once. */
		if (is_blank((unsigned char)text.at[at]))
			at = blanks_end(text, at) - 1;
	}
	return (struct wrap){.text = text, .breaks = breaks, .width = width < 1 ? 1 : width};
}

static struct extent row_of(const struct wrap *wrap, size_t start, size_t end)
{
	size_t visible = visible_end(wrap->text, end);

	return (struct extent){(uint32_t)start, (uint32_t)(visible > start ? visible : start)};
}

bool wrap_next(struct wrap *wrap, struct extent *row)
{
	struct span text = wrap->text;
	size_t start = wrap->at, at = start, last = start;
	int used = 0;

	if (start >= text.len)
		return false;
	while (at < text.len && text.at[at] != '\n') {
		int cells;
		if (at > start && wrap->breaks[at] == UC_BREAK_POSSIBLE)
			last = at;
		size_t end = cluster_end(text, at, &cells);
		bool blank = end == at + 1 && is_blank((unsigned char)text.at[at]);
		if (wrap->squeezes && blank && at > start &&
			is_blank((unsigned char)text.at[at - 1]))
			cells = 0;
		/* Blanks at the edge hang over it: they are not carried by the row. */
		if (!blank && cells > wrap->width - used) {
			if (last > start)
				at = last;
			else if (at == start)
				at = end;
			*row = row_of(wrap, start, at);
			wrap->at = at;
			return true;
		}
		used = blank && used >= wrap->width ? wrap->width : used + cells;
		at = end;
	}
	*row = row_of(wrap, start, at);
	wrap->at = at + 1;
	return true;
}
