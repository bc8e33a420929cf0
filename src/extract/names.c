#include "extract/names.h"

#include "extract/entities.h"
#include "extract/names-run.h"
#include "extract/names-tagged.h"

#define HEADLINE_LEAST 4 /* long words with a capital */
#define HEADLINE_MOST 24 /* tokens */
#define LONG_WORD 4      /* bytes; shorter ones are small even there */

/* English headlines write nearly all words with capitals. */
static bool is_headline(const struct stretch *stretch)
{
	uint32_t count = stretch->tokens.count, large = 0, little = 0;

	if (stretch->language != LANGUAGE_EN || count > HEADLINE_MOST ||
		stretch_sign(stretch, (int64_t)count - 1, '.'))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		const struct word *word = &stretch->tokens.at[i].word;
		if (word->kind == WORD_LETTERS && word->end - word->start >= LONG_WORD)
			word->capitalised ? large++ : little++;
	}
	return large >= HEADLINE_LEAST && little * HEADLINE_LEAST < large;
}

/* A capital proves nobody there: the marks from first on name whom the archive names elsewhere. */
static void doubt(struct name_marks *marks, uint32_t first)
{
	for (uint32_t i = first; i < marks->count; i++)
		if (marks->at[i].clue != CLUE_TITLE)
			marks->at[i].clue = CLUE_BARE;
}

static void names_by_rules(const struct article *article, struct article_tokens *kept,
	struct name_marks *marks, struct entity_marks *entities, struct arena *arena)
{
	struct arena scratch, list;
	struct stretch stretch = {.text = article->text,
		.language = article->language,
		.kept = kept,
		.arena = &scratch,
		.list = &list};

	arena_init(&scratch);
	arena_init(&list);
	arena_alloc(&scratch, 1); /* a first block, so that a rewind keeps it */
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (!line_is_body(line->kind) && line->kind != LINE_TITLE)
			continue;
		for (size_t at = line->at.start;;) {
			struct arena_mark empty = arena_mark(&scratch);
			if (!stretch_next(&stretch, line->at, &at))
				break;
			uint32_t first = marks->count;
			run_names(&stretch, marks, arena);
			if (is_headline(&stretch))
				doubt(marks, first);
			if (entities)
				entities_listed(&stretch, marks, first, entities, arena);
			arena_rewind(&scratch, empty);
		}
	}
	arena_clear(&list);
	arena_clear(&scratch);
}

void names_extract(const struct article *article, struct article_tokens *kept,
	struct name_marks *marks, struct entity_marks *entities, struct arena *arena)
{
	if (article->language == LANGUAGE_FR)
		names_tagged(article, kept, tagger_weights, marks, entities, arena);
	else
		names_by_rules(article, kept, marks, entities, arena);
}
