#ifndef DEPECHE_APP_REASONS_H
#define DEPECHE_APP_REASONS_H

/*
 * Facts in words, as they are shown and exported: why an article is related, how long ago, and
 * what a reader sees of it first.  Why anything is believed is in why.h.
 */

#include "base/buf.h"
#include "store/epoch.h"

/* "same event", "94 % the same text", "Lavrov, Blinken", "missiles, vérification", "about
 * 5 February 2021", "2 days earlier" (the related one, seen from the article), "and 3 other
 * versions": count of them. */
uint32_t reasons_related(const struct epoch *, article_id, const struct related_article *,
	const char ***reasons, struct arena *);
/* The facts line of the title block: "31 January 2021≈ · Sputnik · 5 people · 2 min". */
const char *reasons_facts(const struct epoch *, article_id, struct arena *);
/* Appends the day of publication: "31 January 2021≈ 09:18". */
void reasons_published(const struct published *, struct buf *);
/* Whether the article says itself where it is from; else a source is shown with "≈". */
bool reasons_source_stated(const struct article *);

#endif
