#include "know/stories-index.h"

#include <math.h>
#include <stdlib.h>

struct dated {
	int32_t day;
	uint32_t article;
};

static int by_day(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->article < y->article ? -1 : x->article > y->article;
}

static void order(struct story_index *index, struct arena *arena)
{
	uint32_t count = index->archive->count;
	struct arena scratch;

	arena_init(&scratch);
	struct dated *rows = ARENA_ARRAY(&scratch, struct dated, count);
	for (uint32_t i = 0; i < count; i++) {
		int32_t day = index->archive->articles[i].day;
		rows[i] = (struct dated){day == DAY_NONE ? INT32_MAX : day, i};
	}
	qsort(rows, count, sizeof *rows, by_day);
	index->articles = ARENA_ARRAY(arena, uint32_t, count);
	index->places = ARENA_ARRAY(arena, uint32_t, count);
	index->days = ARENA_ARRAY(arena, int32_t, count);
	for (uint32_t place = 0; place < count; place++) {
		index->articles[place] = rows[place].article;
		index->places[rows[place].article] = place;
		index->days[place] = rows[place].day;
	}
	arena_clear(&scratch);
}

static void put_terms(struct story_index *index, struct arena *arena)
{
	const struct story_archive *archive = index->archive;
	size_t sum = 0;

	/* Counted two rows ahead, so that putting moves each start to where it belongs. */
	index->starts = ARENA_ARRAY(arena, size_t, (size_t)archive->term_count + 2);
	for (uint32_t i = 0; i < archive->count; i++)
		for (uint32_t k = 0; k < archive->articles[i].term_count; k++)
			index->starts[archive->articles[i].terms[k].term + 2]++;
	for (uint32_t term = 0; term < archive->term_count; term++) {
		size_t count = index->starts[term + 2];
		index->starts[term + 1] = sum;
		sum += count;
	}
	index->starts[archive->term_count + 1] = sum; /* it was the last one's count */
	index->at = ARENA_ARRAY(arena, uint32_t, sum);
	index->weights = ARENA_ARRAY(arena, float, sum);
	for (uint32_t place = 0; place < archive->count; place++) {
		const struct story_article *article = &archive->articles[index->articles[place]];
		for (uint32_t k = 0; k < article->term_count; k++) {
			size_t at = index->starts[article->terms[k].term + 1]++;
			index->at[at] = place;
			index->weights[at] = article->terms[k].weight;
		}
	}
}

static float vector_length(
	const struct story_archive *archive, uint32_t article, enum story_term_flag flag)
{
	float sum = 0;

	for (uint32_t k = 0; k < archive->articles[article].term_count; k++) {
		const struct story_term *term = &archive->articles[article].terms[k];
		float rarity = archive->rarities[term->term];
		if (term->flags & flag)
			sum += rarity * rarity;
	}
	return sqrtf(sum);
}

void story_index_make(
	struct story_index *index, const struct story_archive *archive, struct arena *arena)
{
	bool made;

	*index = (struct story_index){.archive = archive};
	order(index, arena);
	put_terms(index, arena);
	map_init(&index->spoken, arena);
	index->title_lengths = ARENA_ARRAY(arena, float, archive->count);
	index->lead_lengths = ARENA_ARRAY(arena, float, archive->count);
	for (uint32_t i = 0; i < archive->count; i++) {
		const struct story_article *article = &archive->articles[i];
		index->title_lengths[i] = vector_length(archive, i, STORY_TITLE);
		index->lead_lengths[i] = vector_length(archive, i, STORY_LEAD);
		for (uint32_t k = 0; k < article->day_count; k++)
			map_put_number(&index->spoken, (uint32_t)article->days[k], &made)->value++;
	}
}

uint32_t story_index_place(const struct story_index *index, int32_t day)
{
	uint32_t low = 0, high = index->archive->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (index->days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first of the row that is not below the place. */
static size_t row_place(const struct story_index *index, size_t low, size_t high, uint32_t place)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (index->at[middle] < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t story_index_count(
	const struct story_index *index, uint32_t term, uint32_t from, uint32_t to, uint32_t *all)
{
	size_t low = index->starts[term], high = index->starts[term + 1];

	*all = (uint32_t)(high - low);
	return (uint32_t)(row_place(index, low, high, to) - row_place(index, low, high, from));
}
