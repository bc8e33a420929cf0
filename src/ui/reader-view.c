#include "app/items.h"
#include "app/links.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/view.h"

#include <assert.h>
#include <stddef.h>

/* What is marked in the text. */
struct marks {
	const struct app *app;
	const struct facts *facts;
	struct span text;
	const bool *people;    /* whom the filter asks for, by actor; null: nobody */
	struct extent current; /* the passage that is being marked, else the current item */
	const bool *asked;     /* by quotation: whether the filter asks for it */
	struct link *links;    /* of what is on the screen */
	uint32_t link_count;
};

static const bool *asked_of(
	const struct app *app, const struct facts *facts, const bool *people, struct arena *arena)
{
	bool *asked = ARENA_ARRAY(arena, bool, facts->quote_count);

	for (uint32_t i = 0; i < facts->quote_count; i++)
		asked[i] = items_is_asked(app, &facts->quotes[i], people, arena);
	return asked;
}

/* What of the text stands in the pane's rows. */
static struct extent shown_of(const struct page *page, uint32_t top, int rows)
{
	uint32_t end = top + (uint32_t)rows;
	struct extent shown = {0, 0};

	for (uint32_t row = top; row < end && row < page->row_count; row++) {
		if (shown.end == 0)
			shown.start = page->rows[row].at.start;
		if (page->rows[row].at.end > shown.end)
			shown.end = page->rows[row].at.end;
	}
	return shown;
}

static struct marks marks_of(const struct app *app, int rows, struct arena *arena)
{
	const struct article *article = epoch_article(app->epoch, app->reader.article);
	const struct facts *facts = epoch_facts(app->epoch, app->reader.article);
	const bool *people = items_chosen(app, CLAUSE_PERSON, arena);
	struct extent shown = shown_of(&app->page, app->page_top, rows);
	struct link *links;
	uint32_t link_count = links_within(app, shown, &links, arena);

	return (struct marks){.app = app,
		.links = links,
		.link_count = link_count,
		.facts = facts,
		.text = app->page.raw ? article->saved : article->text,
		.people = people,
		.current = app->reader.stretch.on ? stretch_extent(app) : app->reader.current.at,
		.asked = asked_of(app, facts, people, arena)};
}

static bool holds(struct extent extent, uint32_t at)
{
	return at >= extent.start && at < extent.end;
}

static void nearer(uint32_t *end, uint32_t at, struct extent extent)
{
	if (extent.start > at && extent.start < *end)
		*end = extent.start;
	if (extent.end > at && extent.end < *end)
		*end = extent.end;
}

/* Marks of a kind: structures of each bytes that begin with their extent, in order of their start;
 * hardly ever does one lie within another. */
struct row_of_marks {
	const void *at;
	size_t each;
	uint32_t count;
};

#define MARKS(array, number) \
	(struct row_of_marks) \
	{ \
		.at = (array), .each = sizeof *(array), .count = (number) \
	}

static_assert(offsetof(struct mention, at) == 0 && offsetof(struct quotation, at) == 0 &&
		      offsetof(struct day_spoken, at) == 0 && offsetof(struct link, at) == 0,
	"marks begin with their extent");

/* The index of the mark that holds a place; -1 when none does.  *end comes nearer to the place
 * where that changes. */
static int64_t mark_at(struct row_of_marks marks, uint32_t at, uint32_t *end)
{
	uint32_t low = 0, high = marks.count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct extent *mark =
			(const void *)((const char *)marks.at + middle * marks.each);
		if (mark->end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == marks.count)
		return -1;
	const struct extent *mark = (const void *)((const char *)marks.at + low * marks.each);
	nearer(end, at, *mark);
	return holds(*mark, at) ? (int64_t)low : -1;
}

/* What was worked out is marked more quietly than what is named. */
static enum style style_of_mention(const struct marks *marks, const struct mention *mention)
{
	if (marks->people && marks->people[mention->actor])
		return STYLE_CHOSEN;
	return mention->how == HOW_ROLE ? STYLE_FUNCTION : STYLE_MENTION;
}

/* The style of the text at a place, and in *end (which comes in as the row's end) how far it
 * goes. */
static enum style style_at(const struct marks *marks, uint32_t at, enum style plain, uint32_t *end)
{
	const struct facts *facts = marks->facts;
	const struct app *app = marks->app;
	int64_t mention = mark_at(MARKS(facts->mentions, facts->mention_count), at, end);
	int64_t quote = mark_at(MARKS(facts->quotes, facts->quote_count), at, end);
	int64_t day = mark_at(MARKS(facts->days, facts->day_count), at, end);
	int64_t link = mark_at(MARKS(marks->links, marks->link_count), at, end);
	int64_t hit = mark_at(MARKS(app->hits, app->hit_count), at, end);

	nearer(end, at, marks->current);
	if (holds(marks->current, at))
		return STYLE_CURRENT;
	if (hit >= 0)
		return STYLE_HIT;
	if (mention >= 0)
		return style_of_mention(marks, &facts->mentions[mention]);
	if (day >= 0)
		return items_is_day_asked(app, &facts->days[day]) ? STYLE_CHOSEN : STYLE_DAY;
	if (link >= 0)
		return STYLE_LINK;
	if (quote >= 0)
		return marks->asked[quote] ? STYLE_SAID : STYLE_QUOTE;
	return plain;
}

/* An accent belongs to the letter before it. */
static uint32_t past_marks(struct span text, uint32_t at)
{
	while (at < text.len) {
		size_t next = at;
		if (!utf8_is_mark(utf8_next(text, &next)))
			break;
		at = (uint32_t)next;
	}
	return at;
}

static bool is_blank_pair(const struct marks *marks, uint32_t at)
{
	return !marks->app->page.raw && at > 0 && marks->text.at[at - 1] == ' ' &&
	       marks->text.at[at] == ' ';
}

/* Of several blanks, as they are left where lines of the file were joined, one is shown: where
 * the second begins. */
static uint32_t first_blanks(const struct marks *marks, struct extent at)
{
	for (uint32_t i = at.start + 1; i < at.end; i++)
		if (is_blank_pair(marks, i))
			return i;
	return at.end;
}

static uint32_t after_blanks(const struct marks *marks, uint32_t at, uint32_t end)
{
	while (at < end && is_blank_pair(marks, at))
		at++;
	return at;
}

/* Where the text at a place leads, for terminals that open links themselves. */
static void lead(const struct marks *marks, struct canvas *canvas, struct area area, int row,
	int col, int end, uint32_t at)
{
	uint32_t until = UINT32_MAX;
	int64_t link = marks->app->hyperlinks
			       ? mark_at(MARKS(marks->links, marks->link_count), at, &until)
			       : -1;

	if (link >= 0)
		canvas_link(canvas, area, row, col, end, marks->links[link].at.start,
			marks->links[link].url);
}

static void draw_text(const struct marks *marks, struct canvas *canvas, struct area area, int row,
	int col, struct extent at, enum style plain)
{
	for (uint32_t start = at.start; start < at.end && col < area.cols;) {
		uint32_t end = at.end;
		enum style style = style_at(marks, start, plain, &end);
		end = past_marks(span_cut(marks->text, 0, at.end), end);
		end = first_blanks(marks, (struct extent){start, end});
		int from = col;
		col = canvas_put(canvas, area, row, col, style, span_cut(marks->text, start, end));
		lead(marks, canvas, area, row, from, col, start);
		start = after_blanks(marks, end, at.end);
	}
}

static enum style style_of(enum row_kind kind)
{
	static const enum style styles[] = {
		[ROW_TITLE] = STYLE_TITLE,
		[ROW_FACTS] = STYLE_FACTS,
		[ROW_PARAGRAPH] = STYLE_TEXT,
		[ROW_HEADING] = STYLE_HEADING,
		[ROW_CAPTION] = STYLE_CAPTION,
		[ROW_FOLD] = STYLE_FURNITURE,
		[ROW_FURNITURE] = STYLE_FURNITURE,
		[ROW_RAW] = STYLE_TEXT,
	};
	return (size_t)kind < COUNT(styles) ? styles[kind] : STYLE_TEXT;
}

static void draw_fold(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, const struct row *fold)
{
	struct item current = app->reader.current;
	bool is_current = current.kind == ITEM_FOLD && current.at.start == fold->at.start;
	enum style style = is_current ? STYLE_CURRENT : STYLE_FURNITURE;

	col = canvas_put(canvas, area, row, col, STYLE_FURNITURE,
		app->page.furniture_open ? SPAN("▾ ") : SPAN("▸ "));
	canvas_put(canvas, area, row, col, style, fold->made);
}

/* A quotation's bar is a rule, an item's number is read. */
static void draw_before(
	struct canvas *canvas, struct area area, int row, int col, struct span before)
{
	const struct span bar = SPAN("│ ");

	col -= width_of(before);
	for (; span_starts(before, bar); before = span_cut(before, bar.len, before.len))
		col = canvas_put(canvas, area, row, col, STYLE_RULE, bar);
	canvas_put(canvas, area, row, col, STYLE_TEXT, before);
}

static void draw_row(const struct marks *marks, struct canvas *canvas, struct area area, int row,
	const struct row *shown)
{
	int col = page_col(&marks->app->page, area.cols, shown);

	if (shown->before.len)
		draw_before(canvas, area, row, col, shown->before);
	if (shown->kind == ROW_FOLD)
		draw_fold(marks->app, canvas, area, row, col, shown);
	else if (shown->made.len)
		canvas_put(canvas, area, row, col, style_of(shown->kind), shown->made);
	else
		draw_text(marks, canvas, area, row, col, shown->at, style_of(shown->kind));
}

/* The cursor of the passage that is being marked. */
static void place_stretch(const struct marks *marks, struct canvas *canvas, struct area area)
{
	const struct page *page = &marks->app->page;
	uint32_t at = marks->app->reader.stretch.cursor, row = page_row(page, at);

	if (row >= page->row_count || row < marks->app->page_top)
		return;
	uint32_t start = page->rows[row].at.start;
	int col = page_col(page, area.cols, &page->rows[row]);
	canvas_cursor(canvas, area, (int)(row - marks->app->page_top),
		col + width_of(span_cut(marks->text, start, at > start ? at : start)), true);
}

/* The hardware cursor: on the current item, else on the first row. */
static void place_cursor(const struct app *app, struct canvas *canvas, struct area area)
{
	int row = 0;
	if (app->reader.current.kind != ITEM_NONE) {
		uint32_t at = page_row(&app->page, app->reader.current.at.start);
		row = at >= app->page_top ? (int)(at - app->page_top) : 0;
	}
	canvas_cursor(canvas, area, row, 0, false);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->focus == PANE_READER)
		canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		return;
	struct marks marks = marks_of(app, area.rows, canvas->arena);
	for (int row = 0; row < area.rows; row++) {
		uint32_t at = app->page_top + (uint32_t)row;
		if (at >= app->page.row_count)
			break;
		draw_row(&marks, canvas, area, row, &app->page.rows[at]);
	}
	if (app->reader.stretch.on)
		place_stretch(&marks, canvas, area);
	else if (app->focus == PANE_READER)
		place_cursor(app, canvas, area);
}

const struct view reader_view = {.name = "reader", .draw = draw};
