/* Options, open, run, close, exit code. */

#include "app/batch.h"
#include "app/config.h"
#include "app/locale.h"
#include "app/opening.h"
#include "base/heap.h"
#include "text/calendar.h"
#include "text/width.h"
#include "ui/loop.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

static int32_t clock_day(void)
{
	time_t now = time(NULL);
	const struct tm *tm = localtime(&now);

	return tm ? day_of(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday) : DAY_NONE;
}

static int64_t clock_ns(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_REALTIME, &now) != 0)
		return 0;
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* The exit code; what why says is told by main. */
static int run(const struct opening_wish *wish, struct arena *arena, struct fault *why)
{
	struct opening open;
	int code = 2;

	if (!opening_open(&open, wish, arena, why) && !opening_confine(&open, wish, arena, why)) {
		struct loop_options loop = {.load = open.load,
			.journal = open.journal,
			.helper = &open.helper,
			.archive_name = open.name,
			.commands = open.commands,
			.config = wish->options->config,
			.first_run = open.noted && !open.noted_before_count};

		loop.session = open.session;
		loop.fresh = wish->options->fresh;
		loop.keys_from_tty = wish->options->paths_from_stdin;
		loop.no_colour = wish->options->colour == COLOUR_NEVER;
		if (!open.screen)
			code = batch_open(
				wish->options, &open.load, &open.helper, stdout, stderr, why);
		else if (!locale_set(why) && !loop_run(&loop, why))
			code = 0;
	}
	opening_close(&open, code == 0, why);
	return code;
}

int main(int argc, char **argv)
{
	struct options options;
	struct config config;
	struct opening_wish wish = {
		&options, isatty(STDOUT_FILENO), stdin, argv[0], clock_day(), clock_ns()};
	struct arena arena;
	struct fault why = {0};
	int code = 2;

	heap_settle();
	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	arena_init(&arena);
	config_open(&config, &arena);
	if (!options_parse_with(&config, argc, argv, &options, &arena, &why)) {
		const char *answer = options_answer(&options, &arena);
		code = answer ? 2 * (fputs(answer, stdout) < 0) : run(&wish, &arena, &why);
	}
	struct span words = harmless(span_of(why.words), &arena);
	if (why.err)
		fprintf(stderr, "depeche: %.*s\n", (int)words.len, words.at);
	arena_clear(&arena);
	return code;
}
