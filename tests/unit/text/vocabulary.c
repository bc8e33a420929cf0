#include "unit/check.h"
#include "unit/text/noise.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/vocabulary.h"
#include "text/word.h"

/* A vocabulary with all that it needs. */
struct known {
	struct arena arena;
	struct stemmer *stemmer;
	struct vocabulary vocabulary;
};

static void known_init(struct known *known)
{
	arena_init(&known->arena);
	known->stemmer = stemmer_open();
	vocabulary_init(&known->vocabulary, known->stemmer, &known->arena);
}

static void known_clear(struct known *known)
{
	stemmer_close(known->stemmer);
	arena_clear(&known->arena);
}

static struct form *form_of(struct known *known, const char *word)
{
	return vocabulary_form(&known->vocabulary, LANGUAGE_FR, span_of(word));
}

static void test_forms(void **state)
{
	static const struct {
		const char *label, *word, *folded, *stem;
		bool stop, is_short, capitalised, small;
	} cases[] = {
		{"a word in small letters", "traités", "traites", "trait", false, false, false,
			true},
		{"a capital", "Traité", "traite", "trait", false, false, true, false},
		{"a function word", "les", "les", "le", true, false, false, true},
		{"one letter", "x", "x", "x", false, true, false, true},
		{"a ligature is two letters", "œ", "oe", "oe", false, false, false, true},
		{"an ideograph says enough", "日", "日", "日", false, false, false, true},
		{"longer than sixteen bytes", "anticonstitutionnellement",
			"anticonstitutionnellement", "anticonstitutionnel", false, false, false,
			true},
	};
	struct known known;

	(void)state;
	known_init(&known);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct form *form = form_of(&known, cases[i].word);
		struct root *root = vocabulary_root(&known.vocabulary, LANGUAGE_FR, form);
		CHECK_TEXT(cases[i].label, form->text, span_of(cases[i].word));
		CHECK_TEXT(cases[i].label, form->folded, span_of(cases[i].folded));
		CHECK_TEXT(cases[i].label, strings_text(known.vocabulary.stems, root->stem),
			span_of(cases[i].stem));
		CHECK_CASE(cases[i].label, form->stop == cases[i].stop);
		CHECK_CASE(cases[i].label, form->is_short == cases[i].is_short);
		CHECK_CASE(cases[i].label, form->capitalised == cases[i].capitalised);
		CHECK_CASE(cases[i].label, form->small == cases[i].small);
	}
	known_clear(&known);
}

static void test_identity(void **state)
{
	struct known known;

	(void)state;
	known_init(&known);
	struct vocabulary *vocabulary = &known.vocabulary;
	struct form *one = form_of(&known, "négociation"), *many = form_of(&known, "négociations");
	CHECK_CASE("a word that was met is the same", form_of(&known, "négociation") == one);
	CHECK_CASE("another form is another", one != many);
	CHECK_CASE("a form is found by its number",
		vocabulary_numbered(vocabulary, many->number) == many);
	CHECK_CASE("with the same root", vocabulary_root(vocabulary, LANGUAGE_FR, one) ==
						 vocabulary_root(vocabulary, LANGUAGE_FR, many));
	CHECK_CASE("languages are apart",
		vocabulary_form(vocabulary, LANGUAGE_EN, SPAN("négociation")) != one);
	CHECK_CASE("what differs in the middle only",
		form_of(&known, "aaaaaaaaBaaaaaaaa") != form_of(&known, "aaaaaaaaCaaaaaaaa"));
	CHECK_CASE("a zero more", vocabulary_form(vocabulary, LANGUAGE_FR,
					  (struct span){"a\0", 2}) != form_of(&known, "a"));
	CHECK_CASE("digits do not show in a print",
		form_of(&known, "09h18")->print == form_of(&known, "10h44")->print);
	CHECK_CASE("and leave none alone", form_of(&known, "2021")->print == 0);
	known_clear(&known);
}

/* So many words that every table has grown several times. */
static void test_many(void **state)
{
	struct known known;
	struct form *first[5000];

	(void)state;
	known_init(&known);
	for (size_t i = 0; i < COUNT(first); i++)
		first[i] = form_of(&known, arena_format(&known.arena, "mot%zu", i));
	for (size_t i = 0; i < COUNT(first); i++)
		CHECK_CASE("nothing is lost",
			form_of(&known, arena_format(&known.arena, "mot%zu", i)) == first[i]);
	for (size_t i = 0; i < COUNT(first); i++)
		CHECK_CASE("each has its number, and none was moved",
			vocabulary_numbered(&known.vocabulary, first[i]->number) == first[i]);
	known_clear(&known);
}

/* Reads the text and compares with the cut that text/word makes. */
static bool read_whole(struct known *known, const char *label, struct span text)
{
	struct placed_forms forms = {0};
	struct words it = words_of(text);
	struct word word;
	uint32_t i = 0;
	bool same =
		vocabulary_read(&known->vocabulary, LANGUAGE_FR, text, 7, &forms, &known->arena);

	for (; words_next(&it, &word); i++) {
		CHECK_CASE(label, i < forms.count && forms.at[i].start == word.start + 7);
		CHECK_TEXT(label, forms.at[i].form->text, span_cut(text, word.start, word.end));
		CHECK_CASE(label, forms.at[i].form->capitalised == word.capitalised);
	}
	CHECK_CASE(label, i == forms.count);
	return same;
}

/* Whether the folded text has the same words, folded. */
static bool folds_alike(struct span text, struct arena *arena)
{
	struct span folded = fold(text, arena);
	struct words a = words_of(text), b = words_of(folded);
	struct word one, other;

	while (words_next(&a, &one)) {
		struct span want = fold(span_cut(text, one.start, one.end), arena);
		if (!words_next(&b, &other) ||
			!span_equal(want, span_cut(folded, other.start, other.end)))
			return false;
	}
	return !words_next(&b, &other);
}

static void test_read(void **state)
{
	static const struct {
		const char *label, *text;
		bool same;
	} cases[] = {
		{"French", "L’accord d'Évian, c'est « fini » – à Œuilly…", true},
		{"what folds to another word", "½ litre, 3 ℃", false},
		{"Russian", "Песков заявил", true},
		{"accents that stand apart", "e\u0301te\u0301", true},
		{"nothing", "", true},
	};
	struct known known;

	(void)state;
	known_init(&known);
	for (size_t i = 0; i < COUNT(cases); i++) {
		bool same = read_whole(&known, cases[i].label, span_of(cases[i].text));
		CHECK_CASE(cases[i].label, same == cases[i].same);
	}
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &known.arena);
		bool same = read_whole(&known, "noise", text);
		CHECK_CASE("said to fold alike, it does", !same || folds_alike(text, &known.arena));
	}
	known_clear(&known);
}

/* Every letter and sign of the blocks that are read the short way. */
static void test_every_sign(void **state)
{
	struct known known;

	(void)state;
	known_init(&known);
	for (uint32_t point = 1; point < 0x3000; point++) {
		char bytes[8] = "a";
		size_t len = 1 + utf8_put(bytes + 1, point);
		bytes[len++] = 'b';
		struct span text = {bytes, len};
		bool same = read_whole(&known, "between two letters", text);
		CHECK_CASE("said to fold alike, it does", !same || folds_alike(text, &known.arena));
	}
	known_clear(&known);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_every_sign),
	};

	return cmocka_run_group_tests_name("text/vocabulary", tests, NULL, NULL);
}
