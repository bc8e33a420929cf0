#include "unit/check.h"

#include "store/facets.h"
#include "unit/store/made.h"

#include <stdio.h>

static struct clause person(const char *slug, bool exclude)
{
	return (struct clause){
		.kind = CLAUSE_PERSON, .text = slug, .label = slug, .exclude = exclude};
}

static struct clause days(const char *text, struct arena *arena)
{
	struct clause clause = {.kind = CLAUSE_DATE};
	struct fault why;

	assert_int_equal(query_date(span_of(text), &clause, arena, &why), OK);
	return clause;
}

/* "+Dmitri Peskov 2/2, Sergueï Lavrov 1/3": + included, - excluded. */
static struct span said(const struct facet_value *values, uint32_t count, struct arena *arena)
{
	static const char *const signs[] = {
		[CHOICE_NONE] = "", [CHOICE_INCLUDED] = "+", [CHOICE_EXCLUDED] = "-"};
	const char *out = "";

	for (uint32_t i = 0; i < count; i++)
		out = arena_format(arena, "%s%s%s%s %u/%u", out, i ? ", " : "",
			signs[values[i].choice], values[i].clause.label, values[i].here,
			values[i].all);
	return span_of(out);
}

static struct span facet_said(
	const struct epoch *epoch, const struct query *query, enum facet facet, struct arena *arena)
{
	struct facet_value *values;
	struct result result = query_run(epoch, query, arena);
	uint32_t count = facet_values(epoch, query, &result, facet, &values, arena);

	return said(values, count, arena);
}

static struct span dates_said(const struct epoch *epoch, const struct query *query,
	const char *within, enum day_precision precision, struct arena *arena)
{
	struct facet_value *values;
	struct clause clause = days(within, arena);
	struct result result = query_run(epoch, query, arena);
	uint32_t count = facet_dates(
		epoch, query, &result, clause.from, clause.to, precision, &values, arena);

	return said(values, count, arena);
}

static void test_people(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));
	struct arena *a = &made.arena;
	const struct query *none = query_empty();
	const struct query *peskov = query_with(none, person("dmitri-peskov", false), a);
	const struct query *both = query_with(peskov, person("antony-blinken", false), a);
	const struct query *without = query_with(none, person("dmitri-peskov", true), a);
	struct clause off = person("dmitri-peskov", false);

	(void)state;
	CHECK_TEXT("in all of the archive", facet_said(epoch, none, FACET_PEOPLE, a),
		SPAN("Sergueï Lavrov 3/3, Dmitri Peskov 2/2, Antony Blinken 1/1"));
	CHECK_TEXT("chosen ones first, the others inside the result",
		facet_said(epoch, peskov, FACET_PEOPLE, a),
		SPAN("+Dmitri Peskov 2/2, Sergueï Lavrov 1/3, Antony Blinken 0/1"));
	CHECK_TEXT("joined by AND", facet_said(epoch, both, FACET_PEOPLE, a),
		SPAN("+Dmitri Peskov 0/2, +Antony Blinken 0/1, Sergueï Lavrov 0/3"));
	CHECK_TEXT("joined by OR: as if none was chosen",
		facet_said(epoch, query_joined(both, true, a), FACET_PEOPLE, a),
		SPAN("+Dmitri Peskov 2/2, +Antony Blinken 1/1, Sergueï Lavrov 3/3"));
	CHECK_TEXT("excluded", facet_said(epoch, without, FACET_PEOPLE, a),
		SPAN("-Dmitri Peskov 0/2, Sergueï Lavrov 2/3, Antony Blinken 1/1"));
	off.off = true;
	CHECK_TEXT("what is off is not chosen",
		facet_said(epoch, query_with(none, off, a), FACET_PEOPLE, a),
		SPAN("Sergueï Lavrov 3/3, Dmitri Peskov 2/2, Antony Blinken 1/1"));
	CHECK_TEXT("a slug of before is the same person",
		facet_said(epoch, query_with(none, person("dmitry-peskow", false), a), FACET_PEOPLE,
			a),
		SPAN("+Dmitri Peskov 2/2, Sergueï Lavrov 1/3, Antony Blinken 0/1"));
	made_clear(&made);
}

static void test_dates(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));
	struct arena *a = &made.arena;
	const struct query *none = query_empty();
	const struct query *lavrov = query_with(none, person("serguei-lavrov", false), a);
	const struct query *year = query_with(none, days("2021", a), a);

	(void)state;
	CHECK_TEXT("years, and those between", facet_said(epoch, none, FACET_DATES, a),
		SPAN("2021 3/3, 2022 0/0, 2023 0/0, 2024 1/1, undated 1/1"));
	CHECK_TEXT("in a result", facet_said(epoch, lavrov, FACET_DATES, a),
		SPAN("2021 2/3, 2022 0/0, 2023 0/0, 2024 1/1, undated 0/1"));
	CHECK_TEXT("a chosen year does not hide the others",
		facet_said(epoch, year, FACET_DATES, a),
		SPAN("+2021 3/3, 2022 0/0, 2023 0/0, 2024 1/1, undated 1/1"));
	CHECK_TEXT("months of a year", dates_said(epoch, year, "2021", PRECISION_MONTH, a),
		SPAN("Jan 2021 2/2, Feb 2021 1/1"));
	CHECK_TEXT("days of a month", dates_said(epoch, lavrov, "2021-01", PRECISION_DAY, a),
		SPAN("26 Jan 2021 1/2"));
	CHECK_TEXT("a month whose days are not known",
		dates_said(epoch, none, "2024-03", PRECISION_DAY, a), SPAN(""));
	CHECK_TEXT("but it is a month", dates_said(epoch, none, "2024", PRECISION_MONTH, a),
		SPAN("Mar 2024 1/1"));
	made_clear(&made);
}

static void test_sources_and_languages(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));
	struct arena *a = &made.arena;
	struct clause sputnik = {.kind = CLAUSE_SOURCE, .text = "Sputnik", .label = "Sputnik"};
	const struct query *chosen = query_with(query_empty(), sputnik, a);

	(void)state;
	CHECK_TEXT("the spelling that most use", facet_said(epoch, query_empty(), FACET_SOURCES, a),
		SPAN("Sputnik 3/3, not stated 2/2"));
	CHECK_TEXT("the other ones can be reached", facet_said(epoch, chosen, FACET_SOURCES, a),
		SPAN("+Sputnik 3/3, not stated 2/2"));
	CHECK_TEXT("languages", facet_said(epoch, chosen, FACET_LANGUAGES, a), SPAN("French 3/5"));
	made_clear(&made);
}

static void test_far_years(void **state)
{
	static const struct made_article told[] = {
		{.path = "1", .year = 1066, .month = 10, .day = 14, .body = "Une bataille."},
		{.path = "2", .year = 2021, .month = 1, .day = 2, .body = "Une autre affaire."},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	CHECK_TEXT("centuries apart are not bridged",
		facet_said(epoch, query_empty(), FACET_DATES, &made.arena),
		SPAN("1066 1/1, 2021 1/1"));
	made_clear(&made);
}

/* What few says of a facet: its values, then "; 3, 2 live". */
static struct span few_said(const struct epoch *epoch, const struct query *query, enum facet facet,
	uint32_t most, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	struct facet_few few = facet_few(epoch, query, &result, facet, most, arena);

	return span_of(arena_format(arena, "%s; %u, %u live", said(few.values, few.count, arena).at,
		few.all, few.live));
}

static void test_few(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));
	struct arena *a = &made.arena;
	const struct query *none = query_empty();
	const struct query *peskov = query_with(none, person("dmitri-peskov", false), a);
	const struct query *blinken = query_with(none, person("antony-blinken", true), a);

	(void)state;
	CHECK_TEXT("the first ones", few_said(epoch, none, FACET_PEOPLE, 2, a),
		SPAN("Sergueï Lavrov 3/3, Dmitri Peskov 2/2; 3, 3 live"));
	CHECK_TEXT("as many as there are", few_said(epoch, none, FACET_PEOPLE, 3, a),
		SPAN("Sergueï Lavrov 3/3, Dmitri Peskov 2/2, Antony Blinken 1/1; 3, 3 live"));
	CHECK_TEXT("none", few_said(epoch, none, FACET_PEOPLE, 0, a), SPAN("; 3, 3 live"));
	CHECK_TEXT("and those that are chosen", few_said(epoch, peskov, FACET_PEOPLE, 1, a),
		SPAN("+Dmitri Peskov 2/2, Sergueï Lavrov 1/3; 3, 2 live"));
	CHECK_TEXT("or left out, though many others have more",
		few_said(epoch, blinken, FACET_PEOPLE, 1, a),
		SPAN("-Antony Blinken 0/1, Sergueï Lavrov 2/3; 3, 3 live"));
	CHECK_TEXT("what is few is told whole", few_said(epoch, none, FACET_SOURCES, 0, a),
		SPAN("Sputnik 3/3, not stated 2/2; 2, 2 live"));
	made_clear(&made);
}

#define MANY 150u
#define NAMES 12u

/* Each of the people in every so manieth article; days, and how much of them is known, in turns. */
static struct made_article *many_articles(struct arena *arena)
{
	static const char *const names[NAMES] = {"Anna Kern", "Boris Adam", "Clara Vogt",
		"David Roux", "Emma Lang", "Felix Moreau", "Greta Hahn", "Hugo Petit", "Ines Costa",
		"Jonas Weber", "Karin Olsen", "Louis Girard"};
	struct made_article *told = ARENA_ARRAY(arena, struct made_article, MANY);

	for (uint32_t i = 0; i < MANY; i++) {
		const char *body = "Le ministère a publié ses chiffres hier.";
		for (uint32_t n = 0; n < NAMES; n++)
			if (i % (n + 1) == 0)
				body = arena_format(arena, "%s\n%s a répondu aux journalistes.",
					body, names[n]);
		told[i] = (struct made_article){.path = arena_format(arena, "%03u", i),
			.source = i % 5 == 0   ? "AFP"
				  : i % 7 == 0 ? "Reuters"
					       : "Sputnik",
			.year = i % 11 == 0 ? 0 : 2019 + (int)(i % 3),
			.month = i % 13 == 0 ? 0 : 1 + (int)(i % 4),
			.day = i % 13 == 0 || i % 6 == 0 ? 0 : 1 + (int)(i % 9),
			.body = body};
	}
	return told;
}

/* The articles of the result of which the value holds, one by one. */
static uint32_t count_slowly(const struct epoch *epoch, const struct result *result,
	struct clause clause, struct arena *arena)
{
	struct result holds = query_run(epoch, query_with(query_empty(), clause, arena), arena);
	uint32_t count = 0;

	for (uint32_t i = 0; i < holds.count; i++)
		count += result->bits[holds.ids[i] / 64] >> holds.ids[i] % 64 & 1;
	return count;
}

/* A value counts what it would find; likewise each part of it that is a span of days. */
static void check_value(const struct epoch *epoch, const struct query *query,
	const struct result *result, const struct facet_value *value, struct arena *arena)
{
	static const enum day_precision finer[] = {PRECISION_MONTH, PRECISION_DAY};
	struct clause clause = value->clause;
	struct facet_value *parts;

	CHECK_CASE(clause.label, value->here == count_slowly(epoch, result, clause, arena));
	if (clause.kind != CLAUSE_DATE || clause.from == DAY_NONE)
		return;
	for (size_t i = 0; i < COUNT(finer); i++) {
		uint32_t count = facet_dates(
			epoch, query, result, clause.from, clause.to, finer[i], &parts, arena);
		for (uint32_t p = 0; p < count; p++)
			CHECK_CASE(parts[p].clause.label,
				parts[p].here ==
					count_slowly(epoch, result, parts[p].clause, arena));
	}
}

static void check_counts(
	const struct epoch *epoch, const struct query *query, enum facet facet, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	struct facet_value *values;
	uint32_t count = facet_values(epoch, query, &result, facet, &values, arena);

	CHECK_CASE("there are some", count > 2);
	for (uint32_t i = 0; i < count; i++)
		check_value(epoch, query, &result, &values[i], arena);
	for (uint32_t most = 0; most < 4; most++) {
		struct facet_few few = facet_few(epoch, query, &result, facet, most, arena);
		CHECK_CASE("all of them", few.all == count);
		CHECK_TEXT("few are the first of all", said(few.values, few.count, arena),
			said(values, few.count, arena));
	}
}

static void test_counts(void **state)
{
	static const enum facet facets[] = {FACET_PEOPLE, FACET_DATES, FACET_SOURCES};
	struct made made;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	const struct epoch *epoch = made_of(&made, many_articles(&arena), MANY);
	for (size_t f = 0; f < COUNT(facets); f++) {
		check_counts(epoch, query_empty(), facets[f], &arena);
		for (int exclude = 0; exclude < 2; exclude++) {
			struct clause boris = person("boris-adam", exclude);
			struct clause karin = person("karin-olsen", exclude);
			const struct query *query = query_with(query_empty(), boris, &arena);
			check_counts(epoch, query, facets[f], &arena);
			check_counts(epoch, query_with(query, karin, &arena), facets[f], &arena);
		}
	}
	made_clear(&made);
	arena_clear(&arena);
}

static void test_nothing(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, NULL, 0);

	(void)state;
	for (int facet = 0; facet < FACET_COUNT; facet++)
		CHECK_TEXT("an empty archive has no values",
			facet_said(epoch, query_empty(), (enum facet)facet, &made.arena), SPAN(""));
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_people),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_sources_and_languages),
		cmocka_unit_test(test_far_years),
		cmocka_unit_test(test_few),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
