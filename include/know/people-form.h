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
	struct span text;    /* as written */
	struct span surname; /* part of text */
	uint32_t given;  /* id of the key of the given name, with middle initials and Jr; 0: none */
	uint32_t first;  /* id of the key of the given name alone */
	uint32_t family; /* id of the surname's key, its particles left out; 0: none */
	uint32_t lists;  /* gazetteer lists of the only word of a form of one word */
	uint32_t letter; /* bit of the given name's first letter, a is 1 */
	uint8_t words;
	bool initial;      /* the given name is a capital with a full stop */
	bool all_capitals; /* the surname */
	bool declined;     /* in a language whose names have cases */
	bool genitive;     /* in German: the s behind it may be no part of it */
	bool latin;        /* script of the surname */
};

VEC_OF(struct form, form_list);

struct forms {
	struct form_list list;
	struct map ids;      /* spelling and what else tells forms apart → index into list */
	struct map keys;     /* key → id, which is its place in the order of arrival, from 1 */
	struct map words;    /* word of a name → id of its key */
	struct map surnames; /* spellings of surnames that full names have */
	struct map equals;   /* key of a given name → id of the key that stands for its like */
	struct arena *arena;
};

void forms_init(struct forms *, struct arena *);
/* The form of a mark; its index stays.  FORM_NONE for what is too long to be a name. */
uint32_t forms_of(struct forms *, const struct article *, const struct name_mark *);
/* Takes off endings where the archive has the name without them.  To be called once, after all
 * forms are made and before they are used. */
void forms_settle(struct forms *);
/* Notes the surname's spelling, and asks for it: keys join what only sounds alike, so a bare word
 * should be written as some full name writes it. */
void forms_teach(struct forms *, const struct form *);
bool forms_taught(const struct forms *, const struct form *);
/* The key that an id stands for, and the id of a key that some form has, else 0. */
struct span forms_key(const struct forms *, uint32_t id);
uint32_t forms_key_id(const struct forms *, struct span key);

#endif
