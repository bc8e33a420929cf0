/*
 * Quotations of any text, in the language that the first byte names.  Promised: marks lie in body
 * lines, in order and apart, on code point boundaries; cues and phrases lie in the text; speakers
 * are actors, or words of the article.
 */

#include "extract/names.h"
#include "extract/quotes.h"
#include "know/speakers.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <stdlib.h>

#define LINES 256u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_extent(struct span text, struct extent at)
{
	demand(at.start <= at.end && at.end <= text.len);
	demand(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
}

static bool in_body(const struct article *article, struct extent at)
{
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if ((line_is_body(line->kind) || line->kind == LINE_TITLE) &&
			line->at.start <= at.start && at.end <= line->at.end)
			return true;
	}
	return false;
}

static void check_marks(const struct article *article, const struct quote_marks *marks)
{
	for (uint32_t i = 0; i < marks->count; i++) {
		const struct quote_mark *mark = &marks->at[i];
		check_extent(article->text, mark->at);
		check_extent(article->text, mark->cue);
		check_extent(article->text, mark->phrase);
		demand(mark->at.start < mark->at.end && in_body(article, mark->at));
		demand(mark->clue < SPEAKER_CLUE_COUNT);
		demand(i == 0 || marks->at[i - 1].at.end <= mark->at.start);
	}
}

static void fill(struct article *article, struct line *lines, uint8_t *kinds)
{
	struct span rest = article->text, line;

	article->lines = lines;
	while (article->line_count < LINES && span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - article->text.at);
		enum line_kind kind = line.len % 7 ? LINE_PARAGRAPH
						   : (enum line_kind)(line.len % LINE_KIND_COUNT);
		if (line.len == 0)
			continue;
		kinds[article->line_count] = (uint8_t)kind;
		lines[article->line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, kind};
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct line lines[LINES];
	uint8_t kinds[LINES];
	const uint8_t *kind_list = kinds;
	struct article article = {.path = "x"};
	struct evidence evidence = {.word_count = 0};
	struct document document = {&article, &evidence};
	struct people people;
	struct arena arena;

	arena_init(&arena);
	if (size > 0) {
		struct span bytes = {(const char *)data + 1, size - 1};
		article.language = (enum language)(data[0] % LANGUAGE_COUNT);
		article.text = decode(bytes, &arena).text;
	}
	fill(&article, lines, kinds);
	names_extract(&article, NULL, &evidence.names, NULL, &arena);
	quotes_extract(&article, NULL, &evidence.quotes, &arena);
	check_marks(&article, &evidence.quotes);
	people_make(&document, &kind_list, 1, NULL, &people, &arena);
	struct quotations found =
		speakers_make(&document, kinds, &people, &people.documents[0], &arena);
	demand(found.count <= evidence.quotes.count);
	for (uint32_t i = 0; i < found.count; i++) {
		demand(found.at[i].actor == SPEAKER_NOBODY ||
			found.at[i].actor < people.actor_count);
		demand(utf8_valid(found.at[i].speaker));
		check_extent(article.text, found.at[i].name);
		check_extent(article.text, found.at[i].phrase);
		demand((found.at[i].name.start < found.at[i].name.end) <=
			(found.at[i].speaker.len > 0));
	}
	arena_clear(&arena);
	return 0;
}
