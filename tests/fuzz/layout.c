/*
 * Any bytes, decoded and laid out, keep the promises of article.h: lines in order, trimmed, on
 * code point boundaries, every character that is no blank in one of them; facts that lie where
 * they say; a title wherever there is a text.
 */

#include "article/layout.h"
#include "article/unwrap.h"
#include "text/decode.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PROMISE(condition) ((condition) ? (void)0 : broken(#condition, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void broken(const char *words, int line)
{
	fprintf(stderr, "layout.c:%d: broken promise: %s\n", line, words);
	abort();
}

static bool is_no_text(uint32_t point)
{
	return utf8_is_space(point) || point == '\f' || point == '\v' || point == 0x200B ||
	       point == 0xFEFF || point == 0x2060;
}

static void check_extent(struct span text, struct extent at)
{
	PROMISE(at.start <= at.end && at.end <= text.len);
	PROMISE(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
}

static void check_gap(struct span text, size_t start, size_t end)
{
	while (start < end)
		PROMISE(is_no_text(utf8_next(text, &start)));
}

static void check_lines(const struct article *article)
{
	struct span text = article->text;
	size_t end = 0;

	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;
		size_t first = at.start, last = at.end;
		check_extent(text, at);
		PROMISE(at.start < at.end && at.start >= end);
		PROMISE(article->lines[i].kind < LINE_KIND_COUNT);
		check_gap(text, end, at.start);
		PROMISE(!is_no_text(utf8_next(text, &first)));
		PROMISE(!is_no_text(utf8_previous(text, &last)));
		end = at.end;
	}
	check_gap(text, end, text.len);
}

static bool lies_in(struct span text, struct span part)
{
	return part.len == 0 || (part.at >= text.at && part.at + part.len <= text.at + text.len);
}

/* Whether a title is what stands at its place, but for blanks, and for signs around it. */
static bool says_the_same(struct span text, struct span title)
{
	char *place = malloc(text.len + 1), *own = malloc(title.len + 1);

	if (!place || !own)
		abort();
	struct span shown = {place, squeeze(text, place)}, squeezed = {own, squeeze(title, own)};
	bool same = squeezed.len == 0 || span_find(shown, squeezed, 0) < shown.len;
	free(place);
	free(own);
	return same;
}

static void check_title(const struct article *article)
{
	bool has_body = false;

	for (uint32_t i = 0; i < article->line_count; i++)
		has_body |= line_is_body(article->lines[i].kind);
	PROMISE(has_body || article->line_count == 0 || article->title_from == FROM_METADATA);
	PROMISE((article->line_count > 0) == (article->title.len > 0));
	PROMISE((article->line_count > 0) == (article->title_from != FROM_NOWHERE));
	check_extent(article->text, article->title_at);
	PROMISE(says_the_same(span_in(article->text, article->title_at), article->title));
	PROMISE(span_find(article->title, SPAN("\n"), 0) == article->title.len);
}

static void check_facts(const struct article *article)
{
	struct span text = article->text;

	for (uint32_t i = 0; i < article->stamp_count; i++) {
		struct stamp stamp = article->stamps[i];
		check_extent(text, stamp.at);
		PROMISE(stamp.month >= 1 && stamp.month <= 12 && stamp.day >= 0 && stamp.day <= 31);
		PROMISE(stamp.minute >= -1 && stamp.minute < 24 * 60);
		PROMISE(stamp.weekday >= -1 && stamp.weekday <= 6);
		PROMISE(stamp.from != FROM_NOWHERE);
	}
	for (uint32_t i = 0; i < article->byline_count; i++)
		PROMISE(article->bylines[i].len > 0 && lies_in(text, article->bylines[i]));
	for (uint32_t i = 0; i < article->tag_count; i++)
		PROMISE(article->tags[i].len > 0 && lies_in(text, article->tags[i]));
	PROMISE(lies_in(text, article->section) && lies_in(text, article->source));
	PROMISE(lies_in(text, article->url));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;

	arena_init(&arena);
	struct decoded decoded = decode((struct span){(const char *)data, size}, &arena);
	struct article article = {.path = "2021-01-26/a.txt", .saved = decoded.text};
	article.text = unwrap(article.saved, &arena);
	PROMISE(article.text.len == article.saved.len && utf8_valid(article.text));
	article.language = language_of(article.text);
	layout(&article, NULL, &arena);
	check_lines(&article);
	check_title(&article);
	check_facts(&article);
	arena_clear(&arena);
	return 0;
}
