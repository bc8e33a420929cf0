#include "app/stretch.h"

#include "app/copy.h"
#include "app/handlers.h"
#include "app/reader.h"
#include "app/say.h"
#include "app/stretch-walk.h"
#include "base/message.h"
#include "text/word.h"

static struct walk_page walk_of(const struct app *app)
{
	const struct article *article = epoch_article(app->epoch, app->reader.article);

	return (struct walk_page){&app->page, app->page.raw ? article->saved : article->text};
}

/* --- what is marked ---------------------------------------------------------------------- */

struct extent stretch_extent(const struct app *app)
{
	const struct stretch *stretch = &app->reader.stretch;

	if (!stretch->on)
		return (struct extent){0, 0};
	struct walk_page walk = walk_of(app);
	uint32_t anchor = stretch->anchored ? stretch->anchor : stretch->cursor;
	uint32_t first = anchor < stretch->cursor ? anchor : stretch->cursor;
	uint32_t last = anchor < stretch->cursor ? stretch->cursor : anchor;
	return (struct extent){first, walk_end(&walk, last)};
}

/* Nothing but blanks was left out where one row ends and the next one begins. */
static bool goes_on(struct span text, uint32_t end, uint32_t start)
{
	return end <= start && span_trim(span_cut(text, end, start)).len == 0;
}

void stretch_text(const struct app *app, struct buf *buf)
{
	struct extent marked = stretch_extent(app);
	struct span text = {"", 0};
	uint32_t end = 0;
	enum row_kind kind = ROW_BLANK;
	bool begun = false, parted = false;

	if (marked.start < marked.end)
		text = walk_of(app).text;
	for (uint32_t i = 0; i < app->page.row_count && marked.start < marked.end; i++) {
		const struct row *row = &app->page.rows[i];
		struct extent at = row->at;
		parted = parted || row->kind == ROW_BLANK || row->kind == ROW_FOLD;
		if (at.start < marked.start)
			at.start = marked.start;
		if (at.end > marked.end)
			at.end = marked.end;
		if (row->made.len || row->kind == ROW_FOLD || at.start >= at.end)
			continue;
		parted = parted || kind != row->kind; /* a heading and its text */
		if (begun && (parted || !goes_on(text, end, at.start)))
			buf_text(buf, parted ? "\n\n" : "\n");
		else if (begun)
			buf_text(buf, end < at.start ? " " : "");
		buf_add(buf, span_in(text, at));
		end = at.end;
		kind = row->kind;
		begun = true;
		parted = false;
	}
}

uint32_t stretch_words(const struct app *app)
{
	struct arena scratch;
	struct buf text;
	struct word word;
	uint32_t count = 0;

	arena_init(&scratch);
	buf_init(&text, &scratch);
	stretch_text(app, &text);
	for (struct words it = words_of(buf_span(&text)); words_next(&it, &word);)
		count++;
	arena_clear(&scratch);
	return count;
}

/* --- the mode ---------------------------------------------------------------------------- */

void stretch_leave(struct app *app)
{
	app->reader.stretch = (struct stretch){0};
}

void stretch_arrange(struct app *app)
{
	struct stretch *stretch = &app->reader.stretch;

	if (!stretch->on)
		return;
	if (app->reader.article == ARTICLE_NONE || app->focus != PANE_READER) {
		stretch_leave(app);
		return;
	}
	struct walk_page walk = walk_of(app);
	stretch->anchor = walk_settle(&walk, stretch->anchor);
	stretch->cursor = walk_settle(&walk, stretch->cursor);
	reader_bring(app, stretch->cursor);
}

/* Where the cursor begins: what is current is marked whole, else the first text on the screen. */
static void begin(struct app *app)
{
	struct stretch *stretch = &app->reader.stretch;
	struct item current = app->reader.current;
	struct walk_page walk = walk_of(app);
	uint32_t top = app->page_top;

	*stretch = (struct stretch){.on = true};
	if (current.kind != ITEM_NONE && current.kind != ITEM_FOLD &&
		reader_shows(app, current.at.start) && current.at.start < current.at.end) {
		stretch->anchored = true;
		stretch->anchor = walk_settle(&walk, current.at.start);
		stretch->cursor = walk_settle(&walk, current.at.end - 1);
		return;
	}
	while (top < app->page.row_count &&
		app->page.rows[top].at.start == app->page.rows[top].at.end)
		top++;
	stretch->cursor =
		walk_settle(&walk, top < app->page.row_count ? app->page.rows[top].at.start : 0);
}

void stretch_open(struct app *app)
{
	if (!app->epoch || app->reader.article == ARTICLE_NONE) {
		say(app, "no article is selected");
		return;
	}
	app->focus = PANE_READER;
	begin(app);
}

void stretch_anchor(struct app *app)
{
	struct stretch *stretch = &app->reader.stretch;

	if (!stretch->on) {
		stretch_open(app);
		return;
	}
	stretch->anchored = !stretch->anchored;
	stretch->anchor = stretch->cursor;
}

void stretch_swap(struct app *app)
{
	struct stretch *stretch = &app->reader.stretch;
	uint32_t cursor = stretch->cursor;

	if (!stretch->anchored)
		return;
	stretch->cursor = stretch->anchor;
	stretch->anchor = cursor;
	reader_bring(app, stretch->cursor);
}

void stretch_copy(struct app *app)
{
	struct arena scratch;
	struct buf text;

	if (!app->reader.stretch.anchored) {
		say(app, "V, then Space where the passage begins");
		return;
	}
	arena_init(&scratch);
	buf_init(&text, &scratch);
	stretch_text(app, &text);
	copy_text(app, buf_span(&text), _("the passage"));
	arena_clear(&scratch);
	stretch_leave(app);
}

/* --- moving ------------------------------------------------------------------------------ */

static void go(struct app *app, uint32_t to)
{
	app->reader.stretch.cursor = to;
	reader_bring(app, to);
}

void stretch_move(struct app *app, int64_t rows)
{
	struct walk_page walk = walk_of(app);

	go(app, walk_rows(&walk, app->reader.stretch.cursor, rows));
}

static void step(struct app *app, int by)
{
	if (!app->reader.stretch.on)
		return;
	struct walk_page walk = walk_of(app);
	go(app, walk_cluster(&walk, app->reader.stretch.cursor, by));
}

void stretch_right(struct app *app)
{
	step(app, 1);
}

void stretch_left(struct app *app)
{
	step(app, -1);
}

/* The moving end of what is marked takes in whole units; a cursor alone goes to their starts. */
static void step_unit(struct app *app, enum walk_unit unit, int by)
{
	const struct stretch *stretch = &app->reader.stretch;
	bool to_ends = stretch->anchored && (stretch->cursor > stretch->anchor ||
						    (stretch->cursor == stretch->anchor && by > 0));

	if (!stretch->on)
		return;
	struct walk_page walk = walk_of(app);
	go(app, walk_unit(&walk, stretch->cursor, unit, by, to_ends));
}

void stretch_next_word(struct app *app)
{
	step_unit(app, WALK_WORD, 1);
}

void stretch_previous_word(struct app *app)
{
	step_unit(app, WALK_WORD, -1);
}

void stretch_next_sentence(struct app *app)
{
	step_unit(app, WALK_SENTENCE, 1);
}

void stretch_previous_sentence(struct app *app)
{
	step_unit(app, WALK_SENTENCE, -1);
}

void stretch_next_paragraph(struct app *app)
{
	step_unit(app, WALK_PARAGRAPH, 1);
}

void stretch_previous_paragraph(struct app *app)
{
	step_unit(app, WALK_PARAGRAPH, -1);
}
