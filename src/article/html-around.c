#include "article/html-around.h"

#include "article/context.h"
#include "base/map.h"

#include <math.h>

#define STEPS 3 /* elements above a line's block that its score counts for */

/* Sums over the lines of one element, or of one kind. */
struct group {
	float score, weight; /* of clipped scores by weight */
	float words, good;   /* all; those of good lines */
	float count;
};

struct groups {
	struct group *nodes;     /* of each element */
	struct group *kinds;     /* of kinds of elements, as they come */
	const uint32_t *kind_of; /* of each line: its place there */
};

/* A line with its score; long ones tell more of an element than short ones. */
struct scored {
	float score, weight, words;
};

static struct scored scored(const struct line_form *line, float score)
{
	return (struct scored){
		context_clip(score, SCORE_LOW, SCORE_HIGH), sqrtf(1 + line->words), line->words};
}

static void group_add(struct group *group, struct scored line)
{
	group->score += line.weight * line.score;
	group->weight += line.weight;
	group->words += line.words;
	group->good += line.score > 0 ? line.words : 0;
	group->count++;
}

/* The mean of the others. */
static float mean_without(const struct group *group, struct scored line)
{
	if (group->count < 2)
		return -1;
	return (group->score - line.weight * line.score) / (group->weight - line.weight);
}

static float mean_words(const struct group *group, struct scored line)
{
	return group->count < 2 ? 0 : (group->words - line.words) / (group->count - 1);
}

static struct groups groups_of(const struct html_outline *outline, const struct line_table *table,
	const uint32_t *places, const float *scores, struct arena *arena)
{
	uint32_t *kind_of = ARENA_ARRAY(arena, uint32_t, table->count);
	struct groups groups = {ARENA_ARRAY(arena, struct group, outline->nodes.count),
		ARENA_ARRAY(arena, struct group, table->count), kind_of};
	struct map kinds;

	map_init(&kinds, arena);
	for (uint32_t i = 0; i < table->count; i++) {
		uint32_t node = outline->lines.at[places[i]].block;
		struct scored line = scored(&table->at[i], scores[i]);
		bool made;
		struct map_entry *kind =
			map_put_number(&kinds, outline->nodes.at[node].kind, &made);
		if (made)
			kind->value = kinds.count - 1;
		kind_of[i] = kind->value;
		group_add(&groups.kinds[kind->value], line);
		for (int step = 0; step < STEPS && node != HTML_NONE; step++) {
			node = outline->nodes.at[node].parent;
			if (node != HTML_NONE)
				group_add(&groups.nodes[node], line);
		}
	}
	return groups;
}

static void row_make(const struct groups *groups, const struct html_outline *outline,
	uint32_t block, uint32_t i, struct scored line, float *row)
{
	static const struct group none = {0};
	const struct group *up[STEPS] = {&none, &none, &none}, *kind;
	uint32_t node = outline->nodes.at[block].parent;

	for (int step = 0; step < STEPS && node != HTML_NONE; step++) {
		up[step] = &groups->nodes[node];
		node = outline->nodes.at[node].parent;
	}
	kind = &groups->kinds[groups->kind_of[i]];
	row[HTML_AROUND_PARENT_MEAN] = mean_without(up[0], line);
	row[HTML_AROUND_PARENT_COUNT] = logf(1 + up[0]->count);
	row[HTML_AROUND_PARENT_WORDS] = mean_words(up[0], line);
	row[HTML_AROUND_GRAND_MEAN] = mean_without(up[1], line);
	row[HTML_AROUND_GRAND_COUNT] = logf(1 + up[1]->count);
	row[HTML_AROUND_GREAT_MEAN] = mean_without(up[2], line);
	row[HTML_AROUND_ALIKE_MEAN] = mean_without(kind, line);
	row[HTML_AROUND_ALIKE_COUNT] = logf(kind->count);
	row[HTML_AROUND_ALIKE_WORDS] = mean_words(kind, line);
	row[HTML_AROUND_ALIKE_SHARE] = kind->words > 0 ? kind->good / kind->words : 0;
}

const float *html_around(const struct html_outline *outline, const struct line_table *table,
	const uint32_t *places, const float *scores, struct arena *arena)
{
	float *rows = ARENA_ARRAY(arena, float, (size_t)table->count *HTML_AROUND_COUNT);
	struct groups groups = groups_of(outline, table, places, scores, arena);

	for (uint32_t i = 0; i < table->count; i++)
		row_make(&groups, outline, outline->lines.at[places[i]].block, i,
			scored(&table->at[i], scores[i]), rows + (size_t)i * HTML_AROUND_COUNT);
	return rows;
}
