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

static uint32_t number_root(struct archive *archive, const struct strings *stems, struct root *root)
{
	struct arena scratch;

	if (!root->number) {
		arena_init(&scratch);
		struct span key =
			root_key(root->language, strings_text(stems, root->stem), &scratch);
		root->number = strings_put(&archive->roots.strings, key) + 1;
		arena_clear(&scratch);
	}
	return root->number - 1;
}

/* Nearly all forms have one root, in whichever texts they stand. */
static void pair(struct archive *archive, uint32_t root, uint32_t form)
{
	bool made = form == archive->first_roots.count;

	if (made)
		*vec_push(&archive->arena, &archive->first_roots) = root;
	else if (archive->first_roots.at[form] != root)
		map_put_number(&archive->pairs, (uint64_t)root << 32 | form, &made);
	if (made)
		*vec_push(&archive->arena, &archive->root_forms) =
			(struct form_of_root){root, form};
}

/* Numbers go by the first use in path order, so they are the same however many workers there
 * were; each worker's form asks for its number once. */
static uint32_t number_form(struct archive *archive, const struct strings *stems, struct form *form)
{
	if (form->number)
		return form->number - 1;
	uint32_t number = strings_put(&archive->forms.strings, form->folded);
	if (number == archive->uses.count) {
		*vec_push(&archive->arena, &archive->uses) = 0;
		*vec_push(&archive->arena, &archive->small_uses) = 0;
	}
	form->number = number + 1;
	pair(archive, number_root(archive, stems, form->root), number);
	return number;
}

static uint32_t number_term(struct archive *archive, struct span stem)
{
	uint32_t number = strings_put(&archive->terms.strings, stem);

	if (number == archive->backgrounds.count) {
		*vec_push(&archive->arena, &archive->backgrounds) = related_background(stem);
		*vec_push(&archive->arena, &archive->topics) = story_topics(stem);
	}
	return number;
}

static void take_terms(struct archive *archive, const struct draft *draft)
{
	struct terms *terms = &draft->evidence->terms;

	for (uint32_t i = 0; i < terms->count; i++) {
		struct root *root = draft->roots[i];
		if (!root->of_stem)
			root->of_stem = number_term(archive, term_stem(terms, i)) + 1;
		terms->at[i].stem = root->of_stem - 1;
	}
	terms->stems = &archive->terms.strings;
}

/* Most of what a worker has met for the first time has a number long since. */
static void fetch(const struct archive *archive, const struct draft *draft, uint32_t count,
	void (*fetch_one)(const struct strings *, uint32_t hash))
{
	const struct terms *terms = &draft->evidence->terms;

	for (uint32_t i = 0; i < count; i++)
		if (!draft->words[i]->number)
			fetch_one(&archive->forms.strings, strings_hash_of(draft->words[i]->hash));
	for (uint32_t i = 0; i < terms->count; i++)
		if (!draft->roots[i]->of_stem)
			fetch_one(&archive->terms.strings,
				strings_at(terms->stems, draft->roots[i]->stem)->hash);
}

void archive_take(struct archive *archive, const struct draft *draft)
{
	struct segment *segment = ARENA_NEW(&archive->arena, struct segment);
	uint32_t lines = draft->article->line_count, count = draft->line_ends[lines];

	segment->article = draft->article;
	segment->evidence = draft->evidence;
	segment->line_ends = arena_copy(
		&archive->arena, draft->line_ends, ((size_t)lines + 1) * sizeof *draft->line_ends);
	segment->tokens = ARENA_ARRAY(&archive->arena, uint32_t, count);
	fetch(archive, draft, count, strings_fetch_slot);
	fetch(archive, draft, count, strings_fetch_string);
	for (uint32_t i = 0; i < count; i++) {
		struct form *word = draft->words[i];
		uint32_t form = number_form(archive, draft->evidence->terms.stems, word);
		archive->uses.at[form]++;
		archive->small_uses.at[form] += word->small;
		segment->tokens[i] = form;
	}
	take_terms(archive, draft);
	archive->languages |= 1u << draft->article->language;
	*vec_push(&archive->arena, &archive->segments) = segment;
}
