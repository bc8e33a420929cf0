#include "ui/clipboard.h"

#include "base/buf.h"

static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Three bytes, or what is left of them, as four signs. */
static void add_group(struct buf *buf, struct span bytes)
{
	uint32_t group = 0;

	for (size_t i = 0; i < 3; i++)
		group = group << 8 | (i < bytes.len ? (unsigned char)bytes.at[i] : 0);
	for (size_t i = 0; i < 4; i++)
		buf_char(buf, i <= bytes.len ? signs[group >> (18 - 6 * i) & 63] : '=');
}

const char *clipboard_sequence(struct span text, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	buf_text(&buf, "\033]52;c;");
	for (size_t at = 0; at < text.len; at += 3)
		add_group(&buf, span_cut(text, at, at + 3));
	buf_text(&buf, "\033\\");
	return buf.at;
}
