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
#include "tty/terminal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORDS 64
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Two may run side by side. */
struct place {
	struct terminal terminal;
	bool running;
	long stops, reloads; /* waited for, of this run of the program */
};

struct play {
	const char *program, *scene, *home;
	int line;
	bool timing;
	FILE *keys; /* null: nobody asks which were pressed */
	struct place places[2], *at;
	char *env[32];
	int env_count;
	double slowest;
};

static const struct {
	const char *name, *bytes;
} key_names[] = {
	{"Enter", "\r"}, {"Esc", "\033"}, {"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Space", " "},
	{"Backspace", "\177"}, {"Up", "\033OA"}, {"Down", "\033OB"}, {"Right", "\033OC"},
	{"Left", "\033OD"}, {"Home", "\033OH"}, {"End", "\033OF"}, {"PgUp", "\033[5~"},
	{"PgDn", "\033[6~"}, {"Delete", "\033[3~"}, {"F1", "\033OP"}, {"F2", "\033OQ"}, {"F5", "\033[15~"},
	{"F9", "\033[20~"}, {"Alt-Left", "\033[1;3D"}, {"Alt-Right", "\033[1;3C"},
};

static bool wrong(struct play *p, const char *what, const char *word)
{
	fprintf(stderr, "%s:%d: %s %s\n", p->scene, p->line, what, word);
	if (p->at->running) {
		char *text = terminal_text(&p->at->terminal);
		fprintf(stderr, "--- the screen:\n%s---\n", text);
		free(text);
	}
	return false;
}

static bool size_of(const char *word, int *cols, int *rows)
{
	char *end = NULL;

	*cols = (int)strtol(word, &end, 10);
	if (*end != 'x')
		return false;
	*rows = (int)strtol(end + 1, &end, 10);
	return *end == 0 && *cols > 0 && *rows > 0;
}

/* A path in the scene's own home, for "~/x"; else the word itself. */
static const char *path_of(const struct play *p, const char *word, char room[600])
{
	if (strncmp(word, "~/", 2) != 0)
		return word;
	snprintf(room, 600, "%s%s", p->home, word + 1);
	return room;
}

static bool start(struct play *p, const char *size, char **argv)
{
	int cols, rows;

	if (!size_of(size, &cols, &rows))
		return wrong(p, "not a size:", size);
	p->env[p->env_count] = NULL;
	if (p->at->running)
		terminal_close(&p->at->terminal);
	*p->at = (struct place){0};
	double begin = now_ms();
	p->at->running = terminal_open(&p->at->terminal, rows, cols, argv, p->env);
	p->at->terminal.keys = p->keys;
	if (!p->at->running)
		return wrong(p, "did not start:", argv[0]);
	if (p->timing && terminal_wait(&p->at->terminal, EVENT_IDLE, 0))
		printf("%8.2f ms  first screen\n", now_ms() - begin);
	return true;
}

static bool do_run(struct play *p, char **words, int count)
{
	char *argv[WORDS + 2] = {NULL}, paths[WORDS][600];

	if (count < 1)
		return wrong(p, "run COLSxROWS ARG…", "");
	argv[0] = strdup(p->program);
	for (int i = 1; i < count; i++) {
		snprintf(paths[i], sizeof paths[i], "%s", path_of(p, words[i], paths[0]));
		argv[i] = paths[i];
	}
	bool good = start(p, words[0], argv);
	free(argv[0]);
	return good;
}

static bool do_shell(struct play *p, char **words, int count)
{
	char shell[] = "/bin/sh", option[] = "-c";

	if (count < 2)
		return wrong(p, "shell COLSxROWS \"line\"", "");
	return start(p, words[0], (char *[]){shell, option, words[1], NULL});
}

static bool answered(struct play *p, const char *bytes, size_t len, const char *name)
{
	long before = p->at->terminal.events[EVENT_IDLE];
	double start = now_ms();

	if (!terminal_send(&p->at->terminal, bytes, len))
		return wrong(p, "cannot type", name);
	if (!terminal_wait(&p->at->terminal, EVENT_IDLE, before) && !p->at->terminal.ended)
		return wrong(p, "no answer to key", name);
	double took = now_ms() - start;
	if (took > p->slowest)
		p->slowest = took;
	if (p->timing)
		printf("%8.2f ms  %s\n", took, name);
	return true;
}

/* A button that is pressed and let go, as xterm reports it. */
static bool press(struct play *p, int button, const char *place)
{
	int col, row;
	char bytes[64];

	if (!size_of(place, &col, &row))
		return wrong(p, "not a place:", place);
	snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM\033[<%d;%d;%dm", button, col, row, button,
		col, row);
	return answered(p, bytes, strlen(bytes), place);
}

static bool do_click(struct play *p, char **words, int count)
{
	return press(p, 0, count ? words[0] : "");
}

static bool do_wheel(struct play *p, char **words, int count)
{
	if (count < 2)
		return wrong(p, "wheel up|down COLxROW", "");
	return press(p, strcmp(words[0], "up") == 0 ? 64 : 65, words[1]);
}

static bool do_mouse(struct play *p, char **words, int count)
{
	bool want = count && strcmp(words[0], "on") == 0;

	return p->at->terminal.mouse == want ||
	       wrong(p, "the mouse is", p->at->terminal.mouse ? "reported" : "not reported");
}

/* What a terminal sends for a key; control has room for what Ctrl makes. */
static const char *bytes_of(const char *name, char control[2])
{
	for (size_t k = 0; k < COUNT(key_names); k++)
		if (strcmp(name, key_names[k].name) == 0)
			return key_names[k].bytes;
	if (strncmp(name, "C-", 2) != 0 || !name[2])
		return name;
	control[0] = (char)(name[2] & 0x1f);
	control[1] = 0;
	return control;
}

static bool flooded(struct play *p, const char *bytes, size_t len, const char *name)
{
	return terminal_flood(&p->at->terminal, bytes, len) || wrong(p, "no answer to", name);
}

static bool do_fast(struct play *p, char **words, int count)
{
	char all[WORDS * 8] = "", control[2];

	for (int i = 0; i < count; i++)
		strncat(all, bytes_of(words[i], control), 7);
	return flooded(p, all, strlen(all), count ? words[0] : "");
}

/* The text as often as it takes to make so many bytes, with the marks of a paste or without. */
static bool repeat(struct play *p, char **words, int count, bool pasted)
{
	const char *begin = pasted ? "\033[200~" : "", *end = pasted ? "\033[201~" : "";
	size_t size = count > 1 ? strtoul(words[0], NULL, 10) : 0, len = strlen(begin);
	size_t unit = count > 1 ? strlen(words[1]) : 0;

	if (!unit)
		return wrong(p, "BYTES and a text are wanted", "");
	char *all = malloc(size + unit + 16);
	memcpy(all, begin, len);
	while (len < size) {
		memcpy(all + len, words[1], unit);
		len += unit;
	}
	memcpy(all + len, end, strlen(end));
	bool good = flooded(p, all, len + strlen(end), words[1]);
	free(all);
	return good;
}

static bool do_paste(struct play *p, char **words, int count)
{
	return repeat(p, words, count, true);
}

static bool do_flood(struct play *p, char **words, int count)
{
	return repeat(p, words, count, false);
}

static bool do_file(struct play *p, char **words, int count)
{
	char path[600];
	size_t size = count > 2 ? strtoul(words[1], NULL, 10) : 0, len = 0;

	const char *name = count > 2 ? path_of(p, words[0], path) : "";
	if (name != path)
		snprintf(path, sizeof path, "%s", name);
	char *slash = strrchr(path, '/');
	if (slash) {
		*slash = 0;
		mkdir(path, 0777);
		*slash = '/';
	}
	FILE *f = fopen(path, "w");
	if (!f || !*words[2])
		return wrong(p, "file ~/NAME BYTES \"text\"", "");
	for (; len < size; len += strlen(words[2]))
		fputs(words[2], f);
	return fclose(f) == 0;
}

static bool do_copied(struct play *p, char **words, int count)
{
	bool want = count && strcmp(words[0], "yes") == 0;

	return p->at->terminal.copied == want ||
	       wrong(p, "the clipboard was", p->at->terminal.copied ? "filled" : "not filled");
}

static bool do_plain(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	for (int row = 0; row < p->at->terminal.rows; row++)
		for (int col = 0; col < p->at->terminal.cols; col++) {
			VTermScreenCell cell;
			vterm_screen_get_cell(p->at->terminal.screen, (VTermPos){row, col}, &cell);
			if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
				!VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return wrong(p, "there is colour on the screen", "");
		}
	return true;
}

/* The other of the two terminals. */
static bool do_other(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at = p->at == &p->places[0] ? &p->places[1] : &p->places[0];
	return true;
}

static bool do_hangup(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_hang_up(&p->at->terminal) || wrong(p, "did not end", "");
}

static bool do_keys(struct play *p, char **words, int count)
{
	for (int i = 0; i < count; i++) {
		char control[2];
		const char *bytes = bytes_of(words[i], control);
		if (strcmp(words[i], "C-z") == 0) {
			if (!terminal_send(&p->at->terminal, "\032", 1))
				return false;
			continue; /* the answer is "stopped" */
		}
		if (!answered(p, bytes, strlen(bytes), words[i]))
			return false;
		if (p->at->terminal.ended)
			break;
	}
	return true;
}

static bool do_busy(struct play *p, char **words, int count)
{
	while (!p->at->terminal.ended && p->at->terminal.events[EVENT_LOADED] == 0)
		if (!do_keys(p, words, count))
			return false;
	return !p->at->terminal.ended || wrong(p, "ended while it loaded", "");
}

static bool do_type(struct play *p, char **words, int count)
{
	for (const char *at = count ? words[0] : ""; *at;) {
		size_t len = 1;
		while (((unsigned char)at[len] & 0xc0) == 0x80)
			len++;
		char one[8] = {0};
		memcpy(one, at, len);
		if (!answered(p, at, len, one))
			return false;
		at += len;
	}
	return true;
}

static bool do_wait(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_wait(&p->at->terminal, EVENT_IDLE, 0) || wrong(p, "never waited for a key", "");
}

static bool do_loaded(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_wait(&p->at->terminal, EVENT_LOADED, 0) || wrong(p, "never loaded", "");
}

static bool do_reloaded(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at->reloads++;
	return terminal_wait(&p->at->terminal, EVENT_LOADED, p->at->reloads) ||
	       wrong(p, "never loaded again", "");
}

static bool do_resize(struct play *p, char **words, int count)
{
	int cols, rows;
	long before = p->at->terminal.events[EVENT_IDLE];

	if (count < 1 || !size_of(words[0], &cols, &rows))
		return wrong(p, "not a size:", count ? words[0] : "");
	terminal_resize(&p->at->terminal, rows, cols);
	return terminal_wait(&p->at->terminal, EVENT_IDLE, before) || wrong(p, "no answer to", words[0]);
}

static bool do_signal(struct play *p, char **words, int count)
{
	static const struct {
		const char *name;
		int number;
	} names[] = {{"TERM", SIGTERM}, {"HUP", SIGHUP}, {"SEGV", SIGSEGV}, {"ABRT", SIGABRT},
		{"INT", SIGINT}, {"KILL", SIGKILL}};

	for (size_t i = 0; count && i < COUNT(names); i++)
		if (strcmp(words[0], names[i].name) == 0) {
			terminal_signal(&p->at->terminal, names[i].number);
			return true;
		}
	return wrong(p, "no such signal", count ? words[0] : "");
}

static bool do_stopped(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at->stops++;
	return terminal_wait(&p->at->terminal, EVENT_STOPPED, p->at->stops - 1) || wrong(p, "did not stop", "");
}

static bool do_continue(struct play *p, char **words, int count)
{
	long before = p->at->terminal.events[EVENT_IDLE];

	(void)words, (void)count;
	terminal_continue(&p->at->terminal);
	return terminal_wait(&p->at->terminal, EVENT_IDLE, before) || wrong(p, "did not go on", "");
}

static bool on_screen(struct play *p, const char *needle)
{
	char *text = terminal_text(&p->at->terminal);
	bool found = strstr(text, needle) != NULL;

	free(text);
	return found;
}

static bool do_see(struct play *p, char **words, int count)
{
	return (count && on_screen(p, words[0])) || wrong(p, "not on the screen:", words[0]);
}

static bool do_not(struct play *p, char **words, int count)
{
	return (count && !on_screen(p, words[0])) || wrong(p, "on the screen:", words[0]);
}

static bool do_cursor(struct play *p, char **words, int count)
{
	VTermPos at;
	char *text = terminal_text(&p->at->terminal), *line = text;

	vterm_state_get_cursorpos(vterm_obtain_state(p->at->terminal.vterm), &at);
	for (int row = 0; row < at.row && strchr(line, '\n'); row++)
		line = strchr(line, '\n') + 1;
	if (strchr(line, '\n'))
		*strchr(line, '\n') = 0;
	bool found = count && strstr(line, words[0]);
	if (!found)
		fprintf(stderr, "the cursor's row: %s\n", line);
	free(text);
	return found || wrong(p, "not in the cursor's row:", words[0]);
}

static bool do_exit(struct play *p, char **words, int count)
{
	char got[48];

	if (!terminal_wait_end(&p->at->terminal))
		return wrong(p, "did not end", "");
	snprintf(got, sizeof got, "%d", p->at->terminal.status);
	return (count && strcmp(got, words[0]) == 0) || wrong(p, "the exit code is", got);
}

static bool do_restored(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	const char *damage = terminal_damage(&p->at->terminal);
	return !damage || wrong(p, "not given back whole:", damage);
}

static bool do_env(struct play *p, char **words, int count)
{
	if (!count || p->env_count + 2 > (int)COUNT(p->env))
		return wrong(p, "cannot set", count ? words[0] : "");
	const char *equals = strchr(words[0], '=');
	size_t name = equals ? (size_t)(equals - words[0]) + 1 : strlen(words[0]);
	for (int i = 0; i < p->env_count; i++)
		if (strncmp(p->env[i], words[0], name) == 0) {
			free(p->env[i]);
			p->env[i] = strdup(words[0]);
			return true;
		}
	p->env[p->env_count++] = strdup(words[0]);
	return true;
}

static char *read_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t room = 0;

	if (!f)
		return NULL;
	if (getdelim(&text, &room, 0, f) < 0) {
		free(text);
		text = NULL;
	}
	fclose(f);
	return text;
}

static bool do_shot(struct play *p, char **words, int count)
{
	char path[512];

	if (!count)
		return wrong(p, "a shot needs a name", "");
	const char *slash = strrchr(p->scene, '/');
	snprintf(path, sizeof path, "%.*s/golden/%s.txt", slash ? (int)(slash - p->scene) : 1,
		slash ? p->scene : ".", words[0]);
	char *text = terminal_text(&p->at->terminal);
	char *golden = getenv("UPDATE") ? NULL : read_file(path);
	bool same = golden && strcmp(golden, text) == 0;
	if (getenv("UPDATE")) {
		FILE *f = fopen(path, "wb");
		same = f && fputs(text, f) >= 0 && fclose(f) == 0;
	}
	free(golden);
	free(text);
	return same || wrong(p, "the screen is not as in", path);
}

static const struct {
	const char *name;
	bool (*act)(struct play *, char **words, int count);
	bool needs_program;
} commands[] = {
	{"run", do_run, false}, {"shell", do_shell, false}, {"env", do_env, false}, {"wait", do_wait, true},
	{"loaded", do_loaded, true}, {"reloaded", do_reloaded, true}, {"key", do_keys, true}, {"type", do_type, true},
	{"resize", do_resize, true}, {"signal", do_signal, true}, {"stopped", do_stopped, true},
	{"continue", do_continue, true}, {"see", do_see, true}, {"not", do_not, true},
	{"cursor", do_cursor, true}, {"exit", do_exit, true}, {"restored", do_restored, true},
	{"click", do_click, true},
	{"wheel", do_wheel, true}, {"mouse", do_mouse, true}, {"shot", do_shot, true}, {"busy", do_busy, true},
	{"fast", do_fast, true}, {"paste", do_paste, true}, {"flood", do_flood, true},
	{"hangup", do_hangup, true}, {"file", do_file, false}, {"copied", do_copied, true},
	{"plain", do_plain, true}, {"other", do_other, false},
};

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
