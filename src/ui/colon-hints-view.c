#include "base/message.h"
#include "text/width.h"
#include "ui/view.h"

#define GAP 2 /* cells between two words */

/* The words that can stand there, from the first one that has room with the chosen one. */
static void draw_words(const struct colon *colon, struct canvas *canvas, struct area area)
{
	const char *const *words = colon->words.words.at;
	uint32_t count = colon->words.words.count, first = 0;
	int room = area.cols - 3, used = 0, col = 1;

	for (uint32_t i = 0; i < count && i <= colon->word && colon->word < count; i++) {
		used += width_of(span_of(words[i])) + GAP;
		while (used > room && first < i)
			used -= width_of(span_of(words[first++])) + GAP;
	}
	for (uint32_t i = first; i < count; i++) {
		struct span word = span_of(words[i]);
		if (col > 1 && col + width_of(word) > room) {
			canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("…"));
			return;
		}
		col = canvas_put(canvas, area, 0, col,
			      i == colon->word ? STYLE_CURRENT : STYLE_TEXT,
			      width_clip(word, room, canvas->arena)) +
		      GAP;
	}
}

/* The row above the command line: what the command does, or what Tab offers. */
static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct colon *colon = &app->colon;
	struct area above = {area.row - 1, area.col, 1, area.cols};

	if (area.row < 1)
		return;
	canvas_blank(canvas, above);
	if (colon->words.words.count) {
		draw_words(colon, canvas, above);
	} else if (colon->usage) {
		int col =
			canvas_put(canvas, above, 0, 1, STYLE_STRONG, span_of(colon->usage)) + GAP;
		canvas_put(canvas, above, 0, col, STYLE_TEXT,
			width_clip(span_of(_(colon->help)), above.cols - 1 - col, canvas->arena));
	} else {
		canvas_put(canvas, above, 0, 1, STYLE_DIM,
			width_clip(span_of(_("Tab completes, ↑ brings back what was typed before")),
				above.cols - 2, canvas->arena));
	}
}

const struct view colon_hints_view = {.name = "colon-hints", .draw = draw};
