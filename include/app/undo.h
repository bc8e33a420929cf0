#ifndef DEPECHE_APP_UNDO_H
#define DEPECHE_APP_UNDO_H

/*
 * What was changed last, newest on top: filters, marks, tags, notes, decisions about people.  The
 * oldest is forgotten when there is no more room.
 */

#include "app/journal.h"
#include "store/query.h"

enum change_kind {
	CHANGE_NONE,
	CHANGE_QUERY,
	CHANGE_MARK,
	CHANGE_MARKS,
	CHANGE_TAG,
	CHANGE_TAGS,
	CHANGE_NOTE,
	CHANGE_SAVED,
	CHANGE_PEOPLE,
	CHANGE_CORRECTION,
	CHANGE_KIND_COUNT
};

struct marks_before;
struct tags_change;

struct change {
	enum change_kind kind;
	const struct query *query; /* CHANGE_QUERY: the one before */
	struct digest digest;      /* CHANGE_MARK: whose mark, and what it was */
	struct mark mark;
	const struct marks_before *before; /* CHANGE_MARKS: what they were, see marks-all.h */
	const struct tags_change *tags; /* CHANGE_TAGS, see tags-all.h */
	/* CHANGE_TAG: the tag; CHANGE_SAVED: the filter's name; CHANGE_PEOPLE,
	 * CHANGE_CORRECTION: the lines that were added to the file */
	const char *name;
	const char *text; /* CHANGE_NOTE, CHANGE_SAVED: what it was; null: there was none */
	const char *now;  /* CHANGE_NOTE: what it became; null: none */
	bool on;          /* CHANGE_TAG: whether it was there */
};

#define UNDO_ROOM 64

struct undo {
	struct change changes[UNDO_ROOM];
	uint32_t count, next; /* next: where the following change goes */
};

void undo_push(struct undo *, struct change);
/* CHANGE_NONE when nothing is left. */
struct change undo_pop(struct undo *);

#endif
