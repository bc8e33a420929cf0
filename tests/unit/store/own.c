#include "unit/check.h"

#include "store/own.h"
#include "store/query-text.h"
#include "unit/store/made.h"

/* Article 0 is read and starred, 2 read and noted and tagged, 3 has a quotation. */
static const struct epoch *marked(struct made *made)
{
	const struct epoch *epoch = made_of(made, made_five, COUNT(made_five));
	struct own *own = epoch_own(epoch);

	own_set(own, OWN_READ, 0, true);
	own_set(own, OWN_STARRED, 0, true);
	own_set(own, OWN_READ, 2, true);
	own_set(own, OWN_NOTE, 2, true);
	own_tag_set(own, own_tag(own, SPAN("À vérifier")), 2, true);
	own_tag_set(own, own_tag(own, SPAN("a verifier")), 4, true);
	own_tag_set(own, own_tag(own, SPAN("New START")), 4, true);
	own_tag_set(own, own_tag(own, SPAN("New START")), 4, false);
	return epoch;
}

static const char *ids_of(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct result result = query_run(epoch, query, arena);
	const char *out = "";

	for (uint32_t i = 0; i < result.count; i++)
		out = arena_format(arena, "%s%s%u", out, i ? " " : "", result.ids[i]);
	return out;
}

static void test_asked(void **state)
{
	static const struct {
		const char *label, *text, *want, *written;
	} cases[] = {
		{"unread", "is:unread", "3 1 4", "is:unread"},
		{"read", "is:read", "2 0", "is:read"},
		{"starred, in any case", "is:Starred", "0", "is:starred"},
		{"not starred", "-is:starred", "3 1 2 4", "-is:starred"},
		{"read or starred", "is:read OR is:starred", "2 0", "is:read OR is:starred"},
		{"read and starred", "is:read is:starred", "0", "is:read is:starred"},
		{"with a note", "has:note", "2", "has:note"},
		{"with a quotation", "has:quote", "", "has:quote"},
		{"a tag, accents aside", "tag:\"a vérifier\"", "2 4", "tag:\"À vérifier\""},
		{"a tag that was taken away again", "tag:\"new start\"", "", "tag:\"New START\""},
		{"beside a word", "traité is:read", "2 0", "traité is:read"},
	};
	struct made made;
	const struct epoch *epoch = marked(&made);

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = query_empty();
		struct query_fault wrong = {0};
		query_read(epoch, span_of(cases[i].text), false, &query, &made.arena, &wrong);
		CHECK_TEXT(cases[i].label, span_of(wrong.fault.words), SPAN(""));
		CHECK_TEXT(cases[i].label, span_of(ids_of(epoch, query, &made.arena)),
			span_of(cases[i].want));
		CHECK_TEXT(cases[i].label, span_of(query_write(query, &made.arena)),
			span_of(cases[i].written));
	}
	made_clear(&made);
}

static void test_mistakes(void **state)
{
	static const struct {
		const char *label, *text, *says;
	} cases[] = {
		{"a slip", "is:unreed", "perhaps is:unread was meant"},
		{"what cannot be asked", "is:blue", "wants read, unread or starred"},
		{"a slip in has:", "has:quotes", "perhaps has:quote was meant"},
		{"a tag that there is not", "tag:garden", "no tag 'garden'"},
		{"a slip in a tag", "tag:\"a verifie\"", "perhaps À vérifier was meant"},
	};
	struct made made;
	const struct epoch *epoch = marked(&made);

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query;
		struct query_fault wrong = {0};
		CHECK_CASE(cases[i].label, query_read(epoch, span_of(cases[i].text), false, &query,
						   &made.arena, &wrong) != OK);
		CHECK_CASE(cases[i].label, strstr(wrong.fault.words, cases[i].says));
	}
	made_clear(&made);
}

static void test_told(void **state)
{
	struct made made;
	const struct epoch *epoch = marked(&made);
	struct own *own = epoch_own(epoch);

	(void)state;
	CHECK_CASE(
		"what was told is known", own_has(own, OWN_NOTE, 2) && !own_has(own, OWN_NOTE, 0));
	CHECK_CASE("counted", own_count(own, OWN_READ) == 2);
	CHECK_CASE("one tag for both spellings", own_tag_count(own) == 2);
	CHECK_TEXT("in the first spelling", span_of(own_tag_name(own, 0)), SPAN("À vérifier"));
	CHECK_CASE("its articles", own_tagged(own, 0, 4) && !own_tagged(own, 0, 3));
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
