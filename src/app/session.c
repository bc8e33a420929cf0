#include "app/session.h"

#include "app/journal-saved.h"
#include "base/buf.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define OPENED_MOST 64u /* stories that are remembered */
#define ROWS_MOST 200
#define MEASURES 4

static const char *const orders[] = {
	[ORDER_DATE] = "date",
	[ORDER_TITLE] = "title",
	[ORDER_SOURCE] = "source",
	[ORDER_RELEVANCE] = "relevance",
};
static_assert(COUNT(orders) == ORDER_COUNT, "every order has a word");

/* --- writing ------------------------------------------------------------------------------ */

static void write_digest(const struct app *app, article_id id, struct buf *text)
{
	struct digest digest = epoch_digest(app->epoch, id);

	buf_format(text, "%016llx%016llx\n", (unsigned long long)digest.high,
		(unsigned long long)digest.low);
}

/* By their first articles: numbers of stories mean nothing once files have come and gone. */
static void write_opened(const struct app *app, struct buf *text)
{
	for (uint32_t i = 0; app->epoch && i < app->list.opened.count && i < OPENED_MOST; i++) {
		if (app->list.opened.at[i] >= epoch_count(app->epoch))
			continue;
		buf_text(text, "opened ");
		write_digest(app, app->list.opened.at[i], text);
	}
}

static void write_session(const struct app *app, struct buf *text)
{
	if (query_is_active(app->query))
		buf_format(text, "filter %s\n", query_write(app->query, text->arena));
	if (app->epoch && app->reader.article != ARTICLE_NONE) {
		buf_text(text, "article ");
		write_digest(app, app->reader.article, text);
	}
	buf_format(text, "order %s\n", orders[app->list.order]);
	if (app->list.by_story)
		buf_text(text, "stories\n");
	write_opened(app, text);
	buf_format(text, "measure %d\n", app->reader.measure);
	if (app->list_rows_wished)
		buf_format(text, "list-rows %d\n", app->list_rows_wished);
	if (app->maximised)
		buf_text(text, "alone\n");
	if (!app->sidebar.open)
		buf_text(text, "no-sidebar\n");
	if (app->related.open)
		buf_text(text, "related\n");
	if (app->focus == PANE_READER || app->focus == PANE_RELATED)
		buf_text(text, "reader\n");
}

void session_end(struct app *app)
{
	struct arena scratch;
	struct buf text;

	/* What was never seen to the end, or not come back to yet, is no state to keep. */
	if (!app->journal || !app->session.archive || !app->epoch || app->session.waits)
		return;
	arena_init(&scratch);
	buf_init(&text, &scratch);
	write_session(app, &text);
	journal_set_session(app->journal, app->session.archive, text.at, NULL);
	arena_clear(&scratch);
}

/* --- coming back -------------------------------------------------------------------------- */

/* 0: not a number of rows. */
static int rows_in(struct span digits)
{
	int rows = 0;

	for (size_t i = 0; i < digits.len && rows <= ROWS_MOST; i++)
		rows = digits.at[i] >= '0' && digits.at[i] <= '9' ? rows * 10 + digits.at[i] - '0'
								  : ROWS_MOST + 1;
	return rows <= ROWS_MOST ? rows : 0;
}

static void read_line(struct app *app, struct span line)
{
	static const int measures[MEASURES] = {60, 72, 80, 0};
	const struct span filter = SPAN("filter "), article = SPAN("article "),
			  order = SPAN("order "), opened = SPAN("opened "),
			  rows = SPAN("list-rows ");

	if (span_starts(line, filter))
		app->session.filter =
			arena_string(&app->arena, span_cut(line, filter.len, line.len));
	else if (span_starts(line, article))
		app->session.article =
			arena_string(&app->arena, span_cut(line, article.len, line.len));
	for (int i = 0; i < ORDER_COUNT; i++)
		if (span_starts(line, order) &&
			span_is(span_cut(line, order.len, line.len), orders[i]))
			app->list.order = (enum list_order)i;
	for (int i = 0; i < MEASURES; i++)
		if (span_is(line, arena_format(&app->arena, "measure %d", measures[i])))
			app->reader.measure = measures[i];
	if (span_starts(line, opened) && app->session.opened.count < OPENED_MOST)
		*vec_push(&app->arena, &app->session.opened) =
			arena_string(&app->arena, span_cut(line, opened.len, line.len));
	if (span_starts(line, rows))
		app->list_rows_wished = rows_in(span_cut(line, rows.len, line.len));
	app->list.by_story |= span_is(line, "stories");
	app->maximised |= span_is(line, "alone");
	app->sidebar.open &= !span_is(line, "no-sidebar");
	app->related.open |= span_is(line, "related");
	app->session.reads |= span_is(line, "reader");
}

static bool is_waited_for(const struct app *app)
{
	return app->session.filter || app->session.article || app->session.opened.count;
}

void session_begin(struct app *app, const char *archive, bool again)
{
	struct arena scratch;

	app->session = (struct session){.archive = archive};
	if (!app->journal || !archive || !again)
		return;
	arena_init(&scratch);
	struct span rest = span_of(journal_session(app->journal, archive, &scratch)), line;
	while (utf8_valid(rest) && span_line(&rest, &line))
		read_line(app, line);
	app->session.waits = is_waited_for(app);
	arena_clear(&scratch);
}

/* The filter, as soon as everybody whom it asks for is known. */
static void take_filter(struct app *app)
{
	const struct query *query;
	struct query_fault wrong;
	const char *filter = app->session.filter;

	if (!filter || query_read(app->epoch, span_of(filter), false, &query, &app->arena, &wrong))
		return;
	app->query = query;
	app->session.filter = NULL;
}

static bool is_of(struct digest own, const char *digest)
{
	char text[33];

	snprintf(text, sizeof text, "%016llx%016llx", (unsigned long long)own.high,
		(unsigned long long)own.low);
	return strcmp(text, digest) == 0;
}

static void take_article(struct app *app)
{
	for (article_id id = 0; app->session.article && id < epoch_count(app->epoch); id++) {
		if (!epoch_is_here(app->epoch, id) ||
			!is_of(epoch_digest(app->epoch, id), app->session.article))
			continue;
		app->list.selected = app->kept = id;
		app->list.touched = true; /* it stays selected, whatever comes above it */
		app->focus = app->session.reads ? PANE_READER : app->focus;
		app->session.article = NULL;
	}
}

/* Stories are known for good in the last epoch alone. */
static void take_opened(struct app *app)
{
	struct article_ids *opened = &app->list.opened;

	for (article_id id = 0; app->session.opened.count && id < epoch_count(app->epoch); id++) {
		const struct story *story = epoch_story(app->epoch, id);
		for (uint32_t i = 0; story && i < app->session.opened.count; i++)
			if (is_of(epoch_digest(app->epoch, id), app->session.opened.at[i]))
				*vec_push(&app->arena, opened) = story->articles[0];
	}
	app->session.opened.count = 0;
	app->shown_for.list_stale = true;
}

void session_arrange(struct app *app)
{
	if (!app->session.waits || !app->epoch)
		return;
	if (!app->session.touched) {
		take_filter(app);
		if (!app->session.filter || epoch_is_final(app->epoch))
			take_article(app);
		if (epoch_is_final(app->epoch))
			take_opened(app);
	}
	app->session.waits =
		!app->session.touched && !epoch_is_final(app->epoch) && is_waited_for(app);
}
