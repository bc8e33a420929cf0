#include "know/compare-words.h"

#include "base/map.h"

#define RUN 4u    /* words that make a run */
#define ISLAND 3u /* fewer shared words between own ones are chance */

static uint64_t run_hash(const struct compared_word *words)
{
	uint64_t hash = 0;

	for (uint32_t i = 0; i < RUN; i++)
		hash = hash_mix(hash, words[i].hash);
	return hash;
}

static void mark_runs(struct compared_words words, const struct map *runs)
{
	for (uint32_t i = 0; i + RUN <= words.count; i++) {
		if (!map_get_number(runs, run_hash(words.at + i)))
			continue;
		for (uint32_t k = 0; k < RUN; k++)
			words.at[i + k].shared = true;
	}
}

static struct map runs_of(struct compared_words words, struct arena *scratch)
{
	struct map runs;

	map_init(&runs, scratch);
	for (uint32_t i = 0; i + RUN <= words.count; i++)
		map_put_number(&runs, run_hash(words.at + i), NULL);
	return runs;
}

void compare_runs(struct compared_words a, struct compared_words b, struct arena *scratch)
{
	struct map of_a = runs_of(a, scratch), of_b = runs_of(b, scratch);

	mark_runs(a, &of_b);
	mark_runs(b, &of_a);
}

void compare_turns(struct compared_words a, struct compared_words b, struct arena *scratch)
{
	size_t wide = (size_t)b.count + 1;
	uint16_t *longest = ARENA_ARRAY(scratch, uint16_t, ((size_t)a.count + 1) * wide);
	uint32_t i, j;

	for (i = a.count; i-- > 0;)
		for (j = b.count; j-- > 0;) {
			uint16_t down = longest[(i + 1) * wide + j];
			uint16_t right = longest[i * wide + j + 1];
			uint16_t best = down > right ? down : right;
			if (a.at[i].hash == b.at[j].hash)
				best = (uint16_t)(longest[(i + 1) * wide + j + 1] + 1);
			longest[i * wide + j] = best;
		}
	for (i = j = 0; i < a.count && j < b.count;) {
		if (a.at[i].hash == b.at[j].hash)
			a.at[i++].shared = b.at[j++].shared = true;
		else if (longest[(i + 1) * wide + j] >= longest[i * wide + j + 1])
			i++;
		else
			j++;
	}
}

void compare_drop_islands(struct compared_words words)
{
	for (uint32_t i = 0, end; i < words.count; i = end) {
		bool shared = words.at[i].shared;
		for (end = i; end < words.count && words.at[end].shared == shared; end++)
			;
		if (!shared || i == 0 || end == words.count || end - i >= ISLAND)
			continue;
		for (uint32_t k = i; k < end; k++)
			words.at[k].shared = false;
	}
}
