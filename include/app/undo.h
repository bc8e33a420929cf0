#ifndef DEPECHE_APP_UNDO_H
#define DEPECHE_APP_UNDO_H

/*
 * What was changed last, newest on top: filters and marks.  The oldest is forgotten when there
 * is no more room.
 */

#include "app/journal.h"
#include "store/query.h"

enum change_kind { CHANGE_NONE, CHANGE_QUERY, CHANGE_MARK };

struct change {
	enum change_kind kind;
	const struct query *query; /* CHANGE_QUERY: the one before */
	struct digest digest;      /* CHANGE_MARK: whose mark, and what it was */
	struct mark mark;
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
