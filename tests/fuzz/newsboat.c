/* Any bytes read as newsboat's cache, an SQLite database, keep what articles.h promises. */

#include "article/newsboat.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&newsboat_format, "cache.db", data, size);
	return 0;
}
