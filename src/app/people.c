#include "app/people.h"

#include "app/filter.h"
#include "app/handlers.h"
#include "app/overlay.h"
#include "app/person-edit.h"
#include "app/person.h"
#include "app/say.h"
#include "app/visit.h"
#include "text/fold.h"

#define CTRL(letter) ((letter)&0x1f)
#define PAGE 10

/* Every form of every actor; folded once here, not at each key. */
static void gather(struct app *app)
{
	uint32_t actors = app->epoch ? epoch_actor_count(app->epoch) : 0;
	uint32_t count = 0;

	for (uint32_t i = 0; i < actors; i++)
		count += 1 + epoch_actor(app->epoch, i)->form_count;
	app->picker_items = ARENA_ARRAY(&app->overlay_arena, struct span, count);
	app->picker_actors = ARENA_ARRAY(&app->overlay_arena, uint32_t, count);
	app->picker_item_count = 0;
	for (uint32_t i = 0; i < actors; i++) {
		const struct actor *actor = epoch_actor(app->epoch, i);
		for (uint32_t f = 0; f <= actor->form_count; f++) {
			const char *form = f == 0 ? actor->name : actor->forms[f - 1];
			uint32_t at = app->picker_item_count++;
			app->picker_items[at] = fold(span_of(form), &app->overlay_arena);
			app->picker_actors[at] = i;
		}
	}
}

/* Forms become actors, each once, at the place of its best form. */
static void match(struct app *app)
{
	struct picker_match *matches;
	uint32_t actors = app->epoch ? epoch_actor_count(app->epoch) : 0;

	arena_clear(&app->picker_arena);
	bool *seen = ARENA_ARRAY(&app->picker_arena, bool, actors);
	uint32_t count = picker_match(app->picker_items, app->picker_item_count,
		prompt_text(&app->prompt), &matches, &app->picker_arena);
	app->picked = matches;
	app->picked_count = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t actor = app->picker_actors[matches[i].item];
		if (seen[actor])
			continue;
		seen[actor] = true;
		matches[app->picked_count++] = (struct picker_match){actor, matches[i].score};
	}
}

void people_arrange(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (app->overlay.which != OVERLAY_PICKER || made->overlay_epoch == app->epoch_number)
		return;
	made->overlay_epoch = app->epoch_number;
	arena_clear(&app->overlay_arena);
	gather(app);
	match(app);
	if (app->overlay.cursor >= app->picked_count)
		app->overlay.cursor = 0;
}

void people_pick(struct app *app, enum picking picking)
{
	bool timeline = app->overlay.which == OVERLAY_TIMELINE;

	app->overlay = (struct overlay_state){.which = OVERLAY_PICKER,
		.beneath = timeline ? OVERLAY_TIMELINE : OVERLAY_NONE,
		.picking = picking};
	app->shown_for.overlay_epoch = 0;
	app->overlay_line_count = app->overlay_row_count = 0;
	prompt_open(&app->prompt, PROMPT_PICKER, SPAN(""));
	if (!app->epoch) {
		/* Epoch 0 is that of the very beginning: nothing to gather. */
		app->picked_count = 0;
		say(app, "the archive is still being read");
	}
}

uint32_t people_top(const struct app *app, int rows)
{
	uint32_t room = rows > 0 ? (uint32_t)rows : 0;

	return app->overlay.cursor >= room ? app->overlay.cursor - room + 1 : 0;
}

void people_open(struct app *app)
{
	people_pick(app, PICK_FILTER);
}

static void move(struct app *app, int64_t rows)
{
	int64_t to = (int64_t)app->overlay.cursor + rows;
	int64_t last = (int64_t)app->picked_count - 1;

	app->overlay.cursor = (uint32_t)(to < 0 || last < 0 ? 0 : to > last ? last : to);
}

static void close(struct app *app)
{
	prompt_close(&app->prompt);
	overlay_close(app);
	app->picked_count = 0;
}

static void choose(struct app *app, uint32_t index, enum picking picking)
{
	const struct actor *actor = epoch_actor(app->epoch, index);
	struct clause clause = {.kind = CLAUSE_PERSON, .text = actor->slug, .label = actor->name};

	close(app);
	if (picking == PICK_MERGE) {
		person_merge_with(app, index);
	} else if (picking == PICK_PAGE) {
		person_show(app, index);
	} else {
		visit_leave(app);
		if (app->overlay.which != OVERLAY_TIMELINE)
			overlay_leave(app);
		filter_add(app, clause);
	}
}

bool people_key(struct app *app, uint32_t key)
{
	switch (key) {
	case '\t':
		/* The page of the one under the cursor instead. */
		if (app->overlay.cursor < app->picked_count)
			choose(app, app->picked[app->overlay.cursor].item, PICK_PAGE);
		return true;
	case KEYS_UP:
	case CTRL('P'):
		move(app, -1);
		return true;
	case KEYS_DOWN:
	case CTRL('N'):
		move(app, 1);
		return true;
	case KEYS_PAGE_UP:
		move(app, -PAGE);
		return true;
	case KEYS_PAGE_DOWN:
		move(app, PAGE);
		return true;
	default:
		return false;
	}
}

void people_edited(struct app *app)
{
	app->overlay.cursor = app->overlay.top = 0;
	match(app);
}

void people_accepted(struct app *app)
{
	if (app->overlay.cursor >= app->picked_count) {
		say(app, "nobody of that name");
		return;
	}
	choose(app, app->picked[app->overlay.cursor].item, app->overlay.picking);
}

void people_cancelled(struct app *app)
{
	close(app);
}
