#include "unit/check.h"

#include "article/html-outline.h"
#include "article/html.h"
#include "base/buf.h"

#include <stdio.h>

#define P1 \
	"<p>Le port a rouvert mardi matin après six jours de grève, a annoncé le préfet de la " \
	"région, et les ferries repartent dès ce soir vers les îles.</p>"
#define P2 \
	"<p>Les marins ont voté la fin du mouvement par 214 voix contre 31, selon leur délégué, " \
	"qui parle d'un accord honorable pour tous les équipages des ferries.</p>"
#define P3 \
	"<p>La compagnie s'engage à embaucher quarante marins avant l'été et à revoir les " \
	"horaires des équipages, que le syndicat jugeait intenables depuis deux ans.</p>"
#define ARTICLE(head, top) \
	"<html lang=fr><head>" head "</head><body><nav class=menu><a href=/>Accueil</a></nav>" \
	"<article>" top P1 P2 P3 "</article></body></html>"
#define H1 "<h1>Le port rouvre</h1>"

static const struct page_case {
	const char *label, *page;
	const char *title, *bylines, *source, *url, *stamp;
} pages[] = {
	{"open graph",
		ARTICLE("<meta property=og:title content='Le port rouvre'>"
			"<meta property=og:site_name content='Le Littoral'>"
			"<meta property=article:published_time content=2019-09-15T10:30:00Z>"
			"<meta name=author content='Par Anne Roy'>"
			"<link rel=canonical href='https://littoral.example/port'>",
			H1),
		"Le port rouvre", "Anne Roy", "Le Littoral", "https://littoral.example/port",
		"2019-9-15"},
	{"JSON-LD in a graph, with a line feed inside a string",
		ARTICLE("<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Person\","
			"\"name\":\"No\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Le "
			"port\nrouvre\","
			"\"author\":[{\"name\":\"Anne Roy\"},{\"name\":\"Jean Le Goff\"}],"
			"\"publisher\":{\"name\":\"Le Littoral\"},"
			"\"datePublished\":\"2018-01-02\"}]}</script>",
			H1),
		"Le port rouvre", "Anne Roy|Jean Le Goff", "Le Littoral", "", "2018-1-2"},
	{"a headline for machines that nothing on the page says is none",
		ARTICLE("<title>Le port rouvre - Le Littoral</title><script "
			"type=application/ld+json>"
			"{\"@type\":\"Article\",\"headline\":\"port de la mer\"}</script>",
			H1 "<p>port de la mer</p>"),
		"Le port rouvre", "", "", "", ""},
	{"a handle, an address and a dash are nobody's names",
		ARTICLE("<title>Le port rouvre</title><meta name=author "
			"content='Anne Roy, @anneroy, facebook.example/anne, —'>",
			H1),
		"Le port rouvre", "Anne Roy", "", "", ""},
	{"JSON-LD inside a comment inside a section of characters",
		ARTICLE("<script type=application/ld+json>/*<![CDATA[*/ // <!--\n"
			"[{\"@type\":\"NewsArticle\",\"headline\":\"Le port rouvre\","
			"\"author\":\"Anne Roy\",\"datePublished\":\"2018-01-02\"}]//]]></script>",
			H1),
		"Le port rouvre", "Anne Roy", "", "", "2018-1-2"},
	{"a writer marked as a person, and one of a teaser far below",
		ARTICLE("<title>Le port rouvre</title>",
			H1 "<div itemprop=author itemscope><img src=a.png><b>par</b> <a href=/roy>"
			   "<span itemprop=name>Anne <i>Roy</i></span></a> 12 articles</div>"
			   "<p>Photos: Le Littoral</p><p>Lire aussi</p>"
			   "<div itemprop=author><b>Jean Le Goff</b></div>"),
		"Le port rouvre", "Anne Roy", "", "", ""},
	{"an address in brackets behind a name",
		ARTICLE("<title>Le port rouvre</title><meta name=author "
			"content='Anne Roy (https://roy.example/)'>",
			H1),
		"Le port rouvre", "Anne Roy", "", "", ""},
	{"no name in what is stated: the line above the text holds",
		ARTICLE("<title>Le port rouvre</title><meta name=author content='@littoral'>",
			H1 "<p>Par Anne Roy</p>"),
		"Le port rouvre", "Anne Roy", "", "", ""},
	{"JSON-LD that is none is passed over",
		ARTICLE("<script type=application/ld+json>{\"@type\":</script>"
			"<title>Le port rouvre</title>",
			H1),
		"Le port rouvre", "", "", "", ""},
	{"the site's name behind the title",
		ARTICLE("<title>Le port rouvre - Le Littoral</title>"
			"<meta property=og:site_name content='Le Littoral'>",
			""),
		"Le port rouvre", "", "Le Littoral", "", ""},
	{"what is stated as the title stands, whatever the heading says",
		ARTICLE("<meta property=og:title content='Le port rouvre | Le Littoral'>"
			"<meta property=og:site_name content='Le Littoral'>",
			H1),
		"Le port rouvre | Le Littoral", "", "Le Littoral", "", ""},
	{"a title with a dash of its own",
		ARTICLE("<title>Le port rouvre - enfin</title>", "<h1>Le port rouvre - enfin</h1>"),
		"Le port rouvre - enfin", "", "", "", ""},
	{"the day of a change where there is no other",
		ARTICLE("<title>Le port rouvre</title>"
			"<meta property=article:modified_time content=2019-09-16>",
			H1),
		"Le port rouvre", "", "", "", "2019-9-16u"},
	{"the day of the first print before that of a change",
		ARTICLE("<title>Le port rouvre</title>"
			"<meta property=article:modified_time content=2019-09-16>"
			"<meta itemprop=datePublished content=2019-09-15>",
			H1),
		"Le port rouvre", "", "", "", "2019-9-15"},
	{"a day in another language's writing beside the title",
		ARTICLE("<title>Le port rouvre</title>",
			H1 "<div>posted December 4, 2006 under sea</div>"),
		"Le port rouvre", "", "", "", "2006-12-4"},
	{"a time that is marked as one",
		ARTICLE("<title>Le port rouvre</title>",
			H1 "<time datetime=2020-08-06T09:09:24Z>jeudi</time>"),
		"Le port rouvre", "", "", "", "2020-8-6"},
	{"a day that the lines state",
		ARTICLE("<title>Le port rouvre</title>", H1 "<p>Publié le 15 septembre 2019</p>"),
		"Le port rouvre", "", "", "", "2019-9-15"},
};

/* Reads a page; null when that fails. */
static const struct article *page_read(struct span page, struct arena *arena)
{
	struct article_list articles = {0};
	struct vocabulary vocabulary;
	struct fault why = {0};

	vocabulary_init(&vocabulary, NULL, arena);
	enum err err = format_read(page, "a.html", &vocabulary, arena, &articles, &why);
	return err == OK ? articles.at[0] : NULL;
}

static struct span joined(const struct span *list, uint32_t count, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			buf_char(&out, '|');
		buf_add(&out, list[i]);
	}
	return buf_span(&out);
}

static struct span stamp_shown(const struct article *article, char out[64])
{
	const struct stamp *stamp = article->stamps;

	out[0] = '\0';
	if (article->stamp_count)
		snprintf(out, 64, "%d-%d-%d%s", stamp->year, stamp->month, stamp->day,
			stamp->updated ? "u" : "");
	return span_of(out);
}

static void test_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		const struct page_case *c = &pages[i];
		char stamp[64];
		struct arena arena;
		arena_init(&arena);
		const struct article *article = page_read(span_of(c->page), &arena);
		CHECK_CASE(c->label, article != NULL);
		CHECK_CASE(c->label, article->language == LANGUAGE_FR);
		CHECK_TEXT(c->label, article->title, span_of(c->title));
		CHECK_TEXT(c->label, joined(article->bylines, article->byline_count, &arena),
			span_of(c->bylines));
		CHECK_TEXT(c->label, article->source, span_of(c->source));
		CHECK_TEXT(c->label, article->url, span_of(c->url));
		CHECK_TEXT(c->label, stamp_shown(article, stamp), span_of(c->stamp));
		arena_clear(&arena);
	}
}

/* The first letters of the lines that are the article's own. */
static void test_body(void **state)
{
	const char *page =
		"<html lang=fr><body><nav class=menu><ul><li><a href=/>Accueil</a>"
		"<li><a href=/m>Mer</a><li><a href=/s>Sport</a></ul></nav><article>" H1 P1
		"<h2>Embauches</h2>" P2 P3 "</article><div class=comments><p>Enfin</p>"
		"</div><footer><a href=/>Mentions</a></footer>";
	struct buf body;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	buf_init(&body, &arena);
	const struct article *article = page_read(span_of(page), &arena);
	assert_non_null(article);
	for (uint32_t i = 0; i < article->line_count; i++)
		if (line_is_body(article->lines[i].kind))
			buf_add(&body,
				span_cut(span_in(article->text, article->lines[i].at), 0, 6));
	CHECK_TEXT("three paragraphs and a heading", buf_span(&body),
		SPAN("Le porEmbaucLes maLa com"));
	arena_clear(&arena);
}

static void test_encodings(void **state)
{
	static const struct {
		const char *label, *head, *word;
	} cases[] = {
		{"as UTF-8", "<meta charset=utf-8>", "\xC3\xA9t\xC3\xA9"},
		{"UTF-8, though the page names another", "<meta charset=iso-8859-1>",
			"\xC3\xA9t\xC3\xA9"},
		{"as the page says", "<meta charset=\"iso-8859-1\">", "\xE9t\xE9"},
		{"in the old way of saying it",
			"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
			"\xE9t\xE9"},
		{"an encoding of the Mac", "<meta charset=macintosh>", "\x8Et\x8E"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct buf page;
		arena_init(&arena);
		buf_init(&page, &arena);
		buf_text(&page, "<html><head>");
		buf_text(&page, cases[i].head);
		buf_text(&page, "</head><body><p>");
		buf_text(&page, cases[i].word);
		const struct article *article = page_read(buf_span(&page), &arena);
		CHECK_CASE(cases[i].label, article != NULL);
		CHECK_TEXT(cases[i].label, article->text, SPAN("été\n"));
		arena_clear(&arena);
	}
}

static void test_recognised(void **state)
{
	static const struct {
		const char *label, *head;
		bool page;
		const char *path;
	} cases[] = {
		{"a part of a page", "<article><h1>a</h1>", true, "a.txt"},
		{"a paragraph with marks", "<p class=x>a</p>", true, "a.txt"},
		{"notes that begin so", "<p align=center>a</p>", false, "a.md"},
		{"an element that nobody closes", "<p ", false, "a.txt"},
		{"named a page, and has markup somewhere", "A title<br>and text", true, "a.HTML"},
		{"named a page, and is text", "A title, and text", false, "a.html"},
		{"a type of document", "<!DOCTYPE html><p>a", true, "a.txt"},
		{"behind a mark and blanks", "\xEF\xBB\xBF\n <!doctype HTML>", true, "a.txt"},
		{"the outermost element", "<HTML><p>a", true, "a.txt"},
		{"a comment first", "<!-- saved --><html>", true, "a.txt"},
		{"text that begins with a bracket", "<i> was his sign.", false, "a.txt"},
		{"text that speaks of markup", "A page begins with <html>.", false, "a.txt"},
		{"another kind of markup", "<?xml version='1.0'?><rss><item>", false, "a.txt"},
		{"nothing", "", false, "a.txt"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].label, html_format.recognises(span_of(cases[i].head),
						   cases[i].path) == cases[i].page);
}

/* A page without any text is told as a problem. */
static void test_empty(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_null(page_read(SPAN("<html><body><img src=a.png></body></html>"), &arena));
	arena_clear(&arena);
}

/* The parser would take hours. */
static void test_crowd(void **state)
{
	struct html_outline outline;
	struct arena arena;
	struct fault why;
	struct buf page;

	(void)state;
	arena_init(&arena);
	buf_init(&page, &arena);
	buf_text(&page, "<!-- <p");
	for (int i = 0; i < 2000; i++)
		buf_format(&page, " c%d", i);
	buf_text(&page, " --><script>for(i=0;i<n;i++) say(\"it's\"); if(a<b){");
	for (int i = 0; i < 2000; i++)
		buf_format(&page, " x%d = %d;", i, i);
	buf_text(&page, "}</SCRIPT> 1 < 2 <p title=\"a > b\"");
	for (int i = 0; i < 900; i++)
		buf_format(&page, " a%d='<'", i);
	assert_false(html_is_crowded(buf_span(&page)));
	for (int i = 0; i < 200; i++)
		buf_format(&page, " b%d", i);
	assert_int_equal(html_outline(buf_span(&page), &outline, &arena, &why), ERR_LIMIT);
	assert_string_equal(why.words, "an element with more than 1000 attributes");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_crowd),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_body),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_recognised),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
