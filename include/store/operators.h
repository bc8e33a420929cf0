#ifndef DEPECHE_STORE_OPERATORS_H
#define DEPECHE_STORE_OPERATORS_H

/*
 * The named operators of the filter language (person:, date: …): one table by which they are
 * read and written.
 */

#include "store/query.h"

#define OPERATOR_SAID 60u /* bytes of a value that a message repeats */

typedef enum err operator_read(const struct epoch *, struct span value, struct clause *,
	struct arena *, struct fault *why);

struct operator {
	const char *name;  /* without its colon */
	enum clause_kind kind;
	const char *wants; /* "a name": what its value is */
	operator_read *read;
	const char *example; /* of a value */
	const char *holds;   /* "names this person": of the articles that pass */
};

extern const struct operator operators[];
extern const uint32_t operator_count;

/* By name, in any case; by kind; null when there is none. */
const struct operator *operator_named(struct span name);
const struct operator *operator_of(enum clause_kind);
/* The operator that may have been meant by a name; null. */
const struct operator *operator_meant(struct span name);

/* People with commas between them; an organisation; a place.  Fails: ERR_USAGE, ERR_ABSENT. */
operator_read query_together, query_organisation, query_place;
/* Words of a title, a part of a path.  Fails: ERR_USAGE. */
operator_read query_title, query_file;
/* The values of is: and has:, which are few.  Fails: ERR_USAGE. */
operator_read query_is, query_has;
/* One of the reader's tags.  Fails: ERR_ABSENT, with the one that may have been meant. */
operator_read query_tag;

/* The archive's own spelling of a source: the one that is called so, case and accents aside, else
 * the only one that has it in its name.  Fails: ERR_USAGE, ERR_ABSENT. */
enum err query_source(
	const struct epoch *, struct span name, struct clause *, struct arena *, struct fault *why);

#endif
