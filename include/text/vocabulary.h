#ifndef DEPECHE_TEXT_VOCABULARY_H
#define DEPECHE_TEXT_VOCABULARY_H

/*
 * The distinct words that one thread has met, the languages apart: how each folds, what its stem
 * is, what the floors above noted of it.  All of that is found out once a word and not once a
 * place, since nearly every word of an article has stood in another one.
 */

#include "base/strings.h"
#include "base/vec.h"
#include "text/language.h"

/* What words share that are one but for their endings. */
struct root {
	uint32_t stem; /* folded: its number in the vocabulary's stems */
	enum language language;
	uint64_t head;        /* the stem's first eight bytes, as a number that orders as they do */
	uint32_t turn, place; /* for whoever counts: the place that it has at that turn */
	uint32_t number;      /* in an archive, 1 more; 0: none yet; the gathering thread's */
};

/* What others may note of a word; null until they do.  The name says who does. */
enum form_note { NOTE_CUES, NOTE_PIECES, NOTE_DAYS, FORM_NOTE_COUNT };

struct token_form;

/* A word as it stands in texts of one language. */
struct form {
	struct span text; /* in the vocabulary's arena, as everything that belongs to it */
	struct span folded;
	struct root *root; /* null until asked for: vocabulary_root */
	uint64_t hash;     /* of the folded bytes */
	uint64_t print;    /* a hash of the folded letters, odd; 0 when it has none */
	uint32_t number;   /* in its vocabulary, of all languages: 0 for the first that was met */
	bool whole;        /* folded, it is one word still, as words_next cuts */
	bool stop;         /* a function word of the language */
	bool is_short;     /* one letter that is no ideograph, or nothing once folded */
	bool digits;       /* and nothing else: a number */
	bool capitalised;  /* as in struct word */
	bool small;        /* none of its letters has another small form */
	struct token_form *token; /* extract/token-form's, null until it is asked */
	const void *notes[FORM_NOTE_COUNT];
};

struct vocabulary_part; /* the words of one language */

/* Forms by their numbers lie as strings do, see base/strings.h: none is ever moved. */
#define VOCABULARY_BLOCKS STRINGS_BLOCKS
struct language_tally; /* what a word tells of the language that it is of */
struct text_words;     /* the text that was read last: text/text-words */

struct vocabulary {
	struct arena *arena;
	struct stemmer *stemmer;
	struct strings *stems;          /* of all languages */
	struct language_tally *tallies; /* made when a language is guessed */
	struct vocabulary_part *parts[LANGUAGE_COUNT];
	struct text_words *read; /* null until a text is read line by line */
	struct form **forms[VOCABULARY_BLOCKS];
	uint32_t form_count;
	uint32_t turn; /* for whoever counts: the next number that no root has seen */
};

/* Owns: arena and stemmer stay the caller's; all forms, roots and stems live as long as the arena,
 * the vocabulary need not. */
void vocabulary_init(struct vocabulary *, struct stemmer *, struct arena *);

struct form *vocabulary_form(struct vocabulary *, enum language, struct span word);
/* The form of a number.  Whoever was given it may ask in another thread, while more words are met
 * in this one. */
struct form *vocabulary_numbered(const struct vocabulary *, uint32_t number);
/* The root of a form of that language. */
struct root *vocabulary_root(struct vocabulary *, enum language, struct form *);

/* A word in its place; it ends at start + form->text.len. */
struct placed_form {
	uint32_t start; /* bytes into the text, as whoever reads it counts */
	struct form *form;
};
VEC_OF(struct placed_form, placed_forms);

/* Adds the words of the text in their order, as words_next cuts them, counted from offset on.
 * True when the folded text has the same words, folded: some rare signs fold to letters. */
bool vocabulary_read(struct vocabulary *, enum language, struct span text, uint32_t offset,
	struct placed_forms *, struct arena *);

/* In which language a text is written: as language_of, for those who have many texts. */
enum language language_read(struct vocabulary *, struct span text);

#endif
