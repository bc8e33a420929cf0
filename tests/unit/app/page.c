#include "unit/app/stage.h"

#include "text/utf8.h"
#include "text/width.h"

static void check_rows(
	const char *label, const struct epoch *epoch, article_id id, struct page *page)
{
	struct span text = epoch_article(epoch, id)->text;

	for (uint32_t i = 0; i < page->row_count; i++) {
		const struct row *row = &page->rows[i];
		struct span shown = row->made.len ? row->made : span_in(text, row->at);
		CHECK_CASE(label, row->at.start <= row->at.end && row->at.end <= text.len);
		CHECK_CASE(label, utf8_boundary(text, row->at.start));
		CHECK_CASE(label, row->kind == ROW_FOLD || page->width < 2 ||
					  row->indent + width_of(shown) <= page->width);
		if (i > page->block)
			CHECK_CASE(label, row->at.start >= row[-1].at.start);
		if (row->kind != ROW_BLANK && row->at.start < row->at.end)
			CHECK_CASE(label, page_row(page, row->at.start) >= i || i < page->block);
		CHECK_CASE(label, page_row(page, page_offset(page, i)) <= i + 2);
	}
}

static void test_every_width(void **state)
{
	struct stage stage;
	struct arena arena;
	struct page page;
	char label[64];

	(void)state;
	stage_open(&stage, 24, 80);
	arena_init(&arena);
	for (article_id id = 0; id < 2; id++)
		for (int width = 1; width < 130; width++)
			for (unsigned i = 0; i < 8; i++) {
				snprintf(label, sizeof label, "article %u, %d wide, %u", id, width,
					i);
				page_make(stage.app.epoch,
					(struct page_wish){.article = id,
						.width = width,
						.raw = i & 1,
						.furniture_open = i & 2,
						.airy = i & 4},
					&page, &arena);
				check_rows(label, stage.app.epoch, id, &page);
				arena_clear(&arena);
			}
	stage_close(&stage);
}

/* Everything of the file is on the raw page; every body line on the other one. */
static void test_whole(void **state)
{
	struct stage stage;
	struct arena arena;
	struct page raw, page;
	uint32_t raw_at = 0;

	(void)state;
	stage_open(&stage, 24, 80);
	arena_init(&arena);
	const struct article *article = epoch_article(stage.app.epoch, 2);
	page_make(stage.app.epoch, (struct page_wish){.article = 2, .width = 60, .raw = true}, &raw,
		&arena);
	for (uint32_t i = 0; i < raw.row_count; i++) {
		struct span between = span_cut(article->text, raw_at, raw.rows[i].at.start);
		CHECK_CASE("only blanks are not shown", span_trim(between).len == 0);
		raw_at = raw.rows[i].at.end > raw_at ? raw.rows[i].at.end : raw_at;
	}
	CHECK_CASE("to the end", span_trim(span_cut(article->text, raw_at, SIZE_MAX)).len == 0);
	page_make(stage.app.epoch, (struct page_wish){.article = 2, .width = 60}, &page, &arena);
	CHECK_CASE("the title comes first", page.rows[0].kind == ROW_TITLE);
	uint32_t titles = 0, folds = 0;
	for (uint32_t i = 0; i < page.row_count; i++) {
		titles += page.rows[i].kind == ROW_TITLE;
		folds += page.rows[i].kind == ROW_FOLD;
	}
	CHECK_CASE("once", titles == 1);
	CHECK_CASE("furniture is folded to one row", folds == 1);
	CHECK_CASE("the fold is the last row", page.rows[page.row_count - 1].kind == ROW_FOLD);
	arena_clear(&arena);
	stage_close(&stage);
}

/* A page with a heading, a list of bullets and one of numbers, and a day that is no list. */
#define LONG \
	"les ingénieurs des deux rives ont repris la mesure des eaux, que Mme Claire Dubreuil " \
	"avait demandée à M. Igor Malenko."

static const char set_text[] =
	"<html><body><article><h1>Le traité des barrages est signé</h1><p>30 juin 2022</p>"
	"<p>Jeudi, " LONG "</p><h2>Les relevés du printemps</h2><p>En mars, " LONG "</p>"
	"<p>• Au nord, " LONG "</p><p>1. En avril, " LONG "</p><p>2. En mai, " LONG "</p>"
	"<p>Depuis, " LONG "</p><p>3. Juni : " LONG "</p></article></body></html>";

static void replace(struct stage *stage, const char *text)
{
	char path[96];

	snprintf(path, sizeof path, "%s/5.txt", stage->folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	stage_load(stage, true);
}

/* The row that begins so. */
static uint32_t row_with(
	const char *label, struct span text, const struct page *page, const char *words)
{
	for (uint32_t i = 0; i < page->row_count; i++)
		if (span_starts(span_in(text, page->rows[i].at), span_of(words)))
			return i;
	CHECK_FAILED("%s: no row begins with %s", label, words);
	return 0;
}

static void test_setting(void **state)
{
	static const struct {
		const char *label, *words;
		int next; /* indent of its second row */
		bool apart;
	} cases[] = {
		{"a paragraph is flush, and stands apart", "Jeudi", 0, true},
		{"what a heading heads stands right under it", "En mars", 0, false},
		{"an item hangs under its text", "• Au nord", 2, true},
		{"one of several numbers", "1. En avril", 3, true},
		{"the last of them", "2. En mai", 3, true},
		{"a number alone is none", "3. Juni", 0, true},
	};
	struct stage stage;
	struct arena arena;
	struct page page;

	(void)state;
	stage_open(&stage, 24, 80);
	replace(&stage, set_text);
	arena_init(&arena);
	struct span text = epoch_article(stage.app.epoch, 5)->text;
	page_make(stage.app.epoch, (struct page_wish){.article = 5, .width = 50}, &page, &arena);
	check_rows("with lists", stage.app.epoch, 5, &page);
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint32_t row = row_with(cases[i].label, text, &page, cases[i].words);
		CHECK_CASE(cases[i].label, page.rows[row].indent == 0);
		CHECK_CASE(cases[i].label, page.rows[row + 1].indent == cases[i].next);
		CHECK_CASE(
			cases[i].label, (page.rows[row - 1].kind == ROW_BLANK) == cases[i].apart);
	}
	uint32_t heading = row_with("the heading", text, &page, "Les relevés");
	CHECK_CASE("a heading stands apart from what is above",
		page.rows[heading].kind == ROW_HEADING && page.rows[heading - 1].kind == ROW_BLANK);
	page_make(stage.app.epoch, (struct page_wish){.article = 5, .width = 28}, &page, &arena);
	for (uint32_t i = 0; i < page.row_count; i++)
		CHECK_CASE("narrow pages have no indents", page.rows[i].indent == 0);
	arena_clear(&arena);
	stage_close(&stage);
}

/* Quotations and lists that a page sets apart. */
static const char apart_text[] =
	"<html><body><article><h1>Le traité des barrages est signé</h1><p>30 juin 2022</p>"
	"<p>Jeudi, " LONG "</p><blockquote><p>Vendredi, " LONG "</p><p>Samedi, " LONG "</p>"
	"</blockquote><ol><li>Mardi, " LONG "</li><li>Mercredi, " LONG "<p>Le soir, " LONG
	"</p></li></ol><ul><li>– Lundi, " LONG "</li></ul><p>Depuis, " LONG "</p></article></html>";

static void test_apart(void **state)
{
	static const struct {
		const char *label, *words, *first, *later, *above; /* what stands before rows */
		enum row_kind over;
	} cases[] = {
		{"a paragraph", "Jeudi", "", "", "", ROW_BLANK},
		{"a quotation has a bar", "Vendredi", "│ ", "│ ", "", ROW_BLANK},
		{"that goes on between its paragraphs", "Samedi", "│ ", "│ ", "│ ", ROW_BLANK},
		{"an item has its number", "Mardi", "1. ", "   ", "", ROW_BLANK},
		{"the next one stands close", "Mercredi", "2. ", "   ", "   ", ROW_PARAGRAPH},
		{"its second paragraph is under the first", "Le soir", "   ", "   ", "", ROW_BLANK},
		{"a sign of its own is enough", "– Lundi", "", "  ", "   ", ROW_PARAGRAPH},
		{"after a list", "Depuis", "", "", "", ROW_BLANK},
	};
	struct stage stage;
	struct arena arena;
	struct page page;

	(void)state;
	stage_open(&stage, 24, 80);
	replace(&stage, apart_text);
	arena_init(&arena);
	struct span text = epoch_article(stage.app.epoch, 5)->text;
	page_make(stage.app.epoch, (struct page_wish){.article = 5, .width = 50}, &page, &arena);
	check_rows("set apart", stage.app.epoch, 5, &page);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct row *row =
			&page.rows[row_with(cases[i].label, text, &page, cases[i].words)];
		CHECK_TEXT(cases[i].label, row->before, span_of(cases[i].first));
		CHECK_TEXT(cases[i].label, row[1].before, span_of(cases[i].later));
		CHECK_TEXT(cases[i].label, row[-1].before, span_of(cases[i].above));
		CHECK_CASE(cases[i].label, row[-1].kind == cases[i].over);
		CHECK_CASE(cases[i].label, row->indent == width_of(row->before));
		CHECK_CASE(cases[i].label, row[1].indent == width_of(row[1].before));
	}
	page_make(stage.app.epoch, (struct page_wish){.article = 5, .width = 28}, &page, &arena);
	for (uint32_t i = 0; i < page.row_count; i++)
		CHECK_CASE("narrow pages set nothing apart", page.rows[i].before.len == 0);
	arena_clear(&arena);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_width),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_setting),
		cmocka_unit_test(test_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
