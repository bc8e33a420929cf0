#include "unit/check.h"

#include "unit/app/archive.h"

#include "app/batch.h"

/* The commands, as they are typed, on the archive of archive.h; what they print and return. */

#define WORDS_MOST 8

static struct archive_of_test archive;

struct printed {
	int code;
	char *out, *errors;
};

static int begin(void **state)
{
	(void)state;
	archive_begin(&archive, dam_samples, COUNT(dam_samples));
	return 0;
}

static int end(void **state)
{
	(void)state;
	archive_end(&archive);
	return 0;
}

static struct printed run(const char *const *words)
{
	char *argv[WORDS_MOST + 2] = {NULL};
	int argc = 1;
	struct printed printed = {0};
	struct options options;
	struct helper helper;
	struct fault why = {0};
	struct arena arena;
	size_t out_len, errors_len;
	FILE *out = open_memstream(&printed.out, &out_len);
	FILE *errors = open_memstream(&printed.errors, &errors_len);

	arena_init(&arena);
	argv[0] = arena_string(&arena, SPAN("depeche"));
	for (int i = 0; i < WORDS_MOST && words[i]; i++)
		argv[argc++] = arena_string(&arena, span_of(words[i]));
	if (options_parse(argc, argv, &options, &arena, &why))
		CHECK_FAILED("options: %s", why.words);
	assert_int_equal(helper_open(&helper, &(struct helper_rights){0}, &why), OK);
	printed.code = batch_run(&options, archive.epoch, &helper, out, errors);
	helper_close(&helper);
	fclose(out);
	fclose(errors);
	arena_clear(&arena);
	return printed;
}

static void forget(struct printed *printed)
{
	free(printed->out);
	free(printed->errors);
}

struct case_of_command {
	const char *label;
	const char *words[WORDS_MOST];
	int code;
	int lines;          /* of what is printed; -1: any number */
	const char *out;    /* that it holds; null: whatever */
	const char *errors; /* the same of the messages; null: there are none */
};

/* clang-format off */
static const struct case_of_command cases[] = {
	{"the latest first", {"list"}, 0, 4, "1  2022-03-16", NULL},
	{"and the undated last", {"list"}, 0, 4, "\n2  undated     ≈Les pêcheurs", NULL},
	{"by title", {"list", "--sort=title"}, 0, 4, "0  2022-03-14  Le barrage de Vernay", NULL},
	{"only so many", {"list", "--limit=2"}, 0, 2, NULL, NULL},
	{"by a person", {"list", "--person=Castagne"}, 0, 2, NULL, NULL},
	{"by a word in any form", {"list", "--filter=vanne"}, 0, 2, NULL, NULL},
	{"articles by months", {"timeline"}, 0, 2, "2022-03  2  ", NULL},
	{"and by days", {"timeline", "--by=day", "--json"}, 0, 3,
		"{\"from\":\"2022-03-14\",\"to\":\"2022-03-14\",\"articles\":1}", NULL},
	{"by the days spoken of", {"timeline", "--by=day", "--about", "--since=2022"}, 0, -1, "2022-03-14  1", NULL},
	{"by relevance", {"list", "--filter=faune", "--sort=relevance"}, 0, 2, NULL, NULL},
	{"by days", {"list", "--since=2022-03-15", "--until=2022"}, 0, 1, "1  2022-03-16", NULL},
	{"undated ones have no day to be after", {"list", "--since=1990"}, 0, 3, NULL, NULL},
	{"by language", {"list", "--lang=EN"}, 0, 1, "River levels", NULL},
	{"in the filter language", {"list", "--filter=vanne OR faune"}, 0, 3, NULL, NULL},
	{"a mistake in a filter: where it is", {"list", "--filter=é persn:x"}, 2, 0, NULL, "character 3"},
	{"nothing fits", {"list", "--filter=zeppelin"}, 1, 0, NULL, NULL},
	{"nobody is called so", {"list", "--person=Zaphod"}, 1, 0, NULL, "Zaphod"},
	{"no article is from there", {"list", "--source=Nowhere"}, 1, 0, NULL, "--source=Nowhere"},
	{"as JSON", {"list", "--json", "--limit=1"}, 0, 1, "\"language\":\"fr\",\"people\":[\"", NULL},
	{"an article by its number", {"show", "1"}, 0, -1, "Vannes du barrage : une expertise est commandée\n16 March 2022", NULL},
	{"by a part of its path", {"show", "d-eng"}, 0, -1, "River levels return", NULL},
	{"its lead is not told twice", {"show", "2"}, 0, -1, "undated · 1 min\n\nLes pêcheurs", NULL},
	/* More digits than the random part of the folder's name has signs. */
	{"one that is not there", {"show", "9999999"}, 1, 0, NULL, "9999999: no such article"},
	{"a part of several paths", {"show", "2022"}, 2, 0, NULL, "several articles"},
	{"as JSON, what export gives", {"show", "--json", "1"}, 0, 1, "\"quotes\":[]", NULL},
	{"people by articles", {"people"}, 0, -1, "2 articles", NULL},
	{"with the functions they held", {"people"}, 0, -1, "maire de Vernay · Castagne", NULL},
	{"only those of the filter", {"people", "--filter=truites"}, 1, 0, NULL, NULL},
	{"people as JSON", {"people", "--json"}, 0, -1, "\"kind\":\"person\",\"articles\":2,\"mentions\":", NULL},
	{"first and last day", {"people", "--json"}, 0, -1, "\"first\":\"2022-03-14\",\"last\":\"2022-03-16\"", NULL},
	{"related, the nearest first", {"related", "0"}, 0, -1, "1  2022-03-16  Vannes", NULL},
	{"with reasons", {"related", "0"}, 0, -1, "2 days later", NULL},
	{"related as JSON", {"related", "--json", "--limit=1", "0"}, 0, 1, "\"why\":[\"", NULL},
	{"everything", {"export", "--format=jsonl"}, 0, 4, "{\"v\":1,\"id\":0,", NULL},
	{"in path order, filtered", {"export", "--format=jsonl", "--lang=en"}, 0, 1, "{\"v\":1,\"id\":3,", NULL},
	{"no problems", {"problems"}, 0, 0, NULL, NULL},
	{"no terminal: what list prints", {NULL}, 0, 4, "1  2022-03-16", NULL},
	{"colour where it is asked for", {"list", "--color=always", "--limit=1"}, 0, 1, "\033[2m", NULL},
};
/* clang-format on */

static int count_lines(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

static void test_commands(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct case_of_command *c = &cases[i];
		struct printed got = run(c->words);

		if (got.code != c->code)
			CHECK_FAILED("%s: exit code %d: %s", c->label, got.code, got.errors);
		if (c->lines >= 0 && count_lines(got.out) != c->lines)
			CHECK_FAILED("%s: printed\n%s", c->label, got.out);
		if (c->out && !strstr(got.out, c->out))
			CHECK_FAILED("%s: \"%s\" is not in\n%s", c->label, c->out, got.out);
		if (c->errors ? !strstr(got.errors, c->errors) : *got.errors != 0)
			CHECK_FAILED("%s: said %s", c->label, got.errors);
		CHECK_CASE("a message is one line", count_lines(got.errors) <= 1);
		forget(&got);
	}
}

/* With -o the file is there whole, and what it replaces is not an article. */
static void test_output(void **state)
{
	char *file = arena_format(&archive.arena, "%s.out", archive.folder);
	struct printed got, plain;
	struct stat before, after;

	(void)state;
	plain = run((const char *const[WORDS_MOST]){"export", "--format=jsonl"});
	got = run((const char *const[WORDS_MOST]){"export", "--format=jsonl", "-o", file});
	CHECK_CASE("nothing is printed", got.code == 0 && !*got.out && !*got.errors);
	CHECK_CASE("all of it is in the file",
		!stat(file, &after) && (size_t)after.st_size == strlen(plain.out));
	forget(&got);
	got = run((const char *const[WORDS_MOST]){
		"export", "--format=jsonl", "--filter=zeppelin", "-o", file});
	CHECK_CASE("nothing matched: the file stays",
		got.code == 1 && !stat(file, &after) && after.st_size > 0);
	forget(&got);
	unlink(file);
	file = arena_format(&archive.arena, "%s/a-2022.txt", archive.folder);
	stat(file, &before);
	got = run((const char *const[WORDS_MOST]){"export", "--format=jsonl", "-o", file});
	CHECK_CASE("an article is not written over",
		got.code == 2 && strstr(got.errors, "an article of the archive"));
	CHECK_CASE("it is as it was", !stat(file, &after) && after.st_size == before.st_size);
	forget(&got);
	got = run((const char *const[WORDS_MOST]){
		"export", "--format=jsonl", "-o", "/no-such-folder/x"});
	CHECK_CASE("no such folder", got.code == 2 && strstr(got.errors, "/no-such-folder/x"));
	forget(&got);
	got = run((const char *const[WORDS_MOST]){"export", "--format=jsonl", "-o", "/dev/full"});
	CHECK_CASE("a full device is told", got.code == 2 && strstr(got.errors, "/dev/full"));
	forget(&got);
	forget(&plain);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_output),
	};

	return cmocka_run_group_tests_name("app/batch", tests, begin, end);
}
