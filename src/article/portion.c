#include "article/portion.h"

#include "article/json.h"
#include "text/decode.h"

struct portion_reading {
	struct span rest;
	bool is_ended; /* by the end of a line */
	struct article_list articles;
	struct item_reading items;
};

/* The next line that is not blank. */
static bool next_line(struct span *rest, struct span *line)
{
	while (span_line(rest, line)) {
		*line = span_trim(*line);
		if (line->len)
			return true;
	}
	return false;
}

/* Behind a whole object there is another, so the file is no object itself. */
static bool is_object_a_line(struct span text)
{
	struct span first, second;

	return next_line(&text, &first) && next_line(&text, &second) &&
	       span_starts(second, SPAN("{")) && json_is_object_line(first);
}

bool portions_cut(
	struct span bytes, const char *path, struct span_list *portions, struct arena *arena)
{
	struct span head = span_cut(bytes, 0, FORMAT_HEAD_LEN);

	if (bytes.len <= PORTION_LEN || format_of(head, path) != &json_format)
		return false;
	struct span text = decode(bytes, arena).text;
	if (!is_object_a_line(text))
		return false;
	for (size_t at = 0, end; at < text.len; at = end) {
		end = span_find(text, SPAN("\n"), at + PORTION_LEN) + 1;
		*vec_push(arena, portions) = span_cut(text, at, end);
	}
	return true;
}

void portion_add(struct portion_count *sum, const struct portion_count *more)
{
	sum->found += more->found;
	sum->refused += more->refused;
	sum->is_cut |= more->is_cut;
}

struct portion_reading *portion_read(
	struct span portion, const char *path, struct vocabulary *vocabulary, struct arena *arena)
{
	struct portion_reading *reading = ARENA_NEW(arena, struct portion_reading);

	reading->rest = portion;
	reading->is_ended = span_ends(portion, SPAN("\n"));
	reading->items = item_reading_of(path, vocabulary, arena, &reading->articles, NULL);
	return reading;
}

struct article *portion_next(struct portion_reading *reading, struct portion_count *count)
{
	struct item_reading *items = &reading->items;
	struct span line;

	reading->articles.count = items->refused = 0;
	while (reading->articles.count == 0 && next_line(&reading->rest, &line))
		json_take_line(items, line, reading->rest.len == 0 && !reading->is_ended);
	portion_add(count,
		&(struct portion_count){reading->articles.count, items->refused, items->is_cut});
	return reading->articles.count ? reading->articles.at[0] : NULL;
}

enum err portions_end(const struct portion_count *count, struct fault *why)
{
	return items_told(count->found, count->refused, count->is_cut, "JSON", why);
}
