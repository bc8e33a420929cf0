#ifndef DEPECHE_EXTRACT_QUOTES_CUE_H
#define DEPECHE_EXTRACT_QUOTES_CUE_H

/*
 * What the cues before and behind a quotation share: sentences, and the small signs of grammar
 * that tell a verb of saying from a noun, and a source.  For extract/quotes-before and
 * extract/quotes-behind alone.
 */

#include "extract/quotes-voice.h"

/* Items of a sentence that are looked at on either side of a quotation. */
#define CUE_REACH 60
#define AUXILIARY_REACH 6

int64_t cue_first(const struct passage *, int64_t item); /* of the item's sentence */
int64_t cue_end(const struct passage *, int64_t item);   /* one past its last */
/* Where the clause begins that ends before an item. */
int64_t cue_clause(struct passage *, int64_t item, int64_t first);
bool cue_word(struct passage *, int64_t item, const char *folded);
/* "d'après", "according to": where the phrase behind it begins; 0 when it is none. */
int64_t cue_according(struct passage *, int64_t item);
/* The source whose phrase begins there. */
bool cue_source(struct passage *, int64_t cue, int64_t phrase, struct voice *);
/* "la demande", "une annonce" are nouns. */
bool cue_noun(struct passage *, int64_t item);
bool cue_dash(const struct passage *, int64_t item);
bool cue_reflexive(struct passage *, int64_t item); /* "se", "s'" */
/* Where a noun phrase begins that no preposition governs, at or after first; end when there is
 * none. */
int64_t noun_start(struct passage *, int64_t first, int64_t end);
/* "a déclaré X", "estime à la télévision le ministre X": a verb at the item, and its subject
 * behind it; near: right behind a quotation, where more may stand between the two. */
bool cue_inverted(struct passage *, int64_t item, int64_t end, bool near, struct voice *);

#endif
