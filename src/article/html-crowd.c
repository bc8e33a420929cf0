#include "article/html-outline.h"

#include <string.h>

static bool is_name_end(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>';
}

/* Passes the attributes of a tag; how many there are. */
static uint32_t attributes_pass(struct span page, size_t *at)
{
	uint32_t count = 0;

	while (*at < page.len && page.at[*at] != '>') {
		char c = page.at[(*at)++];
		if (is_name_end(c))
			continue;
		count++;
		while (*at < page.len && !is_name_end(page.at[*at]) && page.at[*at] != '=')
			++*at;
		if (*at >= page.len || page.at[*at] != '=')
			continue;
		while (++*at < page.len && is_name_end(page.at[*at]) && page.at[*at] != '>')
			;
		char quote = *at < page.len ? page.at[*at] : '>';
		if (quote != '"' && quote != '\'')
			continue;
		const char *end = *at + 1 < page.len
					  ? memchr(page.at + *at + 1, quote, page.len - *at - 1)
					  : NULL;
		*at = end ? (size_t)(end - page.at) + 1 : page.len;
	}
	return count;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool names_are_equal(struct span name, const char *small)
{
	if (name.len != strlen(small))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((name.at[i] | 0x20) != small[i])
			return false;
	return true;
}

/* Elements in which the parser reads no elements: "a < b" there begins no tag. */
static bool is_raw(struct span name)
{
	return names_are_equal(name, "script") || names_are_equal(name, "style");
}

/* Behind what an element of that name holds: at its end tag. */
static size_t raw_end(struct span page, size_t at, struct span name)
{
	while ((at = span_find(page, SPAN("</"), at)) < page.len) {
		struct span found = span_cut(page, at + 2, at + 2 + name.len);
		size_t i = 0;
		while (i < found.len && (found.at[i] | 0x20) == (name.at[i] | 0x20))
			i++;
		if (i == name.len)
			return at;
		at += 2;
	}
	return page.len;
}

/* Behind a comment, which begins at "<!--"; one that never ends is none. */
static size_t comment_end(struct span page, size_t at)
{
	size_t end = span_find(page, SPAN("-->"), at + strlen("<!--"));

	return end < page.len ? end : at + 1;
}

/* The parser compares each attribute of an element with all the others: thousands take hours. */
bool html_is_crowded(struct span page)
{
	bool has_comments = true;

	for (size_t at = 0; (at = span_find(page, SPAN("<"), at)) < page.len;) {
		size_t start = ++at;
		if (has_comments && span_starts(span_cut(page, at - 1, page.len), SPAN("<!--"))) {
			at = comment_end(page, at - 1);
			has_comments = at > start;
			continue;
		}
		if (at >= page.len || !is_letter(page.at[at]))
			continue;
		while (at < page.len && !is_name_end(page.at[at]) && page.at[at] != '<')
			at++;
		struct span name = span_cut(page, start, at);
		if (at < page.len && page.at[at] == '<')
			continue;
		if (attributes_pass(page, &at) > HTML_ATTRIBUTES_MOST)
			return true;
		if (is_raw(name))
			at = raw_end(page, at, name);
	}
	return false;
}
