#ifndef DEPECHE_APP_PROMPT_H
#define DEPECHE_APP_PROMPT_H

/*
 * A line of text being edited, at the bottom of the screen: what is typed, where the cursor is,
 * and what the text is for.  Edits by grapheme cluster; the usual keys of a shell (Ctrl-A E U K
 * W, arrows, Home, End, Delete).
 */

#include "base/span.h"

enum prompt_use {
	PROMPT_NONE,
	PROMPT_FIND,
	PROMPT_FILTER,
	PROMPT_NARROW,
	PROMPT_PICKER,
	PROMPT_COLON,
	PROMPT_TAG,
	PROMPT_UNTAG,
	PROMPT_TAG_ALL,
	PROMPT_UNTAG_ALL,
	PROMPT_SAVE,
	PROMPT_RENAME,
	PROMPT_CORRECT,
	PROMPT_COUNT
};

#define PROMPT_ROOM 1024u

struct prompt {
	enum prompt_use use;
	char text[PROMPT_ROOM]; /* UTF-8; longer input is refused, never cut */
	uint32_t len, cursor;   /* bytes */
};

enum prompt_answer {
	PROMPT_UNUSED,
	PROMPT_EDITED,
	PROMPT_MOVED,
	PROMPT_FULL, /* what came is longer than there is room for, and refused */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED
};

void prompt_open(struct prompt *, enum prompt_use, struct span text);
void prompt_close(struct prompt *);
enum prompt_answer prompt_key(struct prompt *, uint32_t key);
/* Pasted text: line feeds become blanks, other controls are left out. */
enum prompt_answer prompt_paste(struct prompt *, struct span text);
struct span prompt_text(const struct prompt *);

#endif
