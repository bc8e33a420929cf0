#ifndef DEPECHE_STORE_EPOCH_TOKENS_H
#define DEPECHE_STORE_EPOCH_TOKENS_H

/*
 * The words of the articles of an epoch, line by line, and their terms.  In a sealed epoch they lie
 * packed: of an article where its title begins and ends among its tokens, how many tokens each line
 * has, past the lines the title's, then the forms of all; they are opened for one article at a
 * time.
 */

#include "store/epoch-parts.h"

/* The words of an article in order, see struct segment. */
struct tokens {
	const uint32_t *at, *line_ends;
	const uint8_t *kinds; /* of its lines */
	uint32_t line_count;
	uint32_t title_from, title_to; /* those of the title */
};

/* There until those of another article are asked for. */
struct tokens epoch_tokens(const struct epoch *, article_id);
/* Of the lines alone. */
const uint8_t *epoch_kinds(const struct epoch *, article_id, uint32_t *line_count);
/* The tokens of a line [*from, *to); whether they count: not when it is furniture after all. */
bool tokens_of_line(const struct tokens *, uint32_t line, uint32_t *from, uint32_t *to);
/* Sets the bits of the articles with the form in title or body. */
void epoch_holding(const struct epoch *, uint32_t form, uint64_t *articles);
/* The words of the body in order, furniture left out: their forms, or where hashes are given
 * those of their forms. */
uint32_t epoch_body_words(
	const struct epoch *, article_id, const uint32_t *hashes, uint32_t **words, struct arena *);
/* Its terms, by number.  The epoch must be sealed. */
uint32_t epoch_terms(const struct epoch *, article_id, struct counted **terms, struct arena *);
/* While it is made: all that is known of them, in the order of their stems. */
const struct term *epoch_raw_terms(const struct epoch *, article_id, uint32_t *count);

/* Those of one article, opened. */
struct open_tokens {
	struct arena arena;
	article_id id; /* ARTICLE_NONE: of none */
	struct tokens tokens;
};

/* Adds them as they are packed. */
void tokens_pack(struct buf *, const struct tokens *);

#endif
