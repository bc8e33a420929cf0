#ifndef DEPECHE_STORE_EPOCH_H
#define DEPECHE_STORE_EPOCH_H

/*
 * The archive at one moment: everything that a screen may ask, immutable.  While files are still
 * being read there are provisional epochs, each of more articles than the one before; the last
 * is final.  An article_id is the article's rank in path order and means the same article in
 * every epoch of one load.  Actors are numbered anew in each epoch: what outlives one keeps an
 * actor's slug.
 */

#include "article/article.h"
#include "know/dating.h"
#include "know/entities.h"
#include "know/people.h"
#include "know/related.h"
#include "know/speakers.h"
#include "know/spoken.h"

typedef uint32_t article_id;
#define ARTICLE_NONE UINT32_MAX
#define ACTOR_NONE UINT32_MAX

struct epoch;

/* What the archive makes of an article, beside what the article says itself. */
struct facts {
	struct published published;
	const uint8_t *kinds; /* of the article's lines (enum line_kind), furniture put right */
	const struct mention *mentions; /* in order of their start; actor: of this epoch */
	uint32_t mention_count;
	const struct entity_mention *entities; /* in order of their start; see epoch-entities.h */
	uint32_t entity_count;
	const struct quotation *quotes; /* in order of their start; actor: of this epoch */
	uint32_t quote_count;
	const struct day_spoken *days; /* in order of their start */
	uint32_t day_count;
	const uint32_t *people; /* distinct actors named, most mentioned first */
	uint32_t people_count;
	uint32_t word_count; /* of the body */
	uint32_t place;      /* rank by date, see epoch_by_date */
};

struct problem {
	const char *path;
	const char *reason; /* "empty", "no permission", "larger than 64 MiB" … */
	bool of_reader;     /* in a file that the reader wrote, not in the archive */
};

struct related_article {
	article_id id;
	uint32_t versions; /* other articles with the same text, the one that is read left out */
	uint32_t percent;  /* of the words of both, as far as one is a version of the other; 0 */
	struct relation relation; /* terms: see epoch_term_word */
};

bool epoch_is_final(const struct epoch *);
/* Articles have the ids 0 … count-1; all are here, but see epoch_here. */
uint32_t epoch_count(const struct epoch *);
/* Every article that is here, the latest first; one day's articles by time, then path; undated ones
 * last. */
const article_id *epoch_by_date(const struct epoch *);
/* Opened when they are asked for, and there as long as the epoch: whoever walks many articles puts
 * them away again, or does without (epoch-walk.h). */
const struct article *epoch_article(const struct epoch *, article_id);
const struct facts *epoch_facts(const struct epoch *, article_id);

uint32_t epoch_actor_count(const struct epoch *); /* most articles first */
const struct actor *epoch_actor(const struct epoch *, uint32_t actor);
/* By slug; else by a form of the name, folded; else by its spelling key; else ACTOR_NONE. */
uint32_t epoch_actor_find(const struct epoch *, struct span name);

/* Articles a user may mean by a number, a path or a part of a path: how many fit (counting
 * stops at 2); the first one in *id. */
uint32_t epoch_article_find(const struct epoch *, struct span spec, article_id *id);

/* What could not be read; passed_over: files that are plainly no text, only counted. */
const struct problem *epoch_problems(const struct epoch *, uint32_t *count, uint32_t *passed_over);

/* The articles to jump to, best first, at most limit; of versions of one text the best. Cost: the
 * postings of 32 terms. */
uint32_t epoch_related(const struct epoch *, article_id, uint32_t limit,
	struct related_article **related, struct arena *);
/* A word of the article's own text with that term's stem. */
struct span epoch_term_word(const struct epoch *, article_id, uint32_t term);

#endif
