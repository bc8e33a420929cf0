#ifndef DEPECHE_TEXT_SCRIPT_TABLE_H
#define DEPECHE_TEXT_SCRIPT_TABLE_H

/*
 * What script.h knows of letters and of the endings of cases.
 */

#include <stddef.h>
#include <stdint.h>

/* A small letter.  Sounds are capitals where the letter leaves no doubt: A O U E I vowels, X what
 * is hushed or breathed (sh, ch, zh, kh), S what hisses, C a hissing affricate; consonants that
 * are the same everywhere are small. */
struct script_letter {
	uint32_t point;
	const char *latin; /* null: a Latin letter already */
	const char *sound;
};

/* An ending that a name takes in a sentence. */
struct script_ending {
	const char *folded;
	const char *after;   /* what may stand before it, by blanks; "" any consonant */
	int points;          /* its length */
	int consonants_left; /* at least as many must stay */
};

extern const struct script_letter script_letters[]; /* in order */
extern const size_t script_letter_count;
extern const struct script_ending script_endings[]; /* the first that fits is taken off */
extern const size_t script_ending_count;

#endif
