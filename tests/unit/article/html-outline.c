#include "unit/check.h"

#include "article/html-outline.h"
#include "base/buf.h"
#include "text/utf8.h"

#include <string.h>

static struct span outline_shown(const char *page, struct arena *arena)
{
	struct html_outline outline;
	struct fault why = {0};
	struct buf out;

	buf_init(&out, arena);
	if (html_outline(span_of(page), &outline, arena, &why) != OK)
		return SPAN("(fails)");
	for (uint32_t i = 0; i < outline.lines.count; i++) {
		if (i)
			buf_char(&out, '|');
		buf_add(&out, span_in(outline.text, outline.lines.at[i].at));
	}
	return buf_span(&out);
}

static void test_lines(void **state)
{
	static const struct {
		const char *label, *page, *want;
	} cases[] = {
		{"blocks are lines", "<p>Un<p>Deux<div>Trois</div>Quatre", "Un|Deux|Trois|Quatre"},
		{"inline elements are not", "<p>La <b>mai</b>son <i>bleue</i></p>",
			"La maison bleue"},
		{"blanks are folded", "<p>  a \n\t b  </p>", "a b"},
		{"breaks part", "<p>a<br>b<br><br>c", "a|b|c"},
		{"cells are parted by blanks", "<table><tr><td>a<td>b<tr><td>c</table>", "a b|c"},
		{"preformatted lines stay", "<pre>a\n  b</pre>", "a|b"},
		{"entities", "<p>&eacute;t&eacute; &amp; &#8217; &lt;p&gt;", "été & ’ <p>"},
		{"scripts and styles are no text",
			"<p>a<script>b</script><style>c</style><template>d</template>", "a"},
		{"what comments hold is no text", "<p>a<!-- b --><p>c", "a|c"},
		{"a title is not of the body", "<title>x</title><p>a", "a"},
		{"spare text when there is no other", "<noscript><p>a</noscript>", "a"},
		{"and else not", "<p>b</p><noscript><p>a</noscript>", "b"},
		{"a page that a script fills says what it is about",
			"<title>T</title><meta name=description content=D><body><div></div>",
			"T|D"},
		{"signs without width are no line", "<p>\xE2\x80\x8B</p><p>a", "a"},
		{"a page that is cut", "<html><body><p>a<p>b <a href=\"x", "a|b"},
		{"a page of nothing", "<html></html>", ""},
		{"no page", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(cases[i].label, outline_shown(cases[i].page, &arena),
			span_of(cases[i].want));
		arena_clear(&arena);
	}
}

static void test_zeros(void **state)
{
	struct html_outline outline;
	struct arena arena;
	struct fault why = {0};

	(void)state;
	arena_init(&arena);
	assert_int_equal(
		html_outline((struct span){"<p>a\0b</p><p>c", 14}, &outline, &arena, &why), OK);
	CHECK_TEXT("text goes on behind a zero", outline.text, SPAN("a b\nc\n"));
	arena_clear(&arena);
}

/* A page of a part said over and over. */
static struct span repeated(const char *part, uint32_t times, struct arena *arena)
{
	struct buf page;

	buf_init(&page, arena);
	buf_text(&page, "<html><body><p>Avant</p>");
	for (uint32_t i = 0; i < times; i++)
		buf_text(&page, part);
	buf_text(&page, "Dedans");
	return buf_span(&page);
}

static void test_depth(void **state)
{
	static const struct {
		const char *label, *part;
		uint32_t times;
		enum err err;
	} cases[] = {
		{"inline tags that are never closed", "<font>", 1500, OK},
		{"blocks that are never closed", "<div>", 1500, OK},
		{"a hundred thousand of them", "<div>", 100000, ERR_LIMIT},
		{"a hundred thousand inline tags", "<b><i>", 50000, ERR_LIMIT},
		{"paragraphs that end each other", "<p>a", 100000, OK},
		{"end tags that end nothing", "</section>", 100000, OK},
		{"references to entities", "&a;&amp;&#0;&#x110000;&b", 50000, OK},
		{"brackets", "<", 100000, OK},
		{"comments that do not end", "<!--", 100000, OK},
		{"attributes by the thousand", "<p a=b a=c a=\"", 50000, ERR_LIMIT},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct html_outline outline = {0};
		struct arena arena;
		struct fault why = {0};
		arena_init(&arena);
		struct span page = repeated(cases[i].part, cases[i].times, &arena);
		enum err err = html_outline(page, &outline, &arena, &why);
		CHECK_CASE(cases[i].label, err == cases[i].err);
		CHECK_CASE(cases[i].label, err == OK || why.words[0]);
		CHECK_CASE(cases[i].label, err != OK || span_starts(outline.text, SPAN("Avant")));
		CHECK_CASE(cases[i].label, utf8_valid(outline.text));
		arena_clear(&arena);
	}
}

static void test_size(void **state)
{
	struct html_outline outline;
	struct arena arena;
	struct fault why = {0};

	(void)state;
	arena_init(&arena);
	struct span page = repeated("<div>", 10000000, &arena);
	assert_int_equal(html_outline(page, &outline, &arena, &why), ERR_LIMIT);
	assert_true(why.words[0]);
	arena_clear(&arena);
}

static void test_facts(void **state)
{
	static const struct {
		const char *label, *page, *name, *value;
	} cases[] = {
		{"property", "<meta property='og:Title' content=' A '>", "og:title", "A"},
		{"name", "<meta name=Author content=B>", "author", "B"},
		{"title", "<title>C &amp; D</title>", "title", "C & D"},
		{"not that of a drawing", "<body><svg><title>C</title></svg>", "title", ""},
		{"language", "<html lang=fr-CA><p>x", "lang", "fr-CA"},
		{"address", "<link rel=canonical href='http://a.example/'>", "canonical",
			"http://a.example/"},
		{"time", "<p>a<time datetime=2020-01-02>x</time>", "time", "2020-01-02"},
		{"property of an item", "<p><span itemprop=datePublished content=2019>x</span>",
			"itemprop:datepublished", "2019"},
		{"its text", "<p><span itemprop=author>Ann Bell</span>", "itemprop:author",
			"Ann Bell"},
		{"relation", "<p><a rel=author>Ann</a>", "rel:author", "Ann"},
		{"nothing is stated by nothing", "<meta name=author content='  '>", "author", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct html_outline outline = {0};
		struct span value = SPAN("");
		struct arena arena;
		arena_init(&arena);
		assert_int_equal(html_outline(span_of(cases[i].page), &outline, &arena, NULL), OK);
		for (uint32_t k = 0; k < outline.facts.count; k++)
			if (span_is(outline.facts.at[k].name, cases[i].name))
				value = outline.facts.at[k].value;
		CHECK_TEXT(cases[i].label, value, span_of(cases[i].value));
		arena_clear(&arena);
	}
}

/* The elements around a line, and how much of it is links. */
static void test_around(void **state)
{
	struct html_outline outline;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(html_outline(SPAN("<nav class=menu><ul><li><a href=x>abc</a> de</ul></nav>"
					   "<article><h2>f</h2></article>"),
				 &outline, &arena, NULL),
		OK);
	assert_int_equal(outline.lines.count, 2);
	const struct html_line *line = outline.lines.at;
	const struct html_node *block = &outline.nodes.at[line[0].block];
	assert_int_equal(block->tag, HTML_LI);
	assert_true(block->tags >> HTML_NAV & 1);
	assert_true(block->cues >> HTML_CUE_NAV & 1);
	assert_false(block->own_cues >> HTML_CUE_NAV & 1);
	assert_int_equal(outline.nodes.at[line[0].inside].tag, HTML_LINK);
	assert_int_equal(line[0].len, 5);
	assert_int_equal(line[0].link_len, 3);
	assert_int_equal(outline.nodes.at[line[1].block].tag, HTML_H2);
	assert_int_equal(line[1].link_len, 0);
	arena_clear(&arena);
}

static void test_cues(void **state)
{
	static const struct {
		const char *name;
		uint32_t some;
	} cases[] = {
		{"comment-list", 1u << HTML_CUE_COMMENT},
		{"Comments", 1u << HTML_CUE_COMMENT},
		{"site-footer", 1u << HTML_CUE_FOOT},
		{"main-menu", 1u << HTML_CUE_NAV},
		{"wp-caption", 1u << HTML_CUE_CAPTION},
		{"related-posts", 1u << HTML_CUE_RELATED},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].name, html_cues_of(span_of(cases[i].name)) & cases[i].some);
	assert_int_equal(html_cues_of(SPAN("")), 0);
	assert_int_equal(html_cues_of(SPAN("qqq")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_zeros),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_around),
		cmocka_unit_test(test_cues),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
