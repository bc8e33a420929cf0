#ifndef DEPECHE_KNOW_PEOPLE_GROUP_H
#define DEPECHE_KNOW_PEOPLE_GROUP_H

/*
 * The persons that an archive's full names tell apart, joined where two of them can only be one:
 * a name whose given name tells no gender with the only bearer that does, an initial with the
 * only given name that begins so.  A conflict of gender forbids it.
 */

#include "know/people-form.h"

#define PERSON_NONE UINT32_MAX

struct person {
	uint32_t given, family; /* keys; given 0: known by the surname alone */
	uint32_t first;         /* key of the given name without middle initials and Jr */
	uint32_t letters;       /* bits of the first letters of its given name's spellings */
	enum gender gender;
	bool initial;     /* its given name is nowhere spelt out */
	bool declined;    /* met only in languages whose names have cases */
	bool latin;       /* met in Latin letters */
	uint32_t same_as; /* the person this one was found to be; itself otherwise */
	struct tie tie;   /* by which rule; TIE_SPELLING otherwise */
	uint32_t next;    /* of the family */
};

VEC_OF(struct person, person_list);

/* The bearers of a surname: who it is when nothing but a gender is known besides. */
struct family {
	uint32_t first;   /* person; chained by next */
	uint32_t only[3]; /* by the gender that is asked for (unknown: any); PERSON_NONE: several */
};

struct group {
	struct person_list persons;
	struct map ids;      /* (given, family, gender) → index */
	struct map families; /* surname's key → index into family_list */
	VEC(struct family) family_list;
	const struct forms *forms;
	struct arena *arena;
};

void group_init(struct group *, const struct forms *, struct arena *);
/* The person with this name, made when new. */
uint32_t group_add(struct group *, const struct name_form *, enum gender);
/* Joins.  To be called once, after all full names. */
void group_join(struct group *);
/* One person is another, whatever their genders and surnames; both roots. */
void group_merge(struct group *, uint32_t person, uint32_t into, struct tie);
/* Works out who the only bearers are.  To be called once, when persons are joined. */
void group_settle(struct group *);
/* The same for those who are known by their surname alone, and so were made since. */
void group_join_surnames(struct group *);

/* The person of just this key, or PERSON_NONE. */
uint32_t group_find(const struct group *, uint32_t given, uint32_t family, enum gender);
bool genders_agree(enum gender, enum gender);

/* Whom the full name means, in any gender that fits, and by which rule; PERSON_NONE when there is
 * none. */
uint32_t group_named(const struct group *, const struct name_form *, enum gender, struct tie *);
/* The only bearer of the surname that the gender allows, or PERSON_NONE. */
uint32_t group_bearer(const struct group *, uint32_t family, enum gender);
/* Follows joins. */
uint32_t group_root(const struct group *, uint32_t person);

#endif
