#ifndef DEPECHE_ARTICLE_ITEM_H
#define DEPECHE_ARTICLE_ITEM_H

/*
 * An article whose parts its file states apart: a line of JSON, an entry of a feed, a message, a
 * file with front matter.  Several may stand in one file; each has the file's path with its
 * number behind it.  Private to the floor.
 */

#include "article/format.h"
#include "article/page.h"

/* Spans are valid UTF-8 in some arena; empty: not stated. */
struct item {
	struct span key;                /* what its marks are keyed by: its own id, or its bytes */
	struct span title;              /* plain, one line or more */
	bool title_is_lead;             /* it is the first sentence of the text, and no title */
	bool is_document;               /* title, day and names may stand in its lines too */
	struct span text;               /* its own text alone, in paragraphs */
	struct span html;               /* the same as markup; counts before text */
	struct span published, updated; /* as they are written */
	struct span url, source, section;
	struct span language; /* a code, maybe with a region behind it */
	struct span_list authors, tags;
	/* Lines of text with their kinds, where these are known; null: all are its own text. */
	const struct line *lines;
	uint32_t line_count;
	/* Makes furniture of lines that are not the article's; null: all of them are. */
	void (*mark)(struct span text, struct line *lines, uint32_t count);
};

/* Adds the article that the item makes.  Owns: all of it is copied into the arena.  Fails:
 * ERR_ABSENT (neither title nor text), ERR_LIMIT (markup nested too deep, or too large). */
enum err item_read(const struct item *, const char *path, struct vocabulary *, struct arena *,
	struct article_list *, struct fault *why);

/* What an article is called of a file that holds several: "path#1" for index 0. */
const char *item_path(const char *path, uint32_t index, struct arena *);
/* Gives the articles of one file, if it holds several, their numbers. */
void items_number(struct article_list *, uint32_t first, struct arena *);

#endif
