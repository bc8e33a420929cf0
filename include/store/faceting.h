#ifndef DEPECHE_STORE_FACETING_H
#define DEPECHE_STORE_FACETING_H

/*
 * The values of one row of facets on their way: what facets and those of each kind share.
 */

#include "store/bits.h"
#include "store/facets.h"
#include "store/postings.h"

VEC_OF(struct facet_value, value_list);

struct faceting {
	const struct epoch *epoch;
	const struct query *query;
	struct result base; /* the articles that are counted as here */
	uint32_t most;      /* values beside those chosen that are told */
	struct value_list values;
	uint32_t all, live; /* values, told or not, see struct facet_few */
	struct arena *arena;
};

/* Appends a value, with what was chosen of it. */
void faceting_add(struct faceting *, struct clause, uint32_t here, uint32_t all);
/* Appends the years, months or days that lie in [from, to] whole. */
void faceting_add_periods(struct faceting *, enum day_precision, int32_t from, int32_t to);
void faceting_add_undated(struct faceting *);
void faceting_add_people(struct faceting *);
/* Appends everybody who is quoted. */
void faceting_add_speakers(struct faceting *);
/* Appends the organisations or places. */
void faceting_add_entities(struct faceting *, enum entity_kind);
/* Appends the tags that some article has. */
void faceting_add_tags(struct faceting *);

/* Counts the articles here that each of count things stands in, the rows of things being those of
 * articles and things numbered from first on; articles that have one each tell it by of or
 * small_of.  totals[n], or lengths of a row of them each: of all in the archive. Cost: walks the
 * articles here or all the others, whichever are fewer. */
struct faceting_rows {
	const struct postings *things; /* of each article; null: it has one */
	const uint32_t *of;
	const uint8_t *small_of;
	uint32_t first, count;
	const uint32_t *totals;
	const struct postings *lengths;
};
uint32_t *faceting_count(const struct faceting *, struct faceting_rows);

/* Which of very many things are told, and in which order. */
struct faceting_choice {
	uint32_t count;
	const uint32_t *here; /* articles of each */
	const bool *left_out; /* those are not told here */
	/* Of as many articles here: whether a comes before b; null: they stay in their order. */
	bool (*before)(const struct faceting *, uint32_t a, uint32_t b);
};
/* Those not chosen by how many articles here they have, at most as many as are told; the live ones
 * are counted. Cost: linear where all or few are told. */
uint32_t faceting_best(struct faceting *, struct faceting_choice, const uint32_t **best);
/* Chosen ones first, then by count. */
void faceting_sort(struct faceting *);
/* Whether some clause of the kind is on. */
bool faceting_asks(const struct faceting *, enum clause_kind);

#endif
