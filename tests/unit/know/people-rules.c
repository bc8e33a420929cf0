#include "unit/check.h"

#include "know/people-rules.h"
#include "unit/know/texts.h"

#include <stdio.h>

/* "merge 1 a: b, c | …" and the slips behind a "!". */
static struct span parsed(const char *text, struct arena *arena)
{
	struct people_rules rules = people_rules_parse(span_of(text), arena);
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < rules.count; i++) {
		const struct people_rule *rule = &rules.at[i];
		buf_format(&out, "%s%s %u %.*s:", i ? " | " : "", people_verb_name(rule->verb),
			rule->line, (int)rule->name.len, rule->name.at ? rule->name.at : "");
		for (uint32_t k = 0; k < rule->other_count; k++)
			buf_format(&out, "%s%.*s", k ? ", " : " ", (int)rule->others[k].len,
				rule->others[k].at);
	}
	for (uint32_t i = 0; i < rules.slip_count; i++)
		buf_format(&out, " ! %s", rules.slips[i].words);
	return buf_span(&out);
}

/* clang-format off */
static const struct {
	const char *label, *text, *want;
} lines[] = {
	{"nothing", "", ""},
	{"comments and empty lines", "# a\n\n   \n  # b\n", ""},
	{"names with blanks", "merge Ana Ruiz : A. Ruiz,Anna Ruiz\n",
		"merge 1 Ana Ruiz: A. Ruiz, Anna Ruiz"},
	{"the lines have numbers", "\nhide A b, C d\r\nrename x-y: Z\n",
		"hide 2 : A b, C d | rename 3 x-y: Z"},
	{"a comment behind a line", "hide Vespucci # a ship\n", "hide 1 : Vespucci"},
	{"a sign that begins no comment", "hide C#\n", " ! line 1: hide wants a name"},
	{"a byte-order mark", "\xEF\xBB\xBFhide A b", "hide 1 : A b"},
	{"an unknown word", "merg A: B\nhide C", "hide 2 : C ! line 1: merg: merge, split, rename or hide is expected"},
	{"no colon", "merge A, B", " ! line 1: merge wants a name, a colon and further names"},
	{"no names", "split A: , ,", " ! line 1: split wants a name, a colon and further names"},
	{"two new names", "rename A: B, C", " ! line 1: rename wants a name, a colon and one other name"},
	{"no UTF-8", "hide \xFF\xFE\nhide B", "hide 2 : B ! line 1: no UTF-8"},
	{"a long word of many bytes is cut between letters",
		"ééééééééééééééééééééééééééééé x",
		" ! line 1: éééééééééééééééééééé: merge, split, rename or hide is expected"},
};

static const struct {
	const char *label;
	const char *texts[TEXTS + 1];
	const char *rules, *want;
} decisions[] = {
	{"two names of one person",
		{"Hier Nikolaï Tcholes parlait.", "Hier Nikolaï Peskov parlait."},
		"merge Nikolaï Peskov: Nikolaï Tcholes", "Nikolaï Peskov 2 2"},
	{"by their keys", {"Hier Nikolaï Tcholes parlait.", "Hier Nikolaï Peskov parlait."},
		"merge nikolai-peskov: nikolai-tcholes", "Nikolaï Peskov 2 2"},
	{"the first is not there",
		{"Hier Nikolaï Tcholes parlait. Ici Nikolaï Tcholes parle.", "Hier Nikolaï Peskov parlait."},
		"merge Somebody Else: Nikolaï Tcholes, Nikolaï Peskov", "Nikolaï Tcholes 2 3"},
	{"names that nobody has do nothing", {"Hier Nikolaï Tcholes parlait."},
		"merge A B: C D\nsplit A B: C D\nrename A B: C D\nhide A B", "Nikolaï Tcholes 1 1"},
	{"the surname has one bearer, once its two are merged",
		{"Hier Nikolaï Patrouchev parlait.", "Hier Dmitri Patrouchev parlait.", "Puis Patrouchev est parti."},
		"merge Nikolaï Patrouchev: Dmitri Patrouchev", "Nikolaï Patrouchev 3 3"},
	{"even of two genders", {"Hier Jean Martin parlait.", "Hier Jeanne Martin parlait."},
		"merge Jean Martin: Jeanne Martin", "Jean Martin 2 2"},
	{"a form that is somebody else",
		{"Hier George Bush parlait.", "Hier George W. Bush parlait."},
		"split George W. Bush: George Bush", "George W. Bush 1 1 | George Bush 1 1"},
	{"and is merged with a third",
		{"Hier George Bush parlait.", "Hier George W. Bush parlait.", "Hier Barbara Dupont parlait."},
		"split George W. Bush: George Bush\nmerge Barbara Dupont: George Bush",
		"Barbara Dupont 2 2 | George W. Bush 1 1"},
	{"a split of all forms changes nothing that can be seen", {"Hier Jean Martin parlait."},
		"split Jean Martin: Jean Martin", "Jean Martin 1 1"},
	{"a new name", {"Hier Jean Martin parlait."}, "rename Jean Martin: Jean-Pierre Martin",
		"Jean-Pierre Martin 1 1"},
	{"the lines below may use it",
		{"Hier Jean Martin parlait.", "Hier Rosa Alvarez parlait."},
		"rename Jean Martin: Jean-Pierre Martin\nhide Jean-Pierre Martin", "Rosa Alvarez 1 1"},
	{"nobody", {"Hier Rosa Alvarez et Jean Martin parlaient. Puis Martin est parti."},
		"hide Rosa Alvarez, Jean Martin", ""},
	{"capitals and accents do not count", {"Hier Rosa Álvarez parlait."}, "hide rosa ALVAREZ", ""},
	{"letters of another script", {"Вчера говорил Владимир Путин."}, "hide Vladimir Putin", ""},
	{"a line upon itself", {"Hier Jean Martin parlait."}, "merge Jean Martin: Jean Martin",
		"Jean Martin 1 1"},
};
/* clang-format on */

static void test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(lines[i].label, parsed(lines[i].text, &arena), span_of(lines[i].want));
		arena_clear(&arena);
	}
}

static void test_decisions(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(decisions); i++) {
		struct arena arena;
		struct archive archive;
		arena_init(&arena);
		struct people_rules rules = people_rules_parse(span_of(decisions[i].rules), &arena);
		fill(&archive, decisions[i].texts, NULL, &arena);
		struct people people =
			people_of(&archive, (struct people_beside){.rules = &rules}, &arena);
		CHECK_TEXT(
			decisions[i].label, described(&people, &arena), span_of(decisions[i].want));
		arena_clear(&arena);
	}
}

static void test_keys_and_ties(void **state)
{
	static const char *const texts[TEXTS] = {"Hier Nikolaï Tcholes parlait. Tcholes dort.",
		"Hier Nikolaï Peskov parlait.", "Hier Nikolaï Peskov parlait."};
	struct arena arena;
	struct archive archive;

	(void)state;
	arena_init(&arena);
	struct people_rules rules = people_rules_parse(
		SPAN("# mine\nmerge nikolai-peskov: Nikolaï Tcholes\nrename nikolai-peskov: "
		     "Nicolas"),
		&arena);
	fill(&archive, texts, NULL, &arena);
	struct people people = people_of(&archive, (struct people_beside){.rules = &rules}, &arena);
	const struct actor *actor = &people.actors[0];
	CHECK_CASE("one person", people.actor_count == 1 && actor->form_count == 3);
	CHECK_TEXT("the key stays", span_of(actor->slug), SPAN("nikolai-peskov"));
	CHECK_TEXT("the name is the reader's", span_of(actor->name), SPAN("Nicolas"));
	for (uint32_t i = 0; i < actor->form_count; i++)
		if (span_is(span_of(actor->forms[i]), "Nikolaï Tcholes"))
			CHECK_TEXT("the line is told", span_of(tie_words(actor->ties[i], &arena)),
				SPAN("your people file, line 2"));
	arena_clear(&arena);
}

static void test_names(void **state)
{
	(void)state;
	CHECK_CASE("a name", people_rules_can_name(SPAN("Rosa Álvarez")));
	CHECK_CASE("signs that part names", !people_rules_can_name(SPAN("King, Jr.")) &&
						    !people_rules_can_name(SPAN("a: b")) &&
						    !people_rules_can_name(SPAN("a #b")) &&
						    !people_rules_can_name(SPAN("a\nb")));
	CHECK_CASE("no letter", !people_rules_can_name(SPAN("12 -")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_decisions),
		cmocka_unit_test(test_keys_and_ties),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
