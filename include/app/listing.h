#ifndef DEPECHE_APP_LISTING_H
#define DEPECHE_APP_LISTING_H

/*
 * What the commands print, a row at a time: as JSON (exact, see export.h), or as lines of aligned
 * columns with everything made harmless that could confuse a terminal.  Columns are as wide as
 * the widest value among the rows that are shown.
 */

#include "app/selection.h"
#include "base/buf.h"

struct listing {
	const struct epoch *epoch;
	bool json;
	bool colour; /* bold and dim, nothing else */
	int width;   /* cells a line may have; 0: no limit */
	int id_width, day_width, source_width, name_width; /* cells; 0: no such column */
};

/* Columns for these articles, for these people, for these quotations. */
void listing_articles(struct listing *, const article_id *ids, uint32_t count);
void listing_people(struct listing *, const struct selection_person *, uint32_t count);
void listing_quotes(struct listing *, const struct selection_quote *, uint32_t count);

/* Each appends a row and a line feed. */
void listing_article(const struct listing *, article_id, struct buf *);
void listing_person(const struct listing *, const struct selection_person *, struct buf *);
void listing_quote(const struct listing *, const struct selection_quote *, struct buf *);
/* In lines two rows: the article, and under it why. */
void listing_related(
	const struct listing *, article_id, const struct related_article *, struct buf *);
void listing_problem(const struct listing *, const struct problem *, struct buf *);
/* A whole article: title, facts, body; what is left out as furniture is counted. */
void listing_text(const struct listing *, article_id, struct buf *);

#endif
