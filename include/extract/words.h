#ifndef DEPECHE_EXTRACT_WORDS_H
#define DEPECHE_EXTRACT_WORDS_H

/*
 * The words of one article, each looked up once, for all who read it word by word.
 */

#include "article/article.h"
#include "text/vocabulary.h"

struct line_words {
	uint32_t first, count; /* into the forms */
	bool same;             /* folded, the line has these very words, folded */
};

struct article_words {
	const struct article *article;
	struct vocabulary *vocabulary;
	struct placed_forms forms; /* places in the article's text */
	struct line_words *lines;  /* one a line */
};

/* The words of a line; null where it has none. */
static inline const struct placed_form *line_forms(
	const struct article_words *words, const struct line_words *line)
{
	return line->count ? words->forms.at + line->first : NULL;
}

/* Owns: the words lie in the arena, their forms in the vocabulary's. */
void words_read(
	struct article_words *, const struct article *, struct vocabulary *, struct arena *);

#endif
