/* Any bytes read as a text, keep what articles.h promises. */

#include "article/plain.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&plain_format, "a.txt", data, size);
	return 0;
}
