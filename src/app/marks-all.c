#include "app/marks-all.h"

#include "app/handlers.h"
#include "app/marks.h"
#include "app/menu.h"
#include "app/say.h"
#include "app/tags-all.h"
#include "base/message.h"
#include "store/epoch-walk.h"

/* Writes as one what is many; false, said why, when it is not kept. */
static bool write_all(struct app *app, const struct marked *marks, uint32_t count)
{
	struct fault why;

	if (app->journal)
		journal_begin(app->journal);
	for (uint32_t i = 0; i < count; i++)
		marks_write(app, marks[i].digest, marks[i].mark);
	if (app->journal && journal_end(app->journal, &why))
		say(app, "kept until the end only: %.200s", why.words);
	marks_tell(app);
	app->sidebar.stale = true;
	return app->message[0] == 0;
}

static bool has(struct mark mark, bool star)
{
	return star ? mark.starred : mark.read;
}

/* Those that are listed and not marked so, as they are. */
static struct marks_before *take_others(struct app *app, bool star, bool on)
{
	struct marks_before *others = ARENA_NEW(&app->arena, struct marks_before);

	others->at = ARENA_ARRAY(&app->arena, struct marked, app->walked_count);
	for (uint32_t i = 0; i < app->walked_count; i++) {
		article_id id = app->walked[i];
		if (app_is_inside(app, id) && has(app_mark(app, id), star) != on)
			others->at[others->count++] =
				(struct marked){epoch_digest(app->epoch, id), app_mark(app, id)};
	}
	return others;
}

static void mark(struct app *app, const struct marks_before *before, bool star, bool on)
{
	struct arena scratch;

	arena_init(&scratch);
	struct marked *marks = arena_copy(&scratch, before->at, before->count * sizeof *marks);
	for (uint32_t i = 0; i < before->count; i++) {
		if (star)
			marks[i].mark.starred = on;
		else
			marks[i].mark.read = on;
	}
	app->read_at = 0;
	undo_push(&app->undo, (struct change){.kind = CHANGE_MARKS, .before = before});
	write_all(app, marks, before->count);
	arena_clear(&scratch);
}

/* Where all are marked so already, they lose the mark: the key twice is as before. */
static void toggle(struct app *app, bool star)
{
	const struct marks_before *before = take_others(app, star, true);
	bool on = before->count > 0;

	if (!on)
		before = take_others(app, star, false);
	if (before->count == 0)
		return;
	mark(app, before, star, on);
	if (app->message[0])
		return; /* why it is not kept */
	if (star)
		say(app,
			on ? P_("%u starred; U takes it back", "%u starred; U takes it back",
				     before->count)
			   : P_("%u no longer starred; U takes it back",
				     "%u no longer starred; U takes it back", before->count),
			before->count);
	else
		say(app,
			on ? P_("%u marked as read; U takes it back",
				     "%u marked as read; U takes it back", before->count)
			   : P_("%u marked as unread; U takes it back",
				     "%u marked as unread; U takes it back", before->count),
			before->count);
}

static void star_all(struct app *app)
{
	toggle(app, true);
}

static void read_all(struct app *app)
{
	toggle(app, false);
}

void marks_all_open(struct app *app)
{
	static const struct menu_choice choices[] = {{'.', N_("star"), star_all},
		{'M', N_("read or unread"), read_all}, {'+', N_("tag"), tags_all_open},
		{'-', N_("take a tag away"), tags_all_open_away}, {0, NULL, NULL}};
	static const struct menu menu = {N_("All that is listed"), choices};

	if (app->result.count == 0)
		say(app, "the list is empty");
	else
		menu_open(app, &menu);
}

void marks_all_restore(struct app *app, const struct change *change)
{
	const struct marks_before *before = change->before;
	struct arena scratch;

	arena_init(&scratch);
	struct marked *marks = arena_copy(&scratch, before->at, before->count * sizeof *marks);
	for (uint32_t i = 0; i < before->count; i++) /* the places moved on meanwhile */
		marks[i].mark.offset = marks_of(app, marks[i].digest).offset;
	if (write_all(app, marks, before->count))
		say(app, "the marks as they were before");
	arena_clear(&scratch);
}
