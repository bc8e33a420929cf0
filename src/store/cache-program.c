#include "store/cache-sections.h"

const char *cache_program(void)
{
	return DEPECHE_SOURCES;
}
