#ifndef DEPECHE_UI_LIST_SNIPPET_H
#define DEPECHE_UI_LIST_SNIPPET_H

/*
 * The second line of a row of the list: the passage that was found, with what was sought in it
 * marked; where only the title has it, how the text begins.
 */

#include "app/app.h"
#include "ui/canvas.h"

/* Between two columns of the area, the second one past it. */
void list_snippet_draw(
	const struct app *, struct canvas *, struct area, int row, int col, int end, article_id);

#endif
