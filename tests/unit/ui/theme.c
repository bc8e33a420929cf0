#include "unit/check.h"

#include "ui/rule.h"
#include "ui/theme.h"

/* Meaning is never carried by colour alone, and a colour is never bold. */
static void test_looks(void **state)
{
	static const enum style marked[] = {STYLE_ACCENT, STYLE_TITLE, STYLE_HEADING, STYLE_MENTION,
		STYLE_CHOSEN, STYLE_HIT, STYLE_CURRENT, STYLE_INCLUDED, STYLE_EXCLUDED, STYLE_KEY};

	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		struct look coloured = theme_look((enum style)i, false, true);
		struct look plain = theme_look((enum style)i, false, false);
		struct look selected = theme_look((enum style)i, true, true);
		assert_int_equal(plain.colour, COLOUR_OWN);
		assert_int_equal(selected.colour, COLOUR_OWN);
		assert_true(selected.bits & LOOK_REVERSE);
		assert_false(coloured.colour != COLOUR_OWN && coloured.bits & LOOK_BOLD);
	}
	for (size_t i = 0; i < COUNT(marked); i++)
		assert_true(theme_look(marked[i], false, false).bits & ~(unsigned)LOOK_DIM);
}

static void test_letters(void **state)
{
	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_int_not_equal(
				theme_letter((enum style)i), theme_letter((enum style)j));
}

/* Every way in which our rules can meet has its glyph. */
static void test_every_joint(void **state)
{
	(void)state;
	for (unsigned sides = 1; sides < 2 * 2 * 3 * 3; sides++) {
		uint8_t arms = 0;
		arms = rule_with(arms, RULE_UP, (enum rule_weight)(sides & 1));
		arms = rule_with(arms, RULE_DOWN, (enum rule_weight)(sides >> 1 & 1));
		arms = rule_with(arms, RULE_LEFT, (enum rule_weight)(sides / 4 % 3));
		arms = rule_with(arms, RULE_RIGHT, (enum rule_weight)(sides / 12));
		assert_in_range(rule_point(arms), 0x2500, 0x257F);
	}
	assert_int_equal(rule_point(0), ' ');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_every_joint),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
