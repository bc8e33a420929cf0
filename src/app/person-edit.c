#include "app/person-edit.h"

#include "app/filter-offers.h"
#include "app/handlers.h"
#include "app/overlay.h"
#include "app/people-file.h"
#include "app/people.h"
#include "app/person.h"
#include "app/say.h"
#include "base/message.h"

/* What a rule calls an actor: by a name where no other person has it, for the sake of other
 * archives; else by the key. */
static struct span rule_name(const struct app *app, uint32_t index)
{
	const struct actor *actor = epoch_actor(app->epoch, index);
	struct span name = span_of(actor->form_count ? actor->forms[0] : actor->name);

	for (uint32_t i = 0; i < actor->form_count; i++)
		if (actor->ties[i].rule == TIE_SHOWN)
			name = span_of(actor->forms[i]);
	bool clear = people_rules_can_name(name) && epoch_actor_find(app->epoch, name) == index;
	for (uint32_t i = 0; clear && i < epoch_actor_count(app->epoch); i++) {
		const struct actor *other = epoch_actor(app->epoch, i);
		for (uint32_t f = 0; i != index && f < other->form_count; f++)
			clear = clear && !span_is(name, other->forms[f]);
	}
	return clear ? name : span_of(actor->slug);
}

/* Keeps a decision about a person and one other name, and has it followed. */
static bool decide(struct app *app, enum people_verb verb, struct span name, struct span other)
{
	struct people_rule rule = {.verb = verb, .name = name, .others = &other, .other_count = 1};
	const char *line;
	struct fault why;

	if (!app->people_file) {
		say(app, "there is no folder in which this could be kept");
		return false;
	}
	if (people_file_add(app->people_file, &rule, &line, &app->arena, &why)) {
		say(app, "%.200s", why.words);
		return false;
	}
	undo_push(&app->undo, (struct change){.kind = CHANGE_PEOPLE, .name = line});
	app->requests.reload = true;
	return true;
}

/* Said now, and again when it can be seen. */
static void tell(struct app *app, const char *words)
{
	say(app, "%.200s", words);
	app->reload_words = words;
}

/* Who the page is about; false, and says so, where there is none. */
static bool has_page(struct app *app)
{
	if (app->overlay.which == OVERLAY_PERSON && app->epoch)
		return true;
	say(app, "this is for a person's page; A opens one");
	return false;
}

/* --- merge ------------------------------------------------------------------------------ */

void person_merge(struct app *app)
{
	if (has_page(app))
		people_pick(app, PICK_MERGE);
}

void person_merge_with(struct app *app, uint32_t other)
{
	uint32_t actor = app->dossier.actor;

	if (other == actor) {
		say(app, "this is the same person already");
		return;
	}
	const char *name = epoch_actor(app->epoch, other)->name;
	const char *words = arena_format(
		&app->arena, _("%s is the same person from now on; U takes that back"), name);
	if (decide(app, PEOPLE_MERGE, rule_name(app, actor), rule_name(app, other)))
		tell(app, words);
}

/* --- split ------------------------------------------------------------------------------ */

void person_split(struct app *app)
{
	enum dossier_section section = DOSSIER_SECTION_COUNT;
	const struct dossier_line *line = person_line(app, &section);

	if (!has_page(app))
		return;
	if (!line || section != DOSSIER_FORMS) {
		say(app, "choose the spelling that is somebody else, under “Written as”");
		return;
	}
	if (epoch_actor(app->epoch, app->dossier.actor)->form_count < 2) {
		say(app, "this is the only spelling; x says that it is nobody");
		return;
	}
	const char *words = arena_format(&app->arena,
		_("“%.*s” is somebody else from now on; U takes that back"), (int)line->text.len,
		line->text.at);
	if (decide(app, PEOPLE_SPLIT, rule_name(app, app->dossier.actor), line->text))
		tell(app, words);
}

/* --- rename ----------------------------------------------------------------------------- */

void person_rename(struct app *app)
{
	if (has_page(app))
		prompt_open(&app->prompt, PROMPT_RENAME, span_of(app->dossier.name));
}

void rename_edited(struct app *app)
{
	app->message[0] = 0;
	filter_offer_people(app);
}

void rename_accepted(struct app *app)
{
	struct span name = span_trim(prompt_text(&app->prompt));
	bool same = app->person.slug && span_is(name, app->dossier.name);

	if (!app->person.slug || same) {
		prompt_close(&app->prompt);
		return;
	}
	struct span kept = arena_span(&app->arena, name);
	const char *words = arena_format(&app->arena,
		_("shown as %.*s from now on; U takes that back"), (int)kept.len, kept.at);
	if (decide(app, PEOPLE_RENAME, rule_name(app, app->dossier.actor), kept)) {
		prompt_close(&app->prompt);
		tell(app, words);
	}
}

void rename_cancelled(struct app *app)
{
	prompt_close(&app->prompt);
}

/* --- hide ------------------------------------------------------------------------------- */

void person_hide(struct app *app)
{
	if (!has_page(app))
		return;
	struct span name = rule_name(app, app->dossier.actor);
	const char *words = arena_format(
		&app->arena, _("%s is nobody from now on; U takes that back"), app->dossier.name);
	if (!decide(app, PEOPLE_HIDE, name, name))
		return;
	overlay_leave(app); /* else the page would become that of the nearest name */
	tell(app, words);
}

/* --- undo ------------------------------------------------------------------------------- */

void person_undo(struct app *app, const struct change *change)
{
	struct fault why;

	if (!app->people_file || people_file_undo(app->people_file, change->name, &why)) {
		say(app, "%.200s", app->people_file ? why.words : "there is no people file");
		return;
	}
	app->requests.reload = true;
	tell(app, _("the people as they were before"));
}
