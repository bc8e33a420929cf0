#include "store/extend.h"

#include "base/varint.h"
#include "store/epoch-tokens.h"

#include <math.h>
#include <stdlib.h>

/* --- forms and roots ------------------------------------------------------------------------ */

static bool is_in_row(const struct postings *postings, uint32_t row, uint32_t id)
{
	uint32_t count;
	const uint32_t *ids = postings_row(postings, row, &count);

	for (uint32_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static void extend_root_forms(struct extending *e)
{
	struct additions added = {.count = 0};
	uint32_t count;

	for (uint32_t root = 0; root < e->more->roots.count; root++) {
		const uint32_t *forms = postings_row(&e->more->root_forms, root, &count);
		for (uint32_t i = 0; i < count; i++) {
			struct addition pair = {e->roots[root], e->forms[forms[i]]};
			if (!is_in_row(&e->base->root_forms, pair.row, pair.id))
				*vec_push(&e->scratch, &added) = pair;
		}
	}
	e->made->root_forms = extend_postings(
		&e->base->root_forms, NULL, e->made->roots.count, &added, &e->made->arena);
}

/* In which of the new articles each form is. */
static void extend_holding(struct extending *e)
{
	struct additions added = {.count = 0};
	struct shelf_spans rows = {.count = 0};
	uint32_t id, count;

	for (uint32_t form = 0; form < e->more->forms.count; form++) {
		struct steps steps = steps_of(shelf_at(&e->more->words, form));
		while (steps_next(&steps, e->more->count, &id))
			*vec_push(&e->scratch, &added) =
				(struct addition){e->forms[form], e->base->count + id};
	}
	struct postings all =
		extend_postings(NULL, NULL, e->made->forms.count, &added, &e->scratch);
	for (uint32_t row = 0; row < all.patch->others.rows; row++) {
		const uint32_t *ids = postings_row(&all.patch->others, row, &count);
		struct buf buf;
		buf_init(&buf, &e->scratch);
		for (uint32_t i = 0, least = 0; i < count; least = ids[i++] + 1)
			varint_put(&buf, ids[i] - least);
		*vec_push(&e->scratch, &rows) = buf_span(&buf);
	}
	e->made->words = e->base->words;
	e->behind->words =
		extend_rows(&all.patch->rows, &rows, e->made->forms.count, &e->made->arena);
}

static void extend_tokens(struct extending *e)
{
	struct shelf_spans rows = {.count = 0};

	for (article_id id = 0; id < e->more->count; id++) {
		struct tokens tokens = epoch_tokens(e->more, id);
		uint32_t count = tokens.line_ends[tokens.line_count];
		uint32_t *forms = ARENA_ARRAY(&e->scratch, uint32_t, count);
		struct buf row;
		for (uint32_t i = 0; i < count; i++)
			forms[i] = e->forms[tokens.at[i]];
		tokens.at = forms;
		buf_init(&row, &e->scratch);
		tokens_pack(&row, &tokens);
		*vec_push(&e->scratch, &rows) = arena_span(&e->scratch, buf_span(&row));
	}
	struct shelf tokens = shelf_make(&rows, &e->scratch);
	e->made->tokens = shelf_extend(&e->base->tokens, &tokens, &e->made->arena);
}

/* --- terms ---------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

/* The terms of an article of more, as they are called now. */
static uint32_t terms_now(struct extending *e, article_id id, struct counted **terms)
{
	uint32_t count = epoch_terms(e->more, id, terms, &e->scratch);

	for (uint32_t i = 0; i < count; i++)
		(*terms)[i].number = e->terms[(*terms)[i].number];
	if (count > 1)
		qsort(*terms, count, sizeof **terms, by_number);
	return count;
}

/* In how many articles each stands, and what comes of it.  What was weighed already keeps its
 * weight. */
static void weigh_terms(struct extending *e)
{
	struct epoch *made = e->made;
	const struct epoch *base = e->base, *more = e->more;
	uint32_t before = base->terms.count, count = made->terms.count;
	struct arena *arena = &made->arena;

	made->term_articles =
		extend_wider(base->term_articles, before, count, sizeof(uint32_t), arena);
	made->backgrounds = extend_wider(base->backgrounds, before, count, sizeof(uint32_t), arena);
	made->single_weights =
		extend_wider(base->single_weights, before, count, sizeof(float), arena);
	for (uint32_t term = 0; term < more->terms.count; term++) {
		uint32_t now = e->terms[term];
		made->term_articles[now] += more->term_articles[term];
		made->backgrounds[now] = more->backgrounds[term];
		made->single_weights[now] =
			related_weight(1, 0, made->term_articles[now] + made->backgrounds[now],
				made->count + RELATED_BACKGROUND);
	}
}

/* Term → articles of more, and beside each how often. */
struct profiles {
	struct additions added; /* id: its place in counted */
	VEC(struct counted) counted;
};

static void put_profile(
	struct extending *e, article_id id, struct profiles *profiles, struct shelf_spans *rows)
{
	struct counted *terms;
	uint32_t count = terms_now(e, id, &terms), now = e->base->count + id;
	struct buf row;
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		float weight = epoch_term_weight(e->made, terms[i]);
		sum += (double)weight * (double)weight;
		if (e->made->term_articles[terms[i].number] < 2)
			continue;
		*vec_push(&e->scratch, &profiles->added) =
			(struct addition){terms[i].number, profiles->counted.count};
		*vec_push(&e->scratch, &profiles->counted) =
			(struct counted){now, terms[i].count, terms[i].in_title};
	}
	e->made->profile_scales[now] = sum > 0 ? (float)sqrt(sum) : 1;
	buf_init(&row, &e->scratch);
	counted_pack(&row, terms, count);
	*vec_push(&e->scratch, rows) = arena_span(&e->scratch, buf_span(&row));
}

/* Of each term the places in counted that belong to it follow each other in added, not there. */
static void extend_profiles(struct extending *e, const struct profiles *profiles)
{
	struct postings all =
		extend_postings(NULL, NULL, e->made->terms.count, &profiles->added, &e->scratch);
	struct counted *behind = ARENA_ARRAY(&e->scratch, struct counted, e->more->count);
	struct shelf_spans rows = {.count = 0};
	uint32_t count;

	for (uint32_t row = 0; row < all.patch->others.rows; row++) {
		const uint32_t *places = postings_row(&all.patch->others, row, &count);
		struct buf buf;
		for (uint32_t i = 0; i < count; i++)
			behind[i] = profiles->counted.at[places[i]];
		buf_init(&buf, &e->scratch);
		counted_pack(&buf, behind, count);
		*vec_push(&e->scratch, &rows) = buf_span(&buf);
	}
	e->made->profiles = e->base->profiles;
	e->behind->profiles =
		extend_rows(&all.patch->rows, &rows, e->made->terms.count, &e->made->arena);
}

static void extend_terms(struct extending *e)
{
	struct profiles profiles = {.counted = {.count = 0}};
	struct shelf_spans rows = {.count = 0};

	weigh_terms(e);
	e->made->profile_scales = extend_wider(e->base->profile_scales, e->base->count,
		e->made->count, sizeof(float), &e->made->arena);
	for (article_id id = 0; id < e->more->count; id++)
		put_profile(e, id, &profiles, &rows);
	struct shelf own = shelf_make(&rows, &e->scratch);
	e->made->article_terms = shelf_extend(&e->base->article_terms, &own, &e->made->arena);
	extend_profiles(e, &profiles);
}

void extend_words(struct extending *e)
{
	struct arena *arena = &e->made->arena;

	e->made->forms =
		extend_lexicon(&e->base->forms, &e->more->forms, &e->forms, arena, &e->scratch);
	e->made->roots =
		extend_lexicon(&e->base->roots, &e->more->roots, &e->roots, arena, &e->scratch);
	e->made->terms =
		extend_lexicon(&e->base->terms, &e->more->terms, &e->terms, arena, &e->scratch);
	extend_root_forms(e);
	extend_holding(e);
	extend_tokens(e);
	extend_terms(e);
}
