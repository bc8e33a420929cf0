#include "unit/check.h"

#include "unit/store/made.h"
#include "store/query.h"

#include <stdio.h>

/* A clause in short: kind, text, switches. */
struct said {
	enum clause_kind kind;
	const char *text;
	bool exclude, off, live;
};

static struct clause clause_of(struct said said, struct arena *arena)
{
	struct clause clause = {.kind = said.kind};
	struct fault why;

	if (said.kind == CLAUSE_DATE)
		assert_int_equal(query_date(span_of(said.text), &clause, arena, &why), OK);
	else
		clause.text = clause.label = said.text;
	clause.exclude = said.exclude;
	clause.off = said.off;
	clause.live = said.live;
	return clause;
}

/* "2 0 1": the ids of a result. */
static const char *ids_of(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	char *out = arena_alloc(arena, (size_t)result.count * 12 + 1);
	size_t len = 0;

	for (uint32_t i = 0; i < result.count; i++) {
		len += (size_t)snprintf(out + len, 12, "%s%u", i ? " " : "", result.ids[i]);
		if (!(result.bits[result.ids[i] / 64] >> result.ids[i] % 64 & 1))
			return "a bit is missing";
	}
	return out;
}

static void test_run(void **state)
{
	/* The latest first: 3 (March 2024), 1 (5 February), 2 (26 January, 10:00), 0 (9:18), 4. */
	static const struct {
		const char *label;
		bool any;
		struct said said[3];
		const char *want;
	} cases[] = {
		/* clang-format off */
		{"nothing asked: everything, the undated last", false, {{0}}, "3 1 2 0 4"},
		{"a word in title or body", false, {{CLAUSE_WORDS, "traité", 0, 0, 0}}, "2 0"},
		{"without its accent, in capitals", false, {{CLAUSE_WORDS, "TRAITE", 0, 0, 0}}, "2 0"},
		{"in another form", false, {{CLAUSE_WORDS, "missile", 0, 0, 0}}, "1 0"},
		{"a plural typed for a singular", false, {{CLAUSE_WORDS, "ministres", 0, 0, 0}}, "3 1 0"},
		{"both words", false, {{CLAUSE_WORDS, "missiles coopération", 0, 0, 0}}, "1"},
		{"function words are words", false, {{CLAUSE_WORDS, "avec patience", 0, 0, 0}}, "4"},
		{"the beginning of a word, while it is typed", false, {{CLAUSE_WORDS, "coop", 0, 0, 1}}, "1"},
		{"not when it is finished", false, {{CLAUSE_WORDS, "coop", 0, 0, 0}}, ""},
		{"a blank finishes it", false, {{CLAUSE_WORDS, "coop ", 0, 0, 1}}, ""},
		{"a beginning longer than the stem", false, {{CLAUSE_WORDS, "prolongatio", 0, 0, 1}}, "0"},
		{"only the last word is a beginning", false, {{CLAUSE_WORDS, "coop missiles", 0, 0, 1}}, ""},
		{"a name is a word", false, {{CLAUSE_WORDS, "peskov", 0, 0, 0}}, "3 2"},
		{"signs ask nothing", false, {{CLAUSE_WORDS, "« … »", 0, 0, 0}}, "3 1 2 0 4"},
		{"no such word", false, {{CLAUSE_WORDS, "zzz", 0, 0, 0}}, ""},
		{"without a word", false, {{CLAUSE_WORDS, "traité", 1, 0, 0}}, "3 1 4"},
		{"a clause that is off", false, {{CLAUSE_WORDS, "traité", 0, 1, 0}}, "3 1 2 0 4"},
		{"a person", false, {{CLAUSE_PERSON, "sergei-lavrov", 0, 0, 0}}, "3 1 0"},
		{"a person whose slug was another", false, {{CLAUSE_PERSON, "dmitry-peskow", 0, 0, 0}}, "3 2"},
		{"nobody", false, {{CLAUSE_PERSON, "jean-dupont", 0, 0, 0}}, ""},
		{"without nobody", false, {{CLAUSE_PERSON, "jean-dupont", 1, 0, 0}}, "3 1 2 0 4"},
		{"two people", false, {{CLAUSE_PERSON, "sergei-lavrov", 0, 0, 0},
			{CLAUSE_PERSON, "dmitri-peskov", 0, 0, 0}}, "3"},
		{"either of two", true, {{CLAUSE_PERSON, "sergei-lavrov", 0, 0, 0},
			{CLAUSE_PERSON, "dmitri-peskov", 0, 0, 0}}, "3 1 2 0"},
		{"either, but one of them excluded", true, {{CLAUSE_PERSON, "sergei-lavrov", 0, 0, 0},
			{CLAUSE_PERSON, "dmitri-peskov", 1, 0, 0}}, "1 0"},
		{"somebody with that function", false, {{CLAUSE_ROLE, "ministre", 0, 0, 0}}, "3 1 0"},
		{"whatever its gender, number and order", false, {{CLAUSE_ROLE, "États, SECRETAIRES", 0, 0, 0}}, "0"},
		{"no such function", false, {{CLAUSE_ROLE, "archevêque", 0, 0, 0}}, ""},
		{"a year", false, {{CLAUSE_DATE, "2021", 0, 0, 0}}, "1 2 0"},
		{"a month", false, {{CLAUSE_DATE, "2021-01", 0, 0, 0}}, "2 0"},
		{"a day", false, {{CLAUSE_DATE, "2021-02-05", 0, 0, 0}}, "1"},
		{"the month of an article without a day", false, {{CLAUSE_DATE, "2024-03", 0, 0, 0}}, "3"},
		{"none of its days", false, {{CLAUSE_DATE, "2024-03-01", 0, 0, 0}}, ""},
		{"from a day to a day", false, {{CLAUSE_DATE, "2021-01-26..2021-02-05", 0, 0, 0}}, "1 2 0"},
		{"after a year", false, {{CLAUSE_DATE, ">2021", 0, 0, 0}}, "3"},
		{"before a day", false, {{CLAUSE_DATE, "<2021-02-05", 0, 0, 0}}, "2 0"},
		{"undated", false, {{CLAUSE_DATE, "undated", 0, 0, 0}}, "4"},
		{"not undated", false, {{CLAUSE_DATE, "undated", 1, 0, 0}}, "3 1 2 0"},
		{"since and until narrow each other", false, {{CLAUSE_DATE, "2021-02..", 0, 0, 0},
			{CLAUSE_DATE, "..2022", 0, 0, 0}}, "1"},
		{"a year and its month: the month", false, {{CLAUSE_DATE, "2021", 0, 0, 0},
			{CLAUSE_DATE, "2021-01", 0, 0, 0}}, "2 0"},
		{"two years: either", false, {{CLAUSE_DATE, "2021-02", 0, 0, 0},
			{CLAUSE_DATE, "2024", 0, 0, 0}}, "3 1"},
		{"a source, however it is spelt", false, {{CLAUSE_SOURCE, "sputnik", 0, 0, 0}}, "1 2 0"},
		{"no source", false, {{CLAUSE_SOURCE, "", 0, 0, 0}}, "3 4"},
		{"two sources: either", false, {{CLAUSE_SOURCE, "", 0, 0, 0},
			{CLAUSE_SOURCE, "Sputnik", 0, 0, 0}}, "3 1 2 0 4"},
		{"a language", false, {{CLAUSE_LANGUAGE, "fr", 0, 0, 0}}, "3 1 2 0 4"},
		{"another", false, {{CLAUSE_LANGUAGE, "ru", 0, 0, 0}}, ""},
		{"no such language", false, {{CLAUSE_LANGUAGE, "qq", 0, 0, 0}}, ""},
		{"all kinds together", false, {{CLAUSE_WORDS, "missiles", 0, 0, 0},
			{CLAUSE_PERSON, "sergei-lavrov", 0, 0, 0}, {CLAUSE_DATE, "2021-01", 0, 0, 0}}, "0"},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = query_joined(query_empty(), cases[i].any, &made.arena);
		for (size_t k = 0; k < COUNT(cases[i].said) && cases[i].said[k].text; k++)
			query = query_with(
				query, clause_of(cases[i].said[k], &made.arena), &made.arena);
		CHECK_TEXT(cases[i].label, span_of(ids_of(epoch, query, &made.arena)),
			span_of(cases[i].want));
	}
	made_clear(&made);
}

/* A stem of one language says nothing about a word of another. */
static void test_languages(void **state)
{
	static const struct made_article told[] = {
		{.path = "1",
			.body = "Les négociations avancent lentement.",
			.language = LANGUAGE_FR},
		{.path = "2",
			.body = "Негосударственные договоры подписаны министрами.",
			.language = LANGUAGE_RU},
		{.path = "3",
			.body = "The treaties were signed by the ministers.",
			.language = LANGUAGE_EN},
	};
	static const struct {
		const char *label, *word, *want;
	} cases[] = {
		{"French", "négociation", "0"},
		{"French without accents", "negociation", "0"},
		{"Russian in another case", "министр", "1"},
		{"Russian, a plural genitive", "договоров", "1"},
		{"English, the singular", "treaty", "2"},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct said said = {CLAUSE_WORDS, cases[i].word, 0, 0, 0};
		const struct query *query =
			query_with(query_empty(), clause_of(said, &made.arena), &made.arena);
		CHECK_TEXT(cases[i].label, span_of(ids_of(epoch, query, &made.arena)),
			span_of(cases[i].want));
	}
	made_clear(&made);
}

static void test_changes(void **state)
{
	struct arena arena;
	char text[] = "lavrov";
	struct clause words = {.kind = CLAUSE_WORDS, .text = text, .label = text};
	struct clause source = {.kind = CLAUSE_SOURCE, .text = "Sputnik", .label = "Sputnik"};

	(void)state;
	arena_init(&arena);
	CHECK_CASE("an empty query asks nothing", !query_is_active(query_empty()));
	const struct query *one = query_with(query_empty(), words, &arena);
	text[0] = 'L';
	CHECK_TEXT("a query keeps words of its own", span_of(one->clauses[0].text), SPAN("lavrov"));
	text[0] = 'l';
	const struct query *two = query_with(one, source, &arena);
	CHECK_CASE("the one before stays as it was", one->count == 1 && two->count == 2);
	words.exclude = true;
	const struct query *same = query_with(two, words, &arena);
	CHECK_CASE("an equal clause is replaced", same->count == 2);
	CHECK_CASE("in its place, with its switches", same->clauses[0].exclude);
	CHECK_CASE("found whatever its switches", query_find(two, &words) == 0);
	words.text = "blinken";
	CHECK_CASE("other words are another clause", query_find(two, &words) == -1);
	words.off = true;
	const struct query *changed = query_changed(two, 0, words, &arena);
	CHECK_TEXT("changed", span_of(changed->clauses[0].text), SPAN("blinken"));
	CHECK_CASE("what is off does not count", query_is_active(changed));
	const struct query *without = query_without(changed, 1, &arena);
	CHECK_CASE("taken away", without->count == 1 && !query_is_active(without));
	CHECK_CASE("joined by OR", query_joined(two, true, &arena)->any_person);
	arena_clear(&arena);
}

static void test_dates(void **state)
{
	static const struct {
		const char *label, *text;
		enum err err;
		int32_t from[3], to[3]; /* year, month, day; 0: open */
		const char *chip;
	} cases[] = {
		/* clang-format off */
		{"a year", "2021", OK, {2021, 1, 1}, {2021, 12, 31}, "2021"},
		{"a month", " 2021-02 ", OK, {2021, 2, 1}, {2021, 2, 28}, "Feb 2021"},
		{"a day", "2021-01-26", OK, {2021, 1, 26}, {2021, 1, 26}, "26 Jan 2021"},
		{"a span", "2021-01-25..2021-02", OK, {2021, 1, 25}, {2021, 2, 28}, "25 Jan 2021 – Feb 2021"},
		{"since", "2021-02..", OK, {2021, 2, 1}, {0}, "since Feb 2021"},
		{"until", "..2021", OK, {0}, {2021, 12, 31}, "until 2021"},
		{"after a year begins with the next", ">2021", OK, {2022, 1, 1}, {0}, "after 2021"},
		{"from a year on", ">=2021", OK, {2021, 1, 1}, {0}, "since 2021"},
		{"before a month", "<2021-03", OK, {0}, {2021, 2, 28}, "before Mar 2021"},
		{"up to a month", "<=2021-03", OK, {0}, {2021, 3, 31}, "until Mar 2021"},
		{"backwards", "2022..2021", ERR_USAGE, {0}, {0}, NULL},
		{"words", "hier", ERR_USAGE, {0}, {0}, NULL},
		{"nothing", "", ERR_USAGE, {0}, {0}, NULL},
		{"dots alone", "..", ERR_USAGE, {0}, {0}, NULL},
		{"a sign alone", ">", ERR_USAGE, {0}, {0}, NULL},
		{"no such day", "2021-02-30", ERR_USAGE, {0}, {0}, NULL},
		{"three ends", "2021..2022..2023", ERR_USAGE, {0}, {0}, NULL},
		/* clang-format on */
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct clause clause = {.kind = CLAUSE_KIND_COUNT};
		struct fault why = {0};
		const int32_t *from = cases[i].from, *to = cases[i].to;
		enum err err = query_date(span_of(cases[i].text), &clause, &arena, &why);
		CHECK_CASE(cases[i].label, err == cases[i].err);
		if (err) {
			CHECK_CASE(cases[i].label, clause.kind == CLAUSE_KIND_COUNT);
			CHECK_CASE(cases[i].label, why.words[0] != '\0');
			continue;
		}
		CHECK_CASE(cases[i].label, clause.kind == CLAUSE_DATE);
		CHECK_CASE(cases[i].label,
			clause.from ==
				(from[0] ? day_of(from[0], from[1], from[2]) : DAY_NONE + 1));
		CHECK_CASE(cases[i].label,
			clause.to == (to[0] ? day_of(to[0], to[1], to[2]) : INT32_MAX));
		CHECK_TEXT(cases[i].label, span_of(clause.label), span_of(cases[i].chip));
		struct clause again;
		CHECK_CASE(cases[i].label,
			query_date(span_of(clause.text), &again, &arena, &why) == OK);
		CHECK_CASE("its text says the same",
			again.from == clause.from && again.to == clause.to);
	}
	arena_clear(&arena);
}

static void test_person(void **state)
{
	static const struct made_article told[] = {
		{.path = "1", .body = "Le ministre Sergueï Lavrov a parlé. M. Lavrov est parti."},
		{.path = "2", .body = "Le ministre Sergueï Lavrov a répondu au journaliste."},
		{.path = "3", .body = "Le ministre Sergueï Lavrov a signé avec M. Paul Martin."},
		{.path = "4",
			.body = "La ministre Anne Martin a signé avec le ministre Jean Dupont."},
	};
	static const struct {
		const char *label, *name, *slug, *why;
	} cases[] = {
		/* clang-format off */
		{"a surname", "lavrov", "serguei-lavrov", NULL},
		{"a full name", "Sergueï Lavrov", "serguei-lavrov", NULL},
		{"in the other order", "Lavrov Serguei", "serguei-lavrov", NULL},
		{"a beginning", "lavr", "serguei-lavrov", NULL},
		{"a slug", "jean-dupont", "jean-dupont", NULL},
		{"in another script", "Лавров", "serguei-lavrov", NULL},
		{"two who are named as often", "Martin", NULL, "may be"},
		{"which of them", "anne martin", "anne-martin", NULL},
		{"a slip", "Dupomt", NULL, "Jean Dupont"},
		{"nobody", "Zzyzx", NULL, "nobody"},
		{"nothing", "", NULL, "nobody"},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct clause clause = {.text = NULL};
		struct fault why = {0};
		enum err err =
			query_person(epoch, span_of(cases[i].name), &clause, &made.arena, &why);
		CHECK_TEXT(cases[i].label, span_of(clause.text), span_of(cases[i].slug));
		enum err want = cases[i].slug ? OK : ERR_ABSENT;
		if (cases[i].why && strcmp(cases[i].why, "may be") == 0)
			want = ERR_USAGE;
		CHECK_CASE(cases[i].label, err == want);
		CHECK_CASE(cases[i].label, !cases[i].why || strstr(why.words, cases[i].why));
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_run),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_person),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
