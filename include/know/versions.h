#ifndef DEPECHE_KNOW_VERSIONS_H
#define DEPECHE_KNOW_VERSIONS_H

/*
 * Near-duplicates: versions of one text, reprinted with cuts or additions.  A text is sampled by
 * the hashes of its shingles, runs of VERSION_SHINGLE words; of a long text only those below a
 * limit are kept, so that all samples have about the same size and still nest.
 *
 * Source: shingles (Broder 1997), sampled by their value (modulo sampling).
 */

#include "base/arena.h"

#define VERSION_SHINGLE 4u

struct version_print {
	const uint32_t *at; /* rising, each once */
	uint32_t count;
	uint32_t limit; /* every shingle whose hash is not above it is kept */
};

/* words: a hash of each word of the body, in order. Of less than VERSION_SHINGLE words there is
 * no shingle. most: shingles to keep, or a few more. */
struct version_print version_print_make(
	const uint32_t *words, uint32_t count, uint32_t most, struct arena *);

/* How much two texts share. */
struct version_share {
	float both; /* of the words of both, 0 … 1 */
	float less; /* of those of the one that shares more of itself: 1 when it is a cut */
};
struct version_share version_share(const struct version_print *, const struct version_print *);
bool version_is(struct version_share); /* enough to be versions of one text */

/* first_of[i]: the first of the texts that are versions of text i, itself included.
 * Cost: linear in the prints, whatever they hold. */
void versions_make(const struct version_print *const *prints, uint32_t count, uint32_t *first_of);

/* Exactly: how many in a hundred of the words of both stand in runs that both have. */
uint32_t version_percent(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);

#endif
