#ifndef DEPECHE_KNOW_PEOPLE_FORM_H
#define DEPECHE_KNOW_PEOPLE_FORM_H

/*
 * A form is a spelling of a name, met in any article, taken apart once: the key of its given
 * name, of its surname, and what its spelling tells.  Marks with the same spelling share it.
 */

#include "base/map.h"
#include "extract/evidence.h"

#define FORM_NONE UINT32_MAX

struct form {
	struct span text;     /* as written, in the arena or in an article */
	struct span surname;  /* part of text */
	uint32_t given;       /* id of the first given name's key; 0: none */
	uint32_t family;      /* id of the surname's key, its particles left out; 0: none */
	uint32_t lists;       /* gazetteer lists of the only word of a form of one word */
	uint32_t letter;      /* bit of the given name's first letter, a is 1 */
	uint8_t words;
	bool initial;     /* the given name is a capital with a full stop */
	bool all_capitals;
};

VEC_OF(struct form, form_list);

struct forms {
	struct form_list list;
	struct map ids;  /* spelling and place of the surname → 1 + index into list */
	struct map keys; /* script key → itself in order of arrival; value: id, from 1 */
	struct map words; /* word of a name → id of its key */
	struct arena *arena;
};

void forms_init(struct forms *, struct arena *);
/* The form of a mark; its index stays. */
uint32_t forms_of(struct forms *, struct span text, const struct name_mark *);
/* The key that an id stands for. */
struct span forms_key(const struct forms *, uint32_t id);

#endif
