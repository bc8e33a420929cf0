#include "article/correct.h"

#include "article/finders.h"
#include "text/calendar.h"
#include "text/squeeze.h"

#include <string.h>

struct correcting {
	struct article *article;
	const struct corrections *all;
	const struct correction *first;
	bool *lines;
	struct arena *arena;
	struct arena scratch;
};

static const struct correction *next_of(
	const struct corrections *all, const struct correction *correction)
{
	return correction->next ? &all->at[correction->next - 1] : NULL;
}

/* --- lines -------------------------------------------------------------------------------- */

static void set_kind(struct correcting *c, uint32_t line, enum correction_kind to)
{
	enum line_kind *kind = &c->article->lines[line].kind;

	c->lines[line] = true;
	if (to == CORRECTION_FURNITURE)
		*kind = LINE_FURNITURE;
	else if (!line_is_body(*kind))
		*kind = LINE_PARAGRAPH;
}

/* Lines are looked up by their words, so that many lines and many corrections cost no more than
 * both together. */
static void correct_lines(struct correcting *c)
{
	struct map wanted;
	bool any = false;

	map_init(&wanted, &c->scratch);
	for (const struct correction *at = c->first; at; at = next_of(c->all, at)) {
		if (at->kind != CORRECTION_TEXT && at->kind != CORRECTION_FURNITURE)
			continue;
		map_put(&wanted, at->words, NULL)->value = (uint32_t)at->kind;
		any = true;
	}
	for (uint32_t i = 0; any && i < c->article->line_count; i++) {
		struct arena_mark mark = arena_mark(&c->scratch);
		struct span text = span_in(c->article->text, c->article->lines[i].at);
		const struct map_entry *found =
			map_get(&wanted, correction_words(text, &c->scratch));
		if (found)
			set_kind(c, i, (enum correction_kind)found->value);
		arena_rewind(&c->scratch, mark);
	}
}

/* --- title -------------------------------------------------------------------------------- */

/* The first sentence of the text as it is now. */
static void take_lead(struct correcting *c)
{
	struct article *article = c->article;

	for (uint32_t i = 0; i < article->line_count; i++) {
		if (article->lines[i].kind != LINE_PARAGRAPH)
			continue;
		article->title_at = title_lead(article->text, article->lines[i].at);
		article->title_from = FROM_LEAD;
		article->title = squeezed(span_in(article->text, article->title_at), c->arena);
		return;
	}
}

/* Whether the title was read from a line that is no title any longer. */
static bool has_lost_title(const struct correcting *c)
{
	const struct article *article = c->article;

	if (article->title_from == FROM_LEAD)
		return memchr(c->lines, true, article->line_count) != NULL;
	for (uint32_t i = 0; i < article->line_count; i++)
		if (c->lines[i] && article->title_at.start >= article->lines[i].at.start &&
			article->title_at.end <= article->lines[i].at.end)
			return article->title_at.start < article->title_at.end;
	return false;
}

/* The line that says the title takes its place; the one that was taken for it is none. */
static void give_place(struct correcting *c, struct span title)
{
	struct article *article = c->article;

	article->title_at = (struct extent){0, 0};
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct line *line = &article->lines[i];
		struct span text = span_in(article->text, line->at);
		if (article->title_at.end == 0 && !c->lines[i] &&
			span_equal(squeezed(text, &c->scratch), title)) {
			article->title_at = line->at;
			line->kind = LINE_TITLE;
		}
	}
	for (uint32_t i = 0; article->title_at.end && i < article->line_count; i++)
		if (article->lines[i].kind == LINE_TITLE &&
			article->lines[i].at.start != article->title_at.start)
			article->lines[i].kind = LINE_FURNITURE;
}

static void correct_title(struct correcting *c, const struct correction *title)
{
	if (!title && has_lost_title(c))
		take_lead(c);
	if (!title)
		return;
	give_place(c, title->value);
	c->article->title = title->value;
	c->article->title_from = FROM_READER;
}

/* --- day and source ----------------------------------------------------------------------- */

/* The reader's day comes before every other, which may add to it what it leaves open. */
static void correct_day(struct correcting *c, const struct correction *day)
{
	struct article *article = c->article;
	enum day_precision precision;
	int32_t from, to;

	if (!day || !day_parse(day->value, &from, &to, &precision))
		return;
	struct civil civil = civil_of(from);
	struct stamp *stamps = ARENA_ARRAY(c->arena, struct stamp, article->stamp_count + 1);
	stamps[0] = (struct stamp){.year = civil.year,
		.month = precision >= PRECISION_MONTH ? civil.month : 0,
		.day = precision == PRECISION_DAY ? civil.day : 0,
		.weekday = -1,
		.minute = -1,
		.from = FROM_READER};
	if (article->stamp_count)
		memcpy(stamps + 1, article->stamps, article->stamp_count * sizeof *stamps);
	article->stamps = stamps;
	article->stamp_count++;
}

static void correct_source(struct correcting *c, const struct correction *source)
{
	if (!source)
		return;
	c->article->source = source->value;
	c->article->source_from = source->value.len ? FROM_READER : FROM_NOWHERE;
}

/* --- the whole ------------------------------------------------------------------------------ */

/* What a correction is about, as a key. */
static struct span thing_of(enum correction_kind kind, struct span words, struct arena *arena)
{
	return span_of(arena_format(arena, "%c%.*s", 'a' + (int)kind, (int)words.len, words.at));
}

static void note_things(struct correcting *c, struct map *things)
{
	map_init(things, c->arena);
	for (const struct correction *at = c->first; at; at = next_of(c->all, at)) {
		struct arena_mark mark = arena_mark(&c->scratch);
		struct span thing = thing_of(at->kind, at->words, &c->scratch);
		map_put(things, thing, NULL)->value = (uint32_t)(at - c->all->at);
		arena_rewind(&c->scratch, mark);
	}
}

/* What the reader put right in an article, noted at it; the lines are null where they were not
 * looked for. */
static void note(struct correcting *c, struct article *article)
{
	struct corrected *corrected = ARENA_NEW(c->arena, struct corrected);

	*corrected = (struct corrected){.all = c->all, .first = c->first, .lines = c->lines};
	note_things(c, &corrected->things);
	article->corrected = corrected;
}

void article_correct(
	struct article *article, const struct corrections *corrections, struct arena *arena)
{
	const struct correction *last[CORRECTION_KIND_COUNT] = {NULL};
	struct correcting c = {.article = article,
		.all = corrections,
		.first = corrections_of(corrections, article->digest),
		.arena = arena};

	if (!c.first)
		return;
	arena_init(&c.scratch);
	c.lines = ARENA_ARRAY(arena, bool, article->line_count);
	for (const struct correction *at = c.first; at; at = next_of(c.all, at))
		last[at->kind] = at->as_read ? NULL : at;
	correct_lines(&c);
	correct_title(&c, last[CORRECTION_TITLE]);
	correct_day(&c, last[CORRECTION_DAY]);
	correct_source(&c, last[CORRECTION_SOURCE]);
	note(&c, article);
	arena_clear(&c.scratch);
}

void article_recall(
	struct article *article, const struct corrections *corrections, struct arena *arena)
{
	struct correcting c = {.all = corrections,
		.first = corrections_of(corrections, article->digest),
		.arena = arena};

	if (!c.first)
		return;
	arena_init(&c.scratch);
	note(&c, article);
	arena_clear(&c.scratch);
}

const struct correction *article_corrected(
	const struct article *article, enum correction_kind kind, struct span stretch)
{
	const struct corrected *corrected = article->corrected;
	struct arena scratch;

	if (!corrected)
		return NULL;
	arena_init(&scratch);
	struct span thing = thing_of(kind, correction_words(stretch, &scratch), &scratch);
	const struct map_entry *found = map_get(&corrected->things, thing);
	arena_clear(&scratch);
	const struct correction *last = found ? &corrected->all->at[found->value] : NULL;
	return last && last->as_read ? NULL : last;
}
