#include "store/query.h"

#include "store/naming.h"

static struct called called_actor(const struct epoch *epoch, uint32_t number)
{
	const struct actor *actor = epoch_actor(epoch, number);

	return (struct called){
		actor->slug, actor->name, actor->forms, actor->form_count, actor->articles};
}

enum err query_person(const struct epoch *epoch, struct span name, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span trimmed = span_trim(name);
	struct naming people = {0, epoch_actor_count(epoch), called_actor};
	int len = (int)(trimmed.len < 60 ? trimmed.len : 60);
	const char *at = trimmed.len ? trimmed.at : "";
	uint32_t actor = NAMING_NONE;
	enum err err = naming_find(epoch, &people, trimmed, &actor, why);

	if (err)
		return err;
	if (actor == NAMING_NONE)
		actor = epoch_actor_find(epoch, trimmed);
	if (actor != ACTOR_NONE) {
		const struct actor *found = epoch_actor(epoch, actor);
		*clause = (struct clause){.kind = CLAUSE_PERSON,
			.text = arena_string(arena, span_of(found->slug)),
			.label = arena_string(arena, span_of(found->name))};
		return OK;
	}
	uint32_t near = naming_near(epoch, &people, trimmed);
	if (near == NAMING_NONE)
		return fail(why, ERR_ABSENT, "nobody in the archive is called '%.*s'", len, at);
	return fail(why, ERR_ABSENT, "nobody in the archive is called '%.*s'; perhaps %s was meant",
		len, at, epoch_actor(epoch, near)->name);
}
