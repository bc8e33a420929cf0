#include "unit/check.h"

#include "ui/rule.h"
#include "ui/theme.h"

#include <math.h>

/* Meaning is never carried by colour alone, and a colour is never bold. */
static void test_looks(void **state)
{
	static const enum style marked[] = {STYLE_ACCENT, STYLE_TITLE, STYLE_HEADING, STYLE_MENTION,
		STYLE_CHOSEN, STYLE_HIT, STYLE_CURRENT, STYLE_INCLUDED, STYLE_EXCLUDED, STYLE_KEY};
	static const enum style sentences[] = {STYLE_TEXT, STYLE_TITLE, STYLE_FACTS, STYLE_CAPTION,
		STYLE_QUOTE, STYLE_SAID, STYLE_OWN, STYLE_MESSAGE};

	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		struct look coloured = theme_look(THEME_DEFAULT, (enum style)i, false);
		struct look plain = theme_look(THEME_MONO, (enum style)i, false);
		struct look selected = theme_look(THEME_DEFAULT, (enum style)i, true);
		assert_int_equal(plain.colour, COLOUR_OWN);
		assert_int_equal(selected.colour, COLOUR_OWN);
		assert_true(selected.bits & LOOK_REVERSE);
		assert_false(coloured.colour != COLOUR_OWN && coloured.bits & LOOK_BOLD);
	}
	for (size_t i = 0; i < COUNT(marked); i++)
		assert_true(theme_look(THEME_MONO, marked[i], false).bits & ~(unsigned)LOOK_DIM);
	/* The colour is pale on light ground: nothing that is long has it. */
	for (size_t i = 0; i < COUNT(sentences); i++)
		assert_int_equal(theme_look(THEME_DEFAULT, sentences[i], false).colour, COLOUR_OWN);
	/* Inside running text no sign can stand beside it. */
	assert_true(theme_look(THEME_DEFAULT, STYLE_OWN, false).bits & LOOK_UNDERLINE);
}

/* What lies between black and white of the fixed numbers, 0 to 255 each. */
static void rgb_of(int number, double rgb[3])
{
	static const int steps[] = {0, 95, 135, 175, 215, 255};

	for (int i = 0; i < 3; i++)
		rgb[i] = number >= 232 ? 8 + 10 * (number - 232)
				       : steps[(number - 16) /
						 (i == 0          ? 36
							 : i == 1 ? 6
								  : 1) %
						 6];
}

/* Source: WCAG 2.1, relative luminance and contrast ratio. */
static double luminance_of(int number)
{
	static const double weights[] = {0.2126, 0.7152, 0.0722};
	double rgb[3], sum = 0;

	rgb_of(number, rgb);
	for (int i = 0; i < 3; i++) {
		double part = rgb[i] / 255;
		sum += weights[i] *
		       (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double contrast_of(int a, int b)
{
	double x = luminance_of(a), y = luminance_of(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* Where we choose both letters and background they can be read: AA, and AAA where it says so. */
static void test_contrast(void **state)
{
	(void)state;
	assert_true(contrast_of(16, 231) > 20.9);
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		const struct palette *palette = theme_palette((enum theme)theme);
		double least = theme == THEME_CONTRAST ? 7 : 4.5;
		for (int c = 0; c < COLOUR_COUNT && palette->background >= 0; c++) {
			int ground = theme_ground((enum theme)theme, (enum colour)c);
			assert_true(palette->letters[c] >= PALETTE_FIXED);
			assert_true(contrast_of(palette->letters[c], ground) >= least);
		}
	}
}

/* Where the terminal chooses the ground a word has its colour or is dark on ours: the accent is
 * pale on white in xterm's palette, and on it black can be read in every palette. */
static void test_own_ground(void **state)
{
	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		enum colour colour = theme_look(THEME_DEFAULT, (enum style)i, false).colour;
		assert_int_not_equal(colour, COLOUR_WORD);
		if (colour == COLOUR_ACCENT)
			assert_true(i == STYLE_ACCENT || i == STYLE_RULE_FOCUS);
	}
	assert_int_equal(theme_palette(THEME_DEFAULT)->letters[COLOUR_HIT], 0);
	assert_int_equal(theme_ground(THEME_DEFAULT, COLOUR_HIT),
		theme_palette(THEME_DEFAULT)->letters[COLOUR_ACCENT]);
	assert_int_equal(theme_look(THEME_DARK, STYLE_INCLUDED, false).colour, COLOUR_WORD);
}

/* In every theme, what is chosen differs from what is not by more than its colour. */
static void test_without_colour(void **state)
{
	(void)state;
	for (int theme = 0; theme < THEME_COUNT; theme++)
		for (int style = 0; style < STYLE_COUNT; style++) {
			struct look look = theme_look((enum theme)theme, (enum style)style, true);
			assert_true(look.bits & LOOK_REVERSE && look.colour == COLOUR_OWN);
		}
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
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_own_ground),
		cmocka_unit_test(test_without_colour),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_every_joint),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
