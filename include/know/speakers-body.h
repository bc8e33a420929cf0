#ifndef DEPECHE_KNOW_SPEAKERS_BODY_H
#define DEPECHE_KNOW_SPEAKERS_BODY_H

/*
 * Organisations that speak under their own name: a newspaper, a ministry, a company.  For
 * know/speakers alone.
 */

#include "extract/evidence.h"

/* What a phrase is about, by its first noun. */
enum body_kind {
	BODY_NONE,     /* somebody described: "une voisine", "les secours" */
	BODY_NAMED,    /* an organisation by its name */
	BODY_GENERIC,  /* "le journal": one that was named before */
	BODY_OFFICE,   /* "la préfecture": there is but one, also without a name */
	BODY_PAPER,    /* the same of newspapers and the like */
	BODY_DOCUMENT, /* "un communiqué de X": whoever it is of; no name: it is not said */
	BODY_PERSON    /* somebody with a name that stands for itself */
};

/* The kind of a phrase; the organisation's name, or the phrase behind "de", in *name. */
enum body_kind body_of(
	const struct article *, struct extent phrase, struct extent *name, struct arena *);

#endif
