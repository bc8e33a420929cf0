#include "app/opening.h"

#include "app/config.h"
#include "app/folders.h"
#include "app/jail.h"
#include "store/file-log.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static void add(struct jail_paths *paths, const char *path, enum jail_use use, struct arena *arena)
{
	if (path)
		*vec_push(arena, paths) = (struct jail_path){path, use};
}

/* The program's own folders.  What is there when the jail closes can be reached, so the screen,
 * which keeps marks, settings and corrections, makes them before. */
static void add_own(struct jail_paths *paths, bool screen, struct arena *arena)
{
	const char *const folders[] = {
		folder_data(arena), folder_state(arena), folder_cache(arena), folder_config(arena)};

	for (size_t i = 0; i < COUNT(folders); i++) {
		struct fault why; /* a home that is not to be written: whoever writes tells */

		if (folders[i] && screen)
			folder_make(folders[i], &why);
		add(paths, folders[i], JAIL_OWN, arena);
	}
}

/* A file of the user's own may be a link into a folder where such files are kept together. */
static void add_kept_elsewhere(struct jail_paths *paths, const char *path, struct arena *arena)
{
	const char *home = getenv("HOME");
	char real[PATH_MAX];

	if (!path || !realpath(path, real))
		return;
	add(paths, arena_string(arena, span_of(real)), JAIL_OWN, arena);
	char *slash = strrchr(real, '/');
	*slash = 0;
	if (*real && !(home && strcmp(real, home) == 0)) /* the home folder whole is too much */
		add(paths, arena_string(arena, span_of(real)), JAIL_OWN, arena);
}

enum err opening_confine(struct opening *opening, const struct opening_wish *wish,
	struct arena *arena, struct fault *why)
{
	const struct options *options = wish->options;
	const struct load_options *load = &opening->load;
	bool writes = options->output && strcmp(options->output, "-") != 0;
	struct helper_rights rights = {opening->screen, opening->screen ? NULL : options->output};
	struct jail_paths paths = {0};
	enum err err = OK;

	if (opening->screen || writes)
		err = helper_open(&opening->helper, &rights, why);
	for (uint32_t i = 0; i < load->path_count; i++) {
		add(&paths, load->paths[i], JAIL_READ, arena);
		/* A database that is in use keeps what was written last in a file beside it. */
		add(&paths, arena_format(arena, "%s" FILE_LOG_ENDING, load->paths[i]), JAIL_READ,
			arena);
	}
	add_own(&paths, opening->screen, arena);
	add_kept_elsewhere(&paths, load->people_file, arena);
	add_kept_elsewhere(&paths, load->corrections_file, arena);
	add_kept_elsewhere(&paths, options->config ? options->config->path : NULL, arena);
	jail_enter(&paths);
	return err;
}
