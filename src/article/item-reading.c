#include "article/item-reading.h"

struct item_reading item_reading_of(const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	return (struct item_reading){.path = arena_string(arena, span_of(path)),
		.vocabulary = vocabulary,
		.arena = arena,
		.articles = articles,
		.why = why,
		.first = articles->count};
}

void item_reading_take(struct item_reading *reading, struct item *item)
{
	struct fault why = {0};

	if (item->source.len == 0)
		item->source = reading->source;
	bool has_text = item->text.len || item->html.len;
	reading->last_refused = !has_text || item_read(item, reading->path, reading->vocabulary,
						     reading->arena, reading->articles, &why);
	reading->refused += reading->last_refused;
}

enum err items_told(
	uint32_t found, uint32_t refused, bool is_cut, const char *what, struct fault *why)
{
	if (found == 0 && is_cut)
		return fail(why, ERR_CUT, "%s that is cut short", what);
	if (found == 0)
		return fail(why, ERR_FORMAT, "%s without an article", what);
	if (refused)
		fail(why, ERR_FORMAT, "%u of %u entries hold no article", refused, refused + found);
	else if (is_cut)
		fail(why, ERR_CUT, "its last entry is cut short, or still being written");
	return OK;
}

enum err item_reading_end(struct item_reading *reading, const char *what)
{
	uint32_t found = reading->articles->count - reading->first;

	items_number(reading->articles, reading->first, reading->arena);
	return items_told(found, reading->refused, reading->is_cut, what, reading->why);
}
