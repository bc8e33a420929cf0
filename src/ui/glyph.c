#include "ui/glyph.h"

#include "text/utf8.h"
#include "text/width.h"

#include <string.h>
#include <wchar.h>

/* What is seen of a code point that must not reach the terminal. */
static uint32_t mark_of(uint32_t point)
{
	switch (point) {
	case '\t':
	case '\n':
	case '\r':
		return ' ';
	case 0x7F:
		return 0x2421;
	case 0xAD: /* a soft hyphen */
		return '-';
	default:
		return point < 0x20 ? 0x2400 + point : UTF8_REPLACEMENT;
	}
}

/* Joiners and selectors choose among the looks of one glyph; terminals disagree on the width
 * that follows from it, so the plain look is taken. */
static bool is_selector(uint32_t point)
{
	return (point >= 0x200B && point <= 0x200D) || (point >= 0xFE00 && point <= 0xFE0F) ||
	       point == 0x2060 || point == 0xFEFF || (point >= 0xE0000 && point <= 0xE01EF);
}

static void add_point(struct glyph *glyph, uint32_t point)
{
	char bytes[4];
	size_t len = utf8_put(bytes, point);
	if (glyph->len + len > GLYPH_BYTES)
		return;
	memcpy(glyph->bytes + glyph->len, bytes, len);
	glyph->len = (uint8_t)(glyph->len + len);
}

static struct glyph glyph_of(uint32_t point, int width)
{
	struct glyph glyph = {.width = (uint8_t)width};
	add_point(&glyph, point);
	return glyph;
}

int glyph_make(struct span cluster, int width, struct glyph glyphs[2])
{
	int count = 0, used = 0, points = 0;

	for (size_t at = 0; at < cluster.len;) {
		uint32_t point = utf8_next(cluster, &at);
		bool harmful = width_is_harmful(point);
		if ((harmful || is_selector(point)) && count)
			continue;
		int cells = harmful ? 1 : wcwidth((wchar_t)point);
		if (harmful)
			point = mark_of(point);
		if (cells < 0 || cells > width) { /* unknown to the terminal, or too wide */
			point = UTF8_REPLACEMENT;
			cells = 1;
		}
		if (cells == 0) {
			if (count == 0) { /* a lone mark stands on a blank */
				glyphs[count++] = glyph_of(' ', 1);
				used = points = 1;
			}
			if (!is_selector(point) && points++ < GLYPH_POINTS)
				add_point(&glyphs[count - 1], point);
			continue;
		}
		if (used + cells > width)
			break;
		glyphs[count++] = glyph_of(point, cells);
		used += cells;
		points = 1;
	}
	while (used < width) {
		glyphs[count++] = glyph_of(' ', 1);
		used++;
	}
	return count;
}
