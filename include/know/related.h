#ifndef DEPECHE_KNOW_RELATED_H
#define DEPECHE_KNOW_RELATED_H

/*
 * How near two articles are, and why.  Pure: the store finds the pairs that are worth asking
 * about and keeps the numbers that a profile is made of.
 *
 * Source: tf-idf cosine with the title counted three times; persons and days that both speak of
 * and days between weigh a little besides; what is of the same story comes first.
 */

#include "base/arena.h"
#include "text/calendar.h"

struct profile_term {
	uint32_t term; /* id in the archive's vocabulary */
	float weight;  /* the vector has length 1 */
};

/* A day that an article speaks of. */
struct profile_day {
	int32_t day;
	float rarity; /* 2 / articles that speak of it */
};

#define RELATED_NO_STORY UINT32_MAX

/* An article as related sees it. */
struct profile {
	const struct profile_term *terms; /* by id, rising */
	uint32_t term_count;
	const uint32_t *people; /* actors named, by id, rising */
	uint32_t people_count;
	const float *rarities; /* of each of people; needed of the article that is asked for */
	const struct profile_day *days; /* single days spoken of, rising */
	uint32_t day_count;
	int32_t day;    /* of publication; DAY_NONE */
	uint32_t story; /* its number; RELATED_NO_STORY */
};

#define RELATION_SHARED 4

struct relation {
	float score;                      /* 0 … 1; from 1/2 on of the same story */
	float cosine;                     /* of the words alone */
	uint32_t people[RELATION_SHARED]; /* shared actors, the rarest first */
	uint32_t people_count;
	uint32_t terms[RELATION_SHARED]; /* shared words that weigh most */
	uint32_t term_count;
	int32_t days_apart; /* b after a; DAY_NONE when a day is unknown */
	int32_t about;      /* the rarest day that both speak of; DAY_NONE */
	bool same_story;
};

/*
 * A small archive cannot tell which words are common, so every one is seen before a background
 * of RELATED_BACKGROUND French articles: in how many of them a stem (as in struct term) stands;
 * 0 for a stem that is not among their commonest. Weekdays, months and short numbers are in all.
 * Source: WiNER-fr, texts of French Wikinews, CC BY 2.5 (tests/train/background).
 */
#define RELATED_BACKGROUND 964u
uint32_t related_background(struct span stem);

/* Term weight of a word: its count in the body, in the title, and in how many of how many
 * articles it stands; 0 for words that say nothing. The background is counted in by the caller:
 * articles = those of the archive + related_background(stem), archive = all of the archive +
 * RELATED_BACKGROUND. Normalising is the caller's too. */
float related_weight(uint32_t in_body, uint32_t in_title, uint32_t articles, uint32_t archive);
/* What persons shared, days shared and nearness in time can add at most, as shares of what the
 * words leave open. */
#define RELATED_PEOPLE_SHARE 0.01f
#define RELATED_DAYS_SHARE 0.05f
#define RELATED_NEAR_SHARE 0.05f
/* How rare an actor is: 1 for one who is named in two articles or fewer. */
float related_rarity(uint32_t articles, uint32_t archive);
/* How near in time, 0 … 1: 1 on the same day, 1/e after 30 days, 0 after
 * RELATED_NEAR_LAST and when a day is unknown. */
float related_nearness(int32_t day, int32_t other);
#define RELATED_NEAR_LAST 120
/* What is added to the words, as a share of what they leave open: how rare the persons shared are
 * in sum, how rare the days, how near in time. */
float related_share(float people, float days, float nearness);
/* A score from what the words give and the share of the rest that is added. */
float related_score(float cosine, float share, bool same_story);
/* Which b has to a, the article that is asked for. */
void related_weigh(const struct profile *a, const struct profile *b, struct relation *);

#endif
