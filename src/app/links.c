#include "app/links.h"

#include "app/copy.h"
#include "app/handlers.h"
#include "app/overlay.h"
#include "app/programs.h"
#include "app/say.h"
#include "base/message.h"
#include "store/epoch-walk.h"

#include <string.h>

VEC_OF(struct link, found_links);

/* --- addresses that are written out ------------------------------------------------------- */

/* Signs that end a sentence or close a bracket, not an address. */
static size_t without_tail(struct span text, size_t start, size_t end)
{
	static const char tail[] = ".,;:!?)]}'\"";

	while (end > start && memchr(tail, text.at[end - 1], sizeof tail - 1))
		end--;
	return end;
}

/* An address goes as far as its signs: no blanks, quotation marks, or letters that are not ASCII.
 */
static size_t address_end(struct span text, size_t at, size_t limit)
{
	while (at < limit && text.at[at] > 0x20 && text.at[at] < 0x7f && text.at[at] != '"' &&
		text.at[at] != '<' && text.at[at] != '>')
		at++;
	return at;
}

/* The next address of a line from *at on, which moves past it. */
static bool next_address(struct span text, size_t *at, size_t limit, struct link *link)
{
	const struct span web = SPAN("http://"), safe = SPAN("https://");
	struct span line = span_cut(text, 0, limit);

	for (size_t start = *at; start < limit; start++) {
		start = span_find(line, SPAN("http"), start);
		struct span rest = span_cut(line, start, limit);
		if (!span_starts(rest, web) && !span_starts(rest, safe))
			continue;
		size_t least = start + (span_starts(rest, safe) ? safe.len : web.len);
		size_t end = without_tail(text, start, address_end(text, start, limit));
		if (end <= least)
			continue;
		link->at = (struct extent){(uint32_t)start, (uint32_t)end};
		link->url = span_in(text, link->at);
		*at = end;
		return true;
	}
	*at = limit;
	return false;
}

/* --- the list ----------------------------------------------------------------------------- */

/* Those of a line: the format's own, and what is written out between them. */
static void add_line(const struct article *article, struct extent line, uint32_t *next,
	struct found_links *links, struct arena *arena)
{
	struct link found;
	size_t at = line.start;

	while (*next < article->link_count && article->links[*next].at.start < line.start)
		++*next;
	while (at < line.end) {
		bool stated =
			*next < article->link_count && article->links[*next].at.start < line.end;
		size_t limit = stated ? article->links[*next].at.start : line.end;
		while (at < limit && next_address(article->text, &at, limit, &found))
			*vec_push(arena, links) = found;
		if (!stated)
			break;
		*vec_push(arena, links) = article->links[*next];
		at = article->links[(*next)++].at.end;
	}
}

uint32_t links_within(
	const struct app *app, struct extent within, struct link **list, struct arena *arena)
{
	struct found_links links = {0};
	uint32_t next = 0;

	*list = NULL;
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		return 0;
	const struct article *article = epoch_article(app->epoch, app->reader.article);
	const uint8_t *kinds = epoch_facts(app->epoch, app->reader.article)->kinds;
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent line = article->lines[i].at;
		if (line.end > within.start && line.start < within.end &&
			line_is_body((enum line_kind)kinds[i]))
			add_line(article, line, &next, &links, arena);
	}
	*list = links.at;
	return links.count;
}

uint32_t links_of(const struct app *app, struct link **list, struct arena *arena)
{
	return links_within(app, (struct extent){0, UINT32_MAX}, list, arena);
}

struct span links_address(const struct app *app, struct extent at, struct arena *arena)
{
	struct link *links;
	uint32_t count = links_of(app, &links, arena);

	for (uint32_t i = 0; i < count; i++)
		if (links[i].at.start == at.start && links[i].at.end == at.end)
			return links[i].url;
	return SPAN("");
}

/* --- the overlay -------------------------------------------------------------------------- */

void links_lines(const struct app *app, struct why *why)
{
	struct link *links;
	uint32_t count = links_of(app, &links, why->arena);

	for (uint32_t i = 0; i < count; i++) {
		struct span words =
			span_in(epoch_text(app->epoch, app->reader.article), links[i].at);
		const char *address = arena_string(why->arena, links[i].url);
		const char *line = arena_format(
			why->arena, "%s — %s", arena_string(why->arena, words), address);
		why_add(why, links[i].at, span_equal(words, links[i].url) ? address : line);
	}
}

/* The link that the keys mean: that of the overlay's cursor, else the current item. */
static struct span address_meant(const struct app *app, struct arena *arena)
{
	if (app->overlay.which != OVERLAY_LINKS)
		return links_address(app, app->reader.current.at, arena);
	if (app->overlay.cursor >= app->overlay_line_count)
		return SPAN("");
	return links_address(app, app->overlay_lines[app->overlay.cursor].place, arena);
}

void links_enter(struct app *app)
{
	struct arena scratch;

	arena_init(&scratch);
	struct span address = address_meant(app, &scratch);
	if (address.len)
		programs_browse(app, address);
	arena_clear(&scratch);
}

void links_copy(struct app *app)
{
	struct arena scratch;

	arena_init(&scratch);
	copy_text(app, address_meant(app, &scratch), _("the address of the link"));
	arena_clear(&scratch);
}

void links_open(struct app *app)
{
	struct arena scratch;
	struct link *links;
	bool again = app->overlay.which == OVERLAY_LINKS;

	overlay_close(app);
	if (again)
		return;
	arena_init(&scratch);
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		say(app, "no article is selected");
	else if (links_of(app, &links, &scratch) == 0)
		say(app, "there is no link in this article");
	else
		app->overlay.which = OVERLAY_LINKS;
	arena_clear(&scratch);
}
