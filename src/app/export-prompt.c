#include "app/export-prompt.h"

#include "app/colon-table.h"
#include "app/handlers.h"
#include "app/menu.h"
#include "app/save.h"
#include "app/say.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "text/width.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define OFFERED_MOST 200 /* names of a folder */

/* "~/x" as the shell takes it. */
static const char *meant_path(struct span path, struct arena *arena)
{
	const char *home = getenv("HOME");

	if (home && span_starts(path, SPAN("~/")))
		return arena_format(arena, "%s%.*s", home, (int)path.len - 1, path.at + 1);
	return arena_string(arena, path);
}

/* --- writing --------------------------------------------------------------------------------- */

static void write_it(struct app *app)
{
	app->requests.write = true;
}

static void leave_it(struct app *app)
{
	say(app, "nothing was written");
}

static const struct menu_choice answers[] = {
	{'y', N_("write over it"), write_it},
	{'n', N_("leave it"), leave_it},
	{0, NULL, NULL},
};

enum err export_command(struct app *app, struct span path, struct query_fault *wrong)
{
	static const struct menu menu = {N_("A file of that name is there already"), answers};
	struct stat file;

	wrong->at = (struct extent){0, (uint32_t)path.len};
	if (!path.len)
		return fail(&wrong->fault, ERR_USAGE, "the name of a file is wanted");
	if (!writer_of_path(path))
		return fail(&wrong->fault, ERR_USAGE,
			"a name ending in .md, .csv, .json, .jsonl or .bib is wanted");
	if (!app->epoch || app->result.count == 0)
		return fail(&wrong->fault, ERR_ABSENT, "no article is shown");
	arena_clear(&app->written_arena);
	app->written = meant_path(path, &app->written_arena);
	if (stat(app->written, &file) == 0)
		menu_open(app, &menu);
	else
		write_it(app);
	return OK;
}

/* All that pass the filter, in the order of the list. */
static uint32_t shown(const struct app *app, article_id *ids)
{
	uint32_t all = epoch_here(app->epoch), count = 0;

	for (uint32_t i = 0; i < all; i++)
		if (app_is_inside(app, app->ordered[i]))
			ids[count++] = app->ordered[i];
	return count;
}

void export_now(
	struct app *app, bool (*goes_on)(void *whom, uint32_t done, uint32_t count), void *whom)
{
	struct arena scratch;
	struct fault why;

	arena_init(&scratch);
	article_id *ids = ARENA_ARRAY(&scratch, article_id, epoch_count(app->epoch));
	struct save save = {.epoch = app->epoch,
		.ids = ids,
		.count = shown(app, ids),
		.writer = writer_of_path(span_of(app->written)),
		.helper = app->helper,
		.goes_on = goes_on,
		.whom = whom};
	enum err err = save_write(&save, app->written, &why);
	struct span name = harmless(span_of(err ? why.words : app->written), &scratch);
	if (err)
		say(app, "not written: %.*s", (int)name.len, name.at);
	else if (save.count == 1)
		say(app, "1 article written to %.*s", (int)name.len, name.at);
	else
		say(app, "%u articles written to %.*s", (unsigned)save.count, (int)name.len,
			name.at);
	arena_clear(&scratch);
}

void export_open(struct app *app)
{
	colon_open_with(app, "export articles.md");
}

/* --- completion ------------------------------------------------------------------------------ */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_folder(const char *path)
{
	struct stat file;

	return stat(path, &file) == 0 && S_ISDIR(file.st_mode);
}

void export_complete(struct app *app, struct span path, struct offers *offers)
{
	size_t slash = path.len;

	while (slash > 0 && path.at[slash - 1] != '/')
		slash--;
	struct span typed = span_cut(path, slash, path.len);
	const char *folder = slash ? meant_path(span_cut(path, 0, slash), &offers->arena) : "./";
	int fd = helper_folder_open(app->helper, folder);
	DIR *entries = fd < 0 ? NULL : fdopendir(fd);
	offers->start += (uint32_t)slash;
	for (const struct dirent *entry; entries && (entry = readdir(entries));) {
		const char *name = entry->d_name;
		if ((name[0] == '.' && !typed.len) || offers->words.count == OFFERED_MOST)
			continue;
		bool inside = is_folder(arena_format(&offers->arena, "%s%s", folder, name));
		offers_add(
			offers, typed, inside ? arena_format(&offers->arena, "%s/", name) : name);
	}
	if (entries)
		closedir(entries);
	else if (fd >= 0)
		close(fd);
	if (offers->words.count)
		qsort(offers->words.at, offers->words.count, sizeof *offers->words.at, by_name);
}
