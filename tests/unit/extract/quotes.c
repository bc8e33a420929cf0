#include "unit/check.h"

#include "base/buf.h"
#include "extract/quotes.h"
#include "extract/quotes-noun.h"
#include "extract/quotes-words.h"
#include "text/utf8.h"

#include <string.h>

/* A text whose lines are paragraphs, and its quotations: "words > phrase | …"; a pronoun's phrase
 * has "~" before it, a subject that only stands beside has "?". */
struct sample {
	const char *label;
	enum language language;
	const char *text, *quotes;
};

#define FR LANGUAGE_FR
#define EN LANGUAGE_EN

/* clang-format off */
static const struct sample samples[] = {
	{"the verb behind", FR, "« Nous irons tous demain », a déclaré Jeanne Morel.", "Nous irons tous demain > Jeanne Morel"},
	{"without blanks", FR, "«Nous irons tous demain», estime Jeanne Morel.", "Nous irons tous demain > Jeanne Morel"},
	{"the verb before", FR, "Jeanne Morel a déclaré que « nous irons tous demain ».", "nous irons tous demain > Jeanne Morel"},
	{"a colon", FR, "Jeanne Morel : « Nous irons tous demain. »", "Nous irons tous demain. > Jeanne Morel"},
	{"curly marks", FR, "“Nous irons tous demain”, a dit Jeanne Morel.", "Nous irons tous demain > Jeanne Morel"},
	{"straight marks, paired by position", FR, "\"Nous irons demain\", a dit Jeanne, \"et nous reviendrons vite\".",
		"Nous irons demain > Jeanne | et nous reviendrons vite > Jeanne"},
	{"German marks", LANGUAGE_DE, "„Wir gehen morgen alle“, sagte Jana Vogel.", "Wir gehen morgen alle > Jana Vogel"},
	{"selon", FR, "Selon le maire de Brive, Paul Petit, la route était « tout à fait sûre ».", "tout à fait sûre > le maire de Brive, Paul Petit"},
	{"selon, with an elision that stands apart", FR, "La route était « tout à fait sûre », selon l' ANPR .", "tout à fait sûre > l' ANPR"},
	{"d'après, behind", FR, "La route était « tout à fait sûre » d'après Paul Petit.", "tout à fait sûre > Paul Petit"},
	{"pour", FR, "Pour Paul Petit, la route est « tout à fait sûre ».", "tout à fait sûre >? Paul Petit"},
	{"the pronoun's phrase in the sentence before", FR, "Paul Petit est venu hier. « Je suis ravi de venir », a-t-il dit.", "Je suis ravi de venir >~ Paul Petit"},
	{"a pronoun agrees with its phrase", FR, "Le maire est venu voir la préfète. La préfète partait. Il a dit qu'il était « vraiment ravi de venir ».",
		"vraiment ravi de venir >~ Le maire"},
	{"broken by its clause", FR, "« Nous irons tous », a dit Paul Petit, « et nous reviendrons tous ».", "Nous irons tous > Paul Petit | et nous reviendrons tous > Paul Petit"},
	{"one after the other", FR, "« Nous irons tous demain. » « Nous reviendrons après-demain », a dit Paul Petit.",
		"Nous irons tous demain. > Paul Petit | Nous reviendrons après-demain > Paul Petit"},
	{"a sentence of its own goes on", FR, "« Nous irons tous », a dit Paul Petit. « Et nous reviendrons tous. »", "Nous irons tous > Paul Petit | Et nous reviendrons tous. > Paul Petit"},
	{"a participle", FR, "Paul Petit a salué « une très belle journée », ajoutant que « tout ira mieux demain ».",
		"une très belle journée > Paul Petit | tout ira mieux demain > Paul Petit"},
	{"coordinated verbs", FR, "Paul Petit a peu de temps et ajoute que « tout ira mieux demain ».", "tout ira mieux demain > Paul Petit"},
	{"who", FR, "Il suit Paul Petit, qui estime que « tout ira mieux demain ».", "tout ira mieux demain > Paul Petit"},
	{"passive, with by", FR, "Le projet est qualifié de « vraie folie douce » par Paul Petit.", "vraie folie douce > Paul Petit"},
	{"passive, by nobody", FR, "Le projet est décrit comme « une vraie folie ».", "une vraie folie >"},
	{"a sentence-final clause speaks for all", FR, "« Sur le fond » du dossier, il « ne dira plus rien », précise-t-il.", "Sur le fond >~ | ne dira plus rien >~"},
	{"somebody described", FR, "« Nous irons tous demain », raconte une voisine.", "Nous irons tous demain > une voisine"},
	{"a date between verb and subject", FR, "« Nous irons tous », a indiqué le 26 mars Paul Petit.", "Nous irons tous > Paul Petit"},
	{"the title of a subject", FR, "Le porte-parole du ministère, Paul Petit, a dit : « Nous irons tous. »", "Nous irons tous. > Le porte-parole du ministère, Paul Petit"},
	{"nobody", FR, "Une famille « très calme et polie » vivait là.", "très calme et polie >? Une famille"},
	{"a subject beside", FR, "Le pape Jean « prie pour les victimes ».", "prie pour les victimes >? Le pape Jean"},
	{"single words are none", FR, "Il parle d'un « grand choc » et d'une « honte ».", ""},
	{"nor are names", FR, "Le film de « Jean de La Fontaine ».", ""},
	{"nor titles", FR, "Auteur de « la vie des autres », « une belle mort » et « Un jour de pluie », il est connu.", ""},
	{"nor what begins like a name behind an article", FR, "Les unités du « Comité de réaction rapide » sont là.", ""},
	{"nor what something is called", FR, "Ils ont surnommé ce lieu « la grande maison vide ».", ""},
	{"a list of works", FR, "Il a écrit les chansons « une belle mort » et « Un jour de pluie ».", ""},
	{"nor charges", FR, "Il est mis en examen pour « homicide involontaire aggravé ».", ""},
	{"what somebody condemns is one", FR, "Paul Petit a condamné un « crime contre la paix ».", "crime contre la paix > Paul Petit"},
	{"nested marks", FR, "« Ils ont crié « vive la paix » hier », a dit Paul.", "Ils ont crié « vive la paix » hier > Paul"},
	{"a mark that nothing closes ends with its line", FR, "Paul a dit : « Nous irons tous demain\nIl est parti.", "Nous irons tous demain > Paul"},
	{"a lost mark does not swallow the next quotation", FR, "Un « mot, et Paul a dit : « Nous irons tous demain ».", "Nous irons tous demain > Paul"},
	{"a closing mark alone", FR, "Un mot » et rien de plus ici.", ""},
	{"inches", EN, "A 5\" pipe and a 6\" pipe were found there.", ""},
	{"a name below a quotation", FR, "« Nous irons tous demain. »\n— Préfecture du Rhône", "Nous irons tous demain. > Préfecture du Rhône"},
	{"a dash that opens speech", FR, "Paul Petit arriva.\n— Nous irons tous demain, dit-il en riant.", "Nous irons tous demain >~ Paul Petit arriva"},
	{"and a question", FR, "Paul Petit est là.\n– Nous irons tous demain ? demanda-t-il.", "Nous irons tous demain ? >~ Paul Petit"},
	{"a dash that opens nothing", FR, "— Un point de la liste est ici.", ""},
	{"English, inverted", EN, "\"We will all go tomorrow,\" said Jane Miller.", "We will all go tomorrow, > Jane Miller"},
	{"English, direct", EN, "“We will all go tomorrow,” Jane Miller said on Monday.", "We will all go tomorrow, > Jane Miller"},
	{"English, a pronoun", EN, "Jane Miller has come. “We will all go tomorrow,” she said.", "We will all go tomorrow, >~ Jane Miller"},
	{"English, according to", EN, "It was “a very fine day”, according to Jane Miller.", "a very fine day > Jane Miller"},
	{"nor a thing that is the subject", FR, "Le maire est venu. Le temps était beau. « Je suis ravi de venir », a-t-il dit.", "Je suis ravi de venir >~ Le maire"},
	{"whoever the sentence lets tell", FR, "On ne sait rien, mais le maire Paul Petit a annoncé que tout allait bien. « Je suis ravi d'être ici », a-t-il ajouté.",
		"Je suis ravi d'être ici >~ le maire Paul Petit"},
	{"the subject of the sentence with the colon", FR, "Paul Petit, le maire de la ville, a annoncé la suite : « Nous irons tous demain », a-t-il dit.", "Nous irons tous demain >~ Paul Petit"},
	{"the latter is no subject", FR, "Anna Morel a vu Paul Petit. Ce dernier estime que « tout ira mieux demain ».", "tout ira mieux demain >~"},
	{"selon ce dernier", FR, "Anna Morel a vu Paul Petit. Selon celui-ci, « tout ira mieux demain ».", "tout ira mieux demain >~"},
	{"this last time is a time", FR, "Paul Petit, cette dernière semaine, a dit que « tout ira mieux demain ».", "tout ira mieux demain > Paul Petit"},
	{"a turned clause before", FR, "Le temps change, comme l'explique Paul Petit : « Nous irons tous demain ».", "Nous irons tous demain > Paul Petit"},
	{"and behind", FR, "« Nous irons tous demain », comme l'a expliqué Paul Petit.", "Nous irons tous demain > Paul Petit"},
	{"selon ce que", FR, "« Nous irons tous demain », selon ce qu'a confié Paul Petit.", "Nous irons tous demain > Paul Petit"},
	{"launched by", FR, "Il y eut un « nous irons tous demain » lancé par Paul Petit.", "nous irons tous demain > Paul Petit"},
	{"whose opinion it is", FR, "Ce n'est pas l'avis de Paul Petit : « Nous irons tous demain ».", "Nous irons tous demain > avis de Paul Petit"},
	{"a clause inside the marks", FR, "Tout a changé. « Nous irons tous, confiait hier Paul Petit, et vite. » Il pleut.", "Nous irons tous, confiait hier Paul Petit, et vite. > Paul Petit"},
	{"alone behind a sentence about somebody", FR, "Paul Petit ne se laisse pas faire. « Nous irons tous demain. »", "Nous irons tous demain. >? Paul Petit"},
	{"alone behind a sentence about something", FR, "Les travaux avancent. « Nous irons tous demain. »", "Nous irons tous demain. >"},
	{"a line that ends with a colon", FR, "Paul Petit précise :\n« Nous irons tous demain. »", "Nous irons tous demain. > Paul Petit"},
	{"a word that only begins its sentence is no name", FR, "Paul Petit est là. Vient alors le discours. « Nous irons tous demain », dit-il.", "Nous irons tous demain >~ Paul Petit"},
	{"who cries is the nearest subject", FR, "Paul Petit sortait quand un jeune homme a surgi en criant « vive la Bretagne libre ».", "vive la Bretagne libre > un jeune homme"},
	{"the pronoun of what he says is his", FR, "Les élus ont répondu par la voix de Paul Petit, qui indique qu'il ne voit « aucune raison de partir ».", "aucune raison de partir >~ Paul Petit"},
	{"made to remark", FR, "« Nous irons tous demain », fait remarquer Paul Petit.", "Nous irons tous demain > Paul Petit"},
	{"a name that looks like a participle", FR, "Le Canard enchaîné y voit « un beau cadeau de plus ».", "un beau cadeau de plus > Le Canard enchaîné"},
	{"an organisation that is not governmental", FR, "L'organisation non gouvernementale Grand Air a déclaré : « Nous irons tous ».", "Nous irons tous > L'organisation non gouvernementale Grand Air"},
	{"in the plural", FR, "« Nous irons tous demain », ont dit des voisins.", "Nous irons tous demain > des voisins"},
	{"somebody behind a partitive", FR, "Des météorologues ajoutent que « tout ira mieux demain ».", "tout ira mieux demain > Des météorologues"},
	{"an acclaim before a colon", FR, "La nouvelle est saluée par l'Union des Villes : « Nous irons tous », a-t-elle dit.", "Nous irons tous >~ l'Union des Villes"},
	{"a given name of the other gender waits", FR, "La ministre est venue. Paul Petit est arrivé. « Nous irons tous », a-t-elle dit.", "Nous irons tous >~ La ministre"},
	{"but is better than nobody", FR, "Paul Petit est arrivé. « Nous irons tous », a-t-elle dit.", "Nous irons tous >~ Paul Petit"},
	{"a function with a name that has a comma", FR, "Un des leaders de Boko Haram, Abu Keita, a dit : « Nous irons tous ».", "Nous irons tous > Un des leaders de Boko Haram, Abu Keita"},
	{"for the sake of something", FR, "Il agit pour le monde « pendant des années entières ».", "pendant des années entières >"},
	{"a phrase inside that is no clause", FR, "« Pour être juste, suffit-il d'obéir aux lois ? » est un sujet.", "Pour être juste, suffit-il d'obéir aux lois ? >"},
	{"a noun in the clause of a dash", FR, "— Jamais de la vie ! répondit Anna Morel.", "Jamais de la vie ! > Anna Morel"},
	{"a dash before a name is no speech", FR, "Il pleut.\n— Anna Morel, ministre de la Mer", ""},
	{"paragraphs that each open, with the clause behind the last", FR, "« Nous irons tous demain.\n« Et nous reviendrons », a dit Paul Petit.",
		"Nous irons tous demain. > Paul Petit | Et nous reviendrons > Paul Petit"},
	{"an interview", FR, "Journal : Irez-vous tous demain ?\nPaul Petit : Nous irons tous demain.\nJournal : Et ensuite, vous revenez ?\nPaul Petit : Nous verrons bien alors.",
		"Nous irons tous demain. > Paul Petit | Nous verrons bien alors. > Paul Petit"},
	{"a list is no interview", FR, "Paris : trois blessés dans la rue.\nLyon : deux blessés dans la rue.\nParis : il a plu toute la nuit.\nLyon : il a plu le matin.", ""},
	{"English, who lives there", EN, "“We will all go tomorrow,” Jane Miller, who lives there, told the Herald.", "We will all go tomorrow, > Jane Miller"},
	{"English, single marks", EN, "‘We don’t go tomorrow,’ said Jane Miller.", "We don’t go tomorrow, > Jane Miller"},
	{"English, the dogs' owner", EN, "The dogs’ owner and the cats’ owner met here.", ""},
	{"Russian, behind a dash", LANGUAGE_RU, "«Мы поедем завтра», — сказал Иван Петров.", "Мы поедем завтра > Иван Петров"},
	{"Russian, in the words of", LANGUAGE_RU, "По словам Ивана Петрова, мост «очень дорогой для города».", "очень дорогой для города > Ивана Петрова"},
	{"Spanish, without a subject", LANGUAGE_ES, "Ana Moreno es la alcaldesa. «Vamos todos mañana», dijo.", "Vamos todos mañana >~ Ana Moreno"},
	{"Spanish, segun", LANGUAGE_ES, "Según Ana Moreno, el puente es «muy caro para todos».", "muy caro para todos > Ana Moreno"},
	{"German, turned marks", LANGUAGE_DE, "»Wir gehen morgen alle«, sagte Jana Vogel.", "Wir gehen morgen alle > Jana Vogel"},
	{"German, laut", LANGUAGE_DE, "Laut Jana Vogel ist die Brücke „viel zu teuer für uns“.", "viel zu teuer für uns > Jana Vogel"},
	{"joined clauses", FR, "Le maire Paul Petit a vu la Somme et Marc Morel a dit que « tout ira mieux demain ».", "tout ira mieux demain > Marc Morel"},
	{"joined names", FR, "Paul Petit et Marc Morel ont dit que « tout ira mieux demain ».", "tout ira mieux demain > Paul Petit et Marc Morel"},
	{"who passes on the words did not say them", FR, "Selon Paul Petit, dont les propos sont rapportés par l'Agence, « tout ira mieux ».", "tout ira mieux > Paul Petit"},
	{"an empty pair", FR, "Rien « » ici « ».", ""},
};
/* clang-format on */

static void fill(
	struct article *article, struct span text, enum language language, struct arena *arena)
{
	struct span rest = text, line;

	*article = (struct article){.path = "x", .text = text, .language = language};
	article->lines = ARENA_ARRAY(arena, struct line, text.len + 1);
	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - text.at);
		article->lines[article->line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
}

static struct span told(const struct article *article, struct arena *arena)
{
	static const char *const arrows[] = {" >", " >?", " >", " >~"};
	struct quote_marks marks = {0};
	struct buf buf;

	buf_init(&buf, arena);
	quotes_extract(article, NULL, &marks, arena);
	for (uint32_t i = 0; i < marks.count; i++) {
		struct span phrase = span_in(article->text, marks.at[i].phrase);
		buf_text(&buf, i ? " | " : "");
		buf_add(&buf, span_in(article->text, marks.at[i].at));
		buf_text(&buf, arrows[marks.at[i].clue]);
		buf_text(&buf, phrase.len ? " " : "");
		buf_add(&buf, phrase);
	}
	return buf_span(&buf);
}

static void test_samples(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct article article;
		fill(&article, span_of(samples[i].text), samples[i].language, &arena);
		CHECK_TEXT(samples[i].label, told(&article, &arena), span_of(samples[i].quotes));
	}
	arena_clear(&arena);
}

static void check_sorted(const char *const *words, size_t count)
{
	for (size_t i = 1; i < count; i++)
		CHECK_CASE(words[i], strcmp(words[i - 1], words[i]) < 0);
}

static void test_tables_are_sorted(void **state)
{
	(void)state;
	check_sorted(said_roots_fr, said_roots_fr_count);
	check_sorted(said_roots_en, said_roots_en_count);
	for (size_t i = 1; i < said_words_fr_count; i++)
		CHECK_CASE(said_words_fr[i].folded,
			strcmp(said_words_fr[i - 1].folded, said_words_fr[i].folded) < 0);
	for (size_t i = 1; i < said_words_other_count; i++)
		CHECK_CASE(said_words_other[i].folded,
			strcmp(said_words_other[i - 1].folded, said_words_other[i].folded) < 0);
	for (size_t i = 1; i < noun_count; i++)
		CHECK_CASE(nouns[i].folded, strcmp(nouns[i - 1].folded, nouns[i].folded) < 0);
	for (size_t i = 1; i < said_words_en_count; i++)
		CHECK_CASE(said_words_en[i].folded,
			strcmp(said_words_en[i - 1].folded, said_words_en[i].folded) < 0);
}

/* One piece again and again: what is not linear in it does not end. */
static void test_repetition(void **state)
{
	static const char *const pieces[] = {"«", "« ", "»", "\"", "\" a", "« a b c ", "« a b c » ",
		"« a b c », a-t-il dit ", "« a b c », ", "selon ", "Paul ", "a dit ", "( ", ", ",
		"« a b c » qui ", "il a dit que « a b c ». ", "L' ", "“„”‟", "« a b c »\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct article article;
		struct quote_marks marks = {0};
		struct arena arena;
		struct buf buf;

		arena_init(&arena);
		buf_init(&buf, &arena);
		while (buf.len < 200000)
			buf_text(&buf, pieces[i]);
		fill(&article, buf_span(&buf), FR, &arena);
		quotes_extract(&article, NULL, &marks, &arena);
		for (uint32_t m = 1; m < marks.count; m++)
			assert_true(marks.at[m - 1].at.end <= marks.at[m].at.start);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_tables_are_sorted),
		cmocka_unit_test(test_repetition),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
