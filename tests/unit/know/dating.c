#include "unit/check.h"

#include "know/dating.h"
#include "unit/know/archive.h"

#include <string.h>

#define NO_DAY .weekday = -1, .minute = -1, .from = FROM_TEXT
#define STAMP(y, m, d) \
	{ \
		.year = (y), .month = (m), .day = (d), NO_DAY \
	}

static const char *const weekdays[] = {
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};

/* One article alone. */
struct sample {
	const char *label;
	struct sheet sheet;
	const char *day; /* as day_iso gives it */
	bool year_inferred, day_inferred;
};

/* clang-format off */
static const struct sample samples[] = {
	{"a date line that states all", {"Il pleut.", .stamps = {STAMP(2024, 3, 27)}, .stamp_count = 1},
		"2024-03-27", false, false},
	{"no date line, no day", {"Il pleut.", .stamp_count = 0}, "", false, false},
	{"a day that cannot be is passed over",
		{"Il pleut.", .stamps = {STAMP(2021, 2, 31), STAMP(2021, 3, 1)}, .stamp_count = 2},
		"2021-03-01", false, false},
	{"a second stamp adds the year that the first lacks",
		{"Il pleut.", .stamps = {STAMP(0, 1, 26), STAMP(2021, 1, 26)}, .stamp_count = 2},
		"2021-01-26", false, false},
	{"but not that of another day",
		{"Il pleut.", .stamps = {STAMP(0, 1, 26), STAMP(2021, 4, 2)}, .stamp_count = 2},
		"", false, false},
	{"a year alone", {"Il pleut.", .stamps = {STAMP(2019, 0, 0)}, .stamp_count = 1}, "2019", false, false},
	{"a month alone", {"Il a plu le 3 mai.", .stamps = {STAMP(2019, 5, 0)}, .stamp_count = 1},
		"2019-05", false, false},
	{"a month, and a day on which something was said",
		{"Il pleuvra, a annoncé le 13 mai le ministre. Il avait plu le 2 mai.",
			.stamps = {STAMP(2019, 5, 0)}, .stamp_count = 1}, "2019-05-13", false, true},
	{"the same, told the other way round",
		{"Le 13 mai, le ministre a déclaré qu'il pleuvrait.", .stamps = {STAMP(2019, 5, 0)},
			.stamp_count = 1}, "2019-05-13", false, true},
	{"a later day of the month forbids it",
		{"Il pleuvra, a annoncé le 13 mai le ministre. Il a neigé le 20 mai.",
			.stamps = {STAMP(2019, 5, 0)}, .stamp_count = 1}, "2019-05", false, false},
	{"a day of another month says nothing",
		{"Il pleuvra, a annoncé le 13 avril le ministre.", .stamps = {STAMP(2019, 5, 0)},
			.stamp_count = 1}, "2019-05", false, false},
	{"this very day, with its year", {"Il a plu ce mardi 26 janvier 2021 à Lyon.", .stamp_count = 0},
		"2021-01-26", false, true},
	{"this very day, its year from weekday and dates",
		{"On s'est vu ce lundi 25 janvier. Début octobre 2020, ils en avaient parlé.", .stamp_count = 0},
		"2021-01-25", true, true},
	{"a day to come is not the day of writing",
		{"On se verra ce lundi 25 janvier. Début octobre 2020, ils en avaient parlé.", .stamp_count = 0},
		"", false, false},
	{"a day and a month alone tell no year", {"Il a plu lundi.", .stamps = {STAMP(0, 1, 26)},
		.stamp_count = 1}, "", false, false},
	{"nor do they with an old year", {"Le traité, signé en 2010, expire le 5 février.",
		.stamps = {STAMP(0, 1, 26)}, .stamp_count = 1}, "", false, false},
	{"days of the same weeks tell it", {"Elle a parlé le 24 janvier 2021, puis le 12 janvier 2021.",
		.stamps = {STAMP(0, 1, 26)}, .stamp_count = 1}, "2021-01-26", true, false},
};
/* clang-format on */

static void test_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const struct sample *s = &samples[i];
		struct published published;
		struct arena arena;
		arena_init(&arena);
		struct document *document = archive_of(&s->sheet, 1, &arena);
		dating_make(document, 1, day_of(2026, 1, 1), &published, &arena);
		CHECK_TEXT(s->label, span_of(day_iso(published.day, published.precision, &arena)),
			span_of(s->day));
		CHECK_CASE(s->label, published.year_inferred == s->year_inferred);
		CHECK_CASE(s->label, published.day_inferred == s->day_inferred);
		CHECK_CASE(s->label, published.why && published.why[0]);
		CHECK_CASE(
			s->label, (published.day == DAY_NONE) == (published.from == FROM_NOWHERE));
		arena_clear(&arena);
	}
}

static void test_hour(void **state)
{
	struct sheet sheet = {"Il pleut.",
		.stamps = {{.minute = 558, .weekday = -1, .from = FROM_TEXT}, STAMP(2021, 1, 26)},
		.stamp_count = 2};
	struct published published;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	dating_make(archive_of(&sheet, 1, &arena), 1, DAY_NONE, &published, &arena);
	CHECK_CASE("an hour alone joins the day", published.minute == 558);
	CHECK_CASE("the day is that of the other", published.day == day_of(2021, 1, 26));
	arena_clear(&arena);
}

/* Whatever the year, if the weekday is that of the year. */
static void test_any_year(void **state)
{
	(void)state;
	for (int year = 1996; year <= 2025; year++) {
		struct sheet sheet = {.stamp_count = 0};
		struct published published;
		struct arena arena;
		arena_init(&arena);
		sheet.text = arena_format(&arena,
			"Les deux ministres se sont vus ce %s 9 mars. En novembre %d, ils avaient "
			"signé. L'accord expire le 30 avril %d.",
			weekdays[weekday_of(day_of(year, 3, 9))], year - 1, year);
		dating_make(
			archive_of(&sheet, 1, &arena), 1, day_of(2026, 1, 1), &published, &arena);
		CHECK_CASE(sheet.text, published.day == day_of(year, 3, 9));
		dating_make(archive_of(&sheet, 1, &arena), 1, DAY_NONE, &published, &arena);
		CHECK_CASE("today is not needed", published.day == day_of(year, 3, 9));
		dating_make(
			archive_of(&sheet, 1, &arena), 1, day_of(year, 3, 8), &published, &arena);
		CHECK_CASE("nothing is dated after today",
			published.day == DAY_NONE || published.day <= day_of(year, 3, 8));
		arena_clear(&arena);
	}
}

#define TREATY "La prolongation du traité sur les armes stratégiques, voulue par le Kremlin, "

/* The same archive in two orders: what lacks a year has it from its neighbours. */
static void test_neighbours(void **state)
{
	static const struct sheet sheets[] = {
		{TREATY "a été discutée lundi par les experts de Genève. Il expire le 5 février.",
			.stamps = {STAMP(0, 1, 26)}, .stamp_count = 1},
		{TREATY "a été évoquée par les experts à Genève. Le traité expire le 5 février "
			"2021.",
			.stamps = {STAMP(2021, 1, 25)}, .stamp_count = 1},
		{TREATY "a été saluée par les experts de Genève. Le traité vaut jusqu'en 2026.",
			.stamps = {STAMP(2021, 1, 31)}, .stamp_count = 1},
		{"Le boulanger de la rue des Lilas vend ses croissants moins cher que son voisin.",
			.stamps = {STAMP(2016, 1, 27)}, .stamp_count = 1},
		{"Une tempête de neige a fermé les routes de la vallée, dit la préfecture.",
			.stamps = {STAMP(2018, 1, 24)}, .stamp_count = 1},
		{"Un chat perdu retrouve son maître après dix hivers de vagabondage.",
			.stamps = {STAMP(0, 1, 24)}, .stamp_count = 1},
	};
	struct sheet turned[COUNT(sheets)];
	struct published there[COUNT(sheets)], back[COUNT(sheets)];
	uint32_t last = COUNT(sheets) - 1;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i <= last; i++)
		turned[i] = sheets[last - i];
	dating_make(
		archive_of(sheets, last + 1, &arena), last + 1, day_of(2026, 1, 1), there, &arena);
	dating_make(
		archive_of(turned, last + 1, &arena), last + 1, day_of(2026, 1, 1), back, &arena);
	CHECK_CASE("two neighbours and a shared day tell the year",
		there[0].day == day_of(2021, 1, 26) && there[0].year_inferred);
	CHECK_CASE("the reason names them", strstr(there[0].why, "nearest"));
	CHECK_CASE("who has no neighbour stays without", there[last].day == DAY_NONE);
	for (uint32_t i = 0; i <= last; i++) {
		CHECK_CASE("the order is nothing", there[i].day == back[last - i].day);
		CHECK_CASE("nor for the reasons", strcmp(there[i].why, back[last - i].why) == 0);
	}
	arena_clear(&arena);
}

/* Many articles that all lack their year: the cost must not be that of all pairs. */
static void test_many(void **state)
{
	uint32_t count = 3000;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct sheet *sheets = ARENA_ARRAY(&arena, struct sheet, count);
	struct published *published = ARENA_ARRAY(&arena, struct published, count);
	for (uint32_t i = 0; i < count; i++) {
		sheets[i] =
			(struct sheet){.stamps = {STAMP(i % 2 ? 2021 : 0, 1, 1 + (int)(i % 28))},
				.stamp_count = 1};
		sheets[i].text = arena_format(&arena,
			"Les élus du canton%u ont voté la taxe%u sur le village%u, dit l'expert "
			"%u.",
			i / 2 % 100, i / 2 % 100, i / 2 % 100, i);
	}
	dating_make(archive_of(sheets, count, &arena), count, DAY_NONE, published, &arena);
	for (uint32_t i = 0; i < count; i++)
		CHECK_CASE("all are of the year of the others",
			published[i].precision == PRECISION_DAY &&
				civil_of(published[i].day).year == 2021);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_hour),
		cmocka_unit_test(test_any_year),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
