#include "app/versions.h"

#include "app/handlers.h"
#include "app/overlay.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/message.h"

void versions_arrange(struct app *app)
{
	struct versions_state *versions = &app->versions;
	struct arena *arena = &app->overlay_arena;

	app->other_count = sides_others(app->epoch, app->reader.article, &app->others, arena);
	uint32_t at = 0;
	while (at < app->other_count && app->others[at] != versions->other)
		at++;
	if (app->other_count == 0)
		return;
	if (at == app->other_count)
		versions->other = app->others[at = 0];
	versions->at = at;
	sides_make(&app->sides, app->epoch,
		versions->swapped ? versions->other : app->reader.article,
		versions->swapped ? app->reader.article : versions->other, app->cols, arena);
}

/* The article that is read and another one: that under the cursor of the related panel, else the
 * one that is most like it. */
void versions_open(struct app *app)
{
	struct arena scratch;
	article_id *others;

	if (app->reader.article == ARTICLE_NONE) {
		say(app, "no article is selected");
		return;
	}
	if (app->overlay.which == OVERLAY_VERSIONS) {
		overlay_close(app);
		return;
	}
	arena_init(&scratch);
	uint32_t count = sides_others(app->epoch, app->reader.article, &others, &scratch);
	app->versions = (struct versions_state){.other = count ? others[0] : ARTICLE_NONE};
	arena_clear(&scratch);
	if (app->focus == PANE_RELATED && app->related.cursor < app->related_count)
		app->versions.other = app->related_rows[app->related.cursor].id;
	overlay_close(app);
	if (app->versions.other == ARTICLE_NONE)
		say(app, "nothing here is like this article");
	else
		app->overlay.which = OVERLAY_VERSIONS;
}

/* What is shown is to be made anew. */
static void change(struct app *app)
{
	app->shown_for.overlay_epoch = 0;
	app->overlay.top = 0;
}

void versions_swap(struct app *app)
{
	app->versions.swapped = !app->versions.swapped;
	change(app);
}

static void step(struct app *app, uint32_t by)
{
	if (app->other_count < 2) {
		say(app, "there is no other version");
		return;
	}
	uint32_t at = (app->versions.at + by) % app->other_count;
	app->versions.other = app->others[at];
	change(app);
}

void versions_next(struct app *app)
{
	step(app, 1);
}

void versions_previous(struct app *app)
{
	step(app, app->other_count - 1);
}

/* The first row of the paragraph in which a row stands. */
static uint32_t first_of(const struct sides *sides, uint32_t row)
{
	while (row > 0 && !sides->rows[row].first)
		row--;
	return row;
}

/* To the nearest paragraph below or above that has something of its own. */
static void step_own(struct app *app, int by)
{
	const struct sides *sides = &app->sides;
	uint32_t row = app->overlay.top;

	for (row += (uint32_t)by; row < sides->row_count; row += (uint32_t)by) {
		uint32_t first = first_of(sides, row);
		if (!sides_is_own(sides, row) || first == first_of(sides, app->overlay.top))
			continue;
		overlay_move(app, (int64_t)first - (int64_t)app->overlay.top);
		return;
	}
	say(app, by > 0 ? N_("below this neither has anything of its own")
			: N_("above this neither has anything of its own"));
}

void versions_next_own(struct app *app)
{
	step_own(app, 1);
}

void versions_previous_own(struct app *app)
{
	step_own(app, -1);
}

void versions_enter(struct app *app)
{
	article_id other = app->versions.other;

	visit_leave(app);
	overlay_leave(app);
	visit_to(app, other, PANE_READER);
}
