#include "article/html-form.h"

#include "text/fold.h"

#include <math.h>
#include <string.h>

#define LONG_WORDS 8.f   /* a line of so many words counts for its element */
#define PLAIN_WORDS 10.f /* so many, and it counts for the mass of text */
#define REACH 5          /* elements above a line that its text counts for */
#define NEAR 2           /* elements above a block that are near it */

/* The tree with the text below each of its elements. */
struct weight_tree {
	const struct html_outline *outline;
	const struct line_table *table;
	const uint32_t *places;
	float *score;              /* of each node, as Readability counts */
	float *mass;               /* bytes of plain text below each node */
	uint32_t best, half, most; /* nodes */
	float all;
};

static const struct html_line *line_of(const struct weight_tree *tree, uint32_t line)
{
	return &tree->outline->lines.at[tree->places[line]];
}

static float link_share(const struct html_line *line)
{
	return line->len ? (float)line->link_len / (float)line->len : 0;
}

const uint32_t *html_places(
	const struct html_outline *outline, const struct line_table *table, struct arena *arena)
{
	uint32_t *places = ARENA_ARRAY(arena, uint32_t, table->count);

	for (uint32_t i = 0, place = 0; i < table->count; i++) {
		while (place + 1 < outline->lines.count &&
			outline->lines.at[place].at.end <= table->at[i].at.start)
			place++;
		places[i] = place;
	}
	return places;
}

static uint32_t commas_of(struct span text)
{
	uint32_t commas = 0;

	for (size_t at = 0; (at = span_find(text, SPAN(","), at)) < text.len; at++)
		commas++;
	for (size_t at = 0; (at = span_find(text, SPAN("，"), at)) < text.len; at++)
		commas++;
	return commas;
}

/* A paragraph counts for the elements around it, less the further they are. */
static void score_add(struct weight_tree *tree, uint32_t line)
{
	const struct html_line *at = line_of(tree, line);
	const struct html_nodes *nodes = &tree->outline->nodes;
	float share = 1, worth = 1 + (float)commas_of(line_span(tree->table, line));

	worth = (worth + fminf(3, (float)at->len / 100)) * (1 - link_share(at));
	uint32_t node = nodes->at[at->block].parent;
	for (int i = 0; i < REACH && node != HTML_NONE; i++) {
		tree->score[node] += worth * share;
		share *= i == 0 ? .5f : .6f;
		node = nodes->at[node].parent;
	}
}

/* The deepest element that holds this share of the text. */
static uint32_t deepest_with(const struct weight_tree *tree, float share)
{
	const struct html_nodes *nodes = &tree->outline->nodes;
	uint32_t found = 0;

	for (uint32_t i = 1; i < nodes->count; i++)
		if (tree->mass[i] >= share * tree->all &&
			nodes->at[i].depth > nodes->at[found].depth)
			found = i;
	return found;
}

static struct weight_tree tree_of(const struct html_outline *outline,
	const struct line_table *table, const uint32_t *places, struct arena *arena)
{
	uint32_t count = outline->nodes.count;
	struct weight_tree tree = {outline, table, places, ARENA_ARRAY(arena, float, count),
		ARENA_ARRAY(arena, float, count), 0, 0, 0, 1};

	for (uint32_t i = 0; i < table->count; i++) {
		const struct html_line *line = line_of(&tree, i);
		if (link_share(line) >= .5f)
			continue;
		if (table->at[i].words >= LONG_WORDS)
			score_add(&tree, i);
		if (table->at[i].words >= PLAIN_WORDS)
			tree.mass[line->block] += (float)(line->len - line->link_len);
	}
	for (uint32_t i = count; i-- > 1;)
		tree.mass[outline->nodes.at[i].parent] += tree.mass[i];
	if (count && tree.mass[0] > 0)
		tree.all = tree.mass[0];
	for (uint32_t i = 1; i < count; i++)
		if (tree.score[i] > tree.score[tree.best])
			tree.best = i;
	tree.half = deepest_with(&tree, .5f);
	tree.most = deepest_with(&tree, .75f);
	return tree;
}

/* How many steps up from node to above; HTML_NONE when it is not above. */
static uint32_t steps_up(const struct html_nodes *nodes, uint32_t node, uint32_t above)
{
	uint32_t steps = nodes->at[node].depth - nodes->at[above].depth;

	if (nodes->at[node].depth < nodes->at[above].depth)
		return HTML_NONE;
	for (uint32_t i = 0; i < steps; i++)
		node = nodes->at[node].parent;
	return node == above ? steps : HTML_NONE;
}

static void row_of_links(const struct html_line *line, float *row)
{
	float share = link_share(line);

	row[HTML_FEATURE_LINK_SHARE] = share;
	row[HTML_FEATURE_LINKED] = share > .9f;
	row[HTML_FEATURE_UNLINKED] = line->link_len == 0;
}

static void row_of_tags(const struct html_nodes *nodes, const struct html_line *line, float *row)
{
	static const enum html_feature own[HTML_TAG_COUNT] = {[HTML_P] = HTML_FEATURE_P,
		[HTML_LI] = HTML_FEATURE_LI,
		[HTML_H1] = HTML_FEATURE_H1,
		[HTML_H2] = HTML_FEATURE_H2,
		[HTML_H3] = HTML_FEATURE_H3,
		[HTML_H4] = HTML_FEATURE_H4,
		[HTML_CELL] = HTML_FEATURE_CELL,
		[HTML_DIV] = HTML_FEATURE_DIV,
		[HTML_BLOCKQUOTE] = HTML_FEATURE_QUOTE,
		[HTML_FIGCAPTION] = HTML_FEATURE_CAPTION,
		[HTML_PRE] = HTML_FEATURE_PRE};
	static const struct {
		enum html_tag tag;
		enum html_feature feature;
	} around[] = {{HTML_NAV, HTML_FEATURE_IN_NAV}, {HTML_FOOTER, HTML_FEATURE_IN_FOOTER},
		{HTML_HEADER, HTML_FEATURE_IN_HEADER}, {HTML_ASIDE, HTML_FEATURE_IN_ASIDE},
		{HTML_ARTICLE, HTML_FEATURE_IN_ARTICLE}, {HTML_MAIN, HTML_FEATURE_IN_MAIN},
		{HTML_FORM, HTML_FEATURE_IN_FORM}, {HTML_TABLE, HTML_FEATURE_IN_TABLE},
		{HTML_LIST, HTML_FEATURE_IN_LIST}, {HTML_FIGURE, HTML_FEATURE_IN_FIGURE},
		{HTML_BUTTON, HTML_FEATURE_IN_BUTTON}, {HTML_SECTION, HTML_FEATURE_IN_SECTION}};
	const struct html_node *block = &nodes->at[line->block];

	row[own[block->tag] ? own[block->tag] : HTML_FEATURE_OTHER] = 1;
	for (size_t i = 0; i < COUNT(around); i++)
		row[around[i].feature] = (float)(block->tags >> around[i].tag & 1);
	row[HTML_FEATURE_DEPTH] = fminf(30, (float)block->depth) / 10;
}

static void row_of_cues(const struct html_nodes *nodes, const struct html_line *line, float *row)
{
	uint32_t near = 0, node = line->inside, left = NEAR;

	while (node != HTML_NONE && nodes->at[node].depth + left > nodes->at[line->block].depth) {
		near |= nodes->at[node].own_cues;
		node = nodes->at[node].parent;
	}
	for (unsigned i = 0; i < HTML_CUE_COUNT; i++) {
		row[HTML_FEATURE_COMMENT + i] = (float)(nodes->at[line->inside].cues >> i & 1);
		row[HTML_FEATURE_NEAR_COMMENT + i] = (float)(near >> i & 1);
	}
}

static void row_of_mass(const struct weight_tree *tree, const struct html_line *line, float *row)
{
	const struct html_nodes *nodes = &tree->outline->nodes;
	uint32_t steps = steps_up(nodes, line->block, tree->best);
	uint32_t parent = nodes->at[line->block].parent;
	uint32_t beside = nodes->at[tree->best].parent;

	row[HTML_FEATURE_BEST] = steps != HTML_NONE;
	row[HTML_FEATURE_BEST_DEPTH] = steps != HTML_NONE ? fminf((float)steps, 15) / 5 : 0;
	row[HTML_FEATURE_BESIDE_BEST] =
		beside != HTML_NONE && steps_up(nodes, line->block, beside) != HTML_NONE;
	row[HTML_FEATURE_HALF] = steps_up(nodes, line->block, tree->half) != HTML_NONE;
	row[HTML_FEATURE_MOST] = steps_up(nodes, line->block, tree->most) != HTML_NONE;
	if (parent == HTML_NONE)
		return;
	row[HTML_FEATURE_PARENT_SHARE] = tree->mass[parent] / tree->all;
	parent = nodes->at[parent].parent;
	if (parent != HTML_NONE)
		row[HTML_FEATURE_GRAND_SHARE] = tree->mass[parent] / tree->all;
}

/* Words of the title, by the hashes that the table keeps of lines. */
struct title_words {
	struct line_table table;
};

static float shared_words(const struct title_words *title, const struct line_table *table,
	const struct line_form *line)
{
	uint32_t shared = 0, all = title->table.key_count + line->key_count;

	for (uint32_t i = 0; i < line->key_count && line->key_count < 40; i++)
		for (uint32_t k = 0; k < title->table.key_count && k < 40; k++)
			shared += table->keys[line->first_key + i] == title->table.keys[k];
	return all > shared ? (float)shared / (float)(all - shared) : 0;
}

static void row_of_place(const struct weight_tree *tree, uint32_t line, uint32_t h1, float *row)
{
	uint32_t count = tree->table->count;
	uint32_t apart = line > h1 ? line - h1 : h1 - line;

	row[HTML_FEATURE_PLACE] = (float)line / (float)count;
	row[HTML_FEATURE_AFTER_H1] = h1 < count && line > h1;
	row[HTML_FEATURE_FROM_H1] = h1 < count ? fminf(50, (float)apart) / 50 : 1;
	row[HTML_FEATURE_LOG_WORDS] = logf(1 + tree->table->at[line].words);
}

const float *html_rows(const struct html_outline *outline, const struct line_table *table,
	const uint32_t *places, struct span title, struct arena *arena)
{
	float *rows = ARENA_ARRAY(arena, float, (size_t)table->count *HTML_FEATURE_COUNT);
	struct weight_tree tree = tree_of(outline, table, places, arena);
	struct title_words words = {0};
	uint32_t h1 = HTML_NONE;

	lines_read(&words.table, title, LANGUAGE_NONE, NULL, arena);
	for (uint32_t i = table->count; i-- > 0;)
		if (outline->nodes.at[line_of(&tree, i)->block].tag == HTML_H1)
			h1 = i;
	for (uint32_t i = 0; i < table->count; i++) {
		float *row = rows + (size_t)i * HTML_FEATURE_COUNT;
		const struct html_line *line = line_of(&tree, i);
		row_of_links(line, row);
		row_of_tags(&outline->nodes, line, row);
		row_of_cues(&outline->nodes, line, row);
		row_of_mass(&tree, line, row);
		row_of_place(&tree, i, h1, row);
		row[HTML_FEATURE_TITLE_LIKE] = shared_words(&words, table, &table->at[i]);
	}
	return rows;
}
