#ifndef DEPECHE_BASE_BUF_H
#define DEPECHE_BASE_BUF_H

/*
 * Text under construction: bytes that grow in an arena, always terminated by a zero one past
 * their end.
 */

#include "base/arena.h"
#include "base/span.h"

struct buf {
	struct arena *arena;
	char *at; /* valid until the next change */
	size_t len, room;
};

void buf_init(struct buf *, struct arena *);
void buf_add(struct buf *, struct span);
void buf_text(struct buf *, const char *string);
void buf_char(struct buf *, char);
void buf_format(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_reset(struct buf *); /* empty again; the room stays */
struct span buf_span(const struct buf *);

#endif
