#include "text/utf8.h"

#include <string.h>
#include <unictype.h>

#define HIGH_BITS UINT64_C(0x8080808080808080)

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* How many bytes a first byte announces, and the smallest code point that may need them. */
static size_t announced(unsigned char first, uint32_t *least)
{
	if (first >= 0xC2 && first <= 0xDF) {
		*least = 0x80;
		return 2;
	}
	if (first >= 0xE0 && first <= 0xEF) {
		*least = 0x800;
		return 3;
	}
	if (first >= 0xF0 && first <= 0xF4) {
		*least = 0x10000;
		return 4;
	}
	return 1;
}

/* The length of the valid sequence at the start, its code point in *point; 0 for a bad one. */
static size_t sequence(const char *at, size_t left, uint32_t *point)
{
	unsigned char first = (unsigned char)at[0];
	uint32_t least = 0, value;

	if (first < 0x80) {
		*point = first;
		return 1;
	}
	size_t len = announced(first, &least);
	if (len == 1 || len > left)
		return 0;
	value = first & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_continuation(at[i]))
			return 0;
		value = value << 6 | ((unsigned char)at[i] & 0x3F);
	}
	if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	*point = value;
	return len;
}

uint32_t utf8_next_wide(struct span text, size_t *at)
{
	uint32_t point = UTF8_REPLACEMENT;
	size_t len = sequence(text.at + *at, text.len - *at, &point);

	*at += len ? len : 1;
	return point;
}

uint32_t utf8_previous(struct span text, size_t *at)
{
	size_t end = *at, start = end - 1;
	uint32_t point = UTF8_REPLACEMENT;

	if (!(text.at[start] & 0x80)) {
		*at = start;
		return (unsigned char)text.at[start];
	}
	while (start > 0 && end - start < 4 && is_continuation(text.at[start]))
		start--;
	/* A valid sequence never overlaps another, so one that ends here is the one. */
	if (sequence(text.at + start, end - start, &point) == end - start) {
		*at = start;
		return point;
	}
	*at = end - 1;
	return UTF8_REPLACEMENT;
}

size_t utf8_put(char out[4], uint32_t point)
{
	if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		point = UTF8_REPLACEMENT;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xC0 | point >> 6);
		out[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (char)(0xE0 | point >> 12);
		out[1] = (char)(0x80 | (point >> 6 & 0x3F));
		out[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | point >> 18);
	out[1] = (char)(0x80 | (point >> 12 & 0x3F));
	out[2] = (char)(0x80 | (point >> 6 & 0x3F));
	out[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

/* The end of the run of ASCII bytes that begins at this place, in steps of eight where it can. */
static size_t ascii_end(struct span text, size_t at)
{
	uint64_t eight;

	while (text.len - at >= sizeof eight) {
		memcpy(&eight, text.at + at, sizeof eight);
		if (eight & HIGH_BITS)
			break;
		at += sizeof eight;
	}
	while (at < text.len && !(text.at[at] & 0x80))
		at++;
	return at;
}

bool utf8_valid(struct span text)
{
	uint32_t point;

	for (size_t at = ascii_end(text, 0); at < text.len; at = ascii_end(text, at)) {
		size_t len = sequence(text.at + at, text.len - at, &point);
		if (len == 0)
			return false;
		at += len;
	}
	return true;
}

bool utf8_boundary(struct span text, size_t at)
{
	if (at == 0 || at >= text.len || !is_continuation(text.at[at]))
		return at <= text.len;
	size_t start = at;
	uint32_t point;
	while (start > 0 && at - start < 3 && is_continuation(text.at[start]))
		start--;
	return start + sequence(text.at + start, text.len - start, &point) <= at;
}

size_t utf8_count(struct span text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len; count++)
		utf8_next(text, &at);
	return count;
}

/* clang-format off */
#define C (UTF8_LETTER | UTF8_UPPER)
#define S (UTF8_LETTER | UTF8_LOWER)
#define D UTF8_DIGIT
#define B UTF8_SPACE
const unsigned char utf8_ascii[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, B, B, 0, 0, B, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
	0, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
	C, C, C, C, C, C, C, C, C, C, C, 0, 0, 0, 0, 0,
	0, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, S, S, S, S, S, S, S, S, S, S, 0, 0, 0, 0, 0,
};
#undef C
#undef S
#undef D
#undef B
/* clang-format on */

/* Latin-1 and what Russian is written with, without a look into the tables of the library; what
 * these have in common with the library is held by a test. */
static bool is_near(uint32_t point, unsigned *properties)
{
	if (point >= 0xC0 && point <= 0xFF && point != 0xD7 && point != 0xF7) {
		*properties = UTF8_LETTER | (point < 0xDF ? UTF8_UPPER : UTF8_LOWER);
		return true;
	}
	if (point >= 0x400 && point <= 0x45F) {
		*properties = UTF8_LETTER | (point < 0x430 ? UTF8_UPPER : UTF8_LOWER);
		return true;
	}
	if (point == 0xA0 || point == 0x202F) {
		*properties = UTF8_SPACE;
		return true;
	}
	*properties = 0; /* quotation marks, dashes, apostrophes */
	return point == 0xAB || point == 0xBB || (point >= 0x2010 && point <= 0x2027);
}

bool utf8_has_wide(uint32_t point, unsigned properties)
{
	static const uint32_t categories[] = {UC_CATEGORY_MASK_L, UC_CATEGORY_MASK_M,
		UC_CATEGORY_MASK_Nd, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt, UC_CATEGORY_MASK_Ll,
		UC_CATEGORY_MASK_Z};
	unsigned near;
	uint32_t mask = 0;

	if (is_near(point, &near))
		return (near & properties) != 0;
	for (size_t i = 0; properties; i++, properties >>= 1)
		mask |= properties & 1 ? categories[i] : 0;
	return uc_is_general_category_withtable(point, mask);
}
