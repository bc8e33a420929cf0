#include "store/epoch-steps.h"

#include "base/sort.h"
#include "base/varint.h"
#include "store/epoch-tokens.h"
#include "store/rows.h"

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
	struct rows rows;
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
				rows_count(&walk->rows, form, id);
			else
				rows_put(&walk->rows, form, id);
		}
	}
}

void epoch_index_words(struct epoch *epoch)
{
	struct arena scratch;
	struct walk walk = {.stamp = 0};

	arena_init(&scratch);
	walk.seen = ARENA_ARRAY(&scratch, uint32_t, epoch->forms.count);
	epoch->word_counts = ARENA_ARRAY(&epoch->beside, uint32_t, epoch->count);
	rows_init(&walk.rows, epoch->forms.count, &scratch);
	for (article_id id = 0; id < epoch->count; id++) {
		walk_forms(epoch, id, &walk, true);
		epoch->word_counts[id] = walk.words;
	}
	rows_settle(&walk.rows, &epoch->beside);
	for (article_id id = 0; id < epoch->count; id++)
		walk_forms(epoch, id, &walk, false);
	epoch->words = walk.rows.shelf;
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

/* A term of one article relates to none. */
static void walk_profile(struct epoch *epoch, article_id id, struct rows *rows,
	void (*each)(struct rows *, uint32_t row, struct counted))
{
	uint32_t count;
	const struct term *terms = epoch_raw_terms(epoch, id, &count);

	for (uint32_t i = 0; i < count; i++)
		if (epoch->term_articles[terms[i].stem] > 1)
			each(rows, terms[i].stem, counted_of(id, &terms[i]));
}

static float profile_scale(struct epoch *epoch, article_id id)
{
	uint32_t count;
	const struct term *terms = epoch_raw_terms(epoch, id, &count);
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		float weight = epoch_term_weight(epoch, counted_of(terms[i].stem, &terms[i]));
		sum += (double)weight * (double)weight;
	}
	return sum > 0 ? (float)sqrt(sum) : 1;
}

void epoch_index_terms(struct epoch *epoch)
{
	struct arena scratch;
	struct rows rows;

	arena_init(&scratch);
	epoch->term_articles = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->terms.count);
	epoch->profile_scales = ARENA_ARRAY(&epoch->arena, float, epoch->count);
	count_terms(epoch);
	weigh_single_terms(epoch);
	rows_init(&rows, epoch->terms.count, &scratch);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->profile_scales[id] = profile_scale(epoch, id);
		walk_profile(epoch, id, &rows, rows_count_counted);
	}
	rows_settle(&rows, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		walk_profile(epoch, id, &rows, rows_put_counted);
	epoch->profiles = rows.shelf;
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

static size_t tokens_packed_len(const struct tokens *tokens)
{
	size_t len = varint_len(tokens->title_from) + varint_len(tokens->title_to);

	for (uint32_t line = 0, from = 0; line <= tokens->line_count; line++) {
		len += varint_len(tokens->line_ends[line] - from);
		from = tokens->line_ends[line];
	}
	for (uint32_t i = 0; i < tokens->line_ends[tokens->line_count]; i++)
		len += varint_len(tokens->at[i]);
	return len;
}

/* The greatest part of an epoch, and there is most in memory when it is made: it goes straight to
 * its shelf. */
static void pack_tokens(struct epoch *epoch)
{
	struct shelf shelf = {.count = epoch->count};
	struct arena scratch;
	struct buf row;

	shelf.starts = ARENA_ARRAY(&epoch->beside, uint64_t, (size_t)epoch->count + 1);
	for (article_id id = 0; id < epoch->count; id++) {
		struct tokens tokens = epoch_tokens(epoch, id);
		shelf.starts[id + 1] = shelf.starts[id] + tokens_packed_len(&tokens);
	}
	shelf.len = shelf.starts[epoch->count];
	shelf.bytes = arena_alloc(&epoch->beside, shelf.len);
	arena_init(&scratch);
	buf_init(&row, &scratch);
	for (article_id id = 0; id < epoch->count; id++) {
		struct tokens tokens = epoch_tokens(epoch, id);
		tokens_pack(&row, &tokens);
		memcpy(shelf.bytes + shelf.starts[id], row.at, row.len);
		buf_reset(&row);
	}
	arena_clear(&scratch);
	epoch->tokens = shelf;
}

/* The terms of an article as counted_pack takes them.  A term is one number while they are sorted:
 * the term itself above how often it stands. */
static struct counted *sorted_terms(const struct term *terms, uint32_t count, struct arena *arena)
{
	struct counted *row = ARENA_ARRAY(arena, struct counted, count);
	uint64_t *longs = ARENA_ARRAY(arena, uint64_t, count);

	for (uint32_t i = 0; i < count; i++) {
		struct counted one = counted_of(terms[i].stem, &terms[i]);
		longs[i] = (uint64_t)one.number << 32 | (uint64_t)one.count << 8 | one.in_title;
	}
	sort_high(longs, count);
	for (uint32_t i = 0; i < count; i++)
		row[i] = (struct counted){
			(uint32_t)(longs[i] >> 32), (uint16_t)(longs[i] >> 8), (uint8_t)longs[i]};
	return row;
}

static void pack_terms(struct epoch *epoch)
{
	struct packing p;
	struct arena own;
	uint32_t count;

	packing_begin(&p);
	arena_init(&own);
	for (article_id id = 0; id < epoch->count; id++) {
		const struct term *terms = epoch_raw_terms(epoch, id, &count);
		counted_pack(&p.row, sorted_terms(terms, count, &own), count);
		end_row(&p);
		arena_reuse(&own);
	}
	arena_clear(&own);
	epoch->article_terms = packing_end(&p, &epoch->beside);
}

void epoch_pack_words(struct epoch *epoch)
{
	pack_tokens(epoch);
	pack_terms(epoch);
}
