#include "base/heap.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (512 * 1024) /* bytes; half of the largest block of an arena */

void heap_settle(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}
