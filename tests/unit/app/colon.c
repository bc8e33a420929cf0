#include "unit/app/stage.h"

#include "app/colon-table.h"

static void test_reading(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *line, *words;
		enum action action;
		const char *command;
		struct extent at;
	} cases[] = {
		{"an action by its name", "star", "", ACTION_STAR, NULL, {0}},
		{"blanks before it are nothing", "  star ", "", ACTION_STAR, NULL, {0}},
		{"the beginning is enough where only one begins so", "problem", "",
			ACTION_PROBLEMS, NULL, {0}},
		{"a whole name is no beginning of another", "read", "", ACTION_READ, NULL, {0}},
		{"a command comes before the action of its name", "filter a", "", ACTION_NONE, "filter",
			{0}},
		{"several begin so", "next-", "several begin so: next-article, next-unread, next-day, "
			"next-item, next-mention, …", ACTION_NONE, NULL, {0, 5}},
		{"a slip is told", " satr", "no such command; did you mean star?", ACTION_NONE, NULL,
			{1, 5}},
		{"nonsense too", "xyzzyx", "no such command; Tab shows them", ACTION_NONE, NULL, {0, 6}},
		{"an action takes nothing", "star now", "star takes nothing after it", ACTION_NONE, NULL,
			{5, 8}},
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct colon_meaning meaning = {0};
		struct query_fault wrong = {0};
		enum err err = colon_read(span_of(cases[i].line), &meaning, &wrong);
		CHECK_CASE(cases[i].label, (err != OK) == (cases[i].words[0] != 0));
		if (err) {
			CHECK_TEXT(cases[i].label, span_of(wrong.fault.words),
				span_of(cases[i].words));
			CHECK_CASE(cases[i].label, wrong.at.start == cases[i].at.start &&
							   wrong.at.end == cases[i].at.end);
			continue;
		}
		CHECK_CASE(cases[i].label, meaning.action == cases[i].action);
		CHECK_CASE(cases[i].label,
			(meaning.command != NULL) == (cases[i].command != NULL) &&
				(!meaning.command ||
					strcmp(meaning.command->name, cases[i].command) == 0));
	}
}

static void test_table(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < colon_table_count; i++) {
		const struct colon_command *command = &colon_table[i];
		CHECK_CASE(command->name, command->argument[0] && command->help[0] && command->run);
		for (uint32_t k = 0; k < i; k++)
			CHECK_CASE(command->name, strcmp(command->name, colon_table[k].name) != 0);
	}
}

static void test_typing(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *line;
	} cases[] = {
		{"Tab completes what only one can be", ":probl\t", "problems "},
		{"and as far as all go together", ":next-\t", "next-"},
		{"again the first one", ":next-\t\t", "next-article"},
		{"and the next one", ":next-\t\t\t", "next-unread"},
		{"typing goes on from there", ":next-\t\tx", "next-articlex"},
		{"nothing to complete changes nothing", ":zzz\t", "zzz"},
		{"lines typed before come back", ":star\n:\x10", "star"},
		{"those that begin so", ":star\n:read\n:s\x10", "star"},
		{"and what was typed after them", ":star\n:so\x10\x0e", "so"},
		{"the same line is there once", ":star\n:star\n:\x10\x10", "star"},
		{"what cannot be meant stays to be put right", ":strr\n", "strr"},
		{"a command is done and gone", ":star\n", ""},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_type(&stage, cases[i].keys);
		CHECK_TEXT(cases[i].label, prompt_text(&stage.app.prompt), span_of(cases[i].line));
		stage_close(&stage);
	}
}

/* What can be typed is shown while a name is typed. */
static void test_offers(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *first;
		uint32_t count;
	} cases[] = {
		{"nothing typed, nothing offered", ":", "", 0},
		{"names that begin so", ":next-i", "", 0},
		{"several of them", ":gotos\x15swap", "swap-versions", 2},
		{"commands among them", ":sa", "save", 2},
		{"one alone is described instead", ":probl", "", 0},
		{"behind the name nothing is offered", ":set ", "", 0},
		{"Tab offers what can stand there", ":set t\t", "theme=", 2},
		{"until more is typed", ":set t\th", "", 0},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_type(&stage, cases[i].keys);
		const struct offers *offers = &stage.app.offers;
		if (offers->words.count != cases[i].count)
			CHECK_FAILED("%s: %u offers", cases[i].label, offers->words.count);
		else if (offers->words.count)
			CHECK_TEXT(cases[i].label, span_of(offers->words.at[0]),
				span_of(cases[i].first));
		CHECK_CASE(cases[i].label, offers->at == offers->words.count);
		stage_close(&stage);
	}
}

static void test_doing(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, ":next-article\n");
	CHECK_CASE("an action is done by its name", stage.app.list.selected == 4);
	stage_type(&stage, ":filter malenko\n");
	CHECK_CASE("the filter grows", stage.app.listed_count == 4);
	stage_type(&stage, ":filter persn:x\n");
	CHECK_CASE("a mistake is pointed at in the whole line",
		stage.app.wrong.at.start == 7 && stage.app.wrong.fault.err && stage.app.prompt.len);
	CHECK_CASE("and changes nothing", stage.app.listed_count == 4);
	stage_type(&stage, "\x1b:switch-chip 1\n");
	CHECK_CASE("a filter is switched off by its number", stage.app.listed_count == 6);
	stage_type(&stage, "?:star\n");
	CHECK_TEXT("what means nothing over the help says so", span_of(stage.app.message),
		SPAN("star means nothing here"));
	stage_type(&stage, "q|wc -l\n");
	CHECK_CASE("a pipe asks for a child that is fed the article",
		stage.app.child.feeds && stage.app.child.input.len > 100 &&
			strcmp(stage.app.child.argv[2], "wc -l") == 0);
	stage_type(&stage, "Vvww|wc -w\n");
	CHECK_TEXT("or the passage that is marked", stage.app.child.input, SPAN("Un accord"));
	CHECK_CASE("which is left then", !stage.app.reader.stretch.on);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reading),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_typing),
		cmocka_unit_test(test_offers),
		cmocka_unit_test(test_doing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
