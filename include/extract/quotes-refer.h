#ifndef DEPECHE_EXTRACT_QUOTES_REFER_H
#define DEPECHE_EXTRACT_QUOTES_REFER_H

/*
 * What a pronoun beside a quotation stands for, and who goes on speaking without being named
 * again: the sentences of a passage, and the last ones before it, with their speakers and
 * subjects.  For extract/quotes alone.
 */

#include "extract/quotes-voice.h"

/* Sentences back in which a pronoun's phrase is looked for. */
#define REFER_BACK 5

struct refer {
	struct passage passage;
	struct voice *voices;   /* of its quotations */
	struct voice *subjects; /* of its sentences, once asked */
	bool *asked;
	/* Of the sentences before it, the latest first: who spoke last, else the subject. */
	struct voice recent[REFER_BACK];
	struct voice awaited; /* whose words follow: the passage before ended with a colon */
};

/* Goes to the passage of a stretch; who spoke before stays known. */
void refer_begin(struct refer *, struct stretch *, const struct quote_spans *);
/* To be called when its quotations have their voices. */
void refer_end(struct refer *);

/* Whether the text says who speaks. */
bool refer_attributed(const struct voice *);
/* The quotation before one, if it stands in the sentence; null. */
const struct voice *refer_neighbour(const struct refer *, uint32_t quote, uint32_t item);
/* The last quotation of a sentence before the given quotation; null. */
const struct voice *refer_spoken(const struct refer *, uint32_t sentence, uint32_t quote);
/* Whose words or deeds a sentence tells; none where nobody's. */
const struct voice *refer_subject(struct refer *, uint32_t sentence);
/* Pronouns, and what goes without saying, become phrases where they can; false when there is
 * nobody. */
bool refer_settle(struct refer *, uint32_t quote, uint32_t item, struct voice *);

#endif
