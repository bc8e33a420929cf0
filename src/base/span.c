#include "base/span.h"

#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

int span_compare(struct span a, struct span b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.at, b.at, common) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t span_find(struct span text, struct span needle, size_t start)
{
	if (needle.len == 0)
		return start < text.len ? start : text.len;
	while (start + needle.len <= text.len) {
		const char *hit =
			memchr(text.at + start, needle.at[0], text.len - start - needle.len + 1);
		if (!hit)
			break;
		if (memcmp(hit, needle.at, needle.len) == 0)
			return (size_t)(hit - text.at);
		start = (size_t)(hit - text.at) + 1;
	}
	return text.len;
}

struct span span_trim(struct span span)
{
	while (span.len && is_space(span.at[0]))
		span = span_cut(span, 1, span.len);
	while (span.len && is_space(span.at[span.len - 1]))
		span.len--;
	return span;
}

bool span_line(struct span *rest, struct span *line)
{
	if (rest->len == 0)
		return false;
	size_t end = span_find(*rest, SPAN("\n"), 0);
	*line = span_cut(*rest, 0, end);
	*rest = span_cut(*rest, end + 1, rest->len);
	if (line->len && line->at[line->len - 1] == '\r')
		line->len--;
	return true;
}
