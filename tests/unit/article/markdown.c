#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/markdown-plain.h"
#include "article/markdown.h"

static const struct markdown_case {
	const char *label, *path, *file, *shown;
} cases[] = {
	{"a page that was clipped: the day it was made is not the day it was clipped", "Le bac.md",
		"---\ntitle: \"Le bac : \\\"enfin\\\"\"\nsource: \"https://v.example/1\"\nauthor:\n"
		"  - \"[[Anne Roy]]\"\n  - 'Jean Le Goff'\npublished: 2021-01-26\ncreated: "
		"2023-05-01\n"
		"tags:\n  - \"clippings\"\n  - \"#mer\"\n---\nLe bac est **reparti**\nmardi.\n",
		"Le bac.md|Le bac : \"enfin\"||Anne Roy;Jean Le Goff|clippings;mer|2021-1-26|tp\n"},
	{"TOML, with tables and lists over lines", "a.md",
		"+++\ntitle = 'Le bac'\ndate = 2021-01-26T09:18:00+01:00 # mardi\ntags = [\n "
		"\"mer\",\n"
		" \"bac\" ]\n[params]\nauthor = \"Anne Roy\"\n[menu.main]\nname = "
		"\"x\"\n+++\nMardi.\n",
		"a.md|Le bac||Anne Roy|mer;bac|2021-1-26|tp\n"},
	{"Pandoc's three lines", "a.md",
		"% Le bac\n  repart\n% Anne Roy; Jean Le Goff\n% 26 janvier 2021\n\nMardi.\n",
		"a.md|Le bac repart||Anne Roy;Jean Le Goff||2021-1-26|tp\n"},
	{"things inside things, words over several lines, a comment", "a.md",
		"---\n# for the site\ntitle: >-\n  Le bac\n  repart\nauthor:\n  name: Anne Roy\n"
		"  url: https://v.example\nsite: La Vigie # le soir\ntags: [mer, 'a, "
		"b']\n...\n\nMardi.\n",
		"a.md|Le bac repart|La Vigie|Anne Roy|mer;a;b||tp\n"},
	{"the first heading is the title, and is not said twice", "a.md",
		"---\ndate: 2021-01-26\n---\n# Le bac\n\nMardi.\n\n## Ce soir\n\nJeudi.\n",
		"a.md|Le bac||||2021-1-26|tphp\n"},
	{"a heading that says the title", "a.md",
		"---\ntitle: Le bac\n---\n\nLe bac\n===\n\nMardi.\n", "a.md|Le bac|||||tp\n"},
	{"a note is called as its title; what its lines state is read off them",
		"x/Le bac de mardi.md",
		"Par Anne Roy\n\n26 janvier 2021\n\nLe bac est **reparti** hier.\n",
		"x/Le bac de mardi.md|Le bac de mardi||Anne Roy||2021-1-26|tbdp\n"},
	{"front matter without its end is none", "a.md",
		"---\ntitle: Le bac\n\n- Mardi.\n- Jeudi.\n", "a.md|title: Le bac|||||ppp\n"},
	{"by its content, whatever it is called", "a.txt", "---\ntitle: Le bac\n---\nMardi.\n",
		"a.txt|Le bac|||||tp\n"},
	{"nothing but a title", "a.md", "---\ntitle: Le bac\n---\n", ""},
};

static void test_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_file(cases[i].label, &markdown_format, span_of(cases[i].file), cases[i].path,
			cases[i].shown, cases[i].shown[0] ? "" : "an article without text");
}

static void test_recognised(void **state)
{
	static const struct {
		const char *path, *head;
		bool is_markdown;
	} heads[] = {
		{"a.md", "Le bac repart.\nMardi.\n", false},
		{"a.md", "# Le bac\n", true},
		{"a.md.gz", "Le [bac](b).\n", true},
		{"a.txt", "# Le bac\n\n- mardi\n", false},
		{"a.txt", "---\nLe bac repart : mardi\n---\n", false},
		{"a.txt", "---\nLe bac repart mardi.\n---\nTitle: x\n---\n", false},
		{"a.txt", "---\n\n---\n", false},
		{"a.txt", "% Le bac\n% Anne Roy\n", false},
		{"a.txt", "-- \nTitle: x\n---\n", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++)
		CHECK_CASE(heads[i].head, (format_of(span_of(heads[i].head), heads[i].path) ==
						  &markdown_format) == heads[i].is_markdown);
}

static void test_plain(void **state)
{
	static const struct {
		const char *label, *note, *plain;
	} notes[] = {
		{"links between notes", "De [[Brest]] à [[Ports/Molène|l'île]] ![[carte.png]]\n",
			"De Brest à l'île \n"},
		{"highlights", "le ==bac== ; a == b == c\n", "le bac ; a == b == c\n"},
		{"comments", "le %%vieux%% bac\n%%\ncaché\n%%\nmardi\n", "le  bac\nmardi\n"},
		{"callouts", "> [!note]- À bord\n> Mardi.\n> [!tip]\n> Jeudi.\n",
			"> **À bord**\n>\n> Mardi.\n>\n> Jeudi.\n"},
		{"tables", "| a | b |\n|:--|--:|\n| [[c]] | d |\n", "a | b\n\nc | d\n\n"},
		{"tasks", "- [ ] coque\n  * [x] moteur\n", "- ☐ coque\n  * ☑ moteur\n"},
		{"footnotes", "Mardi.[^1]\n\n[^1]: Le 26.\n", "Mardi.\\[1\\]\n\n\\[1\\]  Le 26.\n"},
		{"short codes and attributes", "## Le bac {#bac}\n{{< fig x >}}{% raw %}a\n",
			"## Le bac \na\n"},
		{"names of blocks", "Mardi. ^a1b2\nx^2\n", "Mardi.\nx^2\n"},
		{"code is let be", "```\n[[a]]\n~~~\n==b==\n```\n`[[c]]` [[d]]\n",
			"```\n[[a]]\n~~~\n==b==\n```\n`[[c]]` d\n"},
		{"a fence that is never closed", "```\n[[a]]\n", "```\n[[a]]\n"},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(notes); i++)
		CHECK_TEXT(notes[i].label, markdown_plain(span_of(notes[i].note), &arena),
			span_of(notes[i].plain));
	arena_clear(&arena);
}

/* Signs that open and never close, a hundred thousand of each: read or refused, at once. */
static void test_deep(void **state)
{
	static const char *const signs[] = {"[", "![", "*_", ">", "> - ", "- ", "[[", "{{<",
		"==", "`", "<a ", "[a](", "|", "1. ", "<div>\n\n", "[^a]", "%%", "---\n", "**a "};

	(void)state;
	for (size_t i = 0; i < COUNT(signs); i++) {
		struct article_list articles = {0};
		struct vocabulary vocabulary;
		struct fault why = {0};
		struct arena arena;
		struct buf file;
		arena_init(&arena);
		buf_init(&file, &arena);
		vocabulary_init(&vocabulary, NULL, &arena);
		buf_text(&file, "---\ntitle: Le bac\n---\nMardi.\n\n");
		for (int k = 0; k < 100000 / (int)strlen(signs[i]); k++)
			buf_text(&file, signs[i]);
		enum err err =
			format_read(buf_span(&file), "a.md", &vocabulary, &arena, &articles, &why);
		CHECK_CASE(signs[i], err == OK || err == ERR_LIMIT);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_files),
		cmocka_unit_test(test_recognised), cmocka_unit_test(test_plain),
		cmocka_unit_test(test_deep)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
