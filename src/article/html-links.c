#include "article/html-links.h"

#include "text/utf8.h"

#define URL_LEN 2048u /* bytes; longer addresses are no reader's */

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

void html_link_add(struct html_links *links, struct span text, size_t start, struct span url,
	struct arena *arena)
{
	size_t end = text.len;

	while (start < text.len && is_blank(text.at[start]))
		start++;
	if (start < text.len)
		end = span_find(text, SPAN("\n"), start);
	while (end > start && is_blank(text.at[end - 1]))
		end--;
	if (start >= end || url.len == 0 || url.len > URL_LEN || url.at[0] == '#')
		return;
	*vec_push(arena, links) =
		(struct link){{(uint32_t)start, (uint32_t)end}, arena_span(arena, url)};
}

static bool is_whole(struct span url)
{
	return span_starts(url, SPAN("https://")) || span_starts(url, SPAN("http://"));
}

/* "https://site.example" of the page's own address; empty where it has none. */
static struct span site_of(struct span url)
{
	if (!is_whole(url))
		return SPAN("");
	return span_cut(url, 0, span_find(url, SPAN("/"), span_find(url, SPAN("://"), 0) + 3));
}

/* Of the kinds of addresses that a page may write, the two that need no more than its own site are
 * made whole; empty for the others. */
static struct span whole_of(struct span url, struct span page, struct arena *arena)
{
	struct span site = site_of(page);

	if (is_whole(url))
		return arena_span(arena, url);
	if (url.at[0] != '/' || site.len == 0)
		return SPAN("");
	if (span_starts(url, SPAN("//")))
		site = span_cut(site, 0, span_find(site, SPAN("//"), 0));
	return span_of(
		arena_format(arena, "%.*s%.*s", (int)site.len, site.at, (int)url.len, url.at));
}

static bool is_in_body(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->line_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->lines[middle].at.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < article->line_count && article->lines[low].at.start <= at &&
	       line_is_body(article->lines[low].kind);
}

void html_links_apply(const struct html_links *links, struct article *article, struct arena *arena)
{
	VEC(struct link) kept = {0};
	uint32_t end = 0;

	/* A link within another ends first, and stands alone. */
	for (uint32_t i = 0; i < links->count; i++) {
		struct link link = links->at[i];
		if (link.at.start < end || !is_in_body(article, link.at.start))
			continue;
		link.url = whole_of(link.url, article->url, arena);
		if (link.url.len == 0 || !utf8_valid(link.url))
			continue;
		*vec_push(arena, &kept) = link;
		end = link.at.end;
	}
	article->links = kept.at;
	article->link_count = kept.count;
}
