#include "store/epoch-steps.h"

#include "base/varint.h"
#include "store/epoch-tokens.h"

#include <math.h>
#include <stdlib.h>

/* Rows of bytes on their way to a shelf. */
struct packing {
	struct arena scratch;
	struct buf row;
	struct shelf_spans rows;
};

static void packing_begin(struct packing *p)
{
	*p = (struct packing){.rows = {.count = 0}};
	arena_init(&p->scratch);
	buf_init(&p->row, &p->scratch);
}

/* What is in the row becomes one. */
static void end_row(struct packing *p)
{
	*vec_push(&p->scratch, &p->rows) = arena_span(&p->scratch, buf_span(&p->row));
	buf_reset(&p->row);
}

static struct shelf packing_end(struct packing *p, struct arena *arena)
{
	struct shelf shelf = shelf_make(&p->rows, arena);

	arena_clear(&p->scratch);
	return shelf;
}

/* --- which articles have a word ------------------------------------------------------------- */

/* A walk over the words of one article that count: each form once. */
struct walk {
	struct postings postings;
	uint32_t *seen; /* of each form: the last walk that met it */
	uint32_t stamp;
	uint32_t words; /* met, forms again and again */
};

static void walk_forms(struct epoch *epoch, article_id id, struct walk *walk, bool counting)
{
	struct tokens tokens = epoch_tokens(epoch, id);
	uint32_t from, to;

	walk->stamp++;
	walk->words = 0;
	for (uint32_t line = 0; line <= tokens.line_count; line++) {
		if (!tokens_of_line(&tokens, line, &from, &to))
			continue;
		walk->words += line < tokens.line_count ? to - from : 0;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = tokens.at[i];
			if (walk->seen[form] == walk->stamp)
				continue;
			walk->seen[form] = walk->stamp;
			if (counting)
				postings_count(&walk->postings, form);
			else
				postings_put(&walk->postings, form, id);
		}
	}
}

static struct shelf pack_steps(const struct postings *postings, struct arena *arena)
{
	struct packing p;
	uint32_t count;

	packing_begin(&p);
	for (uint32_t row = 0; row < postings->rows; row++) {
		const uint32_t *ids = postings_row(postings, row, &count);
		for (uint32_t i = 0, least = 0; i < count; least = ids[i++] + 1)
			varint_put(&p.row, ids[i] - least);
		end_row(&p);
	}
	return packing_end(&p, arena);
}

void epoch_index_words(struct epoch *epoch)
{
	struct arena scratch;
	struct walk walk = {.stamp = 0};

	arena_init(&scratch);
	walk.seen = ARENA_ARRAY(&scratch, uint32_t, epoch->forms.count);
	epoch->word_counts = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	postings_init(&walk.postings, epoch->forms.count, &scratch);
	for (article_id id = 0; id < epoch->count; id++) {
		walk_forms(epoch, id, &walk, true);
		epoch->word_counts[id] = walk.words;
	}
	postings_settle(&walk.postings, &scratch);
	for (article_id id = 0; id < epoch->count; id++)
		walk_forms(epoch, id, &walk, false);
	epoch->words = pack_steps(&walk.postings, &epoch->arena);
	arena_clear(&scratch);
}

/* --- which articles have a term, and how it weighs there ------------------------------------- */

float epoch_term_weight(const struct epoch *epoch, struct counted term)
{
	if (term.count == 1 && term.in_title == 0)
		return epoch->single_weights[term.number];
	return related_weight(term.count, term.in_title,
		epoch->term_articles[term.number] + epoch->backgrounds[term.number],
		epoch->count + RELATED_BACKGROUND);
}

/* Most terms stand once in an article: their weights are worked out once. */
static void weigh_single_terms(struct epoch *epoch)
{
	epoch->single_weights = ARENA_ARRAY(&epoch->arena, float, epoch->terms.count);
	for (uint32_t term = 0; term < epoch->terms.count; term++)
		epoch->single_weights[term] =
			related_weight(1, 0, epoch->term_articles[term] + epoch->backgrounds[term],
				epoch->count + RELATED_BACKGROUND);
}

static struct counted counted_of(uint32_t number, const struct term *term)
{
	return (struct counted){number, term->count, term->in_title};
}

/* Term → articles, and beside each how often. */
struct profiles {
	struct postings postings;
	struct counted *beside; /* number: of the article */
};

static void put_profile(struct epoch *epoch, article_id id, struct profiles *profiles)
{
	uint32_t count;
	const struct term *terms = epoch_raw_terms(epoch, id, &count);
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		float weight = epoch_term_weight(epoch, counted_of(terms[i].stem, &terms[i]));
		sum += (double)weight * (double)weight;
		if (epoch->term_articles[terms[i].stem] < 2)
			continue; /* a term of one article relates to none */
		size_t place = postings_put(&profiles->postings, terms[i].stem, id);
		profiles->beside[place] = counted_of(id, &terms[i]);
	}
	epoch->profile_scales[id] = sum > 0 ? (float)sqrt(sum) : 1;
}

/* In how many articles each term stands. */
static void count_terms(struct epoch *epoch)
{
	uint32_t count;

	for (article_id id = 0; id < epoch->count; id++) {
		const struct term *terms = epoch_raw_terms(epoch, id, &count);
		for (uint32_t i = 0; i < count; i++)
			epoch->term_articles[terms[i].stem]++;
	}
}

static struct shelf pack_profiles(const struct profiles *profiles, struct arena *arena)
{
	const struct postings *postings = &profiles->postings;
	struct packing p;
	uint32_t count;

	packing_begin(&p);
	for (uint32_t row = 0; row < postings->rows; row++) {
		postings_row(postings, row, &count);
		counted_pack(&p.row, profiles->beside + postings->starts[row], count);
		end_row(&p);
	}
	return packing_end(&p, arena);
}

void epoch_index_terms(struct epoch *epoch)
{
	uint32_t count = epoch->terms.count;
	struct profiles profiles;
	struct arena scratch;

	arena_init(&scratch);
	epoch->term_articles = ARENA_ARRAY(&epoch->arena, uint32_t, count);
	epoch->profile_scales = ARENA_ARRAY(&epoch->arena, float, epoch->count);
	count_terms(epoch);
	weigh_single_terms(epoch);
	postings_init(&profiles.postings, count, &scratch);
	for (uint32_t term = 0; term < count; term++)
		if (epoch->term_articles[term] > 1)
			profiles.postings.starts[term + 2] = epoch->term_articles[term];
	postings_settle(&profiles.postings, &scratch);
	profiles.beside = ARENA_ARRAY(&scratch, struct counted, profiles.postings.count);
	for (article_id id = 0; id < epoch->count; id++)
		put_profile(epoch, id, &profiles);
	epoch->profiles = pack_profiles(&profiles, &epoch->arena);
	arena_clear(&scratch);
}

/* --- what an article has -------------------------------------------------------------------- */

void tokens_pack(struct buf *buf, const struct tokens *tokens)
{
	varint_put(buf, tokens->title_from);
	varint_put(buf, tokens->title_to);
	for (uint32_t line = 0, from = 0; line <= tokens->line_count; line++) {
		varint_put(buf, tokens->line_ends[line] - from);
		from = tokens->line_ends[line];
	}
	for (uint32_t i = 0; i < tokens->line_ends[tokens->line_count]; i++)
		varint_put(buf, tokens->at[i]);
}

static void pack_tokens(struct epoch *epoch)
{
	struct packing p;

	packing_begin(&p);
	for (article_id id = 0; id < epoch->count; id++) {
		struct tokens tokens = epoch_tokens(epoch, id);
		tokens_pack(&p.row, &tokens);
		end_row(&p);
	}
	epoch->tokens = packing_end(&p, &epoch->arena);
}

static int by_number(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

static void pack_terms(struct epoch *epoch)
{
	struct packing p;
	uint32_t count;

	packing_begin(&p);
	for (article_id id = 0; id < epoch->count; id++) {
		const struct term *terms = epoch_raw_terms(epoch, id, &count);
		struct arena own;
		arena_init(&own);
		struct counted *row = ARENA_ARRAY(&own, struct counted, count);
		for (uint32_t i = 0; i < count; i++)
			row[i] = counted_of(terms[i].stem, &terms[i]);
		if (count > 1)
			qsort(row, count, sizeof *row, by_number);
		counted_pack(&p.row, row, count);
		end_row(&p);
		arena_clear(&own);
	}
	epoch->article_terms = packing_end(&p, &epoch->arena);
}

void epoch_pack_words(struct epoch *epoch)
{
	pack_tokens(epoch);
	pack_terms(epoch);
}
