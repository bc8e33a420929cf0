#ifndef DEPECHE_APP_VISIT_H
#define DEPECHE_APP_VISIT_H

/*
 * When the history grows: an article is opened, the filter changes.  Merely passing over an
 * article in the list is no visit.  Private to the floor.
 */

#include "app/app.h"

/* The present visit gets its latest place, before something changes. */
void visit_leave(struct app *);
/* A new visit: what is on the screen now. */
void visit_arrive(struct app *);
/* Opens an article: selects it and keeps it in the list though it may be outside the filter. */
void visit_to(struct app *, article_id, enum pane focus);

#endif
