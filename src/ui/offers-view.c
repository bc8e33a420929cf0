#include "base/message.h"
#include "text/width.h"
#include "ui/view.h"

#define GAP 2 /* cells between two words */

/* The words that can stand there, from the first one that has room with the chosen one. */
static void draw_words(
	const struct offers *offers, struct canvas *canvas, struct area area, int col)
{
	const char *const *words = offers->words.at;
	uint32_t count = offers->words.count, first = 0;
	int room = area.cols - col - 2, used = 0, start = col;

	for (uint32_t i = 0; i < count && i <= offers->at && offers->at < count; i++) {
		used += width_of(span_of(words[i])) + GAP;
		while (used > room && first < i)
			used -= width_of(span_of(words[first++])) + GAP;
	}
	for (uint32_t i = first; i < count; i++) {
		struct span word = span_of(words[i]);
		if (col > start && col + width_of(word) > start + room) {
			canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("…"));
			return;
		}
		col = canvas_put(canvas, area, 0, col, i == offers->at ? STYLE_CURRENT : STYLE_TEXT,
			      width_clip(word, room, canvas->arena)) +
		      GAP;
	}
}

/* What is wanted, and a word for it. */
static void draw_help(const struct offers *offers, struct canvas *canvas, struct area area)
{
	int col = 1;

	if (offers->usage)
		col = canvas_put(canvas, area, 0, col, STYLE_STRONG, span_of(offers->usage)) + GAP;
	canvas_put(canvas, area, 0, col, STYLE_TEXT,
		width_clip(span_of(_(offers->help)), area.cols - 1 - col, canvas->arena));
}

/* The row above a prompt: what can stand there, what is typed, or how it is typed. */
static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct offers *offers = &app->offers;
	bool colon = app->prompt.use == PROMPT_COLON;

	if (area.row < 1 || (!colon && !offers->words.count && !offers->help))
		return;
	struct area above = canvas_above(canvas, area, 1);
	if (offers->words.count) {
		int col = colon ? 1 : canvas_put(canvas, above, 0, 1, STYLE_KEY, SPAN("Tab")) + GAP;
		draw_words(offers, canvas, above, col);
	} else if (offers->help) {
		draw_help(offers, canvas, above);
	} else {
		canvas_put(canvas, above, 0, 1, STYLE_DIM,
			width_clip(span_of(_("Tab completes, ↑ brings back what was typed before")),
				above.cols - 2, canvas->arena));
	}
}

const struct view offers_view = {.name = "offers", .draw = draw};
