#ifndef DEPECHE_KNOW_ENTITIES_H
#define DEPECHE_KNOW_ENTITIES_H

/*
 * Organisations and places of many articles: one entity for all spellings that differ only by
 * case, accents or an article, and for a name and the acronym that stands in parentheses behind
 * it, when no other name of the archive has that acronym.  Nothing is joined by likeness.  What
 * has turned out to be a person's name is none, nor is what lies in furniture.  Depends on the
 * set of documents, not on their order.
 */

#include "know/people.h"

struct entity {
	const char *slug;   /* stable key; no person's and no other entity's */
	const char *name;   /* the commonest form */
	const char **forms; /* every surface form, commonest first */
	uint32_t form_count;
	enum entity_kind kind;
	uint32_t articles; /* that name it */
	uint32_t mentions;
};

struct entity_mention {
	struct extent at;
	uint32_t entity; /* index into entities.at */
};

struct document_entities {
	struct entity_mention *mentions; /* in order of their start */
	uint32_t mention_count;
};

struct entities {
	struct entity *at;                      /* by kind; then by articles, falling; then slug */
	uint32_t starts[ENTITY_KIND_COUNT + 1]; /* kind k: [starts[k], starts[k + 1]) */
	struct document_entities *documents;    /* as many as were given, in their order */
};

/* people: of the same documents; kinds: the line kinds of each after know/furniture. */
void entities_make(const struct document *documents, const uint8_t *const *kinds, uint32_t count,
	const struct people *people, struct entities *, struct arena *);

#endif
