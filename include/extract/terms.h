#ifndef DEPECHE_EXTRACT_TERMS_H
#define DEPECHE_EXTRACT_TERMS_H

/*
 * The words of an article's title and body as stems, and fingerprints of its lines.
 */

#include "extract/evidence.h"
#include "extract/words.h"

void terms_extract(
	const struct article_words *, struct terms *, uint32_t *word_count, struct arena *);
/* One print a line of the article; 0 for a line without words. Equal for lines that differ in
 * case, accents, signs and numbers only. */
uint64_t *prints_extract(const struct article_words *, struct arena *);

#endif
