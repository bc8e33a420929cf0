#include "unit/check.h"

#include "article/html-around.h"
#include "article/html-form.h"

#include <math.h>

#define PAGE \
	"<body><div class=text><p>Le port a rouvert mardi matin.</p><p>La grève est finie.</p>" \
	"<p>Les ferries repartent ce soir.</p></div>" \
	"<div class=menu><p>Accueil du site</p></div></body>"

/* The three paragraphs of the text are of one kind and of one element; the menu's is of neither. */
static void test_groups(void **state)
{
	static const float scores[] = {2, -1, 1, -2};
	struct html_outline outline;
	struct line_table table;
	struct arena arena;
	struct fault why;

	(void)state;
	arena_init(&arena);
	assert_int_equal(html_outline(SPAN(PAGE), &outline, &arena, &why), OK);
	lines_read(&table, outline.text, LANGUAGE_NONE, NULL, &arena);
	assert_int_equal(table.count, 4);
	const uint32_t *places = html_places(&outline, &table, &arena);
	const float *rows = html_around(&outline, &table, places, scores, &arena);
	const float *first = rows, *second = rows + HTML_AROUND_COUNT,
		    *menu = rows + 3 * HTML_AROUND_COUNT;
	/* Weights are the roots of 1 + words: of 7, 5 and 6. */
	CHECK_CASE("the mean of the others, the longer ones telling more",
		second[HTML_AROUND_ALIKE_MEAN] > 1.4f && second[HTML_AROUND_ALIKE_MEAN] < 1.6f);
	CHECK_CASE("the line itself is left out",
		first[HTML_AROUND_ALIKE_MEAN] > 0 && first[HTML_AROUND_ALIKE_MEAN] < .2f);
	CHECK_CASE("one element, one kind",
		first[HTML_AROUND_PARENT_MEAN] == first[HTML_AROUND_ALIKE_MEAN]);
	CHECK_CASE("a line alone of its kind is told nothing",
		menu[HTML_AROUND_ALIKE_MEAN] == -1 && menu[HTML_AROUND_ALIKE_COUNT] == 0);
	CHECK_CASE("the body holds all four",
		menu[HTML_AROUND_GRAND_COUNT] == logf(5) && menu[HTML_AROUND_PARENT_MEAN] == -1);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_groups)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
