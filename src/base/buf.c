#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void need(struct buf *buf, size_t more)
{
	if (buf->room - buf->len > more)
		return;
	size_t room = (buf->len + more + 1) * 2;
	char *at = arena_alloc(buf->arena, room);
	if (buf->len)
		memcpy(at, buf->at, buf->len);
	buf->at = at;
	buf->room = room;
}

void buf_init(struct buf *buf, struct arena *arena)
{
	*buf = (struct buf){.arena = arena};
	need(buf, 0);
}

void buf_add(struct buf *buf, struct span span)
{
	need(buf, span.len);
	if (span.len)
		memcpy(buf->at + buf->len, span.at, span.len);
	buf->len += span.len;
	buf->at[buf->len] = 0;
}

void buf_text(struct buf *buf, const char *string)
{
	buf_add(buf, span_of(string));
}

void buf_char(struct buf *buf, char c)
{
	buf_add(buf, (struct span){&c, 1});
}

void buf_format(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len > 0) {
		need(buf, (size_t)len);
		vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
}

void buf_reset(struct buf *buf)
{
	buf->len = 0;
	buf->at[0] = 0;
}

struct span buf_span(const struct buf *buf)
{
	return (struct span){buf->at, buf->len};
}
