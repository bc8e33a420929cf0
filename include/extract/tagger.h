#ifndef DEPECHE_EXTRACT_TAGGER_H
#define DEPECHE_EXTRACT_TAGGER_H

/*
 * The trained tagger: which tokens of a run of capitalised words make the name of a person, and
 * which that of an organisation, a place or a thing.  A linear model of sequences; its weights are
 * one byte each and compiled into the program.  Trained on French news, and good for nothing else.
 *
 * Source: conditional random fields (Lafferty, McCallum, Pereira 2001), hashed features
 * (Weinberger et al. 2009); weights from tests/train/names.
 */

#include "extract/features.h"

enum label {
	LABEL_OUT,
	LABEL_BEGIN, /* of a person's name */
	LABEL_IN,
	LABEL_BODY, /* begins an organisation's */
	LABEL_BODY_IN,
	LABEL_PLACE,
	LABEL_PLACE_IN,
	LABEL_THING, /* of an event, a work, a product */
	LABEL_COUNT
};
#define LABEL_PERSONS LABEL_BODY /* one past the labels of persons */

static inline bool label_is_in(unsigned label)
{
	return label == LABEL_IN || label == LABEL_BODY_IN || label == LABEL_PLACE_IN;
}

/* The inside of a name stands only behind its begin. */
static inline bool label_follows(unsigned from, unsigned to)
{
	return !label_is_in(to) || from == to || from + 1 == to;
}

/* The table as it lies in the file: a row of weights by label for every feature's place, then
 * the weights of label after label (the earlier one first), two bytes each, low byte first.  Before
 * a run stands LABEL_OUT. */
#define TAGGER_ROWS (1u << FEATURE_BITS)
#define TAGGER_BYTES (TAGGER_ROWS * LABEL_COUNT + 2 * LABEL_COUNT * LABEL_COUNT)

extern const signed char tagger_weights[TAGGER_BYTES];

/* A token's label, and by how much the best labels of its run that have it in a name are better
 * than the best that do not; under 0 when it is in none. */
struct tag {
	uint8_t label;
	uint8_t other; /* the best for it that is no person's */
	bool alone;    /* the run has no other token; set by who cuts the runs */
	int margin;    /* TAGGER_UNIT is a factor of e in likelihood */
};
#define TAGGER_UNIT 384

/* Weights made ready. */
struct tagger {
	const signed char *weights;
	int steps[LABEL_COUNT][LABEL_COUNT]; /* of label after label, the later one first */
};

struct tagger tagger_of(const signed char *weights);
/* The best labels of a run of count tokens; the inside of a name stands only behind its begin. */
void tagger_label(const struct tagger *, const struct features *, uint32_t count, struct tag *,
	struct arena *scratch);

#endif
