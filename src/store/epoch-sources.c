#include "store/epoch-parts.h"

#include "text/fold.h"

/* Keeps the spelling that most articles use; of equals the bytewise first. */
static void choose_spellings(struct epoch *epoch, const struct map *spellings,
	const uint32_t *source_of_spelling, struct arena *scratch)
{
	uint32_t *most = ARENA_ARRAY(scratch, uint32_t, epoch->source_count);

	for (uint32_t i = 0; i < spellings->count; i++) {
		const struct map_entry *entry = &spellings->entries[i];
		uint32_t source = source_of_spelling[i];
		struct span *name = &epoch->sources[source].name;
		if (entry->value < most[source] ||
			(entry->value == most[source] && span_compare(entry->key, *name) > 0))
			continue;
		most[source] = entry->value;
		*name = arena_span(&epoch->arena, entry->key);
	}
}

void epoch_index_sources(struct epoch *epoch)
{
	struct arena scratch;
	struct map spellings, folded;
	VEC(struct source) sources = {0};
	VEC(uint32_t) source_of_spelling = {0};
	bool made;

	arena_init(&scratch);
	map_init(&spellings, &scratch); /* → how many articles spell it so */
	map_init(&folded, &scratch);    /* → source */
	epoch->source_of = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		struct span name = epoch->segments[id]->article->source;
		struct map_entry *spelling = map_put(&spellings, name, &made);
		uint32_t place = (uint32_t)(spelling - spellings.entries);
		spelling->value++;
		if (made) {
			struct span key = fold(name, &scratch);
			struct map_entry *entry = map_put(&folded, key, &made);
			if (made) {
				entry->value = sources.count;
				vec_push(&epoch->arena, &sources)->folded =
					arena_span(&epoch->arena, key);
			}
			*vec_push(&scratch, &source_of_spelling) = entry->value;
		}
		epoch->source_of[id] = source_of_spelling.at[place];
		sources.at[epoch->source_of[id]].articles++;
	}
	epoch->sources = sources.at;
	epoch->source_count = sources.count;
	choose_spellings(epoch, &spellings, source_of_spelling.at, &scratch);
	arena_clear(&scratch);
}
