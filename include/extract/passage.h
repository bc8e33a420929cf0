#ifndef DEPECHE_EXTRACT_PASSAGE_H
#define DEPECHE_EXTRACT_PASSAGE_H

/*
 * An article, or a long piece of one, as the tagger sees it: its stretches with the names that
 * the rules found there, and for every capitalised word what stands beside it wherever it occurs
 * in the passage.  Private to the names, their tests and the trainer.
 */

#include "extract/names-token.h"

#include "base/map.h"

/* What an occurrence of a word tells of it. */
enum fact {
	FACT_AFTER_TITLE,
	FACT_AFTER_GIVEN,
	FACT_AFTER_CAPITAL,
	FACT_BEFORE_CAPITAL,
	FACT_GIVEN, /* a given name, before a capitalised word */
	FACT_IN,    /* after "à", "en", "dans"… */
	FACT_AFTER_ROLE,
	FACT_SAYS,        /* before a verb of saying */
	FACT_ARTICLE,     /* alone after an article */
	FACT_AGE,         /* before an age */
	FACT_ACTS,        /* before a verb that persons are subjects of more often than things */
	FACT_RULE_LAST,   /* ends a name of several words that the rules are sure of */
	FACT_RULE_INSIDE, /* stands in it */
	FACT_RULE_ALONE,  /* is a name of one word that the rules are sure of */
	FACT_COUNT
};

#define AFFIXES 4

/* A capitalised word, folded. */
struct passage_word {
	uint32_t code;
	uint32_t prefixes[AFFIXES],
		suffixes[AFFIXES]; /* codes of the first and last 1 to 4 bytes */
	uint32_t occurrences;
	uint32_t counts[FACT_COUNT]; /* occurrences that tell the fact */
	bool small;                  /* also stands in the passage without a capital */
};

/* What is known of a token of a stretch. */
struct passage_token {
	uint32_t word;  /* place in the passage's words, from 1; 0: not capitalised */
	uint16_t facts; /* bits by enum fact, of this occurrence */
	uint8_t rule;   /* RULE_NONE, or 2 * clue + 1, and one more inside the name */
};
#define RULE_NONE 0

struct passage_stretch {
	struct stretch stretch;
	struct passage_token *tokens;
	struct name_marks rules;
	uint32_t line; /* of the article */
};

struct passage {
	const struct article *article;
	VEC(struct passage_stretch) stretches;
	VEC(struct passage_word) words;
	struct map places; /* code → place in words, from 1 */
	uint64_t *small;   /* bits by hash of words without a capital, PASSAGE_SMALL of them */
	uint32_t token_count;
	struct arena *arena;
};

/* Where the next passage of an article begins. */
struct passage_place {
	uint32_t line;
	size_t at; /* in the article's text; 0: where the line begins */
};

/* Reads the next passage; false at the article's end.  The tokens kept may be null. */
bool passage_next(struct passage *, const struct article *, struct article_tokens *,
	struct passage_place *, struct arena *);
/* Bits by enum fact that occurrences of the token's word other than itself tell. */
unsigned passage_facts(const struct passage *, const struct passage_token *);
/* A number for the bytes; 0 for none. */
uint32_t passage_code(struct span);

#endif
