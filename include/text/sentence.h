#ifndef DEPECHE_TEXT_SENTENCE_H
#define DEPECHE_TEXT_SENTENCE_H

/*
 * Sentences of a paragraph: ended by . ! ? … and their closing quotation marks, followed by
 * white space and a capital, a digit or an opening mark.  "M.", "MM.", "Mme.", initials,
 * ordinals and usual abbreviations of the languages that are read do not end one.  A line feed
 * always does.
 */

#include "base/span.h"

struct sentences {
	struct span text;
	size_t at;
};
struct sentences sentences_of(struct span text);
bool sentences_next(struct sentences *, struct extent *sentence);

#endif
