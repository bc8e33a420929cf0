#include "unit/check.h"

#include "article/format.h"
#include "article/html.h"
#include "article/markdown.h"
#include "base/buf.h"

#include <string.h>

#define LONG " the engineers of both banks measured the water once more, as the mayor had asked."
#define P(words) "<p>" words LONG "</p>"

/* Of each paragraph letters for what is around it: > quotations, - lists, then what
 * begins. */
static struct span sets_shown(const struct article *article, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct line_set set = {0};
		if (article->lines[i].kind != LINE_PARAGRAPH)
			continue;
		if (article->set_count)
			set = article->sets[i];
		buf_text(&out, out.len ? " " : "");
		for (int k = 0; k < set.quoted; k++)
			buf_char(&out, '>');
		for (int k = 0; k < set.listed; k++)
			buf_char(&out, '-');
		if (set.item == ITEM_BULLET)
			buf_char(&out, '*');
		else if (set.item)
			buf_format(&out, "%u", set.item);
		else
			buf_char(&out, 'p');
	}
	return buf_span(&out);
}

static const struct {
	const char *label, *path, *file, *sets;
} cases[] = {
	{"nothing is set apart", "a.html", P("On Monday") P("On Tuesday"), "p p"},
	{"a list", "a.html",
		P("On Monday") "<ul><li>Here," LONG "<li>There," LONG "</ul>" P("Then"),
		"p -* -* p"},
	{"a list that counts", "a.html",
		P("On Monday") "<ol start=9><li>Here," LONG "<li>There," LONG "</ol>", "p -9 -10"},
	{"later paragraphs of an item begin none", "a.html",
		P("On Monday") "<ul><li>" P("Here,") P("And so") "</li><li>" P("There,") "</ul>",
		"p -* -p -*"},
	{"a list in an item, and the item goes on", "a.html",
		P("On Monday") "<ol><li>" P("Here,") "<ul><li>" P("Up,") "</ul>" P(
			"And so") "<li>" P("There,") "</ol>",
		"p -1 --* -p -2"},
	{"a quotation, with another in it and a list", "a.html",
		P("On Monday") "<blockquote>" P("Here,") "<blockquote>" P(
			"Up,") "</blockquote><ul><li>" P("Down,") "</ul></blockquote>",
		"p >p >>p >-*"},
	{"depths have an end", "a.html",
		P("On Monday") "<blockquote><blockquote><blockquote><blockquote><blockquote>" P(
			"Here,") "</blockquote></blockquote></blockquote></blockquote></"
				 "blockquote>",
		"p >>>p"},
	{"what is around all of the text sets nothing apart", "a.html",
		"<blockquote><ul><li>" P("On Monday") "</li><li>" P(
			"On Tuesday") "</ul></blockquote>",
		"p p"},
	{"nor does an item with a heading", "a.html",
		P("On Monday") "<ul><li><h3>At ten o'clock</h3>" P("Here,") "<li>" P(
			"There,") "</ul>",
		"p p -*"},
	{"or one that is as long as a text", "a.html",
		P("On Monday") "<ul><li>" P("A") P("B") P("C") P("D") "<li>" P("There,") "</ul>",
		"p p p p p -*"},
	{"Markdown", "a.md",
		"---\ntitle: Harbour\n---\nOn Monday" LONG "\n\n> Here" LONG "\n\n1. Up" LONG
		"\n2. Down" LONG "\n\nThen" LONG "\n\n- x" LONG "\n",
		"p >p -1 -2 p -*"},
	{"an item without a list", "a.html", P("On Monday") "<li>" P("Here,"), "p -*"},
};

static void test_sets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct article_list articles = {0};
		struct vocabulary vocabulary;
		struct fault why = {0};
		struct arena arena;
		arena_init(&arena);
		vocabulary_init(&vocabulary, NULL, &arena);
		const char *file = cases[i].file;
		if (strstr(cases[i].path, "html"))
			file = arena_format(&arena,
				"<html><body><article><h1>The new harbour of the north opens</h1><p>30 June 2022</p>%s</article></html>", file);
		CHECK_CASE(cases[i].label, format_read(span_of(file), cases[i].path, &vocabulary,
						   &arena, &articles, &why) == OK);
		CHECK_TEXT(
			cases[i].label, sets_shown(articles.at[0], &arena), span_of(cases[i].sets));
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_sets)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
