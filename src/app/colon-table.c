#include "app/colon-table.h"

#include "app/copy.h"
#include "app/export-prompt.h"
#include "app/filter.h"
#include "app/handlers.h"
#include "app/list-goto.h"
#include "app/listing.h"
#include "app/programs.h"
#include "app/saved.h"
#include "app/say.h"
#include "app/settings-command.h"
#include "base/message.h"

/* "2": the second chip. */
static enum err switch_chip(struct app *app, struct span argument, struct query_fault *wrong)
{
	if (argument.len != 1 || argument.at[0] < '1' || argument.at[0] > '9')
		return fail(&wrong->fault, ERR_USAGE, "the number of a filter is wanted, 1 to 9");
	app->key = (uint32_t)argument.at[0];
	filter_switch_one(app);
	return OK;
}

static enum err go_to(struct app *app, struct span argument, struct query_fault *wrong)
{
	wrong->at = (struct extent){0, (uint32_t)argument.len};
	if (!argument.len)
		return fail(&wrong->fault, ERR_USAGE, "a day, a share or a number is wanted");
	if (!list_goto(app, argument))
		return fail(&wrong->fault, ERR_USAGE, "%.200s", app->message);
	return OK;
}

/* The passage that is marked, else the article. */
static enum err pipe_text(struct app *app, struct span argument, struct query_fault *wrong)
{
	struct listing listing = {.epoch = app->epoch};
	struct buf text;

	if (!argument.len)
		return fail(&wrong->fault, ERR_USAGE, "a command is wanted, as in: pipe wc -w");
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		return fail(&wrong->fault, ERR_ABSENT, "no article is selected");
	buf_init(&text, &app->child_arena);
	if (app->reader.stretch.anchored)
		stretch_text(app, &text);
	else
		listing_text(&listing, app->reader.article, &text);
	stretch_leave(app);
	programs_pipe(app, buf_span(&text), argument);
	return OK;
}

static void saved_complete(struct app *app, struct span argument, struct offers *offers)
{
	for (uint32_t i = 0; i < app->saved_count; i++)
		offers_add(offers, argument, app->saved_rows[i].name);
}

static enum err save_command(struct app *app, struct span argument, struct query_fault *wrong)
{
	enum err err = saved_save(app, argument, &wrong->fault);

	if (!err)
		say(app, "saved; U takes it back");
	return err;
}

static enum err saved_command(struct app *app, struct span argument, struct query_fault *wrong)
{
	return saved_use(app, argument, &wrong->fault);
}

static enum err drop_command(struct app *app, struct span argument, struct query_fault *wrong)
{
	enum err err = saved_drop(app, argument, &wrong->fault);

	if (!err)
		say(app, "no longer saved; U brings it back");
	return err;
}

/* clang-format off */
const struct colon_command colon_table[] = {
	{ "copy", "[WHAT [STYLE]]", N_("copy of the article: its text, a citation …"), copy_command,
		copy_complete },
	{ "export", "FILE", N_("write what is shown: .md .csv .json .jsonl .bib"), export_command,
		export_complete },
	{ "filter", "[WORDS]", N_("add to the filter"), filter_command, NULL },
	{ "goto", "DAY|SHARE|NUMBER", N_("an article of the list: 2021-02-03, 75%, 12"), go_to, NULL },
	{ "pipe", "COMMAND", N_("feed the marked passage, else the article, to a shell command"), pipe_text, NULL },
	{ "save", "NAME", N_("save the filter by a name"), save_command, saved_complete },
	{ "saved", "NAME", N_("a filter that was saved"), saved_command, saved_complete },
	{ "drop-saved", "NAME", N_("a saved filter is not wanted any longer"), drop_command, saved_complete },
	{ "set", "NAME=VALUE", N_("change a setting"), settings_command, settings_complete },
	{ "switch-chip", "NUMBER", N_("one filter off and on"), switch_chip, NULL },
};
/* clang-format on */

const uint32_t colon_table_count = COUNT(colon_table);
