#ifndef DEPECHE_TESTS_KNOW_TEXTS_H
#define DEPECHE_TESTS_KNOW_TEXTS_H

/* Archives of a few texts, each a document of one paragraph, and the people in them. */

#include "base/buf.h"
#include "extract/names.h"
#include "know/people.h"
#include "text/fold.h"
#include "text/word.h"

#define TEXTS 5

struct archive {
	struct article articles[TEXTS];
	struct line lines[TEXTS];
	struct evidence evidence[TEXTS];
	struct document documents[TEXTS];
	uint8_t kinds[TEXTS];
	const uint8_t *kind_lists[TEXTS];
	uint32_t count;
};

static inline enum language language_of_text(const char *text)
{
	unsigned char first = (unsigned char)text[0];

	return first >= 0xD7                    ? LANGUAGE_NONE
	       : first >= 0xD0 && first <= 0xD1 ? LANGUAGE_RU
						: LANGUAGE_FR;
}

static inline void fill(struct archive *archive, const char *const *texts, const unsigned *order,
	struct arena *arena)
{
	*archive = (struct archive){0};
	for (unsigned i = 0; i < TEXTS && texts[i]; i++)
		archive->count++;
	for (unsigned i = 0; i < archive->count; i++) {
		struct span text = span_of(texts[order ? order[i] : i]);
		archive->lines[i] = (struct line){{0, (uint32_t)text.len}, LINE_PARAGRAPH};
		archive->kinds[i] = LINE_PARAGRAPH;
		archive->kind_lists[i] = &archive->kinds[i];
		archive->articles[i] = (struct article){.path = "x",
			.text = text,
			.language = language_of_text(text.at),
			.lines = &archive->lines[i],
			.line_count = 1};
		names_extract(&archive->articles[i], NULL, &archive->evidence[i].names, NULL, arena);
		archive->documents[i] =
			(struct document){&archive->articles[i], &archive->evidence[i]};
	}
}

/* How often the texts have each word at all, and in small letters. */
struct counts {
	struct strings words;
	uint32_t all[1000], small[1000];
};

static inline void count_words(struct counts *counts, struct span text, struct arena *arena)
{
	struct word word;

	for (struct words it = words_of(text); words_next(&it, &word);) {
		struct span spelt = span_cut(text, word.start, word.end);
		uint32_t place = strings_put(&counts->words, fold(spelt, arena));
		if (place >= COUNT(counts->all))
			return;
		counts->all[place]++;
		counts->small[place] += !word.capitalised;
	}
}

static inline struct people people_of(
	const struct archive *archive, struct people_beside beside, struct arena *arena)
{
	struct counts *counts = ARENA_NEW(arena, struct counts);
	struct word_cases cases = {&counts->words, counts->all, counts->small};
	struct people people;

	beside.cases = &cases;
	strings_init(&counts->words, arena);
	for (uint32_t i = 0; i < archive->count; i++)
		count_words(counts, archive->articles[i].text, arena);
	people_make(
		archive->documents, archive->kind_lists, archive->count, &beside, &people, arena);
	return people;
}

/* "Dmitri Peskov 2 3 | …": name, articles, mentions. */
static inline struct span described(const struct people *people, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < people->actor_count; i++) {
		const struct actor *actor = &people->actors[i];
		buf_format(&out, "%s%s %u %u", i ? " | " : "", actor->name, actor->articles,
			actor->mentions);
	}
	return buf_span(&out);
}

#endif
