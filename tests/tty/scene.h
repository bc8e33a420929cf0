#ifndef DEPECHE_TESTS_TTY_SCENE_H
#define DEPECHE_TESTS_TTY_SCENE_H

/*
 * A scene while it is played: the player (scene.c) takes its lines apart and hands the words behind
 * each command to the command, which tells whether all is as the scene says.
 */

#include "tty/terminal.h"

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

/* Tells what is wrong, with what is on the screen; false. */
bool wrong(struct play *, const char *what, const char *word);
/* "80x24", "12x3"; false: it is none. */
bool size_of(const char *word, int *cols, int *rows);

/* scene-keys.c */
bool do_click(struct play *, char **words, int count);
bool do_wheel(struct play *, char **words, int count);
bool do_fast(struct play *, char **words, int count);
bool do_paste(struct play *, char **words, int count);
bool do_flood(struct play *, char **words, int count);
bool do_keys(struct play *, char **words, int count);
bool do_busy(struct play *, char **words, int count);
bool do_type(struct play *, char **words, int count);

/* scene-looks.c */
bool do_mouse(struct play *, char **words, int count);
bool do_copied(struct play *, char **words, int count);
bool do_linked(struct play *, char **words, int count);
bool do_plain(struct play *, char **words, int count);
bool do_see(struct play *, char **words, int count);
bool do_not(struct play *, char **words, int count);
bool do_cursor(struct play *, char **words, int count);
bool do_restored(struct play *, char **words, int count);
bool do_shot(struct play *, char **words, int count);

/* scene-runs.c */
bool do_run(struct play *, char **words, int count);
bool do_shell(struct play *, char **words, int count);
bool do_file(struct play *, char **words, int count);
bool do_other(struct play *, char **words, int count);
bool do_hangup(struct play *, char **words, int count);
bool do_wait(struct play *, char **words, int count);
bool do_loaded(struct play *, char **words, int count);
bool do_reloaded(struct play *, char **words, int count);
bool do_resize(struct play *, char **words, int count);
bool do_signal(struct play *, char **words, int count);
bool do_stopped(struct play *, char **words, int count);
bool do_continue(struct play *, char **words, int count);
bool do_exit(struct play *, char **words, int count);
bool do_env(struct play *, char **words, int count);

#endif
