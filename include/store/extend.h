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
	struct epoch *made;
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
struct shelf extend_shelf(const struct shelf *a, const struct shelf *b, struct arena *);
/* row_of: where the rows are now, of so many; null: where they were. */
struct postings extend_postings(const struct postings *, const uint32_t *row_of, uint32_t rows,
	const struct additions *, struct arena *);
/* Rows of rising numbers, each packed in steps, and greater numbers behind them. */
struct shelf extend_steps(
	const struct shelf *, uint32_t rows, const struct additions *, struct arena *);
/* numbers: becomes what the strings of more are called. */
struct lexicon_view extend_lexicon(const struct lexicon_view *, const struct lexicon_view *more,
	uint32_t **numbers, struct arena *, struct arena *scratch);

/* The steps of extending, in this order. */
void extend_words(struct extending *);
void extend_others(struct extending *); /* organisations, places, days, sources, stories */
void extend_people(struct extending *);

#endif
