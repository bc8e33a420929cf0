#ifndef DEPECHE_EXTRACT_NAMES_TOKEN_H
#define DEPECHE_EXTRACT_NAMES_TOKEN_H

/*
 * Tokens of a stretch of one line as the rules of names ask about them: which lists of the
 * gazetteer hold a word, asked for capitalised words at once and for others when a rule wants to
 * know.  A stretch ends with its line; a line of enormous length is cut into several where no
 * name is near.
 */

#include "extract/token-form.h"
#include "text/word.h"

struct token {
	struct word word;        /* offsets into the article's text; a possessive 's is left out */
	struct token_form *form; /* valid when known; null: of a sign, a number, a long word */
	bool known;
	bool possessive; /* ended in 's: nothing of the name follows */
	bool digits;     /* "U23", "Covid-19": part of no name */
	bool roman;      /* a number in Roman numerals: "XVI" */
	bool first;      /* of a sentence */
	bool capital;    /* a capitalised word or initial that may be part of a name */
};

VEC_OF(struct token, token_list);

/* The tokens of one article, cut once and known once for all who read them; of an enormous one
 * those of its beginning. */
struct article_tokens {
	struct vocabulary *vocabulary;
	struct arena arena;
	VEC(struct token_cut) cuts; /* in order */
	uint32_t count;             /* tokens */
};

/* Owns: what it keeps, as long as until it is cleared. */
void article_tokens_init(struct article_tokens *, struct vocabulary *);
void article_tokens_clear(struct article_tokens *);

struct stretch {
	struct span text; /* the article's */
	enum language language;
	struct article_tokens *kept; /* null: none are, and words are looked up again and again */
	uint32_t cut;                /* the kept one that may be next */
	struct token_list tokens, own;
	struct arena *arena; /* scratch */
	struct arena *list;  /* of own tokens, used again and again; null: with the words */
};

/* Fills the stretch with the next tokens of the line; false at its end.  *at walks the line. */
bool stretch_next(struct stretch *, struct extent line, size_t *at);

/* Looks the token up, whose form is null still. */
void stretch_know(struct stretch *, struct token *);

/* All questions take any place; those outside the stretch are answered as by an empty sign.  In
 * line where they are asked of every token several times. */
static inline struct token *stretch_token(const struct stretch *stretch, int64_t place)
{
	return (uint64_t)place < stretch->tokens.count ? &stretch->tokens.at[place] : NULL;
}

/* What is known of the word; null for a sign, a number, a very long word, and outside. */
static inline struct token_form *stretch_form(struct stretch *stretch, int64_t place)
{
	struct token *token = stretch_token(stretch, place);

	if (token && !token->known)
		stretch_know(stretch, token);
	return token ? token->form : NULL;
}

/* A capitalised word or initial. */
static inline bool stretch_capital(const struct stretch *stretch, int64_t place)
{
	const struct token *token = stretch_token(stretch, place);

	return token && token->capital;
}

/* Gazetteer lists. */
static inline unsigned stretch_lists(struct stretch *stretch, int64_t place)
{
	const struct token_form *form = stretch_form(stretch, place);

	return form ? form->lists : 0;
}

/* Folded, without a last stop. */
static inline struct span stretch_folded(struct stretch *stretch, int64_t place)
{
	const struct token_form *form = stretch_form(stretch, place);

	return form ? form->folded : SPAN("");
}

/* Is this very sign. */
static inline bool stretch_sign(const struct stretch *stretch, int64_t place, char sign)
{
	const struct token *token = stretch_token(stretch, place);

	return token && token->word.kind == WORD_SIGN &&
	       stretch->text.at[token->word.start] == sign;
}

/* The phrase of the gazetteer that begins there: its tokens, 0 when there is none. */
int stretch_phrase(struct stretch *, int64_t place, unsigned *lists);
/* Whether it is in Russian or Ukrainian. */
bool stretch_cyrillic(const struct stretch *);

#endif
