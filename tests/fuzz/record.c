/*
 * Any bytes, taken for the record of an article: they are refused, or are an article whose marks
 * lie in its text, which can be read word by word, and which packed again is itself.
 */

#include "store/record.h"
#include "store/segment.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void require_place(struct span text, struct extent at)
{
	require(at.start <= at.end && at.end <= text.len);
	require(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
}

static void check_marks(const struct article *article, const struct evidence *evidence)
{
	for (uint32_t i = 0; i < article->line_count; i++)
		require_place(article->text, article->lines[i].at);
	for (uint32_t i = 0; i < evidence->names.count; i++)
		require_place(article->text, evidence->names.at[i].surname);
	for (uint32_t i = 0; i < evidence->days.count; i++)
		require_place(article->text, evidence->days.at[i].at);
	for (uint32_t i = 0; i < evidence->quotes.count; i++)
		require_place(article->text, evidence->quotes.at[i].phrase);
	for (uint32_t i = 0; i < evidence->roles.count; i++)
		require_place(article->text, evidence->roles.at[i].holder);
}

static void check_words(struct article *article, struct evidence *evidence, struct arena *arena)
{
	struct stemmer *stemmer = stemmer_open();
	struct vocabulary vocabulary;
	struct article_words words;

	vocabulary_init(&vocabulary, stemmer, arena);
	words_read(&words, article, &vocabulary, arena);
	record_count(&words, evidence, arena);
	draft_make(&words, evidence, arena);
	stemmer_close(stemmer);
}

static struct span packed(
	const struct article *article, const struct evidence *evidence, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	record_pack(&buf, article, evidence);
	return buf_span(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	struct article *article, *again;
	struct evidence *evidence, *found;
	struct arena arena;

	arena_init(&arena);
	if (record_unpack(bytes, "a.txt", &article, &evidence, &arena)) {
		check_marks(article, evidence);
		struct span once = packed(article, evidence, &arena);
		require(record_unpack(once, "a.txt", &again, &found, &arena));
		require(span_equal(packed(again, found, &arena), once));
		check_words(article, evidence, &arena);
	}
	arena_clear(&arena);
	return 0;
}
