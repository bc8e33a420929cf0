#include "unit/app/keeping.h"

#include "app/journal-words.h"
#include "app/notes.h"
#include "app/tags.h"
#include "store/own.h"

/* "a|b" of the selected article; in a buffer of the test's. */
static const char *tags_of(const struct stage *stage, char text[256])
{
	const struct app *app = &stage->app;
	const char *const *tags;
	uint32_t count = journal_tags(
		app->journal, epoch_article(app->epoch, app->list.selected)->digest, &tags);
	size_t len = 0;

	text[0] = 0;
	for (uint32_t i = 0; i < count; i++)
		len += (size_t)snprintf(text + len, 256 - len, "%s%s", i ? "|" : "", tags[i]);
	return text;
}

static void test_prompt(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *tags, *said;
	} rows[] = {
		{"a tag is typed", "+New START\n", "New START", "tagged"},
		{"several are parted by commas", "+eaux, barrages\n", "barrages|eaux|New START", "2 tags"},
		{"what is there already changes nothing", "+EAUX\n", "barrages|eaux|New START", "already"},
		{"Tab completes", "J+new\t\n", "New START", "tagged"},
		{"Tab again offers the next", "+\t\t\n", "eaux|New START", "tagged"},
		{"only the last of several is completed", "+lac, b\t\n", "barrages|eaux|lac|New START",
			"2 tags"},
		{"Escape leaves everything", "+x\x1b", "barrages|eaux|lac|New START", ""},
		{"an empty prompt too", "+\n", "barrages|eaux|lac|New START", ""},
		{"a tag is taken away", "-lac\n", "barrages|eaux|New START", "gone"},
		{"one that is not there", "-lac\n", "barrages|eaux|New START", "no such tag"},
		{"Tab offers the article's own", "-\t\n", "eaux|New START", "gone"},
		{"undone", "U", "barrages|eaux|New START", "there again"},
		{"and what was before", "U", "barrages|eaux|lac|New START", "there again"},
		{"one that was given", "U", "eaux|lac|New START", "without the tag"},
		{"of another article too", "UUUUUU", "", "without the tag"},
		{"nothing to take away", "-", "", "no tags"},
		{"the only tag is in the prompt at once", "+lac\n-\n", "", "gone"},
	};
	/* clang-format on */
	char folder[] = "/tmp/depeche-tags-XXXXXX", text[256];
	struct stage stage;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	for (size_t i = 0; i < COUNT(rows); i++) {
		stage_type(&stage, rows[i].keys);
		stage_check(rows[i].label, &stage);
		CHECK_TEXT(rows[i].label, span_of(tags_of(&stage, text)), span_of(rows[i].tags));
		CHECK_CASE(rows[i].label, strstr(stage.app.message, rows[i].said));
	}
	keeping_close(&stage);
	keeping_remove(folder);
}

static void test_offer(void **state)
{
	char folder[] = "/tmp/depeche-tags-XXXXXX";
	struct arena scratch;
	struct stage stage;

	(void)state;
	arena_init(&scratch);
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "+");
	app_paste(&stage.app, SPAN("eaux, Élections, été"), stage.now);
	stage_type(&stage, "\n+");
	CHECK_CASE("all that are in use",
		strcmp(tags_offer(&stage.app, &scratch), "Tab: eaux, Élections, été") == 0);
	stage_type(&stage, "E");
	CHECK_CASE("case and accents do not count",
		strcmp(tags_offer(&stage.app, &scratch), "Tab: eaux, Élections, été") == 0);
	stage_type(&stage, "l");
	CHECK_CASE(
		"what begins so", strcmp(tags_offer(&stage.app, &scratch), "Tab: Élections") == 0);
	stage_type(&stage, "x");
	CHECK_CASE("nothing does", strcmp(tags_offer(&stage.app, &scratch), "") == 0);
	keeping_close(&stage);
	keeping_remove(folder);
	arena_clear(&scratch);
}

static void test_asked(void **state)
{
	char folder[] = "/tmp/depeche-tags-XXXXXX";
	struct stage stage;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "+eaux du lac\nJ+eaux\n");
	struct digest digest = epoch_article(stage.app.epoch, 3)->digest;
	notes_set(&stage.app, digest, NULL, SPAN("to be checked"), &why);
	stage_type(&stage, "ftag:\"EAUX du lac\"\n");
	CHECK_CASE("a filter finds the tag", stage.app.result.count == 1);
	stage_type(&stage, "Cfhas:note\n");
	CHECK_CASE("and the note", stage.app.result.count == 1 && app_is_inside(&stage.app, 3));
	stage_type(&stage, "C");
	keeping_close(&stage);

	keeping_open(&stage, folder);
	CHECK_CASE("it is known again", own_count(epoch_own(stage.app.epoch), OWN_NOTE) == 1);
	stage_type(&stage, "ftag:eaux\n");
	CHECK_CASE("the tag too", stage.app.result.count == 1);
	keeping_close(&stage);
	keeping_remove(folder);
}

static void test_notes(void **state)
{
	char folder[] = "/tmp/depeche-tags-XXXXXX";
	struct stage stage;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	const struct journal *journal = stage.app.journal;
	struct digest digest = epoch_article(stage.app.epoch, 3)->digest;
	notes_set(&stage.app, digest, NULL, SPAN("one"), &why);
	notes_set(&stage.app, digest, "one", SPAN("one"), &why);
	notes_set(&stage.app, digest, "one", SPAN("two"), &why);
	stage_type(&stage, "U");
	CHECK_CASE("the note before", strcmp(journal_note(journal, digest), "one") == 0);
	stage_type(&stage, "U");
	CHECK_CASE("what changed nothing is not undone", !journal_note(journal, digest));
	CHECK_CASE("nor asked for", own_count(epoch_own(stage.app.epoch), OWN_NOTE) == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

/* What is marked in one terminal is seen in the other at its next key. */
static void test_two(void **state)
{
	char folder[] = "/tmp/depeche-tags-XXXXXX", text[256];
	struct stage one, two;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&one, folder);
	keeping_open(&two, folder);
	stage_type(&one, "+eaux\n.");
	stage_type(&two, "j");
	stage_type(&two, "k");
	CHECK_TEXT("the tag", span_of(tags_of(&two, text)), SPAN("eaux"));
	stage_type(&two, "fis:starred\n");
	CHECK_CASE("a filter finds the star", two.app.result.count == 1);
	stage_type(&two, "U");
	CHECK_CASE("undone is only what was done here", app_mark(&one.app, 5).starred);
	keeping_close(&one);
	keeping_close(&two);
	keeping_remove(folder);
}

static void test_nowhere(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "+");
	CHECK_CASE("without a journal it says so", strstr(stage.app.message, "no folder"));
	CHECK_CASE("and asks nothing", stage.app.prompt.use == PROMPT_NONE);
	stage_type(&stage, "fzzzz\n+");
	CHECK_CASE("nothing is selected", strstr(stage.app.message, "no article"));
	stage_close(&stage);
}

/* How many of all articles have a tag. */
static uint32_t tagged(const struct stage *stage, const char *name)
{
	struct own *own = epoch_own(stage->app.epoch);
	uint32_t count = 0;

	for (article_id id = 0; id < STAGE_ARTICLES; id++)
		count += own_tagged(own, own_tag(own, span_of(name)), id);
	return count;
}

static void test_all(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		uint32_t lac;
		const char *said;
	} rows[] = {
		{"all that is listed gets a tag", "fnavigation\n*+lac\n", 1, "1 tagged"},
		{"those that have it already are let be", "C*+ Lac \n", STAGE_ARTICLES, "5 tagged"},
		{"so is all of it", "*+LAC\n", STAGE_ARTICLES, "all have this tag"},
		{"undone as one", "U", 1, "as they were before"},
		{"Tab completes", "*+l\t\n", STAGE_ARTICLES, "5 tagged"},
		{"Escape leaves everything", "*-lac\x1b", STAGE_ARTICLES, ""},
		{"an empty prompt too", "*-\n", STAGE_ARTICLES, ""},
		{"taken away from what is listed alone", "fnavigation\n*-lac\n", STAGE_ARTICLES - 1,
			"gone from 1"},
		{"from all", "C*-lac\n", 0, "gone from 5"},
		{"from none", "*-lac\n", 0, "none has this tag"},
		{"brought back as one", "U", STAGE_ARTICLES - 1, "as they were before"},
		{"an empty list has nothing to tag", "fzzzz\n*", STAGE_ARTICLES - 1, "empty"},
	};
	/* clang-format on */
	char folder[] = "/tmp/depeche-tags-XXXXXX";
	struct stage stage;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	for (size_t i = 0; i < COUNT(rows); i++) {
		stage_type(&stage, rows[i].keys);
		stage_check(rows[i].label, &stage);
		CHECK_CASE(rows[i].label, tagged(&stage, "lac") == rows[i].lac);
		CHECK_CASE(rows[i].label, strstr(stage.app.message, rows[i].said));
	}
	keeping_close(&stage);
	keeping_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prompt),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_offer),
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_nowhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
