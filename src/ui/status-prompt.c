#include "ui/status-prompt.h"

#include "app/correcting.h"
#include "app/tags.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "text/width.h"
#include "ui/label.h"

static const char *const prompts[] = {
	[PROMPT_NONE] = "",
	[PROMPT_FIND] = N_("Find "),
	[PROMPT_FILTER] = N_("Filter "),
	[PROMPT_NARROW] = N_("Narrow "),
	[PROMPT_PICKER] = N_("Person "),
	[PROMPT_COLON] = ":",
	[PROMPT_TAG] = N_("Tag "),
	[PROMPT_UNTAG] = N_("Take away "),
	[PROMPT_TAG_ALL] = N_("Tag all "),
	[PROMPT_UNTAG_ALL] = N_("Take away from all "),
	[PROMPT_CORRECT] = "",
	[PROMPT_SAVE] = N_("Save as "),
	[PROMPT_RENAME] = N_("Name "),
};

/* What is wrong with what is typed, in the row above it and pointing at the place; where there
 * is room on neither side of that, in a row of its own. */
static void draw_wrong(
	const struct query_fault *wrong, struct canvas *canvas, struct area area, int place)
{
	struct span words = span_of(wrong->fault.words);
	int width = width_of(words), col = place + 2, rows = 1;

	if (area.row < 1 || wrong->fault.err == OK)
		return;
	if (col + width > area.cols - 1)
		col = place - 1 - width;
	if (col < 1) {
		col = 1;
		rows += area.row > 1;
	}
	struct area above = canvas_above(canvas, area, rows);
	canvas_put(canvas, above, rows - 1, place, STYLE_KEY, SPAN("↓"));
	canvas_put(canvas, above, 0, col, STYLE_MESSAGE,
		width_clip(words, area.cols - 1 - col, canvas->arena));
}

/* What is to be said while a line is typed, in the row above it. */
static void draw_message(const char *message, struct canvas *canvas, struct area area)
{
	if (area.row < 1)
		return;
	struct area above = canvas_above(canvas, area, 1);
	canvas_put(canvas, above, 0, 1, STYLE_MESSAGE,
		width_clip(span_of(message), area.cols - 2, canvas->arena));
}

/* From where on there is room for what stands before the cursor. */
static size_t first_shown(struct span text, size_t cursor, int room)
{
	int left = width_of(span_cut(text, 0, cursor)), width;
	size_t start = 0;

	while (start < cursor && left > (room > 0 ? room : 0)) {
		start = cluster_end(text, start, &width);
		left -= width;
	}
	return start;
}

/* The line that is typed, as much of it as there is room for, around the cursor. */
void status_prompt_draw(const struct app *app, struct canvas *canvas, struct area area, int end)
{
	const struct prompt *prompt = &app->prompt;
	struct span text = prompt_text(prompt);
	const char *label =
		prompt->use == PROMPT_CORRECT ? correcting_label(app) : _(prompts[prompt->use]);
	int col = canvas_put(canvas, area, 0, 1, STYLE_STRONG, span_of(label));
	size_t wrong = app->wrong.at.start;
	size_t start = first_shown(text, prompt->cursor, end - col - 1);
	struct area line = {area.row, area.col, 1, end};
	int cursor =
		canvas_put(canvas, line, 0, col, STYLE_TEXT, span_cut(text, start, prompt->cursor));
	canvas_put(canvas, line, 0, cursor, STYLE_TEXT, span_cut(text, prompt->cursor, text.len));
	canvas_cursor(canvas, area, 0, cursor, true);
	bool offers = app->offers.words.count > 0;
	if (*app->message)
		draw_message(app->message, canvas, area);
	else if (offers || app->wrong.fault.err == OK)
		offers_view.draw(app, canvas, area);
	else if (prompt->use == PROMPT_FILTER || prompt->use == PROMPT_COLON)
		draw_wrong(&app->wrong, canvas, area,
			col + (wrong > start ? width_of(span_cut(text, start, wrong)) : 0));
}

/* Beside a prompt: what it has found so far. */
const char *status_prompt_found(const struct app *app, struct arena *arena)
{
	enum prompt_use use = app->prompt.use;
	if (use == PROMPT_FILTER && app->epoch)
		return arena_format(arena, _("%s of %s articles"),
			label_number(app->result.count, arena),
			label_number(epoch_here(app->epoch), arena));
	if (use == PROMPT_PICKER)
		return arena_format(arena, P_("%s person", "%s people", app->picked_count),
			label_number(app->picked_count, arena));
	if (tags_is_asked(app))
		return tags_offer(app, arena);
	if (use == PROMPT_FIND && app->focus == PANE_READER && app->prompt.len)
		return arena_format(arena, P_("%s hit", "%s hits", app->hit_count),
			label_number(app->hit_count, arena));
	return "";
}
