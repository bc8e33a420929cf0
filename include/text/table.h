#ifndef DEPECHE_TEXT_TABLE_H
#define DEPECHE_TEXT_TABLE_H

/*
 * Looking words up in constant tables whose rows begin with a string and stand in bytewise order:
 * done for every word of every article, hence once, here, and fast.
 */

#include "base/span.h"

/* The row of the word, among count rows of each bytes; null when it is not there. */
const void *table_find(const void *rows, size_t count, size_t each, struct span word);

#define TABLE_FIND(rows, count, word) table_find((rows), (count), sizeof *(rows), (word))

#endif
