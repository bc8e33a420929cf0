#include "store/segment.h"

#include "text/word.h"

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

static uint32_t words_in(struct span text)
{
	struct words it = words_of(text);
	struct word word;
	uint32_t count = 0;

	while (words_next(&it, &word))
		count++;
	return count;
}

void segment_title(const struct segment *segment, uint32_t line, uint32_t *from, uint32_t *to)
{
	const struct article *article = segment->article;
	uint32_t first = line ? segment->line_ends[line - 1] : 0, end = segment->line_ends[line];
	struct extent place = segment_place(article, line), lead = article->title_at;

	*from = first;
	*to = line == article->line_count ? end : first;
	if (article->title_from != FROM_LEAD || line == article->line_count ||
		lead.start < place.start || lead.end > place.end || first == end)
		return;
	*from += words_in(span_cut(article->text, place.start, lead.start));
	*to = *from + words_in(span_in(article->text, lead));
	*to = *to < end ? *to : end;
}

/* Every word with its root: another thread asks for it, and must not change the vocabulary. */
static uint32_t *put_words(uint32_t *to, const struct article_words *words,
	const struct placed_form *at, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct form *form = at[i].form;
		if (!form->root)
			vocabulary_root(words->vocabulary, words->article->language, form);
		*to++ = form->number;
	}
	return to;
}

struct draft *draft_make(
	const struct article_words *words, struct evidence *evidence, struct arena *arena)
{
	const struct article *article = words->article;
	struct draft *draft = ARENA_NEW(arena, struct draft);
	struct placed_forms title = {0};
	uint32_t count = 0;

	vocabulary_read(words->vocabulary, article->language,
		segment_words(article, article->line_count), 0, &title, arena);
	draft->article = article;
	draft->evidence = evidence;
	draft->line_ends = ARENA_ARRAY(arena, uint32_t, (size_t)article->line_count + 1);
	for (uint32_t line = 0; line < article->line_count; line++)
		count += line_is_body(article->lines[line].kind) ? words->lines[line].count : 0;
	draft->words = ARENA_ARRAY(arena, uint32_t, (size_t)count + title.count);
	uint32_t *to = draft->words;
	for (uint32_t line = 0; line < article->line_count; line++) {
		const struct line_words *at = &words->lines[line];
		if (line_is_body(article->lines[line].kind))
			to = put_words(to, words, line_forms(words, at), at->count);
		draft->line_ends[line] = (uint32_t)(to - draft->words);
	}
	to = put_words(to, words, title.at, title.count);
	draft->line_ends[article->line_count] = (uint32_t)(to - draft->words);
	draft->form_count = words->vocabulary->form_count;
	draft->stem_count = words->vocabulary->stems->count;
	return draft;
}
