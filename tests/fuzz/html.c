/* Any bytes read as a web page, keep what articles.h promises; there is one article, or none. */

#include "article/html.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&html_format, "a.html", data, size);
	return 0;
}
