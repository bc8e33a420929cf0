/* Any bytes read as JSON, a list, or an object a line, keep what articles.h promises. */

#include "article/json.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&json_format, "a.json", data, size);
	return 0;
}
