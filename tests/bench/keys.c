/*
 * How long keys take: from the writing of a key to the last byte of the screen that answers it.
 * Runs a program on a pseudo-terminal, does what standard input asks for line by line, and prints
 * a line "LABEL<tab>FIGURE" for each figure; a label of - is not told.
 *
 *   keys COLSxROWS PROGRAM ARGUMENT…
 *
 *   first LABEL          until the first screen, from the start of the program
 *   loaded LABEL         until everything is read and shown, from the start
 *   quiet LABEL          until the first screen stands, from the start (for other programs, which
 *                        do not tell when they wait)
 *   key LABEL KEY…       keys, each waited for
 *   type LABEL TEXT      likewise every letter of a text
 *   paste LABEL TEXT     a text that comes at once
 *   busy LABEL KEY…      those keys again and again until everything is read
 *   size LABEL COLSxROWS the window is resized
 *   memory LABEL         KiB that are in memory now
 *   again LABEL          until everything is read once more, from now
 *   shows LABEL WORDS…   until they are on the screen, from now
 */

#define _XOPEN_SOURCE 700
#include "tty/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS_MOST 64
#define QUIET_MS 700
#define LOOK_MS 5

extern char **environ;

struct play {
	struct terminal terminal;
	double start;
};

static const struct {
	const char *name, *bytes;
} keys[] = {{"Enter", "\r"}, {"Esc", "\033"}, {"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Space", " "},
	{"PgDn", "\033[6~"}, {"PgUp", "\033[5~"}, {"C-u", "\025"}};

static _Noreturn void give_up(const char *what)
{
	fprintf(stderr, "keys: %s\n", what);
	exit(2);
}

static void tell(const char *label, double figure)
{
	if (strcmp(label, "-") != 0)
		printf("%s\t%.3f\n", label, figure);
}

static const char *bytes_of(const char *key)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].name, key) == 0)
			return keys[i].bytes;
	return key;
}

/* Waits however long it takes, as long as the program runs. */
static void await(struct play *p, enum terminal_event event, long before)
{
	while (!terminal_wait(&p->terminal, event, before))
		if (p->terminal.ended)
			give_up("the program has ended");
}

/* What was just done at some time is answered; a screen that needs no byte is, once that is told.
 */
static void answered(struct play *p, const char *label, double since, long before)
{
	await(p, EVENT_IDLE, before);
	tell(label, (p->terminal.last_output > since ? p->terminal.last_output : now_ms()) - since);
}

static void press(struct play *p, const char *label, const char *bytes, size_t len)
{
	long before = p->terminal.events[EVENT_IDLE];
	double since = now_ms();

	if (!terminal_send(&p->terminal, bytes, len))
		give_up("cannot type");
	answered(p, label, since, before);
}

static void do_first(struct play *p, char **words, int count)
{
	(void)count;
	await(p, EVENT_IDLE, 0);
	tell(words[0], p->terminal.last_output - p->start);
}

static void do_loaded(struct play *p, char **words, int count)
{
	(void)count;
	await(p, EVENT_LOADED, 0);
	tell(words[0], now_ms() - p->start);
}

static void do_again(struct play *p, char **words, int count)
{
	double since = now_ms();

	(void)count;
	await(p, EVENT_LOADED, p->terminal.events[EVENT_LOADED]);
	tell(words[0], now_ms() - since);
}

static bool is_on_screen(struct terminal *terminal, const char *text)
{
	char *screen = terminal_text(terminal);
	bool found = strstr(screen, text) != NULL;

	free(screen);
	return found;
}

static void do_shows(struct play *p, char **words, int count)
{
	char text[256] = "";
	double since = now_ms();

	for (int i = 1; i < count; i++) {
		size_t len = strlen(text);
		snprintf(text + len, sizeof text - len, "%s%s", i > 1 ? " " : "", words[i]);
	}
	while (!is_on_screen(&p->terminal, text)) {
		terminal_quiet(&p->terminal, LOOK_MS);
		if (p->terminal.ended)
			give_up("the program has ended");
	}
	tell(words[0], now_ms() - since);
}

static void do_quiet(struct play *p, char **words, int count)
{
	(void)count;
	do
		terminal_quiet(&p->terminal, QUIET_MS);
	while (!p->terminal.alternate && !p->terminal.ended);
	tell(words[0], p->terminal.last_output - p->start);
}

static void do_key(struct play *p, char **words, int count)
{
	for (int i = 1; i < count; i++)
		press(p, words[0], bytes_of(words[i]), strlen(bytes_of(words[i])));
}

static void do_type(struct play *p, char **words, int count)
{
	for (int i = 1; i < count; i++) {
		if (i > 1)
			press(p, words[0], " ", 1);
		for (const char *at = words[i], *end; *at; at = end) {
			for (end = at + 1; (*end & 0xc0) == 0x80; end++)
				;
			press(p, words[0], at, (size_t)(end - at));
		}
	}
}

static void do_paste(struct play *p, char **words, int count)
{
	char text[4096] = "\033[200~";
	size_t len = strlen(text);

	for (int i = 1; i < count; i++)
		len += (size_t)snprintf(
			text + len, sizeof text - len, "%s%s", i > 1 ? " " : "", words[i]);
	len += (size_t)snprintf(text + len, sizeof text - len, "\033[201~");
	press(p, words[0], text, len);
}

static void do_busy(struct play *p, char **words, int count)
{
	while (p->terminal.events[EVENT_LOADED] == 0)
		do_key(p, words, count);
}

static void do_size(struct play *p, char **words, int count)
{
	int cols, rows;
	long before = p->terminal.events[EVENT_IDLE];
	double since = now_ms();

	if (count < 2 || sscanf(words[1], "%dx%d", &cols, &rows) != 2)
		give_up("size LABEL COLSxROWS");
	terminal_resize(&p->terminal, rows, cols);
	answered(p, words[0], since, before);
}

static void do_memory(struct play *p, char **words, int count)
{
	char path[64], line[256];
	double kib = 0;

	(void)count;
	snprintf(path, sizeof path, "/proc/%ld/status", (long)p->terminal.program);
	FILE *status = fopen(path, "r");
	while (status && fgets(line, sizeof line, status))
		if (strncmp(line, "VmRSS:", 6) == 0)
			kib = strtod(line + 6, NULL);
	if (status)
		fclose(status);
	tell(words[0], kib);
}

static const struct {
	const char *name;
	void (*run)(struct play *, char **words, int count);
} steps[] = {{"first", do_first}, {"loaded", do_loaded}, {"again", do_again}, {"shows", do_shows},
	{"quiet", do_quiet}, {"key", do_key}, {"type", do_type}, {"paste", do_paste},
	{"busy", do_busy}, {"size", do_size}, {"memory", do_memory}};

static void play(struct play *p, char *line)
{
	char *words[WORDS_MOST], *name = strtok_r(line, " \n", &line), *word;
	int count = 0;

	while (name && count < WORDS_MOST && (word = strtok_r(NULL, " \n", &line)) != NULL)
		words[count++] = word;
	for (size_t i = 0; name && count && i < sizeof steps / sizeof *steps; i++)
		if (strcmp(name, steps[i].name) == 0) {
			steps[i].run(p, words, count);
			fflush(stdout);
			return;
		}
	give_up(name ? name : "an empty line");
}

int main(int argc, char **argv)
{
	struct play p = {.start = now_ms()};
	int cols, rows;
	char line[4096];

	if (argc < 3 || sscanf(argv[1], "%dx%d", &cols, &rows) != 2)
		give_up("keys COLSxROWS PROGRAM ARGUMENT…");
	if (!terminal_open(&p.terminal, rows, cols, argv + 2, environ))
		give_up("the program does not start");
	while (fgets(line, sizeof line, stdin))
		play(&p, line);
	if (terminal_send(&p.terminal, "Q", 1)) /* which also ends what else is measured */
		terminal_wait_end(&p.terminal);
	terminal_close(&p.terminal);
	return 0;
}
