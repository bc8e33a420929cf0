#include "know/stories-pair.h"

/* Made by tests/train/stories from WiNER-fr, 2016 and 2017 (French Wikinews, CC BY
 * 2.5, gathered by Yoann Dupont), and a list of which articles are one event. */
/* clang-format off */
const struct story_model story_model = {
	.weights = {
		[PAIR_BIAS] = -5.99f,
		[PAIR_COSINE] = 4.26f,
		[PAIR_TITLES] = 0.73f,
		[PAIR_TITLE_IN_TEXT] = 3.87f,
		[PAIR_LEADS] = 2.66f,
		[PAIR_GAP] = -0.51f,
		[PAIR_BURST] = 3.42f,
		[PAIR_DAYS] = 0.65f,
		[PAIR_TITLE_PERSON] = 1.46f,
	},
	.threshold = 0.26f,
};
/* clang-format on */
