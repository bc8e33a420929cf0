#include "extract/tagger.h"

#include <assert.h>

/* Less than any sum of weights. */
#define NEVER (-(1 << 28))

static int step_weight(const signed char *weights, unsigned from, unsigned to)
{
	const signed char *at = weights + TAGGER_ROWS * LABEL_COUNT + 2 * (from * LABEL_COUNT + to);

	return at[1] * 256 + (unsigned char)at[0];
}

struct cell {
	int own[LABEL_COUNT];    /* of the token alone */
	int before[LABEL_COUNT]; /* of the best labels up to the token, its own included */
	int behind[LABEL_COUNT]; /* of the best labels that follow it */
	uint8_t from[LABEL_COUNT];
};

/* FEATURES_MOST weights of one byte fit in two. */
static_assert(FEATURES_MOST * 128 <= INT16_MAX, "sums of weights are short");

static void add_rows(const signed char *weights, const struct features *features, int *own)
{
	int16_t sums[LABEL_COUNT] = {0};

	for (uint32_t i = 0; i < features->count; i++) {
		const signed char *row = weights + LABEL_COUNT * (size_t)features->at[i];
		for (unsigned label = 0; label < LABEL_COUNT; label++)
			sums[label] = (int16_t)(sums[label] + row[label]);
	}
	for (unsigned label = 0; label < LABEL_COUNT; label++)
		own[label] = sums[label];
}

/* Before the first token stands LABEL_OUT. */
static void walk_in(struct cell *cell, const struct tagger *tagger)
{
	for (unsigned to = 0; to < LABEL_COUNT; to++)
		cell->before[to] = cell->own[to] + tagger->steps[to][LABEL_OUT];
}

static void walk_on(const int before[LABEL_COUNT], struct cell *cell, const struct tagger *tagger)
{
	for (unsigned to = 0; to < LABEL_COUNT; to++) {
		int best = 2 * NEVER;
		for (unsigned from = 0; from < LABEL_COUNT; from++) {
			int sum = before[from] + tagger->steps[to][from];
			if (sum > best) {
				best = sum;
				cell->from[to] = (uint8_t)from;
			}
		}
		cell->before[to] = cell->own[to] + (best > NEVER ? best : NEVER);
	}
}

static void walk_back(const struct cell *next, struct cell *cell, const struct tagger *tagger)
{
	int ahead[LABEL_COUNT];

	for (unsigned to = 0; to < LABEL_COUNT; to++)
		ahead[to] = next->own[to] + next->behind[to];
	for (unsigned from = 0; from < LABEL_COUNT; from++)
		cell->behind[from] = NEVER;
	for (unsigned to = 0; to < LABEL_COUNT; to++)
		for (unsigned from = 0; from < LABEL_COUNT; from++) {
			int sum = tagger->steps[to][from] + ahead[to];
			cell->behind[from] = sum > cell->behind[from] ? sum : cell->behind[from];
		}
}

/* Weighs the best labels that have the token in a name against the others. */
static void weigh(const struct cell *cell, struct tag *tag)
{
	int in = 2 * NEVER, out = 2 * NEVER;

	for (unsigned label = 0; label < LABEL_COUNT; label++) {
		int sum = cell->before[label] + cell->behind[label];
		if (label == LABEL_BEGIN || label == LABEL_IN) {
			in = sum > in ? sum : in;
		} else if (sum > out) {
			out = sum;
			tag->other = (uint8_t)label;
		}
	}
	tag->margin = in - out;
}

struct tagger tagger_of(const signed char *weights)
{
	struct tagger tagger = {.weights = weights};

	for (unsigned from = 0; from < LABEL_COUNT; from++)
		for (unsigned to = 0; to < LABEL_COUNT; to++)
			tagger.steps[to][from] =
				label_follows(from, to) ? step_weight(weights, from, to) : NEVER;
	return tagger;
}

void tagger_label(const struct tagger *tagger, const struct features *features, uint32_t count,
	struct tag *tags, struct arena *scratch)
{
	struct cell *cells = ARENA_ARRAY(scratch, struct cell, count);
	unsigned best = LABEL_OUT;

	for (uint32_t i = 0; i < count; i++) {
		add_rows(tagger->weights, &features[i], cells[i].own);
		if (i == 0)
			walk_in(&cells[i], tagger);
		else
			walk_on(cells[i - 1].before, &cells[i], tagger);
	}
	for (uint32_t i = count; i-- > 1;)
		walk_back(&cells[i], &cells[i - 1], tagger);
	for (unsigned label = 1; count > 0 && label < LABEL_COUNT; label++)
		if (cells[count - 1].before[label] > cells[count - 1].before[best])
			best = label;
	for (uint32_t i = count; i-- > 0; best = cells[i].from[best]) {
		tags[i].label = (uint8_t)best;
		weigh(&cells[i], &tags[i]);
	}
}
