#include "app/folders.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifndef DEPECHE_DATADIR
#define DEPECHE_DATADIR "/usr/local/share/depeche"
#endif

/* The folder of a kind: what its variable says, else a place under the home folder. */
static const char *folder(const char *variable, const char *under_home, struct arena *arena)
{
	const char *value = getenv(variable);
	const char *home = getenv("HOME");

	if (value && *value == '/')
		return arena_format(arena, "%s/depeche", value);
	if (home && *home == '/')
		return arena_format(arena, "%s/%s/depeche", home, under_home);
	return NULL;
}

const char *folder_data(struct arena *arena)
{
	return folder("XDG_DATA_HOME", ".local/share", arena);
}

const char *folder_state(struct arena *arena)
{
	return folder("XDG_STATE_HOME", ".local/state", arena);
}

const char *folder_cache(struct arena *arena)
{
	return folder("XDG_CACHE_HOME", ".cache", arena);
}

const char *folder_config(struct arena *arena)
{
	return folder("XDG_CONFIG_HOME", ".config", arena);
}

static bool is_there(const char *path, bool folder)
{
	struct stat found;

	return stat(path, &found) == 0 && (S_ISDIR(found.st_mode) != 0) == folder;
}

/* The folder above the one that the program lies in, for build/depeche and bin/depeche alike;
 * null when the program cannot be found. */
static const char *folder_above(const char *program, struct arena *arena)
{
	char path[PATH_MAX];

	if (!program || !realpath(program, path))
		return NULL;
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (!slash)
			return NULL;
		*slash = 0;
	}
	return arena_string(arena, span_of(path));
}

const char *folder_bundled(const char *program, struct arena *arena)
{
	const char *above = folder_above(program, arena);
	const char *found;

	/* A folder that happens to be called seeds is none of ours: the source must be there. */
	if (above && is_there(arena_format(arena, "%s/src/main.c", above), false)) {
		found = arena_format(arena, "%s/seeds", above);
		if (is_there(found, true))
			return found;
	}
	if (above) { /* installed, wherever the tree was moved to */
		found = arena_format(arena, "%s/share/depeche/seeds", above);
		if (is_there(found, true))
			return found;
	}
	found = DEPECHE_DATADIR "/seeds";
	return is_there(found, true) ? found : NULL;
}

enum err folder_make(const char *folder, struct fault *why)
{
	struct arena scratch;
	enum err err = OK;

	arena_init(&scratch);
	char *path = arena_string(&scratch, span_of(folder));
	for (char *at = path + (*path == '/'); !err; at++) {
		if (*at && *at != '/')
			continue;
		char cut = *at;
		*at = 0;
		if (mkdir(path, 0700) && errno != EEXIST &&
			(!cut || (errno != EACCES && errno != EROFS)))
			err = fail(why, ERR_IO, "%.300s: %s", path, strerror(errno));
		*at = cut;
		if (!cut)
			break;
	}
	arena_clear(&scratch);
	return err;
}
