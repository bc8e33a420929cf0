#ifndef DEPECHE_EXTRACT_DAYS_RULES_H
#define DEPECHE_EXTRACT_DAYS_RULES_H

/*
 * The rules by which words become marks, from the plainest up: what the calendar names (dates),
 * what is told by its distance (relative), either of them with what belongs to it (point), parts
 * of them and ranges.  A rule looks at a word and says whether an expression stands there; it
 * fills in the mark but for its place in bytes.  Each looks at a bounded number of words.  For
 * extract/days alone.
 */

#include "extract/days-words.h"

/* One sentence under examination. */
struct day_sentence {
	struct span text;
	enum language language;
	const struct day_words *words;
	uint32_t free; /* words before this one belong to a mark already */
};

/* The word; one that is nothing beyond both ends, so that i - 1 may be asked for. */
const struct day_word *day_word_at(const struct day_sentence *, uint32_t i);
/* What stands between a word and the next; empty at the ends. */
struct span day_gap(const struct day_sentence *, uint32_t i);
/* Whether that is nothing but blanks, or one of the signs with blanks around it. */
bool day_gap_is(const struct day_sentence *, uint32_t i, const char *signs);
/* Whether the word is this one, in ASCII, whatever the case of its letters. */
bool day_word_is(const struct day_sentence *, uint32_t i, const char *small);

/* In what the expression at hand stands: inside another one a month or a year needs no
 * preposition, and "l'année" is one. */
enum day_within { WITHIN_TEXT, WITHIN_RANGE, WITHIN_PART };

#define DAY_YEAR_MOST 2099 /* a later year is none that the press speaks of */

bool day_is_number(const struct day_word *);          /* of a day of a month */
bool day_is_year(const struct day_word *, int least); /* four digits */
/* Takes a year that follows the word at last, which moves onto it; 0 when there is none. */
int day_take_year(const struct day_sentence *, uint32_t *last);

bool day_date(const struct day_sentence *, uint32_t i, enum day_within, struct placed_mark *);
bool day_relative(const struct day_sentence *, uint32_t i, enum day_within, struct placed_mark *);
/* A date or a relative expression with "dernier", "matin", "de la même année" behind it. */
bool day_point(const struct day_sentence *, uint32_t i, enum day_within, struct placed_mark *);
/* A point, or "début octobre", "la fin de l'année". */
bool day_part(const struct day_sentence *, uint32_t i, enum day_within, struct placed_mark *);
/* "du 16 au 23 juin", "les 8, 10 et 12 mai", "2004-2006", "la nuit de mardi à mercredi". */
bool day_range(const struct day_sentence *, uint32_t i, struct placed_mark *);

#endif
