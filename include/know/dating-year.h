#ifndef DEPECHE_KNOW_DATING_YEAR_H
#define DEPECHE_KNOW_DATING_YEAR_H

/*
 * Which year a day without one fell in: the log-odds of every year that can be meant, by kind
 * of evidence, so that the reader can be told why.  For know/dating alone.
 *
 * Source: the likelihoods were counted on French news of two years (how far back the latest
 * year lies that an article mentions, how many days ago its bare weekdays were).
 */

#include "extract/evidence.h"

#define YEAR_FIRST 1900
#define YEAR_COUNT 200

enum year_reason {
	REASON_ARCHIVE,  /* how many of its articles are of the year */
	REASON_WEEKDAYS, /* they fit their days */
	REASON_DATES,    /* days and years that the text states */
	REASON_NEAR,     /* articles that speak of the same */
	YEAR_REASON_COUNT
};

struct year_odds {
	float by[YEAR_REASON_COUNT][YEAR_COUNT];
	bool open[YEAR_COUNT]; /* the day exists in that year and is not to come */
};

/* A day of the year, with what stands beside it. */
struct year_question {
	int month, day;
	int weekday;   /* -1: not stated */
	int32_t limit; /* the last day that can be meant; DAY_NONE: none */
};

/* What the article says by itself. */
void year_odds_make(struct year_odds *, const struct year_question *, const struct day_marks *);
/* How many articles of the archive are of each year. */
void year_odds_archive(struct year_odds *, const uint32_t articles[YEAR_COUNT]);

/* What another article tells that is this near (0 … 1): its day, and the days it states. */
struct year_witness {
	float nearness;
	int32_t day;
	const struct day_marks *marks;
};
void year_odds_near(struct year_odds *, const struct year_question *, const struct day_marks *,
	const struct year_witness *witnesses, uint32_t count);

/* The likeliest year and its probability. */
int year_odds_best(const struct year_odds *, float *probability);
/* Whether the kind of evidence speaks for the year. */
bool year_odds_says(const struct year_odds *, enum year_reason, int year);

#endif
