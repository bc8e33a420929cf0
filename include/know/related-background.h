#ifndef DEPECHE_KNOW_RELATED_BACKGROUND_H
#define DEPECHE_KNOW_RELATED_BACKGROUND_H

/*
 * The table behind related_background: the commonest stems of the background, sorted by their
 * bytes.  Made by tests/train/background.
 */

#include <stddef.h>
#include <stdint.h>

#define RELATED_BACKGROUND_STEM \
	16 /* bytes, the closing zero counted; longer stems are left out \
	    */

struct related_background_word {
	char stem[RELATED_BACKGROUND_STEM];
	uint16_t articles;
};

extern const struct related_background_word related_background_words[];
extern const size_t related_background_count;

#endif
