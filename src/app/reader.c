#include "app/reader.h"

#include "app/handlers.h"
#include "app/items.h"
#include "app/marks.h"
#include "app/notes.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/tags.h"
#include "base/message.h"
#include "store/epoch-walk.h"

#include <string.h>

#define MARGIN 1
#define MARGIN_COLS 24 /* narrower panes have no margins */
#define AIRY_ROWS 16   /* in lower panes a row is worth more than white space */
#define CONTEXT 3      /* rows kept around the current item */

/* The reader's pane, or where it would be if it were shown. */
static struct area area_of(const struct app *app)
{
	struct panes panes = app->panes;

	if (panes.pane[PANE_READER].rows == 0)
		panes = panes_of((struct panes_wish){.rows = app->rows,
			.cols = app->cols,
			.focus = PANE_READER,
			.list_rows = app->list_rows_wished});
	return panes.pane[PANE_READER];
}

static int width_wished(const struct app *app)
{
	int cols = area_of(app).cols;
	int width = cols >= MARGIN_COLS ? cols - 2 * MARGIN : cols;

	if (app->reader.measure > 0 && width > app->reader.measure)
		width = app->reader.measure;
	return width > 0 ? width : MARGIN_COLS;
}

static uint32_t last_top(const struct app *app)
{
	uint32_t rows = reader_rows(app);

	return app->page.row_count > rows ? app->page.row_count - rows : 0;
}

static void set_top(struct app *app, int64_t row)
{
	int64_t last = last_top(app);

	app->page_top = (uint32_t)(row < 0 ? 0 : row > last ? last : row);
}

static void follow(struct app *app)
{
	struct reader_state *reader = &app->reader;

	if (reader->article == app->list.selected)
		return;
	reader_save(app);
	reader->article = app->list.selected;
	reader->offset = 0;
	if (reader->article != ARTICLE_NONE)
		reader->offset = app_mark(app, reader->article).offset;
	reader->current = (struct item){0};
	stretch_leave(app);
	reader->furniture_open = false;
	reader->raw = false;
}

/* The page of the article, with what the reader made of it. */
static void set_page(struct app *app, struct page_wish wish)
{
	struct digest digest = epoch_digest(app->epoch, wish.article);

	wish.tags = tags_line(app, digest, &app->page_arena);
	wish.note = notes_of(app, digest);
	page_make(app->epoch, wish, &app->page, &app->page_arena);
}

static void arrange_page(struct app *app)
{
	const struct reader_state *reader = &app->reader;
	struct shown_for *made = &app->shown_for;
	struct page_wish wish = {.article = reader->article,
		.width = width_wished(app),
		.raw = reader->raw,
		.furniture_open = reader->furniture_open,
		.airy = reader_rows(app) >= AIRY_ROWS};

	if (made->page_epoch == app->epoch_number && made->page_article == reader->article &&
		app->page.width == wish.width && app->page.raw == wish.raw &&
		app->page.furniture_open == wish.furniture_open && app->page.airy == wish.airy) {
		set_top(app, app->page_top);
		return;
	}
	made->page_epoch = app->epoch_number;
	made->page_article = reader->article;
	arena_clear(&app->page_arena);
	if (reader->article == ARTICLE_NONE)
		app->page = (struct page){.width = wish.width,
			.raw = wish.raw,
			.furniture_open = wish.furniture_open,
			.airy = wish.airy};
	else
		set_page(app, wish);
	set_top(app, page_row(&app->page, reader->offset));
}

static void find_hits(struct app *app, bool furniture)
{
	article_id id = app->reader.article;

	arena_clear(&app->hits_arena);
	app->hits = NULL;
	app->hit_count = 0;
	if (id == ARTICLE_NONE || app->reader.hits_cleared)
		return;
	if (app->reader.find[0])
		app->hit_count = search_find(epoch_article(app->epoch, id),
			span_of(app->reader.find), furniture, epoch_facts(app->epoch, id)->kinds,
			&app->hits, &app->hits_arena);
	else
		app->hit_count =
			search_hits(app->epoch, id, app->query, &app->hits, &app->hits_arena);
}

static void arrange_hits(struct app *app)
{
	const struct reader_state *reader = &app->reader;
	struct shown_for *made = &app->shown_for;
	bool furniture = reader->raw || reader->furniture_open;

	if (made->hits_epoch == app->epoch_number && made->hits_article == reader->article &&
		made->hits_query == app->query && made->hits_furniture == furniture &&
		made->hits_cleared == reader->hits_cleared && !strcmp(made->find, reader->find))
		return;
	made->hits_epoch = app->epoch_number;
	made->hits_article = reader->article;
	made->hits_query = app->query;
	made->hits_furniture = furniture;
	made->hits_cleared = reader->hits_cleared;
	memcpy(made->find, reader->find, sizeof made->find);
	find_hits(app, furniture);
}

void reader_arrange(struct app *app)
{
	follow(app);
	arrange_page(app);
	stretch_arrange(app);
	arrange_hits(app);
	if (app->reader.trail_chosen)
		return;
	app->reader.trail = items_usual(app);
}

uint32_t reader_rows(const struct app *app)
{
	int rows = area_of(app).rows;

	return rows > 0 ? (uint32_t)rows : 1;
}

bool reader_scroll(struct app *app, int64_t rows)
{
	uint32_t before = app->page_top;

	set_top(app, (int64_t)app->page_top + rows);
	if (app->page_top == before)
		return false;
	app->reader.offset = page_offset(&app->page, app->page_top);
	marks_read_now(app);
	return true;
}

void reader_place(struct app *app, uint32_t offset)
{
	app->reader.offset = offset;
	set_top(app, page_row(&app->page, offset));
}

/* Where another pane has the whole screen, the reader takes its place. */
static void show(struct app *app)
{
	if (app->panes.pane[PANE_READER].rows > 0 || app->panes.arrangement == ARRANGED_MESSAGE)
		return;
	app->focus = PANE_READER;
	refresh(app);
}

void reader_reveal(struct app *app, struct item item)
{
	show(app);
	int64_t rows = reader_rows(app);
	int64_t context = rows > 3 * CONTEXT ? CONTEXT : 0;
	int64_t row = page_row(&app->page, item.at.start);

	app->reader.current = item;
	if (row >= app->page_top + context && row < app->page_top + rows - context)
		return;
	uint32_t before = app->page_top;
	set_top(app, row - rows / 3);
	if (app->page_top != before)
		app->reader.offset = page_offset(&app->page, app->page_top);
}

void reader_bring(struct app *app, uint32_t offset)
{
	int64_t rows = reader_rows(app), top = app->page_top;
	int64_t context = rows > 3 * CONTEXT ? CONTEXT : 0;
	int64_t row = page_row(&app->page, offset);

	if (row >= top + rows - context)
		top = row - rows + context + 1;
	if (row < top + context)
		top = row - context;
	set_top(app, top);
	app->reader.offset = page_offset(&app->page, app->page_top);
}

bool reader_shows(const struct app *app, uint32_t offset)
{
	uint32_t row = page_row(&app->page, offset);

	return row >= app->page_top && row < app->page_top + reader_rows(app);
}

void reader_save(struct app *app)
{
	article_id id = app->reader.article;

	if (id == ARTICLE_NONE || !app->epoch)
		return;
	struct mark mark = app_mark(app, id);
	if (mark.offset == app->reader.offset)
		return;
	mark.offset = app->reader.offset;
	marks_set(app, epoch_digest(app->epoch, id), mark);
}

void reader_width(struct app *app)
{
	static const int measures[] = {60, 72, 80, 0};
	size_t at = 0;

	while (at < COUNT(measures) && measures[at] != app->reader.measure)
		at++;
	app->reader.measure = measures[(at + 1) % COUNT(measures)];
	if (app->reader.measure > 0)
		say(app, "text %d wide", app->reader.measure);
	else
		say(app, "text as wide as the pane");
}

void reader_raw(struct app *app)
{
	app->reader.raw = !app->reader.raw;
	show(app);
	say(app, app->reader.raw ? N_("the file as it is") : N_("the article"));
}
