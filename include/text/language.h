#ifndef DEPECHE_TEXT_LANGUAGE_H
#define DEPECHE_TEXT_LANGUAGE_H

/*
 * In which language a text is written: by its script, then by its commonest words and, for
 * short texts, letters.  Stemming, for words that are searched in any form.
 */

#include "base/arena.h"
#include "text/table.h"

/* clang-format off */
enum language {
	LANGUAGE_NONE,
	LANGUAGE_FR, LANGUAGE_EN, LANGUAGE_DE, LANGUAGE_ES, LANGUAGE_IT, LANGUAGE_PT, LANGUAGE_NL,
	LANGUAGE_PL, LANGUAGE_CS, LANGUAGE_RU, LANGUAGE_UK, LANGUAGE_SV, LANGUAGE_RO, LANGUAGE_TR,
	LANGUAGE_EL, LANGUAGE_AR, LANGUAGE_HE, LANGUAGE_ZH, LANGUAGE_JA, LANGUAGE_KO,
	LANGUAGE_COUNT
};
/* clang-format on */

/* LANGUAGE_NONE where too little tells (fewer than some five words), and for languages that are
 * not in the list as far as they are recognised (Bulgarian, Hungarian, Persian…).  Of a long text
 * a few kilobytes from the middle are looked at. */
enum language language_of(struct span text);
const char *language_code(enum language);       /* ISO 639-1, "" for none */
const char *language_name(enum language);       /* in English: "French" */
enum language language_named(struct span code); /* by its code, in any case */
/* Whether it is the code of any language, of those too that are not in the list. */
bool language_is_code(struct span text);
/* Of a tag, which may name a region behind the code: "fr", "fr-CA", "fr_FR". */
enum language language_tagged(struct span tag);
/* Whether the folded word is one of the language's function words (articles, prepositions…). */
bool language_is_stop_word(enum language, struct span folded);
/* The same words, and those of a second language, for many look-ups. */
struct table_index language_stop_words(enum language, enum language also, struct arena *);

/* A stemmer holds what the Snowball library needs, one object for each language that it met;
 * it is used by one thread. */
struct stemmer;
struct stemmer *stemmer_open(void);
void stemmer_close(struct stemmer *);
/* The stem of a word, folded; the folded word itself where the language has no stemmer.
 * Takes the lower-case word with its accents, as Snowball wants it. */
struct span stem(struct stemmer *, enum language, struct span word, struct arena *);

#endif
