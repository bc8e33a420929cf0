#include "unit/check.h"

#include "store/query-text.h"
#include "store/search.h"
#include "unit/store/made.h"

#include <stdio.h>

static const char *ids_of(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	const char *out = "";

	for (uint32_t i = 0; i < result.count; i++)
		out = arena_format(arena, "%s%s%u", out, i ? " " : "", result.ids[i]);
	return out;
}

/* What a filter finds, how it is written, and in how many chips. */
static const struct {
	const char *label, *text, *want, *written;
	uint32_t chips;
} filters[] = {
	/* clang-format off */
	{"nothing asked", "  ", "3 1 2 0 4", "", 0},
	{"a plain word, in any form", "missile", "1 0", "missile", 1},
	{"words side by side: all, one chip", "missiles coopération", "1", "missiles coopération", 1},
	{"AND between them says the same", "missiles AND coopération", "1", "missiles coopération", 1},
	{"either", "coopération OR truites", "1 4", "coopération OR truites", 1},
	{"OR in small letters is a word", "coopération or truites", "", "coopération or truites", 1},
	{"OR binds closer than a blank", "missiles coopération OR prolongation", "1 0",
		"missiles (coopération OR prolongation)", 2},
	{"not", "traité -peskov", "0", "traité -peskov", 2},
	{"not both words", "-(ministre traité)", "3 1 2 4", "-(ministre traité)", 1},
	{"neither", "-(ministre OR traité)", "4", "-(ministre OR traité)", 1},
	{"two words or one", "(traité missiles) OR truites", "0 4", "(traité missiles) OR truites", 1},
	{"a minus before each of several", "-traité -truites", "3 1", "-traité -truites", 2},
	{"either, or without", "truites OR -ministre", "2 4", "truites OR -ministre", 1},
	{"parentheses in parentheses", "(((truites) OR (coopération)))", "1 4", "truites OR coopération", 1},
	{"twice turned round", "-(-truites)", "4", "truites", 1},
	{"a minus within a word is none", "porte-parole", "3 2", "porte-parole", 1},
	{"a minus by itself is none", "truites - saumons", "4", "truites saumons", 1},
	{"words in this order", "\"coopération économique\"", "1", "\"coopération économique\"", 1},
	{"in no other", "\"économique coopération\"", "", "\"économique coopération\"", 1},
	{"accents and case do not matter in it", "\"MISSILES NUCLEAIRES\"", "0", "\"MISSILES NUCLEAIRES\"", 1},
	{"its forms do", "\"missile nucléaire\"", "", "\"missile nucléaire\"", 1},
	{"a phrase does not go over the end of a line", "\"Blinken M\"", "", "\"Blinken M\"", 1},
	{"a phrase in the title", "\"année plus tard\"", "3", "\"année plus tard\"", 1},
	{"signs between its words do not count", "\"porte parole\"", "3 2", "\"porte parole\"", 1},
	{"without a phrase", "-\"porte-parole\" ministre", "1 0", "-\"porte-parole\" ministre", 2},
	{"a word that stands nowhere", "\"zzz missiles\"", "", "\"zzz missiles\"", 1},
	{"this very form", "=missiles", "1 0", "=missiles", 1},
	{"not another", "=missile", "", "=missile", 1},
	{"a prefix", "coop*", "1", "coop*", 1},
	{"not without its star", "coop", "", "coop", 1},
	{"a prefix and a word", "nucl* blinken", "0", "nucl* blinken", 2},
	{"a person by part of a name", "person:lavrov", "3 1 0", "person:serguei-lavrov", 1},
	{"operators in any case", "Person:lavrov", "3 1 0", "person:serguei-lavrov", 1},
	{"a name in quotation marks", "person:\"Sergueï Lavrov\"", "3 1 0", "person:serguei-lavrov", 1},
	{"two people", "person:lavrov person:peskov", "3", "person:serguei-lavrov person:dmitri-peskov", 2},
	{"either of two people: two chips", "person:lavrov OR person:peskov", "3 1 2 0",
		"person:serguei-lavrov OR person:dmitri-peskov", 2},
	{"either of two, and a third: they stay apart", "(person:lavrov OR person:peskov) person:blinken", "0",
		"(person:serguei-lavrov OR person:dmitri-peskov) person:antony-blinken", 2},
	{"without a person", "-person:lavrov", "2 4", "-person:serguei-lavrov", 1},
	{"a function", "role:ministre", "3 1 0", "role:ministre", 1},
	{"a function of two words", "role:\"secrétaire état\"", "0", "role:\"secrétaire état\"", 1},
	{"a month", "date:2021-01", "2 0", "date:2021-01", 1},
	{"from a day to a day", "date:2021-01-26..2021-02-05", "1 2 0", "date:2021-01-26..2021-02-05", 1},
	{"after a year", "date:>2021", "3", "date:>2021", 1},
	{"undated", "date:undated", "4", "date:undated", 1},
	{"a source", "source:sputnik", "1 2 0", "source:Sputnik", 1},
	{"no source stated", "source:\"\"", "3 4", "source:\"\"", 1},
	{"a language", "lang:fr", "3 1 2 0 4", "lang:fr", 1},
	{"a language by its name", "lang:French", "3 1 2 0 4", "lang:fr", 1},
	{"articles whose language is not known", "lang:unknown", "", "lang:\"\"", 1},
	{"the same as the sidebar has it", "lang:\"Not known\"", "", "lang:\"\"", 1},
	{"the story of an article", "story:a/1.txt", "0", "story:a/1.txt", 1},
	{"a word and an operator", "traité person:peskov", "2", "traité person:dmitri-peskov", 2},
	{"a person or a word", "person:blinken OR truites", "0 4", "person:antony-blinken OR truites", 1},
	{"a colon that no operator has", "9:18", "", "9:18", 1},
	{"an address is words", "https://example.org", "", "https://example.org", 1},
	{"a colon at the end of a word", "ministre: traité", "0", "ministre traité", 1},
	{"signs ask nothing", "« … »", "3 1 2 0 4", "", 0},
	{"a quotation mark in a phrase is written twice", "\"a\"\"b\"", "", "\"a\"\"b\"", 1},
	/* clang-format on */
};

static void test_language(void **state)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(filters); i++) {
		const struct query *query, *again;
		struct query_fault wrong = {0};
		enum err err = query_read(
			epoch, span_of(filters[i].text), false, &query, &made.arena, &wrong);
		CHECK_TEXT(filters[i].label, span_of(wrong.fault.words), SPAN(""));
		if (err)
			continue;
		CHECK_TEXT(filters[i].label, span_of(ids_of(epoch, query, &made.arena)),
			span_of(filters[i].want));
		const char *written = query_write(query, &made.arena);
		CHECK_TEXT(filters[i].label, span_of(written), span_of(filters[i].written));
		CHECK_CASE(filters[i].label, query->count == filters[i].chips);
		assert_int_equal(
			query_read(epoch, span_of(written), false, &again, &made.arena, &wrong),
			OK);
		CHECK_TEXT(filters[i].label, span_of(query_write(again, &made.arena)),
			span_of(written));
		CHECK_CASE(filters[i].label, again->count == query->count);
	}
	made_clear(&made);
}

/* Mistakes: what is said, and at which bytes it points; in a text that is still typed the same,
 * or nothing. */
static void test_mistakes(void **state)
{
	static const struct {
		const char *label, *text, *says;
		uint32_t start, end;
		bool typed; /* it is one while it is typed too */
	} cases[] = {
		/* clang-format off */
		{"a slip in an operator", "traité persn:lavrov", "perhaps person: was meant", 8, 14, true},
		{"an operator that there is not", "Kremlin:oui", "quotation marks", 0, 8, true},
		{"nobody", "x person:zzyzx", "nobody in the archive", 9, 14, true},
		{"a slip in a name", "person:Laprov", "perhaps", 7, 13, true},
		{"no date", "date:hier", "is no date", 5, 9, true},
		{"no source", "source:nowhere", "no article is from", 7, 14, true},
		{"a slip in a source", "source:Sputnok", "perhaps Sputnik was meant", 7, 14, true},
		{"no article", "story:nowhere", "in its path", 6, 13, true},
		{"no language", "lang:klingon", "is no language", 5, 12, true},
		{"a language that is not told from others", "lang:vi", "lang:unknown", 5, 7, true},
		{"a day spoken of without a date", "about:undated", "about:2021-02-05", 6, 13, true},
		{"a function without words", "role:\"!\"", "a function is wanted", 5, 8, true},
		{"an operator without a value", "person:", "wants a name", 0, 7, false},
		{"one that something follows", "person: lavrov", "wants a name", 0, 7, true},
		{"a phrase that is not closed", "a \"b c", "not closed", 2, 3, false},
		{"a parenthesis that is not closed", "a (b", "not closed", 2, 3, false},
		{"a parenthesis too many", "a b)", "could close", 3, 4, true},
		{"OR with nothing before it", "OR a", "before it", 0, 2, true},
		{"OR with nothing behind it", "a OR", "behind it", 2, 4, false},
		{"nothing behind OR in parentheses", "(a OR) b", "behind it", 3, 5, true},
		{"OR twice", "a OR OR b", "before it", 5, 7, true},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = NULL;
		struct query_fault wrong = {0};
		struct span text = span_of(cases[i].text);
		CHECK_CASE(cases[i].label,
			query_read(epoch, text, false, &query, &made.arena, &wrong) != OK);
		CHECK_CASE(cases[i].label, !query && strstr(wrong.fault.words, cases[i].says));
		CHECK_CASE(cases[i].label, wrong.at.start == cases[i].start);
		CHECK_CASE(cases[i].label, wrong.at.end == cases[i].end);
		enum err err = query_read(epoch, text, true, &query, &made.arena, &wrong);
		CHECK_CASE(cases[i].label, (err != OK) == cases[i].typed);
	}
	made_clear(&made);
}

static void test_limits(void **state)
{
	static const struct {
		const char *label, *part;
		unsigned times;
		enum err err;
	} cases[] = {
		{"parentheses as deep as is allowed", "(", QUERY_DEPTH_MOST, OK},
		{"deeper", "(", QUERY_DEPTH_MOST + 1, ERR_LIMIT},
		{"as many things as are allowed", "-a ", QUERY_CLAUSES_MOST, OK},
		{"more", "-a ", QUERY_CLAUSES_MOST + 1, ERR_LIMIT},
		{"a text as long as is allowed", " ", QUERY_TEXT_MOST, OK},
		{"longer", " ", QUERY_TEXT_MOST + 1, ERR_LIMIT},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len = strlen(cases[i].part), all = len * cases[i].times;
		char *text = arena_alloc(&made.arena, all + 1);
		const struct query *query;
		struct query_fault wrong;
		for (size_t at = 0; at < all; at++)
			text[at] = cases[i].part[at % len];
		enum err err = query_read(
			epoch, (struct span){text, all}, true, &query, &made.arena, &wrong);
		CHECK_CASE(cases[i].label, err == cases[i].err);
	}
	made_clear(&made);
}

/* What is marked in article 0: the included words, those of groups and phrases too. */
static void test_hits(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"a word", "missile", "missiles"},
		{"this very form", "=missiles", "missiles"},
		{"a phrase is one hit", "\"missiles nucléaires\"", "missiles nucléaires"},
		{"the longer of two that begin together", "\"missiles nucléaires\" missile",
			"missiles nucléaires"},
		{"of groups", "missile OR coopération OR parlé", "parlé|missiles"},
		{"not what is left out", "missile -truites -(blinken pêche)", "missiles"},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = query_empty();
		struct query_fault wrong;
		struct extent *hits;
		const char *found = "";
		assert_int_equal(query_read(epoch, span_of(cases[i].text), false, &query,
					 &made.arena, &wrong),
			OK);
		uint32_t count = search_hits(epoch, 0, query, &hits, &made.arena);
		for (uint32_t h = 0; h < count; h++) {
			struct span hit = span_in(epoch_article(epoch, 0)->text, hits[h]);
			found = arena_format(
				&made.arena, "%s%s%.*s", found, h ? "|" : "", (int)hit.len, hit.at);
		}
		CHECK_TEXT(cases[i].label, span_of(found), span_of(cases[i].want));
	}
	made_clear(&made);
}

/* What is added to a filter that stands. */
static void test_both(void **state)
{
	static const struct {
		const char *label, *first, *second, *want;
	} cases[] = {
		{"to nothing", "", "person:lavrov OR person:peskov",
			"person:serguei-lavrov OR person:dmitri-peskov"},
		{"people joined by OR beside people", "person:blinken",
			"person:lavrov OR person:peskov",
			"person:antony-blinken (person:serguei-lavrov OR person:dmitri-peskov)"},
		{"the same twice", "traité -missiles", "-missiles", "traité -missiles"},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *first, *second;
		struct query_fault wrong;
		assert_int_equal(query_read(epoch, span_of(cases[i].first), false, &first,
					 &made.arena, &wrong),
			OK);
		assert_int_equal(query_read(epoch, span_of(cases[i].second), false, &second,
					 &made.arena, &wrong),
			OK);
		const struct query *both = query_both(first, second, &made.arena);
		CHECK_TEXT(cases[i].label, span_of(query_write(both, &made.arena)),
			span_of(cases[i].want));
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_hits),
		cmocka_unit_test(test_both),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
