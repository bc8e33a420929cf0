#include "store/faceting.h"

#include "store/epoch-parts.h"

/* Totals less what was counted among the others. */
static void turn_round(uint32_t *counts, struct faceting_rows rows)
{
	for (uint32_t i = 0; i < rows.count; i++) {
		uint32_t all = rows.totals ? rows.totals[i]
					   : postings_length(rows.lengths, rows.first + i);
		counts[i] = all > counts[i] ? all - counts[i] : 0;
	}
}

static void count_row(uint32_t *counts, struct faceting_rows rows, uint32_t article)
{
	uint32_t count;
	const uint32_t *things = postings_row(rows.things, article, &count);

	for (uint32_t i = 0; i < count; i++)
		if (things[i] - rows.first < rows.count)
			counts[things[i] - rows.first]++;
}

static void count_one(uint32_t *counts, struct faceting_rows rows, uint32_t article)
{
	uint32_t thing = rows.of ? rows.of[article] : rows.small_of[article];

	if (thing < rows.count)
		counts[thing]++;
}

uint32_t *faceting_count(const struct faceting *f, struct faceting_rows rows)
{
	uint32_t *counts = ARENA_ARRAY(f->arena, uint32_t, rows.count);
	uint32_t count = f->epoch->count, article;
	/* Articles that went are among the others, but totals tell nothing of them. */
	bool others = f->base.count > count / 2;
	struct bits_walk walk = bits_walk_of(f->base.bits, f->base.count ? count : 0, others);

	while (bits_walk_next(&walk, &article)) {
		if (f->epoch->gone && bits_has(f->epoch->gone, article))
			continue;
		if (rows.things)
			count_row(counts, rows, article);
		else
			count_one(counts, rows, article);
	}
	if (others)
		turn_round(counts, rows);
	return counts;
}

/* Bucket b holds those of f->base.count - b articles. */
static uint32_t bucket_of(const struct faceting *f, uint32_t here)
{
	return here < f->base.count ? f->base.count - here : 0;
}

/* All that are not chosen. */
static uint32_t order_all(const struct faceting *f, struct faceting_choice choice, uint32_t *order)
{
	uint32_t *starts = ARENA_ARRAY(f->arena, uint32_t, (size_t)f->base.count + 2);

	for (uint32_t i = 0; i < choice.count; i++)
		if (!choice.left_out[i])
			starts[bucket_of(f, choice.here[i]) + 1]++;
	for (uint32_t bucket = 0; bucket <= f->base.count; bucket++)
		starts[bucket + 1] += starts[bucket];
	for (uint32_t i = 0; i < choice.count; i++)
		if (!choice.left_out[i])
			order[starts[bucket_of(f, choice.here[i])]++] = i;
	return starts[f->base.count];
}

static bool comes_before(
	const struct faceting *f, struct faceting_choice choice, uint32_t a, uint32_t b)
{
	if (choice.here[a] != choice.here[b])
		return choice.here[a] > choice.here[b];
	return choice.before && choice.before(f, a, b);
}

/* The first few, each put where it belongs among those before it. */
static uint32_t order_few(const struct faceting *f, struct faceting_choice choice, uint32_t *order)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < choice.count && f->most; i++) {
		if (choice.left_out[i] ||
			(count == f->most && !comes_before(f, choice, i, order[count - 1])))
			continue;
		uint32_t at = count < f->most ? count++ : count - 1;
		for (; at > 0 && comes_before(f, choice, i, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return count;
}

uint32_t faceting_best(struct faceting *f, struct faceting_choice choice, const uint32_t **best)
{
	bool few = f->most < choice.count;
	uint32_t *order = ARENA_ARRAY(f->arena, uint32_t, few ? f->most : choice.count);

	for (uint32_t i = 0; i < choice.count; i++)
		f->live += !choice.left_out[i] && choice.here[i] > 0;
	*best = order;
	return few ? order_few(f, choice, order) : order_all(f, choice, order);
}

bool faceting_asks(const struct faceting *f, enum clause_kind kind)
{
	for (uint32_t i = 0; i < f->query->count; i++)
		if (f->query->clauses[i].kind == kind && !f->query->clauses[i].off)
			return true;
	return false;
}
