#include "app/act.h"

#include "app/say.h"

/* What overlays leave of the keys: moving in them, closing them, and what concerns the program. */
static bool is_for_overlay(enum action action)
{
	switch ((int)action) {
	case ACTION_LINE_DOWN:
	case ACTION_LINE_UP:
	case ACTION_HALF_DOWN:
	case ACTION_HALF_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_TOP:
	case ACTION_BOTTOM:
	case ACTION_OPEN:
	case ACTION_CLOSE:
	case ACTION_CLEAR_HITS:
	case ACTION_HELP:
	case ACTION_PROBLEMS:
	case ACTION_WHY:
	case ACTION_CORRECT:
	case ACTION_MAKE_FILTER:
	case ACTION_VERSIONS:
	case ACTION_SWAP_VERSIONS:
	case ACTION_NEXT_VERSION:
	case ACTION_PREVIOUS_VERSION:
	case ACTION_NEXT_OWN:
	case ACTION_PREVIOUS_OWN:
	case ACTION_TIMELINE:
	case ACTION_LINKS:
	case ACTION_COPY_LINK:
	case ACTION_ZOOM_IN:
	case ACTION_ZOOM_OUT:
	case ACTION_NEXT_PERIOD:
	case ACTION_PREVIOUS_PERIOD:
	case ACTION_SPLIT:
	case ACTION_SPOKEN_OF:
		return true;
	default:
		return action_info(action)->group == GROUP_PROGRAM;
	}
}

/* The timeline and a person's page show what the filter leaves, so it can be changed in them. */
static bool is_for_filter(enum action action)
{
	return action == ACTION_PERSON || action == ACTION_FILTER || action == ACTION_EDIT_FILTER ||
	       action == ACTION_DROP_LAST || action == ACTION_DROP_ALL ||
	       action == ACTION_SWITCH_ALL || action == ACTION_SWITCH_CHIP || action == ACTION_UNDO;
}

/* What a person's page has besides: it is a place that is walked through like the panes. */
static bool is_for_page(enum action action)
{
	switch ((int)action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_BACK:
	case ACTION_FORWARD:
	case ACTION_UNDO:
		return true;
	default:
		return action_info(action)->group == GROUP_PEOPLE;
	}
}

/* While a passage is marked, other keys would take its text away. */
static bool is_for_stretch(enum action action)
{
	return (action >= ACTION_LINE_DOWN && action <= ACTION_BOTTOM) ||
	       (action >= ACTION_MARK && action <= ACTION_PREVIOUS_PARAGRAPH) ||
	       action == ACTION_CLOSE || action == ACTION_CLEAR_HITS ||
	       action_info(action)->group == GROUP_PROGRAM;
}

enum where app_where(const struct app *app)
{
	static const enum where wheres[PANE_COUNT] = {[PANE_LIST] = WHERE_LIST,
		[PANE_READER] = WHERE_READER,
		[PANE_SIDEBAR] = WHERE_SIDEBAR,
		[PANE_RELATED] = WHERE_RELATED};

	if (app->overlay.which == OVERLAY_VERSIONS)
		return WHERE_VERSIONS;
	if (app->overlay.which == OVERLAY_TIMELINE)
		return WHERE_TIMELINE;
	if (app->overlay.which == OVERLAY_PERSON)
		return WHERE_PERSON;
	if (app->overlay.which == OVERLAY_LINKS)
		return WHERE_LINKS;
	if (app->overlay.which != OVERLAY_NONE)
		return WHERE_ANY;
	return app->reader.stretch.on ? WHERE_STRETCH : wheres[app->focus];
}

bool act_is_allowed(const struct app *app, enum action action)
{
	if (action == ACTION_NONE)
		return false;
	if (app->overlay.which == OVERLAY_NONE && app->reader.stretch.on)
		return is_for_stretch(action);
	if (app->overlay.which == OVERLAY_NONE || is_for_overlay(action))
		return true;
	if (app->overlay.which == OVERLAY_TIMELINE)
		return is_for_filter(action);
	if (app->overlay.which == OVERLAY_PERSON && (is_for_page(action) || is_for_filter(action)))
		return true;
	return app->overlay.which == OVERLAY_HELP && action == ACTION_FIND;
}

void act_by_key(struct app *app, uint32_t key)
{
	enum action action = keymap_action(app->keys, key, app_where(app));
	char name[24];

	if (act_is_allowed(app, action)) {
		app->acted = action;
		action_info(action)->handle(app);
		return;
	}
	if (app->overlay.which != OVERLAY_NONE)
		say(app, "%s means nothing here; q closes this", keymap_shown(key, name));
	else if (app->reader.stretch.on)
		say(app, "%s means nothing here; Esc leaves the passage", keymap_shown(key, name));
	else
		say(app, "%s means nothing here; ? shows the keys", keymap_shown(key, name));
}
