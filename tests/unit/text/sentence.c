#include "unit/check.h"

#include "base/buf.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "unit/text/noise.h"

static struct span shown(struct span text, struct arena *arena)
{
	struct extent sentence;
	struct buf out;

	buf_init(&out, arena);
	for (struct sentences it = sentences_of(text); sentences_next(&it, &sentence);) {
		if (out.len)
			buf_text(&out, " | ");
		buf_add(&out, span_in(text, sentence));
	}
	return buf_span(&out);
}

static void test_sentences(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"two sentences", "Il signe. Elle part.", "Il signe. | Elle part."},
		{"a title does not end one", "M. Lavrov parle. Mme Zakharova aussi.",
			"M. Lavrov parle. | Mme Zakharova aussi."},
		{"gentlemen and doctors", "MM. Biden et Dr. No. Fin.",
			"MM. Biden et Dr. No. | Fin."},
		{"initials", "J.-Y. Le Drian et W. Bush. Oui.",
			"J.-Y. Le Drian et W. Bush. | Oui."},
		{"before our era, then another", "En 52 av. J.-C. Il gagne.",
			"En 52 av. J.-C. | Il gagne."},
		{"a page", "Voir p. 12 et art. 3. Puis non.", "Voir p. 12 et art. 3. | Puis non."},
		{"a weekday, shortened, before its date", "Le sam. 30/01 et le lun. 1er mars, oui.",
			"Le sam. 30/01 et le lun. 1er mars, oui."},
		{"the sea before a number", "Ils ont vu la mer. 27 navires y sont.",
			"Ils ont vu la mer. | 27 navires y sont."},
		{"an abbreviated month", "Le 26 janv. 2021, oui.", "Le 26 janv. 2021, oui."},
		{"an acronym before a noun", "The U.S. Army left. It did.",
			"The U.S. Army left. | It did."},
		{"an acronym before a pronoun", "He left the U.S. He did.",
			"He left the U.S. | He did."},
		{"an English title", "Mr. Smith spoke. He left.", "Mr. Smith spoke. | He left."},
		{"a letter that is no initial", "la vitamine C. Elle aide.",
			"la vitamine C. | Elle aide."},
		{"a decimal", "Environ 3.5 millions. Oui.", "Environ 3.5 millions. | Oui."},
		{"an ellipsis goes on with a small letter", "Il hésite… puis part... enfin.",
			"Il hésite… puis part... enfin."},
		{"and ends before a capital", "Il hésite… Puis part.", "Il hésite… | Puis part."},
		{"a question inside", "« Quoi ? » demande-t-il. Rien.",
			"« Quoi ? » demande-t-il. | Rien."},
		{"closing marks with no-break spaces", "« Non. » Il part.", "« Non. » | Il part."},
		{"English quotation marks", "He said “no.” Then left.",
			"He said “no.” | Then left."},
		{"plain ones", "He said \"no.\" Then left.", "He said \"no.\" | Then left."},
		{"an opening mark may follow", "Fini. « Oui ! » Bon.", "Fini. | « Oui ! » | Bon."},
		{"a dash too", "Fini. — Non.", "Fini. | — Non."},
		{"a German day", "Am 26. Januar kam er. Dann ging er.",
			"Am 26. Januar kam er. | Dann ging er."},
		{"a German ordinal", "Der 2. Weltkrieg endete.", "Der 2. Weltkrieg endete."},
		{"a number at the end", "Ils étaient 25. Puis rien.",
			"Ils étaient 25. | Puis rien."},
		{"an item of a list", "1. Introduction", "1. Introduction"},
		{"Russian initials", "А. С. Пушкин писал. Да.", "А. С. Пушкин писал. | Да."},
		{"Chinese needs no blanks", "他来了。他走了！", "他来了。 | 他走了！"},
		{"a line feed ends any", "un titre\nLe texte. Fin.", "un titre | Le texte. | Fin."},
		{"a small letter follows: not an end", "etc. et plus.", "etc. et plus."},
		{"several marks", "Quoi ?! Rien !!! Bon.", "Quoi ?! | Rien !!! | Bon."},
		{"blanks only", " \n \u00A0 ", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, shown(span_of(cases[i].text), &arena),
			span_of(cases[i].want));
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena);
		struct extent sentence;
		size_t end = 0;
		for (struct sentences it = sentences_of(text); sentences_next(&it, &sentence);) {
			/* Nothing but blanks is left out. */
			for (size_t at = end; at < sentence.start;)
				assert_true(utf8_is_space(utf8_next(text, &at)));
			assert_true(sentence.start >= end && sentence.end > sentence.start);
			assert_true(sentence.end <= text.len);
			assert_true(utf8_boundary(text, sentence.start));
			assert_true(utf8_boundary(text, sentence.end));
			end = sentence.end;
		}
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/sentence", tests, NULL, NULL);
}
