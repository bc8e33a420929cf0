#ifndef DEPECHE_TEXT_FOLD_TABLE_H
#define DEPECHE_TEXT_FOLD_TABLE_H

/*
 * What the Latin letters of the first blocks fold to (fold.h): a table of its own because
 * nearly every letter of an archive in a western language passes through it.
 */

#define FOLD_LATIN_START 0x80
#define FOLD_LATIN_END 0x250

/* UTF-8, at most five bytes, terminated by a zero. */
extern const char fold_latin[FOLD_LATIN_END - FOLD_LATIN_START][6];

#endif
