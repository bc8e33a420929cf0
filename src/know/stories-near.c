#include "know/stories-pair.h"

#define ASKED_TERMS 24u /* of an article: the heaviest */
#define ROW_MOST 128u   /* articles of a term that are met, the nearest in time first */
#define COSINE_LEAST 0.02f

/* A search for the articles before one. */
struct near {
	const struct story_index *index;
	float *cosines; /* of each place; 0 between searches */
	uint32_t *met;  /* the places that are not 0 */
	uint32_t met_count;
};

struct best {
	uint32_t place[STORY_NEAREST];
	float cosine[STORY_NEAREST];
	uint32_t count;
};

/* The least weight of the terms that are asked with. */
static float least_weight(const struct story_article *article)
{
	float best[ASKED_TERMS] = {0};

	for (uint32_t i = 0; i < article->term_count; i++) {
		float weight = article->terms[i].weight;
		uint32_t place = ASKED_TERMS;
		while (place > 0 && best[place - 1] < weight) {
			if (place < ASKED_TERMS)
				best[place] = best[place - 1];
			place--;
		}
		if (place < ASKED_TERMS)
			best[place] = weight;
	}
	return best[ASKED_TERMS - 1];
}

static void meet(struct near *near, const struct story_term *term, uint32_t from, uint32_t to)
{
	const struct story_index *index = near->index;
	size_t first = index->starts[term->term], low = first, high = index->starts[term->term + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (index->at[middle] < to)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t met = 0; low > first && met < ROW_MOST; met++) {
		uint32_t place = index->at[--low];
		if (place < from)
			break;
		float more = term->weight * index->weights[low];
		if (more <= 0) /* it would look as if it had not been met */
			continue;
		if (near->cosines[place] == 0)
			near->met[near->met_count++] = place;
		near->cosines[place] += more;
	}
}

static void keep(struct best *best, uint32_t place, float cosine)
{
	uint32_t at = best->count;

	while (at > 0 && (best->cosine[at - 1] < cosine ||
				 (best->cosine[at - 1] == cosine && best->place[at - 1] < place)))
		at--;
	if (at == STORY_NEAREST)
		return;
	if (best->count < STORY_NEAREST)
		best->count++;
	for (uint32_t i = best->count - 1; i > at; i--) {
		best->place[i] = best->place[i - 1];
		best->cosine[i] = best->cosine[i - 1];
	}
	best->place[at] = place;
	best->cosine[at] = cosine;
}

static void find(struct near *near, uint32_t place, struct best *best)
{
	const struct story_index *index = near->index;
	const struct story_article *article = &index->archive->articles[index->articles[place]];
	float least = least_weight(article);
	uint32_t from = 0;

	if (article->day != DAY_NONE)
		from = story_index_place(index, article->day - STORY_DAYS);
	near->met_count = 0;
	for (uint32_t i = 0; i < article->term_count; i++)
		if (article->terms[i].weight > 0 && article->terms[i].weight >= least)
			meet(near, &article->terms[i], from, place);
	best->count = 0;
	for (uint32_t i = 0; i < near->met_count; i++) {
		uint32_t other = near->met[i];
		if (near->cosines[other] >= COSINE_LEAST)
			keep(best, other, near->cosines[other]);
		near->cosines[other] = 0;
	}
}

void story_candidates(
	const struct story_index *index, struct story_pairs *pairs, struct arena *arena)
{
	uint32_t count = index->archive->count;
	struct near near = {.index = index};
	struct arena scratch;
	struct best best;

	arena_init(&scratch);
	near.cosines = ARENA_ARRAY(&scratch, float, count);
	near.met = ARENA_ARRAY(&scratch, uint32_t, count);
	for (uint32_t place = 0; place < count; place++) {
		find(&near, place, &best);
		for (uint32_t i = 0; i < best.count; i++) {
			uint32_t a = index->articles[place], b = index->articles[best.place[i]];
			*vec_push(arena, pairs) =
				(struct story_pair){a < b ? a : b, a < b ? b : a, 0};
		}
	}
	arena_clear(&scratch);
}
