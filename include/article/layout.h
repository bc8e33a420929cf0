#ifndef DEPECHE_ARTICLE_LAYOUT_H
#define DEPECHE_ARTICLE_LAYOUT_H

/*
 * The parts of an article in a text dump: which lines are its body, which are the page's
 * furniture, and what the others state: title, byline, day and time, section, source, tags.
 * Total: any text has a layout.
 *
 * Source: lines are scored by a logistic regression over their form, scored again among their
 * neighbours by boosted trees, cut to the best block and mended by rules (tests/train/lines).
 */

#include "article/article.h"
#include "text/vocabulary.h"

/* Fills in everything of the article but path, digest, text and encoding, which must be set.
 * vocabulary: null: words are looked up for this text alone. */
void layout(struct article *, struct vocabulary *, struct arena *);

/* The same for a text whose body is known, as a web page's is: kinds has a kind for each line
 * that is not blank; title is what the page calls itself, empty where it says nothing. */
void layout_marked(struct article *, const enum line_kind *kinds, struct span title,
	struct vocabulary *, struct arena *);

/* What a line's form tells of it, before its neighbours are looked at: log-odds of being body,
 * one per non-blank line. For training and for tests. */
struct line_score {
	struct extent at;
	float form;    /* log-odds by the line's own form */
	float context; /* log-odds among its neighbours */
};
uint32_t layout_scores(struct span text, enum language, struct line_score **scores, struct arena *);

#endif
