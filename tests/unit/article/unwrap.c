#include "unit/check.h"

#include "article/unwrap.h"
#include "text/utf8.h"
#include "unit/text/noise.h"

#define A1 "Le bac de nuit ne passera plus le fleuve cet hiver, faute de pilotes,"
#define A2 "a fait savoir hier la compagnie, qui espère en former huit nouveaux"
#define A3 "avant les beaux jours."
#define A2_LETTER "a fait savoir hier la compagnie, qui espère en avoir huit d'ici l'été"
#define B1 "Les riverains, eux, demandent depuis dix ans un pont, que la région"
#define B2 "juge trop cher. Leur maire, Odile Marchetti, ira plaider leur cause à"
#define B3 "la préfecture."
#define C1 "The night ferry has no pilots left, the company told the council on"
#define C2 "Monday, and two of the five boats stay at their moorings until May."

static void test_texts(void **state)
{
	static const struct {
		const char *label, *text, *want; /* null: as it is */
	} cases[] = {
		{"paragraphs between blank lines are joined, blank lines stay",
			A1 "\n" A2 "\n" A3 "\n\n" B1 "\n" B2 "\n" B3 "\n",
			A1 " " A2 " " A3 "\n\n" B1 " " B2 " " B3 "\n"},
		{"without blank lines a short line ends the paragraph",
			A1 "\n" A2 "\n" A3 "\n" B1 "\n" B2 "\n" B3,
			A1 " " A2 " " A3 "\n" B1 " " B2 " " B3},
		{"a headline above stays apart", "Le bac de nuit s'arrête\n" A1 "\n" A2 "\n" A3 "\n" B1 "\n" B2 "\n" B3,
			"Le bac de nuit s'arrête\n" A1 " " A2 " " A3 "\n" B1 " " B2 " " B3},
		{"a headline of two lines between blank ones is one",
			"Faute de pilotes, la compagnie du fleuve arrête le bac de nuit à\n"
			"Bordeaux jusqu'au printemps\n\n" A1 "\n" A2 "\n" A3 "\n" B1 "\n" B2 "\n" B3,
			"Faute de pilotes, la compagnie du fleuve arrête le bac de nuit à "
			"Bordeaux jusqu'au printemps\n\n" A1 " " A2 " " A3 "\n" B1 " " B2 " " B3},
		{"an indented line begins a paragraph",
			"   " A1 "\n" A2 "\n" A3 "\n   " B1 "\n" B2 "\n" B3,
			"   " A1 " " A2 " " A3 "\n   " B1 " " B2 " " B3},
		{"line ends of two bytes", A1 "\r\n" A2 "\r\n" A3 "\r\n\r\n" B1 "\r\n" B2 "\r\n" B3,
			A1 "  " A2 "  " A3 "\r\n\r\n" B1 "  " B2 "  " B3},
		{"what mail quotes loses its marks inside",
			"> " A1 "\n> " A2 "\n> " A3 "\n\n" B1 "\n" B2 "\n" B3,
			"> " A1 "   " A2 "   " A3 "\n\n" B1 " " B2 " " B3},
		{"a parted word is one",
			"Le bac de nuit ne passera plus le fleuve cet hiver, faute de naviga-\nteurs, a fait "
			"savoir hier la compagnie, qui espère en former huit nou-\nveaux. " A3,
			"Le bac de nuit ne passera plus le fleuve cet hiver, faute de naviga\u00ADteurs, a fait "
			"savoir hier la compagnie, qui espère en former huit nou\u00ADveaux. " A3},
		{"an aside may begin a line", B1 "\n" B2 "\n– " B3 "\n\n" A1 "\n" A2 "\n" A3,
			B1 " " B2 " – " B3 "\n\n" A1 " " A2 " " A3},
		{"a new page begins in a paragraph",
			A1 "\n\f" A2_LETTER "\n" A3 "\n\n" B1 "\n" B2 "\n" B3,
			A1 "  " A2_LETTER " " A3 "\n\n" B1 " " B2 " " B3},
		{"items of a list stay apart",
			A1 "\n" A2 "\n" A3 "\n* " B1 "\n  " B2 "\n  " B3 "\n* " B3,
			A1 " " A2 " " A3 "\n* " B1 "   " B2 "   " B3 "\n* " B3},
		{"headlines as long as the width are no paragraph",
			A1 "\n" A2 "\n" A3 "\n\nLe fleuve a monté de deux mètres en une seule nuit à Agen\n"
			"Grand froid : les écluses de la vallée fermées\nUn phare à vendre\n" A1 "\n" A2 "\n" A3,
			A1 " " A2 " " A3 "\n\nLe fleuve a monté de deux mètres en une seule nuit à Agen\n"
			"Grand froid : les écluses de la vallée fermées\nUn phare à vendre\n" A1 " " A2 " " A3},
		{"long lines were not cut", A1 " " A2 " " A3 "\n" B1 " " B2 " " B3 "\n" A1 " " A2, NULL},
		{"headlines are no cut text", C1 "\n" C2 "\n" C1 "\n" C2 "\n" C1 "\n" C2 "\n" C1, NULL},
		{"two lines are too few to tell", A1 "\n" A2 "\n", NULL},
		{"verses are not filled",
			"sur le quai du vieux port\nun chat dort\nla lune se lève\nau loin\nun navire sort\n", NULL},
		{"nothing", "", NULL},
		{"blanks", " \n \n\n", NULL},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, unwrap(span_of(cases[i].text), &arena),
			span_of(cases[i].want ? cases[i].want : cases[i].text));
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena), joined = unwrap(text, &arena);
		assert_true(joined.len == text.len);
		for (size_t at = 0; at < text.len; at++)
			assert_true(joined.at[at] == text.at[at] || joined.at[at] == ' ' ||
				    (unsigned char)joined.at[at] >= 0x80);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
