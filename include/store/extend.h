#ifndef DEPECHE_STORE_EXTEND_H
#define DEPECHE_STORE_EXTEND_H

/*
 * An epoch's arrays with more behind them: for epoch_extend alone.  Numbers of the first epoch stay
 * what they are; those of the second get numbers behind them, or that of the same in the first.
 */

#include "store/epoch-parts.h"

/* A number for a row. */
struct addition {
	uint32_t row, id;
};
VEC_OF(struct addition, additions);

/* An epoch and more behind it. */
struct extending {
	const struct epoch *base, *more;
	const article_id *gone; /* of base, rising */
	uint32_t gone_count;
	struct epoch *made;
	struct epoch_behind *behind; /* of made */
	struct arena scratch;
	/* What numbers of more are called. */
	uint32_t *forms, *roots, *terms, *actors, *entities, *sources;
};

#define EXTEND_NONE UINT32_MAX

/* Both, one behind the other. */
void *extend_array(
	const void *a, size_t a_count, const void *b, size_t b_count, size_t each, struct arena *);
/* The first count of so many, the others zero. */
void *extend_wider(const void *a, size_t count, size_t total, size_t each, struct arena *);
/* The lists with the additions at their ends: those that get none are shared; null: all are empty.
 * There are so many rows now.  order: see struct postings_patch; rows of the additions are those
 * that it tells. Cost: of the lists that are added to, and of the rows behind the last. */
struct postings extend_postings(const struct postings *, const uint32_t *order, uint32_t rows,
	const struct additions *, struct arena *);
/* The same, and those are left out: of each row in the row's own order.  No row is moved that they
 * are of. */
struct postings extend_without(const struct postings *, const uint32_t *order, uint32_t rows,
	const struct additions *, const struct additions *less, struct arena *);
/* A shelf of so many strings of which all are empty but those, see extend_postings of none. */
struct shelf extend_rows(
	const struct patch *, const struct shelf_spans *, uint32_t count, struct arena *);
/* numbers: becomes what the strings of more are called. */
struct lexicon_view extend_lexicon(const struct lexicon_view *, const struct lexicon_view *more,
	uint32_t **numbers, struct arena *, struct arena *scratch);

/* The steps of extending, in this order. */
void extend_words(struct extending *);
void extend_others(struct extending *); /* organisations, places, days, sources, stories */
void extend_people(struct extending *);

#endif
