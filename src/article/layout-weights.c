#include "article/model.h"

/* clang-format off */
const struct line_weights line_weights = {
	.form = {
		[FORM_BIAS] = -.1f, [FORM_WORDS_1] = -2.4f, [FORM_WORDS_3] = -1.1f, [FORM_WORDS_6] = .2f,
		[FORM_WORDS_10] = 0, [FORM_WORDS_15] = .3f, [FORM_WORDS_25] = .7f, [FORM_WORDS_45] = .9f,
		[FORM_WORDS_MORE] = 2.2f, [FORM_MARK_6] = .6f, [FORM_MARK_15] = .6f, [FORM_MARK_MORE] = 1.8f,
		[FORM_COLON] = 1.8f, [FORM_SMALL] = .8f, [FORM_QUOTE] = 1.3f,
		[FORM_STOP_0] = .3f, [FORM_STOP_1] = -.3f, [FORM_STOP_2] = -.3f, [FORM_STOP_3] = -.2f,
		[FORM_STOP_4] = -.6f, [FORM_STOP_5] = .3f, [FORM_CAPITALS_6] = -.2f, [FORM_CAPITALS_8] = -.7f,
		[FORM_NO_SMALL] = .5f, [FORM_COMMAS_0] = -.3f, [FORM_COMMAS_2] = .5f,
		[FORM_BREAKS_0] = -.2f, [FORM_BREAKS_2] = -.2f, [FORM_TWICE] = -1.1f, [FORM_THRICE] = -.9f,
		[FORM_POINTER_S] = -1.f, [FORM_POINTER_L] = -.5f, [FORM_SHARING_S] = -1.4f,
		[FORM_SHARING_M] = -.4f, [FORM_SHARING_L] = -.3f, [FORM_LEGAL_S] = -2.2f,
		[FORM_LEGAL_M] = -1.f, [FORM_LEGAL_L] = -1.1f, [FORM_DOING_S] = -.4f, [FORM_DOING_M] = -.4f,
		[FORM_DATED_S] = -.3f, [FORM_DATED_M] = -.5f, [FORM_DATED_L] = -.5f,
		[FORM_CREDIT_S] = 2.8f, [FORM_CREDIT_L] = 1.f, [FORM_BY] = -1.f, [FORM_BAR] = -1.6f,
		[FORM_NUMBER] = -1.7f, [FORM_ADDRESS] = -.7f,
	},
	.context = {
		[CONTEXT_BIAS] = -.02f, [CONTEXT_SCORE] = .59f, [CONTEXT_BEFORE] = .27f, [CONTEXT_AFTER] = .13f,
		[CONTEXT_NEAR_3] = .8f, [CONTEXT_NEAR_8] = .77f, [CONTEXT_IN_BLOCK] = -.15f,
		[CONTEXT_IN_WIDE] = 1.18f, [CONTEXT_BEFORE_BLOCK] = -.06f, [CONTEXT_AFTER_BLOCK] = -.97f,
		[CONTEXT_COHESION_LONG] = .45f, [CONTEXT_COHESION_SHORT] = 1.09f, [CONTEXT_CUE_LINES] = -2.3f,
		[CONTEXT_SENTENCES] = .75f, [CONTEXT_WORDS_BEFORE] = -.48f, [CONTEXT_WORDS_AFTER] = .04f,
		[CONTEXT_SHORT] = -.02f, [CONTEXT_REPEATED] = -.42f, [CONTEXT_BLOCK_HEAD] = .7f,
		[CONTEXT_BLOCK_TAIL] = .14f, [CONTEXT_AFTER_POINTER] = -.47f, [CONTEXT_SCORE_IN_BLOCK] = .51f,
		[CONTEXT_COHESION_IN_BLOCK] = .4f, [CONTEXT_LONG_IN_BLOCK] = -.16f, [CONTEXT_BLOCK_MEAN] = -.12f,
	},
};
/* clang-format on */
