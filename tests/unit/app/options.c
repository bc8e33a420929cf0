#include "unit/check.h"

#include "app/options-table.h"
#include "app/options.h"
#include "text/calendar.h"

#include <string.h>

#define WORDS_MOST 8

struct case_of_parse {
	const char *label;
	const char *words[WORDS_MOST]; /* after the program's name */
	enum err err;
	const char *says; /* that the fault's words hold */
};

static enum err parse(
	const char *const *words, struct options *options, struct arena *arena, struct fault *why)
{
	char *argv[WORDS_MOST + 2] = {arena_string(arena, SPAN("depeche"))};
	int argc = 1;

	for (int i = 0; i < WORDS_MOST && words[i]; i++)
		argv[argc++] = arena_string(arena, span_of(words[i]));
	return options_parse(argc, argv, options, arena, why);
}

/* clang-format off */
static const struct case_of_parse refused[] = {
	{"letters swapped at the end", {"list", "--jsno"}, ERR_USAGE, "unknown option --jsno; did you mean --json?"},
	{"an option cut short", {"list", "--filt=x"}, ERR_USAGE, "did you mean --filter?"},
	{"a setting is told as one", {"--theme=dark"}, ERR_USAGE, "--theme is no option but a setting"},
	{"nothing is near", {"--frobnicate"}, ERR_USAGE, "unknown option --frobnicate; depeche --help lists them"},
	{"a letter that is none", {"list", "-z"}, ERR_USAGE, "unknown option -z"},
	{"a very long option is told in short", {"--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}, ERR_USAGE, "unknown option --aaa"},
	{"the screen takes no filter", {"--filter=x"}, ERR_USAGE, "--filter needs a command before it"},
	{"show has no limit", {"show", "--limit=3", "1"}, ERR_USAGE, "--limit is no option of depeche show"},
	{"a value is missing", {"list", "--filter"}, ERR_USAGE, "--filter wants a value"},
	{"a value too much", {"list", "--json=yes"}, ERR_USAGE, "--json takes no value"},
	{"show wants an article", {"show"}, ERR_USAGE, "depeche show wants an article"},
	{"so does related", {"related", "--json"}, ERR_USAGE, "depeche related wants an article"},
	{"compare wants two", {"compare", "3"}, ERR_USAGE, "depeche compare wants two articles"},
	{"stories has no order", {"stories", "--sort=date"}, ERR_USAGE, "--sort is no option of depeche stories"},
	{"no such format", {"export", "--format=xml"}, ERR_USAGE, "--format=xml: md, csv, json, jsonl, bib or sqlite is wanted"},
	{"export without a format", {"export", "seeds"}, ERR_USAGE, "wants a format"},
	{"a speaker without a name", {"quotes", "--says="}, ERR_USAGE, "--says wants a name"},
	{"no such day", {"list", "--since=2021-02-30"}, ERR_USAGE, "--since=2021-02-30"},
	{"no day at all", {"list", "--until=soon"}, ERR_USAGE, "--until=soon"},
	{"a span that ends before it begins", {"list", "--since=2022", "--until=2021"}, ERR_USAGE, "--since=2022 is after --until=2021"},
	{"today is a day, not a month", {"--today=2021-01"}, ERR_USAGE, "--today=2021-01"},
	{"no such language", {"list", "--lang=xx"}, ERR_USAGE, "--lang=xx"},
	{"no such order", {"list", "--sort=size"}, ERR_USAGE, "--sort=size"},
	{"relevance of what?", {"list", "--sort=relevance"}, ERR_USAGE, "--filter=WORDS"},
	{"a limit of nothing", {"list", "--limit=0"}, ERR_USAGE, "--limit=0"},
	{"a limit below nothing", {"list", "--limit=-1"}, ERR_USAGE, "--limit=-1"},
	{"a limit over all numbers", {"list", "--limit=99999999999999999999999"}, ERR_USAGE, "--limit=999"},
	{"a size of nothing", {"--max-size=0"}, ERR_USAGE, "--max-size=0"},
	{"a size without digits", {"--max-size=M"}, ERR_USAGE, "--max-size=M"},
	{"a size over the limit", {"--max-size=4G"}, ERR_USAGE, "at most 4294967295"},
	{"a size with too many digits", {"--max-size=000000000000000000000000000001"}, ERR_USAGE, "--max-size"},
	{"no such colour", {"--color=blue"}, ERR_USAGE, "--color=blue"},
	{"an empty name", {"list", "--person="}, ERR_USAGE, "--person wants a name"},
	{"an empty path", {"list", ""}, ERR_USAGE, "a path is empty"},
};
/* clang-format on */

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		const struct case_of_parse *c = &refused[i];
		struct options options = {.limit = 77};
		struct fault why = {0};
		struct arena arena;

		arena_init(&arena);
		CHECK_CASE(c->label, parse(c->words, &options, &arena, &why) == c->err);
		if (!strstr(why.words, c->says))
			CHECK_FAILED("%s: said \"%s\"", c->label, why.words);
		CHECK_CASE(c->label, !strchr(why.words, '\n'));
		CHECK_CASE("what failed touches nothing", options.limit == 77);
		arena_clear(&arena);
	}
}

static struct options parsed(const char *label, const char *const *words, struct arena *arena)
{
	struct options options = {0};
	struct fault why = {0};

	if (parse(words, &options, arena, &why))
		CHECK_FAILED("%s: %s", label, why.words);
	return options;
}

static void test_commands(void **state)
{
	struct arena arena;
	struct options o;

	(void)state;
	arena_init(&arena);
	o = parsed("nothing", (const char *const[WORDS_MOST]){NULL}, &arena);
	CHECK_CASE("nothing is the screen, of the archive read last",
		o.command == COMMAND_READ && o.path_count == 0 && !o.paths_from_stdin);
	CHECK_CASE("what is not given", o.limit == -1 && o.today == DAY_NONE &&
						o.since_day == DAY_NONE &&
						o.max_size == LOAD_MAX_SIZE_DEFAULT);
	o = parsed("paths", (const char *const[WORDS_MOST]){"a", "-", "b"}, &arena);
	CHECK_CASE("paths, here and on standard input",
		o.command == COMMAND_READ && o.path_count == 2 && o.paths_from_stdin);
	o = parsed("list", (const char *const[WORDS_MOST]){"--json", "list", "a", "--limit", "3"},
		&arena);
	CHECK_CASE("options stand anywhere",
		o.command == COMMAND_LIST && o.json && o.limit == 3 && o.path_count == 1);
	o = parsed("show", (const char *const[WORDS_MOST]){"show", "3", "seeds"}, &arena);
	CHECK_CASE("the article, then paths",
		o.command == COMMAND_SHOW && strcmp(o.article, "3") == 0 && o.path_count == 1);
	o = parsed("--", (const char *const[WORDS_MOST]){"--", "list", "--json"}, &arena);
	CHECK_CASE("after -- all is paths", o.command == COMMAND_READ && o.path_count == 2);
	o = parsed("list twice", (const char *const[WORDS_MOST]){"list", "list"}, &arena);
	CHECK_CASE("a command is only the first word",
		o.command == COMMAND_LIST && strcmp(o.paths[0], "list") == 0);
	arena_clear(&arena);
}

/* What completion offers is what is taken. */
static void test_words(void **state)
{
	(void)state;
	for (int i = 0; i < OPTION_COUNT; i++) {
		struct span rest = span_of(options_table[i].words);
		while (rest.len) {
			size_t end = span_find(rest, SPAN(" "), 0);
			struct options options = {0};
			struct arena arena;
			arena_init(&arena);
			CHECK_CASE(options_table[i].name,
				option_set(&options, (enum option)i,
					arena_string(&arena, span_cut(rest, 0, end)), NULL) == OK);
			arena_clear(&arena);
			rest = span_cut(rest, end + 1, rest.len);
		}
	}
}

static void test_values(void **state)
{
	struct arena arena;
	struct options o;

	(void)state;
	arena_init(&arena);
	o = parsed("days",
		(const char *const[WORDS_MOST]){
			"people", "--since=2021-02", "--until=2021-02", "--today=2024-02-29"},
		&arena);
	CHECK_CASE("since a month is from its first day", o.since_day == day_of(2021, 2, 1));
	CHECK_CASE("until a month is to its last day", o.until_day == day_of(2021, 2, 28));
	CHECK_CASE("today", o.today == day_of(2024, 2, 29));
	o = parsed("sizes", (const char *const[WORDS_MOST]){"--max-size=3K"}, &arena);
	CHECK_CASE("K is 1024", o.max_size == 3072);
	o = parsed("largest", (const char *const[WORDS_MOST]){"--max-size=4294967295"}, &arena);
	CHECK_CASE("the largest size", o.max_size == UINT32_MAX);
	o = parsed("-oFILE",
		(const char *const[WORDS_MOST]){"export", "--format", "jsonl", "-ofile"}, &arena);
	CHECK_CASE("a short option with its value", strcmp(o.output, "file") == 0);
	o = parsed("-o FILE",
		(const char *const[WORDS_MOST]){"export", "-o", "file", "--format=jsonl"}, &arena);
	CHECK_CASE("and apart from it", strcmp(o.output, "file") == 0);
	o = parsed("-h", (const char *const[WORDS_MOST]){"show", "-h"}, &arena);
	CHECK_CASE("help needs nothing else", o.help && o.command == COMMAND_SHOW);
	o = parsed(
		"twice", (const char *const[WORDS_MOST]){"list", "--limit=2", "--limit=5"}, &arena);
	CHECK_CASE("the last one holds", o.limit == 5);
	o = parsed("colour", (const char *const[WORDS_MOST]){"--color=never"}, &arena);
	CHECK_CASE("colour", o.colour == COLOUR_NEVER);
	arena_clear(&arena);
}

/* Every option that a command takes stands in its help, and none besides. */
static void test_help(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int c = 0; c < COMMAND_COUNT; c++) {
		const char *help = options_help((enum command)c, &arena);

		for (int i = 0; i < OPTION_COUNT; i++) {
			bool taken =
				options_table[i].everywhere || (commands_table[c].options >> i & 1);
			bool told = strstr(help, options_table[i].name) != NULL;

			if (taken != told)
				CHECK_FAILED("depeche %s --help: %s", commands_table[c].name,
					options_table[i].name);
		}
	}
	for (int c = COMMAND_READ + 1; c < COMMAND_COUNT; c++)
		CHECK_CASE("every command is in the help",
			strstr(options_help(COMMAND_READ, &arena), commands_table[c].name));
	arena_clear(&arena);
}

static void test_meant(void **state)
{
	(void)state;
	assert_string_equal(options_meant("lst"), "list");
	assert_string_equal(options_meant("poeple"), "people");
	assert_string_equal(options_meant("problem"), "problems");
	assert_null(options_meant("seeds"));
	assert_null(options_meant(""));
	assert_null(options_meant("a-word-that-is-longer-than-any-command-and-then-some"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_meant),
	};

	return cmocka_run_group_tests_name("app/options", tests, NULL, NULL);
}
