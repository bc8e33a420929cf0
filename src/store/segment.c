#include "store/segment.h"

#include "text/fold.h"
#include "text/lower.h"
#include "text/word.h"

#include <string.h>

void wordbook_init(
	struct wordbook *book, struct stemmer *stemmer, struct arena *arena, struct arena *scratch)
{
	*book = (struct wordbook){.arena = arena, .scratch = scratch, .stemmer = stemmer};
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		map_init(&book->surfaces[i], arena);
}

struct span root_key(enum language language, struct span stem, struct arena *arena)
{
	char *root = arena_alloc(arena, stem.len + 1);

	root[0] = (char)('A' + (int)language);
	if (stem.len)
		memcpy(root + 1, stem.at, stem.len);
	return (struct span){root, stem.len + 1};
}

static struct spelling *spelling_of(
	struct wordbook *book, enum language language, struct span surface)
{
	bool made;
	struct map_entry *entry = map_put(&book->surfaces[language], surface, &made);

	if (!made)
		return book->spellings.at[entry->value];
	struct arena_mark mark = arena_mark(book->scratch);
	struct span lowered = lower(surface, book->scratch);
	struct span root = root_key(
		language, stem(book->stemmer, language, lowered, book->scratch), book->scratch);
	struct spelling *spelling = ARENA_NEW(book->arena, struct spelling);
	spelling->small = span_equal(surface, lowered);
	spelling->form = arena_span(book->arena, fold(surface, book->scratch));
	spelling->root = arena_span(book->arena, root);
	arena_rewind(book->scratch, mark);
	entry->value = book->spellings.count;
	*vec_push(book->arena, &book->spellings) = spelling;
	return spelling;
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

struct segment *segment_make(const struct article *article, const struct evidence *evidence,
	struct wordbook *book, struct arena *arena)
{
	struct segment *segment = ARENA_NEW(arena, struct segment);
	struct arena_mark mark = arena_mark(book->scratch);
	VEC(union token) tokens = {0};
	struct word word;

	segment->article = article;
	segment->evidence = evidence;
	segment->line_ends = ARENA_ARRAY(arena, uint32_t, (size_t)article->line_count + 1);
	segment->terms = ARENA_ARRAY(arena, uint32_t, evidence->terms.count);
	for (uint32_t line = 0; line <= article->line_count; line++) {
		bool taken = line == article->line_count || line_is_body(article->lines[line].kind);
		struct span text = taken ? segment_words(article, line) : SPAN("");
		for (struct words it = words_of(text); words_next(&it, &word);) {
			struct span surface = span_cut(text, word.start, word.end);
			struct spelling *spelling = spelling_of(book, article->language, surface);
			vec_push(book->scratch, &tokens)->spelling = spelling;
		}
		segment->line_ends[line] = tokens.count;
	}
	segment->tokens = arena_copy(arena, tokens.at, tokens.count * sizeof *tokens.at);
	arena_rewind(book->scratch, mark);
	return segment;
}
