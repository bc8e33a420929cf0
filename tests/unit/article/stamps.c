#include "unit/check.h"

#include "article/stamps.h"

#include <string.h>

struct want {
	int year, month, day, weekday, minute;
};

static bool is_stamp(const struct stamp *got, struct want want)
{
	return got->year == want.year && got->month == want.month && got->day == want.day &&
		got->weekday == want.weekday && got->minute == want.minute;
}

static void test_lines(void **state)
{
	static const struct {
		const char *label, *line;
		enum language language;
		struct want want;
	} cases[] = {
		{"the hour first, day and month in numbers, no year",
			"Dernière mise à jour à 07h42 le 14/09", LANGUAGE_FR, {0, 9, 14, -1, 462}},
		{"a label and a month in numbers", "date 2019-11", LANGUAGE_FR, {2019, 11, 0, -1, -1}},
		{"English, the hour behind", "June 3, 2018 09:05", LANGUAGE_FR, {2018, 6, 3, -1, 545}},
		{"French in words", "Publié le 5 mars 2020 à 10h30", LANGUAGE_FR,
			{2020, 3, 5, -1, 630}},
		{"the first of a month", "Le 1er août 2020", LANGUAGE_FR, {2020, 8, 1, -1, -1}},
		{"French in numbers", "Le 12/03/2020 à 18:05", LANGUAGE_FR, {2020, 3, 12, -1, 1085}},
		{"English in numbers has the month first", "03/12/2020", LANGUAGE_EN,
			{2020, 3, 12, -1, -1}},
		{"but not when there is no such month", "23/12/2020", LANGUAGE_EN,
			{2020, 12, 23, -1, -1}},
		{"a month glued to the word before", "Coast FinanceJune 3, 2018", LANGUAGE_EN,
			{2018, 6, 3, -1, -1}},
		{"as machines write it", "2021-02-05T09:04", LANGUAGE_EN, {2021, 2, 5, -1, 544}},
		{"seconds and a zone", "2021-02-05 09:04:59 UTC", LANGUAGE_EN, {2021, 2, 5, -1, 544}},
		{"German", "Dienstag, 26. Januar 2021, 18.05 Uhr", LANGUAGE_DE,
			{2021, 1, 26, 1, 1085}},
		{"German in numbers", "Stand: 26.01.2021", LANGUAGE_DE, {2021, 1, 26, -1, -1}},
		{"Spanish", "26 de enero de 2021 a las 8:15", LANGUAGE_ES, {2021, 1, 26, -1, 495}},
		{"Russian", "26 января 2021, 14:30", LANGUAGE_RU, {2021, 1, 26, -1, 870}},
		{"Chinese", "2021年1月26日", LANGUAGE_ZH, {2021, 1, 26, -1, -1}},
		{"an afternoon", "May 4, 2015 at 3:47 PM", LANGUAGE_EN, {2015, 5, 4, -1, 947}},
		{"noon and midnight", "May 4, 2015 12:10 a.m.", LANGUAGE_EN, {2015, 5, 4, -1, 10}},
		{"a weekday before it", "Monday, 4 May 2015", LANGUAGE_EN, {2015, 5, 4, 0, -1}},
		{"a weekday, shortened, that is a month elsewhere", "mar. 26 janv. 2021 à 9h",
			LANGUAGE_FR, {2021, 1, 26, 1, 540}},
		{"where nobody knows the language", "Mar 26 janv. 2021", LANGUAGE_NONE,
			{2021, 1, 26, 1, -1}},
		{"or before digits", "mer. 27/01/2021", LANGUAGE_FR, {2021, 1, 27, 2, -1}},
		{"an English one", "Sat, Mar 6, 2021 3:05 PM", LANGUAGE_EN, {2021, 3, 6, 5, 905}},
		{"the month of that name", "Mar. 26, 2021", LANGUAGE_EN, {2021, 3, 26, -1, -1}},
		{"without a year", "Mar 26", LANGUAGE_EN, {0, 3, 26, -1, -1}},
		{"a short year", "26.01.21", LANGUAGE_DE, {2021, 1, 26, -1, -1}},
		{"the hour glued to the year", "9 November 20235:01 AM", LANGUAGE_EN,
			{2023, 11, 9, -1, 301}},
		{"a year and a month in words", "January 2021", LANGUAGE_EN, {2021, 1, 0, -1, -1}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct pieces pieces;
		struct stamp_hit hit;
		uint32_t from = 0;
		arena_init(&arena);
		pieces_read(&pieces, span_of(cases[i].line), cases[i].language, NULL, &arena);
		CHECK_CASE(cases[i].label, stamp_next(&pieces, &from, &hit));
		CHECK_CASE(cases[i].label, is_stamp(&hit.stamp, cases[i].want));
		arena_clear(&arena);
	}
}

static void test_no_stamps(void **state)
{
	static const char *const lines[] = {"", "6272", "1 sur 3", "version 2.3.4", "31/02/2020",
		"10-12", "le 5", "mars et mai", "99:99", "2021", "3,5 %"};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct arena arena;
		struct pieces pieces;
		struct stamp_hit hit;
		uint32_t from = 0;
		arena_init(&arena);
		pieces_read(&pieces, span_of(lines[i]), LANGUAGE_FR, NULL, &arena);
		CHECK_CASE(lines[i], !stamp_next(&pieces, &from, &hit));
		arena_clear(&arena);
	}
}

static void test_several(void **state)
{
	struct arena arena;
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0, count = 0;

	(void)state;
	arena_init(&arena);
	pieces_read(&pieces, SPAN("Publié le 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13"),
		LANGUAGE_FR, NULL, &arena);
	for (; stamp_next(&pieces, &from, &hit); count++)
		assert_int_equal(hit.stamp.day, count == 0 ? 4 : 5);
	assert_int_equal(count, 2);
	arena_clear(&arena);
}

static void test_paths(void **state)
{
	static const struct {
		const char *label, *path;
		uint32_t count;
		int year, month, day;
	} cases[] = {
		{"hyphens", "a/2021-01-26.txt", 1, 2021, 1, 26},
		{"no signs at all", "20210126_dump.txt", 1, 2021, 1, 26},
		{"underscores and a number behind", "2017_01_05-001.txt", 1, 2017, 1, 5},
		{"folders", "news/2021/1/6/a.html", 1, 2021, 1, 6},
		{"an address", "https://x.example/2021/01/26/a-b-19991231.html", 2, 1999, 12, 31},
		{"a long number is no day", "a/120210126.txt", 0, 0, 0, 0},
		{"nor is a day that does not exist", "2021-02-30.txt", 0, 0, 0, 0},
		{"nor a range of years", "1999-2003.txt", 0, 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stamp stamps[4];
		uint32_t count = stamps_of_path(span_of(cases[i].path), stamps, COUNT(stamps));
		CHECK_CASE(cases[i].label, count == cases[i].count);
		struct want want = {cases[i].year, cases[i].month, cases[i].day, -1, -1};
		CHECK_CASE(cases[i].label, count == 0 || is_stamp(&stamps[0], want));
	}
}

static void test_room(void **state)
{
	struct stamp stamps[2];

	(void)state;
	assert_int_equal(stamps_of_path(SPAN("2001-01-01/2002-02-02/2003-03-03"), stamps, 2), 2);
	assert_int_equal(stamps[0].year, 2003);
	assert_int_equal(stamps[1].year, 2002);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_no_stamps),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
