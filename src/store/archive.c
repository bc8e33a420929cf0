#include "store/archive.h"

#include "know/stories-topics.h"

void archive_init(struct archive *archive)
{
	*archive = (struct archive){0};
	arena_init(&archive->arena);
	arena_init(&archive->scratch);
	lexicon_init(&archive->forms, &archive->arena);
	lexicon_init(&archive->roots, &archive->arena);
	lexicon_init(&archive->terms, &archive->arena);
	map_init(&archive->pairs, &archive->arena);
}

void archive_clear(struct archive *archive)
{
	struct arena arena = archive->arena;

	arena_clear(&archive->scratch);
	arena_clear(&arena);
	archive->arena = arena;
}

/* Nearly always the form has had this root already, in the words of another worker: it is looked
 * at before all roots are searched. */
static uint32_t find_root(struct archive *archive, struct span key, uint32_t form)
{
	struct strings *roots = &archive->roots.strings;

	if (form < archive->first_roots.count) {
		uint32_t first = archive->first_roots.at[form];
		if (span_equal(strings_text(roots, first), key))
			return first;
	}
	return strings_put(roots, key);
}

static uint32_t number_root(
	struct archive *archive, const struct strings *stems, struct root *root, uint32_t form)
{
	struct arena_mark mark = arena_mark(&archive->scratch);

	if (!root->number) {
		struct span key = root_key(
			root->language, strings_text(stems, root->stem), &archive->scratch);
		root->number = find_root(archive, key, form) + 1;
		arena_rewind(&archive->scratch, mark);
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
 * were; each vocabulary's form asks for its number once. */
static struct numbered_form number_form(
	struct archive *archive, const struct vocabulary *vocabulary, uint32_t of_vocabulary)
{
	struct form *form = vocabulary_numbered(vocabulary, of_vocabulary);
	uint32_t number = strings_put(&archive->forms.strings, form->folded);

	if (number == archive->uses.count) {
		*vec_push(&archive->arena, &archive->uses) = 0;
		*vec_push(&archive->arena, &archive->small_uses) = 0;
	}
	pair(archive, number_root(archive, vocabulary->stems, form->root, number), number);
	return (struct numbered_form){number + 1, form->small};
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

static void take_terms(
	struct archive *archive, const struct draft *draft, struct numbering *numbering)
{
	struct terms *terms = &draft->evidence->terms;

	for (uint32_t i = 0; i < terms->count; i++) {
		uint32_t *number = &numbering->terms.at[terms->at[i].stem];
		if (!*number)
			*number = number_term(archive, term_stem(terms, i)) + 1;
		terms->at[i].stem = *number - 1;
	}
	terms->stems = &archive->terms.strings;
}

VEC_OF(uint32_t, fresh_words);

/* What the vocabulary has met for the first time has mostly a number in the archive long since,
 * far away in memory: all that numbering will look at is fetched at once, step by step. */
static void fetch_forms(
	struct archive *archive, const struct draft *draft, const struct numbering *numbering)
{
	const struct vocabulary *vocabulary = numbering->vocabulary;
	const struct strings *forms = &archive->forms.strings;
	uint32_t count = draft->line_ends[draft->article->line_count];
	struct arena_mark mark = arena_mark(&archive->scratch);
	struct fresh_words fresh = {0};

	for (uint32_t i = 0; i < count; i++)
		if (!numbering->forms.at[draft->words[i]].number)
			*vec_push(&archive->scratch, &fresh) = draft->words[i];
	for (uint32_t i = 0; i < fresh.count; i++)
		__builtin_prefetch(vocabulary_numbered(vocabulary, fresh.at[i]));
	for (uint32_t i = 0; i < fresh.count; i++)
		strings_fetch_slot(
			forms, strings_hash_of(vocabulary_numbered(vocabulary, fresh.at[i])->hash));
	for (uint32_t i = 0; i < fresh.count; i++)
		strings_fetch_string(
			forms, strings_hash_of(vocabulary_numbered(vocabulary, fresh.at[i])->hash));
	arena_rewind(&archive->scratch, mark);
}

static void fetch_terms(
	const struct archive *archive, const struct terms *terms, const struct numbering *numbering)
{
	const struct strings *known = &archive->terms.strings;

	for (uint32_t i = 0; i < terms->count; i++)
		if (!numbering->terms.at[terms->at[i].stem])
			strings_fetch_slot(
				known, strings_at(terms->stems, terms->at[i].stem)->hash);
	for (uint32_t i = 0; i < terms->count; i++)
		if (!numbering->terms.at[terms->at[i].stem])
			strings_fetch_string(
				known, strings_at(terms->stems, terms->at[i].stem)->hash);
}

static void take_words(struct archive *archive, const struct draft *draft,
	struct numbering *numbering, uint32_t *to)
{
	uint32_t count = draft->line_ends[draft->article->line_count];

	for (uint32_t i = 0; i < count; i++) {
		struct numbered_form *form = &numbering->forms.at[draft->words[i]];
		if (!form->number)
			*form = number_form(archive, numbering->vocabulary, draft->words[i]);
		to[i] = form->number - 1;
		archive->uses.at[to[i]]++;
		archive->small_uses.at[to[i]] += form->small;
	}
}

void archive_take(struct archive *archive, const struct draft *draft, struct numbering *numbering)
{
	struct segment *segment = ARENA_NEW(&archive->arena, struct segment);
	uint32_t lines = draft->article->line_count;

	segment->article = draft->article;
	segment->evidence = draft->evidence;
	segment->line_ends = arena_copy(
		&archive->arena, draft->line_ends, ((size_t)lines + 1) * sizeof *draft->line_ends);
	segment->tokens = ARENA_ARRAY(&archive->arena, uint32_t, draft->line_ends[lines]);
	numbering_widen(numbering, draft->form_count, draft->stem_count);
	fetch_forms(archive, draft, numbering);
	take_words(archive, draft, numbering, segment->tokens);
	fetch_terms(archive, &draft->evidence->terms, numbering);
	take_terms(archive, draft, numbering);
	archive->languages |= 1u << draft->article->language;
	*vec_push(&archive->arena, &archive->segments) = segment;
	*vec_push(&archive->arena, &archive->records) = RECORD_NONE;
}

void archive_number_records(struct archive *archive, uint32_t article, uint32_t first)
{
	for (uint32_t i = article; i < archive->segments.count; i++)
		if (!archive->segments.at[i]->article->corrected)
			archive->records.at[i] = first + (i - article);
}
