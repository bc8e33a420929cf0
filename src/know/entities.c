#include "know/entities.h"

#include "know/entities-form.h"
#include "know/people-slug.h"

#include <stdlib.h>

/* How often an entity is called by a spelling. */
struct usage {
	struct span text;
	uint32_t key; /* of the group, see forms_root */
	uint32_t count;
};

struct making {
	struct entity_forms forms;
	struct map uses; /* group and spelling → index into usage */
	VEC(struct usage) usage;
	uint32_t *articles, *last; /* of each group: articles, 1 + the last document counted */
	uint32_t *entity_of;       /* group → entity */
	struct arena *arena, *scratch;
};

/* --- counting ------------------------------------------------------------------------ */

static void count_mention(
	struct making *making, struct span text, uint32_t group, uint32_t document)
{
	struct buf key;
	bool made;

	buf_init(&key, making->scratch);
	buf_add(&key, (struct span){(const char *)&group, sizeof group});
	buf_add(&key, text);
	struct map_entry *entry = map_put(&making->uses, buf_span(&key), &made);
	if (made) {
		entry->value = making->usage.count;
		*vec_push(making->scratch, &making->usage) = (struct usage){text, group, 0};
	}
	making->usage.at[entry->value].count++;
	if (making->last[group] != document + 1) {
		making->last[group] = document + 1;
		making->articles[group]++;
	}
}

static int compare_usage(const void *x, const void *y)
{
	const struct usage *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return span_compare(a->text, b->text);
}

/* --- entities ---------------------------------------------------------------------- */

/* The entity of a group's usages [from, to), commonest first. */
static struct entity entity_of(const struct making *making, uint32_t from, uint32_t to)
{
	const struct usage *usage = making->usage.at;
	uint32_t group = usage[from].key;
	struct entity entity = {.kind = entity_forms_kind(&making->forms, group),
		.articles = making->articles[group]};

	entity.forms = ARENA_ARRAY(making->arena, const char *, to - from);
	for (uint32_t i = from; i < to; i++) {
		entity.forms[entity.form_count++] = arena_string(making->arena, usage[i].text);
		entity.mentions += usage[i].count;
	}
	entity.name = entity.forms[0];
	entity.slug = slug_of(span_of(entity.name), making->arena);
	return entity;
}

struct numbered {
	struct entity entity;
	uint32_t group;
};

/* What tells entities apart that have equal slugs, whatever order they were met in. */
static int compare_slugs(const void *x, const void *y)
{
	const struct entity *a = &((const struct numbered *)x)->entity;
	const struct entity *b = &((const struct numbered *)y)->entity;
	int order = strcmp(a->slug, b->slug);

	if (order == 0)
		order = (int)a->kind - (int)b->kind;
	return order ? order : strcmp(a->name, b->name);
}

static int compare_ranks(const void *x, const void *y)
{
	const struct entity *a = &((const struct numbered *)x)->entity;
	const struct entity *b = &((const struct numbered *)y)->entity;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	return strcmp(a->slug, b->slug);
}

/* A slug that is taken gets the kind behind it, then a number. */
static void part_slugs(
	struct making *making, struct numbered *all, uint32_t count, const struct people *people)
{
	static const char *const kinds[ENTITY_KIND_COUNT] = {
		[ENTITY_ORGANISATION] = "organisation", [ENTITY_PLACE] = "place"};
	struct map taken;

	map_init(&taken, making->scratch);
	for (uint32_t i = 0; i < people->actor_count; i++)
		slug_take(&taken, people->actors[i].slug, making->scratch);
	for (uint32_t i = 0; i < count; i++) {
		struct entity *entity = &all[i].entity;
		if (map_get(&taken, span_of(entity->slug)))
			entity->slug = arena_format(
				making->arena, "%s-%s", entity->slug, kinds[entity->kind]);
		entity->slug = slug_take(&taken, entity->slug, making->arena);
	}
}

static void order_entities(
	struct making *making, const struct people *people, struct entities *entities)
{
	struct numbered *all = ARENA_ARRAY(making->scratch, struct numbered, making->usage.count);
	uint32_t count = 0;

	for (uint32_t from = 0, to; from < making->usage.count; from = to) {
		uint32_t group = making->usage.at[from].key;
		for (to = from; to < making->usage.count && making->usage.at[to].key == group;)
			to++;
		all[count++] = (struct numbered){entity_of(making, from, to), group};
	}
	qsort(all, count, sizeof *all, compare_slugs);
	part_slugs(making, all, count, people);
	qsort(all, count, sizeof *all, compare_ranks);
	entities->at = ARENA_ARRAY(making->arena, struct entity, count);
	for (uint32_t i = 0; i < count; i++) {
		entities->at[i] = all[i].entity;
		making->entity_of[all[i].group] = i;
		for (unsigned kind = all[i].entity.kind; kind < ENTITY_KIND_COUNT; kind++)
			entities->starts[kind + 1] = i + 1;
	}
}

static void fill_mentions(const struct making *making, const struct entity_candidates *list,
	struct document_entities *document)
{
	document->mentions = ARENA_ARRAY(making->arena, struct entity_mention, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		uint32_t group = entity_forms_root(&making->forms, list->at[i].form);
		document->mentions[document->mention_count++] =
			(struct entity_mention){list->at[i].mark->at, making->entity_of[group]};
	}
}

void entities_make(const struct document *documents, const uint8_t *const *kinds, uint32_t count,
	const struct people *people, struct entities *entities, struct arena *arena)
{
	struct arena scratch;
	struct making making = {.arena = arena, .scratch = &scratch};

	arena_init(&scratch);
	*entities =
		(struct entities){.documents = ARENA_ARRAY(arena, struct document_entities, count)};
	entity_forms_init(&making.forms, &scratch);
	map_init(&making.uses, &scratch);
	struct entity_candidates *lists = ARENA_ARRAY(&scratch, struct entity_candidates, count);
	for (uint32_t i = 0; i < count; i++)
		lists[i] = entity_candidates_of(
			&documents[i], kinds[i], &people->documents[i], &making.forms);
	entity_forms_join(&making.forms);
	making.articles = ARENA_ARRAY(&scratch, uint32_t, making.forms.list.count);
	making.last = ARENA_ARRAY(&scratch, uint32_t, making.forms.list.count);
	making.entity_of = ARENA_ARRAY(&scratch, uint32_t, making.forms.list.count);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < lists[d].count; i++)
			count_mention(&making,
				span_in(documents[d].article->text, lists[d].at[i].mark->at),
				entity_forms_root(&making.forms, lists[d].at[i].form), d);
	if (making.usage.count)
		qsort(making.usage.at, making.usage.count, sizeof *making.usage.at, compare_usage);
	order_entities(&making, people, entities);
	for (uint32_t d = 0; d < count; d++)
		fill_mentions(&making, &lists[d], &entities->documents[d]);
	arena_clear(&scratch);
}
