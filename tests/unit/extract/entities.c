#include "unit/check.h"

#include "base/buf.h"
#include "extract/names.h"

/* What a text of one line names, "o" for organisations, "p" for places, "a" for acronyms. */
static struct span named(const char *text, enum language language, struct arena *arena)
{
	struct line line = {{0, (uint32_t)strlen(text)}, LINE_PARAGRAPH};
	struct article article = {
		.text = span_of(text), .language = language, .lines = &line, .line_count = 1};
	struct name_marks names = {0};
	struct entity_marks marks = {0};
	struct buf out;

	names_extract(&article, NULL, &names, &marks, arena);
	buf_init(&out, arena);
	for (uint32_t i = 0; i < marks.count; i++) {
		const struct entity_mark *mark = &marks.at[i];
		buf_text(&out, out.len ? ", " : "");
		buf_char(&out, mark->acronym ? 'a' : mark->kind == ENTITY_PLACE ? 'p' : 'o');
		buf_char(&out, ' ');
		buf_add(&out, span_in(article.text, mark->at));
	}
	return buf_span(&out);
}

static void test_marks(void **state)
{
	static const struct {
		const char *label;
		enum language language;
		const char *text, *want;
	} cases[] = {
		{"nothing", LANGUAGE_FR, "", ""},
		{"countries and capitals", LANGUAGE_FR,
			"Un sommet réunira la Russie et le Japon à Genève.",
			"p Russie, p Japon, p Genève"},
		{"a place whose second word is small", LANGUAGE_FR,
			"Il est rentré d'Arabie saoudite hier soir.", "p Arabie saoudite"},
		{"an organisation", LANGUAGE_FR, "Selon le Kremlin, rien ne presse.", "o Kremlin"},
		{"its adjective is small", LANGUAGE_FR, "La Cour suprême a rejeté leur recours.",
			"o Cour suprême"},
		{"its complements", LANGUAGE_FR,
			"Le Conseil de sécurité des Nations unies se réunit jeudi.",
			"o Conseil de sécurité des Nations unies"},
		{"what stands before its capital", LANGUAGE_FR,
			"Une plainte est arrivée au ministère de l'Intérieur.",
			"o ministère de l'Intérieur"},
		{"its acronym", LANGUAGE_FR,
			"L'Organisation mondiale de la santé (OMS) s'inquiète.",
			"o Organisation mondiale de la santé, a OMS"},
		{"a body that the lists have is none of the persons", LANGUAGE_FR,
			"Deutsche Welle a publié ce rapport.", "o Deutsche Welle"},
		{"a verb is no adjective", LANGUAGE_FR, "Le Kremlin indique que tout va bien.",
			"o Kremlin"},
		{"persons are neither", LANGUAGE_FR, "M. Genève a rencontré Sergueï Lavrov.", ""},
		{"places by the lists where nothing was learnt", LANGUAGE_EN,
			"The delegation left Moscow for Ukraine.", "p Moscow, p Ukraine"},
		{"a part of a longer name is no place", LANGUAGE_EN,
			"He reads the New York Times at home.", ""},
		{"a person's name holds none", LANGUAGE_EN, "Jack London was born there.", ""},
		{"nouns with capitals beside it", LANGUAGE_DE, "Die Regierung Russlands in Moskau",
			"p Moskau"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(cases[i].label, named(cases[i].text, cases[i].language, &arena),
			span_of(cases[i].want));
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
