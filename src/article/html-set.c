#include "article/html-set.h"

#include "article/html-elements.h"

#define ITEM_LINES 3u /* an item that has more is none of a list */

/* What is around an element, itself included. */
struct around {
	uint32_t item;  /* node: the innermost item; 0: none */
	uint32_t lines; /* of an item: those that stand in no item within it */
	bool is_layout; /* of an item: it is none of a list */
	uint32_t items; /* of a list: the items that were met */
	struct line_set set;
};

static bool is_set_apart(const struct html_outline *outline)
{
	uint32_t tags = 0;

	for (uint32_t i = 0; i < outline->nodes.count; i++)
		tags |= 1u << outline->nodes.at[i].tag;
	return tags & (1u << HTML_LI | 1u << HTML_BLOCKQUOTE);
}

static void find_items(const struct html_outline *outline, struct around *arounds)
{
	const struct html_nodes *nodes = &outline->nodes;

	for (uint32_t i = 1; i < nodes->count; i++)
		arounds[i].item =
			nodes->at[i].tag == HTML_LI ? i : arounds[nodes->at[i].parent].item;
	for (uint32_t i = 0; i < outline->lines.count; i++) {
		const struct html_line *line = &outline->lines.at[i];
		struct around *item = &arounds[arounds[line->inside].item];
		enum html_tag tag = nodes->at[line->block].tag;
		item->lines++;
		item->is_layout |= item->lines > ITEM_LINES || html_text_kind(tag) == LINE_HEADING;
	}
}

static uint8_t deeper(uint8_t depth)
{
	return depth < SET_MOST ? (uint8_t)(depth + 1) : depth;
}

static uint8_t number_of(const struct html_node *list, struct around *around)
{
	uint32_t number = list->first + around->items++;

	return list->first && number < ITEM_BULLET ? (uint8_t)number : ITEM_BULLET;
}

/* Parents stand before their children. */
static void find_sets(const struct html_nodes *nodes, struct around *arounds)
{
	for (uint32_t i = 1; i < nodes->count; i++) {
		const struct html_node *node = &nodes->at[i];
		struct line_set *set = &arounds[i].set;
		*set = arounds[node->parent].set;
		if (node->tag == HTML_BLOCKQUOTE)
			set->quoted = deeper(set->quoted);
		if (node->tag != HTML_LI)
			continue;
		set->item = number_of(&nodes->at[node->parent], &arounds[node->parent]);
		if (!arounds[i].is_layout)
			set->listed = deeper(set->listed);
	}
}

/* Whether the extent lies in the line. */
static bool holds(const struct html_line *line, uint32_t base, struct extent at)
{
	return at.start >= base + line->at.start && at.end <= base + line->at.end;
}

static void take_lines(const struct html_outline *outline, uint32_t base,
	const struct around *arounds, struct article *article)
{
	const struct html_lines *lines = &outline->lines;
	uint32_t k = 0,
		 last = 0; /* node: the last item that was met; later ones have higher numbers */

	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		while (k + 1 < lines->count && base + lines->at[k].at.end <= line->at.start)
			k++;
		if (k >= lines->count || !holds(&lines->at[k], base, line->at))
			continue;
		uint32_t item = arounds[lines->at[k].inside].item;
		struct line_set set = arounds[lines->at[k].inside].set;
		bool begins = item > last && !arounds[item].is_layout;
		article->sets[i] = (struct line_set){set.quoted, set.listed, begins ? set.item : 0};
		if (line_is_body(line->kind) && item > last)
			last = item;
	}
}

/* Takes away what is around all paragraphs; whether anything is left. */
static bool level(struct article *article)
{
	struct line_set least = {SET_MOST, SET_MOST, 0};
	bool left = false;

	for (uint32_t i = 0; i < article->line_count; i++) {
		struct line_set set = article->sets[i];
		if (article->lines[i].kind != LINE_PARAGRAPH)
			continue;
		least.quoted = set.quoted < least.quoted ? set.quoted : least.quoted;
		least.listed = set.listed < least.listed ? set.listed : least.listed;
	}
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct line_set *set = &article->sets[i];
		set->quoted -= set->quoted < least.quoted ? set->quoted : least.quoted;
		set->listed -= set->listed < least.listed ? set->listed : least.listed;
		set->item = set->listed ? set->item : 0;
		left |= set->quoted || set->listed;
	}
	return left;
}

uint32_t html_set_first(struct span start)
{
	uint32_t number = 0;

	for (size_t i = 0; i < start.len && i < 4; i++)
		if (start.at[i] >= '0' && start.at[i] <= '9')
			number = number * 10 + (uint32_t)(start.at[i] - '0');
	return number ? number : 1;
}

void html_sets_apply(const struct html_outline *outline, uint32_t base, struct article *article,
	struct arena *arena)
{
	struct arena scratch;

	if (!is_set_apart(outline))
		return;
	arena_init(&scratch);
	struct around *arounds = ARENA_ARRAY(&scratch, struct around, outline->nodes.count);
	article->sets = ARENA_ARRAY(arena, struct line_set, article->line_count);
	find_items(outline, arounds);
	find_sets(&outline->nodes, arounds);
	take_lines(outline, base, arounds, article);
	if (level(article))
		article->set_count = article->line_count;
	else
		article->sets = NULL;
	arena_clear(&scratch);
}
