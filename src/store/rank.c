#include "store/rank.h"

#include "store/bits.h"
#include "store/query-text.h"
#include "store/sought.h"

#include <math.h>
#include <stdlib.h>

/* As is usual: how soon further occurrences count no more, and how much of a text's length. */
#define SATURATION 1.2
#define LENGTH_SHARE 0.75
#define TITLE_WEIGHT 3.0 /* a word of the title counts as so many of the text */

struct ranked {
	double worth;
	uint32_t place; /* in the result */
	article_id id;
};

struct ranking {
	const struct epoch *epoch;
	struct sought sought;
	double *weights; /* of each term: how rare it is */
	double *times;   /* of each term in one article */
	double mean_words;
};

static bool is_words(enum clause_kind kind)
{
	return kind == CLAUSE_WORDS || kind == CLAUSE_EXACT || kind == CLAUSE_PHRASE ||
	       kind == CLAUSE_TITLE;
}

bool rank_is_asked(const struct query *query, struct arena *scratch)
{
	struct arena_mark mark = arena_mark(scratch);
	const struct clause **leaves;
	uint32_t count = query_leaves(query, &leaves, scratch);
	bool asked = false;

	for (uint32_t i = 0; i < count; i++)
		asked |= is_words(leaves[i]->kind);
	arena_rewind(scratch, mark);
	return asked;
}

/* In how many articles a term stands. */
static uint32_t spread(
	const struct epoch *epoch, const struct sought_term *term, struct arena *scratch)
{
	uint64_t *articles = bits_make(epoch->count, scratch);
	uint32_t forms = epoch->forms.count;

	if (!term->forms)
		phrase_match(epoch, &term->phrase, articles, scratch);
	for (size_t form = term->forms ? bits_next(term->forms, forms, 0) : forms; form < forms;
		form = bits_next(term->forms, forms, form + 1))
		epoch_holding(epoch, (uint32_t)form, articles);
	return bits_total(articles, epoch->count);
}

static void weigh_terms(struct ranking *r, struct arena *arena)
{
	const struct epoch *epoch = r->epoch;
	double words = 0;

	r->weights = ARENA_ARRAY(arena, double, r->sought.count);
	r->times = ARENA_ARRAY(arena, double, r->sought.count);
	for (uint32_t i = 0; i < r->sought.count; i++) {
		struct arena_mark mark = arena_mark(arena);
		double with = spread(epoch, &r->sought.terms[i], arena);
		arena_rewind(arena, mark);
		r->weights[i] = log(1 + (epoch->count - with + 0.5) / (with + 0.5));
	}
	for (article_id id = 0; id < epoch->count; id++)
		words += epoch->word_counts[id];
	r->mean_words = words > 0 ? words / epoch->count : 1;
}

static double worth_of(const struct ranking *r, article_id id)
{
	uint32_t lines = epoch_tokens(r->epoch, id).line_count;
	double length = r->epoch->word_counts[id] / r->mean_words;
	double norm = 1 - LENGTH_SHARE + LENGTH_SHARE * length, worth = 0;
	struct sought_hit hit;

	for (uint32_t i = 0; i < r->sought.count; i++)
		r->times[i] = 0;
	for (uint32_t line = 0; line <= lines; line++)
		for (struct sought_walk walk = sought_walk_of(&r->sought, id, line);
			sought_next(&walk, &hit);)
			r->times[hit.term] += hit.in_title ? TITLE_WEIGHT : 1 / norm;
	for (uint32_t i = 0; i < r->sought.count; i++)
		worth += r->weights[i] * r->times[i] / (SATURATION + r->times[i]);
	return worth;
}

static int by_worth(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth > y->worth ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

const article_id *rank_articles(const struct epoch *epoch, const struct query *query,
	const struct result *result, struct arena *arena)
{
	struct ranking r = {.epoch = epoch, .sought = sought_of(epoch, query, arena)};
	struct ranked *rows = ARENA_ARRAY(arena, struct ranked, result->count);
	article_id *ids = ARENA_ARRAY(arena, article_id, result->count);

	if (r.sought.count == 0)
		return result->ids;
	weigh_terms(&r, arena);
	for (uint32_t i = 0; i < result->count; i++)
		rows[i] = (struct ranked){worth_of(&r, result->ids[i]), i, result->ids[i]};
	if (result->count > 1)
		qsort(rows, result->count, sizeof *rows, by_worth);
	for (uint32_t i = 0; i < result->count; i++)
		ids[i] = rows[i].id;
	return ids;
}
