#include "know/stories-pair.h"

/* clang-format off */
const struct story_model story_model = {
	.weights = {
		[PAIR_BIAS] = -7.75f,
		[PAIR_COSINE] = 3.67f,
		[PAIR_TITLES] = 1.86f,
		[PAIR_TITLE_IN_TEXT] = 2.11f,
		[PAIR_LEADS] = 3.42f,
		[PAIR_GAP] = -1.15f,
		[PAIR_TITLE_WORD] = 1.48f,
		[PAIR_NAME] = 2.43f,
		[PAIR_BURST] = 0.68f,
		[PAIR_DAYS] = 1.14f,
		[PAIR_LENGTH] = 0.63f,
	},
	.threshold = .22f,
};
/* clang-format on */
