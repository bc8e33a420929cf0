#ifndef DEPECHE_APP_PERSON_H
#define DEPECHE_APP_PERSON_H

/*
 * The page of a person, which lies over the panes: whose it is, where the cursor is, where each
 * line leads.  It is a place of the history like an article.  Private to the floor.
 */

#include "app/app.h"

/* The rows, for the present epoch; a person who is there no longer has no page. */
void person_arrange(struct app *);
/* A visit to the page. */
void person_show(struct app *, uint32_t actor);
/* As a visit left it, without making one; null: there is no page. */
void person_restore(struct app *, const char *slug, uint32_t cursor);
void person_close(struct app *);

void person_move(struct app *, int64_t lines);
/* To the other column, or where there is only one to the next section. */
void person_across(struct app *, int step);
/* Goes where the line under the cursor leads. */
void person_enter(struct app *);
/* The line under the cursor as a question, and as a filter. */
void person_question(const struct app *, struct why *);
void person_filter(struct app *);
/* The line under the cursor; null where that is none. */
const struct dossier_line *person_line(const struct app *, enum dossier_section *);

#endif
