#include "app/tags.h"

#include "app/handlers.h"
#include "app/journal-words.h"
#include "app/marks.h"
#include "app/say.h"
#include "base/buf.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "text/fold.h"

#include <string.h>

#define OFFERED 5 /* tags that are named beside the prompt */

VEC_OF(const char *, names);

/* --- changing ----------------------------------------------------------------------------- */

bool tags_has(const struct app *app, struct digest digest, const char *known)
{
	const char *const *tags;
	uint32_t count = journal_tags(app->journal, digest, &tags);

	for (uint32_t i = 0; known && i < count; i++)
		if (strcmp(tags[i], known) == 0)
			return true;
	return false;
}

static bool write_tag(struct app *app, struct digest digest, const char *tag, bool on)
{
	struct fault why;

	if (journal_tag(app->journal, digest, span_of(tag), on, &why)) {
		say(app, "%.200s", why.words);
		return false;
	}
	marks_tell_words(app, digest);
	app->sidebar.stale = true;
	return true;
}

bool tags_set(struct app *app, struct digest digest, const char *tag, bool on)
{
	const char *known = journal_known_tag(app->journal, span_of(tag));
	bool had = tags_has(app, digest, known);

	if (had == on || !write_tag(app, digest, tag, on))
		return false;
	undo_push(&app->undo, (struct change){.kind = CHANGE_TAG,
				      .digest = digest,
				      .name = arena_string(&app->arena, span_of(tag)),
				      .on = had});
	return true;
}

void tags_restore(struct app *app, const struct change *change)
{
	if (write_tag(app, change->digest, change->name, change->on))
		say(app,
			change->on ? N_("the tag is there again: %.200s")
				   : N_("without the tag: %.200s"),
			change->name);
}

struct span tags_line(const struct app *app, struct digest digest, struct arena *arena)
{
	const char *const *tags = NULL;
	uint32_t count = app->journal ? journal_tags(app->journal, digest, &tags) : 0;
	struct buf line;

	buf_init(&line, arena);
	for (uint32_t i = 0; i < count; i++)
		buf_format(&line, "%s%s", i ? ", " : "", tags[i]);
	return buf_span(&line);
}

/* --- the prompt --------------------------------------------------------------------------- */

/* Whose tags it is about; false when no article is selected. */
static bool target(const struct app *app, struct digest *digest)
{
	if (!app->epoch || app->list.selected == ARTICLE_NONE)
		return false;
	*digest = epoch_digest(app->epoch, app->list.selected);
	return true;
}

/* The tag that is being typed: what stands behind the last comma. */
static struct span last_tag(const struct app *app)
{
	struct span text = prompt_text(&app->prompt);
	size_t start = text.len;

	while (start > 0 && text.at[start - 1] != ',')
		start--;
	while (start < text.len && text.at[start] == ' ')
		start++;
	return span_cut(text, start, text.len);
}

/* Tags that begin as what was typed does: all in use, or, to be taken away, the article's own. */
static struct names matching(const struct app *app, struct arena *arena)
{
	struct digest digest;
	struct span typed = fold(span_of(app->tag_typed), arena);
	const char *const *own = NULL;
	const struct known_tag *known = NULL;
	struct names found = {0};
	bool away = app->prompt.use == PROMPT_UNTAG;
	uint32_t count = 0;

	if (app->journal && target(app, &digest))
		count = away ? journal_tags(app->journal, digest, &own)
			     : journal_known_tags(app->journal, &known);

	for (uint32_t i = 0; i < count; i++) {
		const char *name = away ? own[i] : known[i].name;
		if (span_starts(fold(span_of(name), arena), typed))
			*vec_push(arena, &found) = name;
	}
	return found;
}

const char *tags_offer(const struct app *app, struct arena *arena)
{
	struct buf words;

	buf_init(&words, arena);
	struct names names = matching(app, arena);
	for (uint32_t i = 0; i < names.count && i < OFFERED; i++)
		buf_format(&words, "%s%s", i ? ", " : "Tab: ", names.at[i]);
	if (names.count > OFFERED)
		buf_text(&words, " …");
	return words.len ? words.at : "";
}

static void note_typed(struct app *app)
{
	struct span typed = last_tag(app);
	size_t len = typed.len < sizeof app->tag_typed ? typed.len : 0;

	memcpy(app->tag_typed, typed.at, len);
	app->tag_typed[len] = 0;
	app->tag_offered = 0;
}

static void complete(struct app *app)
{
	struct arena scratch;
	struct span kept = prompt_text(&app->prompt);

	arena_init(&scratch);
	struct names names = matching(app, &scratch);
	if (names.count) {
		struct buf text;
		buf_init(&text, &scratch);
		buf_add(&text, span_cut(kept, 0, kept.len - last_tag(app).len));
		buf_text(&text, names.at[app->tag_offered % names.count]);
		app->tag_offered++;
		prompt_open(&app->prompt, app->prompt.use, buf_span(&text));
	}
	arena_clear(&scratch);
}

bool tags_is_asked(const struct app *app)
{
	enum prompt_use use = app->prompt.use;

	return use == PROMPT_TAG || use == PROMPT_UNTAG || use == PROMPT_TAG_ALL ||
	       use == PROMPT_UNTAG_ALL;
}

bool tags_key(struct app *app, uint32_t key)
{
	bool mine = key == '\t' && tags_is_asked(app);

	if (mine)
		complete(app);
	return mine;
}

void tags_edited(struct app *app)
{
	note_typed(app);
}

void tags_cancelled(struct app *app)
{
	prompt_close(&app->prompt);
}

static uint32_t set_all(struct app *app, struct digest digest, struct span list, bool on)
{
	struct arena scratch;
	uint32_t changed = 0;

	arena_init(&scratch);
	while (list.len) {
		size_t comma = span_find(list, SPAN(","), 0);
		struct span name = span_trim(span_cut(list, 0, comma));
		list = span_cut(list, comma + 1, list.len);
		if (name.len)
			changed += tags_set(app, digest, arena_string(&scratch, name), on);
	}
	arena_clear(&scratch);
	return changed;
}

void tags_accepted(struct app *app)
{
	struct digest digest;
	struct prompt prompt = app->prompt;
	bool on = prompt.use == PROMPT_TAG;

	prompt_close(&app->prompt);
	if (!app->journal || prompt.len == 0 || !target(app, &digest))
		return;
	uint32_t changed = set_all(app, digest, prompt_text(&prompt), on);
	if (*app->message)
		return; /* that it could not be */
	if (changed == 0)
		say(app, on ? N_("the article has this tag already")
			    : N_("the article has no such tag"));
	else if (changed == 1)
		say(app, on ? N_("tagged; U takes it back")
			    : N_("the tag is gone; U brings it back"));
	else
		say(app, on ? N_("%u tags given") : N_("%u tags taken away"), changed);
}

/* Whether there is something to be tagged, and somewhere to keep it; says so where not. */
static bool is_possible(struct app *app, struct digest *digest)
{
	bool selected = target(app, digest);

	if (!selected)
		say(app, "no article is selected");
	else if (!app->journal)
		say(app, "there is no folder to keep tags in");
	return selected && app->journal;
}

void tags_open(struct app *app)
{
	struct digest digest;

	if (!is_possible(app, &digest))
		return;
	prompt_open(&app->prompt, PROMPT_TAG, SPAN(""));
	note_typed(app);
}

void tags_open_away(struct app *app)
{
	const char *const *tags;
	struct digest digest;

	if (!is_possible(app, &digest))
		return;
	uint32_t count = journal_tags(app->journal, digest, &tags);
	if (count == 0) {
		say(app, "the article has no tags; + gives one");
		return;
	}
	prompt_open(&app->prompt, PROMPT_UNTAG, SPAN(""));
	note_typed(app);
	if (count == 1)
		complete(app);
}
