#include "unit/check.h"

#include "base/buf.h"
#include "extract/names.h"
#include "extract/roles.h"
#include "extract/roles-words.h"
#include "text/utf8.h"

#include <string.h>

/* A paragraph and its functions: "function > holder | …"; "=" before one that may stand for its
 * holder, "~" behind a former one. */
struct sample {
	const char *label;
	enum language language;
	const char *text, *roles;
};

#define FR LANGUAGE_FR
#define EN LANGUAGE_EN

/* clang-format off */
static const struct sample samples[] = {
	{"before a name", FR, "Hier le président russe Paul Petit est venu.", "président russe > Paul Petit"},
	{"before a name, with a complement", FR, "Le porte-parole du Kremlin Paul Petit est venu.", "porte-parole du Kremlin > Paul Petit"},
	{"before a comma and a name", FR, "La ministre de la Culture, Marie Morel, est venue.", "ministre de la Culture > Marie Morel"},
	{"and a title", FR, "La ministre de la Culture, Mme Morel, est venue.", "ministre de la Culture > Morel"},
	{"a name behind a comma that goes on as the subject is no apposition", FR,
		"Selon le porte-parole du Kremlin, Paul Petit a signé.", "=porte-parole du Kremlin >"},
	{"at the beginning of a sentence it is one", FR, "Porte-parole du Kremlin, Paul Petit a signé.", "Porte-parole du Kremlin > Paul Petit"},
	{"behind a name", FR, "Paul Petit, maire de Brive, est venu.", "maire de Brive > Paul Petit"},
	{"behind a name and its party", FR, "Paul Petit (PS), maire de Brive, est venu.", "maire de Brive > Paul Petit"},
	{"behind a name, with an article", FR, "Hier, Paul Petit est là. Paul Petit, le maire de Brive, est venu.", "maire de Brive > Paul Petit"},
	{"an article after a name that is only a source begins the subject", FR, "Selon Paul Petit, le maire de Brive a signé.", "=maire de Brive >"},
	{"in brackets", FR, "Paul Petit (ministre de la Culture) est venu.", "ministre de la Culture > Paul Petit"},
	{"said of somebody", FR, "Paul Petit est le maire de Brive.", "maire de Brive > Paul Petit"},
	{"the other way round", FR, "Le maire de Brive est Paul Petit.", "maire de Brive > Paul Petit"},
	{"in a relative clause", FR, "Il suit Paul Petit, qui est maire de Brive.", "maire de Brive > Paul Petit"},
	{"what somebody becomes stands for nobody", FR, "Il est nommé ministre de la Culture. Elle devient la patronne de Renault.",
		"ministre de la Culture > | patronne de Renault >"},
	{"a prefix of the past", FR, "L'ex-président Paul Petit est venu.", "ex-président~ > Paul Petit"},
	{"an adjective of the past", FR, "L'ancien Premier ministre Paul Petit est venu.", "ancien Premier ministre~ > Paul Petit"},
	{"a new one is one", FR, "Le nouveau maire de Brive, Paul Petit, est venu.", "maire de Brive > Paul Petit"},
	{"one to come has no holder yet", FR, "Le futur maire de Brive est là.", "maire de Brive >"},
	{"adjectives follow", FR, "Le secrétaire général adjoint, Paul Petit, est venu.", "secrétaire général adjoint > Paul Petit"},
	{"verbs do not", FR, "Le ministre rappelle que le ministre explique et que le ministre appelle.", "=ministre > | =ministre > | =ministre >"},
	{"nor do what is done and when", FR, "Le ministre russe a signé lundi.", "=ministre russe >"},
	{"of several matters", FR, "Le ministre de l'Économie et des Finances est venu.", "=ministre de l'Économie et des Finances >"},
	{"a row of matters", FR, "Le ministre de l'Écologie, du Logement et des Transports est venu.", "=ministre de l'Écologie, du Logement et des Transports >"},
	{"another person is no matter", FR, "Le maire de Brive et le préfet sont venus.", "=maire de Brive > | =préfet >"},
	{"towards something", FR, "Le conseiller à la sécurité nationale est venu.", "=conseiller à la sécurité nationale >"},
	{"and somewhere", FR, "L'ambassadeur de Russie à Washington, Paul Petit, parle.", "ambassadeur de Russie à Washington > Paul Petit"},
	{"others are somewhere by chance", FR, "Le maire de Brive à Paris hier.", "=maire de Brive >"},
	{"with its charge", FR, "La ministre déléguée chargée du Budget est venue.", "=ministre déléguée chargée du Budget >"},
	{"one within another: the name is the inner one's", FR, "Le conseiller du président Paul Petit est là.",
		"=conseiller du président Paul Petit > | président > Paul Petit"},
	{"behind a comma it is the outer one's", FR, "Le conseiller du président Paul Petit, Jean Morel, est là.",
		"conseiller du président Paul Petit > Jean Morel | président > Paul Petit"},
	{"whose it is, the sentence before says", FR, "Son porte-parole est là. Le président de son parti aussi.", "porte-parole > | président de son parti >"},
	{"not cut in the middle", FR, "Le chef de 400 personnes est là.", "chef >"},
	{"any one is nobody", FR, "Un porte-parole du Kremlin est là.", "porte-parole du Kremlin >"},
	{"many are nobody", FR, "Les ministres russes sont là.", ""},
	{"kin and victims have no function", FR, "Le fils de Paul Petit et la victime sont là.", ""},
	{"an adjective alone is none", FR, "De manière générale tout va bien.", ""},
	{"an elision that stands apart", FR, "Paul Petit, président de l' ONU , est venu.", "président de l' ONU > Paul Petit"},
	{"contracted articles cannot be cut off", FR, "On parle du maire de Brive.", "=maire de Brive >"},
	{"English, before", EN, "Yesterday US Secretary of State Paul Miller came.", "US Secretary of State > Paul Miller"},
	{"English, a nationality", EN, "Yesterday Russian foreign minister Paul Miller came.", "Russian foreign minister > Paul Miller"},
	{"English, behind", EN, "It was Paul Miller, the Kremlin spokesman, who came.", "Kremlin spokesman > Paul Miller"},
	{"English, alone", EN, "Yesterday the Kremlin spokesman came.", "=Kremlin spokesman >"},
	{"English, of the past", EN, "Yesterday former president Paul Miller came.", "former president~ > Paul Miller"},
	{"Russian", LANGUAGE_RU, "Вчера пресс-секретарь Кремля Дмитрий Песков сказал.", "пресс-секретарь Кремля > Дмитрий Песков"},
	{"Spanish", LANGUAGE_ES, "El presidente ruso Vladimir Putin dijo ayer.", "presidente ruso > Vladimir Putin"},
	{"German", LANGUAGE_DE, "Gestern kam der russische Präsident Wladimir Putin.", "russische Präsident > Wladimir Putin"},
};
/* clang-format on */

static struct article article_of(struct span text, enum language language, struct arena *arena)
{
	struct line *line = ARENA_NEW(arena, struct line);

	*line = (struct line){{0, (uint32_t)text.len}, LINE_PARAGRAPH};
	return (struct article){
		.path = "x", .text = text, .language = language, .lines = line, .line_count = 1};
}

static struct role_marks roles_of_text(
	struct span text, enum language language, struct arena *arena)
{
	struct article article = article_of(text, language, arena);
	struct name_marks names = {0};
	struct role_marks roles = {0};

	names_extract(&article, NULL, &names, NULL, arena);
	roles_extract(&article, NULL, &names, &roles, arena);
	return roles;
}

static struct span told(const struct sample *sample, struct arena *arena)
{
	struct span text = span_of(sample->text);
	struct role_marks roles = roles_of_text(text, sample->language, arena);
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < roles.count; i++) {
		const struct role_mark *mark = &roles.at[i];
		buf_text(&buf, i ? " | " : "");
		buf_text(&buf, mark->free ? "=" : "");
		buf_add(&buf, span_in(text, mark->at));
		buf_text(&buf, mark->former ? "~ >" : " >");
		if (mark->holder.start < mark->holder.end)
			buf_char(&buf, ' ');
		buf_add(&buf, span_in(text, mark->holder));
	}
	return buf_span(&buf);
}

static void test_samples(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(samples); i++)
		CHECK_TEXT(samples[i].label, told(&samples[i], &arena), span_of(samples[i].roles));
	arena_clear(&arena);
}

static void test_equal_functions(void **state)
{
	/* clang-format off */
	static const struct { const char *label, *a, *b; bool equal; } pairs[] = {
		{"order", "le ministre russe des Affaires étrangères", "le ministre des Affaires étrangères russe", true},
		{"a nationality is its country", "le président américain", "le président des États-Unis", true},
		{"a republic is a country", "le président russe", "le président de la Fédération de Russie", true},
		{"gender", "la présidente française", "le président français", true},
		{"an adjective of the office", "le conseiller national à la sécurité", "le conseiller à la sécurité nationale", true},
		{"the head of state", "le chef de l'État français", "le président français", true},
		{"the head of government", "le chef du gouvernement", "le Premier ministre", true},
		{"former ones apart, the function is the same", "l'ancien président russe", "le président russe", true},
		{"another country", "le président russe", "le président ukrainien", false},
		{"another office", "le vice-président russe", "le président russe", false},
		{"deputies", "le secrétaire général adjoint", "le secrétaire général", false},
		{"first ones", "le Premier ministre", "le ministre", false},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct role_marks a = roles_of_text(span_of(pairs[i].a), FR, &arena);
		struct role_marks b = roles_of_text(span_of(pairs[i].b), FR, &arena);
		CHECK_CASE(pairs[i].label, a.count == 1 && b.count == 1);
		bool equal = a.at[0].head == b.at[0].head &&
			     memcmp(a.at[0].words, b.at[0].words, sizeof a.at[0].words) == 0;
		CHECK_CASE(pairs[i].label, equal == pairs[i].equal);
	}
	arena_clear(&arena);
}

static void test_traits(void **state)
{
	/* clang-format off */
	static const struct { const char *label, *text; bool anchored, sole; enum gender gender; } cases[] = {
		{"every country has one", "le ministre de l'Intérieur", false, true, GENDER_MALE},
		{"a country", "la ministre française de la Culture", true, true, GENDER_FEMALE},
		{"a body of one name", "le porte-parole du Kremlin", true, true, GENDER_MALE},
		{"a town", "le maire de Brive", true, true, GENDER_MALE},
		{"there are many", "le journaliste de Libération", true, false, GENDER_MALE},
		{"who works for somebody is one of many", "l'adjoint du maire de Brive", true, false, GENDER_UNKNOWN},
		{"but who speaks for him", "la porte-parole du président russe", true, true, GENDER_FEMALE},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct role_marks roles = roles_of_text(span_of(cases[i].text), FR, &arena);
		CHECK_CASE(cases[i].label, roles.count > 0);
		CHECK_CASE(cases[i].label, roles.at[0].anchored == cases[i].anchored);
		CHECK_CASE(cases[i].label, roles.at[0].sole == cases[i].sole);
		CHECK_CASE(cases[i].label, roles.at[0].gender == cases[i].gender);
	}
	arena_clear(&arena);
}

/* Tables that are looked up must be in order. */
static void test_tables(void **state)
{
	(void)state;
	for (size_t i = 1; i < role_words_count; i++)
		CHECK_CASE(role_words[i].folded,
			strcmp(role_words[i - 1].folded, role_words[i].folded) < 0);
	for (size_t i = 1; i < role_synonyms_count; i++)
		CHECK_CASE(role_synonyms[i].stem,
			strcmp(role_synonyms[i - 1].stem, role_synonyms[i].stem) < 0);
}

static void test_hostile_lengths(void **state)
{
	static const char *const pieces[] = {"le président ", "le président de ",
		"Paul Petit, ministre et ", "(", "ministre de l'Économie, de la ", "ancien "};
	struct arena arena;

	(void)state;
	for (size_t p = 0; p < COUNT(pieces); p++) {
		struct buf buf;
		arena_init(&arena);
		buf_init(&buf, &arena);
		while (buf.len < 200000)
			buf_text(&buf, pieces[p]);
		struct span text = buf_span(&buf);
		struct role_marks roles = roles_of_text(text, FR, &arena);
		for (uint32_t i = 0; i < roles.count; i++)
			CHECK_CASE(pieces[p], roles.at[i].at.end <= text.len &&
						      utf8_boundary(text, roles.at[i].at.start));
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_equal_functions),
		cmocka_unit_test(test_traits),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_hostile_lengths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
