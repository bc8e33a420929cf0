#ifndef DEPECHE_STORE_LEXICON_H
#define DEPECHE_STORE_LEXICON_H

/*
 * Strings that have numbers, and their order.  A lexicon only grows; a view is a copy of it as it
 * was, without a pointer.
 */

#include "base/strings.h"
#include "store/shelf.h"

#define LEXICON_NONE STRINGS_NONE

struct lexicon {
	struct strings strings;
	const uint32_t *sorted; /* the first sorted_count numbers, by their strings */
	uint32_t sorted_count;
};

struct lexicon_view {
	struct shelf strings;
	uint32_t *sorted; /* numbers by their strings, bytewise */
	uint32_t count;
};

void lexicon_init(struct lexicon *, struct arena *);
/* All that is in it now. Cost: sorting what came since the last view, and one walk. */
struct lexicon_view lexicon_view(struct lexicon *, struct arena *);

static inline struct span view_text(const struct lexicon_view *view, uint32_t number)
{
	return shelf_at(&view->strings, number);
}

/* A string's number; LEXICON_NONE. */
uint32_t view_find(const struct lexicon_view *, struct span);
/* The first place in sorted, from that one on, whose string is not before text.  Cost: few steps
 * where it is near. */
uint32_t view_place(const struct lexicon_view *, struct span text, uint32_t from);
/* The strings that begin so: sorted[*from .. *to). */
void view_range(const struct lexicon_view *, struct span prefix, uint32_t *from, uint32_t *to);

#endif
