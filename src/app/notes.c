#include "app/notes.h"

#include "app/journal-words.h"
#include "app/marks.h"
#include "app/say.h"

#include <string.h>

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
		say(app, change->text ? "the note as it was before" : "the note is gone");
}
