#define _XOPEN_SOURCE_EXTENDED 1 /* the wide half of curses */

#include "unit/check.h"

#include "ui/term-draw.h"

#include <curses.h>

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS 24 /* of a terminal of no size */
#define COLS 80
#define FAILED 255

/* What was written by the program, curses and all. */
static int writes, palettes_reset;

static int count_of(const char *sign, const char *bytes, size_t len)
{
	int count = 0;

	for (size_t i = 0; i + strlen(sign) <= len; i++)
		count += memcmp(bytes + i, sign, strlen(sign)) == 0;
	return count;
}

/* Stands before that of libc. */
ssize_t write(int fd, const void *bytes, size_t len)
{
	struct iovec piece = {.iov_len = len};

	memcpy(&piece.iov_base, &bytes, sizeof bytes);
	writes++;
	palettes_reset += count_of("\033]104", bytes, len);
	return writev(fd, &piece, 1);
}

static void draw(struct terminal *term, const char *text)
{
	static const enum style styles[] = {STYLE_TEXT, STYLE_MENTION, STYLE_EXCLUDED};
	struct arena arena;

	arena_init(&arena);
	struct canvas canvas = canvas_make(ROWS, COLS, &arena);
	for (int row = 0; row < ROWS; row++)
		canvas_put(&canvas, canvas_area(&canvas), row, row % 7, styles[row % 3],
			span_of(text));
	term_draw(term, &canvas);
	arena_clear(&arena);
}

static const char *const texts[] = {"", "one text", "and then another that is longer", "一二三四",
	"五六三七", "a一二三四", "一 two 三 four", "e\xcc\x81t\xc3\xa9 x\xcc\x88\xcc\xa3", "étés",
	"one    text"};

/* How many writes a second screen takes that has another text in every row. */
static int writes_of_a_screen(struct terminal *term)
{
	draw(term, "one text");
	writes = 0;
	draw(term, "and then another that is longer");
	return writes;
}

static void read_screen(cchar_t *cells)
{
	for (int i = 0; i < ROWS * COLS; i++)
		mvin_wch(i / COLS, i % COLS, &cells[i]);
}

static bool are_alike(const cchar_t *a, const cchar_t *b)
{
	wchar_t points[2][CCHARW_MAX + 1] = {{0}};
	attr_t attributes[2];
	short pairs[2];

	getcchar(a, points[0], &attributes[0], &pairs[0], NULL);
	getcchar(b, points[1], &attributes[1], &pairs[1], NULL);
	return wcscmp(points[0], points[1]) == 0 && attributes[0] == attributes[1] &&
	       pairs[0] == pairs[1];
}

/* In how many cells a screen that follows another is not what it is when drawn whole. */
static int wrong_cells(struct terminal *term)
{
	static cchar_t changed[ROWS * COLS], whole[ROWS * COLS];
	int wrong = 0;

	for (size_t i = 0; i < COUNT(texts) * COUNT(texts); i++) {
		draw(term, texts[i % COUNT(texts)]);
		draw(term, texts[i / COUNT(texts)]);
		read_screen(changed);
		term_forget(term);
		draw(term, texts[i / COUNT(texts)]);
		read_screen(whole);
		for (int at = 0; at < ROWS * COLS && wrong < FAILED; at++)
			wrong += !are_alike(&changed[at], &whole[at]);
	}
	return wrong;
}

static void look_away(void *ignored)
{
	(void)ignored;
}

static int palettes_reset_when_lent(struct terminal *term)
{
	draw(term, "one text");
	term_lend(term, look_away, NULL);
	return palettes_reset;
}

static int on_terminal(const char *tty, int (*run)(struct terminal *))
{
	struct terminal term;
	struct fault why;
	int fd = open(tty, O_RDWR | O_NOCTTY);

	if (fd < 0 || dup2(fd, STDIN_FILENO) < 0 || dup2(fd, STDOUT_FILENO) < 0)
		return FAILED;
	setenv("TERM", "xterm-256color", 1);
	if (term_open(&term, &(struct term_options){.title = NULL}, &why))
		return FAILED;
	int found = run(&term);
	term_close(&term);
	return found;
}

/* What is found by somebody who has a pseudo-terminal of his own. */
static int found(int (*run)(struct terminal *))
{
	int status = -1, master = posix_openpt(O_RDWR | O_NOCTTY);
	char bytes[4096];

	assert_true(master >= 0);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	const char *tty = ptsname(master);
	assert_non_null(tty);
	pid_t child = fork();
	if (child == 0)
		_exit(on_terminal(tty, run));
	while (read(master, bytes, sizeof bytes) > 0) /* fails once nobody has the other end */
		;
	assert_int_equal(waitpid(child, &status, 0), child);
	close(master);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* A screen that comes in pieces is seen in pieces. */
static void test_one_write(void **state)
{
	(void)state;
	assert_int_equal(found(writes_of_a_screen), 1);
}

/* Only what changed of a row is drawn. */
static void test_changes(void **state)
{
	(void)state;
	assert_int_equal(found(wrong_cells), 0);
}

/* Colours that readers gave their terminals stay. */
static void test_palette(void **state)
{
	(void)state;
	assert_int_equal(found(palettes_reset_when_lent), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_write),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_palette),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
