#include "store/bits.h"
#include "store/epoch-steps.h"
#include "store/epoch-tokens.h"
#include "store/epoch-walk.h"

#include "text/word.h"

#include <stdlib.h>

struct dated {
	int32_t day;
	enum day_precision precision;
	int minute;
	article_id id;
};

/* The latest first.  DAY_NONE is the least of days, so the undated come last. */
static int by_date(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->day != y->day)
		return x->day > y->day ? -1 : 1;
	if (x->precision != y->precision)
		return x->precision > y->precision ? -1 : 1;
	if (x->minute != y->minute)
		return x->minute > y->minute ? -1 : 1;
	return x->id < y->id ? -1 : 1;
}

/* What is short and asked of many. */
static void lay_columns(struct epoch *epoch)
{
	uint32_t count = epoch->count;

	epoch->days = ARENA_ARRAY(&epoch->arena, int32_t, count);
	epoch->precisions = ARENA_ARRAY(&epoch->arena, uint8_t, count);
	epoch->languages_of = ARENA_ARRAY(&epoch->arena, uint8_t, count);
	epoch->title_origins = ARENA_ARRAY(&epoch->arena, uint8_t, count);
	epoch->digests = ARENA_ARRAY(&epoch->arena, struct digest, count);
	for (article_id id = 0; id < count; id++) {
		const struct published *published = &epoch->raw->facts[id].published;
		const struct article *article = epoch->raw->segments[id]->article;
		epoch->days[id] = published->day;
		epoch->precisions[id] = (uint8_t)published->precision;
		epoch->languages_of[id] = (uint8_t)article->language;
		epoch->title_origins[id] = (uint8_t)article->title_from;
		epoch->digests[id] = article->digest;
	}
}

void epoch_sort(struct epoch *epoch)
{
	struct arena scratch;

	arena_init(&scratch);
	struct dated *rows = ARENA_ARRAY(&scratch, struct dated, epoch->count);
	for (article_id id = 0; id < epoch->count; id++) {
		const struct published *published = &epoch->raw->facts[id].published;
		rows[id] =
			(struct dated){published->day, published->precision, published->minute, id};
	}
	if (epoch->count > 1)
		qsort(rows, epoch->count, sizeof *rows, by_date);
	epoch->by_date = ARENA_ARRAY(&epoch->arena, article_id, epoch->count);
	epoch->places = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	for (uint32_t place = 0; place < epoch->count; place++) {
		epoch->by_date[place] = rows[place].id;
		epoch->places[rows[place].id] = place;
	}
	arena_clear(&scratch);
	lay_columns(epoch);
}

bool epoch_is_final(const struct epoch *epoch)
{
	return epoch->is_final;
}

uint32_t epoch_count(const struct epoch *epoch)
{
	return epoch->count;
}

uint32_t epoch_here(const struct epoch *epoch)
{
	return epoch->count - epoch->gone_count;
}

bool epoch_is_here(const struct epoch *epoch, article_id id)
{
	return id < epoch->count && !(epoch->gone && bits_has(epoch->gone, id));
}

const article_id *epoch_by_date(const struct epoch *epoch)
{
	return epoch->by_date;
}

uint32_t epoch_actor_count(const struct epoch *epoch)
{
	return epoch->actor_count;
}

/* A number that an article has; false when it is none, or too great. */
static bool read_number(struct span spec, uint32_t count, article_id *id)
{
	uint64_t number = 0;

	if (spec.len == 0 || spec.len > 10)
		return false;
	for (size_t i = 0; i < spec.len; i++) {
		if (spec.at[i] < '0' || spec.at[i] > '9')
			return false;
		number = number * 10 + (uint64_t)(spec.at[i] - '0');
	}
	if (number >= count)
		return false;
	*id = (article_id)number;
	return true;
}

/* How well a path fits: 3 as a whole, 2 as its last part, 1 somewhere, 0 not at all. */
static int path_fit(struct span path, struct span spec)
{
	if (span_equal(path, spec))
		return 3;
	if (span_ends(path, spec) && path.at[path.len - spec.len - 1] == '/')
		return 2;
	return span_find(path, spec, 0) < path.len;
}

uint32_t epoch_article_find(const struct epoch *epoch, struct span spec, article_id *id)
{
	uint32_t found = 0;
	int best = 1;

	if (spec.len == 0)
		return 0;
	if (read_number(spec, epoch->count, id))
		return epoch_is_here(epoch, *id);
	for (article_id i = 0; i < epoch->count; i++) {
		int fit = path_fit(span_of(shelf_string(&epoch->paths, i)), spec);
		if (fit < best || !epoch_is_here(epoch, i))
			continue;
		if (fit > best)
			found = 0;
		best = fit;
		if (found++ == 0)
			*id = i;
	}
	return found < 2 ? found : 2;
}

const struct problem *epoch_problems(
	const struct epoch *epoch, uint32_t *count, uint32_t *passed_over)
{
	*count = epoch->problem_count;
	*passed_over = epoch->passed_over;
	return epoch->problems;
}

/* The first word of a line whose form is one of those. */
static struct span word_with_form(const struct article *article, const struct tokens *tokens,
	uint32_t line, const uint32_t *forms, uint32_t form_count)
{
	struct span text = segment_words(article, line);
	struct words it = words_of(text);
	struct word word;
	uint32_t token = line ? tokens->line_ends[line - 1] : 0;

	for (; token < tokens->line_ends[line] && words_next(&it, &word); token++)
		for (uint32_t i = 0; i < form_count; i++)
			if (tokens->at[token] == forms[i])
				return span_cut(text, word.start, word.end);
	return SPAN("");
}

struct span epoch_term_word(const struct epoch *epoch, article_id id, uint32_t term)
{
	const struct article *article = epoch_article(epoch, id);
	struct tokens tokens = epoch_tokens(epoch, id);
	struct span stem = view_text(&epoch->terms, term), word = SPAN("");
	struct arena scratch;
	uint32_t count;

	arena_init(&scratch);
	uint32_t root = view_find(&epoch->roots, root_key(article->language, stem, &scratch));
	arena_clear(&scratch);
	if (root == LEXICON_NONE)
		return stem;
	const uint32_t *forms = postings_row(&epoch->root_forms, root, &count);
	for (uint32_t line = 0; line <= tokens.line_count && word.len == 0; line++)
		word = word_with_form(article, &tokens, line, forms, count);
	return word.len ? word : stem;
}
