#include "app/saved.h"

#include "app/filter.h"
#include "app/journal-saved.h"
#include "app/say.h"
#include "base/message.h"
#include "store/query-same.h"

#include <string.h>

/* --- the rows ----------------------------------------------------------------------------- */

/* former: what was counted in this very epoch; null: nothing. */
static void count_row(const struct app *app, struct saved_row *row, const struct saved_row *former,
	struct arena *arena)
{
	struct query_fault wrong;
	const struct query *query;

	if (query_read(app->epoch, span_of(row->text), false, &query, arena, &wrong))
		return;
	row->works = true;
	if (former && former->works && !query_hangs_on_marks(query))
		row->articles = former->articles;
	else
		row->articles = query_run(app->epoch, query, arena).count;
	row->chosen = strcmp(row->text, query_write(app->query, arena)) == 0;
}

/* The row of the same filter; null. */
static const struct saved_row *row_of(
	const struct saved_row *rows, uint32_t count, const struct saved_row *row)
{
	for (uint32_t i = 0; i < count; i++)
		if (strcmp(rows[i].text, row->text) == 0)
			return &rows[i];
	return NULL;
}

void saved_arrange(struct app *app)
{
	const struct saved_filter *filters;
	struct shown_for *made = &app->shown_for;
	const struct saved_row *former = app->saved_rows;
	struct arena scratch, former_arena = app->saved_arena;

	if (!app->journal || !app->epoch ||
		(made->saved_epoch == app->epoch_number && made->saved_query == app->query))
		return;
	uint32_t former_count = made->saved_epoch == app->epoch_number ? app->saved_count : 0;
	made->saved_epoch = app->epoch_number;
	made->saved_query = app->query;
	arena_init(&app->saved_arena);
	arena_init(&scratch);
	app->saved_count = journal_filters(app->journal, &filters);
	app->saved_rows = ARENA_ARRAY(&app->saved_arena, struct saved_row, app->saved_count);
	for (uint32_t i = 0; i < app->saved_count; i++) {
		app->saved_rows[i] = (struct saved_row){
			arena_string(&app->saved_arena, span_of(filters[i].name)),
			arena_string(&app->saved_arena, span_of(filters[i].text)), 0, false, false};
		count_row(app, &app->saved_rows[i],
			row_of(former, former_count, &app->saved_rows[i]), &scratch);
	}
	arena_clear(&scratch);
	arena_clear(&former_arena);
}

/* --- changing ----------------------------------------------------------------------------- */

static enum err need_journal(const struct app *app, struct fault *why)
{
	return app->journal ? OK : fail(why, ERR_ABSENT, "there is no folder to keep filters in");
}

/* A null text drops it. */
static enum err put(struct app *app, struct span name, const char *text, struct fault *why)
{
	enum err err = journal_set_filter(app->journal, name, text, why);

	app->shown_for.saved_epoch = 0;
	app->sidebar.stale = true;
	return err;
}

static enum err change(struct app *app, struct span name, const char *text, struct fault *why)
{
	const struct saved_filter *known = journal_filter(app->journal, name);
	struct change before = {.kind = CHANGE_SAVED,
		.name = arena_string(&app->arena, name),
		.text = known ? arena_string(&app->arena, span_of(known->text)) : NULL};
	enum err err = put(app, name, text, why);

	if (!err)
		undo_push(&app->undo, before);
	return err;
}

enum err saved_save(struct app *app, struct span name, struct fault *why)
{
	struct arena scratch;
	enum err err = need_journal(app, why);

	if (err)
		return err;
	if (!query_is_active(app->query))
		return fail(why, ERR_USAGE, "there is no filter to save");
	arena_init(&scratch);
	err = change(app, name, query_write(app->query, &scratch), why);
	arena_clear(&scratch);
	return err;
}

enum err saved_use(struct app *app, struct span name, struct fault *why)
{
	const struct query *query = NULL;
	struct query_fault wrong;
	enum err err = need_journal(app, why);

	if (err)
		return err;
	const struct saved_filter *filter = journal_filter(app->journal, name);
	if (!filter)
		return fail(
			why, ERR_ABSENT, "no saved filter is called %.*s", (int)name.len, name.at);
	if (!app->epoch)
		return fail(why, ERR_ABSENT, "the archive is still being read");
	err = query_read(app->epoch, span_of(filter->text), false, &query, &app->arena, &wrong);
	if (err)
		return fail(why, err, "%.200s: %.200s", filter->name, wrong.fault.words);
	filter_apply(app, query);
	return OK;
}

enum err saved_drop(struct app *app, struct span name, struct fault *why)
{
	enum err err = need_journal(app, why);

	return err ? err : change(app, name, NULL, why);
}

void saved_restore(struct app *app, const struct change *before)
{
	struct fault why;

	if (put(app, span_of(before->name), before->text, &why))
		say(app, "%.200s", why.words);
	else
		say(app,
			before->text ? N_("the saved filter is there as it was: %.200s")
				     : N_("no longer saved: %.200s"),
			before->name);
}

/* --- the prompt --------------------------------------------------------------------------- */

void saved_open(struct app *app)
{
	if (!query_is_active(app->query))
		say(app, "there is no filter to save");
	else
		prompt_open(&app->prompt, PROMPT_SAVE, SPAN(""));
}

void saved_edited(struct app *app)
{
	(void)app; /* a name means nothing before it is whole */
}

void saved_accepted(struct app *app)
{
	struct fault why;

	if (saved_save(app, prompt_text(&app->prompt), &why)) {
		say(app, "%.200s", why.words);
		return;
	}
	say(app, "saved; U takes it back");
	prompt_close(&app->prompt);
}

void saved_cancelled(struct app *app)
{
	prompt_close(&app->prompt);
}
