#include "app/options.h"

#include "app/jail.h"
#include "app/journal.h"
#include "base/buf.h"
#include "base/message.h"

#ifndef DEPECHE_VERSION
#define DEPECHE_VERSION "unknown"
#endif

static const char everywhere[] =
	N_("\n"
	   "Everywhere:\n"
	   "  --color=WHEN          auto, always or never\n"
	   "  --max-size=BYTES      largest article to read (64M)\n"
	   "  --no-cache            neither use nor write a cache\n"
	   "  --today=YYYY-MM-DD    take this day for today\n"
	   "  --version, --help     tell the version, or this\n"
	   "\n"
	   "PATH is a file or a folder, - a list of paths on standard input; none is the\n"
	   "archive read last, else the bundled one.\n");

static const char filter[] =
	N_("\n"
	   "FILTER, any of:\n"
	   "  --filter=WORDS        articles that hold all of these words, in any form\n"
	   "  --person=NAME         that name this person, under any spelling\n"
	   "  --says=NAME           that quote this person, or this organisation\n"
	   "  --since=DATE          published that day, month or year, or later\n"
	   "  --until=DATE          or earlier\n"
	   "  --source=NAME         from this source\n"
	   "  --lang=CODE           in this language, as in fr\n");

static const char json[] = N_("  --json                a JSON object a line\n");
static const char limit[] = N_("  --limit=N             only the first N\n");

static const char article[] =
	N_("ARTICLE is its number in depeche list, its path, or a part that only one path has.\n");

/* The parts of what --help tells, each translated by itself. */
#define PARTS 7

static const char *const texts[COMMAND_COUNT][PARTS] = {
	[COMMAND_READ] =
		{N_("Usage: depeche [OPTION...] [PATH...]\n"
		    "       depeche COMMAND [OPTION...] [PATH...]\n"
		    "\n"
		    "Reads archives of saved news articles: who is named, when, what is related.\n"
		    "\n"
		    "  --fresh               do not go back to where the archive was left\n"
		    "\n"
		    "Commands that print and end:\n"
		    "  list                  one article a line\n"
		    "  show ARTICLE          one article as text\n"
		    "  people                people with counts and forms of their names\n"
		    "  quotes                quotations with who said them\n"
		    "  timeline              articles per year, month or day\n"
		    "  person NAME           all that is told of a person\n"
		    "  related ARTICLE       related articles with reasons\n"
		    "  stories               groups of articles on one event\n"
		    "  compare ARTICLE ARTICLE  what each of two versions has\n"
		    "  export                articles as Markdown, CSV, JSON or BibTeX\n"
		    "  problems              what could not be read, and why\n"
		    "depeche COMMAND --help tells more.\n"),
			everywhere},
	[COMMAND_LIST] = {N_("Usage: depeche list [FILTER...] [PATH...]\n"
			     "\n"
			     "One article a line: number, day, source, title. What was worked out "
			     "and is\n"
			     "not stated has ≈ beside it.\n"
			     "\n"),
		json,
		N_("  --sort=ORDER          date (the latest first), title, source, relevance\n"),
		limit, filter, everywhere},
	[COMMAND_SHOW] = {N_("Usage: depeche show ARTICLE [PATH...]\n"
			     "\n"
			     "One article as text, without the furniture of its page.\n"),
		article, "\n", json, everywhere},
	[COMMAND_PEOPLE] =
		{N_("Usage: depeche people [FILTER...] [PATH...]\n"
		    "\n"
		    "People by the number of articles that name them, with the forms of their\n"
		    "names.\n"
		    "\n"),
			json, limit, filter, everywhere},
	[COMMAND_PERSON] = {N_("Usage: depeche person NAME [PATH...]\n"
			       "\n"
			       "All that is told of a person: functions, when and with whom, the "
			       "forms of the\n"
			       "name, every quotation.\n"),
		"\n", json, everywhere},
	[COMMAND_RELATED] = {N_("Usage: depeche related ARTICLE [PATH...]\n"
				"\n"
				"Related articles, the nearest first, and why.\n"),
		article, "\n", json, limit, everywhere},
	[COMMAND_STORIES] =
		{N_("Usage: depeche stories [FILTER...] [PATH...]\n"
		    "\n"
		    "Groups of articles on one event, the latest first: the number of the first\n"
		    "article, days, how many articles (of those that pass the filter), the title "
		    "of\n"
		    "the one that is most like the others; under it who is named in several.\n"
		    "\n"),
			json, limit, filter, everywhere},
	[COMMAND_COMPARE] =
		{N_("Usage: depeche compare ARTICLE ARTICLE [PATH...]\n"
		    "\n"
		    "Two articles paragraph by paragraph: = in both, < only in the first, > only "
		    "in\n"
		    "the second, ~ told otherwise, with the words in brackets that the other has\n"
		    "not. Before them the people and the days that only one of them names.\n"),
			article, "\n", json, everywhere},
	[COMMAND_QUOTES] =
		{N_("Usage: depeche quotes [FILTER...] [PATH...]\n"
		    "\n"
		    "Quotations of the articles, the latest first: number and day of the article,\n"
		    "who speaks where the article tells, and the words. With --says only those of\n"
		    "that speaker.\n"
		    "\n"),
			json, limit, filter, everywhere},
	[COMMAND_TIMELINE] =
		{N_("Usage: depeche timeline [FILTER...] [PATH...]\n"
		    "\n"
		    "Articles per year, month or day: of publication, or with --about those that\n"
		    "are spoken of, each article once in every period.\n"
		    "\n"
		    "  --by=PERIOD           year, month (the default) or day\n"
		    "  --about               by the days spoken of\n"),
			json, limit, filter, everywhere},
	[COMMAND_EXPORT] =
		{N_("Usage: depeche export --format=FORMAT [-o FILE] [FILTER...] [PATH...]\n"
		    "\n"
		    "Articles to be read or worked on elsewhere, in path order.\n"
		    "\n"
		    "  --format=md           the texts, as Markdown\n"
		    "  --format=csv          a table: day, title, source, people ...\n"
		    "  --format=bib          entries for BibTeX\n"
		    "  --format=jsonl        everything that is known, an object a line\n"
		    "  --format=json         the same as one list\n"
		    "  --format=sqlite       the same as a database, with -o FILE\n"
		    "  -o, --output=FILE     write into FILE\n"),
			filter, everywhere},
	[COMMAND_PROBLEMS] = {N_("Usage: depeche problems [PATH...]\n"
				 "\n"
				 "Files that could not be read, and why.\n"
				 "\n"),
		json, everywhere},
};

const char *options_help(enum command command, struct arena *arena)
{
	struct buf words;

	buf_init(&words, arena);
	for (int i = 0; i < PARTS && texts[command][i]; i++)
		buf_text(&words, _(texts[command][i]));
	return arena_string(arena, buf_span(&words));
}

const char *options_version(struct arena *arena)
{
	return arena_format(arena,
		"depeche " DEPECHE_VERSION "\n"
		"ncursesw, libunistring, uchardet, libstemmer, libxml2, jansson, cmark, zlib,\n"
		"zstd, SQLite %s\n"
		"kept in by: %s\n",
		journal_library(), jail_words(arena));
}

const char *options_answer(const struct options *options, struct arena *arena)
{
	if (options->help)
		return options_help(options->command, arena);
	return options->version ? options_version(arena) : NULL;
}
