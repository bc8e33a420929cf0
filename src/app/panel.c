#include "app/panel.h"

#include "app/handlers.h"
#include "app/reasons.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/buf.h"

#define RELATED_MOST 10

static const char *reasons_line(struct app *app, const struct related_article *related)
{
	const char **reasons;
	uint32_t count = reasons_related(
		app->epoch, app->reader.article, related, &reasons, &app->related_arena);
	struct buf line;

	buf_init(&line, &app->related_arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_text(&line, i > 0 ? " · " : "");
		buf_text(&line, reasons[i]);
	}
	return line.at;
}

static void make(struct app *app)
{
	arena_clear(&app->related_arena);
	app->related_count = 0;
	if (app->reader.article == ARTICLE_NONE)
		return;
	app->related_count = epoch_related(app->epoch, app->reader.article, RELATED_MOST,
		&app->related_rows, &app->related_arena);
	app->related_reasons = ARENA_ARRAY(&app->related_arena, const char *, app->related_count);
	for (uint32_t i = 0; i < app->related_count; i++)
		app->related_reasons[i] = reasons_line(app, &app->related_rows[i]);
}

static void scroll(struct app *app)
{
	uint32_t rows = (uint32_t)app->panes.pane[PANE_RELATED].rows;
	struct related_state *related = &app->related;

	if (related->cursor >= app->related_count)
		related->cursor = app->related_count > 0 ? app->related_count - 1 : 0;
	if (rows == 0)
		return;
	if (related->top + rows > app->related_count)
		related->top = app->related_count > rows ? app->related_count - rows : 0;
	if (related->cursor < related->top)
		related->top = related->cursor;
	else if (related->cursor >= related->top + rows)
		related->top = related->cursor - rows + 1;
}

void panel_arrange(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (!app->related.open) {
		app->related_count = 0;
		made->related_epoch = 0;
		return;
	}
	if (made->related_epoch != app->epoch_number ||
		made->related_article != app->reader.article) {
		if (made->related_article != app->reader.article)
			app->related.cursor = app->related.top = 0;
		made->related_epoch = app->epoch_number;
		made->related_article = app->reader.article;
		make(app);
	}
	scroll(app);
}

void panel_move(struct app *app, int64_t rows)
{
	int64_t to = (int64_t)app->related.cursor + rows;
	int64_t last = (int64_t)app->related_count - 1;

	app->related.cursor = (uint32_t)(to < 0 || last < 0 ? 0 : to > last ? last : to);
}

void panel_jump(struct app *app)
{
	if (app->related_count == 0) {
		say(app, "nothing to open");
		return;
	}
	visit_to(app, app->related_rows[app->related.cursor].id, PANE_READER);
}

void panel_close(struct app *app)
{
	app->related.open = false;
	if (app->focus == PANE_RELATED)
		app->focus = PANE_READER;
}

void panel_open(struct app *app)
{
	if (app->reader.article == ARTICLE_NONE) {
		say(app, "no article is selected");
	} else if (app->related.open && app->focus == PANE_RELATED) {
		panel_close(app);
	} else {
		app->related.open = true;
		app->focus = PANE_RELATED;
	}
}
