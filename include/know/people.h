#ifndef DEPECHE_KNOW_PEOPLE_H
#define DEPECHE_KNOW_PEOPLE_H

/*
 * Who is who: the candidate names of many articles become actors and their mentions.  One actor
 * for all spellings of a person; families and namesakes kept apart; a bare surname is whoever
 * the article names in full, else the archive's only bearer of that name, else nobody.  Depends
 * on the set of documents, not on their order.  Names that lie in furniture do not count.
 */

#include "base/map.h"
#include "base/strings.h"
#include "extract/evidence.h"
#include "know/people-rules.h"
#include "know/people-tie.h"

enum mention_how { HOW_NAME, HOW_ROLE }; /* named, or meant by a function */

struct role; /* know/roles.h */
struct role_reading;

struct mention {
	struct extent at;
	uint32_t actor; /* index into people.actors */
	enum mention_how how;
	enum tie_rule tie;                  /* of a name: why it is thought to be the actor's */
	const struct role_reading *reading; /* of HOW_ROLE: where it says who holds the function */
};

struct actor {
	const char *slug; /* stable key: ASCII, unique, no locale changes it: "dmitri-peskov" */
	const char *name; /* as it is displayed: the reader's own, else the commonest full form in
			   * the language asked for, else in any */
	const char *surname;    /* of the commonest full form */
	const char **forms;     /* every surface form, commonest first */
	const struct tie *ties; /* of each form: what ties it to the person */
	uint32_t form_count;
	enum gender gender;
	uint32_t articles; /* that name the actor */
	uint32_t mentions;
	const struct role *roles; /* filled in by know/roles: the functions held */
	uint32_t role_count;
	uint32_t role_articles; /* that mean the actor by a function, and do not name it */
};

/* What was found in one document: its mentions in order of their start. */
struct document_people {
	struct mention *mentions;
	uint32_t mention_count;
};

struct people {
	struct actor *actors; /* by articles, falling; then by slug */
	uint32_t actor_count;
	struct document_people *documents; /* as many as were given, in their order */
};

/* How the archive writes its words: what also stands in small letters is no surname by itself. */
struct word_cases {
	const struct strings *words; /* folded; their numbers are places in the arrays */
	const uint32_t *all, *small; /* how often it stands at all, and in small letters */
};

/* What is known besides the documents; what is null or 0 is not known. */
struct people_beside {
	const struct word_cases *cases;
	const struct people_rules *rules; /* the reader's decisions */
	enum language language; /* to show names in, where articles have them so; LANGUAGE_NONE:
				   that of most articles */
};

/* kinds: the line kinds of each document after know/furniture; beside may be null.
 * Cost: linear in the marks, but for the sort of the actors. */
void people_make(const struct document *documents, const uint8_t *const *kinds, uint32_t count,
	const struct people_beside *beside, struct people *, struct arena *);

#endif
