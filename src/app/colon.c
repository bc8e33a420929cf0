#include "app/colon.h"

#include "app/act.h"
#include "app/colon-table.h"
#include "app/handlers.h"
#include "app/say.h"

#define CTRL(letter) ((letter)&0x1f)

static struct span line_of(const struct app *app)
{
	return prompt_text(&app->prompt);
}

/* --- what is typed ------------------------------------------------------------------------- */

/* Says what the command at the beginning of the line does. */
static void describe(struct app *app)
{
	struct offers *offers = &app->offers;
	struct query_fault wrong;
	struct colon_meaning meaning;

	offers->usage = offers->help = NULL;
	if (colon_read(line_of(app), &meaning, &wrong))
		return;
	if (meaning.command) {
		offers->usage = arena_format(
			&offers->arena, "%s %s", meaning.command->name, meaning.command->argument);
		offers->help = meaning.command->help;
	} else {
		offers->usage = action_info(meaning.action)->name;
		offers->help = action_info(meaning.action)->help;
	}
}

static void set_line(struct app *app, struct span text)
{
	prompt_open(&app->prompt, PROMPT_COLON, text);
	app->wrong = (struct query_fault){0};
	app->offers.words.count = app->offers.at = 0;
	describe(app);
}

void colon_open_with(struct app *app, const char *text)
{
	struct colon *colon = &app->colon;
	const char *file = colon->file;
	struct colon fresh = {.file = file, .arena = colon->arena};

	if (file) {
		arena_clear(&fresh.arena);
		recall_read(file, &fresh.lines, &fresh.arena);
	} else {
		fresh.lines = colon->lines;
	}
	fresh.line = fresh.lines.count;
	*colon = fresh;
	offers_clear(&app->offers);
	set_line(app, span_of(text));
}

void colon_open(struct app *app)
{
	colon_open_with(app, "");
}

/* --- lines typed before ---------------------------------------------------------------------- */

/* The nearest line, from the one on the screen, that begins as what was typed. */
static void go_back(struct app *app, int step)
{
	struct colon *colon = &app->colon;
	uint32_t at = colon->line;

	if (at == colon->lines.count)
		colon->typed = arena_span(&colon->arena, line_of(app));
	while (step < 0 ? at > 0 : at < colon->lines.count) {
		at = step < 0 ? at - 1 : at + 1;
		if (at == colon->lines.count || span_starts(colon->lines.at[at], colon->typed))
			break;
	}
	if (at < colon->lines.count && !span_starts(colon->lines.at[at], colon->typed))
		return;
	colon->line = at;
	set_line(app, at == colon->lines.count ? colon->typed : colon->lines.at[at]);
}

static void remember(struct app *app, struct span line)
{
	struct colon *colon = &app->colon;
	struct fault why;

	if (!colon->file)
		*vec_push(&colon->arena, &colon->lines) = arena_span(&colon->arena, line);
	else if (recall_add(colon->file, line, &why) && !*app->message)
		say(app, "%s", why.words);
}

/* --- completion ------------------------------------------------------------------------------ */

static void offer_names(struct offers *offers, struct span typed)
{
	for (uint32_t i = 0; i < colon_table_count; i++)
		offers_add(offers, typed, colon_table[i].name);
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_info((enum action)i)->name;
		bool again = false;
		for (uint32_t k = 0; k < offers->words.count; k++)
			again = again || strcmp(offers->words.at[k], name) == 0;
		if (!again)
			offers_add(offers, typed, name);
	}
}

static void gather(struct app *app)
{
	struct offers *offers = &app->offers;
	struct span line = span_cut(line_of(app), 0, app->prompt.cursor);
	struct colon_meaning meaning;
	struct query_fault wrong;
	size_t name = 0;

	offers_clear(offers);
	while (name < line.len && line.at[name] == ' ')
		name++;
	if (!memchr(line.at + name, ' ', line.len - name)) {
		offers->start = (uint32_t)name;
		offer_names(offers, span_cut(line, name, line.len));
	} else if (!colon_read(line, &meaning, &wrong) && meaning.command &&
		   meaning.command->complete) {
		offers->start = meaning.argument;
		meaning.command->complete(app,
			arena_span(&offers->arena, span_cut(line, meaning.argument, line.len)),
			offers);
	}
}

/* What is typed of a name shows the names that begin so. */
void colon_edited(struct app *app)
{
	bool named = app->prompt.cursor > 0 && app->prompt.cursor == app->prompt.len;

	offers_clear(&app->offers);
	if (named && !memchr(app->prompt.text, ' ', app->prompt.len))
		gather(app);
	if (app->offers.words.count == 1)
		app->offers.words.count = app->offers.at = 0;
	app->colon.line = app->colon.lines.count;
	app->wrong = (struct query_fault){0};
	describe(app);
}

/* The only word that can stand there: what follows it can be typed at once. */
static void put_whole(struct app *app, struct span word)
{
	bool open = app->prompt.cursor == app->prompt.len && word.len &&
		    !memchr("/=:", word.at[word.len - 1], 3);

	offers_put(&app->offers, &app->prompt, word);
	if (open)
		prompt_paste(&app->prompt, SPAN(" "));
	app->offers.words.count = app->offers.at = 0;
}

static void complete(struct app *app, int step)
{
	struct offers *offers = &app->offers;

	app->wrong = (struct query_fault){0};
	if (!offers->stepped || !offers_step(offers, &app->prompt, step)) { /* not Tab again */
		gather(app);
		offers->stepped = true;
		if (offers->words.count == 0)
			say(app, "nothing can be completed here");
		else if (offers->words.count == 1)
			put_whole(app, span_of(offers->words.at[0]));
		else
			offers_put(offers, &app->prompt, offers_common(offers));
	}
	describe(app);
}

bool colon_key(struct app *app, uint32_t key)
{
	switch (key) {
	case '\t':
		complete(app, 1);
		return true;
	case KEYS_BACK_TAB:
		complete(app, -1);
		return true;
	case KEYS_UP:
	case CTRL('P'):
		go_back(app, -1);
		return true;
	case KEYS_DOWN:
	case CTRL('N'):
		go_back(app, 1);
		return true;
	default:
		return false;
	}
}

/* --- doing it -------------------------------------------------------------------------------- */

static void run_action(struct app *app, enum action action)
{
	if (act_is_allowed(app, action))
		action_info(action)->handle(app);
	else
		say(app, "%s means nothing here", action_info(action)->name);
}

/* The line is closed while it is done, for what is done may open another one. */
static enum err run(struct app *app, struct span line, struct query_fault *wrong)
{
	struct colon_meaning meaning;
	enum err err = colon_read(line, &meaning, wrong);

	if (err)
		return err;
	prompt_close(&app->prompt);
	offers_clear(&app->offers);
	if (!meaning.command) {
		run_action(app, meaning.action);
		return OK;
	}
	*wrong = (struct query_fault){0};
	err = meaning.command->run(app, span_cut(line, meaning.argument, line.len), wrong);
	wrong->at.start += meaning.argument;
	wrong->at.end += meaning.argument;
	return err;
}

void colon_accepted(struct app *app)
{
	char kept[PROMPT_ROOM]; /* what is done may open the line anew, and clear its arena */
	struct span line = span_trim(line_of(app));
	struct query_fault wrong = {0};

	memcpy(kept, line.at, line.len);
	line.at = kept;

	if (!line.len) {
		prompt_close(&app->prompt);
	} else if (run(app, line, &wrong)) {
		set_line(app, line);
		app->wrong = wrong;
	} else {
		remember(app, line);
	}
}

void colon_cancelled(struct app *app)
{
	app->wrong = (struct query_fault){0};
	prompt_close(&app->prompt);
}
