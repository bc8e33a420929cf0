#include "unit/check.h"

#include "unit/store/made.h"

static void test_order(void **state)
{
	static const struct made_article told[] = {
		{.path = "1", .body = "Sans date."},
		{.path = "2", .year = 2021, .month = 1, .day = 5, .body = "Un."},
		{.path = "3", .year = 2021, .month = 1, .day = 5, .minute = 600, .body = "Deux."},
		{.path = "4", .year = 2021, .month = 1, .day = 5, .minute = 900, .body = "Trois."},
		{.path = "5", .year = 2021, .month = 1, .day = 6, .body = "Quatre."},
		{.path = "6", .year = 2021, .month = 1, .day = 5, .body = "Cinq."},
		{.path = "7", .body = "Sans date non plus."},
	};
	static const article_id want[] = {4, 3, 2, 1, 5, 0, 6};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	CHECK_CASE("all are there", epoch_count(epoch) == COUNT(told));
	CHECK_CASE("final when said so", epoch_is_final(epoch));
	for (uint32_t place = 0; place < COUNT(want); place++) {
		CHECK_CASE("the latest first, then by time, then by path, undated last",
			epoch_by_date(epoch)[place] == want[place]);
		CHECK_CASE("an article knows its place",
			epoch_facts(epoch, want[place])->place == place);
	}
	made_clear(&made);
}

static void test_article_find(void **state)
{
	static const struct made_article told[] = {
		{.path = "seeds/000_a.txt", .body = "Un."},
		{.path = "seeds/001_b.txt", .body = "Deux."},
		{.path = "seeds/old/000_a.txt", .body = "Trois."},
		{.path = "2021.txt", .body = "Quatre."},
	};
	static const struct {
		const char *label, *spec;
		uint32_t count;
		article_id id;
	} cases[] = {
		{"a number", "1", 1, 1},
		{"with zeros before it", "003", 1, 3},
		{"a number that no article has is part of a path", "2021", 1, 3},
		{"a whole path, though it ends another", "seeds/000_a.txt", 1, 0},
		{"a unique part", "001_", 1, 1},
		{"the end of several", "000_a.txt", 2, 0},
		{"a part of several", "seeds", 2, 0},
		{"nothing like it", "zzz", 0, ARTICLE_NONE},
		{"no words at all", "", 0, ARTICLE_NONE},
		{"a number too long to be one", "99999999999999999999", 0, ARTICLE_NONE},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		article_id id = ARTICLE_NONE;
		uint32_t count = epoch_article_find(epoch, span_of(cases[i].spec), &id);
		CHECK_CASE(cases[i].label, count == cases[i].count);
		CHECK_CASE(cases[i].label, id == cases[i].id);
	}
	made_clear(&made);
}

static void test_actors(void **state)
{
	static const struct {
		const char *label, *name, *slug;
	} cases[] = {
		{"a slug", "dmitri-peskov", "dmitri-peskov"},
		{"a name", "Sergueï Lavrov", "serguei-lavrov"},
		{"in capitals, without accents", "SERGUEI LAVROV", "serguei-lavrov"},
		{"another spelling", "Dimitry Peskow", "dmitri-peskov"},
		{"another script", "Песков", "dmitri-peskov"},
		{"a form found in an article", "Lavrov", "serguei-lavrov"},
		{"somebody else", "Jean Lavrov", NULL},
		{"a given name alone", "Sergueï", NULL},
		{"nobody", "", NULL},
		{"signs", "…", NULL},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint32_t actor = epoch_actor_find(epoch, span_of(cases[i].name));
		CHECK_TEXT(cases[i].label,
			span_of(actor == ACTOR_NONE ? NULL : epoch_actor(epoch, actor)->slug),
			span_of(cases[i].slug));
	}
	const struct facts *facts = epoch_facts(epoch, 0);
	CHECK_CASE("two are named in the first", facts->people_count == 2);
	CHECK_TEXT("the one most mentioned is the first",
		span_of(epoch_actor(epoch, facts->people[0])->slug), SPAN("serguei-lavrov"));
	for (uint32_t i = 0; i < epoch_actor_count(epoch); i++)
		CHECK_CASE("an actor counts the articles that name it",
			epoch_actor(epoch, i)->articles == epoch->actor_articles[i]);
	made_clear(&made);
}

static void test_term_words(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));
	const struct segment *segment = made.archive.segments.at[4];
	uint32_t found = 0;

	(void)state;
	for (uint32_t i = 0; i < segment->evidence->terms.count; i++) {
		struct span stem = term_stem(&segment->evidence->terms, i);
		struct span word = epoch_term_word(epoch, 4, segment->evidence->terms.at[i].stem);
		struct span text = epoch_article(epoch, 4)->text;
		CHECK_CASE("a word of the article's own text",
			word.at >= text.at && word.at + word.len <= text.at + text.len);
		found += span_is(stem, "pech") && span_is(word, "pêche");
	}
	CHECK_CASE("as it is written there", found == 1);
	made_clear(&made);
}

/* What is made while the archive grows is the same as what is made at once. */
static void test_growth(void **state)
{
	struct made grown, whole;
	const struct epoch *at_once = made_of(&whole, made_five, COUNT(made_five));

	(void)state;
	made_init(&grown);
	for (size_t i = 0; i < COUNT(made_five); i++) {
		made_add(&grown, &made_five[i]);
		CHECK_CASE("an epoch at every step",
			epoch_count(made_epoch(&grown)) == (uint32_t)i + 1);
	}
	const struct epoch *epoch = grown.epoch;
	CHECK_CASE("as many forms", epoch->forms.count == at_once->forms.count);
	for (uint32_t i = 0; i < epoch->forms.count; i++)
		CHECK_TEXT("in the same order", view_text(&epoch->forms, epoch->forms.sorted[i]),
			view_text(&at_once->forms, at_once->forms.sorted[i]));
	for (uint32_t i = 0; i < epoch_count(epoch); i++)
		CHECK_CASE("and articles", epoch_by_date(epoch)[i] == epoch_by_date(at_once)[i]);
	made_clear(&grown);
	made_clear(&whole);
}

static void test_given_up(void **state)
{
	struct made made;
	atomic_bool stop;

	(void)state;
	atomic_init(&stop, true);
	made_of(&made, made_five, COUNT(made_five));
	CHECK_CASE("an epoch that nobody wants is not made",
		epoch_make(&made.archive, DAY_NONE, true, &stop) == NULL);
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_article_find),
		cmocka_unit_test(test_actors),
		cmocka_unit_test(test_term_words),
		cmocka_unit_test(test_growth),
		cmocka_unit_test(test_given_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
