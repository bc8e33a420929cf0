#include "text/width.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <limits.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#define ZERO_WIDTH_JOINER 0x200D
#define EMOJI_SELECTOR 0xFE0F

bool width_is_harmful(uint32_t point)
{
	if (point < 0x300)
		return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0xAD;
	return point == 0x061C || point == 0x200E || point == 0x200F ||
	       (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F) ||
	       (point >= 0xFDD0 && point <= 0xFDEF) || (point >= 0xFFF9 && point <= 0xFFFB) ||
	       (point & 0xFFFE) == 0xFFFE;
}

/* Signs that say only where a line may break: they take part in the cluster before them. */
static bool is_invisible(uint32_t point)
{
	return point == 0x200B || (point >= 0x2060 && point <= 0x2064) || point == 0xFEFF ||
	       point == 0x180E;
}

static bool is_flag_letter(uint32_t point)
{
	return point >= 0x1F1E6 && point <= 0x1F1FF;
}

/* A cluster in the making. */
struct cluster {
	uint32_t first, last;
	uint32_t flag_letters; /* at its end */
	int cells;
};

static bool joins(const struct cluster *cluster, uint32_t point)
{
	if (width_is_harmful(point))
		return false;
	if (is_invisible(point))
		return true;
	if (is_flag_letter(point) && is_flag_letter(cluster->last))
		return cluster->flag_letters % 2 == 1;
	if (cluster->last == ZERO_WIDTH_JOINER && uc_is_property_extended_pictographic(point))
		return uc_is_property_extended_pictographic(cluster->first);
	return !uc_is_grapheme_break(cluster->last, point);
}

static void take(struct cluster *cluster, uint32_t point)
{
	int cells = uc_width(point, "UTF-8");

	cluster->flag_letters = is_flag_letter(point) ? cluster->flag_letters + 1 : 0;
	if (point == EMOJI_SELECTOR || cluster->flag_letters == 2)
		cells = 2;
	if (cells > 0)
		cluster->cells += cells;
	if (cluster->cells > 2)
		cluster->cells = 2;
	cluster->last = point;
}

/* U+00C0 to U+02FF: letters of Latin, none of which joins what is before it or is wide. */
static bool begins_latin(unsigned char byte)
{
	return byte >= 0xC3 && byte <= 0xCB;
}

bool width_is_apart(struct span text, size_t at)
{
	unsigned char byte = at < text.len ? (unsigned char)text.at[at] : 0;

	return byte < 0x80 || begins_latin(byte);
}

/* The end of what begins like most of every text: a letter, of one cell by itself; 0: unknown. */
static size_t letter_end(struct span text, size_t start)
{
	unsigned char byte = (unsigned char)text.at[start];
	size_t end = start + 1;

	if (begins_latin(byte))
		end += end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80;
	return (byte < 0x80 || end == start + 2) && width_is_apart(text, end) ? end : 0;
}

size_t cluster_end(struct span text, size_t start, int *width)
{
	size_t end = letter_end(text, start);

	*width = 1;
	if (end)
		return end;
	end = start;
	struct cluster cluster = {.first = utf8_next(text, &end)};
	take(&cluster, cluster.first);
	while (end < text.len && !width_is_harmful(cluster.first)) {
		size_t next = end;
		uint32_t point = utf8_next(text, &next);
		if (!joins(&cluster, point))
			break;
		take(&cluster, point);
		end = next;
	}
	if (cluster.cells > 0 && !width_is_harmful(cluster.first))
		*width = cluster.cells;
	return end;
}

int width_of(struct span text)
{
	int total = 0, width;

	for (size_t at = 0; at < text.len && total < INT_MAX - 2; total += width)
		at = cluster_end(text, at, &width);
	return total;
}

size_t width_cut(struct span text, int width, int *used)
{
	size_t at = 0;

	*used = 0;
	while (at < text.len) {
		int cells;
		size_t end = cluster_end(text, at, &cells);
		if (cells > width - *used)
			break;
		*used += cells;
		at = end;
	}
	return at;
}

struct span width_clip(struct span text, int width, struct arena *arena)
{
	struct buf out;
	int used;

	if (width <= 0)
		return SPAN("");
	if (width_cut(text, width, &used) == text.len)
		return text;
	buf_init(&out, arena);
	buf_add(&out, span_cut(text, 0, width_cut(text, width - 1, &used)));
	buf_text(&out, "…");
	return buf_span(&out);
}

struct span harmless(struct span text, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		char mark[4];
		uint32_t point = utf8_next(text, &at);
		if (point == '\n' || point == '\t') {
			buf_char(&out, ' ');
		} else if (width_is_harmful(point) || point == UTF8_REPLACEMENT) {
			point = point < 0x20 ? 0x2400 + point : UTF8_REPLACEMENT;
			buf_add(&out, (struct span){mark, utf8_put(mark, point)});
		} else {
			buf_add(&out, span_cut(text, start, at));
		}
	}
	return buf_span(&out);
}
