#include "unit/check.h"

#include "store/query.h"
#include "unit/store/made.h"

static const struct made_article articles[] = {
	{.path = "a.txt",
		.title = "Le pont",
		.body = "Paul Petit a visité le pont. « Nous irons tous demain », a-t-il dit.\n"
			"Selon L'Avenir, c'est « une très bonne chose »."},
	{.path = "b.txt",
		.title = "La gare",
		.body = "Paul Petit est venu à la gare avec Marie Morel. Marie Morel estime que « "
			"tout ira bien demain »."},
	{.path = "c.txt", .title = "Le port", .body = "Paul Petit parle du port."},
};

/* Whom --says names, and the articles and quotations that answer. */
static const struct {
	const char *label, *name;
	enum err err;
	const char *label_shown;
	unsigned articles; /* bit id: this article */
	uint32_t quotes;
} cases[] = {
	{"a person", "Paul Petit", OK, "said by Paul Petit", 1u << 0, 1},
	{"by the surname", "morel", OK, "said by Marie Morel", 1u << 1, 1},
	{"an organisation", "avenir", OK, "said by Avenir", 1u << 0, 1},
	{"nobody", "Zaphod", ERR_ABSENT, NULL, 0, 0},
	{"no name at all", "", ERR_ABSENT, NULL, 0, 0},
};

static uint32_t count_quotes(
	const struct epoch *epoch, const struct clause *clause, struct arena *arena)
{
	uint32_t count = 0;

	for (article_id id = 0; id < epoch_count(epoch); id++) {
		const struct facts *facts = epoch_facts(epoch, id);
		for (uint32_t i = 0; i < facts->quote_count; i++)
			count += query_quoted(epoch, clause, &facts->quotes[i], arena);
	}
	return count;
}

static void test_says(void **state)
{
	struct made made;

	(void)state;
	const struct epoch *epoch = made_of(&made, articles, COUNT(articles));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct clause clause = {.kind = CLAUSE_KIND_COUNT};
		struct fault why = {0};
		enum err err =
			query_says(epoch, span_of(cases[i].name), &clause, &made.arena, &why);
		CHECK_CASE(cases[i].label, err == cases[i].err);
		if (err) {
			CHECK_CASE(cases[i].label, clause.kind == CLAUSE_KIND_COUNT);
			continue;
		}
		CHECK_TEXT(cases[i].label, span_of(clause.label), span_of(cases[i].label_shown));
		const struct query *query = query_with(query_empty(), clause, &made.arena);
		struct result result = query_run(epoch, query, &made.arena);
		unsigned got = 0;
		for (uint32_t r = 0; r < result.count; r++)
			got |= 1u << result.ids[r];
		CHECK_CASE(cases[i].label, got == cases[i].articles);
		CHECK_CASE(cases[i].label,
			count_quotes(epoch, &clause, &made.arena) == cases[i].quotes);
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_says)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
