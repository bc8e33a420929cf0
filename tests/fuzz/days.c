/*
 * Days and words of any text, in the language that the first byte names.  Promised: marks lie in
 * body lines, titles or date lines, in order, on code point boundaries, and state days that can
 * be; what they mean is a stretch of real days, for any day of publication; terms are sorted and
 * counted; what is dated is dated by a day.
 */

#include "extract/days.h"
#include "extract/terms.h"
#include "know/dating.h"
#include "know/spoken.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static bool is_read(enum line_kind kind)
{
	return line_is_body(kind) || kind == LINE_TITLE || kind == LINE_DATELINE;
}

static bool in_body(const struct article *article, struct extent at)
{
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (is_read(line->kind) && line->at.start <= at.start && at.end <= line->at.end)
			return true;
	}
	return false;
}

static void check_mark(const struct article *article, const struct day_mark *mark)
{
	demand(mark->at.start < mark->at.end && in_body(article, mark->at));
	demand(utf8_boundary(article->text, mark->at.start));
	demand(utf8_boundary(article->text, mark->at.end));
	demand(mark->month >= 0 && mark->month <= 12 && mark->weekday >= -1 && mark->weekday <= 6);
	demand(mark->day >= 0 &&
		mark->day <= (mark->month ? days_in_month(2000, mark->month) : 31));
	demand(!mark->day || mark->month || mark->weekday >= 0);
	demand(mark->year == 0 || (mark->year >= 1000 && mark->year <= 2099));
	demand(mark->year || mark->month || mark->weekday >= 0 || mark->unit);
	demand(mark->unit < DAY_UNIT_COUNT && mark->which >= 0 && mark->which <= 21);
	demand(mark->leading >= 0 && mark->leading <= 12);
	demand(mark->first.month >= 0 && mark->first.month <= 12);
}

static void check_marks(const struct article *article, const struct day_marks *marks)
{
	for (uint32_t i = 0; i < marks->count; i++) {
		check_mark(article, &marks->at[i]);
		demand(i == 0 || marks->at[i - 1].at.end <= marks->at[i].at.start);
	}
}

/* Early, late, leap and ordinary days of publication. */
static void check_spoken(const struct document *document, struct arena *arena)
{
	static const int years[] = {1, 1970, 2000, 2021, 9999};
	const struct article *article = document->article;
	uint8_t *kinds = ARENA_ARRAY(arena, uint8_t, article->line_count);

	for (uint32_t i = 0; i < article->line_count; i++)
		kinds[i] = (uint8_t)article->lines[i].kind;
	for (size_t y = 0; y < 3 * COUNT(years); y++) {
		static const int months[] = {1, 2, 12};
		int month = months[y % 3], year = years[y / 3];
		struct published published = {.precision = PRECISION_DAY - y % 2};
		struct days_spoken spoken;
		published.day = day_of(year, month, y % 2 ? 1 : days_in_month(year, month));
		spoken_make(document, kinds, &published, &spoken, arena);
		demand(spoken.count <= document->evidence->days.count);
		for (uint32_t i = 0; i < spoken.count; i++) {
			const struct day_spoken *day = &spoken.at[i];
			demand(day->from <= day->to && day->from >= day_of(1, 1, 1));
			demand(day->to <= day_of(9999, 12, 31));
			demand((day->how == DAY_STATED) == (day->base == DAY_NONE));
			demand(i == 0 || day[-1].at.end <= day->at.start);
		}
	}
}

static void check_terms(const struct terms *terms, uint32_t word_count)
{
	uint64_t words = 0;

	for (uint32_t i = 0; i < terms->count; i++) {
		words += terms->at[i].count;
		demand(term_stem(terms, i).len > 0);
		demand(i == 0 || span_compare(term_stem(terms, i - 1), term_stem(terms, i)) < 0);
	}
	demand(words <= word_count);
}

/* Lines of any kind but for the article's own judgement, which is another target's. */
static void make_lines(struct article *article, struct arena *arena)
{
	struct span rest = article->text, line;

	article->lines = ARENA_ARRAY(arena, struct line, article->text.len + 1);
	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - article->text.at);
		article->lines[article->line_count++] = (struct line){
			{start, start + (uint32_t)line.len}, line.len % 7   ? LINE_PARAGRAPH
							     : line.len % 2 ? LINE_FURNITURE
									    : LINE_TITLE};
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stamp stamp = {.weekday = -1, .minute = -1, .from = FROM_TEXT};
	struct article article = {.path = "x", .title_from = FROM_LEAD, .stamps = &stamp};
	struct evidence evidence = {.word_count = 0};
	struct stemmer *stemmer = stemmer_open();
	struct vocabulary vocabulary;
	struct article_words words;
	struct published published;
	struct arena arena;

	arena_init(&arena);
	if (size > 0) {
		article.language = (enum language)(data[0] % LANGUAGE_COUNT);
		stamp.month = data[0] % 13;
		stamp.day = data[0] % 32;
		article.stamp_count = data[0] > 128;
		article.text = (struct span){(const char *)data + 1, size - 1};
	}
	make_lines(&article, &arena);
	vocabulary_init(&vocabulary, stemmer, &arena);
	words_read(&words, &article, &vocabulary, &arena);
	days_extract(&words, &evidence.days, &arena);
	check_marks(&article, &evidence.days);
	terms_extract(&words, &evidence.terms, &evidence.word_count, &arena);
	check_terms(&evidence.terms, evidence.word_count);
	evidence.line_prints = prints_extract(&words, &arena);
	struct document document = {&article, &evidence};
	check_spoken(&document, &arena);
	dating_make(&document, 1, 20000, &published, &arena);
	demand(published.why &&
		(published.day == DAY_NONE) == (published.precision == PRECISION_NONE));
	demand(!published.year_inferred || published.day <= 20000);
	stemmer_close(stemmer);
	arena_clear(&arena);
	return 0;
}
