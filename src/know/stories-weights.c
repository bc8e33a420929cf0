#include "know/stories-pair.h"

/* Made by tests/train/stories from WiNER-fr, 2016 and 2017 (French Wikinews, CC BY
 * 2.5, gathered by Yoann Dupont), and a list of which articles are one event. */
/* clang-format off */
const struct story_model story_model = {
	.weights = {
		[PAIR_BIAS] = -6.43f,
		[PAIR_COSINE] = 5.83f,
		[PAIR_TITLES] = 2.11f,
		[PAIR_TITLE_IN_TEXT] = 2.15f,
		[PAIR_LEADS] = 3.57f,
		[PAIR_GAP] = -0.63f,
		[PAIR_BURST] = 3.52f,
		[PAIR_DAYS] = 0.91f,
		[PAIR_TITLE_PERSON] = 1.67f,
	},
	.threshold = 0.30f,
};
/* clang-format on */
