#include "store/epoch-steps.h"

#include "text/fold.h"

/* Of a source, while they are gathered. */
struct source {
	struct span name, folded;
	uint32_t articles;
};
VEC_OF(struct source, source_list);

/* Keeps the spelling that most articles use; of equals the bytewise first. */
static void choose_spellings(const struct source_list *sources, const struct map *spellings,
	const uint32_t *source_of_spelling, struct arena *scratch)
{
	uint32_t *most = ARENA_ARRAY(scratch, uint32_t, sources->count);

	for (uint32_t i = 0; i < spellings->count; i++) {
		const struct map_entry *entry = &spellings->entries[i];
		uint32_t source = source_of_spelling[i];
		struct span *name = &sources->at[source].name;
		if (entry->value < most[source] ||
			(entry->value == most[source] && span_compare(entry->key, *name) > 0))
			continue;
		most[source] = entry->value;
		*name = arena_span(scratch, entry->key);
	}
}

static void lay_spellings(struct epoch *epoch, const struct map *spellings, struct arena *scratch)
{
	struct shelf_spans spans = {.count = 0};

	for (uint32_t i = 0; i < spellings->count; i++)
		*vec_push(scratch, &spans) = spellings->entries[i].key;
	epoch->spelling_count = spellings->count;
	epoch->spellings = shelf_make(&spans, &epoch->arena);
}

static void lay_sources(
	struct epoch *epoch, const struct source_list *sources, struct arena *scratch)
{
	struct shelf_spans names = {.count = 0}, keys = {.count = 0};

	epoch->source_count = sources->count;
	epoch->source_articles = ARENA_ARRAY(&epoch->arena, uint32_t, sources->count);
	for (uint32_t i = 0; i < sources->count; i++) {
		epoch->source_articles[i] = sources->at[i].articles;
		*vec_push(scratch, &names) =
			shelf_ended(arena_string(scratch, sources->at[i].name));
		*vec_push(scratch, &keys) = sources->at[i].folded;
	}
	epoch->source_names = shelf_make(&names, &epoch->arena);
	epoch->source_keys = shelf_make(&keys, &epoch->arena);
}

void epoch_index_sources(struct epoch *epoch)
{
	struct arena scratch;
	struct map spellings, folded;
	struct source_list sources = {0};
	VEC(uint32_t) source_of_spelling = {0};
	bool made;

	arena_init(&scratch);
	map_init(&spellings, &scratch); /* → how many articles spell it so */
	map_init(&folded, &scratch);    /* → source */
	epoch->source_of = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	epoch->spelling_of = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		struct span name = epoch->raw->segments[id]->article->source;
		struct map_entry *spelling = map_put(&spellings, name, &made);
		uint32_t place = (uint32_t)(spelling - spellings.entries);
		spelling->value++;
		if (made) {
			struct span key = fold(name, &scratch);
			struct map_entry *entry = map_put(&folded, key, &made);
			if (made) {
				entry->value = sources.count;
				vec_push(&scratch, &sources)->folded = key;
			}
			*vec_push(&scratch, &source_of_spelling) = entry->value;
		}
		epoch->spelling_of[id] = place;
		epoch->source_of[id] = source_of_spelling.at[place];
		sources.at[epoch->source_of[id]].articles++;
	}
	choose_spellings(&sources, &spellings, source_of_spelling.at, &scratch);
	lay_sources(epoch, &sources, &scratch);
	lay_spellings(epoch, &spellings, &scratch);
	arena_clear(&scratch);
}
