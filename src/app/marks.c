#include "app/marks.h"

#include "app/correcting.h"
#include "app/filter.h"
#include "app/handlers.h"
#include "app/marks-all.h"
#include "app/notes.h"
#include "app/person-edit.h"
#include "app/saved.h"
#include "app/say.h"
#include "app/tags-all.h"
#include "app/tags.h"
#include "base/message.h"
#include "store/epoch-walk.h"

#include <assert.h>

static uint64_t key_of(struct digest digest)
{
	return hash_mix(digest.high, digest.low);
}

struct mark marks_of(const struct app *app, struct digest digest)
{
	if (app->journal)
		return journal_mark(app->journal, digest);
	const struct map_entry *entry = map_get_number(&app->own_marks.index, key_of(digest));
	return entry ? app->own_marks.list.at[entry->value] : (struct mark){0};
}

struct mark app_mark(const struct app *app, article_id id)
{
	if (!app->epoch || id >= epoch_count(app->epoch))
		return (struct mark){0};
	return marks_of(app, epoch_digest(app->epoch, id));
}

void marks_write(struct app *app, struct digest digest, struct mark mark)
{
	struct fault why;
	bool made;

	if (app->journal) {
		if (journal_set(app->journal, digest, mark, &why))
			say(app, "kept until the end only: %.200s", why.words);
		return;
	}
	struct map_entry *entry = map_put_number(&app->own_marks.index, key_of(digest), &made);
	if (made) {
		entry->value = app->own_marks.list.count;
		vec_push(&app->arena, &app->own_marks.list);
	}
	app->own_marks.list.at[entry->value] = mark;
}

void marks_set(struct app *app, struct digest digest, struct mark mark)
{
	struct mark before = marks_of(app, digest);

	if (before.read != mark.read || before.starred != mark.starred)
		marks_tell_bytes(app, digest, mark);
	marks_write(app, digest, mark);
}

void marks_arrange(struct app *app)
{
	bool reads = app->focus == PANE_READER && app->overlay.which == OVERLAY_NONE;
	article_id id = reads ? app->reader.article : ARTICLE_NONE;

	if (app->read_article == id)
		return;
	app->read_article = id;
	app->read_at = 0;
	if (id != ARTICLE_NONE && !app_mark(app, id).read)
		app->read_at = app->now + app->read_delay;
}

void marks_read_now(struct app *app)
{
	article_id id = app->reader.article;
	struct mark mark = app_mark(app, id);

	app->read_at = 0;
	if (id == ARTICLE_NONE || mark.read)
		return;
	mark.read = true;
	marks_set(app, epoch_digest(app->epoch, id), mark);
}

/* The selected article's mark, to be changed: what it was goes onto the undo stack. */
static bool take(struct app *app, struct digest *digest, struct mark *mark)
{
	article_id id = app->list.selected;

	if (id == ARTICLE_NONE || !app->epoch) {
		say(app, "no article is selected");
		return false;
	}
	*digest = epoch_digest(app->epoch, id);
	*mark = app_mark(app, id);
	undo_push(
		&app->undo, (struct change){.kind = CHANGE_MARK, .digest = *digest, .mark = *mark});
	return true;
}

void marks_star(struct app *app)
{
	struct digest digest;
	struct mark mark;

	if (!take(app, &digest, &mark))
		return;
	mark.starred = !mark.starred;
	say(app, mark.starred ? N_("starred") : N_("no longer starred"));
	marks_set(app, digest, mark);
}

void marks_read(struct app *app)
{
	struct digest digest;
	struct mark mark;

	if (!take(app, &digest, &mark))
		return;
	mark.read = !mark.read;
	app->read_at = 0;
	say(app, mark.read ? N_("marked as read") : N_("marked as unread"));
	marks_set(app, digest, mark);
}

static void undo_nothing(struct app *app, const struct change *change)
{
	(void)change;
	say(app, "nothing to undo");
}

static void undo_query(struct app *app, const struct change *change)
{
	filter_restore(app, change->query);
	say(app, "the filter as it was before");
}

/* The place moved on meanwhile: only what the key had changed goes back. */
static void undo_mark(struct app *app, const struct change *change)
{
	struct mark mark = marks_of(app, change->digest);

	mark.read = change->mark.read;
	mark.starred = change->mark.starred;
	say(app, "the mark as it was before");
	marks_set(app, change->digest, mark);
}

void marks_undo(struct app *app)
{
	static void (*const undoers[])(struct app *, const struct change *) = {
		[CHANGE_NONE] = undo_nothing,
		[CHANGE_QUERY] = undo_query,
		[CHANGE_MARK] = undo_mark,
		[CHANGE_MARKS] = marks_all_restore,
		[CHANGE_TAG] = tags_restore,
		[CHANGE_TAGS] = tags_all_restore,
		[CHANGE_NOTE] = notes_restore,
		[CHANGE_SAVED] = saved_restore,
		[CHANGE_PEOPLE] = person_undo,
		[CHANGE_CORRECTION] = correcting_restore,
	};
	static_assert(COUNT(undoers) == CHANGE_KIND_COUNT, "every change can be undone");
	struct change change = undo_pop(&app->undo);

	undoers[change.kind](app, &change);
}
