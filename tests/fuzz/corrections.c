/*
 * Corrections on any bytes: each is found from its article, the chain of an article's corrections
 * goes on in the order of lines and meets every one of them once; what is read is written so that
 * it is read as the same; the rest are slips with words.
 */

#include "article/corrections.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static bool same_digest(struct digest a, struct digest b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

/* How many corrections the article of this one has, from it on. */
static void check_chain(const struct corrections *corrections, const struct correction *first)
{
	uint32_t met = 0, all = 0;

	for (uint32_t i = 0; i < corrections->count; i++)
		all += same_digest(corrections->at[i].digest, first->digest);
	for (const struct correction *at = first; at;
		at = at->next ? &corrections->at[at->next - 1] : NULL) {
		require(same_digest(at->digest, first->digest));
		require(!at->next || corrections->at[at->next - 1].line > at->line);
		met++;
	}
	require(met == all);
}

static void check_written(const struct correction *correction, struct arena *arena)
{
	const char *line = NULL;
	struct fault why = {0};

	if (corrections_write(correction, &line, arena, &why)) {
		require(why.words[0]);
		return;
	}
	struct corrections again = corrections_parse(span_of(line), arena);
	require(again.count == 1 && again.slip_count == 0);
	require(again.at[0].kind == correction->kind);
	require(again.at[0].as_read == correction->as_read);
	require(same_digest(again.at[0].digest, correction->digest));
	require(span_equal(again.at[0].words, correction->words));
	require(span_equal(again.at[0].value, correction->value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;

	if (size > 65536)
		return 0;
	arena_init(&arena);
	struct corrections read =
		corrections_parse((struct span){(const char *)data, size}, &arena);
	for (uint32_t i = 0; i < read.count; i++) {
		const struct correction *first = corrections_of(&read, read.at[i].digest);
		require(first && read.at[i].kind < CORRECTION_KIND_COUNT);
		require(i == 0 || read.at[i - 1].line < read.at[i].line);
		if (first == &read.at[i])
			check_chain(&read, first);
		check_written(&read.at[i], &arena);
	}
	for (uint32_t i = 0; i < read.slip_count; i++)
		require(read.slips[i].words && read.slips[i].words[0]);
	arena_clear(&arena);
	return 0;
}
