#include "unit/check.h"

#include "know/compare.h"

#include <stdio.h>
#include <string.h>

/* A text as an article: a paragraph a line. */
static struct article *article_of(const char *text, struct arena *arena)
{
	struct article *article = ARENA_NEW(arena, struct article);
	struct span rest = span_of(text), line;

	article->text = rest;
	article->lines = ARENA_ARRAY(arena, struct line, strlen(text) + 1);
	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - text);
		article->lines[article->line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
	return article;
}

static const uint8_t *kinds_of(const struct article *article, struct arena *arena)
{
	uint8_t *kinds = ARENA_ARRAY(arena, uint8_t, article->line_count + 1);

	memset(kinds, LINE_PARAGRAPH, article->line_count);
	return kinds;
}

static struct comparison compared(const char *left, const char *right, struct arena *arena)
{
	const struct article *articles[] = {article_of(left, arena), article_of(right, arena)};
	const uint8_t *kinds[] = {kinds_of(articles[0], arena), kinds_of(articles[1], arena)};
	struct comparison found;

	compare_make(articles, kinds, &found, arena);
	return found;
}

/* "1=1 2- -2": which lines are paired; then what is own to each side. */
static struct span said(
	const struct comparison *found, const char *left, const char *right, struct arena *arena)
{
	const char *texts[] = {left, right};
	const char *out = "";
	unsigned line[2] = {0, 0};

	for (uint32_t i = 0; i < found->pair_count; i++) {
		bool has[2];
		for (int side = 0; side < 2; side++) {
			struct extent at = found->pairs[i].at[side];
			has[side] = at.start < at.end;
			line[side] += has[side];
		}
		out = has[0] && has[1] ? arena_format(arena, "%s%u=%u ", out, line[0], line[1])
		      : has[0]         ? arena_format(arena, "%s%u- ", out, line[0])
				       : arena_format(arena, "%s-%u ", out, line[1]);
	}
	for (int side = 0; side < 2; side++)
		for (uint32_t i = 0; i < found->side[side].own_count; i++) {
			struct extent at = found->side[side].own[i];
			out = arena_format(arena, "%s%s%.*s] ", out, side ? "R[" : "L[",
				(int)(at.end - at.start), texts[side] + at.start);
		}
	return span_trim(span_of(out));
}

#define DAM "Le barrage de Vernay sera vidé avant l'hiver, a dit le maire."
#define FISH "Les truites de la retenue seront portées plus bas dans la rivière."
#define ROAD "La route qui passe sur la crête restera ouverte aux camions."

static void test_two(void **state)
{
	static const struct {
		const char *label, *left, *right, *want;
	} cases[] = {
		{"the same text", DAM "\n" FISH, DAM "\n" FISH, "1=1 2=2"},
		{"a paragraph more", DAM "\n" FISH, DAM "\n" ROAD "\n" FISH,
			"1=1 -2 2=3 R[La route qui passe sur la crête restera ouverte aux "
			"camions]"},
		{"a word changed", DAM,
			"Le barrage de Vernay sera vidé avant l'été, a dit le maire.",
			"1=1 L[hiver] R[été]"},
		{"case and accents do not count", "Vernay réclame un barrage neuf",
			"VERNAY reclame un barrage neuf", "1=1"},
		{"a paragraph cut in two is no difference", DAM " " FISH, DAM "\n" FISH, "1=1 -2"},
		{"nothing in common", "Le ciel est bleu", "Un train passe",
			"1- -1 L[Le ciel est bleu] R[Un train passe]"},
		{"nothing on one side", DAM, "",
			"1- L["
			"Le barrage de Vernay sera vidé avant l'hiver, a "
			"dit le maire]"},
		{"nothing at all", "", "", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct comparison found = compared(cases[i].left, cases[i].right, &arena);
		CHECK_TEXT(cases[i].label, said(&found, cases[i].left, cases[i].right, &arena),
			span_of(cases[i].want));
	}
	arena_clear(&arena);
}

/* Many paragraphs, long ones, the same one again and again: every paragraph is there once, in
 * order. */
static void test_limits(void **state)
{
	static char left[200000], right[200000];
	size_t at[2] = {0, 0};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int i = 0; i < 1200; i++) {
		at[0] += (size_t)snprintf(
			left + at[0], sizeof left - at[0], "mot%d puis encore mot%d\n", i % 7, i);
		at[1] += (size_t)snprintf(right + at[1], sizeof right - at[1],
			"mot%d puis encore mot%d\n", i % 5, i + 3);
	}
	struct comparison found = compared(left, right, &arena);
	uint32_t seen[2] = {0, 0}, end[2] = {0, 0};
	for (uint32_t i = 0; i < found.pair_count; i++)
		for (int side = 0; side < 2; side++) {
			struct extent place = found.pairs[i].at[side];
			if (place.start == place.end)
				continue;
			CHECK_CASE("in order", place.start >= end[side]);
			end[side] = place.end;
			seen[side]++;
		}
	CHECK_CASE("all of them", seen[0] == 1200 && seen[1] == 1200);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests_name("know/compare", tests, NULL, NULL);
}
