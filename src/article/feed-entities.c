#include "article/feed-entities.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <libxml/HTMLparser.h>

#define NAME_MOST 32u

static bool is_in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The name of the entity at an "&", empty when its ";" is missing. */
static struct span name_at(struct span text, size_t at)
{
	size_t start = at + 1, end = start;

	if (end < text.len && text.at[end] == '#')
		end++;
	while (end < text.len && end < start + NAME_MOST && is_in_name(text.at[end]))
		end++;
	bool is_whole = end > start && end < text.len && text.at[end] == ';';
	return is_whole ? span_cut(text, start, end) : SPAN("");
}

/* The code point that pages mean by the name; 0: none, or one of XML's own. */
static uint32_t point_of(struct span name)
{
	static const char *const own[] = {"amp", "lt", "gt", "quot", "apos"};
	char terminated[NAME_MOST + 1];

	for (size_t i = 0; i < COUNT(own); i++)
		if (span_is(name, own[i]))
			return 0;
	memcpy(terminated, name.at, name.len);
	terminated[name.len] = '\0';
	const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)terminated);
	return entity ? entity->value : 0;
}

struct span feed_entities_known(struct span text, struct arena *arena)
{
	const struct span open = SPAN("<![CDATA["), close = SPAN("]]>");
	struct buf out;
	size_t from = 0, literal = span_find(text, open, 0);

	buf_init(&out, arena);
	for (size_t at = 0; (at = span_find(text, SPAN("&"), at)) < text.len; at++) {
		while (at > literal) { /* past those that end before it */
			size_t end = span_find(text, close, literal);
			if (at < end) {
				at = end;
				break;
			}
			literal = span_find(text, open, end);
		}
		if (at >= text.len || text.at[at] != '&')
			continue;
		struct span name = name_at(text, at);
		uint32_t point = name.len ? point_of(name) : 0;
		if (name.len && point == 0)
			continue;
		char bytes[4];
		buf_add(&out, span_cut(text, from, at));
		if (name.len)
			buf_add(&out, (struct span){bytes, utf8_put(bytes, point)});
		else
			buf_text(&out, "&amp;");
		from = at + 1 + (name.len ? name.len + 1 : 0);
	}
	if (from == 0)
		return text;
	buf_add(&out, span_cut(text, from, text.len));
	return buf_span(&out);
}
