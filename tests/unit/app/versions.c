#include "unit/app/stage.h"

/* Makes article 3 a reprint of article 2 with a sentence more. */
static void reprint(struct stage *stage)
{
	char from[96], to[96], bytes[8192] = "";

	snprintf(from, sizeof from, "%s/2.txt", stage->folder);
	snprintf(to, sizeof to, "%s/3.txt", stage->folder);
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	assert_non_null(in);
	assert_non_null(out);
	assert_true(fread(bytes, 1, sizeof bytes - 1, in) > 0);
	char *furniture = strstr(bytes, "Partager");
	assert_non_null(furniture);
	*furniture = 0;
	fputs(bytes, out);
	fputs("Une ultime phrase conclut ce récit des rives du lac et de ses barrages.\n\n", out);
	fclose(in);
	fclose(out);
	stage_load(stage, true);
}

/* The rows lie in the texts, in order; what is marked too. */
static void check_sides(const char *label, const struct app *app)
{
	const struct sides *sides = &app->sides;
	uint32_t end[2] = {0, 0};

	for (uint32_t i = 0; i < sides->row_count; i++)
		for (int side = 0; side < 2; side++) {
			struct extent at = sides->rows[i].at[side];
			struct span text = epoch_article(app->epoch, sides->side[side].id)->text;
			if (at.start == at.end)
				continue;
			CHECK_CASE(label, at.start >= end[side] && at.end <= text.len);
			end[side] = at.end;
		}
	for (int side = 0; side < 2; side++)
		for (uint32_t i = 0; i < sides->side[side].mark_count; i++) {
			const struct extent *marks = sides->side[side].marks;
			CHECK_CASE(label, marks[i].start < marks[i].end);
			CHECK_CASE(label, i == 0 || marks[i].start >= marks[i - 1].end);
		}
}

static void go_to(struct stage *stage, article_id id)
{
	stage_type(stage, "g");
	for (int i = 0; i < STAGE_ARTICLES && stage->app.list.selected != id; i++)
		stage_type(stage, "j");
	CHECK_CASE("it is in the list", stage->app.list.selected == id);
}

static void test_two(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 40, 120);
	reprint(&stage);
	go_to(&stage, 3);
	stage_type(&stage, "v");
	CHECK_CASE("beside the one most like it", app->overlay.which == OVERLAY_VERSIONS &&
							  app->sides.side[0].id == 3 &&
							  app->sides.side[1].id == 2);
	CHECK_CASE("side by side where there is room", app->sides.beside);
	CHECK_TEXT("what only it has is counted", span_of(app->sides.side[0].only),
		SPAN("only here: 14 words"));
	CHECK_TEXT("and that the other has nothing", span_of(app->sides.side[1].only),
		SPAN("only here: 0 words"));
	check_sides("side by side", app);
	app_resize(app, 24, 80);
	CHECK_CASE("one above the other", !app->sides.beside && app->sides.row_count > 0);
	CHECK_CASE("what both have is shown once", app->sides.rows[0].whose == SIDES_BOTH);
	CHECK_CASE("what one has is its own",
		app->sides.rows[app->sides.row_count - 1].whose == SIDES_LEFT);
	check_sides("one above the other", app);
	stage_type(&stage, "s");
	CHECK_CASE(
		"swapped", app->sides.side[0].id == 2 &&
				   app->sides.rows[app->sides.row_count - 1].whose == SIDES_RIGHT);
	stage_type(&stage, "JK");
	CHECK_CASE("to another one and back", app->versions.other == 2);
	stage_type(&stage, "J");
	article_id other = app->versions.other;
	stage_type(&stage, "\n");
	CHECK_CASE("Enter goes to it",
		app->overlay.which == OVERLAY_NONE && app->reader.article == other);
	stage_check("from versions", &stage);
	stage_close(&stage);
}

/* Paragraphs that only one has, before one that both have: they begin in the same row. */
static void test_gap(void **state)
{
	static const char before[] = "Un lac.\n\n",
			  both[] = "Les barrages du fleuve sont pleins "
				   "depuis hier, dit le bureau des eaux, et les rives restent "
				   "fermées au public.\n\n";
	struct stage stage;
	const struct sides *sides = &stage.app.sides;

	(void)state;
	stage_open(&stage, 40, 120);
	for (int i = 2; i <= 3; i++) {
		char path[96];
		snprintf(path, sizeof path, "%s/%d.txt", stage.folder, i);
		FILE *out = fopen(path, "w");
		assert_non_null(out);
		fprintf(out, "%s%sUne phrase de plus.\n\n%s", i == 2 ? before : "",
			i == 2 ? "Deux rives.\n\n" : "Trois ponts.\n\n", both);
		fclose(out);
	}
	stage_load(&stage, true);
	go_to(&stage, 3);
	stage_type(&stage, "v");
	check_sides("a gap", &stage.app);
	assert_true(sides->beside && sides->alike && sides->row_count > 0);
	CHECK_CASE("what only one has begins in the row of what only the other has",
		!sides->rows[0].paired && sides->rows[0].at[0].end && sides->rows[0].at[1].end);
	for (uint32_t i = 0; i < sides->row_count; i++)
		CHECK_CASE("a pair stands in the same rows",
			!sides->rows[i].paired || !sides->rows[i].first ||
				(sides->rows[i].at[0].end && sides->rows[i].at[1].end));
	CHECK_CASE("the last paragraph is one of both", sides->rows[sides->row_count - 1].paired);
	stage_close(&stage);
}

/* Nothing alike: each text stands whole from the top of its own side. */
static void test_apart(void **state)
{
	static const char *const texts[] = {
		"Publié le 3 mai 2021\n\nLa foire aux fleurs commence samedi sur la place.\n\n"
		"Deux cents marchands viennent de toute la vallée.\n",
		"Publié le 4 mai 2021\n\nUn bateau chargé de sel a coulé devant le phare.\n"};
	struct stage stage;
	struct sides sides;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	stage_open(&stage, 40, 120);
	for (int i = 0; i < 2; i++) {
		char path[96];
		snprintf(path, sizeof path, "%s/%d.txt", stage.folder, i + 2);
		FILE *file = fopen(path, "w");
		assert_non_null(file);
		fputs(texts[i], file);
		fclose(file);
	}
	stage_load(&stage, true);
	sides_make(&sides, stage.app.epoch, 2, 3, 120, &arena);
	CHECK_CASE("no text in common", sides.percent == 0 && sides.row_count == 3);
	for (int side = 0; side < 2; side++)
		CHECK_CASE("both begin in the first row",
			sides.rows[0].at[side].start < sides.rows[0].at[side].end);
	CHECK_CASE("paragraphs have a blank row between them",
		sides.rows[1].at[0].start == sides.rows[1].at[0].end &&
			sides.rows[2].at[0].start < sides.rows[2].at[0].end);
	CHECK_CASE("all of it is its own", sides_is_own(&sides, 0) && sides_is_own(&sides, 2));
	stage_close(&stage);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_gap),
		cmocka_unit_test(test_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
