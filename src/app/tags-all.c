#include "app/tags-all.h"

#include "app/journal-words.h"
#include "app/marks.h"
#include "app/say.h"
#include "app/tags.h"
#include "base/message.h"
#include "store/epoch-walk.h"

struct tags_change {
	const char *name;
	bool on; /* it was given; else taken away */
	uint32_t count;
	struct digest *at;
};

/* Writes as one what is many, as far as it can be: how many were; said why not all. */
static uint32_t write_all(struct app *app, const struct tags_change *change, bool on)
{
	struct fault why = {0}, ending;
	uint32_t done = 0;

	journal_begin(app->journal);
	while (done < change->count &&
		!journal_tag(app->journal, change->at[done], span_of(change->name), on, &why))
		done++;
	if (journal_end(app->journal, &ending)) {
		why = ending;
		done = 0;
	}
	marks_tell(app);
	app->shown_for.page_epoch = 0; /* the page tells of them */
	app->sidebar.stale = true;
	if (why.err)
		say(app, "%.200s", why.words);
	return done;
}

/* Those that are listed and have not the tag yet, or have it still. */
static void take_others(const struct app *app, struct tags_change *change)
{
	const char *known = journal_known_tag(app->journal, span_of(change->name));

	for (uint32_t i = 0; i < app->walked_count; i++) {
		article_id id = app->walked[i];
		struct digest digest = epoch_digest(app->epoch, id);
		if (app_is_inside(app, id) && tags_has(app, digest, known) != change->on)
			change->at[change->count++] = digest;
	}
}

static void tell(struct app *app, const struct tags_change *change)
{
	if (change->count == 0)
		say(app, change->on ? N_("all have this tag already") : N_("none has this tag"));
	else
		say(app,
			change->on ? P_("%u tagged; U takes it back", "%u tagged; U takes it back",
					     change->count)
				   : N_("the tag is gone from %u; U brings it back"),
			change->count);
}

void tags_all_accepted(struct app *app)
{
	struct prompt prompt = app->prompt;
	struct span name = span_trim(prompt_text(&prompt));
	struct tags_change *change = ARENA_NEW(&app->arena, struct tags_change);

	prompt_close(&app->prompt);
	if (!app->journal || !app->epoch || name.len == 0)
		return;
	change->name = arena_string(&app->arena, name);
	change->on = prompt.use == PROMPT_TAG_ALL;
	change->at = ARENA_ARRAY(&app->arena, struct digest, app->walked_count);
	take_others(app, change);
	if (change->count > 0) {
		change->count = write_all(app, change, change->on);
		if (change->count > 0)
			undo_push(&app->undo, (struct change){.kind = CHANGE_TAGS, .tags = change});
	}
	if (app->message[0] == 0) /* else why it could not be */
		tell(app, change);
}

static void open_for(struct app *app, enum prompt_use use)
{
	if (!app->journal) {
		say(app, "there is no folder to keep tags in");
		return;
	}
	prompt_open(&app->prompt, use, SPAN(""));
	tags_edited(app);
}

void tags_all_open(struct app *app)
{
	open_for(app, PROMPT_TAG_ALL);
}

void tags_all_open_away(struct app *app)
{
	open_for(app, PROMPT_UNTAG_ALL);
}

void tags_all_restore(struct app *app, const struct change *change)
{
	if (write_all(app, change->tags, !change->tags->on) == change->tags->count)
		say(app, "the tags as they were before");
}
