#ifndef DEPECHE_STORE_EPOCH_PARTS_H
#define DEPECHE_STORE_EPOCH_PARTS_H

/*
 * What an epoch is made of: for the modules of this floor that build and ask it.
 */

#include "store/epoch-stories.h"
#include "store/lexicon.h"
#include "store/postings.h"
#include "store/segment.h"

struct source {
	struct span name; /* as it is spelt most often; empty: not stated */
	struct span folded;
	uint32_t articles;
};

struct epoch {
	struct arena arena;
	bool is_final;
	uint32_t count;
	uint32_t languages; /* bit l: an article is in language l */
	struct segment *const *segments;
	struct facts *facts;
	article_id *by_date;

	struct people people;
	struct entities entities;
	struct map slugs, names; /* of actors: slug, folded form → actor */
	struct map keys;         /* spelling key of a word of a name → row of key_actors */
	struct postings key_actors;
	struct postings actors;   /* actor → articles, whether by name or by function */
	uint32_t *actor_articles; /* that name it */

	struct map entity_slugs;         /* of organisations and places → their number */
	struct postings entity_articles; /* that name each */

	struct postings speakers; /* actor → articles that quote it */

	int32_t *days;           /* of publication, of each article */
	struct map day_rows;     /* single day spoken of → row of day_articles */
	struct postings day_articles;

	uint32_t *source_of;    /* of each article */
	struct source *sources; /* by folded name */
	uint32_t source_count;

	struct lexicon_view forms, roots, terms;
	struct postings root_forms;  /* root → forms */
	struct postings words;       /* form → articles with it in title or body */
	struct postings profiles;    /* term → articles; not for terms of one article only */
	float *profile_weights;      /* beside profiles.ids; an article's vector has length 1 */
	float *profile_scales;       /* of each article: what its weights were divided by */
	const uint32_t *backgrounds; /* of each term */
	uint32_t *term_articles;     /* of each term, the background not counted */
	float *single_weights;       /* of each term where it stands once, see epoch_term_weight */
	const struct story_topics *topics; /* of each term */

	struct own *own; /* see own.h */

	struct stories stories;
	uint32_t *version_counts; /* of each article that is the first of its versions */

	const struct problem *problems;
	uint32_t problem_count, passed_over;
};

/* The steps of building the indices, in this order; facts must be there. */
void epoch_sort(struct epoch *);
void epoch_index_words(struct epoch *);
void epoch_index_terms(struct epoch *);
void epoch_index_actors(struct epoch *);
void epoch_index_speakers(struct epoch *);
void epoch_index_sources(struct epoch *);
void epoch_index_days(struct epoch *);
void epoch_find_stories(struct epoch *);
/* The single days that an article speaks of, rising, each once; how many. Days: room for
 * facts.day_count. */
uint32_t epoch_days_of(const struct epoch *, article_id, int32_t *days);
/* The articles as know/stories sees them. */
struct story_archive epoch_tell_stories(struct epoch *, struct arena *);

/* The weight of a term of an article before its vector is brought to length 1. */
float epoch_term_weight(const struct epoch *, const struct segment *, uint32_t index);
/* The words of the body in order, furniture left out: their forms, or where hashes are given
 * those of their forms. */
uint32_t epoch_body_words(
	const struct epoch *, article_id, const uint32_t *hashes, uint32_t **words, struct arena *);

#endif
