#include "app/page-edge.h"

#include "app/hanging.h"
#include "base/buf.h"
#include "text/width.h"

#define BAR_COLS 2 /* of a bar, and of a list in another */

static struct line_set set_at(const struct setting *set, uint32_t line)
{
	const struct article *article = set->article;

	return set->indent && line < article->set_count ? article->sets[line]
							: (struct line_set){0};
}

static enum hanging hanging_at(const struct setting *set, uint32_t line, int *width)
{
	*width = 0;
	if (line >= set->article->line_count || set->facts->kinds[line] != LINE_PARAGRAPH)
		return HANGING_NONE;
	return hanging_of(span_in(set->text, set->article->lines[line].at), width);
}

/* By how much an item of a list hangs: a number alone may be that of a day or a sentence, unless
 * the document says that it is an item. */
static int hang_of(const struct setting *set, uint32_t line)
{
	int width, other;
	enum hanging hanging = hanging_at(set, line, &width);

	if (set->indent == 0)
		return 0;
	if (hanging == HANGING_NUMBER && set_at(set, line).item == 0 &&
		hanging_at(set, line + 1, &other) != HANGING_NUMBER &&
		(line == 0 || hanging_at(set, line - 1, &other) != HANGING_NUMBER))
		return 0;
	return width;
}

static void add_blanks(struct buf *buf, int cols)
{
	for (int i = 0; i < cols; i++)
		buf_char(buf, ' ');
}

/* Bars, then blanks up to a width. */
static struct span edge_words(struct setting *set, int bars, int width)
{
	struct buf words;

	buf_init(&words, set->arena);
	for (int i = 0; i < bars; i++)
		buf_text(&words, "│ ");
	add_blanks(&words, width - bars * BAR_COLS);
	return buf_span(&words);
}

/* "• ", "12. ". */
static const char *sign_of(struct setting *set, struct line_set own)
{
	return own.item == ITEM_BULLET ? "• " : arena_format(set->arena, "%u. ", own.item);
}

struct setting_edge page_edge(struct setting *set, uint32_t line, int *sign)
{
	struct line_set own = set_at(set, line);
	int bars = own.quoted, hang = hang_of(set, line);
	int inner = own.listed > 1 ? (own.listed - 1) * BAR_COLS : 0;
	int indent = bars * BAR_COLS + inner;
	struct setting_edge edge = {.first = SPAN(""), .later = SPAN(""), .hang = hang};
	struct buf first;

	if (own.quoted == 0 && own.listed == 0)
		return edge;
	buf_init(&first, set->arena);
	buf_add(&first, edge_words(set, bars, indent));
	if (own.item && hang == 0) {
		const char *words = sign_of(set, own);
		*sign = width_of(span_of(words));
		buf_text(&first, words);
	} else if (own.item) {
		*sign = hang; /* it has one of its own */
	} else if (own.listed) {
		add_blanks(&first, *sign);
	}
	edge.indent = own.listed && (own.item == 0 || hang == 0) ? indent + *sign : indent;
	edge.first = buf_span(&first);
	edge.later = edge_words(set, bars, edge.indent + hang);
	return edge;
}

struct setting_edge page_edge_between(struct setting *set, uint32_t before, uint32_t line)
{
	int above = set_at(set, before).quoted, below = set_at(set, line).quoted;
	int bars = above < below ? above : below;

	return (struct setting_edge){
		.first = edge_words(set, bars, bars * BAR_COLS), .indent = bars * BAR_COLS};
}

bool page_edge_is_close(const struct setting *set, uint32_t before, uint32_t line)
{
	struct line_set above = set_at(set, before), own = set_at(set, line);

	return own.item && above.listed && above.quoted == own.quoted;
}
