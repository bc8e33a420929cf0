#ifndef DEPECHE_APP_JOURNAL_SAVED_H
#define DEPECHE_APP_JOURNAL_SAVED_H

/*
 * Filters that were given a name, and how each archive was left.  Names are the same whatever
 * their case and accents.  What is answered is valid until the next change or refresh.
 */

#include "app/journal.h"

struct saved_filter {
	const char *name, *text; /* the text in the filter language */
};

/* In the order in which they were first saved. */
uint32_t journal_filters(const struct journal *, const struct saved_filter **filters);
/* The one of that name; null. */
const struct saved_filter *journal_filter(const struct journal *, struct span name);
/* Saves it, in the place of one of that name; a null text drops it.
 * Fails: ERR_USAGE (no name, too long a one), ERR_ABSENT (none to drop), ERR_IO. */
enum err journal_set_filter(
	struct journal *, struct span name, const char *text, struct fault *why);

/* How the archive was left, as app/session writes it; null where that is not known.  archive: its
 * paths, absolute, a line each. */
const char *journal_session(struct journal *, const char *archive, struct arena *);
enum err journal_set_session(
	struct journal *, const char *archive, const char *session, struct fault *why);

#endif
