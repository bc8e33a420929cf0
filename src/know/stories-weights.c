#include "know/stories-pair.h"

/* Made by tests/train/stories from WiNER-fr, 2016 and 2017 (French Wikinews, CC BY
 * 2.5, gathered by Yoann Dupont), and a list of which articles are one event. */
/* clang-format off */
const struct story_model story_model = {
	.weights = {
		[PAIR_BIAS] = -5.97f,
		[PAIR_COSINE] = 4.30f,
		[PAIR_TITLES] = 0.90f,
		[PAIR_TITLE_IN_TEXT] = 3.67f,
		[PAIR_LEADS] = 2.58f,
		[PAIR_GAP] = -0.52f,
		[PAIR_BURST] = 3.39f,
		[PAIR_DAYS] = 0.68f,
		[PAIR_TITLE_PERSON] = 1.44f,
	},
	.threshold = 0.26f,
};
/* clang-format on */
