#include "extract/terms.h"

#include "base/map.h"
#include "text/fold.h"

#define COUNT_MOST 65535u
#define TITLE_MOST 255u

/* A term under way. */
struct counted {
	const struct root *root;
	uint32_t count, in_title;
	bool in_lead, small;
};

/* The terms of one article. */
struct gathering {
	struct vocabulary *vocabulary;
	enum language language;
	struct arena *scratch;
	VEC(struct counted) terms;
};

/* The term of a root at this turn. */
static struct counted *term_of(struct gathering *g, struct root *root)
{
	if (root->turn != g->vocabulary->turn) {
		root->turn = g->vocabulary->turn;
		root->place = g->terms.count;
		vec_push(g->scratch, &g->terms)->root = root;
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
		struct counted *term = term_of(g, form->root);
		term->count += !is_title;
		term->in_title += is_title;
		term->in_lead |= !is_title && before + i < TERM_LEAD;
		term->small |= !form->capitalised;
	}
}

/* A term on its way to its place: most stems differ in their first bytes. */
struct sorting {
	uint64_t head;
	uint32_t term;
};

static struct span stem_of(const struct gathering *g, const struct sorting *sorting)
{
	return strings_text(g->vocabulary->stems, g->terms.at[sorting->term].root->stem);
}

static bool is_before(const struct gathering *g, const struct sorting *a, const struct sorting *b)
{
	if (a->head != b->head)
		return a->head < b->head;
	return span_compare(stem_of(g, a), stem_of(g, b)) < 0;
}

static void merge(const struct gathering *g, const struct sorting *from, uint32_t middle,
	uint32_t count, struct sorting *to)
{
	uint32_t a = 0, b = middle;

	for (uint32_t i = 0; i < count; i++) {
		bool first = b == count || (a < middle && !is_before(g, &from[b], &from[a]));
		to[i] = from[first ? a++ : b++];
	}
}

/* The terms' places in the order of their stems: runs of twice the length at every turn. */
static const struct sorting *sort(const struct gathering *g)
{
	uint32_t count = g->terms.count;
	struct sorting *from = ARENA_ARRAY(g->scratch, struct sorting, count);
	struct sorting *to = ARENA_ARRAY(g->scratch, struct sorting, count);

	for (uint32_t i = 0; i < count; i++)
		from[i] = (struct sorting){g->terms.at[i].root->head, i};
	for (uint32_t run = 1; run < count; run *= 2) {
		for (uint32_t at = 0; at < count; at += 2 * run) {
			uint32_t left = count - at;
			merge(g, from + at, run < left ? run : left,
				2 * run < left ? 2 * run : left, to + at);
		}
		struct sorting *done = to;
		to = from;
		from = done;
	}
	return from;
}

/* The terms in order of their stems, out of the scratch. */
static void settle(const struct gathering *g, struct terms *to, struct arena *arena)
{
	const struct sorting *order = sort(g);

	*to = (struct terms){.at = ARENA_ARRAY(arena, struct term, g->terms.count),
		.stems = g->vocabulary->stems};
	for (; to->count < g->terms.count; to->count++) {
		const struct counted *from = &g->terms.at[order[to->count].term];
		uint32_t count = from->count < COUNT_MOST ? from->count : COUNT_MOST;
		uint32_t in_title = from->in_title < TITLE_MOST ? from->in_title : TITLE_MOST;
		to->at[to->count] = (struct term){.stem = from->root->stem,
			.count = (uint16_t)count,
			.in_title = (uint8_t)in_title,
			.in_lead = from->in_lead,
			.small = from->small};
	}
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
		gather(&g, line_forms(words, line), line->count, *word_count, false);
		*word_count += line->count;
	}
	if (article->title_from != FROM_LEAD) {
		vocabulary_read(g.vocabulary, g.language, article->title, 0, &title, &scratch);
		gather(&g, title.at, title.count, 0, true);
	}
	g.vocabulary->turn++;
	settle(&g, terms, arena);
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
		prints[i] = line->same ? print_of(line_forms(words, line), line->count)
				       : print_of_folded(words, text, &scratch);
	}
	arena_clear(&scratch);
	return prints;
}
