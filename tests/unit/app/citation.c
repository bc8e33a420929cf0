#include "unit/check.h"

#include "unit/app/archive.h"

#include "app/citation.h"
#include "app/writer.h"

static const struct sample bridge_samples[] = {
	{"a.html",
		"<html><head><title>Le pont de Marne rouvre [enfin]</title>"
		"<meta property=\"og:title\" content=\"Le pont de Marne rouvre [enfin]\">"
		"<meta property=\"og:site_name\" content=\"Le Courrier de l'Est\">"
		"<link rel=\"canonical\" href=\"https://courrier.example/pont_(2)\">"
		"<meta property=\"article:published_time\" content=\"2021-03-09T08:00:00Z\">"
		"<meta name=\"author\" content=\"Nadia Ferrand\"></head><body><article>"
		"<h1>Le pont de Marne rouvre [enfin]</h1>"
		"<p>Le pont de Marne a rouvert mardi à la circulation après deux ans de travaux sur "
		"ses piles, a annoncé la mairie devant une foule nombreuse et joyeuse.</p>"
		"<p>Les camions devront encore attendre le printemps avant de pouvoir le franchir, "
		"car les joints du tablier ne sont pas encore tous posés par les ouvriers.</p>"
		"</article></body></html>"},
	{"b.txt",
		"Les pêcheurs de la vallée disent leur inquiétude pour les truites de la rivière. "
		"Ils demandent que la faune soit déplacée avant les travaux.\n"},
};

static void test_styles(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		article_id id;
		enum citation_style style;
		const char *want;
	} cases[] = {
		{"plain", 0, CITATION_PLAIN, "Nadia Ferrand, “Le pont de Marne rouvre [enfin]”, Le Courrier "
			"de l'Est, 9 March 2021, https://courrier.example/pont_(2)"},
		{"APA", 0, CITATION_APA, "Nadia Ferrand (2021, March 9). Le pont de Marne rouvre [enfin]. "
			"Le Courrier de l'Est. https://courrier.example/pont_(2)"},
		{"Chicago", 0, CITATION_CHICAGO, "Nadia Ferrand. “Le pont de Marne rouvre [enfin].” "
			"Le Courrier de l'Est, March 9, 2021. https://courrier.example/pont_(2)."},
		{"Markdown", 0, CITATION_MARKDOWN, "Nadia Ferrand, [Le pont de Marne rouvre \\[enfin\\]]"
			"(https://courrier.example/pont_%282%29), Le Courrier de l'Est, 9 March 2021"},
		{"BibTeX", 0, CITATION_BIBTEX, "@misc{nadiaferrand2021-0,\n  author = {Nadia Ferrand},\n"
			"  title = {Le pont de Marne rouvre [enfin]},\n"
			"  howpublished = {Le Courrier de l'Est},\n  year = {2021},\n"
			"  date = {2021-03-09},\n  url = {https://courrier.example/pont\\_(2)}\n}"},
		{"what is not known is left out, a lead is in brackets", 1, CITATION_APA,
			"[Les pêcheurs de la vallée disent leur inquiétude pour les truites de la "
			"rivière.]. (n.d.)."},
		{"of Markdown no link without an address", 1, CITATION_MARKDOWN,
			"*[Les pêcheurs de la vallée disent leur inquiétude pour les truites de la "
			"rivière.]*"},
		{"BibTeX of what is not known", 1, CITATION_BIBTEX, "@misc{article-1,\n  title = "
			"{[Les pêcheurs de la vallée disent leur inquiétude pour les truites de la "
			"rivière.]}\n}"},
	};
	/* clang-format on */
	struct archive_of_test archive;
	struct arena arena;

	(void)state;
	archive_begin(&archive, bridge_samples, COUNT(bridge_samples));
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf buf;
		buf_init(&buf, &arena);
		citation_add(archive.epoch, cases[i].id, cases[i].style, &buf);
		CHECK_TEXT(cases[i].label, buf_span(&buf), span_of(cases[i].want));
	}
	arena_clear(&arena);
	archive_end(&archive);
}

static void test_names(void **state)
{
	(void)state;
	for (int i = 0; i < CITATION_COUNT; i++)
		CHECK_CASE(citation_name((enum citation_style)i),
			citation_named(span_of(citation_name((enum citation_style)i))) ==
				(enum citation_style)i);
	CHECK_CASE("no such style", citation_named(SPAN("mla")) == CITATION_COUNT);
}

/* --- the formats of files ------------------------------------------------------------------ */

static void test_writers(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *path, *name;
	} paths[] = {
		{"by its extension", "a/b.csv", "csv"},
		{"by the last one", "b.csv.md", "md"},
		{"by the longer name", "b.markdown", "md"},
		{"a dot of a folder is none", "a.csv/b", NULL},
		{"none at all", "articles", NULL},
		{"one that is none", "a.docx", NULL},
	};
	static const struct {
		const char *name, *holds;
	} written[] = {
		{"md", "## [Le pont de Marne rouvre \\[enfin\\]](https://courrier.example/pont_%282%29)\n"},
		{"md", "\n\nLe pont de Marne a rouvert mardi"},
		{"csv", "2021-03-09,\"Le pont de Marne rouvre [enfin]\",\"Le Courrier de l'Est\","},
		{"json", "{\"v\":1,\"id\":0,"},
		{"jsonl", "{\"v\":1,\"id\":0,"},
		{"bib", "@misc{nadiaferrand2021-0,"},
	};
	/* clang-format on */
	struct archive_of_test archive;
	struct arena arena;

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		const struct writer *writer = writer_of_path(span_of(paths[i].path));
		CHECK_TEXT(paths[i].label, span_of(writer ? writer->name : NULL),
			span_of(paths[i].name));
	}
	archive_begin(&archive, bridge_samples, COUNT(bridge_samples));
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(written); i++) {
		struct buf buf;
		buf_init(&buf, &arena);
		writer_named(span_of(written[i].name))->article(archive.epoch, 0, &buf);
		struct span text = buf_span(&buf);
		CHECK_CASE(written[i].name,
			span_find(text, span_of(written[i].holds), 0) < text.len);
	}
	arena_clear(&arena);
	archive_end(&archive);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_writers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
