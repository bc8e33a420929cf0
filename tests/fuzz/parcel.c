/*
 * What a snapshot keeps packed, as any bytes; the first says what it is taken for.  Promised:
 * nothing is read besides the bytes; extents lie in the text; what is whole is packed and opened
 * again as the same.
 */

#include "store/sealed.h"

#include <stdlib.h>
#include <string.h>

#define TEXT 8192u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

union thing {
	struct article article;
	struct facts facts;
	struct actor actor;
	struct entity entity;
};

static void article(struct parcel *parcel, union thing *thing)
{
	static char text[TEXT];

	thing->article.text = (struct span){text, sizeof text};
	article_parcel(parcel, &thing->article);
	for (uint32_t i = 0; i < thing->article.line_count; i++)
		demand(thing->article.lines[i].at.start <= thing->article.lines[i].at.end &&
			thing->article.lines[i].at.end <= TEXT);
}

static void facts(struct parcel *parcel, union thing *thing)
{
	facts_parcel(parcel, &thing->facts);
	for (uint32_t i = 0; i < thing->facts.mention_count; i++)
		demand(thing->facts.mentions[i].at.end <= TEXT &&
			thing->facts.mentions[i].tie < TIE_RULE_COUNT);
}

static void actor(struct parcel *parcel, union thing *thing)
{
	actor_parcel(parcel, &thing->actor);
	for (uint32_t i = 0; i < thing->actor.form_count; i++)
		demand(strlen(thing->actor.forms[i]) < SIZE_MAX);
}

static void entity(struct parcel *parcel, union thing *thing)
{
	entity_parcel(parcel, &thing->entity);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const kinds[])(struct parcel *, union thing *) = {
		article, facts, actor, entity};
	union thing first = {.article = {.path = NULL}}, again = first;
	struct parcel parcel;
	struct arena arena;

	if (size == 0)
		return 0;
	void (*kind)(struct parcel *, union thing *) = kinds[data[0] % COUNT(kinds)];
	arena_init(&arena);
	/* A copy of its own, so that a sanitizer sees where it ends. */
	char *bytes = arena_copy(&arena, data + 1, size - 1);
	parcel_open(&parcel, (struct span){bytes, size - 1}, TEXT, &arena);
	kind(&parcel, &first);
	if (parcel_is_whole(&parcel)) {
		struct parcel packed, packed_again;
		parcel_pack(&packed, TEXT, &arena);
		kind(&packed, &first);
		parcel_open(&parcel, parcel_packed(&packed), TEXT, &arena);
		kind(&parcel, &again);
		demand(parcel_is_whole(&parcel));
		parcel_pack(&packed_again, TEXT, &arena);
		kind(&packed_again, &again);
		demand(span_equal(parcel_packed(&packed), parcel_packed(&packed_again)));
	}
	arena_clear(&arena);
	return 0;
}
