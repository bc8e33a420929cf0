#include "unit/check.h"

#include "unit/know/texts.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct sample {
	const char *label;
	const char *texts[TEXTS + 1];
	const char *want;
};

/* clang-format off */
static const struct sample samples[] = {
	{"two spellings are one person, shown by the commoner",
		{"Hier Dmitri Peskov parlait.", "Hier Dimitri Peskov parlait.", "Ici Dmitri Peskov parle."},
		"Dmitri Peskov 3 3"},
	{"equally common forms: the first in byte order",
		{"Hier Dmitri Peskov parlait.", "Hier Dimitri Peskov parlait."}, "Dimitri Peskov 2 2"},
	{"a title and the full name",
		{"Hier Sergueï Lavrov parlait. M. Lavrov est parti."}, "Sergueï Lavrov 1 2"},
	{"a bare surname follows its full name",
		{"Hier Dmitri Peskov parlait. Puis Peskov est parti."}, "Dmitri Peskov 1 2"},
	{"and comes before it", {"Ici Peskov parle. Hier Dmitri Peskov parlait."}, "Dmitri Peskov 1 2"},
	{"a bare surname that only another article explains",
		{"Hier Dmitri Peskov parlait.", "Puis Peskov est parti."}, "Dmitri Peskov 2 2"},
	{"a bare word that nobody explains is nobody", {"Puis Peskovar est parti."}, ""},
	{"a title makes somebody of it", {"Puis M. Peskovar est parti."}, "Peskovar 1 1"},
	{"two bearers of a name: a bare one in a third article is nobody",
		{"Hier Nikolaï Peskovar parlait.", "Hier Dmitri Peskovar parlait.", "Puis Peskovar est parti."},
		"Dmitri Peskovar 1 1 | Nikolaï Peskovar 1 1"},
	{"in their own articles they are known",
		{"Hier Nikolaï Patrouchev parlait. Puis Patrouchev est parti.", "Hier Dmitri Patrouchev parlait."},
		"Dmitri Patrouchev 1 1 | Nikolaï Patrouchev 1 2"},
	{"husband and wife by their titles",
		{"Hier Bill Clinton et Hillary Clinton parlaient. Mme Clinton est partie. M. Clinton est resté."},
		"Bill Clinton 1 2 | Hillary Clinton 1 2"},
	{"a title of the other gender is somebody else",
		{"Hier Donald Tramp parlait.", "Puis Mme Tramp est partie."}, "Donald Tramp 1 1 | Tramp 1 1"},
	{"two scripts",
		{"Hier Vladimir Poutine parlait.", "Вчера говорил Владимир Путин.", "Ici Vladimir Poutine parle."},
		"Vladimir Poutine 3 3"},
	{"a Russian case", {"Hier Dmitri Peskov parlait.", "Вопрос задали Дмитрию Пескову вчера."},
		"Dmitri Peskov 2 2"},
	{"a given name in another language",
		{"Hier Nikolaï Azarov parlait.", "Hier Mykola Azarov parlait.", "Ici Nikolaï Azarov parle."},
		"Nikolaï Azarov 3 3"},
	{"an initial", {"Hier Joe Biden parlait.", "Ici J. Biden parle."}, "Joe Biden 2 2"},
	{"an initial that two may have",
		{"Hier Joe Biden parlait. Hier Jill Biden parlait.", "Ici J. Biden parle."},
		"J. Biden 1 1 | Jill Biden 1 1 | Joe Biden 1 1"},
	{"a middle initial", {"Hier George W. Bush parlait.", "Ici George Bush parle."}, "George Bush 2 2"},
	{"two middle initials are two persons",
		{"Hier George W. Bush parlait.", "Ici George H. Bush parle."}, "George H. Bush 1 1 | George W. Bush 1 1"},
	{"father and son", {"Hier Donald Trump parlait.", "Ici Donald Trump Jr parle."},
		"Donald Trump 1 1 | Donald Trump Jr 1 1"},
	{"two Kims", {"Hier Kim Jong-un parlait.", "Hier Kim Jong-il parlait."}, "Kim Jong-il 1 1 | Kim Jong-un 1 1"},
	{"a shouted surname", {"Hier Emmanuel MACRON parlait. Puis Macron est parti."}, "Emmanuel MACRON 1 2"},
	{"a spelling without capitals is shown",
		{"Hier Emmanuel MACRON parlait.", "Hier Emmanuel MACRON dort.", "Hier Emmanuel Macron parlait."},
		"Emmanuel Macron 3 3"},
	{"what only sounds like a surname is nobody", {"Hier Jean Paul parlait. Puis Pôle emploi a parlé."},
		"Jean Paul 1 1"},
	{"a place that is a surname", {"Hier François Hollande parlait. Puis Hollande est parti."},
		"François Hollande 1 2"},
	{"a place, when only another article has the person",
		{"Hier François Hollande parlait.", "Un voyage en Hollande."}, "François Hollande 1 1"},
	{"a contraction that sounds like a surname",
		{"Hier Rob Weir parlait. We're open, dit-il.", "We’re open."}, "Rob Weir 1 1"},
	{"a word that stands in small letters, too",
		{"Hier Jean Cousin parlait.", "Un cousin de Paris. Le cousin est venu. Puis Cousin parle."},
		"Jean Cousin 1 1"},
	{"unless its article has the whole name, and no sentence begins with it",
		{"Hier Jean Cousin parlait. Le cousin de Cousin est venu. Cousin germain, dit-il."},
		"Jean Cousin 1 2"},
	{"words of every day that begin like a given name",
		{"Hier Rose Marche parlait.", "Une rose, la rose, la marche, une marche."}, ""},
	{"one letter is no name", {"Hier Thomas L. parlait. Puis L. est parti. Le plan B est là."},
		"Thomas L. 1 1"},
	{"accents and signs do not count",
		{"Hier Mauricio Méndez parlait. Puis Mendez est parti.", "Ici Mendez parle."},
		"Mauricio Méndez 2 3"},
	{"an initial that is a particle elsewhere",
		{"Hier Emmanuel Macron parlait.", "Ici E. Macron parle.", "Ici E.Macron parle."},
		"Emmanuel Macron 3 3"},
	{"initials that sound alike",
		{"Hier Joe Biden parlait.", "Ici I. Biden parle."}, "I. Biden 1 1 | Joe Biden 1 1"},
	{"a Russian word that only sounds like a surname begins a sentence",
		{"Hier Brendan Crom parlait.", "Он пришёл. Кроме него, никто."}, "Brendan Crom 1 1"},
	{"a name over two lines has one blank",
		{"Hier Dmitri  Peskov parlait.", "Hier Dmitri\u00A0Peskov parlait."}, "Dmitri Peskov 2 2"},
	{"names run together are two",
		{"Hier Ana Ruiz parlait.", "Hier Luis Vega parlait.", "Hier Ana Ruiz Luis Vega parlaient."},
		"Ana Ruiz 2 2 | Luis Vega 2 2"},
	{"a genitive ends a name",
		{"Hier Luis Vega parlait.", "Hier Luis Vegas Reise und Luis Vegas Besuch."}, "Luis Vega 2 3"},
	{"or stay one, where only one of them is known",
		{"Hier Ana Ruiz parlait.", "Hier Ana Ruiz Luis Vega parlaient."},
		"Ana Ruiz 1 1 | Ana Ruiz Luis Vega 1 1"},
	{"an article has a name both whole and cut short",
		{"Hier Luis Vega Toro parlait. Luis Vega est parti."}, "Luis Vega 1 2"},
	{"or without its first word",
		{"Hier Paul Denis Morin parlait. Denis Morin est parti."}, "Denis Morin 1 2"},
	{"a given name alone is the only one whom the article names so",
		{"Hier Alistair Moll parlait. Le vainqueur est Alistair."}, "Alistair Moll 1 2"},
	{"a word that is no given name before a name of the archive",
		{"Hier Luis Vega parlait.", "Wczoraj minister Chin Luis Vega mówił o tym w sobotę."},
		"Luis Vega 2 2"},
	{"Arabic, by the consonants of both names",
		{"Hier Sergueï Lavrov parlait. Sergueï Lavrov est parti.", "يقول الوزير سيرغي لافروف إنه سيسافر غدا إلى المدينة."},
		"Sergueï Lavrov 2 3"},
	{"with particles, and words of two parts",
		{"Hier Salmane ben Abdelaziz parlait. Salmane ben Abdelaziz est parti.", "قرأ الملك سلمان بن عبد العزيز رسالة طويلة أمام المجلس."},
		"Salmane ben Abdelaziz 2 3"},
	{"Persian", {"Hier Ebrahim Raïssi parlait. Ebrahim Raïssi est parti.", "ابراهیم رئیسی دیروز در این شهر سخنرانی کرد و بازگشت."},
		"Ebrahim Raïssi 2 3"},
	{"Hebrew", {"Hier Benyamin Netanyahou parlait. Benyamin Netanyahou est parti.", "אתמול דיבר בנימין נתניהו עם עיתונאים רבים בעיר."},
		"Benyamin Netanyahou 2 3"},
	{"Hindi", {"Hier Narendra Modi parlait. Narendra Modi est parti.", "कल नरेन्द्र मोदी ने शहर में लोगों से बात की।"},
		"Narendra Modi 2 3"},
	{"other vowels are another name",
		{"Hier Sergueï Lavrov parlait.", "يقول الوزير سيرغي لوفروف إنه سيسافر غدا إلى المدينة."},
		"Sergueï Lavrov 1 1"},
	{"what two persons' names could be is nobody",
		{"Hier Luis Moreno parlait.", "Hier Elias Moreno parlait.", "يقول الوزير لس مرن إنه سيسافر غدا إلى المدينة."},
		"Elias Moreno 1 1 | Luis Moreno 1 1"},
	{"not where two are called so",
		{"Hier Alistair Moll et Alistair Faure parlaient. Le vainqueur est Alistair."},
		"Alistair 1 1 | Alistair Faure 1 1 | Alistair Moll 1 1"},
	{"nor where it is somebody's only name",
		{"Hier François Moll parlait. Le pape François est parti."},
		"François 1 1 | François Moll 1 1"},
	{"two articles may speak of two persons",
		{"Hier Luis Vega Toro parlait.", "Luis Vega est parti."},
		"Luis Vega 1 1 | Luis Vega Toro 1 1"},
	{"a son is not his father", {"Hier Luis Vega Jr parlait. Luis Vega est parti."},
		"Luis Vega 1 1 | Luis Vega Jr 1 1"},
	{"a name that was cut is nobody", {"Hier Louis D et Malcolm X parlaient."}, "Malcolm X 1 1"},
	{"an accent that was left out in a full name",
		{"Hier Andreas Köhler parlait. Ici Andreas Köhler parle.", "Hier Andreas Kohler parlait."},
		"Andreas Köhler 2 3"},
	{"a German j is a y", {"Hier Igor Jegorov parlait. Ici Igor Jegorov parle.",
		"Hier Igor Yegorov parlait."}, "Igor Jegorov 2 3"},
	{"a servant's name in one word, two or three",
		{"Hier Omar Abdelaziz parlait. Ici Omar Abdelaziz parle.", "Hier Omar Abdul Aziz parlait."},
		"Omar Abdelaziz 2 3"},
	{"an h that Russian has, and one that it has not",
		{"Hier Michel Hulot parlait. Ici Michel Hulot parle.", "Вчера говорил Мишель Юло."},
		"Michel Hulot 1 2 | Мишель Юло 1 1"},
	{"a foreign g in Cyrillic",
		{"Hier Victor Hamon parlait. Ici Victor Hamon parle.", "Вчера говорил Виктор Гамон."},
		"Victor Hamon 2 3"},
	{"nobody at all", {"Rien."}, ""},
};
/* clang-format on */

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct arena arena;
		struct archive archive;
		arena_init(&arena);
		fill(&archive, samples[i].texts, NULL, &arena);
		struct people people = people_of(&archive, (struct people_beside){0}, &arena);
		CHECK_TEXT(samples[i].label, described(&people, &arena), span_of(samples[i].want));
		arena_clear(&arena);
	}
}

/* Every document's mentions as "start end slug", documents apart, in the order of the texts. */
static struct span all_of(
	const struct people *people, const unsigned *order, uint32_t count, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (unsigned text = 0; text < count; text++) {
		for (unsigned d = 0; d < count; d++) {
			const struct document_people *document = &people->documents[d];
			if ((order ? order[d] : d) != text)
				continue;
			for (uint32_t i = 0; i < document->mention_count; i++)
				buf_format(&out, "%u %s, ", document->mentions[i].at.start,
					people->actors[document->mentions[i].actor].slug);
		}
		buf_text(&out, "; ");
	}
	for (uint32_t i = 0; i < people->actor_count; i++)
		for (uint32_t f = 0; f < people->actors[i].form_count; f++)
			buf_format(&out, "%s, ", people->actors[i].forms[f]);
	return buf_span(&out);
}

/* Heap's algorithm, the next of all orders; false when there is none. */
static bool next_order(unsigned *order, unsigned *counters, unsigned count)
{
	for (unsigned i = 0; i < count;) {
		if (counters[i] >= i) {
			counters[i++] = 0;
			continue;
		}
		unsigned other = i % 2 ? counters[i] : 0, kept = order[i];
		order[i] = order[other];
		order[other] = kept;
		counters[i]++;
		return true;
	}
	return false;
}

static void check_orders(const struct sample *sample)
{
	struct arena arena;
	struct archive archive;
	unsigned order[TEXTS] = {0, 1, 2, 3, 4}, counters[TEXTS] = {0};

	arena_init(&arena);
	fill(&archive, sample->texts, NULL, &arena);
	struct people people = people_of(&archive, (struct people_beside){0}, &arena);
	struct span who = described(&people, &arena);
	struct span all = all_of(&people, NULL, archive.count, &arena);
	while (next_order(order, counters, archive.count)) {
		fill(&archive, sample->texts, order, &arena);
		people = people_of(&archive, (struct people_beside){0}, &arena);
		CHECK_TEXT(sample->label, described(&people, &arena), who);
		CHECK_TEXT(sample->label, all_of(&people, order, archive.count, &arena), all);
	}
	arena_clear(&arena);
}

static void test_orders(void **state)
{
	static const struct sample mixed = {"five articles in any order",
		{"Hier Joe Biden et J. Biden parlaient avec George Bush. Mme Biden est venue.",
			"Ici Jill Biden parle de George W. Bush, et Dimitri Peskov de M. Poutine.",
			"Вчера говорил Владимир Путин. Вопрос задали Дмитрию Пескову вчера.",
			"Hier Dmitri Peskov et Elizaveta Peskova parlaient. Puis Peskov est parti.",
			"Hier Dominique Martin parlait. Puis Mme Dominique Martin est partie."},
		NULL};

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		check_orders(&samples[i]);
	check_orders(&mixed);
}

static void check_tie(const char *form, enum tie_rule rule, const struct people *people)
{
	for (uint32_t i = 0; i < people->actor_count; i++)
		for (uint32_t f = 0; f < people->actors[i].form_count; f++)
			if (strcmp(people->actors[i].forms[f], form) == 0) {
				CHECK_CASE(form, people->actors[i].ties[f].rule == rule);
				return;
			}
	CHECK_CASE(form, false);
}

static void test_ties(void **state)
{
	static const char *const texts[TEXTS] = {
		"Hier Joe Biden parlait. Ici Joe Biden parle. Puis Biden est parti.",
		"Ici J. Biden et Joseph Biden parlent. Mme Peskovar est partie.",
		"Ici George W. Bush et Dimitri Peskov parlent. Ici George W. Bush parle.",
		"Ici George Bush et Dmitri Peskov parlent. M. Peskov est parti.",
		"Вопрос задали Дмитрию Пескову вчера."};
	static const struct {
		const char *form;
		enum tie_rule rule;
	} want[] = {{"Joe Biden", TIE_SHOWN}, {"Joseph Biden", TIE_ALIKE}, {"Biden", TIE_PRESENT},
		{"J. Biden", TIE_INITIAL}, {"George Bush", TIE_MIDDLE}, {"Peskovar", TIE_SHOWN},
		{"Dmitri Peskov", TIE_SPELLING}, {"Дмитрию Пескову", TIE_ENDING}};
	struct arena arena;
	struct archive archive;

	(void)state;
	arena_init(&arena);
	fill(&archive, texts, NULL, &arena);
	struct people people = people_of(&archive, (struct people_beside){0}, &arena);
	for (size_t i = 0; i < COUNT(want); i++)
		check_tie(want[i].form, want[i].rule, &people);
	const struct document_people *first = &people.documents[0];
	CHECK_CASE("three mentions", first->mention_count == 3);
	CHECK_CASE("a mention says why", first->mentions[2].tie == TIE_PRESENT);
	for (unsigned rule = 0; rule < TIE_RULE_COUNT; rule++)
		CHECK_CASE("every rule has words",
			*tie_words((struct tie){(enum tie_rule)rule, 0}, &arena));
	CHECK_TEXT("a line of the reader's file",
		span_of(tie_words((struct tie){TIE_READER, 3}, &arena)),
		SPAN("your people file, line 3"));
	arena_clear(&arena);
}

static void test_furniture(void **state)
{
	static const char *const texts[TEXTS] = {
		"Hier Dmitri Peskov parlait.", "Ici Dmitri Peskov et Joe Biden parlent."};
	struct arena arena;
	struct archive archive;

	(void)state;
	arena_init(&arena);
	fill(&archive, texts, NULL, &arena);
	archive.kinds[1] = LINE_FURNITURE;
	struct people people = people_of(&archive, (struct people_beside){0}, &arena);
	CHECK_TEXT("names in furniture do not count", described(&people, &arena),
		SPAN("Dmitri Peskov 1 1"));
	archive.kinds[0] = LINE_BYLINE;
	people = people_of(&archive, (struct people_beside){0}, &arena);
	CHECK_TEXT("nor in bylines", described(&people, &arena), SPAN(""));
	arena_clear(&arena);
}

static void test_keys(void **state)
{
	static const char *const texts[TEXTS] = {"Hier Robert O'Brien parlait.",
		"Вчера говорил Владимир Путин.", "Hier Mme Dominique Martin parlait.",
		"Hier M. Dominique Martin parlait."};
	static const char *const want[] = {
		"dominique-martin", "dominique-martin-2", "robert-o-brien", "vladimir-putin"};
	struct arena arena;
	struct archive archive;

	(void)state;
	arena_init(&arena);
	fill(&archive, texts, NULL, &arena);
	struct people people = people_of(&archive, (struct people_beside){0}, &arena);
	CHECK_CASE("four persons", people.actor_count == COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		CHECK_TEXT("keys are plain and unique", span_of(people.actors[i].slug),
			span_of(want[i]));
	CHECK_TEXT("a surname", span_of(people.actors[2].surname), SPAN("O'Brien"));
	arena_clear(&arena);
}

/* Seconds that count persons of one surname take, each named in full and then barely. */
static double seconds_for(uint32_t count)
{
	struct arena arena;
	struct archive archive;
	struct buf text;
	const char *texts[TEXTS] = {NULL};

	arena_init(&arena);
	buf_init(&text, &arena);
	for (uint32_t i = 0; i < count; i++)
		buf_format(&text,
			"Hier Jean-%c%c%c%c Martinov parlait. Puis J. Martinov et Martinov. ",
			'A' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576);
	texts[0] = text.at;
	fill(&archive, texts, NULL, &arena);
	clock_t start = clock();
	people_of(&archive, (struct people_beside){0}, &arena);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	arena_clear(&arena);
	return seconds;
}

static void test_cost(void **state)
{
	double few = seconds_for(1000), many = seconds_for(8000);

	(void)state;
	CHECK_CASE("eight times the names are no sixty times the work", many < 40 * few + 0.3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_orders),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_furniture),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_cost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
