#include "text/lower.h"

#include "text/utf8.h"

#include <unicase.h>

struct span lower(struct span word, struct arena *arena)
{
	/* No small letter takes more than three bytes where its capital takes two, and a bad
	 * byte becomes three. */
	char *out = arena_alloc(arena, word.len * 3 + 1);
	size_t len = 0;

	for (size_t at = 0; at < word.len;) {
		unsigned char byte = (unsigned char)word.at[at];
		if (byte < 0x80) {
			bool capital = byte >= 'A' && byte <= 'Z';
			out[len++] = (char)(capital ? byte + 0x20 : byte);
			at++;
		} else {
			uint32_t point = utf8_next(word, &at);
			if (point != 0xAD && point != 0x200C) /* they part what is one word */
				len += utf8_put(out + len, uc_tolower(point));
		}
	}
	return (struct span){out, len};
}
