#include "store/segment.h"

#include <string.h>

struct span root_key(enum language language, struct span stem, struct arena *arena)
{
	char *root = arena_alloc(arena, stem.len + 1);

	root[0] = (char)('A' + (int)language);
	if (stem.len)
		memcpy(root + 1, stem.at, stem.len);
	return (struct span){root, stem.len + 1};
}

/* Only a title that stands in a line of its own has words of its own: a lead is body. */
struct extent segment_place(const struct article *article, uint32_t line)
{
	if (line < article->line_count)
		return article->lines[line].at;
	if (article->title_from == FROM_TEXT)
		return article->title_at;
	return (struct extent){0, 0};
}

struct span segment_words(const struct article *article, uint32_t line)
{
	struct extent place = segment_place(article, line);

	if (place.start < place.end)
		return span_in(article->text, place);
	if (line < article->line_count || article->title_from == FROM_LEAD)
		return SPAN("");
	return article->title;
}

/* Every word with its root: another thread asks for it, and must not change the vocabulary. */
static union token *put_tokens(union token *token, const struct article_words *words,
	const struct placed_form *at, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct form *form = at[i].form;
		if (!form->root)
			vocabulary_root(words->vocabulary, words->article->language, form);
		(token++)->word = form;
	}
	return token;
}

struct segment *segment_make(
	const struct article_words *words, const struct evidence *evidence, struct arena *arena)
{
	const struct article *article = words->article;
	struct segment *segment = ARENA_NEW(arena, struct segment);
	struct placed_forms title = {0};
	struct arena scratch;
	uint32_t count = 0;

	arena_init(&scratch);
	vocabulary_read(words->vocabulary, article->language,
		segment_words(article, article->line_count), 0, &title, &scratch);
	segment->article = article;
	segment->evidence = evidence;
	segment->line_ends = ARENA_ARRAY(arena, uint32_t, (size_t)article->line_count + 1);
	segment->terms = ARENA_ARRAY(arena, uint32_t, evidence->terms.count);
	for (uint32_t line = 0; line < article->line_count; line++)
		count += line_is_body(article->lines[line].kind) ? words->lines[line].count : 0;
	segment->tokens = ARENA_ARRAY(arena, union token, (size_t)count + title.count);
	union token *token = segment->tokens;
	for (uint32_t line = 0; line < article->line_count; line++) {
		const struct line_words *at = &words->lines[line];
		if (line_is_body(article->lines[line].kind))
			token = put_tokens(token, words, words->forms.at + at->first, at->count);
		segment->line_ends[line] = (uint32_t)(token - segment->tokens);
	}
	token = put_tokens(token, words, title.at, title.count);
	segment->line_ends[article->line_count] = (uint32_t)(token - segment->tokens);
	arena_clear(&scratch);
	return segment;
}
