#include "unit/check.h"

#include "store/bits.h"
#include "store/phrase.h"
#include "store/token-find.h"
#include "unit/store/made.h"

#define ARTICLES 60u
#define FORMS 20000u /* so many that they take one, two and three bytes */

/* Always the same numbers, of which nobody knows the next. */
static uint32_t drawn(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % below;
}

/* Few words are frequent, most are rare. */
static const char *line_of(uint32_t *state, uint32_t words, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < words; i++)
		buf_format(&buf, "%sw%u", i ? " " : "",
			drawn(state, drawn(state, 2)   ? 3
				     : drawn(state, 2) ? 200
						       : FORMS));
	return buf_span(&buf).at;
}

/* All words there are, in an article of their own; then articles of short lines. */
static const struct epoch *make(struct made *made, struct arena *arena)
{
	struct made_article *told = ARENA_ARRAY(arena, struct made_article, ARTICLES);
	uint32_t state = 8;
	struct buf all;

	buf_init(&all, arena);
	for (uint32_t i = 0; i < FORMS; i++)
		buf_format(&all, "%sw%u", i ? " " : "", (unsigned)i);
	told[0] = (struct made_article){.path = "000", .title = "w1 w2", .body = buf_span(&all).at};
	for (uint32_t i = 1; i < ARTICLES; i++)
		told[i] = (struct made_article){.path = arena_format(arena, "%03u", i),
			.title = line_of(&state, 1 + i % 4, arena),
			.body = arena_format(arena, "%s\n%s\nw7",
				line_of(&state, 1 + drawn(&state, 60), arena),
				line_of(&state, 1 + drawn(&state, 5), arena))};
	return made_of(made, told, ARTICLES);
}

/* As it is meant: line by line, in the tokens laid open. */
static bool stands(const struct epoch *epoch, article_id id, const struct phrase *phrase)
{
	struct tokens tokens = epoch_tokens(epoch, id);
	uint32_t from, to;

	for (uint32_t line = 0; line <= tokens.line_count; line++)
		if (tokens_of_line(&tokens, line, &from, &to))
			for (; from < to; from++)
				if (phrase_begins(phrase, tokens.at + from, to - from))
					return true;
	return false;
}

static uint32_t check_phrase(
	const struct epoch *epoch, const struct phrase *phrase, struct arena *arena)
{
	uint64_t *articles = bits_make(epoch->count, arena);
	struct token_needle needle = token_needle_of(phrase->forms, phrase->count, arena);

	phrase_match(epoch, phrase, articles, arena);
	for (article_id id = 0; id < epoch->count; id++) {
		bool wanted = stands(epoch, id, phrase);
		CHECK_CASE(
			"in the bytes as in the tokens", token_find(epoch, id, &needle) == wanted);
		CHECK_CASE("the articles of a phrase", bits_has(articles, id) == wanted);
	}
	return bits_total(articles, epoch->count);
}

/* Words that stand side by side somewhere, perhaps over the end of a line, and words that were
 * drawn. */
static void test_phrases(void **state)
{
	struct made made;
	struct arena arena, scratch;
	uint32_t seed = 3, found = 0, missed = 0;

	(void)state;
	arena_init(&arena);
	arena_init(&scratch);
	const struct epoch *epoch = make(&made, &arena);
	CHECK_CASE("the words are packed", epoch->raw == NULL);
	for (uint32_t round = 0; round < 400; round++) {
		struct tokens tokens = epoch_tokens(epoch, drawn(&seed, ARTICLES));
		uint32_t forms[3], count = 1 + drawn(&seed, 3),
				   all = tokens.line_ends[tokens.line_count];
		uint32_t from = drawn(&seed, all);
		for (uint32_t i = 0; i < count; i++)
			forms[i] = round % 2 && from + i < all ? tokens.at[from + i]
							       : drawn(&seed, epoch->forms.count);
		uint32_t in = check_phrase(epoch, &(struct phrase){forms, count}, &scratch);
		found += in > 0;
		missed += in == 0;
		arena_clear(&scratch);
	}
	CHECK_CASE("some stand somewhere, some nowhere", found > 100 && missed > 50);
	made_clear(&made);
	arena_clear(&arena);
}

/* What cannot have been packed holds nothing. */
static void test_harm(void **state)
{
	struct made made;
	struct arena arena;
	uint32_t forms[] = {1, 200}, seed = 5;

	(void)state;
	arena_init(&arena);
	struct epoch epoch = *make(&made, &arena);
	struct token_needle needle = token_needle_of(forms, COUNT(forms), &arena);
	for (uint32_t round = 0; round < 2000; round++) {
		char bytes[24];
		uint32_t len = drawn(&seed, sizeof bytes + 1);
		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)needle.bytes.at[drawn(&seed, (uint32_t)needle.bytes.len)];
		struct shelf_spans spans = {.count = 0};
		*vec_push(&arena, &spans) = (struct span){bytes, len};
		epoch.tokens = shelf_make(&spans, &arena);
		token_find(&epoch, 0, &needle);
	}
	made_clear(&made);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
