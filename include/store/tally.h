#ifndef DEPECHE_STORE_TALLY_H
#define DEPECHE_STORE_TALLY_H

/*
 * How many articles fall into each day, week, month or year: those of a result and all of the
 * archive, by publication or by the days of which they speak, and how many of them each of a few
 * clauses holds for.  Periods without an article are there too; many in a row are one row.
 */

#include "store/query.h"

enum tally_unit { TALLY_DAY, TALLY_WEEK, TALLY_MONTH, TALLY_YEAR, TALLY_UNIT_COUNT };

#define TALLY_PARTS_MOST 6u
#define TALLY_GAP_MOST 8 /* empty periods in a row that are rows of their own */

struct tally_row {
	int32_t from, to; /* days, both in it; weeks begin on Monday */
	uint32_t periods; /* 1; of empty ones in a row that are one row, how many */
	uint32_t here, all;
	uint32_t parts[TALLY_PARTS_MOST]; /* of those here, that the clause holds for */
};

struct tally_wish {
	enum tally_unit unit;
	/* By days spoken of: an article is in every period of which it speaks; what is longer than
	 * a period (than a week, by days) is left out. */
	bool about;
	const struct clause *parts;
	uint32_t part_count; /* at most TALLY_PARTS_MOST */
};

struct tally {
	struct tally_row *rows; /* the earliest first */
	uint32_t row_count;
	uint32_t most_here, most_all;    /* of the fullest rows */
	uint32_t missing_here, missing_all; /* articles in no period: no day is known so finely */
};

/* Cost: sorts what all articles add to all periods. */
void tally_make(const struct epoch *, const struct result *, struct tally_wish, struct tally *,
	struct arena *);
/* The row that holds a day, else the nearest one before it, else the first; tallies of no rows: 0. */
uint32_t tally_find(const struct tally *, int32_t day);
/* The first and last day of the period that a day lies in. */
void tally_period(enum tally_unit, int32_t day, int32_t *from, int32_t *to);
/* Those of the articles that the tally of a wish has between two days, in their order; at most
 * room of them into found; how many there are. */
uint32_t tally_articles(const struct epoch *, const struct result *, struct tally_wish,
	int32_t from, int32_t to, article_id *found, uint32_t room);

#endif
