#include "app/ask.h"

#include "app/colon.h"
#include "app/correcting.h"
#include "app/filter.h"
#include "app/find.h"
#include "app/people.h"
#include "app/person-edit.h"
#include "app/saved.h"
#include "app/say.h"
#include "app/tags-all.h"
#include "app/tags.h"

#include <assert.h>

#define CTRL(letter) ((letter)&0x1f)

/* Who is told what about a prompt. */
struct listener {
	void (*edited)(struct app *);
	void (*accepted)(struct app *);
	void (*cancelled)(struct app *);
};

static const struct listener listeners[] = {
	[PROMPT_FIND] = {find_edited, find_accepted, find_cancelled},
	[PROMPT_FILTER] = {filter_edited, filter_accepted, filter_cancelled},
	[PROMPT_NARROW] = {narrow_edited, narrow_accepted, narrow_cancelled},
	[PROMPT_PICKER] = {people_edited, people_accepted, people_cancelled},
	[PROMPT_COLON] = {colon_edited, colon_accepted, colon_cancelled},
	[PROMPT_TAG] = {tags_edited, tags_accepted, tags_cancelled},
	[PROMPT_UNTAG] = {tags_edited, tags_accepted, tags_cancelled},
	[PROMPT_TAG_ALL] = {tags_edited, tags_all_accepted, tags_cancelled},
	[PROMPT_UNTAG_ALL] = {tags_edited, tags_all_accepted, tags_cancelled},
	[PROMPT_CORRECT] = {correcting_edited, correcting_accepted, correcting_cancelled},
	[PROMPT_SAVE] = {saved_edited, saved_accepted, saved_cancelled},
	[PROMPT_RENAME] = {rename_edited, rename_accepted, rename_cancelled},
};
static_assert(COUNT(listeners) == PROMPT_COUNT, "every prompt has its listener");

/* Prompts for a name that may be one of the archive's: Tab completes it. */
static bool name_key(struct app *app, uint32_t key)
{
	bool asked = app->prompt.use == PROMPT_CORRECT || app->prompt.use == PROMPT_RENAME;

	if (!asked || (key != '\t' && key != KEYS_BACK_TAB))
		return false;
	if (!offers_step(&app->offers, &app->prompt, key == '\t' ? 1 : -1))
		say(app, "nothing can be completed here");
	return true;
}

static void tell(struct app *app, enum prompt_answer answer)
{
	const struct listener *listener = &listeners[app->prompt.use];

	if (answer == PROMPT_EDITED)
		listener->edited(app);
	else if (answer == PROMPT_ACCEPTED)
		listener->accepted(app);
	else if (answer == PROMPT_CANCELLED)
		listener->cancelled(app);
	else if (answer == PROMPT_FULL)
		say(app, "too long for this line");
	if (app->prompt.use == PROMPT_NONE)
		offers_clear(&app->offers);
}

void ask_paste(struct app *app, struct span text)
{
	tell(app, prompt_paste(&app->prompt, text));
}

void ask_key(struct app *app, uint32_t key)
{
	if (app->prompt.use == PROMPT_PICKER && people_key(app, key))
		return;
	if (app->prompt.use == PROMPT_COLON && colon_key(app, key))
		return;
	if (tags_key(app, key) || filter_key(app, key) || name_key(app, key))
		return;
	if (key == CTRL('Y'))
		ask_paste(app, app->copied);
	else
		tell(app, prompt_key(&app->prompt, key));
}
