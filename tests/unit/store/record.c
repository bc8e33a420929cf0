#include "unit/check.h"

#include "article/format.h"
#include "extract/extract.h"
#include "store/files.h"
#include "store/record.h"
#include "text/utf8.h"

struct stage {
	struct arena arena;
	struct stemmer *stemmer;
	struct vocabulary vocabulary;
};

static void stage_init(struct stage *stage)
{
	arena_init(&stage->arena);
	stage->stemmer = stemmer_open();
	vocabulary_init(&stage->vocabulary, stage->stemmer, &stage->arena);
}

static void stage_clear(struct stage *stage)
{
	stemmer_close(stage->stemmer);
	arena_clear(&stage->arena);
}

/* --- the same again ------------------------------------------------------------------------- */

static void check_spans(
	const char *label, const struct span *a, const struct span *b, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		CHECK_TEXT(label, b[i], a[i]);
}

#define SAME_ROWS(label, a, b, count) \
	CHECK_CASE(label, (count) == 0 || memcmp(a, b, (count) * sizeof *(a)) == 0)
static void check_lists(const struct article *a, const struct article *b)
{
	CHECK_CASE("lines", a->line_count == b->line_count);
	SAME_ROWS("lines", a->lines, b->lines, a->line_count);
	CHECK_CASE("sets", a->set_count == b->set_count);
	SAME_ROWS("sets", a->sets, b->sets, a->set_count);
	CHECK_CASE("stamps", a->stamp_count == b->stamp_count);
	CHECK_CASE("bylines", a->byline_count == b->byline_count);
	check_spans("bylines", a->bylines, b->bylines, a->byline_count);
	CHECK_CASE("tags", a->tag_count == b->tag_count);
	check_spans("tags", a->tags, b->tags, a->tag_count);
	CHECK_CASE("links", a->link_count == b->link_count);
	for (uint32_t i = 0; i < a->link_count; i++) {
		CHECK_TEXT("links", b->links[i].url, a->links[i].url);
		SAME_ROWS("links", &a->links[i].at, &b->links[i].at, 1);
	}
}

static void check_article(const struct article *a, const struct article *b)
{
	CHECK_TEXT("path", span_of(b->path), span_of(a->path));
	CHECK_CASE("digest", a->digest.high == b->digest.high && a->digest.low == b->digest.low);
	CHECK_TEXT("text", b->text, a->text);
	CHECK_TEXT("saved", b->saved, a->saved);
	CHECK_TEXT("encoding", span_of(b->encoding), span_of(a->encoding));
	CHECK_CASE("repaired", a->repaired == b->repaired);
	CHECK_CASE("language", a->language == b->language);
	CHECK_TEXT("title", b->title, a->title);
	SAME_ROWS("title_at", &a->title_at, &b->title_at, 1);
	CHECK_CASE("title_from", a->title_from == b->title_from);
	CHECK_TEXT("section", b->section, a->section);
	CHECK_TEXT("source", b->source, a->source);
	CHECK_TEXT("url", b->url, a->url);
	CHECK_CASE("source_from", a->source_from == b->source_from);
	check_lists(a, b);
}

/* That marks are the same is seen when they are packed again. */
static void check_counts(const struct evidence *a, const struct evidence *b, uint32_t line_count)
{
	SAME_ROWS("line_prints", a->line_prints, b->line_prints, line_count);
	CHECK_CASE("word_count", a->word_count == b->word_count);
	CHECK_CASE("terms", a->terms.count == b->terms.count);
	for (uint32_t i = 0; i < a->terms.count; i++) {
		CHECK_CASE("terms", a->terms.at[i].stem == b->terms.at[i].stem);
		CHECK_CASE("terms", a->terms.at[i].count == b->terms.at[i].count);
	}
}

static struct span check_round(struct stage *stage, const struct article *article)
{
	struct article_words words;
	struct article *again;
	struct evidence *found;
	struct buf buf, twice;
	struct span text;

	buf_init(&buf, &stage->arena);
	buf_init(&twice, &stage->arena);
	words_read(&words, article, &stage->vocabulary, &stage->arena);
	const struct evidence *evidence = extract(&words, &stage->arena);
	record_pack(&buf, article, evidence);
	CHECK_CASE(article->path,
		record_unpack(buf_span(&buf), article->path, &again, &found, &stage->arena));
	words_read(&words, again, &stage->vocabulary, &stage->arena);
	record_count(&words, found, &stage->arena);
	check_article(article, again);
	check_counts(evidence, found, article->line_count);
	record_pack(&twice, again, found);
	CHECK_CASE("packed again it is the same", span_equal(buf_span(&buf), buf_span(&twice)));
	CHECK_CASE("the text alone", record_text(buf_span(&buf), &text));
	CHECK_TEXT("the text alone", text, article->text);
	return buf_span(&buf);
}

static uint32_t check_file(struct stage *stage, struct span bytes, const char *path)
{
	struct article_list articles = {0};
	struct fault why = {0};

	assert_int_equal(
		format_read(bytes, path, &stage->vocabulary, &stage->arena, &articles, &why), OK);
	for (uint32_t i = 0; i < articles.count; i++)
		check_round(stage, articles.at[i]);
	return articles.count;
}

/* --- the cases ------------------------------------------------------------------------------ */

static const struct {
	const char *path, *bytes;
} files[] = {
	{"2021-01-26/port.txt",
		"Le port rouvre\n\nPar Anne Martin\n\nLe 26 janvier 2021\n\n"
		"Le ministre Paul Durand a déclaré lundi : « Le port rouvrira du 3 au 7 mars. » "
		"Selon l'ex-président Jean Petit, de l'Organisation mondiale du commerce (OMC), "
		"rien ne presse.\n"},
	{"wrapped.txt",
		"A harbour opens again\n\nThe minister, Mr Paul Brown, said on Monday "
		"that the\nharbour would open in the spring, as soon as all the\nworks that were "
		"begun two years ago had come to their\nend, and that no ship would have to wait "
		"any longer.\n\nThe mayor of the town, Anna Green, was glad of it and\nthanked "
		"everybody who had worked there in the cold of\nthe winter, day after day, and in "
		"many a night as well.\n"},
	{"page.html",
		"<html lang=en><head><title>A harbour opens</title><meta name=author "
		"content='Anna Green'><meta name=keywords content='sea, trade'></head><body>"
		"<article><h1>A harbour opens</h1><p>The <a href='https://example.org/port'>"
		"harbour</a> opens on 3 March 2021, minister Paul Brown said.</p><p>Nobody had "
		"expected it to open so soon after the storm of last year.</p></article></html>"},
	{"lists.html",
		"<html lang=en><body><article><h1>A harbour opens</h1><p>The harbour opens on 3 "
		"March 2021, minister Paul Brown said, and three things are new in "
		"it:</p><ol><li>The "
		"quay is longer than the one that the storm took away.<li>The crane is "
		"painted.</ol>"
		"<blockquote><p>Nobody had expected it to open so soon after the storm, the mayor "
		"wrote to us.</p></blockquote></article></html>"},
	{"two.json", "[{\"title\":\"One\",\"text\":\"Mr Brown spoke on Monday.\",\"url\":"
		     "\"https://example.org/1\",\"tags\":[\"sea\",\"trade\"],\"published\":"
		     "\"2021-02-03T10:20:00Z\",\"author\":\"Anna Green\"},{\"title\":\"Two\","
		     "\"text\":\"Nothing happened. It is so.\",\"section\":\"World\"}]"},
};

static void test_made(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	for (size_t i = 0; i < COUNT(files); i++)
		CHECK_CASE(files[i].path,
			check_file(&stage, span_of(files[i].bytes), files[i].path) > 0);
	stage_clear(&stage);
}

static void test_bundled(void **state)
{
	const char *const folder = "seeds";
	struct file_list list = {0};
	struct stage stage;
	uint32_t passed_over, count = 0;
	atomic_bool stop = false;

	(void)state;
	stage_init(&stage);
	files_find(&folder, 1, NULL, &stop, &list, &passed_over, &stage.arena);
	for (uint32_t i = 0; i < list.count; i++) {
		struct span bytes;
		const char *reason;
		if (file_read(&list.at[i], 1 << 20, &bytes, &reason, &stage.arena) == FILE_READ)
			count += check_file(&stage, bytes, list.at[i].path);
	}
	CHECK_CASE("the bundled archive is there", count >= 5);
	stage_clear(&stage);
}

/* One row of everything, in which no field is 0.  They are told without the names of their fields,
 * so that the compiler tells when there is a new one. */
#define TEXT "Le port de Brest rouvre le 3 mars 2021, dit Anne."
static struct line all_lines[] = {{{3, 7}, LINE_PARAGRAPH}};
static struct line_set all_sets[] = {{1, 2, 3}};
static struct stamp all_stamps[] = {{{24, 37}, 2021, 3, 4, 5, 600, FROM_METADATA, true}};
static struct span all_bylines[] = {{"Anne", 4}};
static struct span all_tags[] = {{"mer", 3}};
static struct link all_links[] = {{{3, 7}, {"https://example.org", 19}}};
static struct name_mark all_names[] = {
	{{44, 48}, {45, 48}, CLUE_TITLE, GENDER_FEMALE, true, true, 3}};
static struct entity_mark all_entities[] = {{{11, 16}, ENTITY_PLACE, true}};
static struct day_mark all_days[] = {{{24, 37}, ANCHOR_PREVIOUS, 2021, 3, 4, 5, UNIT_WEEK, PART_END,
	-6, 7, 8, true, {2020, 9, 10, 6, UNIT_YEAR, PART_MIDDLE, -11}, true, true, true, true}};
static struct quote_mark all_quotes[] = {
	{{3, 23}, {40, 43}, {44, 48}, SPEAKER_PRONOUN, GENDER_FEMALE, true}};
static struct role_mark all_roles[] = {{{3, 7}, {1, 7}, {44, 48}, 1, {2, 3, 4, 5, 6, 7, 8, 9},
	GENDER_MALE, true, true, true, true, true}};

static void test_every_field(void **state)
{
	static const struct article article = {"a.txt", {1, 2}, {TEXT, sizeof TEXT - 1},
		{"otherwise", 9}, "UTF-8", true, LANGUAGE_FR, all_lines, 1, 0, all_sets, 1,
		{"titre", 5}, {3, 7}, FROM_LEAD, all_stamps, 1, all_bylines, 1, all_tags, 1,
		all_links, 1, {"monde", 5}, {"journal", 7}, {"https://example.org", 19}, FROM_URL,
		NULL};
	static const struct evidence evidence = {{all_names, 1, 1}, {all_entities, 1, 1},
		{all_days, 1, 1}, {all_quotes, 1, 1}, {all_roles, 1, 1}, {NULL, 0, NULL}, NULL, 0};
	struct article *again;
	struct evidence *found;
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	buf_init(&buf, &arena);
	record_pack(&buf, &article, &evidence);
	assert_true(record_unpack(buf_span(&buf), "a.txt", &again, &found, &arena));
	check_article(&article, again);
	SAME_ROWS("stamps", all_stamps, again->stamps, 1);
	SAME_ROWS("names", all_names, found->names.at, 1);
	SAME_ROWS("entities", all_entities, found->entities.at, 1);
	SAME_ROWS("days", all_days, found->days.at, 1);
	SAME_ROWS("quotes", all_quotes, found->quotes.at, 1);
	SAME_ROWS("roles", all_roles, found->roles.at, 1);
	arena_clear(&arena);
}

/* An article of which one thing is not as any reader of files leaves it. */
static void test_saved_otherwise(void **state)
{
	struct stage stage;
	struct line line = {{0, 10}, LINE_PARAGRAPH};
	struct article article = {.path = "a.txt",
		.text = SPAN("Rien. Rien"),
		.lines = &line,
		.line_count = 1,
		.title = SPAN("Autre chose"),
		.title_from = FROM_METADATA};

	(void)state;
	stage_init(&stage);
	article.saved = SPAN("Rien du tout.");
	check_round(&stage, &article);
	article.saved = SPAN("Rien.\nRien");
	check_round(&stage, &article);
	article.saved = SPAN("Rien. rien");
	check_round(&stage, &article);
	stage_clear(&stage);
}

/* Cut anywhere it is refused; with one byte changed it is refused, or is a record still. */
static void test_damaged(void **state)
{
	struct stage stage;
	struct article_list articles = {0};
	struct article *article;
	struct evidence *evidence;
	struct fault why = {0};

	(void)state;
	stage_init(&stage);
	assert_int_equal(format_read(span_of(files[0].bytes), files[0].path, &stage.vocabulary,
				 &stage.arena, &articles, &why),
		OK);
	struct span record = check_round(&stage, articles.at[0]);
	char *bytes = arena_copy(&stage.arena, record.at, record.len);
	for (size_t len = 0; len < record.len; len++)
		CHECK_CASE("a record that is cut", !record_unpack(span_cut(record, 0, len), "a.txt",
							   &article, &evidence, &stage.arena));
	for (size_t i = 0; i < record.len * 8; i++) {
		bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
		if (record_unpack((struct span){bytes, record.len}, "a.txt", &article, &evidence,
			    &stage.arena))
			CHECK_CASE("what is taken is a text", utf8_valid(article->text));
		bytes[i / 8] = record.at[i / 8];
	}
	stage_clear(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_made),
		cmocka_unit_test(test_bundled), cmocka_unit_test(test_saved_otherwise),
		cmocka_unit_test(test_every_field), cmocka_unit_test(test_damaged)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
