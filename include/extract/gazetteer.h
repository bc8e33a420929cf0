#ifndef DEPECHE_EXTRACT_GAZETTEER_H
#define DEPECHE_EXTRACT_GAZETTEER_H

/*
 * Lists of words that matter for names: given names with their gender, titles, functions,
 * places, nationalities, verbs of saying, particles.  Compiled into the program; look-ups take
 * folded words (text/fold.h) and keep no state.
 */

#include "extract/evidence.h"

/* A word may be in several lists: bits. */
enum gazetteer_list {
	LIST_GIVEN_MALE = 1 << 0,
	LIST_GIVEN_FEMALE = 1 << 1,
	LIST_TITLE_MALE = 1 << 2,    /* M., MM., Mr, Herr, г-н */
	LIST_TITLE_FEMALE = 1 << 3,  /* Mme, Mlle, Mrs, Frau */
	LIST_TITLE_PLURAL = 1 << 4,  /* MM., Mmes, together with a gender */
	LIST_ROLE = 1 << 5,          /* président, ministre, porte-parole, ambassador… */
	LIST_PLACE = 1 << 6,         /* countries, capitals, large cities, regions */
	LIST_PEOPLES = 1 << 7,       /* Russe, Américain, Européens… */
	LIST_SAYING = 1 << 8,        /* déclaré, indiqué, said… */
	LIST_PARTICLE = 1 << 9,      /* de, von, van, ben, al… */
	LIST_ORGANISATION = 1 << 10, /* Kremlin, Pentagone, OTAN, ministère, conseil… */
	LIST_COMMON = 1 << 11,   /* words that begin sentences, days, months: never a name alone */
	LIST_NAMESAKE = 1 << 12, /* what is named after persons: rue, stade, affaire, ouragan… */
	LIST_SURNAME_FIRST = 1 << 13, /* surnames that stand first: Xi, Kim, Nguyen… */
	LIST_AFFAIR = 1 << 14 /* affaire, loi, famille…: a bare name after it proves nobody */
};
#define LIST_GIVEN (LIST_GIVEN_MALE | LIST_GIVEN_FEMALE)
#define LIST_TITLE (LIST_TITLE_MALE | LIST_TITLE_FEMALE)

unsigned gazetteer_lists(struct span folded); /* the lists that hold the word */
/* Of places that are several words long ("Etats Unis", "Corée du Nord"): how many of the given
 * folded words the longest place that begins with the first one takes; 0 when none does. */
int gazetteer_place_words(const struct span *folded, int count);
/* The same for the phrases of any list: the words taken, at least two, and the lists that hold
 * them in *lists; 0 when none does. */
int gazetteer_phrase(const struct span *folded, int count, unsigned *lists);
bool gazetteer_begins_phrase(struct span folded);
/* As gazetteer_lists, and given names in the cases of Slavic languages and hyphenated ones of two
 * parts ("Дмитрию", "Jean-Vincent") are found besides. */
unsigned gazetteer_word(struct span folded, enum language);
/* The given name that a folded word is a case of, in the space given; the word itself when it is
 * none, or a given name as it stands. */
#define GAZETTEER_BASE 64
struct span gazetteer_given_base(struct span folded, char base[GAZETTEER_BASE]);
/* The gender that a given name tells; a name of both kinds tells none. */
enum gender gazetteer_gender(unsigned lists);

#endif
