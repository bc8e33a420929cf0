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

/* The parser compares each attribute of an element with all the others: thousands take hours. */
bool html_is_crowded(struct span page)
{
	for (size_t at = 0; (at = span_find(page, SPAN("<"), at)) < page.len;) {
		at++;
		while (at < page.len && !is_name_end(page.at[at]) && page.at[at] != '<')
			at++;
		if (at < page.len && page.at[at] != '<' &&
			attributes_pass(page, &at) > HTML_ATTRIBUTES_MOST)
			return true;
	}
	return false;
}
