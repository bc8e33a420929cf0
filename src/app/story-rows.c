#include "app/story-rows.h"

#include "app/export.h"
#include "base/message.h"
#include "base/vec.h"
#include "store/epoch-walk.h"
#include "text/width.h"

#include <stdlib.h>

#define PEOPLE_MOST 8u /* of a story that are told */

static int by_last_day(const void *a, const void *b)
{
	const struct story_row *x = a, *y = b;

	if (x->story->to != y->story->to)
		return x->story->to > y->story->to ? -1 : 1;
	return x->articles[0] < y->articles[0] ? -1 : x->articles[0] > y->articles[0];
}

static void take_articles(const struct result *result, struct story_row *row, struct arena *arena)
{
	article_id *articles = ARENA_ARRAY(arena, article_id, row->story->count);

	for (uint32_t i = 0; i < row->story->count; i++) {
		article_id id = row->story->articles[i];
		if (result->bits[id / 64] >> id % 64 & 1)
			articles[row->count++] = id;
	}
	row->articles = articles;
}

struct named {
	uint32_t actor, articles;
};

VEC_OF(struct named, named_list);

static int by_actor(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	return x->actor < y->actor ? -1 : x->actor > y->actor;
}

/* Actors are numbered by how many articles name them, so of equals the better known is first. */
static int by_articles(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	if (x->articles != y->articles)
		return x->articles > y->articles ? -1 : 1;
	return by_actor(a, b);
}

/* Each actor once, with the number of articles that name it. */
static struct named_list count_people(
	const struct epoch *epoch, const struct story_row *row, struct arena *scratch)
{
	struct named_list all = {.count = 0};
	uint32_t kept = 0;

	for (uint32_t i = 0; i < row->count; i++) {
		uint32_t count;
		const uint32_t *people = epoch_people(epoch, row->articles[i], &count);
		for (uint32_t k = 0; k < count; k++)
			*vec_push(scratch, &all) = (struct named){people[k], 1};
	}
	if (all.count > 1)
		qsort(all.at, all.count, sizeof *all.at, by_actor);
	for (uint32_t i = 0; i < all.count; i++) {
		if (kept && all.at[kept - 1].actor == all.at[i].actor)
			all.at[kept - 1].articles++;
		else
			all.at[kept++] = all.at[i];
	}
	all.count = kept;
	return all;
}

static void take_people(const struct epoch *epoch, struct story_row *row, struct arena *arena)
{
	uint32_t *people = ARENA_ARRAY(arena, uint32_t, PEOPLE_MOST);
	struct arena scratch;

	arena_init(&scratch);
	struct named_list named = count_people(epoch, row, &scratch);
	if (named.count > 1)
		qsort(named.at, named.count, sizeof *named.at, by_articles);
	for (uint32_t i = 0; i < named.count && row->people_count < PEOPLE_MOST; i++)
		if (named.at[i].articles > 1)
			people[row->people_count++] = named.at[i].actor;
	row->people = people;
	arena_clear(&scratch);
}

uint32_t story_rows_make(const struct epoch *epoch, const struct result *result,
	struct story_row **rows, struct arena *arena)
{
	const struct stories *stories = epoch_stories(epoch);
	uint32_t count = 0;

	*rows = ARENA_ARRAY(arena, struct story_row, stories->count);
	for (uint32_t i = 0; i < stories->count; i++) {
		struct story_row *row = &(*rows)[count];
		*row = (struct story_row){.story = &stories->at[i]};
		take_articles(result, row, arena);
		if (row->count == 0)
			continue;
		take_people(epoch, row, arena);
		count++;
	}
	if (count > 1)
		qsort(*rows, count, sizeof **rows, by_last_day);
	return count;
}

/* --- rows --------------------------------------------------------------------------------- */

static void add_day(struct buf *buf, int32_t day)
{
	if (day == DAY_NONE)
		buf_text(buf, "null");
	else
		buf_format(buf, "\"%s\"", day_iso(day, PRECISION_DAY, buf->arena));
}

static void add_json(const struct listing *listing, const struct story_row *row, struct buf *buf)
{
	const struct story *story = row->story;

	buf_format(buf, "{\"story\":%u,\"title\":", story->articles[0]);
	export_title(buf, epoch_article(listing->epoch, story->central));
	buf_text(buf, ",\"from\":");
	add_day(buf, story->from);
	buf_text(buf, ",\"to\":");
	add_day(buf, story->to);
	buf_text(buf, ",\"articles\":[");
	for (uint32_t i = 0; i < row->count; i++) {
		buf_text(buf, i ? "," : "");
		export_string(buf, span_of(epoch_path(listing->epoch, row->articles[i])));
	}
	buf_text(buf, "],\"people\":[");
	for (uint32_t i = 0; i < row->people_count; i++) {
		buf_text(buf, i ? "," : "");
		export_string(buf, span_of(epoch_actor(listing->epoch, row->people[i])->name));
	}
	buf_text(buf, "]}\n");
}

static void add_line(const struct listing *listing, struct buf *buf, const struct buf *line)
{
	struct span shown = harmless(buf_span(line), buf->arena);

	if (listing->width)
		shown = width_clip(shown, listing->width, buf->arena);
	buf_add(buf, shown);
	buf_char(buf, '\n');
}

void story_rows_row(const struct listing *listing, const struct story_row *row, struct buf *buf)
{
	const struct story *story = row->story;
	struct buf line;

	if (listing->json) {
		add_json(listing, row, buf);
		return;
	}
	buf_init(&line, buf->arena);
	buf_format(&line, "%*u  ", listing->id_width, story->articles[0]);
	buf_text(&line, story->from == DAY_NONE ? _("undated")
						: days_long(story->from, story->to, buf->arena));
	buf_format(&line, P_("  %u article  ", "  %u articles  ", row->count), row->count);
	buf_add(&line, epoch_title(listing->epoch, story->central));
	add_line(listing, buf, &line);
	if (row->people_count == 0)
		return;
	buf_reset(&line);
	buf_format(&line, "%*s  ", listing->id_width, "");
	for (uint32_t i = 0; i < row->people_count; i++)
		buf_format(&line, "%s%s", i ? ", " : "",
			epoch_actor(listing->epoch, row->people[i])->name);
	add_line(listing, buf, &line);
}
