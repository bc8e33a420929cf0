#include "app/batch.h"

#include "app/batch-run.h"
#include "app/config.h"
#include "app/export.h"
#include "app/folders.h"
#include "app/marks.h"
#include "app/periods.h"
#include "store/epoch-walk.h"
#include "text/width.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

int batch_complain(struct batch *batch, const struct fault *why)
{
	struct span words = harmless(span_of(why->words), &batch->arena);

	fprintf(batch->errors, "depeche: %.*s\n", (int)words.len, words.at);
	return why->err == ERR_ABSENT ? EXIT_NOTHING : EXIT_USAGE;
}

struct buf batch_row(struct batch *batch)
{
	struct buf buf;

	arena_clear(&batch->row);
	buf_init(&buf, &batch->row);
	return buf;
}

void batch_print(struct batch *batch, const struct buf *buf)
{
	if (!batch->write_error && fwrite(buf->at, 1, buf->len, batch->out) != buf->len)
		batch->write_error = errno;
}

static int complain_of_writing(struct batch *batch, const char *name)
{
	struct fault why = {0};

	fail(&why, ERR_IO, "%.300s: %s", name, strerror(batch->write_error));
	batch->write_error = 0; /* it is told */
	return batch_complain(batch, &why);
}

uint32_t batch_limited(const struct batch *batch, uint32_t count)
{
	return batch->options->limit >= 0 && batch->options->limit < count
		       ? (uint32_t)batch->options->limit
		       : count;
}

/* --- the terminal, where there is one --------------------------------------------------- */

static int terminal_width(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)))
		return 0;
	return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

static bool wants_colour(const struct options *options, FILE *out)
{
	const char *term = getenv("TERM"), *no_colour = getenv("NO_COLOR");

	if (options->colour != COLOUR_AUTO)
		return options->colour == COLOUR_ALWAYS;
	return isatty(fileno(out)) && !(no_colour && *no_colour) && term &&
	       strcmp(term, "dumb") != 0;
}

/* --- commands --------------------------------------------------------------------------- */

int batch_select(struct batch *batch, struct result *result, const struct query **query)
{
	struct fault why = {0};

	if (selection_query(batch->options, batch->epoch, query, &batch->arena, &why))
		return batch_complain(batch, &why);
	*result = query_run(batch->epoch, *query, &batch->arena);
	return result->count ? EXIT_OK : EXIT_NOTHING;
}

static int run_list(struct batch *batch)
{
	const struct query *query = NULL;
	struct result result = {0};
	int code = batch_select(batch, &result, &query);
	uint32_t count = batch_limited(batch, result.count);
	const article_id *ids;

	if (code)
		return code;
	ids = selection_sort(batch->options, batch->epoch, query, &result, &batch->arena);
	listing_articles(&batch->listing, ids, count);
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		listing_article(&batch->listing, ids[i], &buf);
		batch_print(batch, &buf);
	}
	return EXIT_OK;
}

int batch_find(struct batch *batch, const char *spec, article_id *id)
{
	struct fault why = {0};
	uint32_t count = epoch_article_find(batch->epoch, span_of(spec), id);

	if (count == 1)
		return EXIT_OK;
	if (count)
		fail(&why, ERR_USAGE,
			"%.200s: several articles have that in their path, such as %.200s; numbers "
			"run from 0 to %u",
			spec, epoch_path(batch->epoch, *id), epoch_count(batch->epoch) - 1);
	else
		fail(&why, ERR_ABSENT, "%.200s: no such article (depeche list has their numbers)",
			spec);
	return batch_complain(batch, &why);
}

static int run_show(struct batch *batch)
{
	article_id id = ARTICLE_NONE;
	int code = batch_find(batch, batch->options->article, &id);
	struct buf buf;

	if (code)
		return code;
	buf = batch_row(batch);
	listing_text(&batch->listing, id, &buf);
	batch_print(batch, &buf);
	return EXIT_OK;
}

static int run_related(struct batch *batch)
{
	article_id id = ARTICLE_NONE, *ids;
	struct related_article *related = NULL;
	int code = batch_find(batch, batch->options->article, &id);
	uint32_t count;

	if (code)
		return code;
	count = epoch_related(batch->epoch, id, batch_limited(batch, EXPORT_RELATED_LIMIT),
		&related, &batch->arena);
	ids = ARENA_ARRAY(&batch->arena, article_id, count);
	for (uint32_t i = 0; i < count; i++)
		ids[i] = related[i].id;
	listing_articles(&batch->listing, ids, count);
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		listing_related(&batch->listing, id, &related[i], &buf);
		batch_print(batch, &buf);
	}
	return count ? EXIT_OK : EXIT_NOTHING;
}

static int run_people(struct batch *batch)
{
	const struct query *query = NULL;
	struct result result = {0};
	struct selection_person *people = NULL;
	int code = batch_select(batch, &result, &query);
	uint32_t count;

	if (code)
		return code;
	count = batch_limited(batch,
		selection_people(batch->epoch, result.ids, result.count, &people, &batch->arena));
	listing_people(&batch->listing, people, count);
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		listing_person(&batch->listing, &people[i], &buf);
		batch_print(batch, &buf);
	}
	return count ? EXIT_OK : EXIT_NOTHING;
}

static int run_quotes(struct batch *batch)
{
	const struct query *query = NULL;
	struct result result = {0};
	struct selection_quote *quotes = NULL;
	int code = batch_select(batch, &result, &query);
	uint32_t count;

	if (code)
		return code;
	count = batch_limited(
		batch, selection_quotes(batch->epoch, query, &result, &quotes, &batch->arena));
	listing_quotes(&batch->listing, quotes, count);
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		listing_quote(&batch->listing, &quotes[i], &buf);
		batch_print(batch, &buf);
	}
	return count ? EXIT_OK : EXIT_NOTHING;
}

static int run_timeline(struct batch *batch)
{
	const struct options *options = batch->options;
	const struct query *query = NULL;
	struct result result = {0};
	struct period *periods = NULL;
	int code = batch_select(batch, &result, &query);
	uint32_t count, most = 0;

	if (code)
		return code;
	count = batch_limited(batch, periods_make(batch->epoch, &result, options->by,
					     options->about, &periods, &batch->arena));
	for (uint32_t i = 0; i < count; i++)
		most = periods[i].articles > most ? periods[i].articles : most;
	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		periods_row(&batch->listing, &periods[i], options->by, most, &buf);
		batch_print(batch, &buf);
	}
	return count ? EXIT_OK : EXIT_NOTHING;
}

static int run_problems(struct batch *batch)
{
	uint32_t count = 0, passed_over = 0;
	const struct problem *problems = epoch_problems(batch->epoch, &count, &passed_over);

	for (uint32_t i = 0; i < count; i++) {
		struct buf buf = batch_row(batch);

		listing_problem(&batch->listing, &problems[i], &buf);
		batch_print(batch, &buf);
	}
	if (passed_over)
		fprintf(batch->errors, "depeche: %u %s passed over as plainly no text\n",
			passed_over, passed_over == 1 ? "file was" : "files were");
	return EXIT_OK;
}

/* --- all of them ------------------------------------------------------------------------ */

static int (*const commands[])(struct batch *) = {
	[COMMAND_READ] = run_list, /* the screen, where no terminal is there to show it */
	[COMMAND_LIST] = run_list,
	[COMMAND_SHOW] = run_show,
	[COMMAND_PEOPLE] = run_people,
	[COMMAND_PERSON] = batch_person,
	[COMMAND_RELATED] = run_related,
	[COMMAND_EXPORT] = batch_export,
	[COMMAND_PROBLEMS] = run_problems,
	[COMMAND_QUOTES] = run_quotes,
	[COMMAND_TIMELINE] = run_timeline,
	[COMMAND_STORIES] = batch_stories,
	[COMMAND_COMPARE] = batch_compare,
};
static_assert(COUNT(commands) == COMMAND_COUNT, "every command is run");

/* An archive without an article: says what was there instead. */
static int say_empty(struct batch *batch)
{
	uint32_t count = 0, passed_over = 0;
	const char *path = batch->options->path_count ? batch->options->paths[0] : "the archive";
	struct fault why = {0};

	epoch_problems(batch->epoch, &count, &passed_over);
	fail(&why, ERR_USAGE,
		"%.300s: no article to read (files with problems: %u, passed over: %u)", path,
		count, passed_over);
	return batch_complain(batch, &why);
}

/* A line of the reader's own file that cannot be understood is named; there are few. */
static void say_slips(struct batch *batch, const struct problem *problem, uint32_t count)
{
	struct span path = harmless(span_of(problem->path), &batch->arena);
	struct span reason = harmless(span_of(problem->reason), &batch->arena);

	fprintf(batch->errors, "depeche: %.*s: %.*s", (int)path.len, path.at, (int)reason.len,
		reason.at);
	if (count > 1)
		fprintf(batch->errors, " (and %u more; depeche problems lists them)", count - 1);
	fputc('\n', batch->errors);
}

static void say_problems(struct batch *batch)
{
	uint32_t count = 0, passed_over = 0, slips = 0;
	const struct problem *problems = epoch_problems(batch->epoch, &count, &passed_over);

	while (slips < count && problems[slips].of_reader)
		slips++; /* they come first */
	if (slips)
		say_slips(batch, problems, slips);
	count -= slips;
	if (count)
		fprintf(batch->errors,
			"depeche: %u %s could not be read; depeche problems tells why\n", count,
			count == 1 ? "file" : "files");
}

/* Of the config file; what else it holds holds. */
static void say_mistakes(struct batch *batch)
{
	const struct config *config = batch->options->config;

	for (uint32_t i = 0; config && i < config->mistakes.count; i++) {
		struct span words = harmless(span_of(config->mistakes.at[i]), &batch->arena);
		fprintf(batch->errors, "depeche: %.*s\n", (int)words.len, words.at);
	}
}

int batch_run(const struct options *options, const struct epoch *epoch, const struct helper *helper,
	FILE *out, FILE *errors)
{
	struct batch batch = {
		.options = options, .epoch = epoch, .helper = helper, .out = out, .errors = errors};
	int code;

	arena_init(&batch.arena);
	arena_init(&batch.row);
	say_mistakes(&batch);
	batch.listing = (struct listing){.epoch = epoch,
		.json = options->json,
		.colour = wants_colour(options, out),
		.width = terminal_width(out)};
	if (epoch_count(epoch) || options->command == COMMAND_PROBLEMS)
		code = commands[options->command](&batch);
	else
		code = say_empty(&batch);
	if (epoch_count(epoch) && options->command != COMMAND_PROBLEMS)
		say_problems(&batch);
	if (!batch.write_error && fflush(out))
		batch.write_error = errno;
	if (batch.write_error)
		code = complain_of_writing(&batch, "standard output");
	arena_clear(&batch.row);
	arena_clear(&batch.arena);
	return code;
}

/* Marks are asked for by filters alone. */
static void tell_marks(const struct options *options, const struct epoch *epoch, FILE *errors)
{
	struct fault why = {0};
	struct arena arena;

	arena_init(&arena);
	const char *folder = options->filter ? folder_data(&arena) : NULL;
	if (folder && marks_tell_printed(epoch, folder, &why)) {
		struct span words = harmless(span_of(why.words), &arena);
		fprintf(errors, "depeche: marks are not known: %.*s\n", (int)words.len, words.at);
	}
	arena_clear(&arena);
}

int batch_open(const struct options *options, const struct load_options *wish,
	const struct helper *helper, FILE *out, FILE *errors, struct fault *why)
{
	struct options named = *options;
	struct load_options whole = *wish;
	struct load *load = NULL;
	int code;

	whole.whole = true;
	if (load_open(&load, &whole, why))
		return EXIT_USAGE;
	named.paths = wish->paths;
	named.path_count = wish->path_count;
	const struct epoch *epoch = load_wait(load);
	tell_marks(&named, epoch, errors);
	code = batch_run(&named, epoch, helper, out, errors);
	load_close(load);
	return code;
}
