#include "unit/check.h"

#include "base/buf.h"
#include "store/tally.h"
#include "unit/store/made.h"

#define BODY "Le conseil municipal a voté le budget de la ville après un long débat."

/* clang-format off */
static const struct made_article spread[] = {
	{ .path = "a", .source = "Sputnik", .year = 2019, .month = 12, .day = 30, .body = BODY },
	{ .path = "b", .source = "Sputnik", .year = 2020, .month = 1, .day = 5, .body = BODY },
	{ .path = "c", .source = "RIA", .year = 2020, .month = 1, .day = 6, .body = BODY },
	{ .path = "d", .source = "RIA", .year = 2020, .month = 1, .day = 6, .body = BODY },
	{ .path = "e", .source = "RIA", .year = 2020, .month = 1, .body = BODY },
	{ .path = "f", .source = "RIA", .year = 2023, .body = BODY },
	{ .path = "g", .source = "RIA", .body = BODY },
};
/* clang-format on */

/* "2020-01-05 1/2; 2020-01-06..2020-01-19 14: 0/0": a row that stands for several says how many. */
static struct span said(const struct tally *tally, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < tally->row_count; i++) {
		const struct tally_row *row = &tally->rows[i];
		buf_format(&buf, "%s%s", i ? "; " : "", day_iso(row->from, PRECISION_DAY, arena));
		if (row->to > row->from)
			buf_format(&buf, "..%s", day_iso(row->to, PRECISION_DAY, arena));
		if (row->periods > 1)
			buf_format(&buf, " (%u)", row->periods);
		buf_format(&buf, " %u/%u", row->here, row->all);
	}
	buf_format(&buf, "; missing %u/%u", tally->missing_here, tally->missing_all);
	return buf_span(&buf);
}

static const struct query *of_source(const char *source, struct arena *arena)
{
	struct clause clause = {.kind = CLAUSE_SOURCE, .text = source, .label = source};

	return query_with(query_empty(), clause, arena);
}

static void test_units(void **state)
{
	static const struct {
		const char *label, *want;
		enum tally_unit unit;
	} cases[] = {
		{"years; only the undated one is missing",
			"2019-01-01..2019-12-31 0/1; 2020-01-01..2020-12-31 3/4; "
			"2021-01-01..2021-12-31 0/0; 2022-01-01..2022-12-31 0/0; "
			"2023-01-01..2023-12-31 1/1; missing 1/1",
			TALLY_YEAR},
		{"months", "2019-12-01..2019-12-31 0/1; 2020-01-01..2020-01-31 3/4; missing 2/2",
			TALLY_MONTH},
		{"weeks begin on Monday, also where a year ends within one",
			"2019-12-30..2020-01-05 0/2; 2020-01-06..2020-01-12 2/2; missing 3/3",
			TALLY_WEEK},
		{"days, the empty ones too",
			"2019-12-30 0/1; 2019-12-31 0/0; 2020-01-01 0/0; 2020-01-02 0/0; "
			"2020-01-03 0/0; 2020-01-04 0/0; 2020-01-05 0/1; 2020-01-06 2/2; missing "
			"3/3",
			TALLY_DAY},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, spread, COUNT(spread));
	struct result result = query_run(epoch, of_source("RIA", &made.arena), &made.arena);

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tally tally;
		struct tally_wish wish = {.unit = cases[i].unit};
		tally_make(epoch, &result, wish, &tally, &made.arena);
		CHECK_TEXT(cases[i].label, said(&tally, &made.arena), span_of(cases[i].want));
	}
	made_clear(&made);
}

static void test_gap(void **state)
{
	static const struct made_article apart[] = {
		{.path = "a", .source = "", .year = 2020, .month = 1, .day = 1, .body = BODY},
		{.path = "b", .source = "", .year = 2021, .month = 1, .day = 1, .body = BODY},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, apart, COUNT(apart));
	struct result result = query_run(epoch, query_empty(), &made.arena);
	struct tally tally;

	(void)state;
	tally_make(epoch, &result, (struct tally_wish){.unit = TALLY_MONTH}, &tally, &made.arena);
	CHECK_TEXT("many empty months are one row", said(&tally, &made.arena),
		SPAN("2020-01-01..2020-01-31 1/1; 2020-02-01..2020-12-31 (11) 0/0; "
		     "2021-01-01..2021-01-31 1/1; missing 0/0"));
	CHECK_CASE("a day is found in its row", tally_find(&tally, day_of(2020, 6, 5)) == 1);
	CHECK_CASE(
		"one before all of them in the first", tally_find(&tally, day_of(1900, 1, 1)) == 0);
	CHECK_CASE(
		"one after all of them in the last", tally_find(&tally, day_of(2100, 1, 1)) == 2);
	made_clear(&made);
}

static void test_parts(void **state)
{
	const struct clause parts[] = {
		{.kind = CLAUSE_SOURCE, .text = "RIA"}, {.kind = CLAUSE_SOURCE, .text = "Sputnik"}};
	struct made made;
	const struct epoch *epoch = made_of(&made, spread, COUNT(spread));
	struct result result = query_run(epoch, query_empty(), &made.arena);
	struct tally_wish wish = {.unit = TALLY_MONTH, .parts = parts, .part_count = 2};
	article_id found[2];
	struct tally tally;

	(void)state;
	tally_make(epoch, &result, wish, &tally, &made.arena);
	assert_int_equal(tally.row_count, 2);
	CHECK_CASE("each part has its own",
		tally.rows[1].parts[0] == 3 && tally.rows[1].parts[1] == 1);
	CHECK_CASE("and nothing where it has none", tally.rows[0].parts[0] == 0);
	CHECK_CASE("the articles of a period are counted whole",
		tally_articles(
			epoch, &result, wish, tally.rows[1].from, tally.rows[1].to, found, 2) == 4);
	CHECK_CASE("the latest come first", found[0] != found[1] && found[0] >= 2 && found[0] <= 3);
	made_clear(&made);
}

static void test_about(void **state)
{
	static const struct made_article speaking[] = {
		{.path = "a",
			.source = "",
			.year = 2021,
			.month = 2,
			.day = 5,
			.body = "Le traité sera prolongé le 3 mars 2021, a dit le ministre.\n"
				"On avait signé le 3 mars 2021 au matin, et déjà en 2010."},
		{.path = "b", .source = "", .year = 2021, .month = 2, .day = 6, .body = BODY},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, speaking, COUNT(speaking));
	struct result result = query_run(epoch, query_empty(), &made.arena);
	struct tally_wish wish = {.unit = TALLY_MONTH, .about = true};
	struct tally tally;

	(void)state;
	tally_make(epoch, &result, wish, &tally, &made.arena);
	CHECK_TEXT("a month spoken of twice counts once; a year is no month",
		said(&tally, &made.arena), SPAN("2021-03-01..2021-03-31 1/1; missing 1/1"));
	wish.unit = TALLY_YEAR;
	tally_make(epoch, &result, wish, &tally, &made.arena);
	CHECK_TEXT("by years it is one", said(&tally, &made.arena),
		SPAN("2010-01-01..2010-12-31 1/1; 2011-01-01..2020-12-31 (10) 0/0; "
		     "2021-01-01..2021-12-31 1/1; missing 1/1"));
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_gap),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_about),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
