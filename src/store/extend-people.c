#include "store/extend.h"

#include "store/sealed.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/word.h"

/* --- who is who ----------------------------------------------------------------------------- */

/* Somebody who is not known yet, with the places told as they are now. */
static struct span pack_actor(struct extending *e, uint32_t of_more)
{
	struct actor actor = *epoch_actor(e->more, of_more);
	struct role *roles = arena_copy(&e->scratch, actor.roles, actor.role_count * sizeof *roles);
	struct parcel parcel;

	for (uint32_t i = 0; i < actor.role_count; i++) {
		struct role_reading *readings = arena_copy(
			&e->scratch, roles[i].readings, roles[i].reading_count * sizeof *readings);
		for (uint32_t k = 0; k < roles[i].reading_count; k++) {
			readings[k].document += e->base->count;
			readings[k].actor = e->actors[readings[k].actor];
		}
		roles[i].readings = readings;
	}
	actor.roles = roles;
	parcel_pack(&parcel, 0, &e->scratch);
	actor_parcel(&parcel, &actor);
	return parcel_packed(&parcel);
}

/* What is known of the new ones. */
static void extend_actors(struct extending *e)
{
	struct shelf_spans slugs = {.count = 0}, names = {.count = 0}, actors = {.count = 0};
	struct epoch *made = e->made;
	struct arena *arena = &made->arena;

	for (uint32_t actor = 0; actor < e->more->actor_count; actor++) {
		if (e->actors[actor] < e->base->actor_count)
			continue;
		*vec_push(&e->scratch, &slugs) = shelf_at(&e->more->actor_slugs, actor);
		*vec_push(&e->scratch, &names) = shelf_at(&e->more->actor_names, actor);
		*vec_push(&e->scratch, &actors) = pack_actor(e, actor);
	}
	struct shelf shelf = shelf_make(&slugs, &e->scratch);
	made->actor_slugs = shelf_extend(&e->base->actor_slugs, &shelf, arena);
	shelf = shelf_make(&names, &e->scratch);
	made->actor_names = shelf_extend(&e->base->actor_names, &shelf, arena);
	shelf = shelf_make(&actors, &e->scratch);
	made->actors = shelf_extend(&e->base->actors, &shelf, arena);
}

static void number_actors(struct extending *e)
{
	e->made->actor_count = e->base->actor_count;
	e->actors = ARENA_ARRAY(&e->scratch, uint32_t, e->more->actor_count);
	for (uint32_t actor = 0; actor < e->more->actor_count; actor++) {
		struct span slug = span_of(shelf_string(&e->more->actor_slugs, actor));
		uint32_t known = dictionary_get(&e->base->slugs, slug);
		e->actors[actor] = known < e->base->actor_count ? known : e->made->actor_count++;
	}
}

/* --- by what they are found ----------------------------------------------------------------- */

/* The new names of the new ones. */
struct naming {
	struct map slugs, names, keys;
	struct additions keyed; /* row of key_actors, actor */
};

static void put_name(
	const struct dictionary *known, struct map *map, struct span name, uint32_t actor)
{
	bool made;

	if (dictionary_find(known, name) != DICTIONARY_NONE)
		return;
	struct map_entry *entry = map_put(map, name, &made);
	if (made)
		entry->value = actor;
}

static void key_name(struct extending *e, struct naming *n, struct span name, uint32_t actor)
{
	const struct dictionary *known = &e->base->keys;
	struct words it = words_of(name);
	struct word word;

	while (words_next(&it, &word)) {
		struct span key = script_key(span_cut(name, word.start, word.end), &e->scratch);
		uint32_t row = dictionary_find(known, key);
		if (row == DICTIONARY_NONE) {
			struct map_entry *entry = map_put(&n->keys, key, NULL);
			row = known->keys.count + (uint32_t)(entry - n->keys.entries);
		}
		*vec_push(&e->scratch, &n->keyed) = (struct addition){row, actor};
	}
}

static void name_actor(struct extending *e, struct naming *n, uint32_t of_more)
{
	const struct actor *actor = epoch_actor(e->more, of_more);
	uint32_t now = e->actors[of_more];

	put_name(&e->base->slugs, &n->slugs, span_of(actor->slug), now);
	put_name(&e->base->names, &n->names, fold(span_of(actor->name), &e->scratch), now);
	for (uint32_t i = 0; i < actor->form_count; i++)
		put_name(&e->base->names, &n->names, fold(span_of(actor->forms[i]), &e->scratch),
			now);
	key_name(e, n, span_of(actor->name), now);
}

static void extend_names(struct extending *e)
{
	struct epoch *made = e->made;
	struct naming n = {.keyed = {.count = 0}};

	map_init(&n.slugs, &e->scratch);
	map_init(&n.names, &e->scratch);
	map_init(&n.keys, &e->scratch);
	for (uint32_t actor = 0; actor < e->more->actor_count; actor++)
		if (e->actors[actor] >= e->base->actor_count)
			name_actor(e, &n, actor);
	made->slugs = dictionary_extend(&e->base->slugs, &n.slugs, &made->arena);
	made->names = dictionary_extend(&e->base->names, &n.names, &made->arena);
	made->keys = dictionary_extend(&e->base->keys, &n.keys, &made->arena);
	made->key_actors = extend_postings(
		&e->base->key_actors, NULL, made->keys.keys.count, &n.keyed, &made->arena);
}

/* --- where they are ------------------------------------------------------------------------- */

/* Each actor of an article once. */
static void put_once(
	struct extending *e, struct additions *to, uint32_t *last, uint32_t actor, article_id id)
{
	if (last[actor] == id + 1)
		return;
	last[actor] = id + 1;
	*vec_push(&e->scratch, to) = (struct addition){actor, id};
}

static void extend_meant(struct extending *e, const struct facts *facts)
{
	uint32_t *last = ARENA_ARRAY(&e->scratch, uint32_t, e->made->actor_count);
	struct additions added = {.count = 0};

	for (article_id id = 0; id < e->more->count; id++)
		for (uint32_t i = 0; i < facts[id].mention_count; i++)
			put_once(e, &added, last, facts[id].mentions[i].actor, e->base->count + id);
	e->made->meant = extend_postings(
		&e->base->meant, NULL, e->made->actor_count, &added, &e->made->arena);
}

static void extend_named(struct extending *e)
{
	struct epoch *made = e->made;
	struct additions added = {.count = 0}, less = {.count = 0};
	uint32_t count;

	made->actor_articles = extend_wider(e->base->actor_articles, e->base->actor_count,
		made->actor_count, sizeof(uint32_t), &made->arena);
	for (article_id id = 0; id < e->more->count; id++) {
		const uint32_t *people = postings_row(&e->more->named, id, &count);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t actor = e->actors[people[i]];
			made->actor_articles[actor]++;
			*vec_push(&e->scratch, &added) =
				(struct addition){e->base->count + id, actor};
		}
	}
	for (uint32_t i = 0; i < e->gone_count; i++) {
		const uint32_t *people = postings_row(&e->base->named, e->gone[i], &count);
		for (uint32_t k = 0; k < count; k++) {
			if (made->actor_articles[people[k]])
				made->actor_articles[people[k]]--;
			*vec_push(&e->scratch, &less) = (struct addition){e->gone[i], people[k]};
		}
	}
	made->named =
		extend_without(&e->base->named, NULL, made->count, &added, &less, &made->arena);
}

static void leave_quoted(
	struct extending *e, uint32_t *last, struct additions *speakers, struct additions *quoted)
{
	uint32_t count;

	for (uint32_t i = 0; i < e->gone_count; i++) {
		const uint32_t *actors = postings_row(&e->base->quoted, e->gone[i], &count);
		for (uint32_t k = 0; k < count; k++) {
			*vec_push(&e->scratch, quoted) = (struct addition){e->gone[i], actors[k]};
			if (actors[k] != SPEAKER_NOBODY)
				put_once(e, speakers, last, actors[k], e->gone[i]);
		}
	}
}

static void extend_quoted(struct extending *e, const struct facts *facts)
{
	struct epoch *made = e->made;
	uint32_t *last = ARENA_ARRAY(&e->scratch, uint32_t, made->actor_count);
	struct additions speakers = {.count = 0}, quoted = {.count = 0};
	struct additions less_speakers = {.count = 0}, less_quoted = {.count = 0};

	for (article_id id = 0; id < e->more->count; id++)
		for (uint32_t i = 0; i < facts[id].quote_count; i++) {
			uint32_t actor = facts[id].quotes[i].actor, now = e->base->count + id;
			*vec_push(&e->scratch, &quoted) = (struct addition){now, actor};
			if (actor != SPEAKER_NOBODY)
				put_once(e, &speakers, last, actor, now);
		}
	leave_quoted(e, last, &less_speakers, &less_quoted);
	made->speakers = extend_without(&e->base->speakers, NULL, made->actor_count, &speakers,
		&less_speakers, &made->arena);
	made->quoted = extend_without(
		&e->base->quoted, NULL, made->count, &quoted, &less_quoted, &made->arena);
}

static void extend_roles(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct additions added = {.count = 0};
	uint32_t count;

	e->made->role_count = base->role_count + more->role_count;
	e->made->role_words = extend_array(base->role_words, base->role_count, more->role_words,
		more->role_count, sizeof *base->role_words, &e->made->arena);
	for (uint32_t row = 0; row < more->role_count; row++) {
		const uint32_t *ids = postings_row(&more->role_articles, row, &count);
		for (uint32_t i = 0; i < count; i++)
			*vec_push(&e->scratch, &added) =
				(struct addition){base->role_count + row, base->count + ids[i]};
	}
	e->made->role_articles = extend_postings(
		&base->role_articles, NULL, e->made->role_count, &added, &e->made->arena);
}

/* --- what articles say of them -------------------------------------------------------------- */

/* Who holds a function is told by the actor; of those who were known, not by these articles. */
static const struct role_reading *reading_now(
	struct extending *e, const struct role_reading *reading)
{
	struct role_reading *now = arena_copy(&e->scratch, reading, sizeof *reading);

	now->document += e->base->count;
	now->actor = e->actors[reading->actor];
	return now;
}

static void mentions_now(struct extending *e, struct facts *facts)
{
	struct mention *now = ARENA_ARRAY(&e->scratch, struct mention, facts->mention_count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		struct mention mention = facts->mentions[i];
		mention.actor = e->actors[mention.actor];
		if (mention.how != HOW_NAME && mention.actor < e->base->actor_count)
			continue;
		if (mention.reading)
			mention.reading = reading_now(e, mention.reading);
		now[count++] = mention;
	}
	facts->mentions = now;
	facts->mention_count = count;
}

static void entities_now(struct extending *e, struct facts *facts)
{
	struct entity_mention *now =
		ARENA_ARRAY(&e->scratch, struct entity_mention, facts->entity_count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->entity_count; i++) {
		now[count] = facts->entities[i];
		now[count].entity = e->entities[now[count].entity];
		count += now[count].entity != EXTEND_NONE;
	}
	facts->entities = now;
	facts->entity_count = count;
}

static void quotes_now(struct extending *e, struct facts *facts)
{
	struct quotation *now =
		arena_copy(&e->scratch, facts->quotes, facts->quote_count * sizeof *facts->quotes);

	for (uint32_t i = 0; i < facts->quote_count; i++)
		if (now[i].actor != SPEAKER_NOBODY)
			now[i].actor = e->actors[now[i].actor];
	facts->quotes = now;
}

static void extend_facts(struct extending *e, const struct facts *facts)
{
	struct shelf_spans rows = {.count = 0};

	for (article_id id = 0; id < e->more->count; id++) {
		struct facts own = facts[id];
		struct parcel parcel;
		parcel_pack(&parcel, e->more->text_lens[id], &e->scratch);
		facts_parcel(&parcel, &own);
		*vec_push(&e->scratch, &rows) = parcel_packed(&parcel);
	}
	struct shelf packed = shelf_make(&rows, &e->scratch);
	e->made->facts = shelf_extend(&e->base->facts, &packed, &e->made->arena);
}

void extend_people(struct extending *e)
{
	struct facts *facts = ARENA_ARRAY(&e->scratch, struct facts, e->more->count);

	number_actors(e);
	for (article_id id = 0; id < e->more->count; id++) {
		facts[id] = *epoch_facts(e->more, id);
		mentions_now(e, &facts[id]);
		entities_now(e, &facts[id]);
		quotes_now(e, &facts[id]);
	}
	extend_actors(e);
	extend_names(e);
	extend_meant(e, facts);
	extend_named(e);
	extend_quoted(e, facts);
	extend_roles(e);
	extend_facts(e, facts);
}
