#include "store/archive.h"

#include "know/stories-topics.h"

void archive_init(struct archive *archive)
{
	*archive = (struct archive){0};
	arena_init(&archive->arena);
	lexicon_init(&archive->forms, &archive->arena);
	lexicon_init(&archive->roots, &archive->arena);
	lexicon_init(&archive->terms, &archive->arena);
	map_init(&archive->pairs, &archive->arena);
}

void archive_clear(struct archive *archive)
{
	struct arena arena = archive->arena;

	arena_clear(&arena);
	archive->arena = arena;
}

static uint32_t number_root(struct archive *archive, struct root *root)
{
	if (!root->number) {
		struct arena scratch;
		arena_init(&scratch);
		struct span key = root_key(root->language, root->stem, &scratch);
		root->number = lexicon_put(&archive->roots, key) + 1;
		arena_clear(&scratch);
	}
	return root->number - 1;
}

/* Numbers go by the first use in path order, so they are the same however many workers there
 * were; each worker's form asks for its number once. */
static uint32_t number_form(struct archive *archive, struct form *form)
{
	bool made;

	if (form->number)
		return form->number - 1;
	uint32_t number = lexicon_put(&archive->forms, form->folded);
	if (number == archive->uses.count) {
		*vec_push(&archive->arena, &archive->uses) = 0;
		*vec_push(&archive->arena, &archive->small_uses) = 0;
	}
	uint32_t root = number_root(archive, form->root);
	form->number = number + 1;
	map_put_number(&archive->pairs, (uint64_t)root << 32 | number, &made);
	if (made)
		*vec_push(&archive->arena, &archive->root_forms) =
			(struct form_of_root){root, number};
	return number;
}

static void number_terms(struct archive *archive, struct segment *segment)
{
	const struct terms *terms = &segment->evidence->terms;

	for (uint32_t i = 0; i < terms->count; i++) {
		uint32_t number = lexicon_put(&archive->terms, terms->at[i].stem);
		segment->terms[i] = number;
		if (number < archive->backgrounds.count)
			continue;
		*vec_push(&archive->arena, &archive->backgrounds) =
			related_background(terms->at[i].stem);
		*vec_push(&archive->arena, &archive->topics) = story_topics(terms->at[i].stem);
	}
}

void archive_take(struct archive *archive, struct segment *segment)
{
	uint32_t count = segment->line_ends[segment->article->line_count];

	for (uint32_t i = 0; i < count; i++) {
		struct form *word = segment->tokens[i].word;
		uint32_t form = number_form(archive, word);
		archive->uses.at[form]++;
		archive->small_uses.at[form] += word->small;
		segment->tokens[i].form = form;
	}
	number_terms(archive, segment);
	archive->languages |= 1u << segment->article->language;
	*vec_push(&archive->arena, &archive->segments) = segment;
}
