#include "store/snippet.h"

#include "text/width.h"
#include "text/word.h"

/* Hits of a line that fit side by side: [first, end). */
struct window {
	uint32_t line, first, end;
	uint32_t terms; /* distinct ones */
};

struct choosing {
	const struct sought *sought;
	article_id id;
	int cells;
	uint32_t *seen; /* of each term: hits in the window that moves */
	struct window best;
	struct arena *arena;
};

/* The column of each hit's start and end in the line: one walk over its text. */
struct columns {
	int *start, *end;
};

/* Hits may lie within each other, so their ends do not rise: each end is reckoned from its own
 * start. */
static struct columns columns_of(
	struct span text, const struct sought_place *places, uint32_t count, struct arena *arena)
{
	struct columns columns = {ARENA_ARRAY(arena, int, count), ARENA_ARRAY(arena, int, count)};
	uint32_t at = count ? places[0].at.start : 0;
	int col = 0;

	for (uint32_t i = 0; i < count; i++) {
		col += width_of(span_cut(text, at, places[i].at.start));
		at = places[i].at.start;
		columns.start[i] = col;
		columns.end[i] = col + width_of(span_in(text, places[i].at));
	}
	return columns;
}

static bool is_better(const struct window *a, const struct window *b)
{
	if (a->terms != b->terms)
		return a->terms > b->terms;
	return a->end - a->first > b->end - b->first;
}

static void drop(struct choosing *c, struct window *window, uint32_t term)
{
	window->first++;
	if (--c->seen[term] == 0)
		window->terms--;
}

/* Slides over the hits of a line, as many at a time as fit. */
static void try_line(struct choosing *c, uint32_t line, struct span text)
{
	struct window window = {.line = line};
	struct sought_place *places;
	uint32_t count = sought_places(c->sought, c->id, line, &places, c->arena);
	struct columns columns = columns_of(text, places, count, c->arena);

	while (window.end < count) {
		uint32_t next = window.end++;
		if (c->seen[places[next].term]++ == 0)
			window.terms++;
		while (window.first < next &&
			columns.end[next] - columns.start[window.first] > c->cells)
			drop(c, &window, places[window.first].term);
		if (is_better(&window, &c->best))
			c->best = window;
	}
	while (window.first < count)
		drop(c, &window, places[window.first].term);
}

/* Of the cells that the hits leave a third stand before them, more where the line ends soon. */
static int room_before(
	struct span text, struct extent line, uint32_t first, uint32_t last, int cells)
{
	int spare = cells - width_of(span_cut(text, first, last)), behind = 0;

	if (spare <= 0)
		return 0;
	width_cut(span_cut(text, last, line.end), spare, &behind);
	return behind < spare * 2 / 3 ? spare - behind : spare / 3;
}

/* Where to begin with so many cells before the hit: at a word, or the line. */
static uint32_t begin(struct span text, struct extent line, uint32_t hit, int room)
{
	struct words it = words_of(span_in(text, line));
	uint32_t start = hit;
	struct word word;

	if (width_of(span_cut(text, line.start, hit)) <= room)
		return line.start;
	/* The words before it, no more bytes of them than could be seen. */
	size_t reach = (size_t)room * 4 + 64;
	it.at = hit - line.start > reach ? hit - line.start - reach : 0;
	while (it.at < it.text.len && ((unsigned char)it.text.at[it.at] & 0xC0) == 0x80)
		it.at++;
	if (it.at > 0)
		words_next(&it, &word); /* which may be half a word */
	while (words_next(&it, &word) && line.start + word.start < hit)
		if (start == hit && width_of(span_cut(text, line.start + word.start, hit)) <= room)
			start = line.start + word.start;
	return start;
}

/* The last end of a word that is seen; what follows it up to the line's end if that is seen. */
static uint32_t finish(struct span text, struct extent line, uint32_t start, int cells)
{
	struct span rest = span_cut(text, start, line.end);
	int used = 0;
	size_t cut = width_cut(rest, cells, &used), end = 0;
	struct word word;

	if (cut == rest.len)
		return line.end;
	for (struct words it = words_of(rest); words_next(&it, &word) && word.end <= cut;)
		end = word.end;
	return start + (uint32_t)(end ? end : cut);
}

static uint32_t hits_within(const struct choosing *c, struct extent at, const struct extent **hits)
{
	struct sought_place *places;
	uint32_t count = sought_places(c->sought, c->id, c->best.line, &places, c->arena), kept = 0;
	struct extent *within = ARENA_ARRAY(c->arena, struct extent, count);

	for (uint32_t i = 0; i < count; i++) {
		if (places[i].at.start < at.start || places[i].at.end > at.end)
			continue;
		if (kept == 0 || places[i].at.start >= within[kept - 1].end)
			within[kept++] = places[i].at;
		else if (places[i].at.end > within[kept - 1].end)
			within[kept - 1].end = places[i].at.end;
	}
	*hits = within;
	return kept;
}

bool snippet_find(const struct sought *sought, article_id id, int cells, struct snippet *snippet,
	struct arena *arena)
{
	const struct article *article = epoch_article(sought->epoch, id);
	struct choosing c = {.sought = sought, .id = id, .cells = cells, .arena = arena};
	struct sought_place *places;

	if (sought->count == 0 || cells < 1)
		return false;
	c.seen = ARENA_ARRAY(arena, uint32_t, sought->count);
	for (uint32_t line = 0; line < article->line_count; line++)
		try_line(&c, line, article->text);
	if (c.best.terms == 0)
		return false;
	struct extent line = article->lines[c.best.line].at;
	sought_places(sought, id, c.best.line, &places, arena);
	uint32_t first = places[c.best.first].at.start, last = places[c.best.end - 1].at.end;
	snippet->at.start = begin(
		article->text, line, first, room_before(article->text, line, first, last, cells));
	snippet->at.end = finish(article->text, line, snippet->at.start, cells);
	snippet->cut_before = snippet->at.start > line.start;
	snippet->cut_after = snippet->at.end < line.end;
	snippet->hit_count = hits_within(&c, snippet->at, &snippet->hits);
	return true;
}
