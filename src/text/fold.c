#include "text/fold.h"

#include "text/fold-table.h"
#include "text/utf8.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#define POINTS_MOST 8
#define BYTES_MOST (POINTS_MOST * 4) /* of the fold of one code point */
#define HIGH_BITS UINT64_C(0x8080808080808080)
#define ONES UINT64_C(0x0101010101010101)

/* Accents have a combining class (ccc) of their own kind: 10 to 35 the points of Hebrew and Arabic,
 * 200 and over what stands above or below a letter.  Vowel signs and the voicing of kana, which
 * are letters to their readers, have others and stay. */
static bool is_accent(uint32_t point)
{
	int ccc = point < 0x300 ? 0 : uc_combining_class(point);

	return ccc == 1 || (ccc >= 10 && ccc <= 36) || ccc >= 200;
}

/* Typographic signs that are typed as plain ones. */
static uint32_t plain_sign(uint32_t point)
{
	switch (point) {
	case 0x2018:
	case 0x2019:
	case 0x201B:
	case 0x02BC:
	case 0x00B4:
		return '\'';
	case 0x2212:
		return '-';
	default:
		return point >= 0x2010 && point <= 0x2015 ? '-' : point;
	}
}

/* What has no case and is made of nothing smaller: most of the world's letters and signs. */
static bool folds_to_itself(uint32_t point)
{
	static const uint32_t others = UC_CATEGORY_MASK_LC | UC_CATEGORY_MASK_Lm |
				       UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me |
				       UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cn;
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;

	if ((point >= 0x4E00 && point <= 0x9FFF) || point == UTF8_REPLACEMENT)
		return true;
	return !uc_is_general_category_withtable(point, others) &&
	       uc_decomposition(point, &tag, parts) < 0;
}

static int fold_rare(uint32_t point, uint32_t out[POINTS_MOST])
{
	uint32_t whole[64], cased[64], parts[64];
	size_t whole_len = COUNT(whole), cased_len = COUNT(cased), parts_len = COUNT(parts);
	int count = 0;

	if (folds_to_itself(point)) {
		out[0] = point;
		return 1;
	}
	if (uc_is_property_default_ignorable_code_point(point))
		return 0;
	/* Compatibility forms hide capitals, and case folding makes new composed letters.  The
	 * library writes into these arrays: no fold of one code point is as long. */
	if (u32_normalize(UNINORM_NFKD, &point, 1, whole, &whole_len) != whole ||
		u32_casefold(whole, whole_len, NULL, UNINORM_NFKD, parts, &parts_len) != parts ||
		u32_casefold(parts, parts_len, NULL, UNINORM_NFKD, cased, &cased_len) != cased) {
		out[0] = point;
		return 1;
	}
	for (size_t i = 0; i < cased_len; i++) {
		if (is_accent(cased[i]))
			continue;
		if (count == POINTS_MOST) { /* one sign that stands for a sentence, U+FDFA */
			out[0] = point;
			return 1;
		}
		out[count++] = plain_sign(cased[i]);
	}
	return count;
}

int fold_point(uint32_t point, uint32_t out[8])
{
	int count = 0;

	if (point < 0x80) {
		out[0] = point >= 'A' && point <= 'Z' ? point + 0x20 : point;
		return 1;
	}
	if (point < FOLD_LATIN_END) {
		struct span bytes = span_of(fold_latin[point - FOLD_LATIN_START]);
		for (size_t at = 0; at < bytes.len;)
			out[count++] = utf8_next(bytes, &at);
		return count;
	}
	if (point >= 0x410 && point <= 0x44F) { /* Russian; а to я follow А to Я */
		uint32_t small = point < 0x430 ? point + 0x20 : point;
		out[0] = small == 0x439 ? 0x438 : small;
		return 1;
	}
	if (point >= 0x300 && point < 0x370) /* accents that stand apart */
		return 0;
	out[0] = plain_sign(point);
	return out[0] != point ? 1 : fold_rare(point, out);
}

/* Eight bytes of ASCII at once: a bit is set in the top of each byte that is a capital, and
 * moved to where it makes the letter small. */
static uint64_t small_eight(uint64_t eight)
{
	uint64_t from_a = eight + (0x80 - 'A') * ONES;
	uint64_t past_z = eight + (0x80 - 'Z' - 1) * ONES;

	return eight | ((from_a & ~past_z & HIGH_BITS) >> 2);
}

/* The fold of the code point at *at to out, which has BYTES_MOST bytes; how many were written. */
static size_t fold_next(struct span text, size_t *at, char *out)
{
	uint32_t point = utf8_next(text, at), points[POINTS_MOST];

	if (point >= FOLD_LATIN_START && point < FOLD_LATIN_END) {
		const char *bytes = fold_latin[point - FOLD_LATIN_START];
		size_t len = 0;
		for (; bytes[len]; len++)
			out[len] = bytes[len];
		return len;
	}
	int count = fold_point(point, points);
	size_t len = 0;
	for (int i = 0; i < count; i++)
		len += utf8_put(out + len, points[i]);
	return len;
}

struct span fold(struct span text, struct arena *arena)
{
	size_t room = text.len + text.len / 16 + BYTES_MOST, len = 0, at = 0;
	char *out = arena_alloc(arena, room + 1);

	while (at < text.len) {
		uint64_t eight;
		/* What is left and not longer than itself must always fit. */
		if (room - len < text.len - at + BYTES_MOST) {
			room = room * 2 + text.len - at;
			char *wider = arena_alloc(arena, room + 1);
			memcpy(wider, out, len);
			out = wider;
		}
		while (text.len - at >= sizeof eight) {
			memcpy(&eight, text.at + at, sizeof eight);
			if (eight & HIGH_BITS)
				break;
			eight = small_eight(eight);
			memcpy(out + len, &eight, sizeof eight);
			len += sizeof eight;
			at += sizeof eight;
		}
		for (; at < text.len && !(text.at[at] & 0x80); at++, len++)
			out[len] = text.at[at] >= 'A' && text.at[at] <= 'Z'
					   ? (char)(text.at[at] + 0x20)
					   : text.at[at];
		if (at < text.len)
			len += fold_next(text, &at, out + len);
	}
	return (struct span){out, len};
}

/* Whether the text from start on folds to the needle; where that ends in *end. */
static bool folds_at(struct span text, size_t start, struct span needle, size_t *end)
{
	char bytes[BYTES_MOST];
	size_t met = 0, at = start;

	while (at < text.len) {
		size_t before = at;
		size_t len = fold_next(text, &at, bytes);
		if (met == needle.len && len) {
			at = before;
			break;
		}
		if (len > needle.len - met || memcmp(bytes, needle.at + met, len) != 0 ||
			(met == 0 && len == 0))
			return false;
		met += len;
	}
	*end = at; /* accents that follow belong to the last letter */
	return met == needle.len;
}

bool fold_find(struct span text, struct span folded, size_t start, struct extent *hit)
{
	size_t end;

	if (folded.len == 0)
		return false;
	char first = folded.at[0];
	char capital = first >= 'a' && first <= 'z' ? (char)(first - 0x20) : first;
	for (size_t at = start; at < text.len;) {
		char byte = text.at[at];
		if ((byte == first || byte == capital || byte & 0x80) &&
			folds_at(text, at, folded, &end)) {
			*hit = (struct extent){(uint32_t)at, (uint32_t)end};
			return true;
		}
		if (byte & 0x80)
			utf8_next(text, &at);
		else
			at++;
	}
	return false;
}
