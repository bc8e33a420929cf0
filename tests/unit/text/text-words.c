#include "unit/check.h"

#include "text/text-words.h"

struct reading {
	struct arena arena;
	struct vocabulary vocabulary;
	struct span text;
	uint32_t number;
};

static void reading_init(struct reading *reading, const char *text)
{
	arena_init(&reading->arena);
	vocabulary_init(&reading->vocabulary, NULL, &reading->arena);
	reading->text = span_of(text);
	reading->number = text_words_begin(&reading->vocabulary, LANGUAGE_FR, reading->text);
}

static const struct text_words *found(const struct reading *reading)
{
	return text_words_of(&reading->vocabulary, LANGUAGE_FR, reading->text, reading->number);
}

static void test_lines(void **state)
{
	static const struct {
		const char *label;
		struct extent at;
		uint32_t first, count;
		bool same;
	} cases[] = {
		{"the first line has two words", {0, 11}, 0, 2, true},
		{"a line without words", {12, 15}, 2, 0, true},
		{"the last", {16, 26}, 2, 2, true},
	};
	struct reading r;

	(void)state;
	reading_init(&r, "Deux\xC2\xA0mots.\n...\nun Étage !");
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct read_line *line = text_words_line(&r.vocabulary, cases[i].at);
		CHECK_CASE(cases[i].label, line->first == cases[i].first);
		CHECK_CASE(cases[i].label, line->count == cases[i].count);
		CHECK_CASE(cases[i].label, line->same == cases[i].same);
	}
	const struct text_words *read = found(&r);
	assert_non_null(read);
	CHECK_CASE("all lines are remembered", read->lines.count == COUNT(cases));
	CHECK_CASE("places are the text's", read->forms.at[2].start == 16);
	CHECK_TEXT("forms are the words'", read->forms.at[3].form->folded, SPAN("etage"));
	arena_clear(&r.arena);
}

static void test_forgotten(void **state)
{
	struct reading r;
	struct span copy;

	(void)state;
	reading_init(&r, "un mot");
	text_words_line(&r.vocabulary, (struct extent){0, 6});
	copy = arena_span(&r.arena, r.text);
	CHECK_CASE("the text that was read last is found", found(&r) != NULL);
	CHECK_CASE(
		"no text has the number 0", !text_words_of(&r.vocabulary, LANGUAGE_FR, r.text, 0));
	CHECK_CASE("in another language it is another",
		!text_words_of(&r.vocabulary, LANGUAGE_EN, r.text, r.number));
	CHECK_CASE("so is one that stands elsewhere",
		!text_words_of(&r.vocabulary, LANGUAGE_FR, copy, r.number));
	uint32_t next = text_words_begin(&r.vocabulary, LANGUAGE_FR, r.text);
	CHECK_CASE("a text that is read again has a new number", next != r.number);
	CHECK_CASE("and the old one leads nowhere", !found(&r));
	arena_clear(&r.arena);
}

/* An enormous text's later lines are read, and not remembered. */
static void test_enormous(void **state)
{
	enum { WORDS = 70000 };
	struct reading r;

	(void)state;
	reading_init(&r, "");
	char *bytes = arena_alloc(&r.arena, 2 * WORDS);
	for (size_t i = 0; i < WORDS; i++) {
		bytes[2 * i] = 'a';
		bytes[2 * i + 1] = ' ';
	}
	r.text = (struct span){bytes, 2 * WORDS};
	r.number = text_words_begin(&r.vocabulary, LANGUAGE_FR, r.text);
	text_words_line(&r.vocabulary, (struct extent){0, 4});
	const struct read_line *line =
		text_words_line(&r.vocabulary, (struct extent){4, 2 * WORDS});
	CHECK_CASE("a line over the limit is read", line->count == WORDS - 2);
	CHECK_CASE("and not remembered", found(&r)->lines.count == 1);
	line = text_words_line(&r.vocabulary, (struct extent){2 * WORDS - 2, 2 * WORDS});
	CHECK_CASE("the next one takes its room", line->first == 2 && line->count == 1);
	CHECK_CASE("and is", found(&r)->lines.count == 2);
	arena_clear(&r.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_forgotten),
		cmocka_unit_test(test_enormous),
	};

	return cmocka_run_group_tests_name("text/text-words", tests, NULL, NULL);
}
