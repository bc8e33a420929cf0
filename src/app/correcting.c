#include "app/correcting.h"

#include "app/filter-offers.h"
#include "app/folders.h"
#include "app/handlers.h"
#include "app/line-file.h"
#include "app/overlay.h"
#include "app/say.h"
#include "article/correct.h"
#include "base/buf.h"
#include "base/message.h"
#include "text/utf8.h"

#include <assert.h>

#define FILE_NAME "corrections"

const char *corrections_file_path(struct arena *arena)
{
	const char *folder = folder_data(arena);

	return folder ? arena_format(arena, "%s/" FILE_NAME, folder) : NULL;
}

/* --- writing ------------------------------------------------------------------------------ */

/* The path as a comment: controls, which would end the line, are question marks. */
static const char *comment_of(const char *path, struct arena *arena)
{
	char *words = arena_format(arena, "# %s", path);

	for (char *at = words; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			*at = '?';
	return words;
}

/* Writes the line, and has the archive read again. */
static enum err keep(struct app *app, const struct correction *correction, struct fault *why)
{
	const struct article *article = epoch_article(app->epoch, app->reader.article);
	const char *line = NULL, *lines;

	if (!app->corrections_file)
		return fail(why, ERR_ABSENT, "there is no folder to keep corrections in");
	enum err err = corrections_write(correction, &line, &app->arena, why);
	if (err)
		return err;
	lines = arena_format(&app->arena, "%s\n%s", comment_of(article->path, &app->arena), line);
	err = line_file_add(app->corrections_file, lines, why);
	if (err)
		return err;
	undo_push(&app->undo, (struct change){.kind = CHANGE_CORRECTION, .name = lines});
	app->requests.reload = true;
	app->reload_words = N_("put right; U takes it back");
	return OK;
}

void correcting_restore(struct app *app, const struct change *change)
{
	struct fault why;

	if (line_file_remove(app->corrections_file, change->name, &why)) {
		say(app, "%.200s", why.words);
		return;
	}
	app->requests.reload = true;
	app->reload_words = N_("the correction is taken back");
	say(app, "%s", _(app->reload_words));
}

/* --- the overlay -------------------------------------------------------------------------- */

void correct_open(struct app *app)
{
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		say(app, "no article is selected");
	else if (!epoch_is_final(app->epoch))
		say(app, "the archive is still being read");
	else
		overlay_open(app, OVERLAY_CORRECT);
}

void correcting_choose(struct app *app)
{
	struct fault why;

	if (app->overlay.cursor >= app->correctable_count) {
		overlay_close(app);
		return;
	}
	struct correction thing = app->correctables[app->overlay.cursor];
	thing.words = arena_span(&app->arena, thing.words);
	thing.value = arena_span(&app->arena, thing.value);
	app->correcting = thing;
	overlay_close(app);
	if (thing.kind != CORRECTION_TEXT && thing.kind != CORRECTION_FURNITURE)
		prompt_open(&app->prompt, PROMPT_CORRECT, thing.value);
	else if (keep(app, &app->correcting, &why))
		say(app, "%.200s", why.words);
	else
		say(app, "%s", _(app->reload_words));
}

/* --- the prompt --------------------------------------------------------------------------- */

const char *correcting_label(const struct app *app)
{
	static const char *const labels[] = {
		[CORRECTION_TITLE] = N_("Title "),
		[CORRECTION_DAY] = N_("Day of publication "),
		[CORRECTION_SOURCE] = N_("Source "),
		[CORRECTION_TEXT] = "",
		[CORRECTION_FURNITURE] = "",
		[CORRECTION_PERSON] = N_("Who is meant? "),
		[CORRECTION_SPEAKER] = N_("Who says it? "),
	};
	static_assert(COUNT(labels) == CORRECTION_KIND_COUNT, "every kind has its label");
	return _(labels[app->correcting.kind]);
}

void correcting_edited(struct app *app)
{
	enum correction_kind kind = app->correcting.kind;

	if (kind == CORRECTION_PERSON || kind == CORRECTION_SPEAKER)
		filter_offer_people(app);
	else if (kind == CORRECTION_SOURCE)
		filter_offer_sources(app);
}

void correcting_accepted(struct app *app)
{
	struct correction correction = app->correcting;
	struct span typed = span_trim(prompt_text(&app->prompt));
	struct fault why;

	if (!app->epoch || app->reader.article == ARTICLE_NONE ||
		span_equal(typed, correction.value)) {
		prompt_close(&app->prompt);
		return;
	}
	correction.value = typed;
	correction.as_read = typed.len == 0;
	if (keep(app, &correction, &why)) {
		say(app, "%.200s", why.words);
		return;
	}
	prompt_close(&app->prompt);
	say(app, "%s", _(app->reload_words));
}

void correcting_cancelled(struct app *app)
{
	prompt_close(&app->prompt);
}
