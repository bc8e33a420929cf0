#include "unit/check.h"

#include "base/buf.h"
#include "know/roles.h"
#include "text/calendar.h"
#include "unit/know/archive.h"

#define TEXTS 6

#define DROPS "Il pleut encore sur toute la ville et sur tous ses toits. "
#define RAIN DROPS DROPS DROPS DROPS DROPS DROPS DROPS

/* Texts with their days of publication; who holds what, and who is meant by a function where. */
struct sample {
	const char *label;
	struct {
		const char *text;
		int year, month, day;
	} texts[TEXTS];
	const char *held;  /* "Paul Petit: maire de Brive 2021-01-01..2021-02-03 | …" */
	const char *meant; /* "0 le maire = Paul Petit | …" */
};

/* clang-format off */
static const struct sample samples[] = {
	{"a function is held from the first day on which it was read to the last",
		{{"Hier le maire de Brive, Paul Petit, est venu.", 2021, 1, 4}, {"Paul Petit, maire de Brive, parle.", 2021, 2, 3}},
		"Paul Petit: maire de Brive 2021-01-04..2021-02-03", ""},
	{"one function in two wordings: the commoner is shown",
		{{"Hier le ministre russe de la Culture, Paul Petit, est venu.", 2021, 1, 4},
			{"Hier le ministre de la Culture russe, Paul Petit, est venu.", 2021, 1, 5},
			{"Hier le ministre de la Culture russe, Paul Petit, est venu.", 2021, 1, 6}},
		"Paul Petit: ministre de la Culture russe 2021-01-04..2021-01-06", ""},
	{"of two as common, the shorter",
		{{"Hier le ministre de la Culture de Russie, Paul Petit, est venu.", 2021, 1, 4},
			{"Hier le ministre russe de la Culture, Paul Petit, est venu.", 2021, 1, 5}},
		"Paul Petit: ministre russe de la Culture 2021-01-04..2021-01-05", ""},
	{"what says less is the same function",
		{{"Hier le président russe, Paul Petit, est venu. Puis le président Paul Petit est parti.", 2021, 1, 4}},
		"Paul Petit: président russe 2021-01-04..2021-01-04", ""},
	{"former functions stay apart",
		{{"Hier l'ex-président russe Paul Petit est venu.", 2021, 1, 4}},
		"Paul Petit: ex-président russe 2021-01-04..2021-01-04", ""},
	{"the article's own holder",
		{{"Hier le maire de Brive, Paul Petit, est venu. Puis le maire de Brive est parti. Il pleut, dit le maire.", 2021, 1, 4}},
		"Paul Petit: maire de Brive 2021-01-04..2021-01-04", "0 le maire de Brive = Paul Petit | 0 le maire = Paul Petit"},
	{"also before he is named, where the function is told in full",
		{{"Puis le maire de Brive est parti. Le maire est venu. Hier le maire de Brive, Paul Petit, est venu.", 2021, 1, 4}},
		"Paul Petit: maire de Brive 2021-01-04..2021-01-04", "0 le maire de Brive = Paul Petit"},
	{"long after him it may be anyone",
		{{"Hier le maire de Brive, Paul Petit, est venu. " RAIN RAIN RAIN RAIN "Puis le maire est parti.", 2021, 1, 4}},
		"Paul Petit: maire de Brive 2021-01-04..2021-01-04", ""},
	{"an article with two mayors has no \"the mayor\"",
		{{"Hier le maire de Brive, Paul Petit, a vu le maire de Tulle, Jean Morel. Le maire est parti.", 2021, 1, 4}},
		"Jean Morel: maire de Tulle 2021-01-04..2021-01-04 | Paul Petit: maire de Brive 2021-01-04..2021-01-04", ""},
	{"nor has one that speaks of another",
		{{"Hier le maire de Brive, Paul Petit, a vu le maire de Tulle. Le maire est parti.", 2021, 1, 4}},
		"Paul Petit: maire de Brive 2021-01-04..2021-01-04", ""},
	{"the archive's only holder at that time",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2021, 1, 4}, {"Le porte-parole du Kremlin parle.", 2021, 2, 3}},
		"Paul Petit: porte-parole du Kremlin 2021-01-04..2021-01-04", "1 Le porte-parole du Kremlin = Paul Petit"},
	{"too long ago",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2019, 1, 4}, {"Le porte-parole du Kremlin parle.", 2021, 2, 3}},
		"Paul Petit: porte-parole du Kremlin 2019-01-04..2019-01-04", ""},
	{"some months on, unless he is read so again later",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2020, 1, 4}, {"Le porte-parole du Kremlin parle.", 2020, 5, 3}},
		"Paul Petit: porte-parole du Kremlin 2020-01-04..2020-01-04", ""},
	{"later readings close the gap",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2020, 1, 4}, {"Le porte-parole du Kremlin parle.", 2020, 5, 3},
			{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2020, 9, 4}},
		"Paul Petit: porte-parole du Kremlin 2020-01-04..2020-09-04", "1 Le porte-parole du Kremlin = Paul Petit"},
	{"a new one is not who held it until now",
		{{"Hier le président russe, Paul Petit, est venu.", 2021, 1, 4}, {"Le nouveau président russe parle.", 2021, 1, 9}},
		"Paul Petit: président russe 2021-01-04..2021-01-04", ""},
	{"a party is no part of whom it leads",
		{{"Hier le président russe, Paul Petit, est venu. Le président républicain du Sénat parle.", 2021, 1, 4}},
		"Paul Petit: président russe 2021-01-04..2021-01-04", ""},
	{"two about that time are nobody",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2021, 1, 4},
			{"Hier le porte-parole du Kremlin, Jean Morel, est venu.", 2021, 1, 24}, {"Le porte-parole du Kremlin parle.", 2021, 1, 14}},
		"Jean Morel: porte-parole du Kremlin 2021-01-24..2021-01-24 | Paul Petit: porte-parole du Kremlin 2021-01-04..2021-01-04", ""},
	{"long after another one it is the later one",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu.", 2020, 1, 4},
			{"Hier le porte-parole du Kremlin, Jean Morel, est venu.", 2021, 1, 24}, {"Le porte-parole du Kremlin parle.", 2021, 1, 28}},
		"Jean Morel: porte-parole du Kremlin 2021-01-24..2021-01-24 | Paul Petit: porte-parole du Kremlin 2020-01-04..2020-01-04",
		"2 Le porte-parole du Kremlin = Jean Morel"},
	{"former holders do not count",
		{{"Hier l'ex-président russe Paul Petit est venu.", 2021, 1, 4}, {"Le président russe parle.", 2021, 1, 5}},
		"Paul Petit: ex-président russe 2021-01-04..2021-01-04", ""},
	{"what every country has needs its country",
		{{"Hier le ministre de la Culture, Paul Petit, est venu.", 2021, 1, 4}, {"Le ministre de la Culture parle.", 2021, 1, 5}},
		"Paul Petit: ministre de la Culture 2021-01-04..2021-01-04", ""},
	{"a nationality is its country",
		{{"Hier le président américain, Paul Petit, est venu.", 2021, 1, 4}, {"Le président des États-Unis parle.", 2021, 1, 5}},
		"Paul Petit: président américain 2021-01-04..2021-01-04", "1 Le président des États-Unis = Paul Petit"},
	{"another year is history",
		{{"Hier le président américain, Paul Petit, est venu.", 2021, 1, 4}, {"En 1962, le président américain parle.", 2021, 1, 5}},
		"Paul Petit: président américain 2021-01-04..2021-01-04", ""},
	{"the article's gender is not his",
		{{"Hier le porte-parole du Kremlin, M. Paul Petit, est venu.", 2021, 1, 4}, {"La porte-parole du Kremlin parle.", 2021, 1, 5}},
		"Paul Petit: porte-parole du Kremlin 2021-01-04..2021-01-04", ""},
	{"within another function",
		{{"Hier le président russe, Paul Petit, est venu.", 2021, 1, 4}, {"Le porte-parole du président russe parle.", 2021, 1, 5}},
		"Paul Petit: président russe 2021-01-04..2021-01-04", "1 président russe = Paul Petit"},
	{"an undated article knows its own", {{"Hier le maire de Brive, Paul Petit, est venu. Le maire de Brive parle.", 0, 0, 0}},
		"Paul Petit: maire de Brive -..-", "0 Le maire de Brive = Paul Petit"},
};
/* clang-format on */

struct made {
	struct document *documents;
	struct people people;
	uint32_t count;
};

static struct made made_of(const struct sample *sample, bool backwards, struct arena *arena)
{
	struct sheet sheets[TEXTS] = {0};
	struct published published[TEXTS] = {0};
	const uint8_t *kinds[TEXTS];
	struct made made = {0};

	while (made.count < TEXTS && sample->texts[made.count].text)
		made.count++;
	for (uint32_t i = 0; i < made.count; i++) {
		uint32_t from = backwards ? made.count - 1 - i : i;
		uint8_t *kind = ARENA_NEW(arena, uint8_t);
		bool dated = sample->texts[from].year != 0;
		*kind = LINE_PARAGRAPH;
		kinds[i] = kind;
		sheets[i].text = sample->texts[from].text;
		published[i].day =
			dated ? day_of(sample->texts[from].year, sample->texts[from].month,
					sample->texts[from].day)
			      : DAY_NONE;
		published[i].precision = dated ? PRECISION_DAY : PRECISION_NONE;
	}
	made.documents = archive_of(sheets, made.count, arena);
	people_make(made.documents, kinds, made.count, NULL, &made.people, arena);
	roles_make(made.documents, kinds, published, made.count, &made.people, arena);
	return made;
}

static const char *day_text(int32_t day, struct arena *arena)
{
	return day == DAY_NONE ? "-" : day_iso(day, PRECISION_DAY, arena);
}

static struct span held_in(const struct made *made, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t a = 0; a < made->people.actor_count; a++) {
		const struct actor *actor = &made->people.actors[a];
		for (uint32_t i = 0; i < actor->role_count; i++)
			buf_format(&buf, "%s%s: %s %s..%s", buf.len ? " | " : "", actor->name,
				actor->roles[i].text, day_text(actor->roles[i].from, arena),
				day_text(actor->roles[i].to, arena));
	}
	return buf_span(&buf);
}

static struct span meant_in(const struct made *made, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t d = 0; d < made->count; d++)
		for (uint32_t i = 0; i < made->people.documents[d].mention_count; i++) {
			const struct mention *mention = &made->people.documents[d].mentions[i];
			struct span text = made->documents[d].article->text;
			if (mention->how != HOW_ROLE)
				continue;
			buf_format(&buf, "%s%u ", buf.len ? " | " : "", d);
			buf_add(&buf, span_in(text, mention->at));
			buf_format(&buf, " = %s", made->people.actors[mention->actor].name);
		}
	return buf_span(&buf);
}

static void test_samples(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct made made = made_of(&samples[i], false, &arena);
		CHECK_TEXT(samples[i].label, held_in(&made, &arena), span_of(samples[i].held));
		CHECK_TEXT(samples[i].label, meant_in(&made, &arena), span_of(samples[i].meant));
		made = made_of(&samples[i], true, &arena);
		CHECK_TEXT("the other way round", held_in(&made, &arena), span_of(samples[i].held));
	}
	arena_clear(&arena);
}

/* Each role says where it was read, each mention by function which of these readings tells. */
static void test_readings(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct made made = made_of(&samples[i], false, &arena);
		const char *label = samples[i].label;
		for (uint32_t a = 0; a < made.people.actor_count; a++)
			for (uint32_t r = 0; r < made.people.actors[a].role_count; r++) {
				const struct role *role = &made.people.actors[a].roles[r];
				CHECK_CASE(label, role->reading_count >= role->articles);
				CHECK_CASE(label, role->articles > 0);
				CHECK_CASE(label, role->readings[0].actor == a);
				CHECK_CASE(label, role->readings[0].role == r);
			}
		for (uint32_t d = 0; d < made.count; d++)
			for (uint32_t m = 0; m < made.people.documents[d].mention_count; m++) {
				const struct mention *mention =
					&made.people.documents[d].mentions[m];
				CHECK_CASE(label,
					(mention->how == HOW_ROLE) == (mention->reading != NULL));
				CHECK_CASE(label, !mention->reading || mention->reading->actor ==
									       mention->actor);
			}
	}
	arena_clear(&arena);
}

/* What is counted beside a person: articles that mean him and do not name him. */
static void test_articles_by_function(void **state)
{
	static const struct sample sample = {"",
		{{"Hier le porte-parole du Kremlin, Paul Petit, est venu. "
		  "Le porte-parole du Kremlin parle.",
			 2021, 1, 4},
			{"Le porte-parole du Kremlin parle. Le "
			 "porte-parole du Kremlin dort.",
				2021, 1, 5}},
		"", ""};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct made made = made_of(&sample, false, &arena);
	assert_int_equal(made.people.actor_count, 1);
	assert_int_equal(made.people.actors[0].articles, 1);
	assert_int_equal(made.people.actors[0].role_articles, 1);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_articles_by_function),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
