#ifndef DEPECHE_BASE_VEC_H
#define DEPECHE_BASE_VEC_H

/*
 * Arrays that grow in an arena.  VEC(type) declares one (all zero is empty); vec_push gives the
 * address of a new zeroed element, valid until the next push.  Growing doubles, in place where
 * nothing was allocated since, else leaving the old array in the arena: a vector costs at most
 * twice its final size more.
 */

#include "base/arena.h"

#include <stdint.h>

#define VEC(type) \
	struct { \
		type *at; \
		uint32_t count, room; \
	}

/* A named vector type, for headers: VEC_OF(uint32_t, ids) declares struct ids. */
#define VEC_OF(type, name) \
	struct name { \
		type *at; \
		uint32_t count, room; \
	}

#define vec_push(arena, vec) \
	((vec)->at = (vec)->count < (vec)->room ? (vec)->at \
						: vec_room((arena), (vec)->at, (vec)->count, \
							  &(vec)->room, sizeof *(vec)->at), \
		&(vec)->at[(vec)->count++])

/* The elements from that one on; null where there never was one: no address to count from. */
#define vec_from(vec, first) ((vec)->at ? (vec)->at + (first) : NULL)

/* at with room for one element more; *room is updated. */
void *vec_room(struct arena *, void *at, uint32_t count, uint32_t *room, size_t each);

#endif
