#ifndef DEPECHE_KNOW_PEOPLE_USAGE_H
#define DEPECHE_KNOW_PEOPLE_USAGE_H

/*
 * Who is called what, and how often: every spelling of every person, counted over the archive.
 * An owner is a person as the rules found it, until the reader's decisions move spellings from
 * one owner to another.
 */

#include "know/people-resolve.h"

#define USAGE_NONE UINT32_MAX

/* A spelling of a person. */
struct usage {
	uint32_t owner;               /* index into owners */
	uint32_t next;                /* of the owner's, in no order */
	const struct name_form *form; /* of those that are written alike one stands for all */
	uint32_t count;               /* how often it stands */
	uint32_t in_language;         /* in articles of the language that names are shown in */
	struct tie tie;               /* the surest of its mentions' */
};

struct owner {
	uint32_t person; /* of the group; PERSON_NONE: made by the reader */
	uint32_t first;  /* usage; USAGE_NONE: none is left */
	enum gender gender;
	const char *slug;
	struct span name; /* that the reader gave; empty: the best form */
	bool hidden;      /* the reader says that it is nobody */
	uint32_t articles, mentions;
	uint32_t last_document; /* 1 + the last that was counted */
};

struct usages {
	VEC(struct usage) list;
	VEC(struct owner) owners;
	struct map slugs; /* taken ones */
	const struct group *group;
	struct arena *arena; /* scratch */
};

/* Counts what candidates_resolve found, notes in each candidate which usage it is, and gives the
 * owners their slugs.  languages: of each document. */
void usages_make(struct usages *, struct candidate_list *documents, const enum language *languages,
	uint32_t count, const struct group *, enum language shown);
/* The form to show an owner by, that has one: a full name, spelt out, rather not in a case;
 * then, where language is true, the commonest in the language that names are shown in; then the
 * commonest at all. */
const struct name_form *usages_best(const struct usages *, const struct owner *, bool language);
/* Gives the usage to another owner. Cost: the usages of the one that it had. */
void usages_move(struct usages *, uint32_t usage, uint32_t owner);

#endif
