#ifndef DEPECHE_EXTRACT_NAMES_TAGGED_H
#define DEPECHE_EXTRACT_NAMES_TAGGED_H

/*
 * Names as the rules and the trained tagger find them together, in articles whose language the
 * tagger has learnt.  Private to the names, their tests and the trainer, which gives weights of
 * its own.
 */

#include "extract/tagger.h"

/* Appends the marks of the whole article, in order; tokens and entities may be null. */
void names_tagged(const struct article *, struct article_tokens *, const signed char *weights,
	struct name_marks *, struct entity_marks *, struct arena *);

#endif
