#include "app/top-line.h"
#include "unit/app/stage.h"

static void test_overlays(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		enum overlay which;
		enum pane focus;
	} cases[] = {
		{"? shows the help", "?", OVERLAY_HELP, PANE_LIST},
		{"and hides it", "??", OVERLAY_NONE, PANE_LIST},
		{"q closes it", "?q", OVERLAY_NONE, PANE_LIST},
		{"Escape too", "?\x1b", OVERLAY_NONE, PANE_LIST},
		{"= tells why", "=", OVERLAY_WHY, PANE_LIST},
		{"P shows the problems, one overlay at a time", "=P", OVERLAY_PROBLEMS, PANE_LIST},
		{"keys of the panes wait until it is closed", "?J\t", OVERLAY_HELP, PANE_LIST},
		{"a picks a person", "a", OVERLAY_PICKER, PANE_LIST},
		{"Ctrl-C closes the picker", "a\x03", OVERLAY_NONE, PANE_LIST},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_type(&stage, cases[i].keys);
		CHECK_CASE(cases[i].label, stage.app.overlay.which == cases[i].which);
		CHECK_CASE(cases[i].label, stage.app.focus == cases[i].focus);
		CHECK_CASE(cases[i].label, stage.app.list.selected == 5);
		CHECK_CASE(cases[i].label, !stage.app.requests.quit);
		stage_close(&stage);
	}
}

static void test_requests(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		struct app_requests requests;
	} cases[] = {
		{"q quits from the list", "q", {.quit = true}},
		{"Q from anywhere", "?Q", {.quit = true}},
		{"Ctrl-C asks", "\x03", {.quit = false}},
		{"y quits", "\x03y", {.quit = true}},
		{"any other key goes on", "\x03jy", {.quit = false}},
		{"Ctrl-C twice quits", "\x03\x03", {.quit = true}},
		{"q closes the panel first", "rq", {.quit = false}},
		{"q leaves the reader first", "\nq", {.quit = false}},
		{"q leaves the one pane first", "Oq", {.quit = false}},
		{"Ctrl-R reads again", "\x12", {.reload = true}},
		{"Ctrl-L draws again", "\x0c", {.redraw = true}},
		{"Ctrl-Z suspends", "\x1a", {.suspend = true}},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_type(&stage, cases[i].keys);
		struct app_requests got = stage.app.requests, want = cases[i].requests;
		CHECK_CASE(cases[i].label, got.quit == want.quit && got.reload == want.reload);
		CHECK_CASE(
			cases[i].label, got.redraw == want.redraw && got.suspend == want.suspend);
		stage_close(&stage);
	}
}

static void test_messages(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "X");
	CHECK_TEXT("a key without meaning says so", span_of(stage.app.message),
		SPAN("X means nothing here; ? shows the keys"));
	stage_type(&stage, "j");
	CHECK_TEXT("until the next key", span_of(stage.app.message), SPAN(""));
	app_paste(&stage.app, SPAN("qqQ"), 1);
	CHECK_CASE("pasted text is never keys", !stage.app.requests.quit);
	stage_type(&stage, "f");
	app_paste(&stage.app, SPAN("malenko"), 1);
	CHECK_CASE("pasted into a prompt it is typed", stage.app.listed_count == 4);
	stage_close(&stage);
}

/* Of a file of many articles some may be there before it is read whole. */
static void test_partial_file(void **state)
{
	struct load_progress progress = {LOAD_DONE, 0, 1};
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	app_take(&stage.app, stage.app.epoch, progress, false);
	CHECK_TEXT("no file was read whole", span_of(stage.app.message),
		SPAN("stopped within the first file; Ctrl-R reads everything"));
	stage_type(&stage, "j");
	struct top_line line = top_line_make(&stage.app, &stage.app.arena);
	CHECK_TEXT("nor is one counted", span_of(line.counts),
		SPAN("6 articles · only a part read"));
	stage_close(&stage);
}

static void test_partial(void **state)
{
	struct load_progress progress = {LOAD_DONE, 6, 12345};
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	app_take(&stage.app, stage.app.epoch, progress, false);
	CHECK_TEXT("a load that was stopped says what was read", span_of(stage.app.message),
		SPAN("stopped: 6 of 12 345 files were read; Ctrl-R reads them all"));
	stage_type(&stage, "j");
	struct top_line line = top_line_make(&stage.app, &stage.app.arena);
	CHECK_TEXT("the top line goes on to say so", span_of(line.counts),
		SPAN("6 articles · only 6 of 12 345 files read"));
	stage_type(&stage, "fbarrages\n");
	line = top_line_make(&stage.app, &stage.app.arena);
	CHECK_CASE("but has no room for it beside a filter",
		!strstr(line.counts, "12 345") && strstr(line.counts, "of 6 articles"));
	app_resize(&stage.app, 24, 120);
	line = top_line_make(&stage.app, &stage.app.arena);
	CHECK_CASE("where it is not wide", strstr(line.counts, "only 6 of 12 345 files read"));
	stage_load(&stage, true);
	line = top_line_make(&stage.app, &stage.app.arena);
	CHECK_CASE("read again it is whole", !strstr(line.counts, "files read"));
	stage_close(&stage);
}

/* Any keys on any size: nothing falls over, and what must hold holds after each of them. */
static void test_monkey(void **state)
{
	struct stage stage;
	uint64_t random = 88172645463325252u;
	char label[64];

	(void)state;
	stage_open(&stage, 24, 80);
	for (int i = 0; i < 20000; i++) {
		random ^= random << 13;
		random ^= random >> 7;
		random ^= random << 17;
		uint32_t key = (uint32_t)(random >> 8) % 160;
		key = key < 128 ? key : KEYS_UP + key - 128;
		snprintf(label, sizeof label, "key %x of step %d", key, i);
		stage_key(&stage, key);
		if (i % 64 == 0)
			app_resize(&stage.app, (int)(random >> 40) % 60, (int)(random >> 48) % 220);
		if (i % 256 == 0)
			app_take(&stage.app, stage.app.epoch, load_progress(stage.load), false);
		if (i % 4000 == 3999)
			stage_load(&stage, true);
		app_tick(&stage.app, stage.now += 100);
		stage_check(label, &stage);
	}
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_overlays),
		cmocka_unit_test(test_requests),
		cmocka_unit_test(test_messages),
		cmocka_unit_test(test_partial_file),
		cmocka_unit_test(test_partial),
		cmocka_unit_test(test_monkey),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
