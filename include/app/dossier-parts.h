#ifndef DEPECHE_APP_DOSSIER_PARTS_H
#define DEPECHE_APP_DOSSIER_PARTS_H

/*
 * A dossier on its way: what its modules share.  Private to the floor.
 */

#include "app/dossier.h"

struct filing {
	const struct epoch *epoch;
	const struct actor *actor;
	struct dossier *dossier;
	struct result result; /* the articles that name or mean the person, the latest first */
	struct arena *arena;
};

/* One more line of a section, which leads nowhere yet. */
struct dossier_line *filing_add(const struct filing *, enum dossier_section, struct span text);
/* "26 Jan 2021", "26 Jan 2021 – 27 Mar 2024"; "" where the first is DAY_NONE. */
const char *filing_days(int32_t from, int32_t to, struct arena *);

void filing_roles(const struct filing *);
void filing_forms(const struct filing *);
void filing_time(const struct filing *);
void filing_companions(const struct filing *);

#endif
