#include "text/squeeze.h"

#include "text/utf8.h"

size_t squeeze(struct span text, char *out)
{
	size_t len = 0;
	bool after_blank = false;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t point = utf8_next(text, &at);
		bool blank = utf8_is_space(point);
		if (point == 0xAD || point == 0x200C)
			continue;
		if (blank && !after_blank)
			out[len++] = ' ';
		after_blank = blank;
		if (blank)
			continue;
		memcpy(out + len, text.at + start, at - start);
		len += at - start;
	}
	return len;
}

struct span squeezed(struct span text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.len + 1);

	return span_trim((struct span){out, squeeze(text, out)});
}
