#include "text/decode.h"

#include "base/buf.h"
#include "text/charset.h"
#include "text/utf8.h"

#include <string.h>

#define ONES UINT64_C(0x0101010101010101)
#define SCAN_LEN 8192 /* bytes that are looked at for zeros */

static unsigned byte_at(struct span bytes, size_t at)
{
	return (unsigned char)bytes.at[at];
}

static void add_point(struct buf *out, uint32_t point, bool *repaired)
{
	char bytes[4];

	*repaired |= point == UTF8_REPLACEMENT;
	buf_add(out, (struct span){bytes, utf8_put(bytes, point)});
}

/* A number of two or four bytes, whichever end comes first. */
static uint32_t unit_at(struct span bytes, size_t at, size_t each, bool big)
{
	uint32_t value = 0;

	for (size_t i = 0; i < each; i++)
		value = value << 8 | byte_at(bytes, at + (big ? i : each - 1 - i));
	return value;
}

/* UTF-16 or UTF-32; a surrogate without its other half and a cut unit are U+FFFD. */
static struct decoded decode_wide(
	struct span bytes, size_t each, bool big, const char *encoding, struct arena *arena)
{
	struct decoded decoded = {.encoding = encoding};
	struct buf out;
	size_t at = 0;

	buf_init(&out, arena);
	while (bytes.len - at >= each) {
		uint32_t point = unit_at(bytes, at, each, big);
		at += each;
		if (each == 2 && point >= 0xD800 && point < 0xDC00 && bytes.len - at >= 2) {
			uint32_t low = unit_at(bytes, at, 2, big);
			if (low >= 0xDC00 && low < 0xE000) {
				point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
				at += 2;
			}
		}
		if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
			point = UTF8_REPLACEMENT;
		add_point(&out, point, &decoded.repaired);
	}
	if (at < bytes.len)
		add_point(&out, UTF8_REPLACEMENT, &decoded.repaired);
	decoded.text = buf_span(&out);
	return decoded;
}

static struct decoded decode_utf8(struct span bytes, struct arena *arena)
{
	struct decoded decoded = {.text = bytes, .encoding = "UTF-8"};
	struct buf out;

	if (utf8_valid(bytes))
		return decoded;
	buf_init(&out, arena);
	for (size_t at = 0; at < bytes.len;)
		add_point(&out, utf8_next(bytes, &at), &decoded.repaired);
	decoded.text = buf_span(&out);
	return decoded;
}

/* Pairs of bytes of which one half is often zero and the other never: UTF-16.  1 little-endian,
 * 2 big-endian, 0 neither. */
static int wide_without_mark(struct span bytes)
{
	size_t zeros[2] = {0, 0};
	size_t len = bytes.len < SCAN_LEN ? bytes.len : SCAN_LEN;

	if (len == 0 || !memchr(bytes.at, '\0', len))
		return 0;
	for (size_t at = 0; at < len; at++)
		zeros[at & 1] += bytes.at[at] == '\0';
	size_t least = len / 100 + 1; /* of every hundred letters two are blanks in any script */
	if (zeros[1] >= least && zeros[0] == 0)
		return 1;
	return zeros[0] >= least && zeros[1] == 0 ? 2 : 0;
}

static const struct byte_order_mark {
	struct span bytes;
	size_t each; /* bytes a unit; 1 is UTF-8 */
	bool big;
	const char *encoding;
} marks[] = {
	{{"\xEF\xBB\xBF", 3}, 1, false, "UTF-8"},
	{{"\xFF\xFE\0\0", 4}, 4, false, "UTF-32LE"},
	{{"\0\0\xFE\xFF", 4}, 4, true, "UTF-32BE"},
	{{"\xFF\xFE", 2}, 2, false, "UTF-16LE"},
	{{"\xFE\xFF", 2}, 2, true, "UTF-16BE"},
};

static const struct byte_order_mark *mark_of(struct span bytes)
{
	for (size_t i = 0; i < COUNT(marks); i++)
		if (span_starts(bytes, marks[i].bytes))
			return &marks[i];
	return NULL;
}

struct decoded decode(struct span bytes, struct arena *arena)
{
	const struct byte_order_mark *mark = mark_of(bytes);
	struct decoded decoded;

	if (mark) {
		bytes = span_cut(bytes, mark->bytes.len, bytes.len);
		if (mark->each > 1)
			return decode_wide(bytes, mark->each, mark->big, mark->encoding, arena);
		return decode_utf8(bytes, arena);
	}
	switch (wide_without_mark(bytes)) {
	case 1:
		return decode_wide(bytes, 2, false, "UTF-16LE", arena);
	case 2:
		return decode_wide(bytes, 2, true, "UTF-16BE", arena);
	default:
		break;
	}
	/* Japanese in seven bits, told by its escape sequences. */
	if (span_find(bytes, SPAN("\x1B$B"), 0) < bytes.len &&
		charset_decode(bytes, "ISO-2022-JP", &decoded, arena))
		return decoded;
	if (!utf8_valid(bytes) &&
		charset_decode(bytes, charset_guess(bytes, arena), &decoded, arena) &&
		!span_is(span_of(decoded.encoding), "UTF-8"))
		return decoded;
	return decode_utf8(bytes, arena);
}

/* Whether one of the eight bytes is under 0x20. */
static bool has_control(uint64_t eight)
{
	return (eight - 0x20 * ONES) & ~eight & 0x80 * ONES;
}

bool decode_is_binary(struct span head)
{
	/* clang-format off */
	static const struct span magic[] = {{"\x89PNG", 4}, {"\xFF\xD8\xFF", 3}, {"GIF8", 4},
		{"%PDF-", 5}, {"PK\3\4", 4}, {"PK\5\6", 4}, {"\x1F\x8B", 2}, {"BZh", 3},
		{"\xFD"
		 "7zXZ",
			5},
		{"7z\xBC\xAF", 4}, {"\x28\xB5\x2F\xFD", 4},
		{"\x7F"
		 "ELF",
			4},
		{"RIFF", 4}, {"OggS", 4}, {"ID3", 3}, {"fLaC", 4}, {"OTTO", 4}, {"wOFF", 4},
		{"wOF2", 4}, {"II*\0", 4}, {"MM\0*", 4}, {"SQLite format 3", 15},
		{"\xCA\xFE\xBA\xBE", 4}, {"\xD0\xCF\x11\xE0", 4}, {"8BPS", 4}, {"Rar!", 4},
		{"\xCF\xFA\xED\xFE", 4}, {"\1\0\0\0\0", 5}};
	/* clang-format on */
	size_t zeros = 0, controls = 0;

	for (size_t i = 0; i < COUNT(magic); i++)
		if (span_starts(head, magic[i]))
			return true;
	if (mark_of(head) || wide_without_mark(head))
		return false;
	for (size_t at = 0; at < head.len; at++) {
		uint64_t eight;
		while (head.len - at > sizeof eight) {
			memcpy(&eight, head.at + at, sizeof eight);
			if (has_control(eight))
				break;
			at += sizeof eight;
		}
		unsigned byte = byte_at(head, at);
		zeros += byte == 0;
		controls += byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
	}
	/* One damaged byte makes no picture of a text. */
	return zeros > 1 + head.len / 200 || controls > 2 + head.len / 25;
}
