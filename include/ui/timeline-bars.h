#ifndef DEPECHE_UI_TIMELINE_BARS_H
#define DEPECHE_UI_TIMELINE_BARS_H

/*
 * The bars of the timeline: how long each is, and of which signs, so that what is here, what the
 * archive has, and whose the articles are can be told without a colour.
 */

#include "app/app.h"
#include "ui/canvas.h"

/* Where everything in a row lies: columns of the area, cells. */
struct bars {
	const struct app *app;
	struct area area;
	int label_end;   /* labels end before it */
	int start, room; /* of a bar */
	int end;         /* counts end before it */
	uint32_t scale;  /* articles of a bar that takes all the room */
};

struct bars bars_of(const struct app *, struct area rows);
/* The legend or the names of the columns; nothing where articles are not told apart. */
void bars_draw_legend(const struct bars *, struct canvas *, struct area line);
/* Bar and count of a row; chosen: by the filter. */
void bars_draw(
	const struct bars *, struct canvas *, int row, const struct tally_row *, bool chosen);

#endif
