#ifndef DEPECHE_APP_SIDES_H
#define DEPECHE_APP_SIDES_H

/*
 * Two articles set side by side: paragraphs that tell the same stand in the same rows, what lies
 * between such begins on both sides in the same row; what only one of them has is marked and
 * counted, and whom and which days only one names is said above. In a narrow terminal one stands
 * above the other, paragraph by paragraph.
 */

#include "store/epoch.h"

/* Whose text a row shows, where they stand above each other. */
enum sides_whose { SIDES_BOTH, SIDES_LEFT, SIDES_RIGHT };

struct sides_row {
	enum sides_whose whose; /* beside each other: always SIDES_BOTH */
	struct extent at[2];    /* of the left and the right text; empty: nothing there */
	bool first;             /* of a paragraph of either */
	bool paired;            /* which has its like in the other text */
};

/* One of the two. */
struct side {
	article_id id;
	const char *facts;          /* "31 January 2021≈ · Sputnik · 5 people · 2 min" */
	const char *only;           /* "only here: 12 words · Joe Biden · 5 Feb 2021" */
	const struct extent *marks; /* what only it has, in order */
	uint32_t mark_count;
};

struct sides {
	struct side side[2];
	bool beside;      /* else one above the other */
	bool alike;       /* beside: some paragraph has its like */
	int width;        /* cells of a text */
	uint32_t percent; /* of the words of both that stand in runs that both have */
	struct sides_row *rows;
	uint32_t row_count;
};

#define SIDES_BESIDE_COLS 100 /* from here on they stand beside each other */
#define SIDES_MEASURE 72
#define SIDES_SIGN_COLS 2 /* before a row of what stands above the other */

/* Everything but the choice of the two. */
void sides_make(struct sides *, const struct epoch *, article_id left, article_id right, int cols,
	struct arena *);
/* Whether a row shows something that only its text has. */
bool sides_is_own(const struct sides *, uint32_t row);
/* The articles to set beside one: of its story first, the most alike first, then related ones. */
uint32_t sides_others(const struct epoch *, article_id, article_id **others, struct arena *);

#endif
