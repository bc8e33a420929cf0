#include "text/charset.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#define LATIN_9 "ISO-8859-15"

static void add_point(struct buf *out, uint32_t point, bool *repaired)
{
	char bytes[4];

	*repaired |= point == UTF8_REPLACEMENT;
	buf_add(out, (struct span){bytes, utf8_put(bytes, point)});
}

/* Windows-1252, or ISO-8859-15, which has another eight signs; without iconv, so that the
 * encodings of the west need nothing installed. */
static struct decoded western(struct span bytes, bool latin9, struct arena *arena)
{
	static const uint16_t windows[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
		0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD,
		0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
		0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
	static const uint16_t latin9_signs[][2] = {{0xA4, 0x20AC}, {0xA6, 0x160}, {0xA8, 0x161},
		{0xB4, 0x17D}, {0xB8, 0x17E}, {0xBC, 0x152}, {0xBD, 0x153}, {0xBE, 0x178}};
	struct decoded decoded = {.encoding = latin9 ? LATIN_9 : CHARSET_WESTERN};
	struct buf out;

	buf_init(&out, arena);
	for (size_t at = 0; at < bytes.len; at++) {
		uint32_t point = (unsigned char)bytes.at[at];
		if (!latin9 && point >= 0x80 && point < 0xA0)
			point = windows[point - 0x80];
		for (size_t i = 0; latin9 && i < COUNT(latin9_signs); i++)
			if (point == latin9_signs[i][0])
				point = latin9_signs[i][1];
		add_point(&out, point, &decoded.repaired);
	}
	decoded.text = buf_span(&out);
	return decoded;
}

bool charset_decode(
	struct span bytes, const char *encoding, struct decoded *decoded, struct arena *arena)
{
	char piece[4096];
	bool latin9 = strcmp(encoding, LATIN_9) == 0;

	if (latin9 || strcmp(encoding, CHARSET_WESTERN) == 0) {
		*decoded = western(bytes, latin9, arena);
		return true;
	}
	/* iconv takes its input as char **, and does not write to it. */
	union {
		const char *in;
		char *iconv;
	} at = {bytes.at};
	size_t left = bytes.len;
	struct buf out;
	iconv_t cd = iconv_open("UTF-8", encoding);

	if (cd == (iconv_t)-1) /* NOLINT: iconv's own way of saying no */
		return false;
	*decoded = (struct decoded){.encoding = arena_string(arena, span_of(encoding))};
	buf_init(&out, arena);
	for (bool flushed = false; !flushed;) {
		char *to = piece;
		size_t room = sizeof piece;
		flushed = left == 0;
		size_t done = iconv(cd, left ? &at.iconv : NULL, left ? &left : NULL, &to, &room);
		int reason = errno;
		buf_add(&out, (struct span){piece, sizeof piece - room});
		if (done == (size_t)-1 && reason != E2BIG && left > 0) {
			add_point(&out, UTF8_REPLACEMENT, &decoded->repaired);
			at.in++;
			left--;
		}
		flushed &= done != (size_t)-1 || reason != E2BIG;
	}
	iconv_close(cd);
	decoded->text = buf_span(&out);
	return true;
}
