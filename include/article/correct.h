#ifndef DEPECHE_ARTICLE_CORRECT_H
#define DEPECHE_ARTICLE_CORRECT_H

/*
 * An article as the reader put it right: title, day, source, which lines are its text.  What
 * concerns persons and quotations is left on the article, for floor know.
 */

#include "article/article.h"
#include "article/corrections.h"

/* What was put right in an article. */
struct corrected {
	const struct corrections *all;
	const struct correction *first;
	const bool *lines; /* of each line of the article, whether the reader said what it is */
	struct map things; /* kind and words: place of the last one that is about them */
};

/* Before anything is read from the article.  Owns: the corrections must outlive it. */
void article_correct(struct article *, const struct corrections *, struct arena *);

/* The same once the article was put right, and has been packed and opened again: what was put right
 * in it can be asked again.  Of lines it no longer tells. */
void article_recall(struct article *, const struct corrections *, struct arena *);

/* The last correction of the kind that the words of a stretch are named by; null.  For title, day
 * and source the stretch is empty. */
const struct correction *article_corrected(
	const struct article *, enum correction_kind, struct span stretch);

#endif
