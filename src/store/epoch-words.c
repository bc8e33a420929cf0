#include "store/epoch-parts.h"

#include <math.h>

/* A walk over the words of one article that count: each form once. */
struct walk {
	uint32_t *seen; /* of each form: the last walk that met it */
	uint32_t stamp;
	uint32_t words; /* met, forms again and again */
};

/* The tokens of a line [*from, *to); none when it is furniture after all. */
static bool line_tokens(const struct segment *segment, const struct facts *facts, uint32_t line,
	uint32_t *from, uint32_t *to)
{
	*from = line ? segment->line_ends[line - 1] : 0;
	*to = segment->line_ends[line];
	if (line == segment->article->line_count)
		return true;
	return line_is_body((enum line_kind)facts->kinds[line]);
}

static void walk_forms(struct epoch *epoch, article_id id, struct walk *walk, bool counting)
{
	const struct segment *segment = epoch->segments[id];
	uint32_t lines = segment->article->line_count, from, to;

	walk->stamp++;
	walk->words = 0;
	for (uint32_t line = 0; line <= lines; line++) {
		if (!line_tokens(segment, &epoch->facts[id], line, &from, &to))
			continue;
		walk->words += line < lines ? to - from : 0;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = segment->tokens[i];
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
	const struct segment *segment = epoch->segments[id];
	uint32_t lines = segment->article->line_count, from, to, count = 0;

	*words = ARENA_ARRAY(arena, uint32_t, lines ? segment->line_ends[lines - 1] : 0);
	for (uint32_t line = 0; line < lines; line++) {
		if (!line_tokens(segment, &epoch->facts[id], line, &from, &to))
			continue;
		for (uint32_t i = from; i < to; i++) {
			uint32_t form = segment->tokens[i];
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
	postings_init(&epoch->words, epoch->forms.count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		walk_forms(epoch, id, &walk, true);
		epoch->facts[id].word_count = walk.words;
	}
	postings_settle(&epoch->words, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		walk_forms(epoch, id, &walk, false);
	arena_clear(&scratch);
}

float epoch_term_weight(const struct epoch *epoch, const struct segment *segment, uint32_t index)
{
	const struct term *term = &segment->evidence->terms.at[index];
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
	const struct segment *segment = epoch->segments[id];
	uint32_t count = segment->evidence->terms.count;
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		weights[i] = epoch_term_weight(epoch, segment, i);
		sum += (double)weights[i] * (double)weights[i];
	}
	float length = sum > 0 ? (float)sqrt(sum) : 1;
	epoch->profile_scales[id] = length;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t term = segment->evidence->terms.at[i].stem;
		if (epoch->term_articles[term] < 2)
			continue;
		size_t place = postings_put(&epoch->profiles, term, id);
		epoch->profile_weights[place] = weights[i] / length;
	}
}

/* In how many articles each term stands; the most terms that one article has. */
static uint32_t count_terms(struct epoch *epoch)
{
	uint32_t most = 0;

	for (article_id id = 0; id < epoch->count; id++) {
		const struct terms *terms = &epoch->segments[id]->evidence->terms;
		most = terms->count > most ? terms->count : most;
		for (uint32_t i = 0; i < terms->count; i++)
			epoch->term_articles[terms->at[i].stem]++;
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
