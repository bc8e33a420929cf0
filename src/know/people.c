#include "know/people.h"

#include "know/people-abjad.h"
#include "know/people-actor.h"
#include "know/people-run.h"

void people_make(const struct document *documents, const uint8_t *const *kinds, uint32_t count,
	const struct people_beside *beside, struct people *people, struct arena *arena)
{
	static const struct people_beside nothing = {.language = LANGUAGE_NONE};
	struct arena scratch;
	struct forms forms;
	struct group group;

	beside = beside ? beside : &nothing;
	arena_init(&scratch);
	forms_init(&forms, beside->cases, &scratch);
	group_init(&group, &forms, &scratch);
	struct candidate_list *lists = ARENA_ARRAY(&scratch, struct candidate_list, count);
	for (uint32_t i = 0; i < count; i++)
		lists[i] = candidates_of(&documents[i], kinds[i], &forms, &scratch);
	runs_part(lists, documents, count, &forms, &scratch);
	forms_settle(&forms);
	for (uint32_t i = 0; i < count; i++)
		candidates_support(&lists[i], &forms, &group);
	forms_compare(&forms);
	group_join(&group);
	runs_join(lists, count, &group);
	cast_early(&group, beside->rules, &scratch);
	abjad_find(lists, documents, kinds, count, &group, &forms);
	group_settle(&group);
	for (uint32_t i = 0; i < count; i++)
		candidates_resolve(&lists[i], &group);
	group_join_surnames(&group);
	actors_make(lists, documents, count, &group, beside, people, arena);
	arena_clear(&scratch);
}
