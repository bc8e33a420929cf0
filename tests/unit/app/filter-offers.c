#include "unit/app/stage.h"

/* All that is offered, with blanks between. */
static const char *offered(struct app *app)
{
	const char *all = "";

	for (uint32_t i = 0; i < app->offers.words.count; i++)
		all = arena_format(
			&app->arena, "%s%s%s", all, i ? " " : "", app->offers.words.at[i]);
	return all;
}

static void test_offered(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *want;
		const char *line; /* what then stands in the prompt */
	} cases[] = {
		{"an empty line offers the operators", "f", "person: says: with:", ""},
		{"the beginning of one", "fda", "date:", "da"},
		{"Tab puts it there", "fda\t", "date:", "date:"},
		{"a name is the person, and their words", "fmalen", "person:", "malen"},
		{"one person by the beginning of the name", "fperson:malen", "person:", "person:malen"},
		{"behind a minus it stays", "f-person:malen\t", "person:", "-person:"},
		{"a day in words", "f14 march 2022", "date:2022-03-14 about:2022-03-14", "14 march 2022"},
		{"Tab again is the next one", "f14 march 2022\t\t", "date:2022-03-14 about:2022-03-14", "about:2022-03-14"},
		{"as the operator before it says", "fabout:14 march 2022", "about:2022-03-14", "about:14 march 2022"},
		{"behind other words", "flac 14 march 2022\t", "date:2022-03-14", "lac date:2022-03-14"},
		{"a day as it must be written is not offered again", "fabout:2022-03-14", "", "about:2022-03-14"},
		{"the few values of is:", "fis:un", "is:unread", "is:un"},
		{"what nothing begins with", "fzzzz", "", "zzzz"},
		{"a phrase is left alone", "f\"malen", "", "\"malen"},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct app *app = &stage.app;
		stage_open(&stage, 36, 120);
		stage_type(&stage, cases[i].keys);
		const char *all = offered(app);
		CHECK_CASE(
			cases[i].label, *cases[i].want ? strstr(all, cases[i].want) == all : !*all);
		CHECK_CASE(cases[i].label,
			strncmp(app->prompt.text, cases[i].line, strlen(cases[i].line)) == 0);
		stage_check(cases[i].label, &stage);
		stage_key(&stage, KEYS_ESCAPE);
		CHECK_CASE("a closed prompt offers nothing", app->offers.words.count == 0);
		stage_close(&stage);
	}
}

/* What cannot be meant is told when it is asked for; Tab offers again. */
static void test_wrong(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "fabout:14 march");
	CHECK_CASE("years of the archive are offered", app->offers.words.count > 0);
	stage_type(&stage, "\n");
	CHECK_CASE("Enter says what is wrong",
		app->wrong.fault.err && app->offers.words.count == 0 && app->query->count == 0);
	stage_type(&stage, "\t");
	CHECK_CASE("Tab offers again, and mends it", !app->wrong.fault.err);
	stage_type(&stage, "\n");
	CHECK_CASE("which can be kept", app->prompt.use == PROMPT_NONE && app->query->count == 1);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_offered),
		cmocka_unit_test(test_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
