#include "app/filter.h"

#include "app/filter-offers.h"
#include "app/handlers.h"
#include "app/refresh.h"
#include "app/saved.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/message.h"
#include "store/query-same.h"

#include <string.h>

#define CTRL(letter) ((letter)&0x1f)

/* What depends on which filter is in force. */
static void set_query(struct app *app, const struct query *query)
{
	app->query = query;
	app->kept = ARTICLE_NONE;
	app->reader.hits_cleared = false;
}

void filter_restore(struct app *app, const struct query *query)
{
	visit_leave(app);
	set_query(app, query);
	refresh(app);
	visit_arrive(app);
}

void filter_apply(struct app *app, const struct query *query)
{
	undo_push(&app->undo, (struct change){.kind = CHANGE_QUERY, .query = app->query});
	filter_restore(app, query);
}

/* A copy that outlives the epoch that the clause came from. */
static struct clause lasting(struct app *app, struct clause clause)
{
	clause.text = arena_string(&app->arena, span_of(clause.text));
	clause.label = arena_string(&app->arena, span_of(clause.label));
	return clause;
}

/* Without the chosen days: a month takes the place of its year. */
static const struct query *make_room(struct app *app, const struct query *query, enum clause_kind k)
{
	if (k != CLAUSE_DATE)
		return query;
	for (uint32_t i = query->count; i-- > 0;)
		if (query->clauses[i].kind == k && !query->clauses[i].exclude)
			query = query_without(query, i, &app->arena);
	return query;
}

void filter_toggle(struct app *app, struct clause clause, bool exclude)
{
	const struct query *query = app->query;
	int at = query_find(query, &clause);

	if (at >= 0 && query->clauses[at].exclude == exclude && !query->clauses[at].off) {
		filter_apply(app, query_without(query, (uint32_t)at, &app->arena));
		return;
	}
	clause.exclude = exclude;
	clause.off = false;
	if (!exclude)
		query = make_room(app, query, clause.kind);
	filter_apply(app, query_with(query, lasting(app, clause), &app->arena));
}

void filter_add(struct app *app, struct clause clause)
{
	int at = query_find(app->query, &clause);

	if (at >= 0 && !app->query->clauses[at].exclude && !app->query->clauses[at].off)
		say(app, "%.200s is chosen already", clause.label);
	else
		filter_toggle(app, clause, false);
}

void filter_drop_last(struct app *app)
{
	if (app->query->count == 0)
		say(app, "there is no filter");
	else
		filter_apply(app, query_without(app->query, app->query->count - 1, &app->arena));
}

void filter_drop_all(struct app *app)
{
	if (app->query->count == 0)
		say(app, "there is no filter");
	else
		filter_apply(app, query_joined(query_empty(), app->query->any_person, &app->arena));
}

void filter_switch_all(struct app *app)
{
	bool off = query_is_active(app->query);
	const struct query *query = app->query;

	if (query->count == 0) {
		say(app, "there is no filter");
		return;
	}
	for (uint32_t i = 0; i < query->count; i++) {
		struct clause clause = query->clauses[i];
		clause.off = off;
		query = query_changed(query, i, clause, &app->arena);
	}
	filter_apply(app, query);
	say(app, off ? N_("all filters are off; T switches them on") : N_("all filters are on"));
}

void filter_switch(struct app *app, uint32_t index)
{
	if (index >= app->query->count) {
		say(app, "there is no filter %u", index + 1);
		return;
	}
	struct clause clause = app->query->clauses[index];
	clause.off = !clause.off;
	filter_apply(app, query_changed(app->query, index, clause, &app->arena));
}

void filter_switch_one(struct app *app)
{
	filter_switch(app, app->key - '1');
}

static void open_prompt(struct app *app, bool whole)
{
	const char *text = whole ? query_write(app->query, &app->arena) : "";

	visit_leave(app);
	app->query_before = app->query;
	app->before.whole = whole;
	app->before.selected = app->list.selected;
	app->before.kept = app->kept;
	app->before.offset = app->reader.offset;
	app->wrong = (struct query_fault){0};
	prompt_open(&app->prompt, PROMPT_FILTER, span_of(text));
	filter_offer(app);
}

void filter_live(struct app *app)
{
	open_prompt(app, false);
}

void filter_edit(struct app *app)
{
	if (strlen(query_write(app->query, &app->arena)) >= PROMPT_ROOM)
		say(app, "the filter is too long to be edited; c drops its last chip");
	else
		open_prompt(app, true);
}

enum err filter_command(struct app *app, struct span words, struct query_fault *wrong)
{
	const struct query *read;

	if (!words.len) {
		filter_live(app);
		return OK;
	}
	if (!app->epoch)
		return fail(&wrong->fault, ERR_ABSENT, "the archive is still being read");
	enum err err = query_read(app->epoch, words, false, &read, &app->arena, wrong);
	if (!err && read->count)
		filter_apply(app, query_both(app->query, read, &app->arena));
	return err;
}

/* The chips that the prompt does not show: those that are off. */
static const struct query *switched_off(struct app *app)
{
	const struct query *before = app->query_before, *off = query_empty();

	for (uint32_t i = 0; i < before->count; i++)
		if (before->clauses[i].off)
			off = query_with(off, before->clauses[i], &app->arena);
	return off;
}

static uint32_t count_people(const struct query *query)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < query->count; i++)
		count += query->clauses[i].kind == CLAUSE_PERSON ||
			 query->clauses[i].kind == CLAUSE_SAYS;
	return count;
}

/* The query with what is typed in it, with the given end; null, and app->wrong says why, when
 * that cannot be meant. */
static const struct query *typed(struct app *app, bool live, const char *end)
{
	const struct query *before = app->query_before, *read;
	const char *text = arena_format(&app->arena, "%s%s", app->prompt.text, end);

	app->wrong = (struct query_fault){0};
	if (span_trim(span_of(text)).len == 0)
		read = query_empty();
	else if (!app->epoch ||
		 query_read(app->epoch, span_of(text), live, &read, &app->arena, &app->wrong))
		return NULL;
	if (!app->before.whole)
		return read->count ? query_both(before, read, &app->arena) : before;
	if (strcmp(text, query_write(before, &app->arena)) == 0)
		return before;
	read = query_both(read, switched_off(app), &app->arena);
	if (before->any_person && count_people(read) < 2)
		read = query_joined(read, true, &app->arena);
	return read;
}

/* While words are typed, the article of the beginning comes back as soon as it fits again.  What
 * cannot be meant leaves the filter as it was before. */
static void show_typed(struct app *app)
{
	const struct query *query = typed(app, true, "");

	set_query(app, query ? query : app->query_before);
	app->list.selected = app->list.last = app->before.selected;
}

void filter_edited(struct app *app)
{
	show_typed(app);
	filter_offer(app);
}

static bool put_offer(struct app *app, int step)
{
	if (!app->offers.words.count)
		filter_offer(app);
	if (!offers_step(&app->offers, &app->prompt, step))
		return false;
	show_typed(app);
	return true;
}

static uint32_t found(struct app *app, const struct query *query)
{
	if (!app->epoch)
		return 0;
	struct arena_mark mark = arena_mark(&app->arena);
	uint32_t count = query_run(app->epoch, query, &app->arena).count;
	arena_rewind(&app->arena, mark);
	return count;
}

/* What is kept is what was on the screen: where the last word was only the beginning of the
 * words that were found, it stays one.  Null: it cannot be meant. */
static const struct query *settled(struct app *app)
{
	const struct query *live = typed(app, true, ""), *whole = typed(app, false, "");
	struct query_fault wrong = app->wrong;

	if (!live || !whole || query_is_same(live, whole) || found(app, whole) == found(app, live))
		return whole;
	const struct query *beginning = typed(app, false, "*");
	app->wrong = wrong;
	return beginning ? beginning : whole;
}

/* As it stands: what was kept on the screen goes, and marks made since count. */
static void apply_anew(struct app *app)
{
	set_query(app, app->query);
	app->shown_for.result_query = NULL;
	refresh(app);
	visit_arrive(app);
}

void filter_accepted(struct app *app)
{
	const struct query *query = settled(app);

	if (!query) {
		offers_clear(&app->offers); /* they make room for what is wrong */
		return;
	}
	prompt_close(&app->prompt);
	app->query = app->query_before;
	app->query_before = NULL;
	if (query == app->query && !app->before.whole) {
		app->kept = app->before.kept;
		return;
	}
	if (query == app->query) {
		apply_anew(app);
		return;
	}
	undo_push(&app->undo, (struct change){.kind = CHANGE_QUERY, .query = app->query});
	set_query(app, query);
	refresh(app);
	visit_arrive(app);
}

bool filter_key(struct app *app, uint32_t key)
{
	if (app->prompt.use != PROMPT_FILTER)
		return false;
	if (key == '\t' || key == KEYS_BACK_TAB) {
		if (!put_offer(app, key == '\t' ? 1 : -1))
			say(app, "nothing can be completed here");
		return true;
	}
	if (key != CTRL('S'))
		return false;
	filter_accepted(app);
	offers_clear(&app->offers);
	if (app->prompt.use == PROMPT_NONE)
		saved_open(app);
	return true;
}

void filter_cancelled(struct app *app)
{
	app->wrong = (struct query_fault){0};
	prompt_close(&app->prompt);
	app->query = app->query_before;
	app->query_before = NULL;
	app->list.selected = app->list.last = app->before.selected;
	app->kept = app->before.kept;
	refresh(app);
	app->reader.offset = app->before.offset;
}
