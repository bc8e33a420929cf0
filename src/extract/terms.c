#include "extract/terms.h"

#include "base/map.h"
#include "text/fold.h"

#include <string.h>

#define COUNT_MOST 65535u

/* The terms of one article under way. */
struct gathering {
	struct vocabulary *vocabulary;
	enum language language;
	struct arena *scratch;
	struct terms terms;
};

/* The term of a root at this turn. */
static struct term *term_of(struct gathering *g, struct root *root)
{
	if (root->turn != g->vocabulary->turn) {
		root->turn = g->vocabulary->turn;
		root->place = g->terms.count;
		vec_push(g->scratch, &g->terms)->stem = root->stem;
	}
	return &g->terms.at[root->place];
}

/* before: words of the body that were counted already. */
static void gather(struct gathering *g, const struct placed_form *words, uint32_t count,
	uint32_t before, bool is_title)
{
	for (uint32_t i = 0; i < count; i++) {
		struct form *form = words[i].form;
		if (form->stop || form->is_short)
			continue;
		if (!form->root)
			vocabulary_root(g->vocabulary, g->language, form);
		struct term *term = term_of(g, form->root);
		uint16_t *times = is_title ? &term->in_title : &term->count;
		if (*times < COUNT_MOST)
			(*times)++;
		term->in_lead |= !is_title && before + i < TERM_LEAD;
		term->small |= !form->capitalised;
	}
}

/* A term on its way to its place: most stems differ in their first bytes. */
struct sorting {
	uint64_t head;
	uint32_t term;
};

static uint64_t head_of(struct span stem)
{
	uint64_t head = 0;
	size_t len = stem.len < sizeof head ? stem.len : sizeof head;

	for (size_t i = 0; i < len; i++)
		head |= (uint64_t)(unsigned char)stem.at[i] << (56 - 8 * i);
	return head;
}

static bool is_before(const struct terms *terms, const struct sorting *a, const struct sorting *b)
{
	if (a->head != b->head)
		return a->head < b->head;
	return span_compare(terms->at[a->term].stem, terms->at[b->term].stem) < 0;
}

static void merge(const struct terms *terms, const struct sorting *from, uint32_t middle,
	uint32_t count, struct sorting *to)
{
	uint32_t a = 0, b = middle;

	for (uint32_t i = 0; i < count; i++) {
		bool first = b == count || (a < middle && !is_before(terms, &from[b], &from[a]));
		to[i] = from[first ? a++ : b++];
	}
}

/* The terms' places in the order of their stems: runs of twice the length at every turn. */
static const struct sorting *sort(const struct terms *terms, struct arena *scratch)
{
	struct sorting *from = ARENA_ARRAY(scratch, struct sorting, terms->count);
	struct sorting *to = ARENA_ARRAY(scratch, struct sorting, terms->count);

	for (uint32_t i = 0; i < terms->count; i++)
		from[i] = (struct sorting){head_of(terms->at[i].stem), i};
	for (uint32_t run = 1; run < terms->count; run *= 2) {
		for (uint32_t at = 0; at < terms->count; at += 2 * run) {
			uint32_t left = terms->count - at;
			merge(terms, from + at, run < left ? run : left,
				2 * run < left ? 2 * run : left, to + at);
		}
		struct sorting *done = to;
		to = from;
		from = done;
	}
	return from;
}

/* The terms in order of their stems, out of the scratch; the stems side by side in one piece. */
static void settle(
	const struct terms *from, struct terms *to, struct arena *scratch, struct arena *arena)
{
	const struct sorting *order = sort(from, scratch);
	size_t len = 0;

	for (uint32_t i = 0; i < from->count; i++)
		len += from->at[i].stem.len;
	char *bytes = arena_alloc(arena, len);
	*to = (struct terms){.at = ARENA_ARRAY(arena, struct term, from->count)};
	for (; to->count < from->count; to->count++) {
		struct term *term = &to->at[to->count];
		*term = from->at[order[to->count].term];
		memcpy(bytes, term->stem.at, term->stem.len);
		term->stem.at = bytes;
		bytes += term->stem.len;
	}
	to->room = to->count;
}

void terms_extract(const struct article_words *words, struct terms *terms, uint32_t *word_count,
	struct arena *arena)
{
	const struct article *article = words->article;
	struct placed_forms title = {0};
	struct arena scratch;
	struct gathering g = {.vocabulary = words->vocabulary,
		.language = article->language,
		.scratch = &scratch};

	arena_init(&scratch);
	*word_count = 0;
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line_words *line = &words->lines[i];
		if (!line_is_body(article->lines[i].kind))
			continue;
		gather(&g, words->forms.at + line->first, line->count, *word_count, false);
		*word_count += line->count;
	}
	if (article->title_from != FROM_LEAD) {
		vocabulary_read(g.vocabulary, g.language, article->title, 0, &title, &scratch);
		gather(&g, title.at, title.count, 0, true);
	}
	g.vocabulary->turn++;
	settle(&g.terms, terms, &scratch, arena);
	arena_clear(&scratch);
}

static uint64_t print_of(const struct placed_form *words, uint32_t count)
{
	uint64_t print = 0;

	for (uint32_t i = 0; i < count; i++)
		if (words[i].form->print)
			print = hash_mix(print, words[i].form->print);
	return print;
}

/* Of a line that is cut into other words once it is folded. */
static uint64_t print_of_folded(
	const struct article_words *words, struct span line, struct arena *scratch)
{
	struct placed_forms forms = {0};

	vocabulary_read(words->vocabulary, words->article->language, fold(line, scratch), 0, &forms,
		scratch);
	return print_of(forms.at, forms.count);
}

uint64_t *prints_extract(const struct article_words *words, struct arena *arena)
{
	const struct article *article = words->article;
	uint64_t *prints = ARENA_ARRAY(arena, uint64_t, article->line_count);
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line_words *line = &words->lines[i];
		struct span text = span_in(article->text, article->lines[i].at);
		prints[i] = line->same ? print_of(words->forms.at + line->first, line->count)
				       : print_of_folded(words, text, &scratch);
	}
	arena_clear(&scratch);
	return prints;
}
