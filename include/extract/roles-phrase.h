#ifndef DEPECHE_EXTRACT_ROLES_PHRASE_H
#define DEPECHE_EXTRACT_ROLES_PHRASE_H

/*
 * From where to where the name of a function goes, around the noun that is its head.  A grammar of
 * small words and of shapes: what follows is taken as long as it can only be a complement or an
 * adjective.  For extract/roles alone.
 */

#include "extract/roles-words.h"

struct role_scan {
	struct stretch *stretch;
	const struct name_marks *names;
	bool tells_adjectives; /* they stand behind their nouns: Romance languages */
};

/* A function in tokens. */
struct role_phrase {
	int64_t head;
	int64_t first; /* of the function: "ex-", "ancien", "premier" included */
	int64_t whole; /* the same with its article */
	int64_t end;
	enum gender gender;
	bool definite, former, plural;
	bool fresh;  /* of a new holder */
	bool vague;  /* of somebody else, of one to come, of whom the sentence before says */
	bool nested; /* holds another function, whose holder a name right behind would be */
};

unsigned role_bits(const struct role_scan *, int64_t place);
/* Whether the token is the noun of a function. */
bool role_head(const struct role_scan *, int64_t place);
/* Fills in the phrase around its head. */
void role_reach_left(const struct role_scan *, struct role_phrase *);
void role_reach_right(const struct role_scan *, struct role_phrase *);

/* The mark that begins with the token, ends with it, or holds it; null. */
const struct name_mark *role_name_from(const struct role_scan *, int64_t place);
const struct name_mark *role_name_to(const struct role_scan *, int64_t place);
const struct name_mark *role_name_over(const struct role_scan *, int64_t place);

#endif
