#include "unit/check.h"

#include "store/facets.h"
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
	{"a person", "Paul Petit", OK, "Paul Petit", 1u << 0, 1},
	{"by the surname", "morel", OK, "Marie Morel", 1u << 1, 1},
	{"an organisation", "avenir", OK, "Avenir", 1u << 0, 1},
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

static struct span speakers(
	const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct facet_value *values;
	struct result result = query_run(epoch, query, arena);
	uint32_t count = facet_values(epoch, query, &result, FACET_SPEAKERS, &values, arena);
	const char *said = "";

	for (uint32_t i = 0; i < count; i++)
		said = arena_format(arena, "%s%s%s%s %u in %u/%u", said, i ? ", " : "",
			values[i].choice == CHOICE_INCLUDED ? "+" : "", values[i].clause.label,
			values[i].quotes, values[i].here, values[i].all);
	return span_of(said);
}

static void test_speakers(void **state)
{
	struct made made;
	struct clause petit = {.kind = CLAUSE_SAYS, .text = "paul-petit", .label = "Paul Petit"};
	struct clause morel = {.kind = CLAUSE_SAYS, .text = "marie-morel", .label = "Marie Morel"};

	(void)state;
	const struct epoch *epoch = made_of(&made, articles, COUNT(articles));
	struct arena *a = &made.arena;
	const struct query *one = query_with(query_empty(), petit, a);
	const struct query *both = query_with(one, morel, a);
	CHECK_TEXT("who is quoted, how often, in how many articles",
		speakers(epoch, query_empty(), a),
		SPAN("Marie Morel 1 in 1/1, Paul Petit 1 in 1/1"));
	CHECK_TEXT("a chosen one first, the others inside the result", speakers(epoch, one, a),
		SPAN("+Paul Petit 1 in 1/1, Marie Morel 0 in 0/1"));
	CHECK_CASE("both in one article", query_run(epoch, both, a).count == 0);
	CHECK_CASE("either", query_run(epoch, query_joined(both, true, a), a).count == 2);
	made_clear(&made);
}

/* Who said the most, not who spoke on the most occasions. */
static void test_most(void **state)
{
	static const struct made_article many[] = {
		{.path = "a.txt",
			.title = "La gare",
			.body = "Marie Morel estime que « tout ira bien demain ».\n"
				"« Nous avons le temps », a dit Marie Morel.\n"
				"« Les trains roulent », a ajouté Marie Morel."},
		{.path = "b.txt",
			.title = "Le pont",
			.body = "« Nous irons tous demain », a dit Paul Petit."},
		{.path = "c.txt",
			.title = "Le port",
			.body = "« Le port est fermé », a dit Paul Petit."},
	};
	struct made made;

	(void)state;
	const struct epoch *epoch = made_of(&made, many, COUNT(many));
	CHECK_TEXT("the most quotations first", speakers(epoch, query_empty(), &made.arena),
		SPAN("Marie Morel 3 in 1/1, Paul Petit 2 in 2/2"));
	made_clear(&made);
}

static void test_about(void **state)
{
	static const struct made_article speaking[] = {
		{.path = "a.txt",
			.title = "Le pont",
			.year = 2021,
			.month = 1,
			.day = 26,
			.body = "Le pont a fermé lundi après la tempête, selon la mairie."},
		{.path = "b.txt",
			.title = "La gare",
			.year = 2021,
			.month = 1,
			.day = 27,
			.body = "La gare rouvrira en mars 2021 après un an de travaux."},
	};
	static const struct {
		const char *label;
		int32_t from, to; /* days of 2021 */
		unsigned articles;
	} asked[] = {
		{"a day under another name", 25, 25, 1},
		{"the day after", 26, 26, 0},
		{"a stretch around it", 20, 30, 1},
		{"a day of a month that is named whole", 60, 60, 0},
		{"that month", 60, 90, 2},
	};
	int32_t before = day_of(2020, 12, 31);
	struct made made;

	(void)state;
	const struct epoch *epoch = made_of(&made, speaking, COUNT(speaking));
	for (size_t i = 0; i < COUNT(asked); i++) {
		struct clause clause = {.kind = CLAUSE_ABOUT, .text = "", .label = ""};
		clause.from = before + asked[i].from;
		clause.to = before + asked[i].to;
		struct result result = query_run(
			epoch, query_with(query_empty(), clause, &made.arena), &made.arena);
		CHECK_CASE(asked[i].label, result.bits[0] == asked[i].articles);
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_says),
		cmocka_unit_test(test_speakers), cmocka_unit_test(test_most),
		cmocka_unit_test(test_about)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
