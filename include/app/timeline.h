#ifndef DEPECHE_APP_TIMELINE_H
#define DEPECHE_APP_TIMELINE_H

/*
 * Articles over time: a row a day, week, month or year, in which the cursor moves, with the
 * articles of that period beside it.  Counts are those of the filter without its own days, so
 * that other periods can be reached, with the archive's beside them.
 */

#include "app/panes.h"
#include "store/tally.h"

struct app;

/* By what the articles of a row are told apart. */
enum timeline_split { SPLIT_NONE, SPLIT_SOURCES, SPLIT_PEOPLE, SPLIT_COUNT };

#define TIMELINE_SOURCES 3u /* that have a pattern of their own; the rest have one together */
#define TIMELINE_FOUND 64u

struct timeline {
	enum tally_unit unit;
	bool zoomed; /* by hand: else the unit is what shows the whole result at a glance */
	bool about;  /* by days spoken of, not by publication */
	enum timeline_split split;
	int32_t day;  /* the cursor is on its row; DAY_NONE: where the present article is */
	uint32_t top; /* row */

	/* Shown. */
	const struct query *query; /* that the rows were made for */
	struct result base;        /* the articles that count as here */
	struct tally tally;
	struct clause parts[TALLY_PARTS_MOST];
	uint32_t part_count;
	uint32_t cursor;                  /* row */
	article_id found[TIMELINE_FOUND]; /* of the cursor's row, the latest first */
	uint32_t found_count;             /* all of them */
};

/* Where it lies on a screen. */
struct timeline_layout {
	struct area rows;    /* under the head */
	struct area details; /* no rows: there is no room for them */
	bool beside;         /* the details; else they are below */
	int head;            /* rows of the head */
};
struct timeline_layout timeline_layout(const struct timeline *, struct area body);

/* The shown part, while it is open. */
void timeline_arrange(struct app *);
void timeline_move(struct app *, int64_t rows);
/* Narrows the filter to the cursor's period, and closes. */
void timeline_enter(struct app *);
/* What choosing a row adds to the filter; the texts are in the arena. */
struct clause timeline_clause(const struct timeline *, const struct tally_row *, struct arena *);

#endif
