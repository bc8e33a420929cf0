#ifndef DEPECHE_KNOW_ROLES_H
#define DEPECHE_KNOW_ROLES_H

/*
 * Who held which function, and when; and whom the articles mean that name nothing but a function.
 * "Le porte-parole du Kremlin" is whoever the article itself calls so; else, where the function
 * says of what it is one and only one can hold it, whoever the archive called so about that
 * time.  Where there could be two, it is nobody: former holders do not count.  Depends on the
 * set of documents, not on their order.
 */

#include "know/dating.h"
#include "know/people.h"

/* A place that says that somebody holds a function. */
struct role_reading {
	struct extent at; /* the function, without its article */
	const struct role_mark *mark;
	uint32_t document;
	uint32_t actor, role; /* actor's roles[role] */
	int32_t day;          /* of the document's publication, or DAY_NONE */
};

/* A function that somebody held, in whatever words it was written. */
struct role {
	const char *text; /* as it was written most often: "porte-parole du Kremlin" */
	int32_t from, to; /* days on which it was read; DAY_NONE where no article has one */
	uint32_t articles;
	const struct role_reading *readings; /* the earliest first, undated ones last */
	uint32_t reading_count;
	bool former; /* "ex-président": held before the first of those days */
};

/* Gives the actors their roles, those in most articles first, and the documents their mentions
 * of HOW_ROLE, each with the reading that tells.  kinds and published: of each document.
 * Cost: linear in the marks, but for sorting those with a holder. */
void roles_make(const struct document *documents, const uint8_t *const *kinds,
	const struct published *published, uint32_t count, struct people *, struct arena *);

#endif
