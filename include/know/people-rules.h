#ifndef DEPECHE_KNOW_PEOPLE_RULES_H
#define DEPECHE_KNOW_PEOPLE_RULES_H

/*
 * The reader's own decisions about people, as lines of a text (depeche-people(5)).  They name
 * people as articles write them, so they hold in every archive and can be given to others.
 */

#include "base/arena.h"

enum people_verb { PEOPLE_MERGE, PEOPLE_SPLIT, PEOPLE_RENAME, PEOPLE_HIDE, PEOPLE_VERB_COUNT };

struct people_rule {
	enum people_verb verb;
	uint32_t line;       /* from 1 */
	struct span name;    /* the first; of PEOPLE_HIDE one like the others */
	struct span *others; /* of PEOPLE_RENAME the name to show */
	uint32_t other_count;
};

/* A line that says nothing that can be understood. */
struct people_slip {
	uint32_t line;
	const char *words; /* "line 3: …" */
};

struct people_rules {
	struct people_rule *at; /* in the order of their lines */
	uint32_t count;
	struct people_slip *slips;
	uint32_t slip_count;
};

/* Shape: each line by itself; what is wrong is a slip, the rest holds.  Owns: names point into
 * the text.  Cost: linear. */
struct people_rules people_rules_parse(struct span text, struct arena *);

const char *people_verb_name(enum people_verb); /* "merge" */
/* Whether the name can stand in a line: it has a letter, and none of the signs that part names. */
bool people_rules_can_name(struct span name);

#endif
