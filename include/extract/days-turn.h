#ifndef DEPECHE_EXTRACT_DAYS_TURN_H
#define DEPECHE_EXTRACT_DAYS_TURN_H

/*
 * Expressions that turn on one word ("semaine", "hier", "hiver"), with what stands on both its
 * sides.  For day_relative alone.
 */

#include "extract/days-rules.h"

/* A rule at work. */
struct day_turn {
	const struct day_sentence *s;
	const struct day_word *word; /* on which it turns */
	uint32_t at;                 /* its place */
	enum day_within within;
	struct placed_mark *mark; /* first and last are the word's to begin with */
};

/* The word that stands so far ahead of the turning one. */
const struct day_word *turn_word(const struct day_turn *, int ahead);
/* Whether nothing but blanks, or an apostrophe, stands between that word and the next. */
bool turn_joined(const struct day_turn *, int ahead);
bool turn_hyphened(const struct day_turn *, int ahead);
/* Whether that many words before the turning one are free, the first joined to the next. */
bool turn_reaches(const struct day_turn *, uint32_t back);
/* What is meant: so many units after the anchor.  True, so that taking it is one expression. */
bool turn_take(struct day_turn *, enum day_anchor, enum day_unit, int shift);
/* Behind the mark: a year, "de l'année", "of 2016", "de l'an dernier". */
bool turn_take_year(struct day_turn *);

/* "la semaine dernière", "il y a trois mois", "le mois de juin", "troisième trimestre"… */
bool turn_unit(struct day_turn *);

#endif
