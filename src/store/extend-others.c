#include "store/extend.h"

#include <stdlib.h>

/* --- organisations and places --------------------------------------------------------------- */

static bool is_kind(const struct epoch *epoch, uint32_t entity, enum entity_kind kind)
{
	return entity >= epoch->entity_starts[kind] && entity < epoch->entity_starts[kind + 1];
}

/* They are numbered by kind, so those that are not known cannot come behind. */
static void number_entities(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;

	e->entities = ARENA_ARRAY(&e->scratch, uint32_t, more->entity_starts[ENTITY_KIND_COUNT]);
	for (int kind = 0; kind < ENTITY_KIND_COUNT; kind++)
		for (uint32_t i = more->entity_starts[kind]; i < more->entity_starts[kind + 1];
			i++) {
			struct span slug = span_of(shelf_string(&more->entity_slugs, i));
			uint32_t known = dictionary_get(&base->entities_by_slug, slug);
			e->entities[i] =
				is_kind(base, known, (enum entity_kind)kind) ? known : EXTEND_NONE;
		}
}

static void extend_entities(struct extending *e)
{
	static const struct map nothing = {.count = 0};
	static const struct shelf_spans nobody = {.count = 0};
	struct shelf none = shelf_make(&nobody, &e->scratch);
	const struct epoch *base = e->base;
	struct epoch *made = e->made;
	struct additions by_entity = {.count = 0}, by_article = {.count = 0};
	uint32_t count;

	memcpy(made->entity_starts, base->entity_starts, sizeof made->entity_starts);
	made->entity_slugs = extend_shelf(&base->entity_slugs, &none, &made->arena);
	made->entity_names = extend_shelf(&base->entity_names, &none, &made->arena);
	made->entities = extend_shelf(&base->entities, &none, &made->arena);
	made->entities_by_slug = dictionary_extend(&base->entities_by_slug, &nothing, &made->arena);
	for (article_id id = 0; id < e->more->count; id++) {
		const uint32_t *entities = postings_row(&e->more->entities_of, id, &count);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t entity = e->entities[entities[i]], now = base->count + id;
			if (entity == EXTEND_NONE)
				continue;
			*vec_push(&e->scratch, &by_entity) = (struct addition){entity, now};
			*vec_push(&e->scratch, &by_article) = (struct addition){now, entity};
		}
	}
	made->entity_articles = extend_postings(
		&base->entity_articles, NULL, base->entity_articles.rows, &by_entity, &made->arena);
	made->entities_of =
		extend_postings(&base->entities_of, NULL, made->count, &by_article, &made->arena);
}

/* --- days ----------------------------------------------------------------------------------- */

/* The days of both, rising, each once; of_base, of_more: where theirs are now. */
static void merge_days(struct extending *e, uint32_t *of_base, uint32_t *of_more)
{
	const struct epoch *base = e->base, *more = e->more;
	uint32_t most = base->day_count + more->day_count;
	uint32_t i = 0, j = 0, count = 0;

	e->made->day_list = ARENA_ARRAY(&e->made->arena, int32_t, most);
	while (i < base->day_count || j < more->day_count) {
		bool is_base = i < base->day_count &&
			       (j == more->day_count || base->day_list[i] <= more->day_list[j]);
		int32_t day = is_base ? base->day_list[i] : more->day_list[j];
		if (is_base)
			of_base[i++] = count;
		if (j < more->day_count && more->day_list[j] == day)
			of_more[j++] = count;
		e->made->day_list[count++] = day;
	}
	e->made->day_count = count;
}

static void extend_days(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	uint32_t *of_base = ARENA_ARRAY(&e->scratch, uint32_t, base->day_count);
	uint32_t *of_more = ARENA_ARRAY(&e->scratch, uint32_t, more->day_count);
	struct additions added = {.count = 0};
	uint32_t count;

	uint64_t spoken = base->spoken_starts[base->count];
	made->spoken = extend_array(base->spoken, spoken, more->spoken,
		more->spoken_starts[more->count], sizeof *made->spoken, &made->arena);
	made->spoken_starts = extend_array(base->spoken_starts, base->count, more->spoken_starts,
		(size_t)more->count + 1, sizeof *made->spoken_starts, &made->arena);
	for (uint32_t i = 0; i <= more->count; i++)
		made->spoken_starts[base->count + i] += spoken;
	merge_days(e, of_base, of_more);
	for (uint32_t row = 0; row < more->day_count; row++) {
		const uint32_t *ids = postings_row(&more->day_articles, row, &count);
		for (uint32_t i = 0; i < count; i++)
			*vec_push(&e->scratch, &added) =
				(struct addition){of_more[row], base->count + ids[i]};
	}
	made->day_articles = extend_postings(
		&base->day_articles, of_base, made->day_count, &added, &made->arena);
}

/* --- sources -------------------------------------------------------------------------------- */

static void number_sources(struct extending *e)
{
	struct map known;

	map_init(&known, &e->scratch);
	known.borrows = true;
	for (uint32_t i = 0; i < e->base->source_count; i++)
		map_put(&known, shelf_at(&e->base->source_keys, i), NULL)->value = i;
	e->made->source_count = e->base->source_count;
	e->sources = ARENA_ARRAY(&e->scratch, uint32_t, e->more->source_count);
	for (uint32_t i = 0; i < e->more->source_count; i++) {
		const struct map_entry *entry = map_get(&known, shelf_at(&e->more->source_keys, i));
		e->sources[i] = entry ? entry->value : e->made->source_count++;
	}
}

static void extend_sources(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	struct shelf_spans names = {.count = 0}, keys = {.count = 0};

	number_sources(e);
	made->source_articles = extend_wider(base->source_articles, base->source_count,
		made->source_count, sizeof(uint32_t), &made->arena);
	for (uint32_t i = 0; i < more->source_count; i++) {
		made->source_articles[e->sources[i]] += more->source_articles[i];
		if (e->sources[i] < base->source_count)
			continue;
		*vec_push(&e->scratch, &names) = shelf_at(&more->source_names, i);
		*vec_push(&e->scratch, &keys) = shelf_at(&more->source_keys, i);
	}
	struct shelf shelf = shelf_make(&names, &e->scratch);
	made->source_names = extend_shelf(&base->source_names, &shelf, &made->arena);
	shelf = shelf_make(&keys, &e->scratch);
	made->source_keys = extend_shelf(&base->source_keys, &shelf, &made->arena);
	made->spellings = extend_shelf(&base->spellings, &more->spellings, &made->arena);
	made->spelling_count = base->spelling_count + more->spelling_count;
}

/* --- stories -------------------------------------------------------------------------------- */

/* Those of the new articles alone; none that was there grows. */
static void extend_stories(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	struct additions added = {.count = 0};
	uint32_t count;

	made->story_count = base->story_count + more->story_count;
	made->story_days = extend_array(base->story_days, base->story_count, more->story_days,
		more->story_count, sizeof *made->story_days, &made->arena);
	made->story_centrals = extend_array(base->story_centrals, base->story_count,
		more->story_centrals, more->story_count, sizeof(uint32_t), &made->arena);
	for (uint32_t row = 0; row < more->story_count; row++) {
		const uint32_t *ids = postings_row(&more->story_articles, row, &count);
		made->story_centrals[base->story_count + row] += base->count;
		for (uint32_t i = 0; i < count; i++)
			*vec_push(&e->scratch, &added) =
				(struct addition){base->story_count + row, base->count + ids[i]};
	}
	made->story_articles = extend_postings(
		&base->story_articles, NULL, made->story_count, &added, &made->arena);
}

void extend_others(struct extending *e)
{
	number_entities(e);
	extend_entities(e);
	extend_days(e);
	extend_sources(e);
	extend_stories(e);
}
