#include "app/undo.h"

void undo_push(struct undo *undo, struct change change)
{
	undo->changes[undo->next] = change;
	undo->next = (undo->next + 1) % UNDO_ROOM;
	if (undo->count < UNDO_ROOM)
		undo->count++;
}

struct change undo_pop(struct undo *undo)
{
	if (undo->count == 0)
		return (struct change){.kind = CHANGE_NONE};
	undo->count--;
	undo->next = (undo->next + UNDO_ROOM - 1) % UNDO_ROOM;
	return undo->changes[undo->next];
}
