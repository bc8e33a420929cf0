#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/feed.h"

#define RSS(items) \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- saved -->\n" \
	"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"" \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
	" xmlns:media=\"http://search.yahoo.com/mrss/\">" \
	"<channel><title>Le Littoral</title><language>fr-FR</language>" items "</channel></rss>"

static const struct feed_case {
	const char *label, *file, *shown, *trouble;
} cases[] = {
	{"RSS 2.0: the whole content counts before its summary; names of a player are no title",
		RSS("<item><media:title>photo.jpg</media:title><title>Le port rouvre à "
		    "l&amp;#8217;aube"
		    "</title><link>https://l.example/a</link><guid>7</guid>"
		    "<pubDate>Tue, 26 Jan 2021 09:18:00 +0100</pubDate>"
		    "<dc:creator>Anne Roy</dc:creator><category>ports</category>"
		    "<category>ports</category><category>Brest</category>"
		    "<description>En bref.</description><content:encoded><![CDATA[<p>Le port a "
		    "rouvert"
		    " mardi.</p><h2>Ce soir</h2><p>Les ferries repartent.</p>]]></content:encoded>"
		    "</item>"),
		"a.xml|Le port rouvre à l’aube|Le Littoral|Anne Roy|ports;Brest|2021-1-26|tphp\n",
		""},
	{"RSS 2.0: descriptions as markup and as words, an author's address",
		RSS("<item><title>Un</title><description>&lt;p&gt;Mardi.&lt;/p&gt;&lt;p&gt;Jeudi."
		    "&lt;/p&gt;</description><author>a@l.example (Anne Roy)</author></item>"
		    "<item><title>Deux</title><description>Le bac repart.</description>"
		    "<author>a@l.example</author><source url=\"x\">La Vigie</source></item>"),
		"a.xml#1|Un|Le Littoral|Anne Roy|||tpp\na.xml#2|Deux|La Vigie||||tp\n", ""},
	{"RSS 1.0 has its entries beside the channel",
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
		" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
		"<channel rdf:about=\"c\"><title>La Vigie</title></channel>"
		"<item "
		"rdf:about=\"https://v.example/1\"><title>Un</title><dc:date>2021-01-26T09:18Z"
		"</dc:date><dc:subject>mer</dc:subject><description>Mardi.</description></item>"
		"</rdf:RDF>",
		"a.xml|Un|La Vigie||mer|2021-1-26|tp\n", ""},
	{"Atom with elements inside, of several links the article's",
		"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>La "
		"Vigie</title>"
		"<entry><id>urn:1</id><title type=\"html\">Le &lt;b&gt;bac&lt;/b&gt;</title>"
		"<link rel=\"self\" href=\"s\"/><link href=\"https://v.example/1\"/>"
		"<published>2021-01-26T09:18:00Z</published><updated>2021-01-27T10:00:00Z</updated>"
		"<author><name>Jean Le Goff</name><email>j@v.example</email></author>"
		"<category term=\"mer\" label=\"La mer\"/><content type=\"xhtml\">"
		"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Mardi.</p><blockquote>Enfin !"
		"</blockquote></div></content></entry></feed>",
		"a.xml|Le bac|La Vigie|Jean Le Goff|La mer|2021-1-26|tpp\n", ""},
	{"the encoding that the file names",
		"<?xml version=\"1.0\" "
		"encoding=\"ISO-8859-1\"?><rss><channel><title>\xC9t\xE9</title>"
		"<item><title>\xC0 "
		"Brest</title><description>Mardi.</description></item></channel></rss>",
		"a.xml|À Brest|Été||||tp\n", ""},
	{"no encoding named, and bytes that are none: elements inside are written out all the same",
		"<feed><title>\xC9t\xE9</title><entry><title>\xC0 Brest</title><content><p>D\xE8s "
		"mardi,"
		" la gr\xE8ve.</p></content></entry></feed>",
		"a.xml|À Brest|Été||||tp\n", ""},
	{"a headline alone is no article",
		RSS("<item><title>Un</title></item><item><title>Deux</title><description>Mardi."
		    "</description></item>"),
		"a.xml|Deux|Le Littoral||||tp\n", "1 of 2 entries hold no article"},
	{"a file cut in the middle of an entry gives those before it",
		"<rss><channel><title>V</title><item><title>Un</title><description>Mardi."
		"</description></item><item><title>Deux</title><descr",
		"a.xml|Un|V||||tp\n", "its last entry is cut short, or still being written"},
	{"a file cut between two entries",
		"<rss><channel><title>V</title><item><title>Un</title><description>Mardi."
		"</description></item>",
		"a.xml|Un|V||||tp\n", "its last entry is cut short, or still being written"},
	{"entities that grow are not declared",
		"<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel>"
		"<item><title>T&b;</title><description>Mardi&b; &amp; jeudi.</description></item>"
		"</channel></rss>",
		"a.xml|T|||||tp\n", "a feed with faults; some of it may be missing"},
	{"a file from outside is not read",
		"<!DOCTYPE rss SYSTEM \"file:///etc/hostname\" [<!ENTITY e SYSTEM "
		"\"/etc/hostname\">]>"
		"<rss><channel><item><description>&e;</description></item></channel></rss>",
		"", "a feed without an article"},
	{"letters and signs written as in a page, and signs that begin nothing",
		RSS("<item><title>L&rsquo;&eacute;t&eacute; &amp; Cie "
		    "&lt;b&gt;</title><link>https://l.example/?a=1"
		    "&b=2</link><description>Mardi&nbsp;: R&D & co &unknown; "
		    "&#233;&#xE9;.<![CDATA[<p>&eacute; "
		    "& &nope;</p>]]></description><category>M&eacute;t&eacute;o</category></item>"),
		"a.xml|L’été & Cie|Le Littoral||Météo||tpp\n",
		"a feed with faults; some of it may be missing"},
	{"a feed without entries", RSS(""), "", "a feed without an article"},
	{"nothing but the first element", "<rss>", "", "a feed without an article"},
};

static void test_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_file(cases[i].label, &feed_format, span_of(cases[i].file), "a.xml",
			cases[i].shown, cases[i].trouble);
}

static void test_recognised(void **state)
{
	static const struct {
		const char *head;
		bool is_feed;
	} heads[] = {{"<rss>", true},
		{"\xEF\xBB\xBF<?xml version=\"1.0\"?><feed xmlns=\"x\">", true},
		{"<!-- <html> --><rdf:RDF>", true}, {"<!DOCTYPE html><rss>", true},
		{"<!DOCTYPE rss [<!ENTITY a \"b>\">]>\n<rss>", true}, {"<html><rss>", false},
		{"<feedback>", false}, {"rss", false}, {"<?xml", false}, {"<!--", false},
		{"", false}};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++)
		CHECK_CASE(heads[i].head,
			feed_format.recognises(span_of(heads[i].head), "a") == heads[i].is_feed);
}

/* Two bytes a letter, with a mark and without, whichever end comes first. */
static void test_wide(void **state)
{
	static const char feed[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel>"
				   "<title>La Vigie</title><item><title>Le bac</title>"
				   "<description>Mardi.</description></item></channel></rss>";
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int form = 0; form < 4; form++) {
		bool is_big = form & 1, is_marked = form & 2;
		struct buf file;
		buf_init(&file, &arena);
		if (is_marked)
			buf_text(&file, is_big ? "\xFE\xFF" : "\xFF\xFE");
		for (const char *c = feed; *c; c++) {
			buf_char(&file, is_big ? '\0' : *c);
			buf_char(&file, is_big ? *c : '\0');
		}
		check_file("UTF-16", &feed_format, buf_span(&file), "a.xml",
			"a.xml|Le bac|La Vigie||||tp\n", "");
	}
	arena_clear(&arena);
}

/* Elements in elements, deeper than any feed: what stands before them is read. */
static void test_deep(void **state)
{
	struct arena arena;
	struct buf file;

	(void)state;
	arena_init(&arena);
	buf_init(&file, &arena);
	buf_text(&file, "<rss><channel><item><description>Mardi.</description></item><item>");
	for (int i = 0; i < 100000; i++)
		buf_text(&file, "<description>");
	check_file("a hundred thousand deep", &feed_format, buf_span(&file), "a.xml",
		"a.xml|Mardi.|||||p\n", "its last entry is cut short, or still being written");
	arena_clear(&arena);
}

/* The parser would take hours over so many. */
static void test_crowded(void **state)
{
	struct arena arena;
	struct buf file;

	(void)state;
	arena_init(&arena);
	buf_init(&file, &arena);
	buf_text(&file, "<rss><channel><item><description>Mardi.</description><script");
	for (int i = 0; i < 300000; i++)
		buf_format(&file, " a%d=''", i);
	buf_text(&file, "/></item></channel></rss>");
	check_file("an element with very many attributes", &feed_format, buf_span(&file), "a.xml",
		"", "an element with more than 5000 attributes");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_files),
		cmocka_unit_test(test_recognised), cmocka_unit_test(test_wide),
		cmocka_unit_test(test_deep), cmocka_unit_test(test_crowded)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
