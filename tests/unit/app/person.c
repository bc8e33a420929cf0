#include "unit/app/stage.h"

/* The cursor goes to the line of a section; false where there is none. */
static bool go_to(struct stage *stage, enum dossier_section section, uint32_t line)
{
	const struct person_rows *rows = &stage->app.person_rows;

	for (uint32_t i = 0; i < rows->count; i++)
		if (rows->at[i].section == section && rows->at[i].line == line &&
			rows->at[i].stop != UINT32_MAX) {
			stage->app.person.cursor = rows->at[i].stop;
			return true;
		}
	return false;
}

static bool is_page_of(const struct app *app, const char *slug)
{
	return app->overlay.which == OVERLAY_PERSON && app->person.slug &&
	       strcmp(app->person.slug, slug) == 0;
}

static void test_opening(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *slug;
	} cases[] = {
		{ "from the filter's one person", "amalenko\nA", "igor-malenko" },
		{ "from the sidebar", "\t\tA", "claire-dubreuil" },
		{ "from the picker, where nobody is meant", "Amalenko\n", "igor-malenko" },
		{ "from the picker of filters, with Tab", "amalenko\t", "igor-malenko" },
		{ "from a mention in the text", "\n)A", "igor-malenko" },
		{ "from who is named with somebody", "Amalenko\n\t\n", "claire-dubreuil" },
		{ "from the same with A", "Amalenko\n\tA", "claire-dubreuil" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stage stage;
		stage_open(&stage, 36, 120);
		stage_type(&stage, cases[i].keys);
		CHECK_CASE(cases[i].label, is_page_of(&stage.app, cases[i].slug));
		stage_check(cases[i].label, &stage);
		stage_close(&stage);
	}
}

static void test_going(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "Adubreuil\n");
	CHECK_CASE("a quotation", go_to(&stage, DOSSIER_SAID, 0));
	stage_type(&stage, "\n");
	CHECK_CASE("leads to the article, at its place",
		app->overlay.which == OVERLAY_NONE && app->reader.article == 1 &&
			app->reader.current.kind == ITEM_PLACE);
	stage_type(&stage, "<");
	CHECK_CASE("back is the page", is_page_of(app, "claire-dubreuil"));
	CHECK_CASE("with its cursor",
		app->person_rows.at[0].kind == PERSON_HEADING && app->person.cursor > 0);
	stage_type(&stage, "<");
	CHECK_CASE("and back again where one was before",
		app->overlay.which == OVERLAY_NONE && app->reader.article == 5);
	stage_type(&stage, ">>");
	CHECK_CASE("forward twice is the article again",
		app->overlay.which == OVERLAY_NONE && app->reader.article == 1);
	stage_type(&stage, "<=");
	CHECK_CASE("why lies over the page", app->overlay.which == OVERLAY_WHY);
	CHECK_TEXT("and asks who said it", span_of(app->overlay_subject),
		SPAN("said by Claire Dubreuil"));
	stage_type(&stage, "q");
	CHECK_CASE("closed, it is the page again", is_page_of(app, "claire-dubreuil"));
	stage_type(&stage, "v\n");
	CHECK_CASE("a version chosen over the page is read, with nothing over it",
		app->overlay.which == OVERLAY_NONE && !app->person.slug);
	stage_type(&stage, "<");
	CHECK_CASE("and back is the page", is_page_of(app, "claire-dubreuil"));
	stage_type(&stage, "q");
	CHECK_CASE("q closes the page", app->overlay.which == OVERLAY_NONE && !app->person.slug);
	stage_close(&stage);
}

static void test_filters(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		enum dossier_section section;
		uint32_t line;
		char key;
		const char *want;
	} cases[] = {
		{ "R on who is named with them asks for both", DOSSIER_WITH, 0, 'R',
			"person:igor-malenko person:claire-dubreuil" },
		{ "R on what was said asks for what they say", DOSSIER_SAID, 0, 'R',
			"says:claire-dubreuil" },
		{ "Enter on a year asks for both", DOSSIER_TIME, 1, '\n',
			"person:claire-dubreuil date:2021" },
		{ "R on a spelling asks for these words", DOSSIER_FORMS, 0, 'R',
			"person:claire-dubreuil \"Claire Dubreuil\"" },
		{ "R on an article asks for the person", DOSSIER_ARTICLES, 1, 'R',
			"person:claire-dubreuil" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stage stage;
		struct app *app = &stage.app;
		stage_open(&stage, 36, 120);
		stage_type(&stage, cases[i].section == DOSSIER_WITH ? "Amalenko\n" : "Adubreuil\n");
		CHECK_CASE(cases[i].label, go_to(&stage, cases[i].section, cases[i].line));
		stage_key(&stage, (unsigned char)cases[i].key);
		CHECK_TEXT(cases[i].label, span_of(query_write(app->query, &app->arena)),
			span_of(cases[i].want));
		CHECK_CASE(cases[i].label,
			app->overlay.which == OVERLAY_NONE && app->focus == PANE_LIST);
		stage_type(&stage, "<");
		CHECK_CASE("back is the page, without the filter",
			app->overlay.which == OVERLAY_PERSON && app->query->count == 0);
		stage_close(&stage);
	}
}

static void test_cursor(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "Adubreuil\n");
	CHECK_CASE("one column", app->person_rows.column_count == 1);
	uint32_t last = app->person_rows.stop_count - 1;
	stage_type(&stage, "G");
	CHECK_CASE("to the bottom, which is scrolled to",
		app->person.cursor == last && app->person.top[0] > 0);
	stage_type(&stage, "g");
	CHECK_CASE("and to the top, with its heading",
		app->person.cursor == 0 && app->person.top[0] == 0);
	stage_type(&stage, "\tj");
	uint32_t inside = app->person.cursor;
	stage_key(&stage, KEYS_BACK_TAB);
	CHECK_CASE("back to where the section begins", app->person.cursor == inside - 1);
	stage_key(&stage, KEYS_BACK_TAB);
	stage_key(&stage, KEYS_BACK_TAB);
	CHECK_CASE("round and round",
		app->person_rows.at[app->person_rows.count - 1].stop >= app->person.cursor &&
			app->person.cursor > inside);
	app_resize(app, 36, 120);
	CHECK_CASE("two columns", app->person_rows.column_count == 2);
	stage_type(&stage, "gl");
	uint32_t right = app->person.cursor;
	CHECK_CASE("l is the other column", right > 0);
	stage_type(&stage, "h");
	CHECK_CASE("h is the first one again", app->person.cursor == 0);
	stage_close(&stage);
}

static void test_sizes(void **state)
{
	static const int sizes[][2] = {{1, 1}, {3, 20}, {5, 20}, {6, 24}, {20, 58}, {24, 80},
		{36, 110}, {50, 200}, {200, 500}};
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "Adubreuil\n");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		app_resize(app, sizes[i][0], sizes[i][1]);
		for (uint32_t k = 0; k < app->person_rows.stop_count; k++) {
			stage_type(&stage, k ? "j" : "g");
			CHECK_CASE("the cursor is on a line", app->person.cursor == k);
		}
		for (uint32_t r = 0; r < app->person_rows.count; r++) {
			const struct person_row *row = &app->person_rows.at[r];
			CHECK_CASE("a row's line is one of its section",
				row->kind == PERSON_MORE ||
					row->line < app->dossier.sections[row->section].count);
		}
	}
	stage_close(&stage);
}

static struct span file_text(const char *path, char *room, size_t most)
{
	FILE *file = fopen(path, "r");
	size_t len = file ? fread(room, 1, most, file) : 0;

	if (file)
		fclose(file);
	return (struct span){room, len};
}

/* A stage whose decisions are kept in a file beside it. */
static void open_deciding(struct stage *stage, char path[96])
{
	stage_open(stage, 36, 120);
	snprintf(path, 96, "%s.people", stage->folder);
	stage->app.people_file = path;
}

static void close_deciding(struct stage *stage, const char *path)
{
	char lock[128];

	snprintf(lock, sizeof lock, "%s.lock", path);
	unlink(path);
	unlink(lock);
	stage_close(stage);
}

/* What was asked for is done: the archive is read again. */
static void follow(struct stage *stage)
{
	CHECK_CASE("the archive is to be read again", stage->app.requests.reload);
	stage->app.requests.reload = false;
	stage_load(stage, true);
}

static void test_merge(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	char path[96], room[512];

	(void)state;
	open_deciding(&stage, path);
	stage_type(&stage, "Adubreuil\nm");
	CHECK_CASE("the picker asks for the other", app->overlay.which == OVERLAY_PICKER);
	stage_type(&stage, "malenko\n");
	CHECK_TEXT("the decision is a line of the file", file_text(path, room, sizeof room),
		SPAN("merge Claire Dubreuil: Igor Malenko\n"));
	follow(&stage);
	CHECK_CASE("the page stays", is_page_of(app, "claire-dubreuil"));
	CHECK_CASE("and the two are one", epoch_actor_count(app->epoch) == 1);
	stage_type(&stage, "U");
	CHECK_TEXT("U takes the line away", file_text(path, room, sizeof room), SPAN(""));
	follow(&stage);
	CHECK_CASE("and they are two", epoch_actor_count(app->epoch) == 2);
	close_deciding(&stage, path);
}

static void test_split(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	char path[96], room[512];

	(void)state;
	open_deciding(&stage, path);
	stage_type(&stage, "Adubreuil\ns");
	CHECK_CASE("elsewhere than on a spelling it says where to go", app->message[0]);
	CHECK_TEXT("and keeps nothing", file_text(path, room, sizeof room), SPAN(""));
	go_to(&stage, DOSSIER_FORMS, 0);
	stage_type(&stage, "s");
	CHECK_TEXT("the only spelling cannot be split off", file_text(path, room, sizeof room),
		SPAN(""));
	stage_type(&stage, "mmalenko\n");
	follow(&stage);
	CHECK_CASE("now there are two spellings", go_to(&stage, DOSSIER_FORMS, 1));
	stage_type(&stage, "s");
	follow(&stage);
	CHECK_CASE("which are two people again", epoch_actor_count(app->epoch) == 2);
	close_deciding(&stage, path);
}

static void test_rename(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	char path[96], room[512];

	(void)state;
	open_deciding(&stage, path);
	stage_type(&stage, "Adubreuil\nE");
	stage_type(&stage, ", la ministre\n");
	CHECK_CASE("a name that cannot stand in a line is refused, and can be put right",
		app->prompt.use == PROMPT_RENAME && app->message[0]);
	stage_key(&stage, 0x15);
	stage_type(&stage, "Madame Dubreuil\n");
	CHECK_TEXT("the name is kept", file_text(path, room, sizeof room),
		SPAN("rename Claire Dubreuil: Madame Dubreuil\n"));
	follow(&stage);
	CHECK_TEXT("and shown", span_of(app->dossier.name), SPAN("Madame Dubreuil"));
	stage_type(&stage, "E\n");
	CHECK_CASE("the same name changes nothing", !app->requests.reload);
	close_deciding(&stage, path);
}

static void test_hide(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	char path[96], room[512];

	(void)state;
	open_deciding(&stage, path);
	stage_type(&stage, "Amalenko\nx");
	CHECK_TEXT("kept", file_text(path, room, sizeof room), SPAN("hide Igor Malenko\n"));
	CHECK_CASE("the page closes at once", app->overlay.which == OVERLAY_NONE);
	follow(&stage);
	CHECK_CASE("nobody has no page",
		app->overlay.which == OVERLAY_NONE && epoch_actor_count(app->epoch) == 1);
	CHECK_CASE("what was done is said where it can be seen",
		strstr(app->message, "Igor Malenko is nobody"));
	stage_type(&stage, "U");
	follow(&stage);
	CHECK_CASE("U brings them back", epoch_actor_count(app->epoch) == 2);
	stage_type(&stage, "q");
	app->people_file = NULL;
	stage_type(&stage, "Amalenko\nx");
	CHECK_CASE("without a folder nothing is asked for", !app->requests.reload);
	stage_type(&stage, "m\x1bqm");
	close_deciding(&stage, path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_opening),
		cmocka_unit_test(test_going),
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_cursor),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_rename),
		cmocka_unit_test(test_hide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
