#include "app/sides.h"

#include "app/reasons.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/vec.h"
#include "know/compare.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "text/wrap.h"

#include <stdlib.h>

#define NAMES_SHOWN 6u
#define DAYS_SHOWN 4u
#define RELATED_MOST 10u
#define STORY_MOST 64u /* articles of a story that are looked at */

VEC_OF(struct sides_row, side_rows);
VEC_OF(struct extent, row_extents);

/* Two articles on their way. */
struct laying {
	const struct epoch *epoch;
	struct sides *sides;
	struct side_rows rows;
	struct arena *arena;
};

static struct span text_of(const struct laying *lay, int side)
{
	return epoch_text(lay->epoch, lay->sides->side[side].id);
}

/* --- rows ------------------------------------------------------------------------------- */

static struct row_extents wrapped(const struct laying *lay, int side, struct extent paragraph)
{
	struct row_extents rows = {0};
	struct wrap wrap =
		wrap_of(span_in(text_of(lay, side), paragraph), lay->sides->width, lay->arena);
	struct extent row;

	wrap.squeezes = true;
	while (paragraph.start < paragraph.end && wrap_next(&wrap, &row))
		*vec_push(lay->arena, &rows) =
			(struct extent){paragraph.start + row.start, paragraph.start + row.end};
	return rows;
}

static void add_blank(struct laying *lay)
{
	if (lay->rows.count)
		vec_push(lay->arena, &lay->rows);
}

static void add_beside(struct laying *lay, struct extent left, struct extent right)
{
	struct row_extents rows[] = {wrapped(lay, 0, left), wrapped(lay, 1, right)};

	add_blank(lay);
	for (uint32_t i = 0; i < rows[0].count || i < rows[1].count; i++) {
		struct sides_row *row = vec_push(lay->arena, &lay->rows);
		row->first = i == 0;
		row->paired = true;
		for (int side = 0; side < 2; side++)
			if (i < rows[side].count)
				row->at[side] = rows[side].at[i];
	}
}

static void add_one(
	struct laying *lay, int side, enum sides_whose whose, struct extent paragraph, bool paired)
{
	struct row_extents rows = wrapped(lay, side, paragraph);

	add_blank(lay);
	for (uint32_t i = 0; i < rows.count; i++) {
		struct sides_row *row = vec_push(lay->arena, &lay->rows);
		row->whose = whose;
		row->first = i == 0;
		row->paired = paired;
		row->at[side] = rows.at[i];
	}
}

/* Whether a paragraph holds anything that only its text has. */
static bool has_own(const struct side *side, struct extent paragraph)
{
	uint32_t low = 0, high = side->mark_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (side->marks[middle].end <= paragraph.start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < side->mark_count && side->marks[low].start < paragraph.end;
}

/* Above each other: a pair of paragraphs, either of which may be empty; the same one is shown
 * once. */
static void add_pair(struct laying *lay, struct extent left, struct extent right)
{
	const struct side *side = lay->sides->side;
	bool both = left.start < left.end && right.start < right.end;

	if (both && !has_own(&side[0], left) && !has_own(&side[1], right)) {
		add_one(lay, 0, SIDES_BOTH, left, true);
	} else {
		if (left.start < left.end)
			add_one(lay, 0, SIDES_LEFT, left, both);
		if (right.start < right.end)
			add_one(lay, 1, SIDES_RIGHT, right, both);
	}
}

/* A text's paragraphs without their like, from a row on. */
static void add_run(struct laying *lay, int side, uint32_t at, const struct comparison *found,
	uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		struct row_extents rows = wrapped(lay, side, found->pairs[i].at[side]);
		if (rows.count == 0)
			continue;
		at += lay->rows.count && at > 0; /* a blank row */
		while (lay->rows.count < at + rows.count)
			vec_push(lay->arena, &lay->rows);
		lay->rows.at[at].first = true;
		for (uint32_t k = 0; k < rows.count; k++)
			lay->rows.at[at + k].at[side] = rows.at[k];
		at += rows.count;
	}
}

static bool is_pair(const struct extent at[2])
{
	return at[0].start < at[0].end && at[1].start < at[1].end;
}

/* Beside each other: what lies between two pairs begins on both sides in the same row, so that
 * neither half stands empty while the other one goes on. */
static void add_halves(struct laying *lay, const struct comparison *found)
{
	for (uint32_t i = 0, end; i < found->pair_count; i = end) {
		const struct extent *at = found->pairs[i].at;

		end = i + 1;
		if (is_pair(at)) {
			add_beside(lay, at[0], at[1]);
			lay->sides->alike = true;
			continue;
		}
		while (end < found->pair_count && !is_pair(found->pairs[end].at))
			end++;
		uint32_t row = lay->rows.count;
		add_run(lay, 0, row, found, i, end);
		add_run(lay, 1, row, found, i, end);
	}
}

/* --- what only one has ------------------------------------------------------------------ */

static bool names(const struct facts *facts, uint32_t actor)
{
	for (uint32_t i = 0; i < facts->people_count; i++)
		if (facts->people[i] == actor)
			return true;
	return false;
}

/* A name or a day, of which no row ends inside. */
static void add_whole(struct buf *buf, uint32_t before, const char *words)
{
	buf_text(buf, before ? ", " : " · ");
	for (; *words; words++)
		if (*words == ' ')
			buf_text(buf, "\xc2\xa0");
		else
			buf_char(buf, *words);
}

static void add_own_people(const struct laying *lay, const struct facts *facts,
	const struct facts *other, struct buf *buf)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->people_count; i++) {
		if (names(other, facts->people[i]))
			continue;
		if (count < NAMES_SHOWN)
			add_whole(buf, count, epoch_actor(lay->epoch, facts->people[i])->name);
		count++;
	}
	if (count > NAMES_SHOWN)
		buf_format(buf, " +%u", count - NAMES_SHOWN);
}

static bool speaks_of(const struct facts *facts, uint32_t end, int32_t day)
{
	for (uint32_t i = 0; i < end; i++)
		if (facts->days[i].from == day && facts->days[i].to == day)
			return true;
	return false;
}

static void add_own_days(const struct laying *lay, const struct facts *facts,
	const struct facts *other, struct buf *buf)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->day_count; i++) {
		int32_t day = facts->days[i].from;
		if (facts->days[i].to != day || speaks_of(facts, i, day) ||
			speaks_of(other, other->day_count, day))
			continue;
		if (count < DAYS_SHOWN)
			add_whole(buf, count, day_short(day, PRECISION_DAY, lay->arena));
		count++;
	}
	if (count > DAYS_SHOWN)
		buf_format(buf, " +%u", count - DAYS_SHOWN);
}

/* "only here: 12 words · Joe Biden · 5 Feb 2021" */
static const char *own_of(const struct laying *lay, int side, uint32_t words)
{
	const struct facts *facts = epoch_facts(lay->epoch, lay->sides->side[side].id);
	const struct facts *other = epoch_facts(lay->epoch, lay->sides->side[1 - side].id);
	struct buf buf;

	buf_init(&buf, lay->arena);
	buf_format(&buf, P_("only here: %u word", "only here: %u words", words), words);
	add_own_people(lay, facts, other, &buf);
	add_own_days(lay, facts, other, &buf);
	return buf.at;
}

bool sides_is_own(const struct sides *sides, uint32_t at)
{
	const struct sides_row *row = &sides->rows[at];

	for (int side = 0; side < 2; side++)
		if (row->at[side].start < row->at[side].end &&
			(!row->paired || has_own(&sides->side[side], row->at[side])))
			return true;
	return false;
}

/* --- which two -------------------------------------------------------------------------- */

struct likeness {
	article_id id;
	uint32_t percent;
};

static int by_likeness(const void *a, const void *b)
{
	const struct likeness *x = a, *y = b;

	if (x->percent != y->percent)
		return x->percent > y->percent ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static uint32_t add_story(
	const struct epoch *epoch, article_id id, article_id *others, struct arena *arena)
{
	const struct story *story = epoch_story(epoch, id);
	struct likeness *found = ARENA_ARRAY(arena, struct likeness, STORY_MOST);
	uint32_t count = 0;

	for (uint32_t i = 0; story && i < story->count && count < STORY_MOST; i++)
		if (story->articles[i] != id)
			found[count++] = (struct likeness){
				story->articles[i], epoch_same_text(epoch, id, story->articles[i])};
	if (count > 1)
		qsort(found, count, sizeof *found, by_likeness);
	for (uint32_t i = 0; i < count; i++)
		others[i] = found[i].id;
	return count;
}

uint32_t sides_others(
	const struct epoch *epoch, article_id id, article_id **others, struct arena *arena)
{
	article_id *found = ARENA_ARRAY(arena, article_id, STORY_MOST + RELATED_MOST);
	uint32_t of_story = add_story(epoch, id, found, arena), count = of_story;
	struct related_article *related;
	uint32_t related_count = epoch_related(epoch, id, RELATED_MOST, &related, arena);

	for (uint32_t i = 0; i < related_count; i++) {
		uint32_t at = 0;
		while (at < of_story && found[at] != related[i].id)
			at++;
		if (at == of_story)
			found[count++] = related[i].id;
	}
	*others = found;
	return count;
}

/* The pairs of paragraphs, and what is own to each text. */
static void compare(const struct laying *lay, struct comparison *found)
{
	const struct article *articles[2];
	const uint8_t *kinds[2];

	for (int side = 0; side < 2; side++) {
		articles[side] = epoch_article(lay->epoch, lay->sides->side[side].id);
		kinds[side] = epoch_facts(lay->epoch, lay->sides->side[side].id)->kinds;
	}
	compare_make(articles, kinds, found, lay->arena);
}

void sides_make(struct sides *sides, const struct epoch *epoch, article_id left, article_id right,
	int cols, struct arena *arena)
{
	struct laying lay = {.epoch = epoch, .sides = sides, .arena = arena};
	struct comparison found = {0};

	*sides = (struct sides){
		.side = {{.id = left}, {.id = right}}, .beside = cols >= SIDES_BESIDE_COLS};
	int room = sides->beside ? (cols - 1) / 2 - 2 : cols - 2 - SIDES_SIGN_COLS;
	sides->width = room > SIDES_MEASURE ? SIDES_MEASURE : room > 0 ? room : 1;
	compare(&lay, &found);
	for (int side = 0; side < 2; side++) {
		sides->side[side].marks = found.side[side].own;
		sides->side[side].mark_count = found.side[side].own_count;
		sides->side[side].facts = reasons_facts(epoch, sides->side[side].id, arena);
		sides->side[side].only = own_of(&lay, side, found.side[side].own_words);
	}
	if (sides->beside)
		add_halves(&lay, &found);
	else
		for (uint32_t i = 0; i < found.pair_count; i++)
			add_pair(&lay, found.pairs[i].at[0], found.pairs[i].at[1]);
	sides->percent = epoch_same_text(epoch, left, right);
	sides->rows = lay.rows.at;
	sides->row_count = lay.rows.count;
}
