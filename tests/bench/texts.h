#ifndef DEPECHE_TESTS_BENCH_TEXTS_H
#define DEPECHE_TESTS_BENCH_TEXTS_H

/*
 * The texts of an archive as yardsticks see them: files that are read and nothing more.  Each
 * file is one text; of JSON lines each line is.
 */

#include <stddef.h>
#include <stdint.h>

struct texts {
	char **paths; /* of malloc */
	size_t count, room;
	uint64_t bytes;
};

/* Every file under a path, or the file itself; ends the program when there is none. */
struct texts texts_find(const char *path);
void texts_clear(struct texts *);
/* The bytes of a file into *bytes, which has room and grows as needed; how many. */
size_t text_read(const char *path, char **bytes, size_t *room);
/* Calls take with every text of the file. */
void text_each(const char *path, char *bytes, size_t len,
	void (*take)(void *whom, const char *text, size_t len), void *whom);
double clock_seconds(void);

#endif
