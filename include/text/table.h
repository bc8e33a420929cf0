#ifndef DEPECHE_TEXT_TABLE_H
#define DEPECHE_TEXT_TABLE_H

/*
 * Looking words up in constant tables whose rows begin with a string and stand in bytewise order:
 * done for every word of every article, hence once, here, and fast.  The strings are arrays
 * inside the rows, of TABLE_HEAD bytes or more, with room for a zero at their end.
 */

#include "base/arena.h"

#define TABLE_HEAD 8u

/* The first row that is not before the word, among count rows of each bytes; count when all are.
 * Rows may share a word. */
size_t table_place(const void *rows, size_t count, size_t each, struct span word);
/* Whether the row is the word's. */
bool table_is(const void *row, size_t each, struct span word);
/* The first row of the word; null when it is not there. */
const void *table_find(const void *rows, size_t count, size_t each, struct span word);

/* Some rows of a table by their words, for those who look up every word of a text. */
struct table_index {
	const char *rows;
	size_t each;
	uint16_t *slots; /* 1 + the row's place, 0 when free */
	uint32_t mask;
};

/* Room for so many rows of the first 65535. */
struct table_index table_index(const void *rows, size_t each, size_t room, struct arena *);
void table_index_add(struct table_index *, size_t place);
const void *table_index_find(const struct table_index *, struct span word);

#define TABLE_FIND(rows, count, word) table_find((rows), (count), sizeof *(rows), (word))

#endif
