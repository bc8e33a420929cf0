#include "extract/words.h"

#include "text/text-words.h"

#include <string.h>

/* The words of a line as the layout read them; false when it did not read just this line.  Both
 * walk the text forwards: *place is where in what was read. */
static bool line_take(struct article_words *words, struct line_words *line,
	const struct text_words *read, struct extent at, uint32_t *place, struct arena *arena)
{
	while (*place < read->lines.count && read->lines.at[*place].at.start < at.start)
		++*place;
	if (*place == read->lines.count)
		return false;
	const struct read_line *taken = &read->lines.at[*place];
	if (taken->at.start != at.start || taken->at.end != at.end)
		return false;
	const struct placed_form *forms = vec_from(&read->forms, taken->first);
	if (taken->count && words->forms.room - words->forms.count >= taken->count) {
		memcpy(words->forms.at + words->forms.count, forms, taken->count * sizeof *forms);
		words->forms.count += taken->count;
	} else {
		for (uint32_t i = 0; i < taken->count; i++)
			*vec_push(arena, &words->forms) = forms[i];
	}
	line->same = taken->same;
	return true;
}

void words_read(struct article_words *words, const struct article *article,
	struct vocabulary *vocabulary, struct arena *arena)
{
	const struct text_words *read =
		text_words_of(vocabulary, article->language, article->text, article->reading);
	uint32_t place = 0;

	*words = (struct article_words){.article = article,
		.vocabulary = vocabulary,
		.lines = ARENA_ARRAY(arena, struct line_words, article->line_count)};
	if (read && read->forms.count) {
		words->forms.room = read->forms.count;
		words->forms.at = ARENA_ARRAY(arena, struct placed_form, words->forms.room);
	}
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;
		struct line_words *line = &words->lines[i];
		line->first = words->forms.count;
		if (!read || !line_take(words, line, read, at, &place, arena))
			line->same = vocabulary_read(vocabulary, article->language,
				span_in(article->text, at), at.start, &words->forms, arena);
		line->count = words->forms.count - line->first;
	}
}
