#include "unit/check.h"

#include "text/utf8.h"
#include "text/width.h"
#include "ui/screen.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An archive that means harm: controls, bidirectional marks, bytes that are no UTF-8, very long
 * words, heaps of accents, wide letters, a name of escape sequences. */
struct stage {
	char folder[64];
	char *path[3];
	struct load *load;
	const struct epoch *epoch;
};

static void write_article(struct stage *stage, int i, const char *head, const char *body, int times)
{
	char path[96];
	snprintf(path, sizeof path, "%s/%d\033[31m.txt", stage->folder, i);
	stage->path[i] = strdup(path);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	fputs(head, file);
	for (int n = 0; n < times; n++)
		fputs(body, file);
	fclose(file);
}

static void open_stage(struct stage *stage)
{
	const char *path = stage->folder;
	struct fault why;

	snprintf(stage->folder, sizeof stage->folder, "/tmp/depeche-screen-XXXXXX");
	assert_non_null(mkdtemp(stage->folder));
	write_article(stage, 0,
		"Un titre\033]0;owned\a et sa fin \xE2\x80\xAE renversée\n\n26 janvier 2021\n\n",
		"M. Igor Malenko\033[2J a dit \xC2\x9B"
		"31m à Mme Claire Dubreuil que le lac \xFF\xFE "
		"montait\xC2\xAD"
		"ait. \xE2\x81\xA6 Fin.\n\n",
		30);
	write_article(stage, 1, "中文标题中文标题中文标题 👨\xE2\x80\x8D👩\xE2\x80\x8D👧\n\n",
		"俄罗斯外交部发言人扎哈罗娃周一表示，专家们正在就延长条约进行工作。👩🏽‍🚀"
		" "
		"❤\xEF\xB8\x8F "
		"e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\n",
		40);
	write_article(stage, 2, "שלום עולם العربية\n\n",
		"UnmotsansfinquinefinitjamaisetquinesecoupenullepartUnmotsansfin\t\t\v", 400);
	assert_int_equal(load_open(&stage->load,
				 &(struct load_options){.paths = &path,
					 .path_count = 1,
					 .max_size = LOAD_MAX_SIZE_DEFAULT,
					 .today = DAY_NONE},
				 &why),
		OK);
	stage->epoch = load_wait(stage->load);
	assert_int_equal(epoch_count(stage->epoch), 3);
}

static void close_stage(struct stage *stage)
{
	load_close(stage->load);
	for (int i = 0; i < 3; i++) {
		unlink(stage->path[i]);
		free(stage->path[i]);
	}
	rmdir(stage->folder);
}

/* Nothing harmful, every row as wide as the grid, the cursor inside. */
static void check_canvas(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		const struct cell *cells = canvas->cells + (size_t)row * (size_t)canvas->cols;
		int width = 0;
		for (int col = 0; col < canvas->cols; col++) {
			struct span bytes = {cells[col].glyph.bytes, cells[col].glyph.len};
			width += cells[col].glyph.width;
			assert_true(utf8_valid(bytes));
			for (size_t at = 0; at < bytes.len;)
				assert_false(width_is_harmful(utf8_next(bytes, &at)));
			if (cells[col].glyph.width == 2)
				assert_true(col + 1 < canvas->cols && !cells[col + 1].glyph.width);
		}
		assert_int_equal(width, canvas->cols);
	}
	assert_in_range(canvas->cursor_row, 0, canvas->rows - 1);
	assert_in_range(canvas->cursor_col, 0, canvas->cols - 1);
}

static void draw(const struct app *app)
{
	struct arena arena;
	arena_init(&arena);
	struct canvas canvas = canvas_make(app->rows, app->cols, &arena);
	screen_draw(app, &canvas);
	check_canvas(&canvas);
	arena_clear(&arena);
}

static void test_every_size(void **state)
{
	static const char *const walks[] = {"", "\r", "jr", "jjB", "?", "a", "P", "=", "\rn=", "\rmn\r", "So", "r=", "v", "vs", "rv", "\rp", "fl",
		"/a", "\rn", "j\r)", "\rO", "B/m"};
	static const int sizes[] = {1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 19, 20, 21, 28, 29, 40, 59, 60,
		80, 99, 100, 139, 140, 200};
	struct stage stage;

	(void)state;
	open_stage(&stage);
	for (size_t w = 0; w < COUNT(walks); w++) {
		struct app app;
		app_init(&app, NULL, "ar\033[31mchive");
		app_resize(&app, 24, 80);
		draw(&app); /* before anything is loaded */
		app_take(&app, stage.epoch, (struct load_progress){.phase = LOAD_DONE}, false);
		for (const char *key = walks[w]; *key; key++)
			app_key(&app, (unsigned char)*key, 1000 + (key - walks[w]));
		for (size_t r = 0; r < COUNT(sizes); r++)
			for (size_t c = 0; c < COUNT(sizes); c++) {
				app_resize(&app, sizes[r], sizes[c]);
				draw(&app);
			}
		app_clear(&app);
	}
	close_stage(&stage);
}

/* Keys at random, a new size now and then: whatever the state, its picture is sound. */
static void test_random_walks(void **state)
{
	static const char keys[] =
		"jjkkJKdubg GhlBOWq/nNm()p=rRvvfFaxoSocCT123.MUsP?\t\r\r\033\033\177xe\x01";
	struct stage stage;
	uint32_t seed = 7;

	(void)state;
	open_stage(&stage);
	struct app app;
	app_init(&app, NULL, "archive");
	app_resize(&app, 24, 80);
	app_take(&app, stage.epoch, (struct load_progress){.phase = LOAD_DONE}, false);
	for (int i = 0; i < 4000; i++) {
		seed = seed * 1664525u + 1013904223u;
		app_key(&app, (unsigned char)keys[(seed >> 16) % (sizeof keys - 1)], 1000 + i * 40);
		if (seed >> 24 < 10)
			app_resize(&app, (int)(seed >> 8 & 63) + 1, (int)(seed >> 4 & 255) + 1);
		draw(&app);
	}
	app_clear(&app);
	close_stage(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_random_walks),
	};
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
