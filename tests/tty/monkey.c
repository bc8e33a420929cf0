/*
 * Random keys, clicks, pasted texts and sizes against the real program, with a fixed seed: whatever is
 * typed, it answers, never crashes, and gives the terminal back whole.
 *
 *   monkey PROGRAM KEYS SEED ARCHIVE
 */

#define _XOPEN_SOURCE 700
#include "tty/terminal.h"

#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define REMEMBERED 40

static uint64_t state;

static uint32_t next(uint32_t below)
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(((state >> 32) * below) >> 32);
}

/* What people type, and what terminals send; quitting is rare, or nothing else would happen. */
static const char *const typed[] = {"j", "k", "j", "k", "J", "K", "h", "l", "g", "G", "d", "u", " ",
	"b", "\t", "\033[Z", "\r", "\033", "<", ">", "\177", "f", "F", "/", "a", "x", "o", "c", "C",
	"T", "1", "2", "n", "N", "m", "(", ")", "r", "p", "P", "?", "=", "O", "W", "B", "s", ".", "M",
	"U", "i", "I", ",", ";", "t", "t", "z", "Z", "V", "w", "S", "L", "}", "{", "\033OA", "\033OB", "\033OC", "\033OD", "\033OH", "\033OF", "\033[5~",
	"\033[6~", "\033[3~", "\033[1;3D", "\033[1;3C", "\014", "\022", "\001", "\005", "\025", "\027",
	"\013", "p", "e", "s", "k", "o", "v", "é", "Ж", "中", "\033[99;99~", "\033[?x", "\033O", "\033[",
	"\200", "\xff", "\033[200~collé\n\tici\033[201~", "\033[M !!", "\033\033", "q", "n", "y",
	":", "|", "t", "w", "\033OQ"};

static const int sizes[][2] = {{24, 80}, {36, 120}, {50, 200}, {24, 80}, {1, 1}, {3, 10}, {5, 20},
	{12, 59}, {20, 60}, {30, 99}, {30, 140}, {60, 300}, {2, 200}, {100, 21}};

static char history[REMEMBERED][32];
static long done;

static void remember(const char *what)
{
	snprintf(history[done++ % REMEMBERED], sizeof history[0], "%s", what);
}

static void print_history(void)
{
	fprintf(stderr, "the last keys:");
	for (long i = done > REMEMBERED ? done - REMEMBERED : 0; i < done; i++) {
		fputc(' ', stderr);
		for (const char *c = history[i % REMEMBERED]; *c; c++)
			fprintf(stderr, *c > 32 && *c < 127 ? "%c" : "\\x%02x", (unsigned char)*c);
	}
	fputc('\n', stderr);
}

static bool failed(struct terminal *t, const char *what)
{
	char *text = terminal_text(t);

	fprintf(stderr, "monkey: %s (key %ld)\n", what, done);
	print_history();
	fprintf(stderr, "%s\n", text);
	free(text);
	return false;
}

static bool one_step(struct terminal *t)
{
	long before = t->events[EVENT_IDLE];

	if (next(40) == 0) {
		const int *size = sizes[next((uint32_t)COUNT(sizes))];
		char what[32];
		snprintf(what, sizeof what, "[%dx%d]", size[1], size[0]);
		remember(what);
		if (size[0] == t->rows && size[1] == t->cols)
			return true;
		terminal_resize(t, size[0], size[1]);
	} else if (next(12) == 0) {
		static const int buttons[] = {0, 0, 0, 64, 65, 2, 35};
		char report[32];
		snprintf(report, sizeof report, "\033[<%d;%u;%uM",
			buttons[next((uint32_t)COUNT(buttons))], next((uint32_t)t->cols + 2),
			next((uint32_t)t->rows + 2));
		remember(report);
		if (!terminal_send(t, report, strlen(report)))
			return failed(t, "cannot click");
	} else {
		const char *keys = typed[next((uint32_t)COUNT(typed))];
		remember(keys);
		if (!terminal_send(t, keys, strlen(keys)))
			return failed(t, "cannot type");
	}
	if (!terminal_wait(t, EVENT_IDLE, before) && !t->ended)
		return failed(t, "no answer");
	return true;
}

static bool one_run(char **argv, char **env, long keys)
{
	struct terminal t;
	bool good = terminal_open(&t, 24, 80, argv, env) &&
		(terminal_wait(&t, EVENT_IDLE, 0) || failed(&t, "no first screen"));

	while (good && done < keys && !t.ended)
		good = one_step(&t);
	if (good && !t.ended) {
		terminal_signal(&t, SIGTERM);
		good = terminal_wait_end(&t) || failed(&t, "did not end on SIGTERM");
	}
	if (good && t.status != 0 && t.status != 128 + SIGTERM)
		good = failed(&t, "ended badly");
	if (good && terminal_damage(&t))
		good = failed(&t, terminal_damage(&t));
	terminal_close(&t);
	return good;
}

int main(int argc, char **argv)
{
	char home[] = "/tmp/depeche-monkey-XXXXXX", home_word[64], command[80];
	char program[PATH_MAX], archive[PATH_MAX];
	bool good = true;

	/* What it writes on the way goes away with its home. */
	if (argc != 5 || !mkdtemp(home) || !realpath(argv[1], program) ||
		!realpath(argv[4], archive) || chdir(home)) {
		fprintf(stderr, "monkey: monkey PROGRAM KEYS SEED ARCHIVE\n");
		return 2;
	}
	long keys = strtol(argv[2], NULL, 10), runs = 0;
	state = strtoull(argv[3], NULL, 10);
	snprintf(home_word, sizeof home_word, "HOME=%s", home);
	static const char *const world[] = {"TZ=UTC", "LC_ALL=C.UTF-8", "TERM=xterm-256color",
		"DEPECHE_TTY_SYNC=1", "PATH=/usr/bin:/bin", "SHELL=/bin/true", "VISUAL=true",
		"PAGER=true", "BROWSER=true", "ASAN_OPTIONS=detect_leaks=1"};
	char *env[COUNT(world) + 2] = {home_word};
	for (size_t i = 0; i < COUNT(world); i++)
		env[i + 1] = strdup(world[i]);
	char *args[] = {program, archive, NULL};
	for (; good && done < keys; runs++)
		good = one_run(args, env, keys);
	for (size_t i = 0; i < COUNT(world); i++)
		free(env[i + 1]);
	snprintf(command, sizeof command, "rm -rf '%s'", home);
	if (system(command) != 0)
		good = false;
	printf("%-4s monkey: %ld keys in %ld runs\n", good ? "ok" : "FAIL", done, runs);
	return good ? 0 : 1;
}
