#ifndef DEPECHE_EXTRACT_QUOTES_WORDS_H
#define DEPECHE_EXTRACT_QUOTES_WORDS_H

/*
 * A passage as who-says-what asks about it: a stretch of one line in which every outermost
 * quotation is one item, so that only the words around it are read; each item with what its word
 * may be in such a sentence.  For extract/quotes alone.
 */

#include "extract/names-token.h"

/* What a word may be; several at once. */
enum said {
	SAID_QUOTE = 1 << 0,
	SAID_SIGN = 1 << 1,
	SAID_CAPITAL = 1 << 2,
	SAID_VERB = 1 << 3,       /* of saying, in a finite form: "déclare", "said" */
	SAID_PAST = 1 << 4,       /* its past participle: "déclaré" */
	SAID_PRESENT = 1 << 5,    /* its present participle: "estimant" */
	SAID_INFINITIVE = 1 << 6, /* "ajouter" */
	SAID_INVERTED = 1 << 7,   /* "a-t-il", "dit-elle" */
	SAID_HAVE = 1 << 8,
	SAID_BE = 1 << 9,
	SAID_PRONOUN = 1 << 10,  /* il, elle, ils, she… */
	SAID_STRESSED = 1 << 11, /* lui, eux: not the subject */
	SAID_THAT = 1 << 12,
	SAID_WHO = 1 << 13,
	SAID_ACCORDING = 1 << 14, /* selon, d'après */
	SAID_FOR = 1 << 15,
	SAID_BY = 1 << 16,
	SAID_DETERMINER = 1 << 17,
	SAID_OF = 1 << 18,
	SAID_PREPOSITION = 1 << 19, /* begins what says when, where and how */
	SAID_JOINT = 1 << 20,       /* mais, et, car */
	SAID_CLITIC = 1 << 21,      /* stands between a subject and its verb: ne, se, lui */
	SAID_ADVERB = 1 << 22,
	SAID_TIME = 1 << 23, /* hier, lundi, mars */
	SAID_MALE = 1 << 24,
	SAID_FEMALE = 1 << 25,
	SAID_PLURAL = 1 << 26,
	SAID_NOBODY = 1 << 27,   /* on, we: stands for no one whom the text names */
	SAID_DOCUMENT = 1 << 28, /* communiqué, rapport: not itself the speaker */
	SAID_KNOWN = 1 << 30
};

struct said_word {
	const char *folded;
	unsigned bits;
};
/* Sorted by word. */
extern const struct said_word said_words_fr[], said_words_en[];
extern const size_t said_words_fr_count, said_words_en_count;
/* The small words of German, Spanish, Russian and their neighbours, in one. */
extern const struct said_word said_words_other[];
extern const size_t said_words_other_count;
/* Verbs of saying without their endings, folded and sorted. */
extern const char *const said_roots_fr[], *const said_roots_en[];
extern const size_t said_roots_fr_count, said_roots_en_count;

struct item {
	uint32_t token; /* the opening mark's, of a quotation */
	uint32_t quote; /* of a quotation: its number */
	uint32_t sentence;
	unsigned bits;      /* valid with SAID_KNOWN */
	struct span folded; /* likewise */
};

/* A quotation in a stretch: its marks are the tokens open and close; close is the number of
 * tokens where the line ends it. */
struct quote_span {
	struct extent at;
	uint32_t open, close;
	bool whole; /* ends a sentence inside its marks */
};
VEC_OF(struct quote_span, quote_spans);

struct passage {
	struct stretch *stretch;
	const struct quote_span *quotes;
	uint32_t quote_count;
	struct item *items;
	uint32_t count;
	uint32_t *sentences; /* first item of each, and the number of items behind the last */
	uint32_t sentence_count;
};

/* The passage around the quotations of a stretch, which are in order and apart. */
void passage_make(struct passage *, struct stretch *, const struct quote_spans *);

/* The words of one of its quotations as a passage without any. */
void passage_inside(struct passage *, const struct passage *outer, uint32_t quote);

/* Questions take any place; those outside are answered as by a sign. */
unsigned passage_bits(struct passage *, int64_t item);
struct span passage_folded(struct passage *, int64_t item);
bool passage_sign(const struct passage *, int64_t item, char sign);
/* The bytes from one item to the other, both included. */
struct extent passage_extent(const struct passage *, int64_t first, int64_t last);

/* What a folded word may be by itself; the passage adds what it looks like. */
unsigned said_bits(struct span folded, enum language);

#endif
