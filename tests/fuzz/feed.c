/* Any bytes read as a feed, keep what articles.h promises. */

#include "article/feed.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&feed_format, "a.xml", data, size);
	return 0;
}
