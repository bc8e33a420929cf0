#include "extract/extract.h"

#include "extract/days.h"
#include "extract/names.h"
#include "extract/quotes.h"
#include "extract/terms.h"

const struct evidence *extract(
	const struct article *article, struct stemmer *stemmer, struct arena *arena)
{
	struct evidence *evidence = ARENA_NEW(arena, struct evidence);

	names_extract(article, &evidence->names, arena);
	days_extract(article, &evidence->days, arena);
	quotes_extract(article, &evidence->quotes, arena);
	terms_extract(article, stemmer, &evidence->terms, &evidence->word_count, arena);
	evidence->line_prints = prints_extract(article, arena);
	return evidence;
}
