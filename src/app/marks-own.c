#include "app/marks.h"

#include "app/journal-words.h"
#include "store/epoch-walk.h"
#include "store/own.h"

void marks_tell_of(const struct epoch *epoch, article_id id, struct mark mark)
{
	struct own *own = epoch_own(epoch);

	own_set(own, OWN_READ, id, mark.read);
	own_set(own, OWN_STARRED, id, mark.starred);
}

/* Tags and note of an article whose own ones may have changed. */
static void tell_words(const struct epoch *epoch, const struct journal *journal, article_id id)
{
	struct digest digest = epoch_digest(epoch, id);
	struct own *own = epoch_own(epoch);
	const char *const *tags;
	uint32_t count = journal_tags(journal, digest, &tags);

	own_set(own, OWN_NOTE, id, journal_note(journal, digest) != NULL);
	for (uint32_t tag = 0; tag < own_tag_count(own); tag++)
		own_tag_set(own, tag, id, false);
	for (uint32_t i = 0; i < count; i++)
		own_tag_set(own, own_tag(own, span_of(tags[i])), id, true);
}

void marks_tell(const struct app *app)
{
	for (article_id id = 0; id < epoch_count(app->epoch); id++) {
		marks_tell_of(app->epoch, id, app_mark(app, id));
		if (app->journal)
			tell_words(app->epoch, app->journal, id);
	}
}

enum err marks_tell_printed(const struct epoch *epoch, const char *folder, struct fault *why)
{
	struct journal *journal = NULL;
	enum err err = journal_peek(&journal, folder, why);

	if (err)
		return err == ERR_ABSENT ? OK : err;
	for (article_id id = 0; id < epoch_count(epoch); id++) {
		struct digest digest = epoch_digest(epoch, id);
		marks_tell_of(epoch, id, journal_mark(journal, digest));
		tell_words(epoch, journal, id);
	}
	journal_close(journal);
	return OK;
}

static bool has_bytes(const struct app *app, article_id id, struct digest digest)
{
	struct digest other = epoch_digest(app->epoch, id);

	return other.high == digest.high && other.low == digest.low;
}

void marks_tell_bytes(const struct app *app, struct digest digest, struct mark mark)
{
	for (article_id id = 0; app->epoch && id < epoch_count(app->epoch); id++)
		if (has_bytes(app, id, digest))
			marks_tell_of(app->epoch, id, mark);
}

void marks_look(struct app *app)
{
	if (!app->journal || !journal_refresh(app->journal) || !app->epoch)
		return;
	marks_tell(app);
	app->shown_for.saved_epoch = app->shown_for.page_epoch = 0;
	app->sidebar.stale = true;
}

void marks_tell_words(struct app *app, struct digest digest)
{
	app->shown_for.page_epoch = 0; /* the page tells of them */
	for (article_id id = 0; app->epoch && id < epoch_count(app->epoch); id++)
		if (has_bytes(app, id, digest))
			tell_words(app->epoch, app->journal, id);
}
