#include "unit/check.h"

#include "text/width.h"
#include "ui/label.h"
#include "unit/app/archive.h"

static const struct sample samples[] = {
	{"a.txt", "Le canal divise le conseil\n"
		  "\n"
		  "Publié le 3 mars 2022\n"
		  "\n"
		  "La maire Hélène Vasseur et son frère, l'ingénieur Bruno Vasseur, défendent le "
		  "canal. Le préfet Étienne Marsac a reçu Mme Hélène Vasseur et M. Bruno Vasseur, "
		  "puis encore Mme Hélène Vasseur.\n"},
};

static void test_people(void **state)
{
	static const struct {
		const char *label;
		int width;
		const char *want;
	} cases[] = {
		{"two of one surname by their whole names", 60,
			"Hélène Vasseur · Bruno Vasseur · Marsac"},
		{"who does not fit is counted", 20, "Hélène Vasseur +2"},
		{"nobody, where nobody fits", 10, ""},
	};
	struct archive_of_test archive;

	(void)state;
	archive_begin(&archive, samples, COUNT(samples));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span label = label_people(archive.epoch, 0, cases[i].width, &archive.arena);
		CHECK_TEXT(cases[i].label, label, span_of(cases[i].want));
		CHECK_CASE(cases[i].label, width_of(label) <= cases[i].width);
	}
	archive_end(&archive);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_people),
	};

	return cmocka_run_group_tests_name("ui/label", tests, NULL, NULL);
}
