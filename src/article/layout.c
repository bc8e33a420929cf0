#include "article/layout.h"

#include "article/finders.h"
#include "article/labels.h"

#include <string.h>

static void body_mark(struct page *page, const struct line_weights *weights)
{
	uint32_t count = page->table.count;
	float *form = ARENA_ARRAY(page->scratch, float, count);
	float *context = ARENA_ARRAY(page->scratch, float, count);
	bool *body = ARENA_ARRAY(page->scratch, bool, count);

	model_scores(&page->table, weights, form, context, page->scratch);
	body_find(&page->table, context, body, page->scratch);
	for (uint32_t i = 0; i < count; i++)
		page->kinds[i] = body[i] ? LINE_PARAGRAPH : LINE_FURNITURE;
	page_find_edges(page);
}

static void lines_write(struct page *page)
{
	struct article *article = page->article;
	uint32_t count = page->table.count, extra = 0;

	for (uint32_t i = 0; i < count; i++)
		extra += page->heads[i] > 0;
	article->lines = ARENA_ARRAY(page->arena, struct line, count + extra);
	for (uint32_t i = 0; i < count; i++) {
		struct extent at = page->table.at[i].at;
		/* A label and a value that is furniture too are one line. */
		bool is_whole = page->labels[i] && page->kinds[i] == LINE_FURNITURE;
		if (page->heads[i] && !is_whole) {
			size_t parted = at.start + page->heads[i];
			struct extent head = lines_trim(article->text, at.start, parted);
			enum line_kind kind = page->labels[i] ? LINE_FURNITURE : LINE_DATELINE;
			article->lines[article->line_count++] = (struct line){head, kind};
			at = lines_trim(article->text, parted, at.end);
		}
		article->lines[article->line_count++] = (struct line){at, page->kinds[i]};
	}
}

static void page_open(struct page *page, struct article *article, struct vocabulary *vocabulary,
	struct arena *arena, struct arena *scratch)
{
	*page = (struct page){
		.article = article, .title = NO_LINE, .arena = arena, .scratch = scratch};
	lines_read(&page->table, article->text, article->language, vocabulary, scratch);
	article->reading = page->table.reading;
	page->kinds = ARENA_ARRAY(scratch, enum line_kind, page->table.count);
	page->heads = ARENA_ARRAY(scratch, uint32_t, page->table.count);
	page->labels = ARENA_ARRAY(scratch, enum label, page->table.count);
}

/* Rules may have found a use for every line; where there are lines one is the article's text,
 * unless all of them are a labelled head. */
static void body_ensure(struct page *page)
{
	uint32_t longest = NO_LINE;

	if (page->article->title_from == FROM_METADATA)
		return;
	for (uint32_t i = 0; i < page->table.count; i++) {
		if (line_is_body(page->kinds[i]))
			return;
		if (i != page->title &&
			(longest == NO_LINE ||
				page->table.at[i].words > page->table.at[longest].words))
			longest = i;
	}
	if (page->table.count) {
		longest = longest == NO_LINE ? page->title : longest;
		page->kinds[longest] = LINE_PARAGRAPH;
		page->heads[longest] = 0;
	}
}

/* What is read off the lines around the body, marked or found. */
static void surroundings_find(struct page *page)
{
	url_find(page);
	datelines_find(page);
	bylines_find(page);
	tags_find(page);
	source_find(page);
	body_ensure(page);
	lines_write(page);
}

void layout_with(struct article *article, const struct line_weights *weights,
	struct vocabulary *vocabulary, struct arena *arena)
{
	struct arena scratch;
	struct page page;

	arena_init(&scratch);
	page_open(&page, article, vocabulary, arena, &scratch);
	body_mark(&page, weights);
	labels_find(&page);
	datelines_split(&page);
	title_find(&page);
	insides_mark(&page);
	surroundings_find(&page);
	arena_clear(&scratch);
}

void layout(struct article *article, struct vocabulary *vocabulary, struct arena *arena)
{
	layout_with(article, &line_weights, vocabulary, arena);
}

void layout_marked(struct article *article, const enum line_kind *kinds, struct span title,
	struct vocabulary *vocabulary, struct arena *arena)
{
	struct arena scratch;
	struct page page;

	arena_init(&scratch);
	page_open(&page, article, vocabulary, arena, &scratch);
	memcpy(page.kinds, kinds, page.table.count * sizeof *kinds);
	page_find_edges(&page);
	title_stated(&page, title);
	title_find(&page);
	surroundings_find(&page);
	arena_clear(&scratch);
}

uint32_t layout_scores(
	struct span text, enum language language, struct line_score **scores, struct arena *arena)
{
	struct arena scratch;
	struct line_table table;

	arena_init(&scratch);
	lines_read(&table, text, language, NULL, &scratch);
	float *form = ARENA_ARRAY(&scratch, float, table.count);
	float *context = ARENA_ARRAY(&scratch, float, table.count);
	model_scores(&table, &line_weights, form, context, &scratch);
	*scores = ARENA_ARRAY(arena, struct line_score, table.count);
	for (uint32_t i = 0; i < table.count; i++)
		(*scores)[i] = (struct line_score){table.at[i].at, form[i], context[i]};
	arena_clear(&scratch);
	return table.count;
}
