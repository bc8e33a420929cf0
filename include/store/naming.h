#ifndef DEPECHE_STORE_NAMING_H
#define DEPECHE_STORE_NAMING_H

/*
 * Who or what is meant by a name that was typed: the one that is called so, else the one whose
 * name has all of its words, else the one that has words which begin so; case and accents are
 * ignored.  Of several that fit alike the foremost is meant, where it is in the news twice as
 * often as the next.
 */

#include "base/fault.h"
#include "store/epoch.h"

struct called {
	const char *slug, *name;
	const char *const *forms;
	uint32_t form_count;
	uint32_t articles; /* that name it */
};

/* Things that have names, those in most articles first. */
struct naming {
	uint32_t first, count; /* their numbers */
	struct called (*called)(const struct epoch *, uint32_t number);
};

#define NAMING_NONE UINT32_MAX

/* The number of what is meant; NAMING_NONE where nothing fits.  Fails: ERR_USAGE, several fit. */
enum err naming_find(const struct epoch *, const struct naming *, struct span name,
	uint32_t *number, struct fault *why);
/* Whose name has a word that is a slip away from one of these; NAMING_NONE. */
uint32_t naming_near(const struct epoch *, const struct naming *, struct span name);

#endif
