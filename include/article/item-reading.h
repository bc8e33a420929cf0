#ifndef DEPECHE_ARTICLE_ITEM_READING_H
#define DEPECHE_ARTICLE_ITEM_READING_H

/*
 * The articles of one file, one after the other: those that can be read, and a count of what holds
 * none.  Private to the floor.
 */

#include "article/item.h"

struct item_reading {
	const char *path;   /* in the arena */
	struct span source; /* the feed's name, for those that state none */
	struct vocabulary *vocabulary;
	struct arena *arena;
	struct article_list *articles;
	struct fault *why;
	uint32_t first;    /* article of the file */
	uint32_t refused;  /* entries without an article */
	bool last_refused; /* the last of them is one */
	bool is_cut;       /* the last entry is not whole yet, and was left */
};

struct item_reading item_reading_of(const char *path, struct vocabulary *, struct arena *,
	struct article_list *, struct fault *why);

/* Adds its article; one without text is counted as refused. */
void item_reading_take(struct item_reading *, struct item *);

/* Numbers them.  OK with words in why: some entries hold no article, or the last is not whole
 * (ERR_CUT).  Fails: ERR_FORMAT, as "<what> without an article", or ERR_CUT. */
enum err item_reading_end(struct item_reading *, const char *what);
/* The same words of entries that were read elsewhere. */
enum err items_told(
	uint32_t found, uint32_t refused, bool is_cut, const char *what, struct fault *why);

#endif
