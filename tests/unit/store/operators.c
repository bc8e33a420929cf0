#include "unit/check.h"

#include "store/query-text.h"
#include "store/search.h"
#include "unit/store/made.h"

static const struct made_article told[] = {
	{.path = "presse/2021/traite.txt",
		.title = "Le traité de désarmement prolongé",
		.body = "Dmitri Peskov et Jake Sullivan ont parlé à Genève du traité.\n"
			"Nikolaï Patrouchev attendait à Moscou."},
	{.path = "presse/2022/Été.txt",
		.title = "Un été à Genève",
		.body = "Dmitri Peskov a parlé des traités devant l'ONU.\n"
			"Jake Sullivan a répondu depuis Genève, et Nikolaï Patrouchev aussi."},
	{.path = "presse/2023/pêche.txt",
		.title = "La pêche au saumon",
		.body = "Les truites de la rivière ne mordent plus, dit la Croix-Rouge."},
};

static const char *ids_of(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	const char *out = "";

	for (uint32_t i = 0; i < epoch_count(epoch); i++)
		if (result.bits[i / 64] >> i % 64 & 1)
			out = arena_format(arena, "%s%s%u", out, *out ? " " : "", i);
	return out;
}

static void test_found(void **state)
{
	static const struct {
		const char *label, *text, *want, *written;
	} cases[] = {
		/* clang-format off */
		{"two in one paragraph", "with:peskov,sullivan", "0", "with:dmitri-peskov,jake-sullivan"},
		{"in another", "with:sullivan,patrouchev", "1", "with:jake-sullivan,nikolai-patrouchev"},
		{"never all three", "with:peskov,sullivan,patrouchev", "",
			"with:dmitri-peskov,jake-sullivan,nikolai-patrouchev"},
		{"names with blanks", "with:\"Jake Sullivan, Dmitri Peskov\"", "0",
			"with:jake-sullivan,dmitri-peskov"},
		{"the same one twice counts once", "with:peskov,sullivan,peskov", "0",
			"with:dmitri-peskov,jake-sullivan"},
		{"not together", "person:peskov -with:peskov,sullivan", "1",
			"person:dmitri-peskov -with:dmitri-peskov,jake-sullivan"},
		{"in the title, in any form", "title:traités", "0", "title:traités"},
		{"in the text alone", "traité -title:traité", "1", "traité -title:traité"},
		{"several words of the title, in any order", "title:\"prolongé traité\"", "0",
			"title:\"prolongé traité\""},
		{"not all in the title", "title:\"traité patrouchev\"", "", "title:\"traité patrouchev\""},
		{"the beginning of a word of the title", "title:désarm*", "0", "title:désarm*"},
		{"a part of the path", "file:2022/", "1", "file:2022/"},
		{"case and accents of a path aside", "file:PECHE", "2", "file:PECHE"},
		{"a path that there is not", "file:2024/", "", "file:2024/"},
		{"a path with a blank", "file:\"a b\"", "", "file:\"a b\""},
		{"a place", "place:geneve", "0 1", "place:geneve"},
		{"not the place", "-place:genève", "2", "-place:geneve"},
		{"an organisation", "org:onu", "1", "org:onu"},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = query_empty(), *again = query_empty();
		struct query_fault wrong = {0};
		query_read(epoch, span_of(cases[i].text), false, &query, &made.arena, &wrong);
		CHECK_TEXT(cases[i].label, span_of(wrong.fault.words), SPAN(""));
		CHECK_TEXT(cases[i].label, span_of(ids_of(epoch, query, &made.arena)),
			span_of(cases[i].want));
		const char *written = query_write(query, &made.arena);
		CHECK_TEXT(cases[i].label, span_of(written), span_of(cases[i].written));
		query_read(epoch, span_of(written), false, &again, &made.arena, &wrong);
		CHECK_TEXT(
			cases[i].label, span_of(query_write(again, &made.arena)), span_of(written));
	}
	made_clear(&made);
}

static void test_mistakes(void **state)
{
	static const struct {
		const char *label, *text, *says;
		uint32_t start, end;
	} cases[] = {
		/* clang-format off */
		{"one name alone", "with:peskov", "two names or more", 5, 11},
		{"nothing behind a comma", "with:peskov,,sullivan", "two names or more", 5, 21},
		{"the same name twice", "with:peskov,peskov", "two names or more", 5, 18},
		{"an unknown name", "x with:peskov,zzyzx", "nobody in the archive", 7, 19},
		{"an unknown place", "place:zzyzx", "no place in the archive", 6, 11},
		{"a slip in a place", "place:Geneva", "perhaps Genève was meant", 6, 12},
		{"an unknown organisation", "org:zzyzx", "no organisation in the archive", 4, 9},
		{"a title without words", "title:\"!\"", "words of a title", 6, 9},
		{"no part of a path", "file:\" \"", "part of a path", 5, 8},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query;
		struct query_fault wrong = {0};
		CHECK_CASE(cases[i].label, query_read(epoch, span_of(cases[i].text), false, &query,
						   &made.arena, &wrong) != OK);
		CHECK_CASE(cases[i].label, strstr(wrong.fault.words, cases[i].says));
		CHECK_CASE(cases[i].label, wrong.at.start == cases[i].start);
		CHECK_CASE(cases[i].label, wrong.at.end == cases[i].end);
	}
	made_clear(&made);
}

/* What is marked in article 0; people of with: are marked as people. */
static void test_marked(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"words of the title, in the title alone", "title:traité", "traité"},
		{"words in both", "traité", "traité|traité"},
		{"a place where it is named", "place:genève", "Genève"},
		{"paths mark nothing", "file:presse", ""},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = query_empty();
		struct query_fault wrong;
		struct extent *hits;
		const char *found = "";
		query_read(epoch, span_of(cases[i].text), false, &query, &made.arena, &wrong);
		uint32_t count = search_hits(epoch, 0, query, &hits, &made.arena);
		for (uint32_t h = 0; h < count; h++) {
			struct span hit = span_in(epoch_article(epoch, 0)->text, hits[h]);
			found = arena_format(
				&made.arena, "%s%s%.*s", found, h ? "|" : "", (int)hit.len, hit.at);
		}
		CHECK_TEXT(cases[i].label, span_of(found), span_of(cases[i].want));
	}
	made_clear(&made);
}

static void test_leaves(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));
	const struct query *query = query_empty();
	const struct clause **leaves;
	struct query_fault wrong;
	uint32_t count, people = 0;

	(void)state;
	query_read(epoch, SPAN("with:peskov,sullivan"), false, &query, &made.arena, &wrong);
	count = query_leaves(query, &leaves, &made.arena);
	for (uint32_t i = 0; i < count; i++)
		people += leaves[i]->kind == CLAUSE_PERSON;
	CHECK_CASE("people asked for together are marked as people", people == 2);
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_marked),
		cmocka_unit_test(test_leaves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
