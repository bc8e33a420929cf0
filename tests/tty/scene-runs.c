/* What a scene starts, waits for and ends. */

#define _XOPEN_SOURCE 700
#include "tty/scene.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

bool do_run(struct play *p, char **words, int count)
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

bool do_shell(struct play *p, char **words, int count)
{
	char shell[] = "/bin/sh", option[] = "-c";

	if (count < 2)
		return wrong(p, "shell COLSxROWS \"line\"", "");
	return start(p, words[0], (char *[]){shell, option, words[1], NULL});
}

bool do_file(struct play *p, char **words, int count)
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

/* The other of the two terminals. */
bool do_other(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at = p->at == &p->places[0] ? &p->places[1] : &p->places[0];
	return true;
}

bool do_hangup(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_hang_up(&p->at->terminal) || wrong(p, "did not end", "");
}

bool do_wait(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_wait(&p->at->terminal, EVENT_IDLE, 0) || wrong(p, "never waited for a key", "");
}

bool do_loaded(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	return terminal_wait(&p->at->terminal, EVENT_LOADED, 0) || wrong(p, "never loaded", "");
}

bool do_reloaded(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at->reloads++;
	return terminal_wait(&p->at->terminal, EVENT_LOADED, p->at->reloads) ||
	       wrong(p, "never loaded again", "");
}

bool do_resize(struct play *p, char **words, int count)
{
	int cols, rows;
	long before = p->at->terminal.events[EVENT_IDLE];

	if (count < 1 || !size_of(words[0], &cols, &rows))
		return wrong(p, "not a size:", count ? words[0] : "");
	terminal_resize(&p->at->terminal, rows, cols);
	return terminal_wait(&p->at->terminal, EVENT_IDLE, before) || wrong(p, "no answer to", words[0]);
}

bool do_signal(struct play *p, char **words, int count)
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

bool do_stopped(struct play *p, char **words, int count)
{
	(void)words, (void)count;
	p->at->stops++;
	return terminal_wait(&p->at->terminal, EVENT_STOPPED, p->at->stops - 1) || wrong(p, "did not stop", "");
}

bool do_continue(struct play *p, char **words, int count)
{
	long before = p->at->terminal.events[EVENT_IDLE];

	(void)words, (void)count;
	terminal_continue(&p->at->terminal);
	return terminal_wait(&p->at->terminal, EVENT_IDLE, before) || wrong(p, "did not go on", "");
}

bool do_exit(struct play *p, char **words, int count)
{
	char got[48];

	if (!terminal_wait_end(&p->at->terminal))
		return wrong(p, "did not end", "");
	snprintf(got, sizeof got, "%d", p->at->terminal.status);
	return (count && strcmp(got, words[0]) == 0) || wrong(p, "the exit code is", got);
}

bool do_env(struct play *p, char **words, int count)
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
