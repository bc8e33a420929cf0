#include "unit/check.h"

#include "store/facets.h"
#include "store/own.h"
#include "store/query-text.h"
#include "unit/store/made.h"

static const struct made_article told[] = {
	{.path = "1.txt", .body = "Le traité a été signé à Genève devant l'ONU.\nGenève pavoise."},
	{.path = "2.txt", .body = "À Genève, la Croix-Rouge a remercié l'ONU pour ses secours."},
	{.path = "3.txt", .body = "Le maire de Genève a reçu les pêcheurs de la rivière."},
};

/* "+Genève 2/3, ONU 2/2" of the values that a filter leaves. */
static struct span said(
	const struct epoch *epoch, const char *filter, enum facet facet, struct arena *arena)
{
	const struct query *query;
	struct query_fault wrong;
	struct facet_value *values;
	const char *out = "";

	assert_int_equal(query_read(epoch, span_of(filter), false, &query, arena, &wrong), OK);
	struct result result = query_run(epoch, query, arena);
	uint32_t count = facet_values(epoch, query, &result, facet, &values, arena);
	for (uint32_t i = 0; i < count; i++)
		out = arena_format(arena, "%s%s%s%s %u/%u", out, i ? ", " : "",
			values[i].choice == CHOICE_INCLUDED   ? "+"
			: values[i].choice == CHOICE_EXCLUDED ? "-"
							      : "",
			values[i].clause.label, values[i].here, values[i].all);
	return span_of(out);
}

static void test_values(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *filter;
		enum facet facet;
		const char *want;
	} cases[] = {
		{ "places of all articles, each counted once", "", FACET_PLACES, "Genève 3/3" },
		{ "organisations, the most named first", "", FACET_ORGANISATIONS,
			"ONU 2/2, Croix-Rouge 1/1" },
		{ "in what a filter leaves", "pêcheurs", FACET_ORGANISATIONS,
			"ONU 0/2, Croix-Rouge 0/1" },
		{ "a chosen one first, the others inside the result", "org:croix-rouge",
			FACET_ORGANISATIONS, "+Croix-Rouge 1/1, ONU 1/2" },
		{ "one that is left out", "-org:croix-rouge", FACET_ORGANISATIONS,
			"-Croix-Rouge 0/1, ONU 1/2" },
		{ "tags that articles have", "", FACET_TAGS, "urgent 2/2, lac 1/1" },
		{ "inside a result", "tag:lac", FACET_TAGS, "+lac 1/1, urgent 1/2" },
		{ "an epoch knows of no saved filters", "", FACET_SAVED, "" },
	};
	/* clang-format on */
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));
	struct own *own = epoch_own(epoch);

	(void)state;
	own_tag_set(own, own_tag(own, SPAN("lac")), 2, true);
	own_tag_set(own, own_tag(own, SPAN("urgent")), 2, true);
	own_tag_set(own, own_tag(own, SPAN("urgent")), 0, true);
	own_tag_set(own, own_tag(own, SPAN("vieux")), 0, true);
	own_tag_set(own, own_tag(own, SPAN("vieux")), 0, false);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label,
			said(epoch, cases[i].filter, cases[i].facet, &made.arena),
			span_of(cases[i].want));
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
