/*
 * Plays scenes: files that say what is typed and what must then be on the screen.
 *
 *   scene [-t] [-k FILE] PROGRAM SCENE...
 *
 * -t prints how long each key took, key to screen; -k writes the keys that did an action and the
 * panes, "j list", a line each.
 *
 * A line is a command and its words; "…" holds blanks; # begins a comment:
 *   run COLSxROWS ARG…   start the program           env NAME=VALUE      for the run after it
 *   shell COLSxROWS "…"  by a line of the shell, in which $DEPECHE is the program
 *   wait                 until it waits for a key     loaded              until the archive is whole
 *   key NAME…            keys, each answered          type "text"         letters, each answered
 *   reloaded             until it is so once more
 *   fast NAME…           keys, all at once            paste BYTES "text"   again and again, as a paste
 *   flood BYTES "text"   likewise, but as if typed    hangup               the connection is gone
 *   file NAME BYTES "text"   in the scene's home, again and again; ~/ in what follows is there
 *   copied yes|no        to the clipboard             plain                no colour on the screen
 *   linked yes|no        the terminal was told where words lead
 *   other                to the other of two terminals, each with a program of its own
 *   busy NAME…           these keys again and again while the archive loads
 *   click COLxROW        the left button, from 1x1     wheel up|down COLxROW
 *   mouse on|off         whether it is reported
 *   resize COLSxROWS     and the answer to it         signal NAME         to the program
 *   stopped              it stopped (Ctrl-Z)          continue            as "fg" does
 *   see "text"           on the screen                not "text"          nowhere on it
 *   cursor "text"        the cursor's row holds it    exit CODE           it ended with that code
 *   restored             the terminal is as it was    shot NAME           as golden/NAME.txt
 */

#define _XOPEN_SOURCE 700
#include "tty/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool wrong(struct play *p, const char *what, const char *word)
{
	fprintf(stderr, "%s:%d: %s %s\n", p->scene, p->line, what, word);
	if (p->at->running) {
		char *text = terminal_text(&p->at->terminal);
		fprintf(stderr, "--- the screen:\n%s---\n", text);
		free(text);
	}
	return false;
}

bool size_of(const char *word, int *cols, int *rows)
{
	char *end = NULL;

	*cols = (int)strtol(word, &end, 10);
	if (*end != 'x')
		return false;
	*rows = (int)strtol(end + 1, &end, 10);
	return *end == 0 && *cols > 0 && *rows > 0;
}

/* clang-format off */
static const struct {
	const char *name;
	bool (*act)(struct play *, char **words, int count);
	bool needs_program;
} commands[] = {
	{"run", do_run, false},
	{"shell", do_shell, false},
	{"env", do_env, false},
	{"wait", do_wait, true},
	{"loaded", do_loaded, true},
	{"reloaded", do_reloaded, true},
	{"key", do_keys, true},
	{"type", do_type, true},
	{"resize", do_resize, true},
	{"signal", do_signal, true},
	{"stopped", do_stopped, true},
	{"continue", do_continue, true},
	{"see", do_see, true},
	{"not", do_not, true},
	{"cursor", do_cursor, true},
	{"exit", do_exit, true},
	{"restored", do_restored, true},
	{"click", do_click, true},
	{"wheel", do_wheel, true},
	{"mouse", do_mouse, true},
	{"shot", do_shot, true},
	{"busy", do_busy, true},
	{"fast", do_fast, true},
	{"paste", do_paste, true},
	{"flood", do_flood, true},
	{"hangup", do_hangup, true},
	{"file", do_file, false},
	{"copied", do_copied, true},
	{"plain", do_plain, true},
	{"other", do_other, false},
	{"linked", do_linked, true},
};
/* clang-format on */

static int split(char *line, char **words)
{
	int count = 0;

	while (*line && count < WORDS) {
		line += strspn(line, " \t\n");
		if (!*line || *line == '#')
			break;
		const char *stops = " \t\n";
		if (*line == '"') {
			line++;
			stops = "\"\n";
		}
		words[count++] = line;
		line += strcspn(line, stops);
		if (*line)
			*line++ = 0;
	}
	return count;
}

static bool play_line(struct play *p, char *line)
{
	char *words[WORDS];
	int count = split(line, words);

	if (count == 0)
		return true;
	for (size_t i = 0; i < COUNT(commands); i++)
		if (strcmp(words[0], commands[i].name) == 0) {
			if (commands[i].needs_program && !p->at->running)
				return wrong(p, "nothing runs yet:", words[0]);
			return commands[i].act(p, words + 1, count - 1);
		}
	return wrong(p, "no such command:", words[0]);
}

/* A home of its own for each scene: no marks of another one. */
static void set_world(struct play *p, const char *home)
{
	static const char *const fixed[] = {"TZ=UTC", "LC_ALL=C.UTF-8", "TERM=xterm-256color",
		"DEPECHE_TTY_SYNC=1", "PATH=/usr/bin:/bin",
		"LSAN_OPTIONS=suppressions=tests/tty/leaks.supp:print_suppressions=0"};
	char word[600];

	for (size_t i = 0; i < COUNT(fixed); i++) {
		snprintf(word, sizeof word, "%s", fixed[i]);
		do_env(p, (char *[]){word}, 1);
	}
	snprintf(word, sizeof word, "HOME=%s", home);
	do_env(p, (char *[]){word}, 1);
	snprintf(word, sizeof word, "DEPECHE=%s", p->program);
	do_env(p, (char *[]){word}, 1);
}

static bool play_scene(const struct play *wish, const char *scene)
{
	struct play p = *wish;
	char home[] = "/tmp/depeche-scene-XXXXXX", *line = NULL;
	size_t room = 0;
	bool good = true;
	FILE *f = fopen(scene, "r");

	p.scene = scene;
	p.at = &p.places[0];
	if (!f || !mkdtemp(home))
		return wrong(&p, "cannot read", scene);
	p.home = home;
	set_world(&p, home);
	while (good && getline(&line, &room, f) > 0) {
		p.line++;
		good = play_line(&p, line);
	}
	free(line);
	fclose(f);
	for (size_t i = 0; i < COUNT(p.places); i++)
		if (p.places[i].running)
			terminal_close(&p.places[i].terminal);
	for (int i = 0; i < p.env_count; i++)
		free(p.env[i]);
	char command[600];
	snprintf(command, sizeof command, "rm -rf '%s'", home);
	if (system(command) != 0)
		good = wrong(&p, "cannot clear", home);
	printf("%-4s %s (slowest key %.1f ms)\n", good ? "ok" : "FAIL", scene, p.slowest);
	return good;
}

int main(int argc, char **argv)
{
	struct play wish = {0};
	bool good = true;

	for (int option; (option = getopt(argc, argv, "tk:")) != -1;)
		if (option == 't')
			wish.timing = true;
		else if (option != 'k' || !(wish.keys = fopen(optarg, "w")))
			return 2;
	if (argc < optind + 2) {
		fprintf(stderr, "scene: scene [-t] [-k FILE] PROGRAM SCENE...\n");
		return 2;
	}
	wish.program = argv[optind];
	for (int i = optind + 1; i < argc; i++)
		good &= play_scene(&wish, argv[i]);
	if (wish.keys)
		good &= fclose(wish.keys) == 0;
	return good ? 0 : 1;
}
