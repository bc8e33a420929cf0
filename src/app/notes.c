#include "app/notes.h"

#include "app/folders.h"
#include "app/handlers.h"
#include "app/journal-words.h"
#include "app/marks.h"
#include "app/programs.h"
#include "app/say.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A copy that lasts; null for none. */
static const char *lasting(struct app *app, const char *note)
{
	return note ? arena_string(&app->arena, span_of(note)) : NULL;
}

static enum err write_note(struct app *app, struct digest digest, const char *before,
	struct span text, struct fault *why)
{
	enum err err = journal_set_note(app->journal, digest, before, text, why);

	if (!err)
		marks_tell_words(app, digest);
	return err;
}

enum err notes_set(struct app *app, struct digest digest, const char *before, struct span text,
	struct fault *why)
{
	if (!app->journal)
		return fail(why, ERR_ABSENT, "there is no folder to keep notes in");
	enum err err = write_note(app, digest, before, text, why);
	const char *now = journal_note(app->journal, digest);
	bool same = before && now ? strcmp(before, now) == 0 : before == now;
	if (!err && !same)
		undo_push(&app->undo, (struct change){.kind = CHANGE_NOTE,
					      .digest = digest,
					      .text = lasting(app, before),
					      .now = lasting(app, now)});
	return err;
}

void notes_restore(struct app *app, const struct change *change)
{
	struct fault why;

	if (write_note(app, change->digest, change->now, span_of(change->text), &why))
		say(app, "%.200s", why.words);
	else
		say(app, change->text ? N_("the note as it was before") : N_("the note is gone"));
}

struct span notes_of(const struct app *app, struct digest digest)
{
	return span_of(app->journal ? journal_note(app->journal, digest) : NULL);
}

/* --- in the editor ------------------------------------------------------------------------ */

/* A file with the text, for the reader's eyes alone. */
static enum err write_file(
	const char **path, struct span text, struct arena *arena, struct fault *why)
{
	const char *folder = folder_state(arena);

	if (!folder)
		return fail(why, ERR_ABSENT, "there is no folder to write a note in");
	if (folder_make(folder, why))
		return why->err;
	char *name = arena_format(arena, "%s/note-XXXXXX", folder);
	int fd = mkstemp(name);
	if (fd < 0)
		return fail(why, ERR_IO, "%.300s: %s", name, strerror(errno));
	bool written = write(fd, text.at, text.len) == (ssize_t)text.len;
	if (close(fd) != 0 || !written) {
		unlink(name);
		return fail(why, ERR_IO, "%.300s: %s", name, strerror(errno));
	}
	*path = name;
	return OK;
}

static void say_noted(struct app *app, const char *before, struct span text)
{
	if (span_equal(text, span_of(before)))
		say(app, "the note is as it was");
	else
		say(app, text.len ? N_("noted; U takes it back")
				  : N_("the note is gone; U brings it back"));
}

/* What was written is kept, or where it could not be, left where it is. */
static void take_note(struct app *app)
{
	struct noting *noting = &app->noting;
	struct file file = {.path = noting->path, .named = true};
	struct span bytes = SPAN("");
	const char *reason = "";
	struct arena scratch;
	struct fault why = {0};

	arena_init(&scratch);
	if (file_read(&file, 2 * JOURNAL_NOTE_MOST, &bytes, &reason, &scratch) != FILE_READ)
		fail(&why, ERR_IO, "%s", reason);
	else if (!notes_set(app, noting->digest, noting->before, bytes, &why))
		say_noted(app, noting->before, span_trim(bytes));
	if (why.err)
		say(app, "the note was not kept: %.100s; it is in %.100s", why.words, noting->path);
	else
		unlink(noting->path);
	arena_clear(&scratch);
}

static void note_ended(struct app *app, const struct child_end *end)
{
	if (end->code == 0) {
		take_note(app);
		return;
	}
	unlink(app->noting.path);
	programs_tell(app, end);
}

void notes_open(struct app *app)
{
	struct noting *noting = &app->noting;
	struct fault why;

	if (!app->epoch || app->list.selected == ARTICLE_NONE) {
		say(app, "no article is selected");
		return;
	}
	if (!app->journal) {
		say(app, "there is no folder to keep notes in");
		return;
	}
	noting->digest = epoch_digest(app->epoch, app->list.selected);
	noting->before = lasting(app, journal_note(app->journal, noting->digest));
	if (write_file(&noting->path, span_of(noting->before), &app->arena, &why))
		say(app, "%.200s", why.words);
	else
		programs_edit(app, noting->path, note_ended);
}
