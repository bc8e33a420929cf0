#ifndef DEPECHE_EXTRACT_DAYS_WORDS_H
#define DEPECHE_EXTRACT_DAYS_WORDS_H

/*
 * The words of a sentence as far as days care: numbers, months, weekdays, and cues around them
 * (articles, prepositions, tenses).  For extract/days alone.
 */

#include "extract/evidence.h"
#include "extract/words.h"

#define WEEKDAY_LEAST 5 /* bytes of a weekday that may stand alone */

/* A word may be several of these in one language. */
enum cue {
	CUE_DETERMINER = 1 << 0,
	CUE_HERE = 1 << 1, /* "ce", "this": points at the moment of writing */
	CUE_PART = 1 << 2, /* "début", "fin", "mi-" */
	CUE_IN = 1 << 3,   /* stands before months and years: "en", "depuis" */
	CUE_OF = 1 << 4,
	CUE_LAST = 1 << 5,
	CUE_NEXT = 1 << 6,
	CUE_YEAR = 1 << 7, /* "année", "year" */
	CUE_AT = 1 << 8,   /* "pour", "avant": before years, and much else */
	CUE_AND = 1 << 9,  /* joins two years: "et", "à" */
	CUE_SAME = 1 << 10,
	CUE_EVERY = 1 << 11, /* what recurs is no day */
	CUE_FUTURE = 1 << 12,
	CUE_PAST = 1 << 13,
	CUE_HAVE = 1 << 14, /* past where a participle follows */
	CUE_PARTICIPLE = 1 << 15
};

/* What a word is in an expression that is none of the calendar's; the value is beside it. */
enum day_term {
	TERM_NONE,
	TERM_UNIT,    /* "semaine", "month": enum day_unit */
	TERM_UNITS,   /* several of them */
	TERM_DAY,     /* "hier": days after today */
	TERM_BESIDE,  /* "lendemain", "veille": days after the day spoken of */
	TERM_SEASON,  /* spring is 1 */
	TERM_TIME,    /* a part of the day: "matin" */
	TERM_NUMBER,  /* "trois" */
	TERM_ORDINAL, /* "troisième" */
	TERM_AGO,     /* "ago" */
	TERM_SHIFTED, /* "later", "auparavant", "tard" of "plus tard": -1, 1 */
	TERM_BESIDES, /* "précédent", "following": -1, 1 */
	TERM_PART,    /* "début": enum day_part */
	TERM_FROM,    /* these four join the two ends of a range */
	TERM_TO,
	TERM_BETWEEN,
	TERM_AND
};

struct cue_word {
	char folded[24];
	enum language language;
	unsigned cues;
	enum day_term term;
	int value;
};
extern const struct cue_word cue_words[];
extern const size_t cue_word_count;

/* Endings that tell a tense by themselves, in words as they stand; the first that fits. */
struct cue_ending {
	enum language language;
	struct span ending;
	unsigned cues;
};
extern const struct cue_ending cue_endings[];
extern const size_t cue_ending_count;

/* Names of months and days in French and English, their abbreviations too: those of the other
 * languages are ordinary words there ("montage", "lunes", "Marco"). */
struct own_name {
	enum language language;
	const char *folded;
};
extern const struct own_name own_names[];
extern const size_t own_name_count;
extern const struct own_name own_briefs[]; /* the same for day_word.brief */
extern const size_t own_brief_count;

struct day_word {
	uint32_t start, end; /* bytes into the sentence */
	struct span folded;  /* none for numbers and very long words */
	unsigned cues;
	enum day_term term;
	int value;      /* of the term */
	int number;     /* -1: none; at most 9999 */
	uint8_t digits; /* how many it was written with */
	bool ordinal;   /* "1er", "5th" */
	bool decade;    /* "1980s" */
	bool capitalised;
	bool cut;    /* a comma or the like stands before it */
	int month;   /* 1-12; 0 */
	int weekday; /* 0-6; -1 */
	int brief;   /* the same for what may shorten one, before a date: "mar", "Sat" */
	bool stop;   /* a function word behind a number */
};
VEC_OF(struct day_word, day_words);

/* Whether an expression may turn on one of the words [first, last): most sentences are sent away
 * with that. */
bool day_words_turn(const struct article_words *, uint32_t first, uint32_t last);
/* Adds those words, which are the sentence's; folds is scratch. */
void day_words_read(struct day_words *, const struct article_words *, struct extent sentence,
	uint32_t first, uint32_t last, struct arena *, struct arena *folds);

/* For marks in order of their start, each with the place of its word: which tense stands
 * nearest. */
struct placed_mark {
	struct day_mark mark; /* relative to the sentence */
	uint32_t first, last; /* words */
};
VEC_OF(struct placed_mark, placed_marks);
void days_tense(const struct day_words *, struct placed_mark *marks, uint32_t count);

#endif
