#include "gold.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

static struct span read_all(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	struct buf buf;
	char part[4096];
	size_t len;

	if (!file) {
		perror(path);
		exit(1);
	}
	buf_init(&buf, arena);
	while ((len = fread(part, 1, sizeof part, file)) > 0)
		buf_add(&buf, (struct span){part, len});
	fclose(file);
	return buf_span(&buf);
}

/* Paths hold nothing that JSON escapes, so a string ends at the next quotation mark. */
void gold_read(struct gold *gold, const char *path, struct arena *arena)
{
	struct span text = read_all(path, arena);
	uint32_t event = 0;
	int depth = 0;

	map_init(&gold->events, arena);
	for (size_t at = span_find(text, SPAN("\"events\":"), 0) + 9; at < text.len; at++) {
		char c = text.at[at];
		depth += (c == '[') - (c == ']');
		event += c == ']' && depth == 1;
		if (c == ']' && depth == 0)
			break;
		if (c != '"')
			continue;
		size_t end = span_find(text, SPAN("\""), at + 1);
		map_put(&gold->events, span_cut(text, at + 1, end), NULL)->value = event;
		at = end;
	}
}

uint32_t gold_event(const struct gold *gold, const char *path)
{
	struct span rest = span_of(path);

	for (;;) {
		const struct map_entry *entry = map_get(&gold->events, rest);
		if (entry)
			return entry->value;
		size_t slash = span_find(rest, SPAN("/"), 0);
		if (slash == rest.len)
			return GOLD_NONE;
		rest = span_cut(rest, slash + 1, rest.len);
	}
}
