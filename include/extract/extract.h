#ifndef DEPECHE_EXTRACT_EXTRACT_H
#define DEPECHE_EXTRACT_EXTRACT_H

/*
 * Runs every extractor over an article.  Each extractor has a header of its own (names, days,
 * terms, prints) and can be called alone.
 */

#include "extract/evidence.h"
#include "extract/words.h"

/* Never fails. */
struct evidence *extract(const struct article_words *, struct arena *);
/* A copy that takes no more room than it needs.  line_count: of the article. */
struct evidence *evidence_keep(const struct evidence *, uint32_t line_count, struct arena *);

#endif
