#ifndef DEPECHE_KNOW_STORIES_H
#define DEPECHE_KNOW_STORIES_H

/*
 * Which articles are one story: one event, or its immediate continuation.  Versions of one text
 * belong together; other articles as far as a model of pairs says so (know/stories-pair.h) and
 * the group as a whole agrees.  Pure, on sets: the result does not depend on the order in which
 * the articles are given, but for their numbers.
 *
 * Source: the method is that of news event detection by pairwise classification and
 * agglomeration; linkage is half the best pair, half the mean of all.
 */

#include "base/arena.h"
#include "know/stories-topics.h"
#include "know/versions.h"
#include "text/calendar.h"
#include "text/language.h"

enum story_term_flag {
	STORY_TITLE = 1, /* stands in the title */
	STORY_LEAD = 2,  /* or in the first words */
	STORY_NAME = 4   /* is never written small */
};

struct story_term {
	uint32_t term;  /* id in the archive's vocabulary */
	float weight;   /* the vector has length 1 before it is cut */
	uint8_t flags;  /* enum story_term_flag */
	uint8_t topics; /* enum story_topic */
};

/* An article as stories see it. */
struct story_article {
	const struct story_term *terms; /* the heaviest, by id, rising */
	uint32_t term_count;
	const uint32_t *people; /* actors named, most mentioned first */
	uint32_t people_count;
	const uint32_t
		*title_names; /* surnames of those in the title that it is about, by number */
	uint32_t title_name_count;
	const int32_t *days; /* single days spoken of: rising, each once */
	uint32_t day_count;
	const struct version_print *print;
	uint64_t key;      /* the same for the same bytes only */
	uint32_t words;    /* of the body */
	uint32_t distinct; /* words, those that are given and those that are not */
	uint32_t affair;   /* of them those of justice; in the title they count twice */
	int32_t day;       /* of publication; DAY_NONE */
	enum language language;
};

#define STORY_TERMS 64u
#define STORY_NONE UINT32_MAX
#define STORY_DAYS 46 /* neighbours in a story are not further apart */

struct story {
	const uint32_t *articles; /* rising */
	uint32_t count;           /* two or more */
	uint32_t central;         /* the article that is most like the others */
	int32_t from, to;         /* days of publication; DAY_NONE: none is known */
};

struct stories {
	struct story *at; /* by their first articles */
	uint32_t count;
	uint32_t *of;       /* of each article its story, or STORY_NONE */
	uint32_t *versions; /* of each article the first of its versions: itself when it has none */
};

struct story_model;

/* rarities: of each term ln(1 + N / articles), 0 for one that says nothing; actor_articles: of
 * each actor. Cost: linear in the articles, as candidates are capped. */
struct story_archive {
	const struct story_article *articles;
	uint32_t count;
	const float *rarities;
	uint32_t term_count;
	const uint32_t *actor_articles;
	uint32_t actor_count, name_count;
};

void stories_make(
	const struct story_archive *, const struct story_model *, struct stories *, struct arena *);

#endif
