#ifndef DEPECHE_APP_ITEMS_H
#define DEPECHE_APP_ITEMS_H

/*
 * What stands in the article that is read: hits, mentions, quotations, days, folds, in the order
 * in which they are stepped through.  One module says what there is, what is marked and what is
 * current.
 */

#include "app/app.h"
#include "base/vec.h"

VEC_OF(struct item, items);

/* Everything on a trail, in order of its start; of two that start together the longer one comes
 * first. */
struct items items_make(const struct app *, enum trail, struct arena *);
/* The trail that is the most useful one here, as long as none is chosen. */
enum trail items_usual(const struct app *);
/* "quotation"; several: "quotations" */
const char *items_noun(enum trail, uint32_t count);

/* What the item is; null when it is nothing of that kind. */
const struct mention *item_mention(const struct app *, struct item);
const struct quotation *item_quote(const struct app *, struct item);
const struct day_spoken *item_day(const struct app *, struct item);
/* "Maria Zakharova, named by function", "Monday 25 January 2021"; "" for what says itself. */
const char *item_words(const struct app *, struct item, struct arena *);

/* The actors that the filter's included clauses of a kind (CLAUSE_PERSON, CLAUSE_SAYS) ask for,
 * by number; null when they ask for nobody. */
const bool *items_chosen(const struct app *, enum clause_kind, struct arena *);
/* Whether the filter asks for what is said there. */
bool items_is_asked(const struct app *, const struct quotation *, const bool *chosen,
	struct arena *scratch);
/* Whether the filter asks for what speaks of that day. */
bool items_is_day_asked(const struct app *, const struct day_spoken *);

#endif
