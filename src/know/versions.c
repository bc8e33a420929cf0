#include "know/versions.h"

#include "base/sort.h"

#define RADIX_BITS 16u
#define RADIX_ROWS (1u << RADIX_BITS)

/* One of the two is enough: most of both is the same, or one is a cut of the other. */
#define BOTH_LEAST 0.7f
#define LESS_LEAST 0.85f
/* What hardly anything is left of tells little: shingles of both, and of the shorter one. */
#define SHARED_LEAST 6u

/* Hashes of words are mixed so that their order counts. */
static uint32_t shingle(const uint32_t *words)
{
	uint64_t hash = 0x9E3779B97F4A7C15u;

	for (uint32_t i = 0; i < VERSION_SHINGLE; i++) {
		hash = (hash ^ words[i]) * 0xFF51AFD7ED558CCDu;
		hash ^= hash >> 32;
	}
	return (uint32_t)(hash >> 7);
}

struct version_print version_print_make(
	const uint32_t *words, uint32_t count, uint32_t most, struct arena *arena)
{
	struct version_print print = {.limit = UINT32_MAX};
	uint32_t shingles = count < VERSION_SHINGLE ? 0 : count - VERSION_SHINGLE + 1, kept = 0;

	/* Hashes are even: so many are kept as there would be at the limit, about. */
	for (uint32_t left = shingles; left > most; left /= 2)
		print.limit /= 2;
	for (uint32_t i = 0; i < shingles; i++)
		kept += shingle(words + i) <= print.limit;
	uint32_t *values = ARENA_ARRAY(arena, uint32_t, kept);
	kept = 0;
	for (uint32_t i = 0; i < shingles; i++) {
		uint32_t value = shingle(words + i);
		if (value <= print.limit)
			values[kept++] = value;
	}
	print.count = sort_once(values, kept);
	print.at = values;
	return print;
}

struct version_share version_share(const struct version_print *a, const struct version_print *b)
{
	uint32_t limit = a->limit < b->limit ? a->limit : b->limit, both = 0, i = 0, j = 0;

	while (i < a->count && j < b->count && a->at[i] <= limit && b->at[j] <= limit) {
		uint32_t x = a->at[i], y = b->at[j];
		both += x == y;
		i += x <= y;
		j += y <= x;
	}
	while (i < a->count && a->at[i] <= limit)
		i++;
	while (j < b->count && b->at[j] <= limit)
		j++;
	if (both < SHARED_LEAST)
		return (struct version_share){0, 0};
	return (struct version_share){
		2 * (float)both / (float)(i + j), (float)both / (float)(i < j ? i : j)};
}

bool version_is(struct version_share share)
{
	return share.both >= BOTH_LEAST || share.less >= LESS_LEAST;
}

/* --- groups ------------------------------------------------------------------------------ */

/* A shingle of a text, to be sorted by shingle and then text. */
struct sample {
	uint32_t value, text;
};

static struct sample *sort_samples(struct sample *from, size_t count, struct arena *scratch)
{
	struct sample *to = ARENA_ARRAY(scratch, struct sample, count);
	size_t *starts = ARENA_ARRAY(scratch, size_t, RADIX_ROWS + 1);

	for (uint32_t shift = 0; shift < 32; shift += RADIX_BITS) {
		memset(starts, 0, (RADIX_ROWS + 1) * sizeof *starts);
		for (size_t i = 0; i < count; i++)
			starts[(from[i].value >> shift & (RADIX_ROWS - 1)) + 1]++;
		for (uint32_t row = 0; row < RADIX_ROWS; row++)
			starts[row + 1] += starts[row];
		for (size_t i = 0; i < count; i++)
			to[starts[from[i].value >> shift & (RADIX_ROWS - 1)]++] = from[i];
		struct sample *done = to;
		to = from;
		from = done;
	}
	return from;
}

static uint32_t root_of(uint32_t *parents, uint32_t text)
{
	while (parents[text] != text)
		text = parents[text] = parents[parents[text]];
	return text;
}

static void try_pair(
	const struct version_print *const *prints, uint32_t *parents, uint32_t a, uint32_t b)
{
	uint32_t x = root_of(parents, a), y = root_of(parents, b);

	if (x == y || !version_is(version_share(prints[a], prints[b])))
		return;
	parents[x > y ? x : y] = x < y ? x : y;
}

void versions_make(const struct version_print *const *prints, uint32_t count, uint32_t *first_of)
{
	struct arena scratch;
	size_t total = 0, put = 0;

	for (uint32_t i = 0; i < count; i++) {
		first_of[i] = i;
		total += prints[i]->count;
	}
	arena_init(&scratch);
	struct sample *samples = ARENA_ARRAY(&scratch, struct sample, total);
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t k = 0; k < prints[i]->count; k++)
			samples[put++] = (struct sample){prints[i]->at[k], i};
	samples = sort_samples(samples, total, &scratch);
	/* However many share a shingle, each is held against its neighbour and the first. */
	for (size_t i = 1, first = 0; i < total; i++) {
		if (samples[i].value != samples[i - 1].value) {
			first = i;
			continue;
		}
		try_pair(prints, first_of, samples[i - 1].text, samples[i].text);
		try_pair(prints, first_of, samples[first].text, samples[i].text);
	}
	for (uint32_t i = 0; i < count; i++)
		first_of[i] = root_of(first_of, i);
	arena_clear(&scratch);
}

/* --- exactly ----------------------------------------------------------------------------- */

/* How many words of the text stand in shingles that are in the print. */
static uint32_t covered(const uint32_t *words, uint32_t count, const struct version_print *print)
{
	uint32_t sum = 0, done = 0;

	for (uint32_t i = 0; i + VERSION_SHINGLE <= count; i++) {
		uint32_t value = shingle(words + i), low = 0, high = print->count;
		while (low < high) {
			uint32_t middle = low + (high - low) / 2;
			if (print->at[middle] < value)
				low = middle + 1;
			else
				high = middle;
		}
		if (low == print->count || print->at[low] != value)
			continue;
		sum += i + VERSION_SHINGLE - (done > i ? done : i);
		done = i + VERSION_SHINGLE;
	}
	return sum;
}

uint32_t version_percent(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
	struct arena scratch;
	uint64_t sum, all = (uint64_t)a_count + b_count;

	arena_init(&scratch);
	struct version_print of_a = version_print_make(a, a_count, UINT32_MAX, &scratch);
	struct version_print of_b = version_print_make(b, b_count, UINT32_MAX, &scratch);
	sum = (uint64_t)covered(a, a_count, &of_b) + covered(b, b_count, &of_a);
	arena_clear(&scratch);
	return all ? (uint32_t)(sum * 100 / all) : 0;
}
