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
	struct colon *colon = &app->colon;
	struct query_fault wrong;
	struct colon_meaning meaning;

	colon->usage = colon->help = NULL;
	if (colon_read(line_of(app), &meaning, &wrong))
		return;
	if (meaning.command) {
		colon->usage = arena_format(
			&colon->arena, "%s %s", meaning.command->name, meaning.command->argument);
		colon->help = meaning.command->help;
	} else {
		colon->usage = action_info(meaning.action)->name;
		colon->help = action_info(meaning.action)->help;
	}
}

static void set_line(struct app *app, struct span text)
{
	prompt_open(&app->prompt, PROMPT_COLON, text);
	app->wrong = (struct query_fault){0};
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
	set_line(app, span_of(text));
}

void colon_open(struct app *app)
{
	colon_open_with(app, "");
}

void colon_edited(struct app *app)
{
	app->colon.words.words.count = 0;
	app->colon.line = app->colon.lines.count;
	app->wrong = (struct query_fault){0};
	describe(app);
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

void colon_offer(struct colon_words *words, struct span typed, const char *word)
{
	if (span_starts(span_of(word), typed))
		*vec_push(words->arena, &words->words) = word;
}

static void offer_names(struct app *app, struct span typed)
{
	struct colon_words *words = &app->colon.words;

	for (uint32_t i = 0; i < colon_table_count; i++)
		colon_offer(words, typed, colon_table[i].name);
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_info((enum action)i)->name;
		bool again = false;
		for (uint32_t k = 0; k < words->words.count; k++)
			again = again || strcmp(words->words.at[k], name) == 0;
		if (!again)
			colon_offer(words, typed, name);
	}
}

static void gather(struct app *app)
{
	struct colon *colon = &app->colon;
	struct span line = span_cut(line_of(app), 0, app->prompt.cursor);
	struct colon_meaning meaning;
	struct query_fault wrong;
	size_t name = 0;

	colon->words = (struct colon_words){.arena = &colon->arena};
	while (name < line.len && line.at[name] == ' ')
		name++;
	if (!memchr(line.at + name, ' ', line.len - name)) {
		colon->words.start = (uint32_t)name;
		offer_names(app, span_cut(line, name, line.len));
	} else if (!colon_read(line, &meaning, &wrong) && meaning.command &&
		   meaning.command->complete) {
		colon->words.start = meaning.argument;
		meaning.command->complete(app,
			arena_span(&colon->arena, span_cut(line, meaning.argument, line.len)),
			&colon->words);
	}
	colon->word = colon->words.words.count;
}

/* What all that can stand there begins with. */
static struct span common(const struct colon_words *words)
{
	struct span prefix = span_of(words->words.at[0]);

	for (uint32_t i = 1; i < words->words.count; i++)
		while (!span_starts(span_of(words->words.at[i]), prefix))
			prefix.len--;
	while (prefix.len && ((unsigned char)prefix.at[prefix.len] & 0xc0) == 0x80)
		prefix.len--;
	return prefix;
}

/* Puts a word in the place of what was typed, or of the word that was put there before. */
static void put(struct app *app, struct span word, bool whole)
{
	struct arena *arena = &app->colon.arena;
	struct span line = line_of(app), kept = span_cut(line, 0, app->colon.words.start);
	struct span after = span_cut(line, app->prompt.cursor, line.len);
	bool open = whole && !after.len && word.len && !memchr("/=:", word.at[word.len - 1], 3);
	const char *made = arena_format(arena, "%.*s%.*s%s", (int)kept.len, kept.at, (int)word.len,
		word.at, open ? " " : "");

	prompt_open(&app->prompt, PROMPT_COLON,
		span_of(arena_format(arena, "%s%.*s", made, (int)after.len, after.at)));
	if (strlen(made) <= app->prompt.len)
		app->prompt.cursor = (uint32_t)strlen(made);
	describe(app);
}

static void complete(struct app *app, int step)
{
	struct colon *colon = &app->colon;
	uint32_t count = colon->words.words.count;

	app->wrong = (struct query_fault){0};
	if (count) { /* Tab again: the next one */
		uint32_t from = colon->word == count ? (step > 0 ? count - 1 : 0) : colon->word;
		colon->word = (from + (step > 0 ? 1 : count - 1)) % count;
		put(app, span_of(colon->words.words.at[colon->word]), false);
		return;
	}
	gather(app);
	count = colon->words.words.count;
	if (count == 0) {
		say(app, "nothing can be completed here");
	} else if (count == 1) {
		put(app, span_of(colon->words.words.at[0]), true);
		colon->words.words.count = 0;
	} else {
		put(app, common(&colon->words), false);
	}
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
