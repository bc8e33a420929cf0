#include "unit/app/stage.h"

static void test_live(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "jj\njjj");
	uint32_t offset = app->reader.offset;
	stage_type(&stage, "fsign");
	CHECK_CASE("results change while words are typed",
		app->listed_count < STAGE_ARTICLES && app->query->clauses[0].live);
	stage_check("while words are typed", &stage);
	stage_type(&stage, "zzz");
	CHECK_CASE("down to nothing", app->listed_count == 0);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape brings the filter and the article back",
		app->query->count == 0 && app->list.selected == 3);
	CHECK_CASE("and the place in it", app->reader.offset == offset);
	CHECK_CASE("and leaves nothing to undo", app->undo.count == 0);
	stage_type(&stage, "fmalenko\n");
	CHECK_CASE("Enter keeps the words", app->query->count == 1 && !app->query->clauses[0].live);
	stage_type(&stage, "fdubreuil\n");
	CHECK_CASE("further words are another chip", app->query->count == 2);
	stage_type(&stage, "F");
	for (int i = 0; i < 8; i++)
		stage_key(&stage, KEYS_BACKSPACE);
	stage_type(&stage, "lac\n");
	CHECK_CASE("F edits the whole filter, as one text", app->query->count == 1);
	CHECK_TEXT("F edits the whole filter", span_of(app->query->clauses[0].text),
		SPAN("malenko lac"));
	stage_type(&stage, "F");
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "\n");
	CHECK_CASE("without a text there is no filter", app->query->count == 0);
	stage_type(&stage, "f\n");
	CHECK_CASE("no words are no chip", app->query->count == 0);
	stage_close(&stage);
}

static void test_language(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		uint32_t chips;
		bool typing; /* the prompt is still open */
		const char *wrong;
	} cases[] = {
		{"a person is a chip", "fperson:malenko\n", 1, false, ""},
		{"what is typed goes to what is there", "fmalenko\nf-dubreuil\n", 2, false, ""},
		{"OR is one chip", "fmalenko OR dubreuil\n", 1, false, ""},
		{"people joined by OR are two", "fperson:malenko OR person:dubreuil\n", 2, false, ""},
		{"what is not finished is no mistake yet", "fmalenko OR", 1, true, ""},
		{"Enter says what is missing", "fmalenko (dub\n", 1, true, "not closed"},
		{"a mistake changes nothing", "fmalenko\nfpersn:x", 1, true, "person: was meant"},
		{"Escape forgets it", "fpersn:x\x1b", 0, false, ""},
		{"what is off stays off while the rest is edited", "fmalenko\nflac\n1F -signal\n", 3, false, ""},
		{"an edit that changes nothing keeps the chips", "fmalenko\nflac\nF\n", 2, false, ""},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct app *app = &stage.app;
		stage_open(&stage, 36, 120);
		for (const char *key = cases[i].keys; *key; key++)
			if (*key == '\x1b')
				stage_key(&stage, KEYS_ESCAPE);
			else
				stage_type(&stage, (char[]){*key, 0});
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, app->query->count == cases[i].chips);
		CHECK_CASE(cases[i].label,
			(app->prompt.use == PROMPT_FILTER) == cases[i].typing);
		CHECK_CASE(cases[i].label, strstr(app->wrong.fault.words, cases[i].wrong));
		CHECK_CASE(cases[i].label, *cases[i].wrong || !app->wrong.fault.words[0]);
		stage_close(&stage);
	}
}

static void test_hits(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "fvillages\n");
	CHECK_CASE("the words are marked in the text", app->hit_count >= 12);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape clears the hits", app->hit_count == 0);
	CHECK_CASE("but never the filter", app->query->count == 1);
	stage_close(&stage);
}

static void test_chips(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		uint32_t chips, listed;
	} cases[] = {
		{"two chips", "", 2, 3},
		{"c drops the last", "c", 1, 4},
		{"C drops all", "C", 0, 6},
		{"and U brings them back", "CU", 2, 3},
		{"a digit switches one off", "1", 2, 4},
		{"and on again", "11", 2, 3},
		{"there is no third", "3", 2, 3},
		{"T switches all off", "T", 2, 6},
		{"and all on, the one that was off too", "1TT", 2, 3},
		{"every step is undone", "1TUU", 2, 3},
		{"nothing is dropped twice", "Ccc", 0, 6},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 36, 120);
		stage_type(&stage, "fmalenko\nfdubreuil\n");
		stage_type(&stage, cases[i].keys);
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, stage.app.query->count == cases[i].chips);
		CHECK_CASE(cases[i].label, stage.app.listed_count == cases[i].listed);
		stage_close(&stage);
	}
}

static void test_people(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "a");
	CHECK_CASE("everybody at first", app->picked_count == epoch_actor_count(app->epoch));
	stage_type(&stage, "mlnk");
	CHECK_CASE("some letters suffice", app->picked_count == 1);
	stage_type(&stage, "x");
	CHECK_CASE("x is a letter here", app->picked_count == 0 && app->query->count == 0);
	stage_key(&stage, KEYS_BACKSPACE);
	stage_type(&stage, "\n");
	CHECK_CASE("Enter chooses", app->query->count == 1 && app->listed_count == 4);
	CHECK_TEXT("by name", span_of(app->query->clauses[0].label), SPAN("Igor Malenko"));
	CHECK_CASE("and closes", app->overlay.which == OVERLAY_NONE);
	stage_type(&stage, "adubr\n");
	CHECK_CASE("two people, both named", app->query->count == 2 && app->listed_count == 3);
	stage_type(&stage, "adubr\n");
	CHECK_CASE("chosen again stays chosen", app->query->count == 2);
	stage_type(&stage, "a");
	stage_key(&stage, KEYS_DOWN);
	CHECK_CASE("arrows move", app->overlay.cursor == 1);
	stage_key(&stage, KEYS_PAGE_DOWN);
	CHECK_CASE("no further than the last", app->overlay.cursor == app->picked_count - 1);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape changes nothing",
		app->query->count == 2 && app->overlay.which == OVERLAY_NONE);
	stage_load(&stage, true);
	CHECK_CASE("chosen people survive a reload", app->listed_count == 3);
	stage_close(&stage);
}

/* R on what is current, in the reader, in a list of reasons, in the related panel. */
static void test_of_this(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		enum clause_kind kind;
		const char *text;
		uint32_t listed;
	} cases[] = {
		{"a mention: the person", "JJJJlnR", CLAUSE_PERSON, "claire-dubreuil", 4},
		{"a quotation: who said it", "JJJJlmnR", CLAUSE_SAYS, "claire-dubreuil", 1},
		{"a day: what speaks of it", "lmnR", CLAUSE_ABOUT, "2022-06-30..2022-06-30", 1},
		{"the article: its day", "R", CLAUSE_DATE, "2022-06-30", 1},
		{"a related article: whom they share", "rR", CLAUSE_PERSON, "claire-dubreuil", 4},
		{"the reason under the cursor", "r=jR", CLAUSE_PERSON, "igor-malenko", 4},
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stage stage;
		stage_open(&stage, 40, 120);
		stage_type(&stage, cases[i].keys);
		const struct app *app = &stage.app;
		CHECK_CASE(cases[i].label, app->query->count == 1);
		CHECK_CASE(cases[i].label, app->query->clauses[0].kind == cases[i].kind);
		CHECK_TEXT(cases[i].label, span_of(app->query->clauses[0].text),
			span_of(cases[i].text));
		CHECK_CASE(cases[i].label, app->listed_count == cases[i].listed);
		CHECK_CASE(cases[i].label, app->overlay.which == OVERLAY_NONE);
		stage_close(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_live),
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_hits),
		cmocka_unit_test(test_chips),
		cmocka_unit_test(test_people),
		cmocka_unit_test(test_of_this),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
