#include "app/find.h"

#include "app/handlers.h"
#include "app/overlay.h"
#include "app/panel.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "store/epoch-walk.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

static bool in_list(const struct app *app)
{
	return app->focus == PANE_LIST;
}

static char *target(struct app *app)
{
	return in_list(app) ? app->list.find : app->reader.find;
}

static void open_find(struct app *app)
{
	struct before_prompt *before = &app->before;

	before->selected = app->list.selected;
	before->offset = app->reader.offset;
	before->current = app->reader.current;
	memcpy(before->find, target(app), PROMPT_ROOM);
	prompt_open(&app->prompt, PROMPT_FIND, SPAN(""));
}

void find_open(struct app *app)
{
	if (app->overlay.which == OVERLAY_HELP)
		prompt_open(&app->prompt, PROMPT_NARROW, span_of(app->overlay.narrow));
	else if (app->focus == PANE_SIDEBAR)
		prompt_open(&app->prompt, PROMPT_NARROW,
			span_of(app->sidebar.narrow[sidebar_facet(app)]));
	else
		open_find(app);
}

static bool title_holds(const struct app *app, uint32_t place, struct span folded)
{
	struct extent hit;

	return fold_find(epoch_title(app->epoch, app->walked[place]), folded, 0, &hit);
}

/* The nearest place, from the given one on and round, whose title holds the words. */
static bool search_titles(struct app *app, uint32_t from, int step, uint32_t *place)
{
	struct arena scratch;
	bool found = false;

	arena_init(&scratch);
	struct span folded = fold(span_of(app->list.find), &scratch);
	for (uint32_t i = 0; i < app->walked_count && !found; i++) {
		uint32_t away = step > 0 ? i : app->walked_count - i;
		*place = (from + away) % app->walked_count;
		found = title_holds(app, *place, folded);
	}
	arena_clear(&scratch);
	return found;
}

/* The words may stand where the list has no room to show them. */
static void say_titled(struct app *app, uint32_t place, int step)
{
	if (step > 0 && place <= app->walked_place)
		say(app, "from the top again: this title holds %s", app->list.find);
	else if (step < 0 && place >= app->walked_place)
		say(app, "from the end again: this title holds %s", app->list.find);
	else
		say(app, "this title holds %s", app->list.find);
}

void find_title(struct app *app, int step)
{
	uint32_t count = app->walked_count, place;

	if (count == 0)
		return;
	uint32_t from = step > 0 ? (app->walked_place + 1) % count
				 : (app->walked_place + count - 1) % count;
	if (!search_titles(app, from, step, &place)) {
		say(app, "no title holds %s", app->list.find);
		return;
	}
	app->list.selected = app->walked[place];
	say_titled(app, place, step);
}

static void edited_in_list(struct app *app)
{
	uint32_t place;

	app->list.selected = app->before.selected;
	refresh(app);
	if (app->list.find[0] == 0 || app->walked_count == 0)
		return;
	if (search_titles(app, app->walked_place, 1, &place))
		app->list.selected = app->walked[place];
	else
		say(app, "no title holds %s", app->list.find);
}

static void edited_in_reader(struct app *app)
{
	app->reader.hits_cleared = false;
	app->reader.trail_chosen = false;
	reader_place(app, app->before.offset);
	app->reader.current = (struct item){0};
	refresh(app);
	if (app->reader.find[0] == 0)
		return;
	if (app->hit_count == 0) {
		say(app, "not in this text: %s", app->reader.find);
		return;
	}
	uint32_t at = 0;
	while (at < app->hit_count && app->hits[at].start < app->before.offset)
		at++;
	reader_reveal(app, (struct item){ITEM_HIT, app->hits[at % app->hit_count]});
	say(app, "%u of %u", at % app->hit_count + 1, app->hit_count);
}

void find_edited(struct app *app)
{
	struct span text = prompt_text(&app->prompt);
	char *find = target(app);

	memcpy(find, text.at, text.len);
	memset(find + text.len, 0, PROMPT_ROOM - text.len);
	if (in_list(app))
		edited_in_list(app);
	else
		edited_in_reader(app);
}

static void say_whether_titled(struct app *app)
{
	char next[24];
	uint32_t place;

	if (app->walked_count == 0 || !search_titles(app, 0, 1, &place))
		say(app, "no title holds %s", app->list.find);
	else
		say(app, "this title holds %s; %s finds the next one", app->list.find,
			keymap_keys(app->keys, ACTION_NEXT_ITEM, WHERE_LIST, 1, next, sizeof next));
}

void find_accepted(struct app *app)
{
	/* Nothing typed: the same as before, and on to the next one. */
	bool again = app->prompt.len == 0;

	if (again)
		memcpy(target(app), app->before.find, PROMPT_ROOM);
	prompt_close(&app->prompt);
	refresh(app);
	if (target(app)[0] == 0)
		return;
	if (again)
		trail_next(app);
	else if (in_list(app))
		say_whether_titled(app);
	else if (app->hit_count == 0)
		say(app, "not in this text: %s", app->reader.find);
}

void find_cancelled(struct app *app)
{
	memcpy(target(app), app->before.find, PROMPT_ROOM);
	prompt_close(&app->prompt);
	app->list.selected = app->before.selected;
	refresh(app);
	reader_place(app, app->before.offset);
	app->reader.current = app->before.current;
}

static void narrow(struct app *app, struct span text)
{
	if (app->overlay.which != OVERLAY_HELP) {
		sidebar_narrow(app, sidebar_facet(app), text);
		return;
	}
	size_t len =
		text.len < sizeof app->overlay.narrow ? text.len : sizeof app->overlay.narrow - 1;
	while (!utf8_boundary(text, len))
		len--;
	memcpy(app->overlay.narrow, text.at, len);
	app->overlay.narrow[len] = 0;
	app->overlay.top = app->overlay.cursor = 0;
}

void narrow_edited(struct app *app)
{
	narrow(app, prompt_text(&app->prompt));
}

void narrow_accepted(struct app *app)
{
	prompt_close(&app->prompt);
}

void narrow_cancelled(struct app *app)
{
	prompt_close(&app->prompt);
	narrow(app, SPAN(""));
}

static void clear_hits(struct app *app)
{
	if (in_list(app) && app->list.find[0]) {
		memset(app->list.find, 0, PROMPT_ROOM);
		return;
	}
	memset(app->reader.find, 0, PROMPT_ROOM);
	app->reader.hits_cleared = true;
	app->reader.trail_chosen = false;
	app->reader.current = (struct item){0};
}

void find_clear(struct app *app)
{
	if (app->overlay.which == OVERLAY_HELP && app->overlay.narrow[0])
		narrow(app, SPAN(""));
	else if (app->overlay.which != OVERLAY_NONE)
		overlay_close(app);
	else if (app->reader.stretch.on)
		stretch_leave(app);
	else if (app->focus == PANE_RELATED)
		panel_close(app);
	else if (app->focus == PANE_SIDEBAR && app->sidebar.narrow[sidebar_facet(app)][0])
		narrow(app, SPAN(""));
	else if (app->focus == PANE_SIDEBAR)
		app->focus = PANE_LIST;
	else if (app->reader.find[0] || app->hit_count > 0 || app->list.find[0])
		clear_hits(app);
	else if (app->related.open)
		panel_close(app);
	else
		app->reader.current = (struct item){0};
}
