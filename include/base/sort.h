#ifndef DEPECHE_BASE_SORT_H
#define DEPECHE_BASE_SORT_H

/*
 * Lists of numbers, brought into rising order where they lie.
 */

#include <stdint.h>

void sort_numbers(uint32_t *numbers, uint32_t count);
void sort_longs(uint64_t *numbers, uint32_t count);
/* By their upper halves alone. */
void sort_high(uint64_t *numbers, uint32_t count);
/* The first, each kept once; how many are left. */
uint32_t sort_once(uint32_t *numbers, uint32_t count);

#endif
