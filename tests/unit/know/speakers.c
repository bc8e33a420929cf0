#include "unit/check.h"

#include "base/buf.h"
#include "unit/know/archive.h"
#include "know/speakers.h"

/* A text, and who says its quotations, in order: names, "-" for nobody. */
struct sample {
	const char *label, *text, *speakers;
};

/* clang-format off */
static const struct sample samples[] = {
	{"a name", "Le maire Paul Petit est là. « Nous irons tous demain », a déclaré Paul Petit.", "Paul Petit"},
	{"a surname is whoever the article names", "Paul Petit est arrivé. « Nous irons tous demain », a déclaré M. Petit.", "Paul Petit"},
	{"the name behind its function", "Selon le ministre des Transports, Paul Petit, c'est « une très bonne chose ».", "Paul Petit"},
	{"not whom somebody works for", "L'avocat de Paul Petit a dit qu'il était « tout à fait serein ».", "-"},
	{"a pronoun", "Paul Petit est arrivé. « Nous irons tous demain », a-t-il dit.", "Paul Petit"},
	{"a pronoun finds its gender", "Marie Morel a vu Paul Petit. « Nous irons tous demain », a-t-elle dit.", "Marie Morel"},
	{"a pronoun of the other gender is nobody", "Marie Morel est arrivée. « Nous irons tous demain », ont-ils dit.", "-"},
	{"whoever holds the function", "La porte-parole du ministère, Marie Morel, est là. Il pleut. « Nous irons tous demain », a dit la porte-parole.", "Marie Morel"},
	{"nobody holds it", "Paul Petit est là. « Nous irons tous demain », a dit le procureur.", "-"},
	{"another one holds it", "Paul Petit, ministre des Sports, est là. « Nous irons tous demain », a dit le ministre de la Culture.", "-"},
	{"the president whom it has just named", "Paul Petit a gagné. « Nous irons tous demain », a dit le président.", "Paul Petit"},
	{"somebody described", "« Nous irons tous demain », raconte une voisine.", "-"},
	{"a newspaper", "Selon L'Avenir, c'est « une très bonne chose ».", "Avenir"},
	{"and the newspaper again", "Selon L'Avenir, c'est « une très bonne chose ». Le journal estime que « tout ira bien demain ».", "Avenir | Avenir"},
	{"an organisation", "La commission des affaires sociales estime que « tout ira bien demain ».", "commission des affaires sociales"},
	{"an organisation in full", "L'Autorité des Grands Marchés (AGM) ouvre. Selon l'AGM, « tout ira bien demain ».", "Autorité des Grands Marchés"},
	{"the long form behind", "Selon l'AGM (autorité des grands marchés), « tout ira bien ici ».", "autorité des grands marchés"},
	{"an office without a name", "Selon la préfecture, « tout ira bien demain ».", "préfecture"},
	{"an office in full", "Le gouvernement français cède. Selon le gouvernement, « tout ira bien demain ».", "gouvernement français"},
	{"a document is its writer's", "Un communiqué de Paul Petit est paru. « Tout ira bien demain », peut-on lire dans le communiqué.", "Paul Petit"},
	{"police described by many", "Selon les enquêteurs, « tout ira bien demain ».", "-"},
	{"an opinion is its holder's", "Ce n'est pas l'avis de Paul Petit : « Nous irons tous demain ».", "Paul Petit"},
	{"precisions given by somebody", "« Nous irons tous demain », selon les précisions apportées par Paul Petit.", "Paul Petit"},
	{"one of several is nobody", "L'un des Grands Sages estime que « tout ira bien demain ».", "-"},
	{"some agency is nobody", "« Tout ira bien demain », selon une agence locale.", "-"},
	{"a prize is nobody", "Le prix Morel récompense « la plus petite machine ».", "-"},
	{"a name that ends where a verb begins", "L'avenir de Lille est sombre. Une déclaration de Lille a confirmé qu'ils partent. La déclaration explique : « Nous irons tous ».", "Lille"},
	{"a council in full", "Le Conseil constitutionnel a tranché. Le Conseil estime que « tout ira bien demain ».", "Conseil constitutionnel"},
	{"the latter", "Anna Morel a vu Paul Petit. Ce dernier estime que « tout ira bien demain ».", "Paul Petit"},
	{"the woman concerned", "Anna Morel travaille pour Paul Petit. L'intéressée estime que « tout ira bien demain ».", "Anna Morel"},
	{"a pronoun behind another line's speaker", "Paul Petit est là. « Nous irons tous », a-t-il dit.\nC'est le projet de Marc Morel. « Moi aussi je viens », a-t-il dit.", "Paul Petit | Marc Morel"},
	{"the champion whom it has just named", "Paul Petit a gagné la course. Le boxeur de 23 ans a dit : « Nous irons tous ».", "Paul Petit"},
	{"a minister of something that nobody holds", "Paul Petit est blessé. Le ministre de la Santé a dit : « Nous irons tous ».", "-"},
	{"the advocate of somebody does not make him one", "L'avocate de Paul Petit dit que Marc Morel ment. « Nous irons tous », explique-t-elle.", "-"},
	{"alone behind a sentence about somebody", "Paul Petit ne se laisse pas faire. « Nous irons tous demain. »", "Paul Petit"},
	{"a chain stays with one person", "Anna Morel est là.\nPaul Petit arrive. « Nous irons », dit-il, ajoutant que « tout ira bien demain ».", "Paul Petit"},
	{"the association that is named", "L'association Grand Air recrute. L'association estime que « tout ira bien demain ».", "Grand Air"},
	{"the company behind an adjective", "La compagnie aérienne Aviora a fermé. La compagnie estime que « tout ira bien demain ».", "Aviora"},
	{"an organisation and its verb", "Le collectif ouvre « toutes ses portes ici ».", "-"},
	{"an army", "L'armée turque estime que « tout ira bien demain ».", "armée turque"},
	{"a subject beside, with a name", "Paul Petit « prie pour les victimes ».", "Paul Petit"},
	{"a subject beside, without one", "La maison « tombe vraiment en ruine ».", "-"},
};
/* clang-format on */

static struct span told(const char *text, const uint8_t *kinds, struct arena *arena)
{
	struct sheet sheet = {.text = text};
	struct document *document = archive_of(&sheet, 1, arena);
	struct people people;
	struct buf buf;

	buf_init(&buf, arena);
	people_make(document, &kinds, 1, NULL, &people, arena);
	struct quotations found =
		speakers_make(document, kinds, &people, &people.documents[0], arena);
	for (uint32_t i = 0; i < found.count; i++) {
		buf_text(&buf, i ? " | " : "");
		buf_add(&buf, found.at[i].speaker.len ? found.at[i].speaker : SPAN("-"));
		if (found.at[i].actor != SPEAKER_NOBODY)
			assert_true(found.at[i].actor < people.actor_count);
	}
	return buf_span(&buf);
}

static void test_samples(void **state)
{
	const uint8_t body[] = {LINE_PARAGRAPH, LINE_PARAGRAPH, LINE_PARAGRAPH};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(samples); i++)
		CHECK_TEXT(samples[i].label, told(samples[i].text, body, &arena),
			span_of(samples[i].speakers));
	arena_clear(&arena);
}

/* Where the name stands to which the words led. */
static void test_names_are_told(void **state)
{
	/* clang-format off */
	static const struct sample paths[] = {
		{"in the phrase itself", "Selon Paul Petit, c'est « une très bonne chose ».", "Paul Petit"},
		{"the nearest that a pronoun means", "Anna Morel a vu Paul Petit. Ce dernier dit que « tout ira bien demain ».", "Paul Petit"},
		{"in full", "L'Autorité des Grands Marchés (AGM) ouvre. Selon l'AGM, « tout ira bien ».", "Autorité des Grands Marchés"},
		{"the association's name", "L'association Grand Air recrute. L'association estime que « tout ira bien demain ».", "Grand Air"},
		{"nobody's", "« Nous irons tous demain », raconte une voisine.", ""},
	};
	/* clang-format on */
	const uint8_t body[] = {LINE_PARAGRAPH};
	const uint8_t *kinds = body;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct sheet sheet = {.text = paths[i].text};
		struct document *document = archive_of(&sheet, 1, &arena);
		struct people people;
		people_make(document, &kinds, 1, NULL, &people, &arena);
		struct quotations found =
			speakers_make(document, body, &people, &people.documents[0], &arena);
		assert_int_equal(found.count, 1);
		CHECK_TEXT(paths[i].label, span_in(document->article->text, found.at[0].name),
			span_of(paths[i].speakers));
	}
	arena_clear(&arena);
}

static void test_furniture_says_nothing(void **state)
{
	const uint8_t furniture[] = {LINE_FURNITURE};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	CHECK_TEXT("a line that is furniture", told(samples[0].text, furniture, &arena), SPAN(""));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_names_are_told),
		cmocka_unit_test(test_furniture_says_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
