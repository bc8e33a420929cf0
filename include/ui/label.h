#ifndef DEPECHE_UI_LABEL_H
#define DEPECHE_UI_LABEL_H

/*
 * The short texts that several views share.  All live in the given arena or in the epoch.
 */

#include "store/epoch.h"
#include "store/query.h"

/* "31 Jan 2021≈", "Mar 2024", "undated". */
const char *label_date(const struct facts *, struct arena *);
/* "12 345" */
const char *label_number(uint32_t, struct arena *);
/* "Peskov · Poutine +3": whole surnames of whom an article names, in at most width cells;
 * empty when not one fits. */
struct span label_people(const struct epoch *, article_id, int width, struct arena *);
/* Whether the title stands in the text rather than the lead for it. */
bool label_title_is_stated(enum origin title_from);

#endif
