#include "app/opening.h"

#include "app/correcting.h"
#include "app/folders.h"
#include "app/locale.h"
#include "app/options-table.h"
#include "app/people-file.h"
#include "base/buf.h"
#include "base/vec.h"
#include "store/operators.h"
#include "text/calendar.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

VEC_OF(const char *, path_list);

/* Reads one line of any length without its end; false at the end of the input. */
static bool read_line(FILE *in, struct buf *line)
{
	int c = EOF;

	buf_reset(line);
	while ((c = getc(in)) != EOF && c != '\n')
		buf_char(line, (char)c);
	if (line->len && line->at[line->len - 1] == '\r')
		line->at[--line->len] = 0;
	return c != EOF || line->len;
}

static void read_paths(FILE *in, struct path_list *paths, struct arena *arena)
{
	struct buf line;

	buf_init(&line, arena);
	while (read_line(in, &line))
		if (line.len)
			*vec_push(arena, paths) = arena_string(arena, buf_span(&line));
}

/* The last part of a path: "seeds" of "../seeds/", the folder's own name of ".". */
static const char *last_part(const char *path, struct arena *arena)
{
	char full[PATH_MAX];
	const char *whole = realpath(path, full) ? full : path;
	const char *slash = strrchr(whole, '/');

	return arena_string(arena, span_of(slash && slash[1] ? slash + 1 : whole));
}

static const char *name_of(const struct path_list *paths, struct arena *arena)
{
	const char *first = last_part(paths->at[0], arena);

	if (paths->count == 1)
		return first;
	return arena_format(arena, "%s and %u more", first, paths->count - 1);
}

/* "person:peskov", where the command takes filters. */
static bool is_filter(const char *path, enum command command)
{
	size_t len = strcspn(path, ":");

	return path[len] && operator_named(span_cut(span_of(path), 0, len)) &&
	       commands_table[command].options & UINT32_C(1) << OPTION_FILTER;
}

/* Paths that were asked for must be there and be readable; what is under them need not. */
static enum err check_given(
	const struct path_list *paths, const struct options *options, struct fault *why)
{
	for (uint32_t i = 0; i < paths->count; i++) {
		const char *path = paths->at[i];
		const char *meant = options_meant(path);

		if (access(path, R_OK) == 0)
			continue;
		if (errno != ENOENT && errno != ENOTDIR)
			return fail(why, ERR_IO, "%.300s: %s", path, strerror(errno));
		if (meant && i == 0 && options->command == COMMAND_READ)
			return fail(why, ERR_ABSENT,
				"%.300s: no such file or folder; did you mean depeche %s?", path,
				meant);
		if (is_filter(path, options->command))
			return fail(why, ERR_ABSENT,
				"%.200s: no such file or folder; as a filter it is --filter=%.200s",
				path, path);
		return fail(why, ERR_ABSENT, "%.300s: no such file or folder", path);
	}
	return OK;
}

static void read_noted(struct journal *journal, struct path_list *paths, struct arena *arena)
{
	const char *noted = journal ? journal_archive(journal, arena) : NULL;

	for (; noted && *noted; noted += strlen(noted) + 1)
		*vec_push(arena, paths) = noted;
}

static enum err check_noted(const struct path_list *paths, const char *bundled, struct fault *why)
{
	for (uint32_t i = 0; i < paths->count; i++) {
		if (access(paths->at[i], R_OK) == 0)
			continue;
		if (bundled)
			return fail(why, ERR_ABSENT,
				"the archive read last is not there: %.200s (name another, or the "
				"bundled one: depeche %.200s)",
				paths->at[i], bundled);
		return fail(why, ERR_ABSENT, "the archive read last is not there: %.200s",
			paths->at[i]);
	}
	return OK;
}

/* Which paths: those given, those noted, the bundled one. */
static enum err find(struct path_list *paths, const struct opening_wish *wish,
	struct journal *journal, struct arena *arena, struct fault *why)
{
	static const char self[] = "/proc/self/exe";
	const struct options *options = wish->options;
	const char *bundled;
	enum err err;

	for (uint32_t i = 0; i < options->path_count; i++)
		*vec_push(arena, paths) = options->paths[i];
	if (options->paths_from_stdin)
		read_paths(wish->in, paths, arena);
	if (paths->count)
		return check_given(paths, options, why);
	if (options->paths_from_stdin)
		return fail(why, ERR_USAGE, "no path on standard input");
	/* The name that a program is started by may be found by PATH only. */
	bundled = folder_bundled(access(self, R_OK) == 0 ? self : wish->program, arena);
	read_noted(journal, paths, arena);
	err = check_noted(paths, bundled, why);
	if (!paths->count && bundled)
		*vec_push(arena, paths) = bundled;
	if (!err && !paths->count)
		return fail(why, ERR_ABSENT, "no archive: name a folder of articles");
	return err;
}

static void open_journal(struct opening *opening, struct arena *arena)
{
	const char *folder = folder_data(arena);

	if (folder)
		journal_open(&opening->journal, folder, &opening->journal_fault);
	else
		fail(&opening->journal_fault, ERR_ABSENT, "no home folder");
}

/* Where what is read is kept; that it cannot be made is told by the load. */
static const char *cache_folder(struct arena *arena)
{
	const char *folder = folder_cache(arena);

	if (folder)
		folder_make(folder, NULL);
	return folder;
}

/* Before it is shown, so that no sudden end loses it. */
static void note(struct opening *opening, struct arena *arena)
{
	struct path_list before = {0}, paths = {0};

	for (uint32_t i = 0; i < opening->load.path_count; i++) {
		char full[PATH_MAX];

		if (!realpath(opening->load.paths[i], full))
			return; /* gone since it was found: the load will tell */
		*vec_push(arena, &paths) = arena_string(arena, span_of(full));
	}
	struct buf session;
	buf_init(&session, arena);
	for (uint32_t i = 0; i < paths.count; i++)
		buf_format(&session, "%s\n", paths.at[i]);
	opening->session = session.at;
	read_noted(opening->journal, &before, arena);
	opening->noted_before = before.at;
	opening->noted_before_count = before.count;
	opening->noted = !journal_set_archive(opening->journal, paths.at, paths.count, NULL);
}

enum err opening_open(struct opening *opening, const struct opening_wish *wish, struct arena *arena,
	struct fault *why)
{
	const struct options *options = wish->options;
	struct path_list paths = {0};
	enum err err;

	*opening = (struct opening){
		.screen = options->command == COMMAND_READ && wish->terminal, .helper = {-1, -1}};
	if (opening->screen || (!options->path_count && !options->paths_from_stdin))
		open_journal(opening, arena);
	err = find(&paths, wish, opening->journal, arena, why);
	if (err)
		return err;
	opening->load = (struct load_options){.paths = paths.at,
		.path_count = paths.count,
		.max_size = options->max_size,
		.people_file = people_file_path(arena),
		.corrections_file = corrections_file_path(arena),
		.language = locale_language(),
		.cache_folder = options->no_cache ? NULL : cache_folder(arena),
		.now_ns = wish->now_ns,
		.today = options->today != DAY_NONE ? options->today : wish->today};
	opening->name = name_of(&paths, arena);
	const char *state = folder_state(arena);
	opening->commands = state ? arena_format(arena, "%s/commands", state) : NULL;
	if (opening->screen && opening->journal)
		note(opening, arena);
	return OK;
}

void opening_close(struct opening *opening, bool shown, struct fault *why)
{
	if (!shown && opening->noted)
		journal_set_archive(
			opening->journal, opening->noted_before, opening->noted_before_count, NULL);
	if (opening->screen && opening->journal_fault.err && !why->err)
		fail(why, opening->journal_fault.err, "marks were not kept: %.400s",
			opening->journal_fault.words);
	journal_close(opening->journal);
	opening->journal = NULL;
	helper_close(&opening->helper);
}
