#ifndef DEPECHE_APP_JOURNAL_WORDS_H
#define DEPECHE_APP_JOURNAL_WORDS_H

/*
 * What the reader wrote on articles: tags, which are the same whatever their case and accents,
 * and one note each.  Answered from memory; written when it is made, or not at all.  What is
 * answered is valid until the next change or refresh.
 */

#include "app/journal.h"

#define JOURNAL_NOTE_MOST (1u << 20) /* bytes of a note */

struct known_tag {
	const char *name;
	uint32_t articles; /* in every archive */
};

/* In the order of their names; null and 0: none. */
uint32_t journal_tags(const struct journal *, struct digest, const char *const **tags);
/* Every tag in use, in the order of their names. */
uint32_t journal_known_tags(const struct journal *, const struct known_tag **tags);
/* The known tag that reads so, case and accents aside; null. */
const char *journal_known_tag(const struct journal *, struct span name);
/* Gives a tag, or takes it away.  Fails: ERR_USAGE (no name, too long a one), ERR_IO. */
enum err journal_tag(struct journal *, struct digest, struct span name, bool on, struct fault *why);

/* Null: none. */
const char *journal_note(const struct journal *, struct digest);
/* before: the note that was changed, null for none; where another reader has changed it
 * meanwhile, both are kept, theirs first.  A note of blanks is none.
 * Fails: ERR_LIMIT (too long), ERR_FORMAT (no text), ERR_IO. */
enum err journal_set_note(
	struct journal *, struct digest, const char *before, struct span text, struct fault *why);

#endif
