/* Any bytes read as a note in Markdown, keep what articles.h promises. */

#include "article/markdown.h"
#include "articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_format(&markdown_format, "a.md", data, size);
	return 0;
}
