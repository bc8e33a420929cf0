#include "ui/marked.h"

#include "text/width.h"

int marked_put(struct canvas *canvas, struct area area, int row, int col, int width,
	enum style style, struct span text, const struct extent *hits, uint32_t count)
{
	struct span shown = width_clip(text, width, canvas->arena);
	size_t same = 0, at = 0;

	/* An ellipsis is nobody's letter. */
	while (same < shown.len && same < text.len && shown.at[same] == text.at[same])
		same++;
	for (uint32_t i = 0; i < count && hits[i].end <= same; i++) {
		col = canvas_put(canvas, area, row, col, style, span_cut(shown, at, hits[i].start));
		col = canvas_put(canvas, area, row, col, STYLE_FOUND, span_in(shown, hits[i]));
		at = hits[i].end;
	}
	return canvas_put(canvas, area, row, col, style, span_cut(shown, at, shown.len));
}
