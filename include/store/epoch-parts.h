#ifndef DEPECHE_STORE_EPOCH_PARTS_H
#define DEPECHE_STORE_EPOCH_PARTS_H

/*
 * What an epoch is made of: for the modules of this floor that build and ask it.  Everything that
 * can be asked lies in flat arrays without a pointer (a column has an element for each article);
 * what an article says lies packed on shelves and is opened when it is asked for.
 */

#include "article/corrections.h"
#include "store/container.h"
#include "store/counted.h"
#include "store/dictionary.h"
#include "store/epoch-stories.h"
#include "store/lexicon.h"
#include "store/library.h"
#include "store/postings.h"
#include "store/segment.h"

/* A span of days that an article speaks of. */
struct spoken_span {
	int32_t from, to;
};

/* What a function is called, see struct role_mark: its noun, and what it is one of. */
struct role_words {
	uint32_t head, words[ROLE_MARK_WORDS];
};

/* What an epoch that was made by epoch_extend has behind the arrays that it shares with the one
 * before.  Rows of words and profiles begin anew here. */
struct epoch_behind {
	uint32_t first;        /* article */
	uint64_t *line_starts; /* of each article from there on: in kinds */
	uint8_t *kinds;
	struct digest *digests;
	uint64_t *spoken_starts;
	struct spoken_span *spoken;
	struct shelf words, profiles;
};

/* What is there only while an epoch is made. */
struct epoch_raw {
	struct arena arena; /* holds this very structure */
	struct segment *const *segments;
	struct facts *facts;
	struct people people;
	struct entities entities;
	struct stories stories;
	struct map slugs, names; /* of actors: slug, folded form → actor */
	struct map keys;         /* spelling key of a word of a name → row of key_actors */
	struct map day_rows;     /* single day spoken of → row of day_articles */
	struct map entity_slugs; /* of organisations and places → their number */
	const struct strings *forms;
	const struct story_topics *topics; /* of each term */
	uint32_t *title_tokens; /* of each article two: first and end, among its tokens */
};

struct epoch {
	struct arena arena;                /* holds this very structure */
	struct arena beside;               /* what another thread made meanwhile */
	struct epoch_raw *raw;             /* null once the epoch is sealed */
	struct desk *desk;                 /* what was opened; null before */
	struct own *own;                   /* see own.h */
	struct container container;        /* that the arrays lie in; none: they are in the arena */
	struct library library;            /* of the texts that are not here; none: all are */
	bool borrows_library;              /* it is another epoch's, which outlives this one */
	const struct epoch_behind *behind; /* null: nothing is shared */
	bool is_final;
	int32_t made_on, holds_until; /* days of asking between which it would be the same */
	uint32_t count;
	const uint64_t *gone; /* a bit for each article that is no longer here; null: none went. The
				 set of all articles, their order by date, totals and what single
				 articles say are without them; other rows may still tell of them */
	uint32_t gone_count;
	uint32_t languages; /* bit l: an article is in language l */

	article_id *by_date; /* those that went are the last */
	uint32_t *places;    /* of each article in by_date */
	int32_t *days;       /* of publication */
	uint8_t *precisions, *languages_of, *title_origins;
	uint32_t *source_of, *word_counts;
	struct digest *digests;
	struct shelf paths, titles, texts; /* paths are terminated */
	uint32_t *records;                 /* in the cache, once it is written; RECORD_NONE */
	uint32_t *text_lens;
	struct shelf articles, facts; /* packed, see sealed.h */

	uint64_t *line_starts; /* of each article: in kinds */
	uint8_t *kinds;
	struct shelf tokens;        /* of each article, see epoch-tokens.h */
	struct shelf article_terms; /* of each article: terms, counted, see counted.h */

	uint32_t actor_count;
	struct shelf actor_slugs, actor_names, actors;
	struct dictionary slugs, names; /* of actors: slug, folded form → actor */
	struct dictionary keys;         /* spelling key of a word of a name: row of key_actors */
	struct postings key_actors;
	struct postings meant;    /* actor → articles, whether by name or by function */
	uint32_t *actor_articles; /* that name it */
	struct postings named;    /* article → actors, most mentioned first */
	struct postings speakers; /* actor → articles that quote it */
	struct postings quoted;   /* article → the actor of each quotation, or nobody */
	uint32_t role_count;
	struct role_words *role_words;
	struct postings role_articles; /* words of functions → articles with them */

	uint32_t entity_starts[ENTITY_KIND_COUNT + 1]; /* as in struct entities */
	struct shelf entity_slugs, entity_names, entities;
	struct dictionary entities_by_slug;
	struct postings entity_articles; /* that name each */
	struct postings entities_of;     /* article → those it names, each once */

	uint64_t *spoken_starts; /* of each article: in spoken */
	struct spoken_span *spoken;
	uint32_t day_count;
	int32_t *day_list; /* single days spoken of, rising: rows of day_articles */
	struct postings day_articles;

	uint32_t source_count, spelling_count;
	struct shelf source_names; /* terminated; as spelt most often; empty: not stated */
	struct shelf source_keys;  /* folded */
	uint32_t *source_articles;
	struct shelf spellings; /* of sources, as articles have them */
	uint32_t *spelling_of;  /* of each article */

	struct lexicon_view forms, roots, terms;
	struct postings root_forms; /* root → forms */
	struct shelf words;         /* form → articles with it in title or body, see steps.h */
	struct shelf profiles;      /* term → articles, counted; not for terms of one article */
	float *profile_scales;      /* of each article: what its weights are divided by, so that its
				     * vector has length 1 */
	uint32_t *backgrounds;      /* of each term */
	uint32_t *term_articles;    /* of each term, the background not counted */
	float *single_weights;      /* of each term where it stands once, see epoch_term_weight */

	uint32_t story_count;
	struct postings story_articles;
	uint32_t *story_centrals;
	struct spoken_span *story_days; /* of publication */
	uint32_t *story_of, *versions;
	uint32_t *version_counts; /* of each article that is the first of its versions */

	struct span corrections; /* the text of what the reader put right */
	struct corrections corrected;
	const struct problem *problems;
	uint32_t problem_count, passed_over;
};

/* The single days that an article speaks of, rising, each once; how many. Days: room for all the
 * spans that it speaks of. */
uint32_t epoch_days_of(const struct epoch *, article_id, int32_t *days);
const struct spoken_span *epoch_spoken(const struct epoch *, article_id, uint32_t *count);
/* The row of day_articles of a day; day_count when nobody speaks of it. */
uint32_t epoch_day_row(const struct epoch *, int32_t day);

/* The weight of a term of an article before its vector is brought to length 1. */
float epoch_term_weight(const struct epoch *, struct counted);

#endif
