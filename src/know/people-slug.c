#include "know/people-slug.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/script.h"

const char *slug_of(struct span name, struct arena *arena)
{
	struct span text = fold(script_latin(name, arena), arena);
	struct buf slug;

	buf_init(&slug, arena);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_char(&slug, c);
		else if ((c == ' ' || c == '-' || c == '\'' || (unsigned char)c >= 0x80) &&
			 slug.len > 0 && slug.at[slug.len - 1] != '-')
			buf_char(&slug, '-');
	}
	while (slug.len > 0 && slug.at[slug.len - 1] == '-')
		slug.at[--slug.len] = '\0';
	return slug.len ? arena_string(arena, buf_span(&slug)) : "actor";
}

const char *slug_take(struct map *taken, const char *slug, struct arena *arena)
{
	const char *numbered;
	bool made;
	/* The number given last is kept, so that many namesakes cost little. */
	struct map_entry *entry = map_put(taken, span_of(slug), &made);
	uint32_t number = entry->value;

	if (made) {
		entry->value = 1;
		return slug;
	}
	do {
		numbered = arena_format(arena, "%s-%u", slug, ++number);
		map_put(taken, span_of(numbered), &made)->value |= 1;
	} while (!made);
	map_put(taken, span_of(slug), NULL)->value = number;
	return numbered;
}
