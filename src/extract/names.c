#include "extract/names.h"

#include "extract/entities.h"
#include "extract/names-run.h"
#include "extract/names-tagged.h"

static void names_by_rules(const struct article *article, struct name_marks *marks,
	struct entity_marks *entities, struct arena *arena)
{
	struct arena scratch, list;
	struct stretch stretch = {.text = article->text,
		.language = article->language,
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
			if (entities)
				entities_listed(&stretch, marks, first, entities, arena);
			arena_rewind(&scratch, empty);
		}
	}
	arena_clear(&list);
	arena_clear(&scratch);
}

void names_extract(const struct article *article, struct name_marks *marks,
	struct entity_marks *entities, struct arena *arena)
{
	if (article->language == LANGUAGE_FR)
		names_tagged(article, tagger_weights, marks, entities, arena);
	else
		names_by_rules(article, marks, entities, arena);
}
