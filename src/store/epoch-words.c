#include "store/epoch-steps.h"

#include <math.h>

/* --- laid down ---------------------------------------------------------------------------- */

static void count_words(struct epoch *epoch)
{
	epoch->line_starts = ARENA_ARRAY(&epoch->arena, uint64_t, (size_t)epoch->count + 1);
	epoch->token_starts = ARENA_ARRAY(&epoch->arena, uint64_t, (size_t)epoch->count + 1);
	epoch->term_starts = ARENA_ARRAY(&epoch->arena, uint64_t, (size_t)epoch->count + 1);
	for (article_id id = 0; id < epoch->count; id++) {
		const struct segment *segment = epoch->raw->segments[id];
		uint32_t lines = segment->article->line_count;
		epoch->line_starts[id + 1] = epoch->line_starts[id] + lines;
		epoch->token_starts[id + 1] = epoch->token_starts[id] + segment->line_ends[lines];
		epoch->term_starts[id + 1] =
			epoch->term_starts[id] + segment->evidence->terms.count;
	}
}

/* The lead that stands for a title is a stretch of a line; any other title has its own. */
static void lay_title(struct epoch *epoch, article_id id)
{
	const struct segment *segment = epoch->raw->segments[id];
	uint32_t *title = &epoch->title_tokens[2 * (size_t)id], from, to;

	for (uint32_t line = 0; line <= segment->article->line_count; line++) {
		segment_title(segment, line, &from, &to);
		if (from == to)
			continue;
		title[0] = from;
		title[1] = to;
		return;
	}
}

static void copy(void *to, const void *from, size_t count, size_t each)
{
	if (count)
		memcpy(to, from, count * each);
}

void epoch_lay_words(struct epoch *epoch)
{
	uint32_t count = epoch->count;

	count_words(epoch);
	uint64_t lines = epoch->line_starts[count];
	epoch->kinds = ARENA_ARRAY(&epoch->arena, uint8_t, lines);
	epoch->line_ends = ARENA_ARRAY(&epoch->arena, uint32_t, lines + count);
	epoch->tokens = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->token_starts[count]);
	epoch->title_tokens = ARENA_ARRAY(&epoch->arena, uint32_t, 2 * (size_t)count);
	epoch->article_terms = ARENA_ARRAY(&epoch->arena, struct term, epoch->term_starts[count]);
	for (article_id id = 0; id < count; id++) {
		const struct segment *segment = epoch->raw->segments[id];
		const struct terms *terms = &segment->evidence->terms;
		uint32_t own = segment->article->line_count;
		uint64_t first = epoch->line_starts[id];
		copy(epoch->kinds + first, epoch->raw->facts[id].kinds, own, 1);
		copy(epoch->line_ends + first + id, segment->line_ends, (size_t)own + 1,
			sizeof *segment->line_ends);
		copy(epoch->tokens + epoch->token_starts[id], segment->tokens,
			segment->line_ends[own], sizeof *segment->tokens);
		copy(epoch->article_terms + epoch->term_starts[id], terms->at, terms->count,
			sizeof *terms->at);
		lay_title(epoch, id);
	}
}

/* --- asked ---------------------------------------------------------------------------------- */

static bool are_in_order(const uint32_t *ends, uint32_t count, uint64_t most)
{
	for (uint32_t i = 1; i < count; i++)
		if (ends[i] < ends[i - 1])
			return false;
	return ends[count - 1] <= most;
}

struct tokens epoch_tokens(const struct epoch *epoch, article_id id)
{
	static const uint32_t none = 0;
	const uint64_t *lines = epoch->line_starts + id, *tokens = epoch->token_starts + id;
	struct tokens found = {.at = epoch->tokens + tokens[0],
		.line_ends = epoch->line_ends + lines[0] + id,
		.kinds = epoch->kinds + lines[0],
		.line_count = (uint32_t)(lines[1] - lines[0]),
		.title_from = epoch->title_tokens[2 * (size_t)id],
		.title_to = epoch->title_tokens[2 * (size_t)id + 1]};

	if (lines[0] <= lines[1] && lines[1] <= epoch->line_starts[epoch->count] &&
		tokens[0] <= tokens[1] && tokens[1] <= epoch->token_starts[epoch->count] &&
		are_in_order(found.line_ends, found.line_count + 1, tokens[1] - tokens[0]))
		return found;
	return (struct tokens){.at = epoch->tokens, .line_ends = &none, .kinds = epoch->kinds};
}

const struct term *epoch_terms(const struct epoch *epoch, article_id id, uint32_t *count)
{
	uint64_t start = epoch->term_starts[id], end = epoch->term_starts[id + 1];
	bool fits = start <= end && end <= epoch->term_starts[epoch->count];

	*count = fits ? (uint32_t)(end - start) : 0;
	return epoch->article_terms + (fits ? start : 0);
}

/* The tokens of a line [*from, *to); none when it is furniture after all. */
static bool line_tokens(const struct tokens *tokens, uint32_t line, uint32_t *from, uint32_t *to)
{
	*from = line ? tokens->line_ends[line - 1] : 0;
	*to = tokens->line_ends[line];
	return line == tokens->line_count || line_is_body((enum line_kind)tokens->kinds[line]);
}

/* --- which articles have a word ------------------------------------------------------------- */

/* A walk over the words of one article that count: each form once. */
struct walk {
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
		if (!line_tokens(&tokens, line, &from, &to))
			continue;
		walk->words += line < tokens.line_count ? to - from : 0;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = tokens.at[i];
			if (walk->seen[form] == walk->stamp)
				continue;
			walk->seen[form] = walk->stamp;
			if (counting)
				postings_count(&epoch->words, form);
			else
				postings_put(&epoch->words, form, id);
		}
	}
}

uint32_t epoch_body_words(const struct epoch *epoch, article_id id, const uint32_t *hashes,
	uint32_t **words, struct arena *arena)
{
	struct tokens tokens = epoch_tokens(epoch, id);
	uint32_t from, to, count = 0;

	*words = ARENA_ARRAY(
		arena, uint32_t, tokens.line_count ? tokens.line_ends[tokens.line_count - 1] : 0);
	for (uint32_t line = 0; line < tokens.line_count; line++) {
		if (!line_tokens(&tokens, line, &from, &to))
			continue;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = tokens.at[i];
			(*words)[count++] = hashes ? hashes[form] : form;
		}
	}
	return count;
}

void epoch_index_words(struct epoch *epoch)
{
	struct arena scratch;
	struct walk walk = {0};

	arena_init(&scratch);
	walk.seen = ARENA_ARRAY(&scratch, uint32_t, epoch->forms.count);
	epoch->word_counts = ARENA_ARRAY(&epoch->arena, uint32_t, epoch->count);
	postings_init(&epoch->words, epoch->forms.count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		walk_forms(epoch, id, &walk, true);
		epoch->word_counts[id] = walk.words;
	}
	postings_settle(&epoch->words, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		walk_forms(epoch, id, &walk, false);
	arena_clear(&scratch);
}

/* --- which articles have a term, and how it weighs there ------------------------------------- */

float epoch_term_weight(const struct epoch *epoch, const struct term *term)
{
	uint32_t number = term->stem;

	if (term->count == 1 && term->in_title == 0)
		return epoch->single_weights[number];
	return related_weight(term->count, term->in_title,
		epoch->term_articles[number] + epoch->backgrounds[number],
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

/* weights: room for those of any article. */
static void put_profile(struct epoch *epoch, article_id id, float *weights)
{
	uint32_t count;
	const struct term *terms = epoch_terms(epoch, id, &count);
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		weights[i] = epoch_term_weight(epoch, &terms[i]);
		sum += (double)weights[i] * (double)weights[i];
	}
	float length = sum > 0 ? (float)sqrt(sum) : 1;
	epoch->profile_scales[id] = length;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t term = terms[i].stem;
		if (epoch->term_articles[term] < 2)
			continue;
		size_t place = postings_put(&epoch->profiles, term, id);
		epoch->profile_weights[place] = weights[i] / length;
	}
}

/* In how many articles each term stands; the most terms that one article has. */
static uint32_t count_terms(struct epoch *epoch)
{
	uint32_t most = 0, count;

	for (article_id id = 0; id < epoch->count; id++) {
		const struct term *terms = epoch_terms(epoch, id, &count);
		most = count > most ? count : most;
		for (uint32_t i = 0; i < count; i++)
			epoch->term_articles[terms[i].stem]++;
	}
	return most;
}

void epoch_index_terms(struct epoch *epoch)
{
	uint32_t count = epoch->terms.count;
	struct arena scratch;

	arena_init(&scratch);
	epoch->term_articles = ARENA_ARRAY(&epoch->arena, uint32_t, count);
	epoch->profile_scales = ARENA_ARRAY(&epoch->arena, float, epoch->count);
	float *weights = ARENA_ARRAY(&scratch, float, count_terms(epoch));
	weigh_single_terms(epoch);
	postings_init(&epoch->profiles, count, &epoch->arena);
	for (uint32_t term = 0; term < count; term++) /* a term of one article relates to none */
		if (epoch->term_articles[term] > 1)
			epoch->profiles.starts[term + 2] = epoch->term_articles[term];
	postings_settle(&epoch->profiles, &epoch->arena);
	epoch->profile_weights =
		ARENA_ARRAY(&epoch->arena, float, epoch->profiles.starts[(size_t)count + 1]);
	for (article_id id = 0; id < epoch->count; id++)
		put_profile(epoch, id, weights);
	arena_clear(&scratch);
}
