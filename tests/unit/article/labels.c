#include "unit/check.h"

#include "article/labels.h"
#include "article/layout.h"
#include "base/buf.h"
#include "text/fold.h"

#define E1 \
	"The last lighthouse keeper of the bay left her post on Friday after thirty-one winters, " \
	"and a machine that nobody needs to feed has taken over the lamp."
#define E2 \
	"Her logbooks, forty volumes of weather and passing ships, go to the town's museum, " \
	"which " \
	"means to show them next spring, its director said on the quay."

/* Facts: title, its origin, day, its origin, source, byline, tags, url; the body's lines. */
static const struct {
	const char *label, *text, *want;
} heads[] = {
	{"an English head",
		"Title: A lamp without a keeper\nSource: Bay Courier\nAuthor: Ann Bell and "
		"Tom Reed\n"
		"Date: 2018-06-03T09:05:00Z\nURL: https://bay.example/lamp\nKeywords: "
		"coast, museums\n\n" E1 "\n" E2,
		"A lamp without a keeper 2 2018-6-3 2 Bay Courier 2 Ann Bell|Tom Reed "
		"coast|museums "
		"https://bay.example/lamp 2"},
	{"a Russian head, the text behind its own label",
		"Заголовок: Маяк без смотрителя\nДата публикации: 3 июня 2018\nИсточник: "
		"Вестник\nТекст: " E1,
		"Маяк без смотрителя 2 2018-6-3 2 Вестник 2   - 1"},
	{"a headline over a German head",
		"Ein Leuchtfeuer ohne Wärter\nQuelle: Küstenblatt\nDatum: 03.06.2018\n\n" E1
		"\n" E2,
		"Ein Leuchtfeuer ohne Wärter 1 2018-6-3 2 Küstenblatt 2   - 2"},
	{"Chinese colons and words",
		"标题：没有守护人的灯塔\n来源：海湾日报\n发布时间：2018年6月3日\n\n" E1 "\n" E2,
		"没有守护人的灯塔 2 2018-6-3 2 海湾日报 2   - 2"},
	{"labels in bold",
		"**Titre :** Un phare sans gardien\n**Date :** 3 juin 2018\n\n" E1 "\n" E2,
		"Un phare sans gardien 2 2018-6-3 2  0   - 2"},
	{"the title again over the text is no text",
		"Title: A lamp without a keeper\nDate: 3 June 2018\n\nA lamp without a "
		"keeper\n" E1 "\n" E2,
		"A lamp without a keeper 2 2018-6-3 2  0   - 2"},
	{"the day of a change gives way to that of print",
		"Headline: A lamp without a keeper\nUpdated: 5 June 2018\nPublished: 3 "
		"June 2018\n" E1,
		"A lamp without a keeper 2 2018-6-3 2  0   - 1"},
	{"lines of no known label belong to it",
		"Title: A lamp without a keeper\nBox 7: B\nDate: 3 June 2018\n" E1,
		"A lamp without a keeper 2 2018-6-3 2  0   - 1"},
	{"one label is no head, unless it is the title's", "Location: the bay\n" E1 "\n" E2, NULL},
	{"nor is a text that has colons", E1 "\nSource: Bay Courier\n" E2 "\nDate: 3 June 2018",
		NULL},
	{"a head without a text", "Title: A lamp without a keeper\nDate: 3 June 2018",
		"A lamp without a keeper 2 2018-6-3 2  0   - 0"},
};

static void joined_add(struct buf *got, const struct span *list, uint32_t count)
{
	for (uint32_t k = 0; k < count; k++) {
		buf_text(got, k ? "|" : "");
		buf_add(got, list[k]);
	}
	buf_char(got, ' ');
}

static void facts_add(struct buf *got, const struct article *article)
{
	const struct stamp *stamp = article->stamps;
	uint32_t body = 0;

	buf_add(got, article->title);
	buf_format(got, " %d %d-%d-%d %d ", article->title_from, stamp->year, stamp->month,
		stamp->day, stamp->from);
	buf_add(got, article->source);
	buf_format(got, " %d ", article->source_from);
	joined_add(got, article->bylines, article->byline_count);
	joined_add(got, article->tags, article->tag_count);
	for (uint32_t k = 0; k < article->line_count; k++)
		body += line_is_body(article->lines[k].kind);
	buf_add(got, article->url.len ? article->url : SPAN("-"));
	buf_format(got, " %u", body);
}

static void test_heads(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct article article = {.path = "a", .text = span_of(heads[i].text)};
		struct buf got;
		layout(&article, NULL, &arena);
		if (!heads[i].want) {
			CHECK_CASE(heads[i].label, article.title_from != FROM_METADATA);
			continue;
		}
		buf_init(&got, &arena);
		facts_add(&got, &article);
		CHECK_TEXT(heads[i].label, buf_span(&got), span_of(heads[i].want));
	}
	arena_clear(&arena);
}

static void test_words(void **state)
{
	static const struct {
		const char *word;
		enum label label;
	} cases[] = {{"title", LABEL_TITLE}, {"Date de publication", LABEL_DATE},
		{"Überschrift", LABEL_TITLE}, {"Tytuł", LABEL_TITLE}, {"Začátek", LABEL_NONE},
		{"Źródło", LABEL_SOURCE}, {"タイトル", LABEL_TITLE}, {"a", LABEL_OTHER},
		{"키워드", LABEL_TAGS}, {"제목", LABEL_TITLE}, {"العنوان", LABEL_TITLE},
		{"标题", LABEL_TITLE}, {"헤드", LABEL_NONE}, {"", LABEL_NONE},
		{"titles", LABEL_NONE}};

	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].word,
			label_named(fold(span_of(cases[i].word), &arena)) == cases[i].label);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_heads),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
