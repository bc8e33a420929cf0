#include "store/extend.h"

#include "store/epoch-walk.h"

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
	const struct epoch *base = e->base;
	struct epoch *made = e->made;
	struct additions by_entity = {.count = 0}, by_article = {.count = 0};
	uint32_t count;

	memcpy(made->entity_starts, base->entity_starts, sizeof made->entity_starts);
	made->entity_slugs = base->entity_slugs;
	made->entity_names = base->entity_names;
	made->entities = base->entities;
	made->entities_by_slug = base->entities_by_slug;
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
	struct additions less = {.count = 0}, less_of = {.count = 0};
	for (uint32_t i = 0; i < e->gone_count; i++) {
		const uint32_t *entities = postings_row(&base->entities_of, e->gone[i], &count);
		for (uint32_t k = 0; k < count; k++) {
			*vec_push(&e->scratch, &less) = (struct addition){entities[k], e->gone[i]};
			*vec_push(&e->scratch, &less_of) =
				(struct addition){e->gone[i], entities[k]};
		}
	}
	made->entity_articles = extend_without(&base->entity_articles, NULL,
		base->entity_articles.rows, &by_entity, &less, &made->arena);
	made->entities_of = extend_without(
		&base->entities_of, NULL, made->count, &by_article, &less_of, &made->arena);
}

/* --- days ----------------------------------------------------------------------------------- */

/* The days of both, rising, each once; of_more: the rows of theirs, those of new days behind the
 * others.  Which row each day has. */
static const uint32_t *merge_days(struct extending *e, uint32_t *of_more)
{
	const struct epoch *base = e->base, *more = e->more;
	uint32_t most = base->day_count + more->day_count;
	uint32_t i = 0, j = 0, count = 0, rows = base->day_count;
	uint32_t *order = ARENA_ARRAY(&e->made->arena, uint32_t, most);

	e->made->day_list = ARENA_ARRAY(&e->made->arena, int32_t, most);
	while (i < base->day_count || j < more->day_count) {
		bool is_base = i < base->day_count &&
			       (j == more->day_count || base->day_list[i] <= more->day_list[j]);
		int32_t day = is_base ? base->day_list[i] : more->day_list[j];
		order[count] = is_base ? i++ : rows++;
		if (j < more->day_count && more->day_list[j] == day)
			of_more[j++] = order[count];
		e->made->day_list[count++] = day;
	}
	e->made->day_count = count;
	return order;
}

static void extend_days(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	uint32_t *of_more = ARENA_ARRAY(&e->scratch, uint32_t, more->day_count);
	struct additions added = {.count = 0};
	uint32_t count;

	made->spoken = base->spoken;
	made->spoken_starts = base->spoken_starts;
	e->behind->spoken = arena_copy(&made->arena, more->spoken,
		more->spoken_starts[more->count] * sizeof *more->spoken);
	e->behind->spoken_starts = arena_copy(&made->arena, more->spoken_starts,
		((size_t)more->count + 1) * sizeof *more->spoken_starts);
	const uint32_t *order = merge_days(e, of_more);
	for (uint32_t row = 0; row < more->day_count; row++) {
		const uint32_t *ids = postings_row(&more->day_articles, row, &count);
		for (uint32_t i = 0; i < count; i++)
			*vec_push(&e->scratch, &added) =
				(struct addition){of_more[row], base->count + ids[i]};
	}
	made->day_articles =
		extend_postings(&base->day_articles, order, made->day_count, &added, &made->arena);
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
	made->source_names = shelf_extend(&base->source_names, &shelf, &made->arena);
	shelf = shelf_make(&keys, &e->scratch);
	made->source_keys = shelf_extend(&base->source_keys, &shelf, &made->arena);
	made->spellings = shelf_extend(&base->spellings, &more->spellings, &made->arena);
	made->spelling_count = base->spelling_count + more->spelling_count;
}

/* --- stories -------------------------------------------------------------------------------- */

/* What is left of a story that articles went from: one article is none. */
static void leave_story(struct extending *e, uint32_t story, struct additions *less)
{
	struct epoch *made = e->made;
	uint32_t count, left = 0;
	const uint32_t *ids = postings_row(&e->base->story_articles, story, &count);

	for (uint32_t i = 0; i < count; i++)
		left += epoch_is_here(made, ids[i]);
	for (uint32_t i = count; i-- > 0;) {
		bool stays = left > 1 && epoch_is_here(made, ids[i]);
		if (stays && !epoch_is_here(made, made->story_centrals[story]))
			made->story_centrals[story] = ids[i];
		if (!stays)
			made->story_of[ids[i]] = STORY_NONE;
	}
	for (uint32_t i = 0; i < count; i++)
		if (left < 2 || !epoch_is_here(made, ids[i]))
			*vec_push(&e->scratch, less) = (struct addition){story, ids[i]};
}

static void leave_stories(struct extending *e, struct additions *less)
{
	for (uint32_t i = 0; i < e->gone_count; i++) {
		uint32_t story = e->made->story_of[e->gone[i]];
		if (story < e->base->story_count)
			leave_story(e, story, less);
		e->made->story_of[e->gone[i]] = STORY_NONE;
	}
}

/* Those of the new articles alone; none that was there grows. */
static void extend_stories(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	struct additions added = {.count = 0}, less = {.count = 0};
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
	made->story_of = extend_array(base->story_of, base->count, more->story_of, more->count,
		sizeof *made->story_of, &made->arena);
	for (article_id id = base->count; id < made->count; id++)
		if (made->story_of[id] != STORY_NONE)
			made->story_of[id] += base->story_count;
	leave_stories(e, &less);
	made->story_articles = extend_without(
		&base->story_articles, NULL, made->story_count, &added, &less, &made->arena);
}

void extend_others(struct extending *e)
{
	number_entities(e);
	extend_entities(e);
	extend_days(e);
	extend_sources(e);
	extend_stories(e);
}
