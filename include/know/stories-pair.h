#ifndef DEPECHE_KNOW_STORIES_PAIR_H
#define DEPECHE_KNOW_STORIES_PAIR_H

/*
 * Whether two articles are of one story, by what they share.  For know/stories and the program
 * that trains its weights.
 */

#include "base/vec.h"
#include "know/stories-index.h"

#define PAIR_FEATURES(_) \
	_(BIAS) \
	_(COSINE)        /* of the words */ \
	_(TITLES)        /* cosine of the titles */ \
	_(TITLE_IN_TEXT) /* of the title of one and the words of the other, the mean */ \
	_(LEADS)         /* cosine of the first words */ \
	_(GAP)           /* days between, by their logarithm */ \
	_(BURST)         /* how much the best name of both belongs to these weeks */ \
	_(DAYS)          /* days that both speak of, by their rarity */ \
	_(TITLE_PERSON)  /* somebody of the same surname in both titles */

#define FEATURE(name) PAIR_##name,
enum pair_feature { PAIR_FEATURES(FEATURE) PAIR_FEATURE_COUNT };
#undef FEATURE

struct story_model {
	float weights[PAIR_FEATURE_COUNT];
	float threshold; /* groups are joined from here on */
};

extern const struct story_model story_model;

/* features: of articles a and b. */
void story_pair_features(
	const struct story_index *, uint32_t a, uint32_t b, float features[PAIR_FEATURE_COUNT]);
float story_pair_chance(const struct story_model *, const float features[PAIR_FEATURE_COUNT]);
/* The days that both speak of, by their rarity: 0 … 1. */
float story_shared_days(
	const struct story_index *, const struct story_article *, const struct story_article *);
/* Whether both titles name somebody of the same surname. */
bool story_share_title_name(const struct story_article *, const struct story_article *);
/* Kinds of news that come again and again: never one story, whatever they share. */
bool story_pair_forbidden(const struct story_index *, uint32_t a, uint32_t b);

/* Pairs of articles that are worth asking about. */
struct story_pair {
	uint32_t a, b; /* a < b */
	float chance;
};

VEC_OF(struct story_pair, story_pairs);

/* Of each article at most STORY_NEAREST earlier ones, by the words that weigh most. */
#define STORY_NEAREST 32u
void story_candidates(const struct story_index *, struct story_pairs *, struct arena *);

/* Pairs in different languages, which share no words: by whom and of which days they speak, a few
 * days apart at most. With their chances; a pair may be there twice. */
void story_pairs_across(const struct story_index *, struct story_pairs *, struct arena *);

#endif
