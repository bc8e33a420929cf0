#include "base/vec.h"

#include <string.h>

#ifdef ARENA_PIECEWISE
#define FIRST_ROOM 1u
#else
#define FIRST_ROOM 8u
#endif

void *vec_room(struct arena *arena, void *at, uint32_t count, uint32_t *room, size_t each)
{
	if (count < *room)
		return at;
	uint32_t wider = *room ? *room * 2 : FIRST_ROOM;
	if (wider <= *room) /* more than 2^32 elements: the same end as out of memory */
		return arena_alloc(arena, SIZE_MAX);
	if (at && wider <= SIZE_MAX / each &&
		arena_stretch(arena, at, count * each, wider * each)) {
		*room = wider;
		return at;
	}
	void *grown = arena_array(arena, wider, each);
	if (count)
		memcpy(grown, at, count * each);
	*room = wider;
	return grown;
}
