#include "store/own.h"

#include "store/bits.h"
#include "store/epoch-parts.h"
#include "text/fold.h"

struct tag {
	const char *name;
	uint64_t *articles;
};

struct own {
	struct arena *arena;
	uint32_t count;       /* articles */
	const uint64_t *gone; /* of which nothing is kept; null: none */
	uint64_t *marks[OWN_MARK_COUNT];
	struct map tags_by_name; /* folded: place in tags */
	VEC(struct tag) tags;
};

struct own *own_make(uint32_t count, const uint64_t *gone, struct arena *arena)
{
	struct own *own = ARENA_NEW(arena, struct own);

	own->arena = arena;
	own->count = count;
	own->gone = gone;
	map_init(&own->tags_by_name, arena);
	for (int mark = 0; mark < OWN_MARK_COUNT; mark++)
		own->marks[mark] = bits_make(count, arena);
	return own;
}

struct own *epoch_own(const struct epoch *epoch)
{
	return epoch->own;
}

static void put(const struct own *own, uint64_t *bits, article_id id, bool on)
{
	if (on && !(own->gone && bits_has(own->gone, id)))
		bits_set(bits, id);
	else
		bits_clear(bits, id);
}

void own_set(struct own *own, enum own_mark mark, article_id id, bool on)
{
	put(own, own->marks[mark], id, on);
}

bool own_has(const struct own *own, enum own_mark mark, article_id id)
{
	return bits_has(own->marks[mark], id);
}

uint32_t own_count(const struct own *own, enum own_mark mark)
{
	return bits_total(own->marks[mark], own->count);
}

uint32_t own_tag(struct own *own, struct span name)
{
	struct arena scratch;
	bool made = false;

	arena_init(&scratch);
	struct map_entry *entry = map_put(&own->tags_by_name, fold(name, &scratch), &made);
	arena_clear(&scratch);
	if (made) {
		entry->value = own->tags.count;
		*vec_push(own->arena, &own->tags) = (struct tag){
			arena_string(own->arena, name), bits_make(own->count, own->arena)};
	}
	return entry->value;
}

uint32_t own_tag_count(const struct own *own)
{
	return own->tags.count;
}

const char *own_tag_name(const struct own *own, uint32_t tag)
{
	return own->tags.at[tag].name;
}

void own_tag_set(struct own *own, uint32_t tag, article_id id, bool on)
{
	put(own, own->tags.at[tag].articles, id, on);
}

bool own_tagged(const struct own *own, uint32_t tag, article_id id)
{
	return bits_has(own->tags.at[tag].articles, id);
}

const uint64_t *own_tag_articles(const struct own *own, uint32_t tag)
{
	return own->tags.at[tag].articles;
}
