#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/json.h"

#define TEXT "Le port a rouvert mardi.\\n\\nLes ferries repartent ce soir."

static const struct json_case {
	const char *label, *file;
	const char *shown; /* path|title|source|bylines|tags|day|kinds, an article a line */
	const char *trouble;
} cases[] = {
	{"a line as newspaper4k saves it",
		"{\"title\":\"Le port rouvre\",\"authors\":[\"Anne Roy\",\"Jean Le Goff\"],"
		"\"publish_date\":\"2021-01-26 09:18:00\",\"text\":\"" TEXT "\","
		"\"meta_site_name\":\"Le Littoral\",\"source_url\":\"https://l.example\","
		"\"tags\":[\"ports\"]}",
		"a.json|Le port rouvre|Le Littoral|Anne Roy;Jean Le Goff|ports|2021-1-26|tpp\n",
		""},
	{"as trafilatura does, with lists in strings",
		"{\"title\":\"Le port rouvre\",\"author\":\"Anne Roy; Jean Le Goff\","
		"\"date\":\"2021-01-26\",\"text\":\"" TEXT "\",\"sitename\":\"Le Littoral\","
		"\"source\":\"https://l.example/a\",\"tags\":\"ports, grève\"}",
		"a.json|Le port rouvre|Le Littoral|Anne Roy;Jean Le "
		"Goff|ports;grève|2021-1-26|tpp\n",
		""},
	{"as news-please does, two lines, one without a title",
		"{\"title\":\"Le port rouvre\",\"maintext\":\"" TEXT "\","
		"\"date_publish\":\"2021-01-26 09:18:00\",\"source_domain\":\"l.example\"}\r\n"
		"\n{\"title\":null,\"maintext\":\"La grève est finie à Brest.\"}\n",
		"a.json#1|Le port rouvre|l.example|||2021-1-26|tpp\n"
		"a.json#2|La grève est finie à Brest.|||||p\n",
		""},
	{"a JSON Feed",
		"{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Le Littoral\","
		"\"items\":[{\"id\":\"1\",\"title\":\"Le port rouvre\",\"content_html\":"
		"\"<p>Le port a rouvert.</p><h2>Ce soir</h2><p>Les ferries repartent.</p>"
		"<p><a href=x>Lire la suite</a></p>\",\"date_published\":"
		"\"2021-01-26T09:18:00Z\",\"authors\":[{\"name\":\"Anne Roy\"}]}]}",
		"a.json|Le port rouvre|Le Littoral|Anne Roy||2021-1-26|tphpf\n", ""},
	{"our own export keeps its lines; a lead stays a lead",
		"[{\"v\":1,\"title\":{\"text\":\"Le port a rouvert.\",\"from\":\"lead\"},"
		"\"published\":{\"date\":\"2021-01-26\",\"time\":\"09:18\"},\"text\":"
		"\"Menu\\nLe port a rouvert.\",\"lines\":[{\"start\":0,\"end\":4,\"kind\":"
		"\"furniture\"},{\"start\":5,\"end\":23,\"kind\":\"paragraph\"}],"
		"\"byline\":[\"Anne Roy\"]}]",
		"a.json|Le port a rouvert.||Anne Roy||2021-1-26|fp\n", ""},
	{"lines that do not fit the text are not believed",
		"{\"title\":\"Brest\",\"text\":\"Été.\",\"lines\":[{\"start\":1,\"end\":99,"
		"\"kind\":\"furniture\"}]}",
		"a.json|Brest|||||tp\n", ""},
	{"the text begins with the title",
		"{\"title\":\"Le port rouvre\",\"text\":\"LE PORT  ROUVRE\\nMardi.\"}",
		"a.json|Le port rouvre|||||tp\n", ""},
	{"what is no article is told of, the rest is read",
		"{\"title\":\"Brest\",\"text\":\"Mardi.\"}\n{\"a\":1}\n{\"title\":\n[1]\n",
		"a.json|Brest|||||tp\n", "3 of 4 entries hold no article"},
	{"settings of a program are no article", "{\"name\":\"x\",\"version\":\"1.0\"}", "",
		"JSON without an article"},
	{"nothing but brackets", "{\"a\":[[[[[[[[[[", "", "JSON that is cut short"},
	{"a last line that is still being written",
		"{\"title\":\"Un\",\"text\":\"Mardi.\"}\n{\"title\":\"Deux\",\"te",
		"a.json|Un|||||tp\n", "its last entry is cut short, or still being written"},
	{"a last line without its end, whole",
		"{\"title\":\"Un\",\"text\":\"Mardi.\"}\n{\"title\":\"Deux\",\"text\":\"Jeudi.\"}",
		"a.json#1|Un|||||tp\na.json#2|Deux|||||tp\n", ""},
	{"a last line that is ended, and is none",
		"{\"title\":\"Un\",\"text\":\"Mardi.\"}\n{\"title\":\"Deux\",\"te\n",
		"a.json|Un|||||tp\n", "1 of 2 entries hold no article"},
};

static void test_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_file(cases[i].label, &json_format, span_of(cases[i].file), "a.json",
			cases[i].shown, cases[i].trouble);
}

static void test_recognised(void **state)
{
	static const struct {
		const char *head;
		bool is_json;
	} heads[] = {{"{\"a\": 1}", true}, {" [ {\"a\" :", true}, {"\xEF\xBB\xBF{\"a\":1}", true},
		{"{a: 1}", false}, {"[1, 2]", false}, {"{\"Quoi ?\" dit-il.", false},
		{"[Paris] Le port", false}, {"{", false}, {"", false}};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++)
		CHECK_CASE(heads[i].head, json_format.recognises(span_of(heads[i].head), "a.txt") ==
						  heads[i].is_json);
}

/* Marks are kept by what an article calls itself, wherever it stands. */
static void test_keys(void **state)
{
	struct article_list articles = {0};
	struct vocabulary vocabulary;
	struct fault why = {0};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	assert_int_equal(
		format_read(SPAN("[{\"id\":\"7\",\"text\":\"Mardi.\"},"
				 "{\"text\":\"Jeudi.\"},{\"id\":\"7\",\"text\":\"Mercredi.\"}]"),
			"a.json", &vocabulary, &arena, &articles, &why),
		OK);
	assert_int_equal(articles.count, 3);
	assert_true(articles.at[0]->digest.low == articles.at[2]->digest.low);
	assert_true(articles.at[0]->digest.low != articles.at[1]->digest.low);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_files),
		cmocka_unit_test(test_recognised), cmocka_unit_test(test_keys)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
