#include "app/programs.h"

#include "app/colon.h"
#include "app/handlers.h"
#include "app/say.h"
#include "base/buf.h"
#include "text/width.h"

#include <stdlib.h>

/* What is taken for a program where the environment names none. */
struct fallback {
	const char *const *variables; /* the first one that is set; ended by null */
	const char *command;
};

static const char *const editor_variables[] = {"VISUAL", "EDITOR", NULL};
static const char *const pager_variables[] = {"PAGER", NULL};
static const char *const browser_variables[] = {"BROWSER", NULL};

static const struct fallback editor = {editor_variables, "vi"};
/* Where less is told to leave at once when all fits, nobody would see it. */
static const struct fallback pager = {pager_variables, "less -+F"};
static const struct fallback browser = {browser_variables, "xdg-open"};

static const char *command_of(const struct fallback *wanted)
{
	for (const char *const *name = wanted->variables; *name; name++) {
		const char *value = getenv(*name);

		if (value && span_trim(span_of(value)).len)
			return value;
	}
	return wanted->command;
}

/* The variables hold a line for the shell, to which the argument is added as it is. */
static void ask(
	struct app *app, const struct fallback *wanted, const char *argument, struct child child)
{
	struct arena *arena = &app->child_arena;
	const char *command = command_of(wanted);
	const char **argv = ARENA_ARRAY(arena, const char *, 6);

	argv[0] = "/bin/sh";
	argv[1] = "-c";
	argv[2] = arena_format(arena, "%s \"$@\"", command);
	argv[3] = command;
	argv[4] = argument ? arena_string(arena, span_of(argument)) : NULL;
	child.argv = argv;
	child.name = command;
	app->child = child;
}

void programs_tell(struct app *app, const struct child_end *end)
{
	struct arena scratch;

	if (end->code == 0)
		return;
	arena_init(&scratch);
	struct span words = harmless(span_of(end->fault.words), &scratch);
	say(app, "%.*s", (int)words.len, words.at);
	arena_clear(&scratch);
}

struct span programs_clean(struct span text, struct arena *arena)
{
	struct span rest = text, line;
	struct buf clean;

	buf_init(&clean, arena);
	while (span_line(&rest, &line)) {
		buf_add(&clean, harmless(line, arena));
		if (rest.len || span_ends(text, SPAN("\n")))
			buf_char(&clean, '\n');
	}
	return buf_span(&clean);
}

void programs_edit(struct app *app, const char *path, programs_ended *ended)
{
	ask(app, &editor, path, (struct child){.ended = ended ? ended : programs_tell});
}

void programs_page(struct app *app, struct span text)
{
	ask(app, &pager, NULL,
		(struct child){.input = programs_clean(text, &app->child_arena),
			.feeds = true,
			.ended = programs_tell});
}

void programs_browse(struct app *app, struct span address)
{
	struct span clean = harmless(address, &app->child_arena);

	if (!span_starts(clean, SPAN("http://")) && !span_starts(clean, SPAN("https://"))) {
		say(app, "this is no address of the web");
		return;
	}
	ask(app, &browser, arena_string(&app->child_arena, clean),
		(struct child){.ended = programs_tell});
}

/* One line is said, more are shown. */
static void show_output(struct app *app, const struct child_end *end)
{
	struct span text = span_trim(end->output), rest = text, line;

	if (end->code) {
		programs_tell(app, end);
		return;
	}
	if (!span_line(&rest, &line)) {
		say(app, "done");
		return;
	}
	if (rest.len) {
		programs_page(app, end->output);
		return;
	}
	line = harmless(line, &app->child_arena);
	say(app, "%.*s", (int)(line.len < sizeof app->message ? line.len : sizeof app->message),
		line.at);
}

void programs_pipe(struct app *app, struct span text, struct span line)
{
	struct arena *arena = &app->child_arena;
	const char *shell = getenv("SHELL");
	const char **argv = ARENA_ARRAY(arena, const char *, 4);

	argv[0] = shell && *shell == '/' ? arena_string(arena, span_of(shell)) : "/bin/sh";
	argv[1] = "-c";
	argv[2] = arena_string(arena, line);
	app->child = (struct child){.argv = argv,
		.name = argv[2],
		.input = programs_clean(text, arena),
		.feeds = true,
		.takes = true,
		.ended = show_output};
}

void programs_open_pipe(struct app *app)
{
	colon_open_with(app, "pipe ");
}
