#include "app/menu.h"
#include "base/message.h"
#include "text/width.h"
#include "ui/status-hints.h"
#include "ui/status-place.h"
#include "ui/status-prompt.h"

/* The question and what answers it. */
static void draw_menu(const struct app *app, struct canvas *canvas, struct area area, int end)
{
	int col = canvas_put(canvas, area, 0, 1, STYLE_STRONG, span_of(_(app->menu->title))) + 2;

	for (const struct menu_choice *choice = app->menu->choices; choice->key; choice++) {
		char name[24];
		struct span key = span_of(keymap_shown(choice->key, name)),
			    words = span_of(_(choice->words));

		if (col + width_of(key) + 1 + width_of(words) > end)
			return;
		col = canvas_put(canvas, area, 0, col, STYLE_KEY, key);
		col = canvas_put(canvas, area, 0, col + 1, STYLE_TEXT, words) + 2;
	}
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	bool prompting = app->prompt.use != PROMPT_NONE;
	const char *right = prompting ? status_prompt_found(app, canvas->arena)
				      : status_place(app, canvas->arena);
	int end = area.cols - 1;
	/* Where it has more to say, hints give way. */
	bool longer = app->overlay.which == OVERLAY_VERSIONS || app->focus == PANE_SIDEBAR;
	int from = longer ? area.cols / 3 : area.cols / 2;
	bool said = !prompting && !app->menu && *app->message;

	/* The place gives way to a message that has no room beside it. */
	if (said && width_of(span_of(app->message)) + 4 + width_of(span_of(right)) > area.cols)
		right = "";
	if (*right && !app->menu)
		end = canvas_put_right(canvas, area, 0, from, end, STYLE_DIM, span_of(right)) - 2;
	if (prompting)
		status_prompt_draw(app, canvas, area, end);
	else if (app->menu)
		draw_menu(app, canvas, area, area.cols - 1);
	else if (said)
		canvas_put(canvas, area, 0, 1, STYLE_MESSAGE,
			width_clip(span_of(app->message), end - 1, canvas->arena));
	else
		status_hints_draw(app, canvas, area, 1, end);
}

const struct view status_view = {.name = "status", .draw = draw};
