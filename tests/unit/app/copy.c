#include "unit/app/stage.h"

#include "app/export-prompt.h"

#include <sys/stat.h>

static void test_copying(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *copied, *message;
	} cases[] = {
		{"the article", "yt", "Le traité des barrages est signé\n30 June 2022", "copied: the article"},
		{"the paragraph at the top", "yp", "M. Igor Malenko a signé", "copied: the paragraph"},
		{"a quotation with who said it and where", "jjjjyq",
			"“Nous attendons une réponse écrite depuis quatre mois”\n— Claire Dubreuil; "
			"“Deux capitales", "copied: the quotation and where it stands"},
		{"where nobody is quoted", "yq", "", "no quotation follows here"},
		{"a citation", "yc", "“Le traité des barrages est signé”, 30 June 2022", "copied: the citation"},
		{"a link", "ym", "*Le traité des barrages est signé*, 30 June 2022", "copied: the citation"},
		{"BibTeX", "yb", "@misc{article2022-5,", "copied: the citation"},
		{"no address is stated", "yu", "", "this article states no address"},
		{"the file", "yf", "/tmp/depeche-stage-", "copied: the path of the file"},
		{"any other key copies nothing", "yz", "", ""},
		{"Escape neither", "y\x1b", "", ""},
		{"by its name", ":copy passage\n", "M. Igor", "copied: the paragraph"},
		{"in a named style", ":copy citation apa\n", "Le traité des barrages est signé. (2022, June 30).",
			"copied: the citation"},
		{"the style is completed", ":copy citation ch\t\n", "“Le traité des barrages est signé.” June",
			"copied: the citation"},
		{"a style that is none", ":copy citation mla\n", "", ""},
		{"Ctrl-Y pastes it", "yf/\x19", "/tmp/depeche-stage-", "not in this text"},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_type(&stage, i == COUNT(cases) - 1 ? "\n" : "");
		stage_type(&stage, cases[i].keys);
		CHECK_TEXT(cases[i].label,
			span_cut(stage.app.copied, 0, strlen(cases[i].copied)),
			span_of(cases[i].copied));
		CHECK_CASE(cases[i].label, stage.app.requests.copy == (cases[i].copied[0] != 0));
		CHECK_TEXT(cases[i].label,
			span_cut(span_of(stage.app.message), 0, strlen(cases[i].message)),
			span_of(cases[i].message));
		stage_close(&stage);
	}
}

static void test_exporting(void **state)
{
	struct stage stage;
	struct helper helper;
	struct fault why;
	struct arena arena;
	struct stat file;

	(void)state;
	arena_init(&arena);
	stage_open(&stage, 24, 80);
	assert_int_equal(
		helper_open(&helper, &(struct helper_rights){.programs = true}, &why), OK);
	stage.app.helper = &helper;
	const char *path = arena_format(&arena, "%s/shown.csv", stage.folder);
	stage_type(&stage, "w");
	CHECK_TEXT("w asks for a name", prompt_text(&stage.app.prompt), SPAN("export articles.md"));
	stage_type(&stage, "\x15" "export articles.odt\n");
	CHECK_CASE("a format that is none is pointed at",
		stage.app.wrong.fault.err && stage.app.wrong.at.start == 7);
	stage_type(&stage, arena_format(&arena, "\x1b:filter malenko\n:export %s\n", path));
	CHECK_CASE("writing is asked of the outside", stage.app.requests.write);
	export_now(&stage.app, NULL, NULL);
	CHECK_TEXT("and told", span_of(stage.app.message),
		span_of(arena_format(&arena, "4 articles written to %s", path)));
	CHECK_CASE("the file is there", stat(path, &file) == 0 && file.st_size > 100);
	stage.app.requests.write = false;
	stage_type(&stage, arena_format(&arena, ":export %s\n", path));
	CHECK_CASE("a file that is there is asked about",
		stage.app.menu && !stage.app.requests.write);
	stage_type(&stage, "n");
	CHECK_CASE("no leaves it", !stage.app.requests.write);
	stage_type(&stage, arena_format(&arena, ":export %s\ny", path));
	CHECK_CASE("yes writes over it", stage.app.requests.write);
	stage_type(&stage, arena_format(&arena, ":export %s/sho\t", stage.folder));
	CHECK_TEXT("paths are completed", prompt_text(&stage.app.prompt),
		span_of(arena_format(&arena, "export %s ", path)));
	unlink(path);
	stage_close(&stage);
	helper_close(&helper);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_copying),
		cmocka_unit_test(test_exporting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
