#include "app/page.h"

#include "app/hanging.h"
#include "app/reasons.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/vec.h"
#include "text/width.h"
#include "text/wrap.h"

#define WRITERS_MOST 4 /* named in the line of facts */
#define INDENT 4
#define INDENT_WIDTH 30 /* narrower pages have no indents */

VEC_OF(struct row, row_list);

struct setting {
	const struct article *article;
	const struct facts *facts;
	struct span text; /* the article's, or that of its file */
	struct arena *arena;
	struct arena scratch; /* where a paragraph's breaks are, until it is set */
	struct row_list rows;
	int width, indent;
	bool furniture_open;
};

static int pad(const struct setting *set, enum row_kind kind)
{
	return kind == ROW_CAPTION || kind == ROW_FURNITURE ? set->indent : 0;
}

static void add_row(struct setting *set, enum row_kind kind, struct extent at, struct span made)
{
	*vec_push(set->arena, &set->rows) = (struct row){kind, at, made, pad(set, kind)};
}

static void add_blank(struct setting *set, uint32_t offset)
{
	if (set->rows.count > 0 && set->rows.at[set->rows.count - 1].kind != ROW_BLANK)
		add_row(set, ROW_BLANK, (struct extent){offset, offset}, SPAN(""));
}

/* Rows of a stretch of the text; all but the first one hang by so many cells more. */
static void add_hanging(struct setting *set, enum row_kind kind, struct extent at, int hang)
{
	int width = set->width - pad(set, kind);
	struct arena_mark mark = arena_mark(&set->scratch);
	struct wrap wrap = wrap_of(span_in(set->text, at), width, &set->scratch);
	struct extent row;

	wrap.squeezes = kind != ROW_RAW;
	for (bool first = true; wrap_next(&wrap, &row); first = false) {
		add_row(set, kind, (struct extent){at.start + row.start, at.start + row.end},
			SPAN(""));
		if (first)
			wrap.width -= hang;
		else
			set->rows.at[set->rows.count - 1].indent += hang;
	}
	arena_rewind(&set->scratch, mark);
}

static void add_text(struct setting *set, enum row_kind kind, struct extent at)
{
	add_hanging(set, kind, at, 0);
}

/* Rows of words that do not stand in the text. */
static void add_made(struct setting *set, enum row_kind kind, struct span words, uint32_t offset)
{
	struct wrap wrap = wrap_of(words, set->width, set->arena);
	struct extent row;

	while (wrap_next(&wrap, &row))
		add_row(set, kind, (struct extent){offset, offset}, span_in(words, row));
}

/* The line of facts, broken only between two of them where each fits in a row. */
static void set_facts(struct setting *set, struct span facts)
{
	const struct span between = SPAN(" · ");
	size_t start = 0, fits = 0;

	while (fits < facts.len) {
		size_t end = span_find(facts, between, fits);
		if (fits > start && width_of(span_cut(facts, start, end)) > set->width) {
			add_made(set, ROW_FACTS, span_cut(facts, start, fits - between.len), 0);
			start = fits;
		}
		fits = end < facts.len ? end + between.len : end;
	}
	add_made(set, ROW_FACTS, span_cut(facts, start, facts.len), 0);
}

/* What the reader made of it, line by line. */
static void set_own(struct setting *set, struct span tags, struct span note)
{
	struct span line;
	const char *label = "Note: ";

	if (tags.len)
		add_made(set, ROW_FACTS,
			span_of(arena_format(set->arena, "Tags: %.*s", (int)tags.len, tags.at)), 0);
	while (span_line(&note, &line)) {
		if (span_trim(line).len)
			add_made(set, ROW_FACTS,
				span_of(arena_format(
					set->arena, "%s%.*s", label, (int)line.len, line.at)),
				0);
		label = "";
	}
}

static void set_block(struct setting *set, const struct epoch *epoch, article_id id)
{
	const struct article *article = set->article;
	struct buf facts;

	buf_init(&facts, set->arena);
	for (uint32_t i = 0; i < article->byline_count && i < WRITERS_MOST; i++) {
		buf_add(&facts, article->bylines[i]);
		buf_text(&facts, i + 1 < article->byline_count ? ", " : " · ");
	}
	if (article->byline_count > WRITERS_MOST)
		buf_text(&facts, "… · ");
	buf_text(&facts, reasons_facts(epoch, id, set->arena));
	if (article->title_from == FROM_LEAD)
		;
	else if (article->title_at.start < article->title_at.end)
		add_text(set, ROW_TITLE, article->title_at);
	else
		add_made(set, ROW_TITLE, article->title, 0);
	set_facts(set, buf_span(&facts));
}

/* The line after the run of furniture that begins at first; lines of the title block, which
 * are not shown here, do not end it.  Counts the furniture. */
static uint32_t furniture_end(const struct setting *set, uint32_t first, uint32_t *count)
{
	uint32_t end = first;

	*count = 0;
	for (uint32_t i = first; i < set->article->line_count; i++) {
		enum line_kind kind = set->facts->kinds[i];
		if (line_is_body(kind))
			break;
		if (kind == LINE_FURNITURE) {
			++*count;
			end = i + 1;
		}
	}
	return end;
}

/* A run of furniture; the line after it. */
static uint32_t set_fold(struct setting *set, uint32_t first)
{
	const struct line *lines = set->article->lines;
	uint32_t count;
	uint32_t end = furniture_end(set, first, &count);
	struct extent all = {lines[first].at.start, lines[end - 1].at.end};
	const char *words = arena_format(set->arena,
		P_("%u line of page furniture", "%u lines of page furniture", count), count);

	add_blank(set, all.start);
	add_row(set, ROW_FOLD, all, span_of(words));
	if (!set->furniture_open)
		return end;
	for (uint32_t i = first; i < end; i++)
		if (set->facts->kinds[i] == LINE_FURNITURE)
			add_text(set, ROW_FURNITURE, lines[i].at);
	return end;
}

static enum row_kind row_of(enum line_kind kind)
{
	if (kind == LINE_HEADING)
		return ROW_HEADING;
	return kind == LINE_CAPTION ? ROW_CAPTION : ROW_PARAGRAPH;
}

static enum hanging hanging_at(const struct setting *set, uint32_t line, int *width)
{
	*width = 0;
	if (line >= set->article->line_count || set->facts->kinds[line] != LINE_PARAGRAPH)
		return HANGING_NONE;
	return hanging_of(span_in(set->text, set->article->lines[line].at), width);
}

/* By how much an item of a list hangs: a number alone may be that of a day or a sentence. */
static int hang_of(const struct setting *set, uint32_t line)
{
	int width, other;
	enum hanging hanging = hanging_at(set, line, &width);

	if (set->indent == 0)
		return 0;
	if (hanging == HANGING_NUMBER && hanging_at(set, line + 1, &other) != HANGING_NUMBER &&
		(line == 0 || hanging_at(set, line - 1, &other) != HANGING_NUMBER))
		return 0;
	return width;
}

/* A heading belongs to what follows it, and stands nearer to that. */
static bool is_headed(const struct setting *set, enum line_kind kind)
{
	return kind == LINE_PARAGRAPH && set->rows.count > 0 &&
	       set->rows.at[set->rows.count - 1].kind == ROW_HEADING;
}

static void set_body(struct setting *set)
{
	const struct line *lines = set->article->lines;

	for (uint32_t i = 0; i < set->article->line_count;) {
		enum line_kind kind = set->facts->kinds[i];
		if (kind == LINE_FURNITURE) {
			i = set_fold(set, i);
			continue;
		}
		if (line_is_body(kind)) {
			if (!is_headed(set, kind))
				add_blank(set, lines[i].at.start);
			add_hanging(set, row_of(kind), lines[i].at, hang_of(set, i));
		}
		i++;
	}
}

/* Every line of the file, the blank ones too. */
static void set_raw(struct setting *set)
{
	struct span rest = set->text, line;

	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - set->text.at);
		struct extent at = {start, start + (uint32_t)line.len};
		if (span_trim(line).len == 0)
			add_row(set, ROW_BLANK, (struct extent){start, start}, SPAN(""));
		else
			add_text(set, ROW_RAW, at);
	}
}

void page_make(
	const struct epoch *epoch, struct page_wish wish, struct page *page, struct arena *arena)
{
	const struct article *article = epoch_article(epoch, wish.article);
	struct setting set = {.article = article,
		.facts = epoch_facts(epoch, wish.article),
		.arena = arena,
		.text = wish.raw ? article->saved : article->text,
		.width = wish.width > 0 ? wish.width : 1,
		.indent = wish.width < INDENT_WIDTH ? 0 : INDENT,
		.furniture_open = wish.furniture_open};

	*page = (struct page){.width = set.width,
		.raw = wish.raw,
		.furniture_open = wish.furniture_open,
		.airy = wish.airy};
	if (wish.raw) {
		set_raw(&set);
	} else {
		if (wish.airy)
			add_row(&set, ROW_BLANK, (struct extent){0, 0}, SPAN(""));
		set_block(&set, epoch, wish.article);
		set_own(&set, wish.tags, wish.note);
		page->block = set.rows.count;
		set_body(&set);
	}
	arena_clear(&set.scratch);
	page->rows = set.rows.at;
	page->row_count = set.rows.count;
}

uint32_t page_row(const struct page *page, uint32_t offset)
{
	uint32_t low = page->block, high = page->row_count;

	if (offset == 0)
		return 0;
	for (uint32_t i = 0; i < page->block; i++)
		if (offset >= page->rows[i].at.start && offset < page->rows[i].at.end)
			return i;
	/* The first row that begins after the offset; the one before it shows it. */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (page->rows[middle].at.start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low == page->block ? 0 : low - 1;
}

bool page_shows(const struct page *page, uint32_t offset)
{
	uint32_t row = page_row(page, offset);

	return row < page->row_count && offset >= page->rows[row].at.start &&
	       offset < page->rows[row].at.end;
}

uint32_t page_offset(const struct page *page, uint32_t row)
{
	if (row >= page->row_count)
		row = page->row_count > 0 ? page->row_count - 1 : 0;
	return row < page->block || page->row_count == 0 ? 0 : page->rows[row].at.start;
}
