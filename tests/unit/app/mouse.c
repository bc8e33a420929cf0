#include "app/mouse.h"
#include "unit/app/stage.h"

#include "app/top-line.h"
#include "text/width.h"

/* What the mouse does to a row of a pane, counted from the pane's own top. */
static void act(struct stage *stage, enum mouse_what what, enum pane pane, int row)
{
	struct area area = stage->app.panes.pane[pane];

	app_mouse(
		&stage->app, (struct mouse){what, area.row + row, area.col + 3}, stage->now += 10);
	stage_check("after the mouse", stage);
}

static void click(struct stage *stage, enum pane pane, int row)
{
	act(stage, MOUSE_CLICK, pane, row);
}

static void click_body(struct stage *stage, int row, int col)
{
	struct area body = panes_body(&stage->app.panes);

	app_mouse(&stage->app, (struct mouse){MOUSE_CLICK, body.row + row, body.col + col},
		stage->now += 10);
	stage_check("after a click", stage);
}

static void begin(struct stage *stage, int rows, int cols)
{
	stage_open(stage, rows, cols);
	stage_key(stage, KEYS_F2);
	assert_true(stage->app.mouse);
}

static void test_off(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 36, 120);
	CHECK_CASE("it is off at first", !stage.app.mouse);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("and a click does nothing", stage.app.selected_place == 0);
	stage_type(&stage, ":mouse\n");
	CHECK_CASE("the command line switches it on", stage.app.mouse);
	stage_key(&stage, KEYS_F2);
	CHECK_CASE("a key switches it off", !stage.app.mouse);
	stage_type(&stage, ":set mouse=on\n");
	CHECK_CASE("it is a setting", stage.app.mouse);
	stage_close(&stage);
}

/* What stands in the text: the first click takes hold of it, the second goes there. */
static void test_text(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 36, 120);
	stage_type(&stage, "\nn");
	struct item item = app->reader.current;
	CHECK_CASE("there is something to click", item.kind == ITEM_MENTION);
	const struct row *row = &app->page.rows[page_row(&app->page, item.at.start)];
	struct area pane = app->panes.pane[PANE_READER];
	struct span text = epoch_article(app->epoch, app->reader.article)->text;
	int line = pane.row + (int)(page_row(&app->page, item.at.start) - app->page_top);
	int col = page_col(&app->page, pane.cols, row) +
		  width_of(span_cut(text, row->at.start, item.at.start));
	app->reader.current = (struct item){0};
	CHECK_CASE("left of the text there is nothing",
		page_under(&app->page, text, pane.cols, row, 0) == UINT32_MAX);
	app_mouse(app, (struct mouse){MOUSE_CLICK, line, pane.col + col}, stage.now += 10);
	CHECK_CASE("a click takes hold of a name",
		app->reader.current.kind == ITEM_MENTION &&
			app->reader.current.at.start == item.at.start);
	CHECK_CASE("and opens nothing yet", app->overlay.which == OVERLAY_NONE);
	app_mouse(app, (struct mouse){MOUSE_CLICK, line, pane.col + col}, stage.now += 10);
	CHECK_CASE("another one says why", app->overlay.which == OVERLAY_WHY);
	stage_close(&stage);
}

static void test_list(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 36, 120);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("a click selects", app->selected_place == 3 && app->focus == PANE_LIST);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("another one opens", app->focus == PANE_READER);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("from elsewhere it only comes back", app->focus == PANE_LIST);
	click(&stage, PANE_LIST, STAGE_ARTICLES);
	CHECK_CASE("under the last row there is nothing", app->selected_place == 3);
	app_mouse(app, (struct mouse){MOUSE_CLICK, app->panes.rule_list, 60}, stage.now);
	CHECK_CASE("nor on a rule", app->focus == PANE_LIST && app->selected_place == 3);
	app_mouse(app, (struct mouse){MOUSE_CLICK, 5000, 5000}, stage.now);
	CHECK_CASE("nor off the screen", app->focus == PANE_LIST && app->selected_place == 3);
	stage_close(&stage);
}

static void test_high_rows(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 50, 160);
	stage_type(&stage, "fbarrages\n");
	assert_int_equal(app->list_lines, 2);
	assert_true(app->listed_count > 1);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("the passage under a title is of its row", app->selected_place == 1);
	stage_close(&stage);
}

static void test_sidebar(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	int row = 0;

	(void)state;
	begin(&stage, 36, 120);
	while (app->sidebar_rows[row].kind != SIDEBAR_VALUE)
		row++;
	const char *text =
		arena_string(&app->arena, span_of(app->sidebar_rows[row].value.clause.text));
	click(&stage, PANE_SIDEBAR, row);
	CHECK_CASE("a click includes a value", app->query->count == 1);
	CHECK_TEXT("the one that it hit", span_of(app->query->clauses[0].text), span_of(text));
	struct arena arena;
	arena_init(&arena);
	struct top_line line = top_line_make(app, &arena);
	assert_int_equal(line.chip_count, 1);
	int col = line.chips[0].col;
	app_mouse(app, (struct mouse){MOUSE_CLICK, 0, col - 1}, stage.now);
	CHECK_CASE("beside its chip there is nothing", !app->query->clauses[0].off);
	app_mouse(app, (struct mouse){MOUSE_CLICK, 0, col}, stage.now);
	CHECK_CASE("a click on it switches it off", app->query->clauses[0].off);
	app_mouse(app, (struct mouse){MOUSE_CLICK, 0, line.chips[0].end - 1}, stage.now);
	CHECK_CASE("and on", !app->query->clauses[0].off);
	arena_clear(&arena);
	stage_close(&stage);
}

static void test_wheel(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 12, 59);
	click(&stage, PANE_LIST, 2);
	stage_key(&stage, KEYS_ENTER);
	CHECK_CASE("one pane alone", app->panes.arrangement == ARRANGED_ONE);
	act(&stage, MOUSE_WHEEL_DOWN, PANE_READER, 1);
	CHECK_CASE("the text scrolls", app->page_top == 3);
	act(&stage, MOUSE_WHEEL_UP, PANE_READER, 1);
	act(&stage, MOUSE_WHEEL_UP, PANE_READER, 1);
	CHECK_CASE("not over its top", app->page_top == 0);
	stage_close(&stage);
	begin(&stage, 14, 120);
	act(&stage, MOUSE_WHEEL_DOWN, PANE_READER, 1);
	CHECK_CASE("what it is over scrolls", app->page_top == 3 && app->focus == PANE_LIST);
	act(&stage, MOUSE_WHEEL_DOWN, PANE_SIDEBAR, 1);
	CHECK_CASE("the sidebar too", app->sidebar.top > 0 && app->focus == PANE_LIST);
	stage_close(&stage);
}

static void test_list_wheel(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 9, 59);
	app_resize(app, 7, 59);
	uint32_t rows = (uint32_t)app->panes.pane[PANE_LIST].rows;
	assert_true(rows < STAGE_ARTICLES);
	for (int i = 0; i < 4; i++)
		act(&stage, MOUSE_WHEEL_DOWN, PANE_LIST, 1);
	CHECK_CASE("the last rows are the end", app->list.top == STAGE_ARTICLES - rows);
	CHECK_CASE("the selection keeps to the pane", app->selected_place == app->list.top);
	stage_close(&stage);
}

static void test_overlays(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 36, 120);
	stage_type(&stage, "a");
	assert_true(app->picked_count > 1);
	click_body(&stage, OVERLAY_HEAD + 1, 6);
	CHECK_CASE("a click chooses a person", app->overlay.cursor == 1);
	click_body(&stage, OVERLAY_HEAD + 1, 6);
	CHECK_CASE("another one filters", app->query->count == 1 && !app->overlay.which);
	stage_type(&stage, "Ct");
	struct area rows = timeline_layout(&app->timeline, panes_body(&app->panes)).rows;
	app_mouse(app, (struct mouse){MOUSE_CLICK, rows.row, rows.col}, stage.now);
	CHECK_CASE("a click goes to a period", app->timeline.cursor == app->timeline.top);
	app_mouse(app, (struct mouse){MOUSE_CLICK, rows.row, rows.col}, stage.now);
	CHECK_CASE("another one narrows", app->query->count == 1 && !app->overlay.which);
	stage_type(&stage, "C=");
	click_body(&stage, OVERLAY_HEAD, 6);
	CHECK_CASE("the first reason leads to its text", !app->overlay.which);
	stage_type(&stage, "?");
	app_mouse(app, (struct mouse){MOUSE_WHEEL_DOWN, 9, 9}, stage.now);
	CHECK_CASE("help scrolls as far as it can", app->overlay.which == OVERLAY_HELP);
	stage_close(&stage);
}

static void test_person(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 36, 160);
	stage_type(&stage, "a\t");
	assert_int_equal(app->overlay.which, OVERLAY_PERSON);
	const struct person_column *column = &app->person_rows.columns[1];
	uint32_t row = column->first;
	while (app->person_rows.at[row].stop == UINT32_MAX)
		row++;
	uint32_t stop = app->person_rows.at[row].stop;
	int at = PERSON_HEAD + (int)(row - column->first - app->person.top[1]);
	click_body(&stage, at, column->left + 1);
	CHECK_CASE("a click goes to a line of the page", app->person.cursor == stop);
	click_body(&stage, at, column->left + 1);
	CHECK_CASE("another one to its text", app->overlay.which == OVERLAY_NONE);
	stage_close(&stage);
}

static void test_questions(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	begin(&stage, 36, 120);
	stage_key(&stage, 3);
	CHECK_CASE("asked whether to quit", app->asking_to_quit);
	click(&stage, PANE_LIST, 3);
	CHECK_CASE("a click is no answer", !app->asking_to_quit && !app->requests.quit);
	CHECK_CASE("and does no more", app->selected_place == 0);
	stage_type(&stage, "/lac");
	click(&stage, PANE_SIDEBAR, 2);
	CHECK_CASE("what is typed is not left", app->prompt.use == PROMPT_FIND);
	stage_close(&stage);
}

/* Anywhere, on every size of screen, in each state. */
static void test_everywhere(void **state)
{
	static const char *const states[] = {"", "B", "r", "?", "=", "t", "a", "a\t", "P", "v", "V",
		"E", "\n", "y", "f", "abarrages\nS"};
	uint32_t seed = 7;

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		struct stage stage;
		begin(&stage, 36, 160);
		stage_type(&stage, states[i]);
		for (int k = 0; k < 300; k++) {
			seed = seed * 1664525u + 1013904223u;
			if (k % 20 == 0)
				app_resize(&stage.app, 1 + (int)(seed >> 8) % 50,
					1 + (int)(seed >> 16) % 220);
			app_mouse(&stage.app,
				(struct mouse){(enum mouse_what)(seed >> 30),
					(int)(seed >> 8 & 63) - 1, (int)(seed >> 16 & 255) - 1},
				stage.now += 10);
			stage_check(states[i], &stage);
		}
		stage_close(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_off),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_high_rows),
		cmocka_unit_test(test_sidebar),
		cmocka_unit_test(test_wheel),
		cmocka_unit_test(test_list_wheel),
		cmocka_unit_test(test_overlays),
		cmocka_unit_test(test_person),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_everywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
