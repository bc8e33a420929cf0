#include "app/beside.h"

#include "base/message.h"
#include "app/export.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "text/width.h"

/* --- what it is ------------------------------------------------------------------------- */

static bool names(const struct facts *facts, uint32_t actor)
{
	for (uint32_t i = 0; i < facts->people_count; i++)
		if (facts->people[i] == actor)
			return true;
	return false;
}

static bool speaks_of(const struct day_spoken *days, uint32_t count, const struct day_spoken *day)
{
	for (uint32_t i = 0; i < count; i++)
		if (days[i].from == day->from && days[i].to == day->to)
			return true;
	return false;
}

static struct beside_one one_of(
	const struct epoch *epoch, article_id id, article_id other, struct arena *arena)
{
	const struct facts *facts = epoch_facts(epoch, id), *beside = epoch_facts(epoch, other);
	uint32_t *people = ARENA_ARRAY(arena, uint32_t, facts->people_count);
	const struct day_spoken **days =
		ARENA_ARRAY(arena, const struct day_spoken *, facts->day_count);
	struct beside_one one = {.id = id, .people = people, .days = days};

	for (uint32_t i = 0; i < facts->people_count; i++)
		if (!names(beside, facts->people[i]))
			people[one.people_count++] = facts->people[i];
	for (uint32_t i = 0; i < facts->day_count; i++) {
		const struct day_spoken *day = &facts->days[i];
		if (!speaks_of(beside->days, beside->day_count, day) &&
			!speaks_of(facts->days, i, day))
			days[one.day_count++] = day;
	}
	return one;
}

void beside_make(const struct epoch *epoch, article_id a, article_id b, struct beside *beside,
	struct arena *arena)
{
	const struct article *const articles[] = {epoch_article(epoch, a), epoch_article(epoch, b)};
	const uint8_t *const kinds[] = {epoch_facts(epoch, a)->kinds, epoch_facts(epoch, b)->kinds};

	*beside = (struct beside){.one = {one_of(epoch, a, b, arena), one_of(epoch, b, a, arena)},
		.percent = epoch_same_text(epoch, a, b)};
	compare_make(articles, kinds, &beside->comparison, arena);
}

/* --- paragraphs ------------------------------------------------------------------------- */

enum part_kind { PART_SAME, PART_CHANGED, PART_FIRST, PART_SECOND, PART_KIND_COUNT };

/* A pair of paragraphs on its way out: which of each side's own words are in it. */
struct walk {
	const struct beside *beside;
	uint32_t pair;
	uint32_t from[2], to[2]; /* of the sides' own words */
};

static struct walk walk_of(const struct beside *beside)
{
	return (struct walk){.beside = beside, .pair = UINT32_MAX};
}

static bool walk_next(struct walk *walk)
{
	const struct comparison *comparison = &walk->beside->comparison;

	if (++walk->pair >= comparison->pair_count)
		return false;
	for (int i = 0; i < 2; i++) {
		const struct compare_side *side = &comparison->side[i];
		struct extent at = comparison->pairs[walk->pair].at[i];
		walk->from[i] = walk->to[i];
		while (at.start < at.end && walk->to[i] < side->own_count &&
			side->own[walk->to[i]].start < at.end)
			walk->to[i]++;
	}
	return true;
}

static enum part_kind kind_of(const struct walk *walk)
{
	const struct compare_pair *pair = &walk->beside->comparison.pairs[walk->pair];

	if (pair->at[0].start == pair->at[0].end)
		return PART_SECOND;
	if (pair->at[1].start == pair->at[1].end)
		return PART_FIRST;
	return walk->from[0] < walk->to[0] || walk->from[1] < walk->to[1] ? PART_CHANGED
									  : PART_SAME;
}

/* --- as JSON ---------------------------------------------------------------------------- */

static void add_extent(struct buf *buf, struct extent at)
{
	buf_format(buf, "{\"start\":%u,\"end\":%u}", at.start, at.end);
}

static void add_paragraph(struct buf *buf, const char *key, struct extent at, bool there)
{
	buf_format(buf, ",\"%s\":", key);
	if (there)
		add_extent(buf, at);
	else
		buf_text(buf, "null");
}

/* The words of a side that the other has not, of a pair that is told otherwise. */
static void add_own(const struct walk *walk, int i, const char *key, struct buf *buf)
{
	bool changed = kind_of(walk) == PART_CHANGED;

	buf_format(buf, ",\"%s\":[", key);
	for (uint32_t k = walk->from[i]; changed && k < walk->to[i]; k++) {
		buf_text(buf, k > walk->from[i] ? "," : "");
		add_extent(buf, walk->beside->comparison.side[i].own[k]);
	}
	buf_char(buf, ']');
}

static void add_side(
	const struct epoch *epoch, const char *key, const struct beside_one *side, struct buf *buf)
{
	const struct article *article = epoch_article(epoch, side->id);

	buf_format(buf, "\"%s\":{\"path\":", key);
	export_string(buf, span_of(article->path));
	buf_text(buf, ",\"title\":");
	export_title(buf, article);
	buf_text(buf, ",\"people\":[");
	for (uint32_t i = 0; i < side->people_count; i++) {
		buf_text(buf, i ? "," : "");
		export_string(buf, span_of(epoch_actor(epoch, side->people[i])->name));
	}
	buf_text(buf, "],\"dates\":[");
	for (uint32_t i = 0; i < side->day_count; i++)
		buf_format(buf, "%s{\"from\":\"%s\",\"to\":\"%s\"}", i ? "," : "",
			day_iso(side->days[i]->from, PRECISION_DAY, buf->arena),
			day_iso(side->days[i]->to, PRECISION_DAY, buf->arena));
	buf_text(buf, "]}");
}

static void print_json(const struct epoch *epoch, const struct beside *beside, struct buf *buf)
{
	static const char *const kinds[PART_KIND_COUNT] = {[PART_SAME] = "same",
		[PART_CHANGED] = "changed",
		[PART_FIRST] = "a",
		[PART_SECOND] = "b"};

	buf_char(buf, '{');
	add_side(epoch, "a", &beside->one[0], buf);
	buf_char(buf, ',');
	add_side(epoch, "b", &beside->one[1], buf);
	buf_format(buf, ",\"percent\":%u,\"parts\":[", beside->percent);
	for (struct walk walk = walk_of(beside); walk_next(&walk);) {
		const struct compare_pair *pair = &beside->comparison.pairs[walk.pair];
		enum part_kind kind = kind_of(&walk);
		buf_format(buf, "%s{\"kind\":\"%s\"", walk.pair ? "," : "", kinds[kind]);
		add_paragraph(buf, "a", pair->at[0], kind != PART_SECOND);
		add_paragraph(buf, "b", pair->at[1], kind != PART_FIRST);
		add_own(&walk, 0, "only_a", buf);
		add_own(&walk, 1, "only_b", buf);
		buf_char(buf, '}');
	}
	buf_text(buf, "]}\n");
}

/* --- in lines --------------------------------------------------------------------------- */

/* A paragraph of a side, with [marks] around the words of it that the other has not. */
static void print_paragraph(const struct epoch *epoch, const struct walk *walk, int i,
	const char *sign, struct buf *buf)
{
	const struct comparison *comparison = &walk->beside->comparison;
	struct span text = epoch_text(epoch, walk->beside->one[i].id);
	struct extent at = comparison->pairs[walk->pair].at[i];
	bool marked = kind_of(walk) == PART_CHANGED;

	buf_text(buf, sign);
	for (uint32_t k = walk->from[i]; marked && k < walk->to[i]; k++) {
		struct extent own = comparison->side[i].own[k];
		buf_add(buf, harmless(span_cut(text, at.start, own.start), buf->arena));
		buf_char(buf, '[');
		buf_add(buf, harmless(span_in(text, own), buf->arena));
		buf_char(buf, ']');
		at.start = own.end;
	}
	buf_add(buf, harmless(span_in(text, at), buf->arena));
	buf_char(buf, '\n');
}

static void print_pair(const struct epoch *epoch, const struct walk *walk, struct buf *buf)
{
	static const char *const signs[PART_KIND_COUNT][2] = {[PART_SAME] = {"= ", NULL},
		[PART_CHANGED] = {"~< ", "~> "},
		[PART_FIRST] = {"< ", NULL},
		[PART_SECOND] = {NULL, "> "}};
	enum part_kind kind = kind_of(walk);

	for (int i = 0; i < 2; i++)
		if (signs[kind][i])
			print_paragraph(epoch, walk, i, signs[kind][i], buf);
}

static void print_side(
	const struct epoch *epoch, char sign, const struct beside_one *side, struct buf *buf)
{
	const struct article *article = epoch_article(epoch, side->id);

	buf_format(buf, "%c ", sign);
	buf_add(buf, harmless(span_of(article->path), buf->arena));
	buf_text(buf, ": ");
	buf_add(buf, harmless(article->title, buf->arena));
	if (side->people_count)
		buf_format(buf, _("\n%c names alone: "), sign);
	for (uint32_t i = 0; i < side->people_count; i++) {
		buf_text(buf, i ? ", " : "");
		buf_add(buf,
			harmless(span_of(epoch_actor(epoch, side->people[i])->name), buf->arena));
	}
	if (side->day_count)
		buf_format(buf, _("\n%c speaks alone of: "), sign);
	for (uint32_t i = 0; i < side->day_count; i++) {
		buf_text(buf, i ? ", " : "");
		buf_text(buf, days_long(side->days[i]->from, side->days[i]->to, buf->arena));
	}
	buf_char(buf, '\n');
}

void beside_print(const struct listing *listing, const struct beside *beside, struct buf *buf)
{
	uint32_t counts[PART_KIND_COUNT] = {0};

	if (listing->json) {
		print_json(listing->epoch, beside, buf);
		return;
	}
	print_side(listing->epoch, '<', &beside->one[0], buf);
	print_side(listing->epoch, '>', &beside->one[1], buf);
	for (struct walk walk = walk_of(beside); walk_next(&walk);)
		counts[kind_of(&walk)]++;
	buf_format(buf,
		_("%u %% the same text; paragraphs: %u told otherwise, %u only in the first, %u "
		  "only in the second\n\n"),
		beside->percent, counts[PART_CHANGED], counts[PART_FIRST], counts[PART_SECOND]);
	for (struct walk walk = walk_of(beside); walk_next(&walk);)
		print_pair(listing->epoch, &walk, buf);
}
