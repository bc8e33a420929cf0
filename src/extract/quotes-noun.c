#include "extract/quotes-noun.h"

#include <stdlib.h>

static int compare(const void *key, const void *noun)
{
	return span_compare(
		*(const struct span *)key, span_of(((const struct noun *)noun)->folded));
}

unsigned noun_kind(struct span folded)
{
	if (folded.len == 0)
		return 0;
	const struct noun *noun = bsearch(&folded, nouns, noun_count, sizeof *nouns, compare);

	return noun ? noun->kind : 0;
}
