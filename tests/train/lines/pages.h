#ifndef DEPECHE_TRAIN_PAGES_H
#define DEPECHE_TRAIN_PAGES_H

/*
 * Labelled text dumps: FOLDER/NAME/dump.txt, lines.json (a list with "body" or "furniture" for
 * each line) and expected.json (title, byline, day).  Lines that repeat the title or the byline
 * count neither way.
 */

#include "article/model.h"
#include "article/page.h"

struct labelled_page {
	const char *name;
	struct span text;
	enum language language;
	struct line_table table;
	char *labels; /* for each line of the table: 'b' body, 'f' furniture, '-' neither */
	struct span title, byline, published; /* as the page's metadata have them; may be empty */
};

struct labelled_pages {
	struct labelled_page *at;
	uint32_t count, room;
	uint32_t own; /* those that are counted; the rest are only learnt from */
};

/* In the order of their names.  Ends the program with a message when a file is not as it
 * should be. */
void pages_read(const char *folder, struct labelled_pages *, struct arena *);

/* Whether two strings have the same words, case and accents aside. */
bool same_words(struct span, struct span, struct arena *scratch);

#endif
