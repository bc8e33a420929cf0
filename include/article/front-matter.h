#ifndef DEPECHE_ARTICLE_FRONT_MATTER_H
#define DEPECHE_ARTICLE_FRONT_MATTER_H

/*
 * What a note states of itself between two lines before its text: YAML between "---", TOML between
 * "+++", Pandoc's lines that begin with "%".  Of both languages what people and programs write in
 * such heads is read: words with and without quotation marks, lists, one thing inside another,
 * words over several lines.  Private to the floor.
 *
 * Source: YAML 1.2, TOML 1.0, the manuals of Hugo, Jekyll, Obsidian and Pandoc.
 */

#include "base/vec.h"

struct front_field {
	struct span name;  /* small letters; of a thing inside another "author.name" */
	struct span value; /* one line; of a list each value is a field of its own */
};

VEC_OF(struct front_field, front_fields);

#define FRONT_LEN (64u << 10) /* bytes that a head may have */

/* The length of the head that the text begins with, its last line with it; 0: it has none. */
size_t front_matter_len(struct span text);
/* What the head states, in its order.  Owns: in the arena.  Total. */
void front_matter_read(struct span head, struct front_fields *, struct arena *);

/* The first value of any of the names, the likeliest name first; empty when there is none. */
struct span front_value(const struct front_fields *, const char *const *names, size_t count);

#endif
