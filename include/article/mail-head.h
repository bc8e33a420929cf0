#ifndef DEPECHE_ARTICLE_MAIL_HEAD_H
#define DEPECHE_ARTICLE_MAIL_HEAD_H

/* The head of a message or of one of its parts, and its words.  Private to the floor. */

#include "base/arena.h"

/* The head of a message, without the empty line that ends it; what follows goes to *body. */
struct span mail_head_cut(struct span message, struct span *body);

/* Whether a message begins here: a line "Name: value", and in the same head what only mail programs
 * write. */
bool mail_is_message(struct span text);

/* The first field of that name, unfolded, as it is written; empty when there is none. */
struct span mail_field(struct span head, const char *name, struct arena *);
/* A parameter of a field's value: "utf-8" of "text/plain; charset=utf-8". */
struct span mail_parameter(struct span value, const char *name);
/* Whether a value begins with these small letters, in whatever letters it is written. */
bool mail_says(struct span value, const char *small);

/* A value as it is read: encoded words undone, valid UTF-8. */
struct span mail_words(struct span value, struct arena *);

#endif
