#ifndef DEPECHE_APP_MARKS_ALL_H
#define DEPECHE_APP_MARKS_ALL_H

/*
 * The same mark for all that the list shows, folded stories too, undone as one.  Private to the
 * floor.
 */

#include "app/app.h"

/* What several files were marked before. */
struct marks_before {
	uint32_t count;
	struct marked {
		struct digest digest;
		struct mark mark;
	} *at;
};

/* Undoes such a change. */
void marks_all_restore(struct app *, const struct change *);

#endif
