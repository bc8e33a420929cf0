#include "know/speakers-full.h"

#include "know/speakers-naming.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

#define FULL_REACH 200u
#define DOCUMENT_REACH 800u
#define OFFICE_REACH 60u
#define OFFICE_TRIES 20u

static bool is_acronym(struct span name)
{
	struct words it = words_of(name);
	struct word word;

	return tokens_next(&it, &word) && word.start == 0 && word.end == name.len &&
	       word.all_capitals && name.len <= 10;
}

/* The capitalised word that begins the phrase of count words right before a place. */
static struct extent words_before(const struct article *article, uint32_t end, size_t letters)
{
	uint32_t from = end > 160 ? end - 160 : 0;
	while (from < end && !utf8_boundary(article->text, from))
		from++;
	struct span text = span_cut(article->text, from, end);
	struct words it = words_of(text);
	struct word word, capitals[16];
	size_t count = 0;

	while (tokens_next(&it, &word)) {
		if (word.kind == WORD_SIGN) {
			count = 0;
		} else if (word.capitalised) {
			if (count == COUNT(capitals))
				count = 0;
			capitals[count++] = word;
		}
	}
	if (count < 2)
		return (struct extent){0, 0};
	size_t first = count > letters ? count - letters : 0;
	return (struct extent){from + capitals[first].start,
		from + (uint32_t)span_trim(text).len + (uint32_t)(span_trim(text).at - text.at)};
}

/* "ABC [agence bretonne du cinéma]": words whose first letters are the name's. */
static struct extent words_behind(
	const struct article *article, size_t at, struct span letters, struct arena *arena)
{
	struct span rest = span_cut(article->text, at, at + FULL_REACH);
	struct span initials = fold(letters, arena);
	struct words it = words_of(rest);
	struct word word;
	struct extent full = {0, 0};
	size_t found = 0;

	while (found < initials.len && tokens_next(&it, &word) && word.kind != WORD_SIGN) {
		struct span folded = fold(span_cut(rest, word.start, word.end), arena);
		if (folded.at[0] != initials.at[found])
			continue;
		if (found++ == 0)
			full.start = (uint32_t)at + word.start;
		full.end = (uint32_t)at + word.end;
	}
	return found == initials.len ? full : (struct extent){0, 0};
}

static struct extent full_behind(
	const struct article *article, struct span letters, char bracket, struct arena *arena)
{
	struct span sign =
		span_of(arena_format(arena, "%.*s %c", (int)letters.len, letters.at, bracket));
	size_t at = span_find(article->text, sign, 0);

	if (at == article->text.len)
		return (struct extent){0, 0};
	return words_behind(article, at + sign.len, letters, arena);
}

struct extent body_in_full(const struct article *article, struct extent name, struct arena *arena)
{
	struct span letters = span_in(article->text, name);
	struct extent full;

	if (!is_acronym(letters))
		return name;
	struct span bracket = span_of(arena_format(arena, "(%.*s)", (int)letters.len, letters.at));
	size_t at = span_find(article->text, bracket, 0);
	if (at < article->text.len) {
		full = words_before(article, (uint32_t)at, letters.len);
	} else {
		full = full_behind(article, letters, '(', arena);
		if (full.start == full.end)
			full = full_behind(article, letters, '[', arena);
	}
	return full.start < full.end ? full : name;
}

struct extent body_of_document(
	const struct article *article, struct extent phrase, struct arena *arena)
{
	static const char *const joints[] = {"de ", "d'", "d’", "du ", "des ", "of "};
	struct naming words;
	uint32_t from = phrase.start > DOCUMENT_REACH ? phrase.start - DOCUMENT_REACH : 0;

	naming_read(article, phrase, &words, arena);
	struct span noun =
		words.count ? span_in(article->text,
				      naming_extent(&words, words.count - 1, words.count - 1))
			    : SPAN("");
	for (size_t at = span_find(article->text, noun, from); noun.len && at < phrase.start;
		at = span_find(article->text, noun, at + 1)) {
		struct span rest = span_cut(article->text, at + noun.len + 1, phrase.start);
		for (size_t i = 0; i < COUNT(joints); i++) {
			struct span joint = span_of(joints[i]);
			if (!span_starts(rest, joint))
				continue;
			uint32_t start = (uint32_t)(at + noun.len + 1 + joint.len), end = start;
			while (end < phrase.start && !strchr(",.;:\n(\"", article->text.at[end]) &&
				!span_starts(span_cut(article->text, end, phrase.start), SPAN("«")))
				end++;
			return (struct extent){start, end};
		}
	}
	return (struct extent){0, 0};
}

/* Whether the words that begin at a place say what an office is of, and where they end; named:
 * its noun is capitalised ("Conseil constitutionnel"). */
static bool office_of(const struct article *article, uint32_t place, bool named, uint32_t *end,
	struct arena *arena)
{
	struct naming words;
	uint32_t last = place + OFFICE_REACH < article->text.len ? place + OFFICE_REACH
								 : (uint32_t)article->text.len;

	while (last > place && !utf8_boundary(article->text, last))
		last--;
	naming_read(article, (struct extent){place, last}, &words, arena);
	if (words.count > 0 && words.at[0].word.kind == WORD_LETTERS &&
		!words.at[0].word.capitalised &&
		(words.at[0].lists & LIST_PEOPLES || (named && naming_adjective(&words.at[0])))) {
		*end = place + words.at[0].word.end;
		return true;
	}
	if (words.count < 3 || !(words.at[0].said & SAID_OF))
		return false;
	int i = 1;
	while (i < words.count - 1 && words.at[i].said & SAID_DETERMINER)
		i++;
	if (!words.at[i].word.capitalised)
		return false;
	*end = place + words.at[i].word.end;
	return true;
}

struct extent body_of_office(const struct article *article, struct extent noun, struct arena *arena)
{
	struct span text = span_in(article->text, noun);
	bool named = text.len && text.at[0] >= 'A' && text.at[0] <= 'Z';
	uint32_t end;

	for (size_t at = span_find(article->text, text, 0), tries = 0;
		at < article->text.len && tries < OFFICE_TRIES;
		at = span_find(article->text, text, at + 1), tries++)
		if (office_of(article, (uint32_t)(at + text.len), named, &end, arena))
			return (struct extent){(uint32_t)at, end};
	return noun;
}

/* "aérienne Aerogaviota": the name behind at most two adjectives. */
static struct extent name_at(const struct article *article, uint32_t place, struct arena *arena)
{
	struct naming words;
	uint32_t last = place + OFFICE_REACH < article->text.len ? place + OFFICE_REACH
								 : (uint32_t)article->text.len;
	int i = 0;

	while (last > place && !utf8_boundary(article->text, last))
		last--;
	naming_read(article, (struct extent){place, last}, &words, arena);
	while (i < 2 && i < words.count && !words.at[i].word.capitalised &&
		words.at[i].word.kind == WORD_LETTERS && naming_adjective(&words.at[i]))
		i++;
	/* The window's last word may be cut. */
	if (i + 1 >= words.count || !words.at[i].word.capitalised)
		return (struct extent){0, 0};
	return naming_extent(&words, i, naming_capitals(&words, i) - 1);
}

struct extent body_by_noun(const struct article *article, struct extent noun, struct arena *arena)
{
	struct span text = span_in(article->text, noun);
	struct extent name = {0, 0};

	for (size_t at = span_find(article->text, text, 0), tries = 0;
		at < article->text.len && tries < OFFICE_TRIES && name.start == name.end;
		at = span_find(article->text, text, at + 1), tries++)
		name = name_at(article, (uint32_t)(at + text.len), arena);
	return name;
}
