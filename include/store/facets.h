#ifndef DEPECHE_STORE_FACETS_H
#define DEPECHE_STORE_FACETS_H

/*
 * The values by which an archive can be narrowed, with their counts: here, in what is shown,
 * of all in the archive.  What an article can have several of (people joined by AND,
 * organisations, places, tags) is counted inside the result; people joined by OR, and dates,
 * sources and languages, leave out their own row's choice, so that the other values can be
 * reached.
 */

#include "store/query.h"

enum facet {
	FACET_PEOPLE,
	FACET_DATES,
	FACET_SOURCES,
	FACET_SPEAKERS,
	FACET_LANGUAGES,
	FACET_ORGANISATIONS,
	FACET_PLACES,
	FACET_TAGS,  /* that the reader gave */
	FACET_SAVED, /* the reader's filters; an epoch has no values of them */
	FACET_COUNT
};
enum choice { CHOICE_NONE, CHOICE_INCLUDED, CHOICE_EXCLUDED };

struct facet_value {
	struct clause clause; /* what choosing it adds: label is its name */
	uint32_t here, all;   /* articles */
	enum choice choice;
	uint32_t quotes;      /* FACET_SPEAKERS: by them, in the articles here */
	uint32_t by_function; /* FACET_PEOPLE: articles here that mean them without a name */
};

/* Every value that stands in the archive, chosen ones first, then by count in the result (speakers:
 * of quotations), then in the archive, then by name.  FACET_DATES: the years, oldest first, empty
 * ones between them too, undated articles last as "undated" (a clause with from and to DAY_NONE).
 */
uint32_t facet_values(const struct epoch *, const struct query *, const struct result *, enum facet,
	struct facet_value **values, struct arena *);
/* The same, but beside those that are chosen only so many others are told. Cost: one walk over the
 * articles here, or over the others where they are fewer; nothing is sorted that is not told. */
struct facet_few {
	struct facet_value *values;
	uint32_t count;
	uint32_t all;  /* values, told or not */
	uint32_t live; /* of these: chosen, or with an article here; they come first */
};
struct facet_few facet_few(const struct epoch *, const struct query *, const struct result *,
	enum facet, uint32_t most, struct arena *);
/* The months of a year or the days of a month that have articles or lie between such. */
uint32_t facet_dates(const struct epoch *, const struct query *, const struct result *,
	int32_t from, int32_t to, enum day_precision, struct facet_value **values, struct arena *);
/* The articles among which values that clauses of a kind ask for are counted: the result itself,
 * unless choices of the same kind stand in the way of the others. */
struct result facet_base(const struct epoch *, const struct query *, const struct result *,
	enum clause_kind, struct arena *);

#endif
