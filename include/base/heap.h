#ifndef DEPECHE_BASE_HEAP_H
#define DEPECHE_BASE_HEAP_H

/*
 * What the library's heap is told, as far as it can be told anything.
 */

/* Once, before there are threads: large blocks that are given back go back to the system; the heap
 * would keep those of one thread from all others. */
void heap_settle(void);

#endif
