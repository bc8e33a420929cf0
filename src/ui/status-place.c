#include "ui/status-place.h"

#include "base/message.h"
#include "ui/label.h"
#include "ui/scrolled.h"

/* How much of the article has been on the screen, in hundredths. */
static int percent_of(const struct app *app)
{
	uint64_t seen = (uint64_t)app->page_top + (uint64_t)app->panes.pane[PANE_READER].rows;
	if (app->page.row_count == 0 || seen >= app->page.row_count)
		return 100;
	return (int)(seen * 100 / app->page.row_count);
}

/* Of the selected article among those that pass: one that is only kept open does not count. */
static uint32_t place_in_result(const struct app *app)
{
	bool kept_apart = app->kept != ARTICLE_NONE && app->kept < epoch_count(app->epoch) &&
			  !app_is_inside(app, app->kept);
	uint32_t at = 0;

	if (!kept_apart)
		return app->walked_place;
	while (at < app->walked_place && app->walked[at] != app->kept)
		at++;
	return app->walked_place - (at < app->walked_place);
}

/* "article 4 of 5", and by story also which of them, or how many there are. */
static const char *place_in_list(const struct app *app, struct arena *arena)
{
	const char *place = label_number(place_in_result(app) + 1, arena);
	const char *count = label_number(app->result.count, arena);
	uint32_t story = app->list_rows ? app->list_rows[app->selected_place].story : 0;
	const char *stories = label_number(app->story_count, arena);

	if (!app->list_rows)
		return arena_format(arena, _("article %s of %s"), place, count);
	if (story)
		return arena_format(arena, _("article %s of %s · story %s of %s"), place, count,
			label_number(story, arena), stories);
	if (app->story_count == 0)
		return arena_format(arena, _("article %s of %s · no stories"), place, count);
	return arena_format(arena,
		P_("article %s of %s · %s story", "article %s of %s · %s stories",
			app->story_count),
		place, count, stories);
}

/* Of the person under the cursor: articles that mean them and do not name them, or what the two
 * numbers beside a speaker count; "". */
static const char *value_of(const struct app *app, struct arena *arena)
{
	if (app->focus != PANE_SIDEBAR || app->sidebar.cursor >= app->sidebar_row_count)
		return "";
	const struct sidebar_row *row = &app->sidebar_rows[app->sidebar.cursor];
	uint32_t quotes = row->value.quotes, here = row->value.here;
	if (row->kind == SIDEBAR_VALUE && row->facet == FACET_SPEAKERS && quotes)
		return arena_format(arena, _("%s in %s · "),
			arena_format(arena, P_("%s quotation", "%s quotations", quotes),
				label_number(quotes, arena)),
			arena_format(arena, P_("%s article", "%s articles", here),
				label_number(here, arena)));
	if (row->kind != SIDEBAR_VALUE || !row->value.by_function)
		return "";
	return arena_format(
		arena, _("+%s by function · "), label_number(row->value.by_function, arena));
}

/* How much is marked; "". */
static const char *marked_of(const struct app *app, struct arena *arena)
{
	uint32_t words = app->reader.stretch.anchored ? stretch_words(app) : 0;

	if (words == 0)
		return "";
	return arena_format(arena, P_("%s word", "%s words", words), label_number(words, arena));
}

/* What the list is sorted by, unless it is by day as usual. */
static const char *const orders[ORDER_COUNT] = {[ORDER_DATE] = "",
	[ORDER_TITLE] = N_(" · by title"),
	[ORDER_SOURCE] = N_(" · by source"),
	[ORDER_RELEVANCE] = N_(" · by relevance")};

/* "version 1 of 4 · 14 % the same text · 42 %" */
static const char *place_in_versions(const struct app *app, struct arena *arena)
{
	const char *share = scrolled_share(app, arena), *sign = *share ? " · " : "";
	uint32_t at = app->versions.at + 1, count = app->other_count;

	if (app->sides.percent == 0)
		return arena_format(arena, "%s%s%s",
			arena_format(arena, _("article %u of %u · no text in common"), at, count),
			sign, share);
	return arena_format(arena, "%s%s%s",
		arena_format(arena, _("version %u of %u · %u %% the same text"), at, count,
			app->sides.percent),
		sign, share);
}

/* " · 42 %" of the article; in the sidebar of its rows, which is said, where they go on. */
static const char *share_of(const struct app *app, struct arena *arena)
{
	const char *share = app->focus == PANE_SIDEBAR ? scrolled_share(app, arena) : "";

	if (*share)
		return arena_format(arena, " · %s", arena_format(arena, _("this pane %s"), share));
	if (app->panes.pane[PANE_READER].rows > 0)
		return arena_format(arena, " · %d %%", percent_of(app));
	return "";
}

/* "article 1 of 2 · 42 %" */
const char *status_place(const struct app *app, struct arena *arena)
{
	if (app->overlay.which == OVERLAY_VERSIONS)
		return place_in_versions(app, arena);
	if (app->overlay.which != OVERLAY_NONE)
		return scrolled_share(app, arena);
	if (!app->epoch || app->listed_count == 0 || app->reader.article == ARTICLE_NONE)
		return "";
	if (app->reader.stretch.on)
		return marked_of(app, arena);
	const char *share = share_of(app, arena);
	if (app->selected_place == UINT32_MAX || !app_is_inside(app, app->list.selected))
		return arena_format(arena, _("outside the filter%s"), share);
	return arena_format(arena, "%s%s%s%s", value_of(app, arena), place_in_list(app, arena),
		_(orders[app->list.order]), share);
}
