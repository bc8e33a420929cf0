#include "ui/hyperlink.h"

#include "base/buf.h"

static bool is_web(struct span url)
{
	const struct span web = SPAN("http://"), safe = SPAN("https://");

	return (span_starts(url, web) && url.len > web.len) ||
	       (span_starts(url, safe) && url.len > safe.len);
}

const char *hyperlink_sequence(struct span url, uint32_t id, struct arena *arena)
{
	struct buf buf;

	if (!is_web(url) || url.len > HYPERLINK_MOST)
		return NULL;
	buf_init(&buf, arena);
	buf_format(&buf, "\033]8;id=%u;", id);
	size_t head = buf.len;
	for (size_t i = 0; i < url.len; i++) {
		unsigned char byte = (unsigned char)url.at[i];
		if (byte > ' ' && byte < 0x7f)
			buf_char(&buf, (char)byte);
		else
			buf_format(&buf, "%%%02X", byte);
	}
	if (buf.len - head > HYPERLINK_MOST)
		return NULL;
	buf_text(&buf, "\033\\");
	return arena_string(arena, buf_span(&buf));
}
