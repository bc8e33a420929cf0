#include "unit/check.h"

#include "text/calendar-table.h"
#include "text/calendar.h"
#include "text/fold.h"

static void test_days(void **state)
{
	static const struct {
		const char *label;
		int year, month, day;
		int32_t want;
		int weekday;
	} cases[] = {
		{"the first day is a Thursday", 1970, 1, 1, 0, 3},
		{"the day before it", 1969, 12, 31, -1, 2},
		{"a leap day", 2024, 2, 29, 19782, 3},
		{"a Tuesday in January", 2021, 1, 26, 18653, 1},
		{"the calendar goes back for ever", 1, 1, 1, -719162, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int32_t day = day_of(cases[i].year, cases[i].month, cases[i].day);
		struct civil civil = civil_of(cases[i].want);
		CHECK_CASE(cases[i].label, day == cases[i].want);
		CHECK_CASE(cases[i].label, weekday_of(day) == cases[i].weekday);
		CHECK_CASE(cases[i].label, civil.year == cases[i].year &&
						   civil.month == cases[i].month &&
						   civil.day == cases[i].day);
	}
}

static void test_no_such_day(void **state)
{
	static const int none[][3] = {{2021, 2, 29}, {1900, 2, 29}, {2021, 4, 31}, {2021, 0, 1},
		{2021, 13, 1}, {2021, 1, 0}, {2021, 1, 32}, {2000000000, 1, 1},
		{-2000000000, 1, 1}};

	(void)state;
	for (size_t i = 0; i < COUNT(none); i++)
		assert_int_equal(day_of(none[i][0], none[i][1], none[i][2]), DAY_NONE);
	assert_true(day_of(2000, 2, 29) != DAY_NONE);
}

static void test_there_and_back(void **state)
{
	(void)state;
	for (int32_t day = -800000; day < 800000; day += 13) {
		struct civil civil = civil_of(day);
		assert_int_equal(day_of(civil.year, civil.month, civil.day), day);
		assert_int_equal((weekday_of(day) + 13) % 7, weekday_of(day + 13));
	}
	/* The extremes have an answer. */
	assert_true(civil_of(INT32_MAX).month >= 1 && civil_of(INT32_MIN).month >= 1);
	assert_true(weekday_of(INT32_MIN) >= 0 && weekday_of(INT32_MAX) < 7);
}

static void test_names(void **state)
{
	static const struct {
		const char *label, *word;
		int month, weekday;
	} cases[] = {
		{"French", "Février", 2, -1},
		{"a French weekday", "mercredi", 0, 2},
		{"several of them", "lundis", 0, 0},
		{"a French abbreviation", "juil", 7, -1},
		{"English", "March", 3, -1},
		{"English with its genitive", "Monday's", 0, 0},
		{"German", "März", 3, -1},
		{"a German evening", "Dienstagabend", 0, 1},
		{"Spanish", "miércoles", 0, 2},
		{"Italian", "venerdì", 0, 4},
		{"Portuguese", "terça-feira", 0, 1},
		{"Dutch", "maart", 3, -1},
		{"Polish in the genitive", "października", 10, -1},
		{"a Polish weekday", "środę", 0, 2},
		{"Czech", "září", 9, -1},
		{"Russian in the genitive", "января", 1, -1},
		{"a Russian weekday", "понедельника", 0, 0},
		{"Russian May, folded", "май", 5, -1},
		{"Ukrainian", "лютого", 2, -1},
		{"a Ukrainian weekday", "п’ятницю", 0, 4},
		{"the sea is no Wednesday", "mer", 0, -1},
		{"my is no Monday", "mon", 0, -1},
		{"a word", "traité", 0, -1},
		{"nothing", "", 0, -1},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span folded = fold(span_of(cases[i].word), &arena);
		CHECK_CASE(cases[i].label, month_named(folded) == cases[i].month);
		CHECK_CASE(cases[i].label, weekday_named(folded) == cases[i].weekday);
	}
	arena_clear(&arena);
}

static void test_short_names(void **state)
{
	(void)state;
	CHECK_CASE("Tuesday in French", weekday_shortened(SPAN("mar")) == 1);
	CHECK_CASE("Wednesday in English", weekday_shortened(SPAN("wed")) == 2);
	CHECK_CASE("a whole name is none", weekday_shortened(SPAN("mardi")) == -1);
}

static void check_sorted(const struct calendar_name *names, size_t count, int last)
{
	struct arena arena;

	arena_init(&arena);
	for (size_t i = 0; i < count; i++) {
		struct span name = span_of(names[i].folded);
		CHECK_TEXT("names are folded", fold(name, &arena), name);
		assert_in_range(names[i].number, 0, last);
		if (i > 0)
			CHECK_CASE(names[i].folded,
				span_compare(span_of(names[i - 1].folded), name) < 0);
	}
	arena_clear(&arena);
}

static void test_tables(void **state)
{
	(void)state;
	check_sorted(calendar_months, calendar_month_count, 12);
	check_sorted(calendar_weekdays, calendar_weekday_count, 6);
	check_sorted(calendar_weekdays_short, calendar_weekday_short_count, 6);
}

static void test_writing(void **state)
{
	struct arena arena;
	int32_t day = day_of(2021, 1, 26);

	(void)state;
	arena_init(&arena);
	assert_string_equal(day_iso(day, PRECISION_DAY, &arena), "2021-01-26");
	assert_string_equal(day_iso(day, PRECISION_MONTH, &arena), "2021-01");
	assert_string_equal(day_iso(day, PRECISION_YEAR, &arena), "2021");
	assert_string_equal(day_iso(DAY_NONE, PRECISION_DAY, &arena), "");
	assert_string_equal(day_iso(day, PRECISION_NONE, &arena), "");
	assert_string_equal(day_short(day, PRECISION_DAY, &arena), "26 Jan 2021");
	assert_string_equal(day_short(day, PRECISION_MONTH, &arena), "Jan 2021");
	assert_string_equal(day_short(day, PRECISION_YEAR, &arena), "2021");
	assert_string_equal(day_short(DAY_NONE, PRECISION_YEAR, &arena), "");
	arena_clear(&arena);
}

static void test_stretches(void **state)
{
	static const struct {
		const char *label, *from, *to, *want;
	} cases[] = {
		{"a day has its weekday", "2021-01-25", "2021-01-25", "Monday 25 January 2021"},
		{"days of one month", "2021-06-16", "2021-06-23", "16–23 June 2021"},
		{"days of two months", "2021-05-28", "2021-06-03", "28 May – 3 June 2021"},
		{"days of two years", "2020-12-28", "2021-01-03",
			"28 December 2020 – 3 January 2021"},
		{"a month", "2024-02-01", "2024-02-29", "February 2024"},
		{"months of one year", "2020-07-01", "2020-09-30", "July – September 2020"},
		{"months of two years", "2020-12-01", "2021-01-31", "December 2020 – January 2021"},
		{"a year", "2021-01-01", "2021-12-31", "2021"},
		{"a century", "2001-01-01", "2100-12-31", "2001–2100"},
	};
	struct arena arena;
	int32_t from, to, other;
	enum day_precision precision;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_true(day_parse(span_of(cases[i].from), &from, &other, &precision));
		assert_true(day_parse(span_of(cases[i].to), &to, &other, &precision));
		CHECK_TEXT(cases[i].label, span_of(days_long(from, to, &arena)),
			span_of(cases[i].want));
	}
	arena_clear(&arena);
}

static void test_parsing(void **state)
{
	static const struct {
		const char *text;
		bool good;
		const char *from, *to;
		enum day_precision precision;
	} cases[] = {
		{"2021", true, "2021-01-01", "2021-12-31", PRECISION_YEAR},
		{"2024-02", true, "2024-02-01", "2024-02-29", PRECISION_MONTH},
		{"2021-01-26", true, "2021-01-26", "2021-01-26", PRECISION_DAY},
		{"2021-02-29", false, "", "", PRECISION_NONE},
		{"2021-13", false, "", "", PRECISION_NONE},
		{"2021-00", false, "", "", PRECISION_NONE},
		{"2021-1", false, "", "", PRECISION_NONE},
		{"2021-01-", false, "", "", PRECISION_NONE},
		{"2021-01-26x", false, "", "", PRECISION_NONE},
		{"0000", false, "", "", PRECISION_NONE},
		{"21", false, "", "", PRECISION_NONE},
		{"", false, "", "", PRECISION_NONE},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		int32_t from = DAY_NONE, to = DAY_NONE;
		enum day_precision precision = PRECISION_NONE;
		CHECK_CASE(cases[i].text,
			day_parse(span_of(cases[i].text), &from, &to, &precision) == cases[i].good);
		CHECK_CASE(cases[i].text, precision == cases[i].precision);
		assert_string_equal(day_iso(from, PRECISION_DAY, &arena), cases[i].from);
		assert_string_equal(day_iso(to, PRECISION_DAY, &arena), cases[i].to);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_no_such_day),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_short_names),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_writing),
		cmocka_unit_test(test_stretches),
		cmocka_unit_test(test_parsing),
	};

	return cmocka_run_group_tests_name("text/calendar", tests, NULL, NULL);
}
