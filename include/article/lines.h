#ifndef DEPECHE_ARTICLE_LINES_H
#define DEPECHE_ARTICLE_LINES_H

/*
 * The lines of a text, and the form of each as the model of lines sees it: how many words, how
 * it ends, how many of its words are function words, which phrases of page furniture it holds,
 * whether it stands there twice.  Blank lines are passed over.  Private to the floor.
 */

#include "article/cues.h"
#include "base/arena.h"
#include "text/vocabulary.h"

/* clang-format off */
/* The binary features of a line's form.  _S is up to 8 words (cues: 12), _M up to 25, _L more. */
#define FORM_FEATURES(_) \
	_(BIAS) _(WORDS_1) _(WORDS_3) _(WORDS_6) _(WORDS_10) _(WORDS_15) _(WORDS_25) _(WORDS_45) \
	_(WORDS_MORE) _(MARK_6) _(MARK_15) _(MARK_MORE) _(COLON) _(SMALL) _(QUOTE) _(STOP_0) \
	_(STOP_1) _(STOP_2) _(STOP_3) _(STOP_4) _(STOP_5) _(CAPITALS_6) _(CAPITALS_8) \
	_(NO_SMALL) _(COMMAS_0) _(COMMAS_2) _(BREAKS_0) _(BREAKS_2) _(TWICE) _(THRICE) \
	_(POINTER_S) _(POINTER_L) _(SHARING_S) _(SHARING_M) _(SHARING_L) _(LEGAL_S) _(LEGAL_M) \
	_(LEGAL_L) _(DOING_S) _(DOING_M) _(DATED_S) _(DATED_M) _(DATED_L) _(CREDIT_S) _(CREDIT_L) \
	_(BY) _(BAR) _(NUMBER) _(ADDRESS)
/* clang-format on */

enum form_feature {
#define FORM_NAME(name) FORM_##name,
	FORM_FEATURES(FORM_NAME)
#undef FORM_NAME
		FORM_COUNT
};

/* What the rules and the search for title, day and names ask of a line. */
enum line_trait {
	TRAIT_MARK = 1 << 0,        /* ends in a full stop, a question or exclamation mark, an
				     * ellipsis or a closing quotation mark */
	TRAIT_STOP = 1 << 1,        /* of those, a full stop */
	TRAIT_COLON = 1 << 2,       /* ends in a colon */
	TRAIT_SMALL = 1 << 3,       /* begins with a small letter */
	TRAIT_DATED = 1 << 4,       /* holds a date, a time or a label of one */
	TRAIT_PICTURE = 1 << 5,     /* is the name of a picture's file, and nothing else */
	TRAIT_BAR = 1 << 6,         /* holds a bar, a bullet or an arrow */
	TRAIT_NUMBER = 1 << 7,      /* holds no letter */
	TRAIT_ADDRESS = 1 << 8,     /* holds an address of the web or of mail */
	TRAIT_DENSE = 1 << 9,       /* is written without blanks: Chinese, Japanese */
	TRAIT_CREDIT = 1 << 10,     /* names a picture's maker as captions do */
	TRAIT_DIGIT = 1 << 11,      /* holds a digit */
	TRAIT_AFTER_BLANK = 1 << 12 /* a blank line stands before it */
};

struct line_form {
	struct extent at;   /* without blanks at both ends */
	uint64_t features;  /* bit by enum form_feature */
	uint32_t traits;    /* of enum line_trait */
	uint32_t cues;      /* of enum cue */
	uint32_t first_key; /* into the table's keys */
	uint32_t key_count;
	float words;        /* an ideograph counts .6 */
	uint16_t sentences; /* ends of sentences, inside and at the end; at most 1000 */
	uint16_t copies;    /* how often the same line stands in the text; at most 1000 */
	float capitals;     /* share of capitalised words after the first */
	float stops;        /* share of function words */
};

struct line_table {
	struct span text;
	struct vocabulary *vocabulary; /* may be null */
	uint32_t reading;              /* as the article's; 0 without a vocabulary */
	struct line_form *at;
	uint32_t count;
	uint32_t *keys; /* hashes of the content words of each line, each once */
	uint32_t key_count;
	bool dense; /* most of it is Chinese or Japanese */
};

/* vocabulary: null: words are looked up for this text alone.  Cost: linear; only the first 16 KiB
 * of a line are looked at. */
void lines_read(
	struct line_table *, struct span text, enum language, struct vocabulary *, struct arena *);

/* The stretch without blanks at both ends, those that take no room among them. */
struct extent lines_trim(struct span text, size_t start, size_t end);
/* The line's text. */
static inline struct span line_span(const struct line_table *table, uint32_t line)
{
	return span_in(table->text, table->at[line].at);
}

/* "Full" lines are sentences beyond doubt, "half" lines probably are. */
bool line_is_full(const struct line_form *);
bool line_is_half(const struct line_form *);

#endif
