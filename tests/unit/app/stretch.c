#include "unit/app/stage.h"

/* What is marked after some keys, "" when nothing is. */
static struct span marked(struct stage *stage, const char *keys)
{
	struct buf text;

	stage_type(stage, keys);
	buf_init(&text, &stage->app.arena);
	stretch_text(&stage->app, &text);
	return buf_span(&text);
}

static void test_marking(void **state)
{
	static const struct {
		const char *label, *keys, *want;
	} cases[] = {
		{"it begins with a cursor, at the first text on the screen", "V", "L"},
		{"a letter to the right", "Vll", " "},
		{"the cursor goes to the next word", "Vww", "d"},
		{"from the beginning on words are taken in whole", "Vvww", "Le traité"},
		{"from within a word its end comes first", "Vvlw", "Le traité"},
		{"back to the word before", "Vwwwvb", "des b"},
		{"a cursor goes to the next paragraph", "Vp", "M"},
		{"a sentence is taken in whole", "Vpvs",
			"M. Igor Malenko a signé jeudi le traité des barrages avec Mme Claire "
			"Dubreuil."},
		{"two paragraphs are parted by a blank line", "Vvpp",
			"Le traité des barrages est signé\n\nM. Igor Malenko a signé jeudi le "
			"traité "
			"des barrages avec Mme Claire Dubreuil."},
		{"back from there", "VpvppP",
			"M. Igor Malenko a signé jeudi le traité des barrages "
			"avec Mme Claire Dubreuil."},
		{"the other end can be moved", "Vwvwob", "Le traité"},
		{"rows keep their column", "Vwvjk", "t"},
		{"the beginning can be set anew", "Vvppvvw", ""},
		{"at the top nothing is before", "Vhhbbkk", "L"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stage stage;
		stage_open(&stage, 24, 80);
		struct span got = marked(&stage, cases[i].keys);
		if (*cases[i].want)
			CHECK_TEXT(cases[i].label, got, span_of(cases[i].want));
		stage_check(cases[i].label, &stage);
		stage_close(&stage);
	}
}

/* A paragraph over several rows is copied without their breaks. */
static void test_copy(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 60);
	stage_type(&stage, "Vppvpy");
	CHECK_CASE("it is in the register", app->copied.len > 200);
	CHECK_CASE("unwrapped", span_find(app->copied, SPAN("\n"), 0) == app->copied.len);
	CHECK_CASE(
		"and begins where it was begun", span_starts(app->copied, SPAN("Paragraphe 1,")));
	CHECK_CASE("copying leaves", !app->reader.stretch.on && app->requests.copy);
	stage_type(&stage, "Vy");
	CHECK_CASE("without a beginning nothing is copied", app->reader.stretch.on);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape leaves", !app->reader.stretch.on && app->focus == PANE_READER);
	stage_type(&stage, "Vq");
	CHECK_CASE("q leaves and closes nothing",
		!app->reader.stretch.on && app->focus == PANE_READER);
	stage_type(&stage, "VJ");
	CHECK_CASE("other keys mean nothing", app->reader.stretch.on);
	stage_type(&stage, "qg)V");
	CHECK_TEXT("what is current is marked at once", marked(&stage, ""), SPAN("Igor Malenko"));
	stage_close(&stage);
}

/* Wherever the cursor goes, it is on the screen, and the ends are in the text. */
static void test_walk(void **state)
{
	static const char keys[] = "vjjwspGjPSbkklhgdddduuuoOpppPPPssSSSwwbb jkG";
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "V");
	for (int round = 0; round < 4; round++)
		for (const char *key = keys; *key; key++) {
			stage_key(&stage, (unsigned char)*key);
			if (key - keys == 20)
				app_resize(app, 8 + 9 * round, 20 + 50 * round);
			struct extent at = stretch_extent(app);
			struct span text = epoch_article(app->epoch, app->reader.article)->text;
			uint32_t row = page_row(&app->page, app->reader.stretch.cursor);
			CHECK_CASE("in the text", at.start < at.end && at.end <= text.len);
			CHECK_CASE("on the screen",
				row >= app->page_top &&
					row < app->page_top + (uint32_t)app->panes.pane[PANE_READER]
								      .rows);
		}
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marking),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_walk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
