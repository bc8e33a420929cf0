#include "extract/words.h"

void words_read(struct article_words *words, const struct article *article,
	struct vocabulary *vocabulary, struct arena *arena)
{
	*words = (struct article_words){.article = article,
		.vocabulary = vocabulary,
		.lines = ARENA_ARRAY(arena, struct line_words, article->line_count)};
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;
		struct line_words *line = &words->lines[i];
		line->first = words->forms.count;
		line->same = vocabulary_read(vocabulary, article->language,
			span_in(article->text, at), at.start, &words->forms, arena);
		line->count = words->forms.count - line->first;
	}
}
