#include "unit/check.h"

#include "know/stories-topics.h"
#include "text/vocabulary.h"

/* clang-format off */
static const struct {
	enum language language;
	uint8_t topics;
	const char *words; /* each of which tells that much, and no more */
} cases[] = {
	{LANGUAGE_FR, TOPIC_FIGURES, "chômage inflation INSEE PIB indice sondage sondages baromètre bourse"},
	{LANGUAGE_FR, TOPIC_CONTEST, "coupe championnat championne ligue tournoi journée manches"},
	{LANGUAGE_FR, TOPIC_CONTEST | TOPIC_GAMES, "olympique olympiques"},
	{LANGUAGE_FR, TOPIC_DEATH, "décès mort meurt disparition"},
	{LANGUAGE_FR, TOPIC_JUSTICE,
		"enquête enquêteurs perquisition parquet procureure juge juges judiciaire tribunaux "
		"accusé soupçons inculpée détournement corruption fraudes plainte avocats procès "
		"condamnée fictifs scandale affaires révélations suspecte aveux blanchiment illégale"},
	{LANGUAGE_FR, 0, "traité maison président ville deathly trial court league"},
	{LANGUAGE_EN, TOPIC_FIGURES,
		"unemployment jobless inflation GDP index poll polls barometer weather forecasts stocks"},
	{LANGUAGE_EN, TOPIC_CONTEST,
		"cup championship champions league tournaments prix matchday playoffs"},
	{LANGUAGE_EN, TOPIC_CONTEST | TOPIC_GAMES, "Olympic Olympics Olympian"},
	{LANGUAGE_EN, TOPIC_DEATH, "obituary dies died death"},
	{LANGUAGE_EN, TOPIC_JUSTICE,
		"investigation investigators inquiry probe prosecutor prosecution courts judge judges "
		"judicial justice tribunal trial accused accusations alleged allegations suspects "
		"indicted indictment charged charges convicted conviction sentenced verdict guilty "
		"pleaded testified testimony lawyers attorney lawsuit corruption fraudulent "
		"embezzlement laundering bribery bribes scandals illegal criminal penalty"},
	{LANGUAGE_EN, 0, "treaty house president town coup journey mort affair revel"},
	{LANGUAGE_DE, 0, "inflation champion olympia scandal"},
};
/* clang-format on */

static void test_words(void **state)
{
	struct stemmer *stemmer = stemmer_open();
	struct vocabulary vocabulary;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, stemmer, &arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct placed_forms words = {0};
		vocabulary_read(
			&vocabulary, cases[i].language, span_of(cases[i].words), 0, &words, &arena);
		for (uint32_t k = 0; k < words.count; k++) {
			struct root *root =
				vocabulary_root(&vocabulary, cases[i].language, words.at[k].form);
			CHECK_CASE(arena_string(&arena, words.at[k].form->text),
				story_topics_in(
					story_topics(strings_text(vocabulary.stems, root->stem)),
					cases[i].language) == cases[i].topics);
		}
	}
	stemmer_close(stemmer);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_words)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
