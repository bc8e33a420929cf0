#ifndef DEPECHE_STORE_MATCH_H
#define DEPECHE_STORE_MATCH_H

/*
 * How clauses meet the indices of an epoch.  A word of a query stands for a set of forms (folded
 * words of the archive): the word itself, every form that shares its stem in a language of the
 * archive, and while it is being typed every form that begins with it.  An article matches, and
 * a word in it is marked, by that set alone.
 */

#include "store/query.h"

/* A set of forms (bits, by number) for each word of the clause's text; how many. */
uint32_t match_words(
	const struct epoch *, const struct clause *, uint64_t ***words, struct arena *);
/* Sets the bits of the articles for which the clause holds, as if it did not exclude. */
void match_clause(const struct epoch *, const struct clause *, uint64_t *articles, struct arena *);

/* Sets the bits of the articles that name somebody with a function of these words. */
void match_role(const struct epoch *, struct span words, uint64_t *articles);
/* Sets those of the article's story: the article alone where there is none. */
void match_story(const struct epoch *, struct span article, uint64_t *articles);
/* CLAUSE_IS, CLAUSE_HAS, CLAUSE_TAG. */
void match_own(const struct epoch *, const struct clause *, uint64_t *articles, struct arena *);

/* Sets those that have all people of CLAUSE_WITH in one line; that name the organisation or place;
 * that have the part in their path. */
void match_with(const struct epoch *, const struct clause *, uint64_t *articles);
void match_entity(const struct epoch *, struct span slug, uint64_t *articles);
void match_file(const struct epoch *, struct span part, uint64_t *articles);
/* Clears the bits of those that have not every word of CLAUSE_TITLE in their title. */
void match_title(const struct epoch *, const struct clause *, uint64_t *articles, struct arena *);

#define LEAVE_OUT_NONE CLAUSE_KIND_COUNT
/* The articles that pass, where the included clauses of one kind are left out. */
uint64_t *match_query(
	const struct epoch *, const struct query *, enum clause_kind leave_out, struct arena *);
/* The same with their list, the latest first. */
struct result match_result(const struct epoch *, const uint64_t *bits, struct arena *);

#endif
