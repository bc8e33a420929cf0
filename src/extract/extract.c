#include "extract/extract.h"

#include "extract/days.h"
#include "extract/names.h"
#include "extract/quotes.h"
#include "extract/roles.h"
#include "extract/terms.h"

const struct evidence *extract(const struct article_words *words, struct arena *arena)
{
	const struct article *article = words->article;
	struct evidence *evidence = ARENA_NEW(arena, struct evidence);

	names_extract(article, &evidence->names, &evidence->entities, arena);
	roles_extract(article, &evidence->names, &evidence->roles, arena);
	days_extract(words, &evidence->days, arena);
	quotes_extract(article, &evidence->quotes, arena);
	terms_extract(words, &evidence->terms, &evidence->word_count, arena);
	evidence->line_prints = prints_extract(words, arena);
	return evidence;
}
