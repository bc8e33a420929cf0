#ifndef DEPECHE_EXTRACT_QUOTES_NOUN_H
#define DEPECHE_EXTRACT_QUOTES_NOUN_H

/*
 * Nouns of those who can speak: persons who are only described, and what speaks under a name of
 * its own.  Functions ("ministre") are the gazetteer's and not repeated here.
 */

#include "base/span.h"

/* What a folded noun may be; several at once. */
enum noun_kind {
	NOUN_HUMAN = 1 << 0,  /* voisine, témoin, proches */
	NOUN_BODY = 1 << 1,   /* organisations that are called by their name: commission, groupe */
	NOUN_PAPER = 1 << 2,  /* those of them that print and broadcast */
	NOUN_OFFICE = 1 << 3, /* those of which there is but one: préfecture, parquet */
	NOUN_FEMALE = 1 << 4, /* feminine though its article may not tell ("l'avocate") */
	NOUN_MALE = 1 << 5,
	/* what a text goes on calling somebody by whom it has just named ("le président", "la
	 * nageuse"), also where it never joins the two; not "le procureur", who is mostly one
	 * that it never names */
	NOUN_TITLE = 1 << 6
};

struct noun {
	const char *folded;
	unsigned kind;
};
/* Sorted by their bytes. */
extern const struct noun nouns[];
extern const size_t noun_count;

unsigned noun_kind(struct span folded);

#endif
