#ifndef DEPECHE_KNOW_PEOPLE_FORM_H
#define DEPECHE_KNOW_PEOPLE_FORM_H

/*
 * A form is a spelling of a name, met in any article, taken apart once: the key of its given
 * name, of its surname, and what its spelling tells.  Marks with the same spelling share it.
 */

#include "extract/evidence.h"
#include "know/people-keys.h"
#include "know/people-tie.h"
#include "know/people-written.h"
#include "know/people.h"

#define FORM_NONE UINT32_MAX

struct name_form {
	struct span text;    /* as written */
	struct span surname; /* part of text */
	uint32_t given;  /* id of the key of the given name, with middle initials and Jr; 0: none */
	uint32_t first;  /* id of the key of the given name alone */
	uint32_t own;    /* the same before names that are alike were made one */
	uint32_t family; /* id of the surname's key, its particles left out; 0: none */
	uint32_t lists;  /* gazetteer lists of the only word of a form of one word */
	uint32_t called; /* of a form of one word that may be a given name: id of its key as one */
	uint32_t letter; /* bit of the given name's first letter, a is 1 */
	uint32_t spelling; /* number of the text */
	uint8_t words;
	enum likeness like; /* to the surnames of full names; after forms_compare */
	bool initial;       /* the given name is a capital with a full stop */
	bool all_capitals;  /* the surname */
	bool declined;      /* in a language whose names have cases */
	bool genitive;      /* in German: the s behind it may be no part of it */
	bool latin;         /* script of the surname */
	bool in_script;     /* found by the consonants of a form in Latin letters, which it copies */
	bool in_case;       /* an ending was taken off the given name or the surname */
	bool common;        /* the archive has its words in small letters, too */
	bool plain_word;    /* it has them more often so */
	bool cut_short;     /* its surname is a letter, no more */
	bool clipped;       /* ends as contractions do: "It's", "We’re" */
};

VEC_OF(struct name_form, form_list);

struct forms {
	struct form_list list;
	struct map ids;       /* spelling and what else tells forms apart → index into list */
	struct map spellings; /* text → its number */
	struct name_keys keys;
	struct written written;
	const struct word_cases *cases; /* null: not known */
	struct arena *arena;
};

void forms_init(struct forms *, const struct word_cases *, struct arena *);
/* The form of a mark; its index stays.  FORM_NONE for what is too long or too short to be a
 * name. */
uint32_t forms_of(struct forms *, const struct article *, const struct name_mark *);
/* Takes off endings where the archive has the name without them.  To be called once, after all
 * forms are made and before they are used. */
void forms_settle(struct forms *);
/* Compares surnames that stand alone with those that were taught to written. */
void forms_compare(struct forms *);

#endif
