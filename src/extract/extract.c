#include "extract/extract.h"

#include "extract/days.h"
#include "extract/names-token.h"
#include "extract/names.h"
#include "extract/quotes.h"
#include "extract/roles.h"
#include "extract/terms.h"

struct evidence *extract(const struct article_words *words, struct arena *arena)
{
	const struct article *article = words->article;
	struct evidence *evidence = ARENA_NEW(arena, struct evidence);
	struct article_tokens tokens;

	article_tokens_init(&tokens, words->vocabulary);
	names_extract(article, &tokens, &evidence->names, &evidence->entities, arena);
	roles_extract(article, &tokens, &evidence->names, &evidence->roles, arena);
	days_extract(words, &evidence->days, arena);
	quotes_extract(article, &tokens, &evidence->quotes, arena);
	article_tokens_clear(&tokens);
	terms_extract(words, &evidence->terms, &evidence->word_count, arena);
	evidence->line_prints = prints_extract(words, arena);
	return evidence;
}

/* The marks of one kind, side by side. */
#define KEEP(arena, to, from) \
	((to)->at = arena_copy((arena), (from)->at, (from)->count * sizeof *(from)->at), \
		(to)->room = (to)->count)

struct evidence *evidence_keep(
	const struct evidence *evidence, uint32_t line_count, struct arena *arena)
{
	struct evidence *kept = ARENA_NEW(arena, struct evidence);

	*kept = *evidence;
	KEEP(arena, &kept->names, &evidence->names);
	KEEP(arena, &kept->entities, &evidence->entities);
	KEEP(arena, &kept->days, &evidence->days);
	KEEP(arena, &kept->quotes, &evidence->quotes);
	KEEP(arena, &kept->roles, &evidence->roles);
	kept->terms.at = arena_copy(
		arena, evidence->terms.at, evidence->terms.count * sizeof *evidence->terms.at);
	kept->line_prints = arena_copy(
		arena, evidence->line_prints, line_count * sizeof *evidence->line_prints);
	return kept;
}
