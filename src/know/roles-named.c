#include "know/roles-held.h"

#include "text/calendar.h"

#include <stdlib.h>

/* Marks of one document that are compared with each other. */
#define MARKS_COMPARED 256u
/* Days on either side of a mark in which nobody else may hold the function, at least; how far
 * away, at most, a reading may be, and where another one on the other side of the mark says the
 * same; how many readings on either side are looked at. */
#define NEAR_DAYS 45
#define LONE_DAYS 60u
#define FAR_DAYS 366u
#define READINGS_NEAR 64u
/* One reading of somebody else in so many is a slip of the pen. */
#define SLIP_SHARE 8u
/* Bytes back in which somebody was named whom a function alone ("le président") still means. */
#define NAMED_REACH 1500u
/* Bytes around a mark in which another year makes it history. */
#define YEAR_REACH 160u

/* A document whose marks are being resolved. */
struct naming {
	struct holding *holding;
	struct held *by_key; /* those that hold for the archive, by key and day */
	uint32_t by_key_count;
	struct map keys;          /* key → first in by_key */
	const struct held *helds; /* those of the document */
	uint32_t held_count;
	const struct role_mark **marks;
	uint32_t mark_count;
	uint32_t document;
};

/* The paragraph around a mark, as far as the reach. */
static struct extent surroundings(struct span text, struct extent at)
{
	struct extent around = at;

	while (around.start > 0 && at.start - around.start < YEAR_REACH &&
		text.at[around.start - 1] != '\n')
		around.start--;
	while (around.end < text.len && around.end - at.end < YEAR_REACH &&
		text.at[around.end] != '\n')
		around.end++;
	return around;
}

/* The words around speak of another year than that of the article. */
static bool is_history(const struct naming *naming, const struct role_mark *mark)
{
	const struct published *published = &naming->holding->published[naming->document];
	const struct document *document = &naming->holding->documents[naming->document];
	const struct day_marks *days = &document->evidence->days;
	struct extent around = surroundings(document->article->text, mark->at);
	uint32_t low = 0, high = days->count;
	int year = published->day == DAY_NONE ? 0 : civil_of(published->day).year;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (days->at[middle].at.start < around.start)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < days->count && days->at[low].at.start < around.end; low++)
		if (days->at[low].year && days->at[low].year != year)
			return true;
	return false;
}

/* --- in the article itself --------------------------------------------------------- */

static bool same_words(const struct role_mark *a, const struct role_mark *b)
{
	return role_mark_within(a, b) && role_mark_within(b, a);
}

/* Whether another mark of the article could be meant as well: the same noun, of something that
 * the holder's functions do not say. */
static bool is_rivalled(
	const struct naming *naming, const struct role_mark *mark, const struct held *holder)
{
	for (uint32_t i = 0; i < naming->mark_count; i++) {
		const struct role_mark *other = naming->marks[i];
		bool covered = other->head != mark->head || !role_mark_within(mark, other);
		for (uint32_t h = 0; h < naming->held_count && !covered; h++)
			covered = naming->helds[h].actor == holder->actor &&
				  naming->helds[h].mark->head == other->head &&
				  role_mark_within(other, naming->helds[h].mark);
		if (!covered)
			return true;
	}
	return false;
}

/* Whether the actor was named shortly before the place. */
static bool is_named_before(const struct naming *naming, uint32_t actor, uint32_t place)
{
	const struct document_people *people =
		&naming->holding->people->documents[naming->document];
	uint32_t low = 0, high = people->mention_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (people->mentions[middle].at.start < place)
			low = middle + 1;
		else
			high = middle;
	}
	while (low-- > 0 && place - people->mentions[low].at.start <= NAMED_REACH)
		if (people->mentions[low].actor == actor)
			return true;
	return false;
}

/* Whom the article itself calls so; several is nobody, and nobody else then. */
static const struct held *holder_here(
	const struct naming *naming, const struct role_mark *mark, bool *several)
{
	const struct held *found = NULL;
	bool equal = false;

	*several = false;
	for (uint32_t i = 0; i < naming->held_count; i++) {
		const struct held *held = &naming->helds[i];
		bool same = mark->words[0] && same_words(mark, held->mark);
		bool before = held->mark->at.start < mark->at.start;
		if (held->mark->head != mark->head || held->mark->former ||
			(!same && !(before && role_mark_within(mark, held->mark))))
			continue;
		*several |= found && found->actor != held->actor;
		equal |= same;
		found = held;
	}
	if (*several || !found)
		return NULL;
	/* "le président" alone must be one that there is but one of. */
	if (!equal && (is_rivalled(naming, mark, found) || (!mark->words[0] && !mark->sole) ||
			      is_history(naming, mark) ||
			      !is_named_before(naming, found->actor, mark->at.start)))
		return NULL;
	return found;
}

/* --- in the archive ------------------------------------------------------------------ */

static uint32_t distance(int32_t a, int32_t b)
{
	return a > b ? (uint32_t)((int64_t)a - b) : (uint32_t)((int64_t)b - a);
}

/* Whether somebody is read so both before the day and after it. */
static bool is_between(const struct held *list, uint32_t count, uint32_t actor, int32_t day)
{
	bool before = false, after = false;

	for (uint32_t i = 0; i < count; i++) {
		bool near = list[i].actor == actor && distance(list[i].day, day) < FAR_DAYS;
		before |= near && list[i].day <= day;
		after |= near && list[i].day >= day;
	}
	return before && after;
}

/* Who, of those in [from, to) of by_key, is read so about the day, if nobody else is. */
static const struct held *holder_near(
	const struct naming *naming, uint32_t from, uint32_t to, int32_t day)
{
	const struct held *list = naming->by_key, *nearest = NULL;
	uint32_t low = from, high = to, least = FAR_DAYS, own = 0, others = 0;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (list[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	from = low - from > READINGS_NEAR ? low - READINGS_NEAR : from;
	to = to - low > READINGS_NEAR ? low + READINGS_NEAR : to;
	for (uint32_t i = from; i < to; i++)
		if (distance(list[i].day, day) < least) {
			least = distance(list[i].day, day);
			nearest = &list[i];
		}
	uint32_t reach = least > NEAR_DAYS / 2 ? 2 * least : NEAR_DAYS;
	for (uint32_t i = from; i < to && nearest; i++) {
		if (distance(list[i].day, day) > reach)
			continue;
		if (list[i].actor == nearest->actor)
			own++;
		else
			others++;
	}
	if (!nearest || others * SLIP_SHARE > own)
		return NULL;
	return least <= LONE_DAYS || is_between(list + from, to - from, nearest->actor, day)
		       ? nearest
		       : NULL;
}

static const struct held *holder_then(const struct naming *naming, const struct role_mark *mark)
{
	const struct published *published = &naming->holding->published[naming->document];
	const struct map_entry *entry;
	uint32_t to;

	if (!mark->anchored || !mark->sole || !mark->words[0] || published->day == DAY_NONE ||
		published->precision != PRECISION_DAY || is_history(naming, mark))
		return NULL;
	uint64_t key = role_mark_key(mark);
	entry = map_get_number(&naming->keys, key);
	if (!entry)
		return NULL;
	for (to = entry->value; to < naming->by_key_count && naming->by_key[to].key == key;)
		to++;
	return holder_near(naming, entry->value, to, published->day);
}

/* --- mentions ------------------------------------------------------------------------ */

static const struct held *holder_of(const struct naming *naming, const struct role_mark *mark)
{
	const struct actor *actors = naming->holding->people->actors;
	const struct held *holder;
	bool several;

	if (!mark->free || mark->former)
		return NULL;
	holder = holder_here(naming, mark, &several);
	if (!holder && !several)
		holder = holder_then(naming, mark);
	if (!holder)
		return NULL;
	enum gender gender = actors[holder->actor].gender;
	return gender && mark->gender && gender != mark->gender ? NULL : holder;
}

/* The mentions of the document with those by function put among them; what overlaps one that is
 * there already is left out. */
static void name_document(struct naming *naming)
{
	struct document_people *people = &naming->holding->people->documents[naming->document];
	struct mention *all = ARENA_ARRAY(naming->holding->arena, struct mention,
		(size_t)people->mention_count + naming->mark_count);
	uint32_t at = 0, count = 0;

	for (uint32_t i = 0; i < naming->mark_count; i++) {
		const struct role_mark *mark = naming->marks[i];
		const struct held *holder = holder_of(naming, mark);
		if (!holder)
			continue;
		while (at < people->mention_count &&
			people->mentions[at].at.start < mark->phrase.start)
			all[count++] = people->mentions[at++];
		if ((count && all[count - 1].at.end > mark->phrase.start) ||
			(at < people->mention_count &&
				people->mentions[at].at.start < mark->phrase.end))
			continue;
		all[count++] = (struct mention){.at = mark->phrase,
			.actor = holder->actor,
			.how = HOW_ROLE,
			.reading = holder->reading};
	}
	while (at < people->mention_count)
		all[count++] = people->mentions[at++];
	people->mentions = all;
	people->mention_count = count;
}

static int by_key_and_day(const void *x, const void *y)
{
	const struct held *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->actor != b->actor)
		return a->actor < b->actor ? -1 : 1;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->mark->at.start < b->mark->at.start ? -1 : a->mark->at.start > b->mark->at.start;
}

static int by_document(const void *x, const void *y)
{
	const struct held *a = x, *b = y;

	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->mark->at.start < b->mark->at.start ? -1 : a->mark->at.start > b->mark->at.start;
}

static void index_keys(struct naming *naming)
{
	const struct held_list *list = &naming->holding->list;

	naming->by_key = ARENA_ARRAY(naming->holding->scratch, struct held, list->count);
	for (uint32_t i = 0; i < list->count; i++)
		if (list->at[i].day != DAY_NONE && !list->at[i].mark->former)
			naming->by_key[naming->by_key_count++] = list->at[i];
	if (naming->by_key_count)
		qsort(naming->by_key, naming->by_key_count, sizeof *naming->by_key, by_key_and_day);
	map_init(&naming->keys, naming->holding->scratch);
	for (uint32_t i = 0; i < naming->by_key_count; i++) {
		bool made;
		struct map_entry *entry =
			map_put_number(&naming->keys, naming->by_key[i].key, &made);
		if (made)
			entry->value = i;
	}
}

/* Articles that mean somebody by a function alone. */
static void count_articles(const struct holding *holding)
{
	struct people *people = holding->people;
	uint32_t *named = ARENA_ARRAY(holding->scratch, uint32_t, people->actor_count);
	uint32_t *meant = ARENA_ARRAY(holding->scratch, uint32_t, people->actor_count);

	for (uint32_t d = 0; d < holding->count; d++) {
		const struct document_people *document = &people->documents[d];
		for (uint32_t i = 0; i < document->mention_count; i++)
			if (document->mentions[i].how == HOW_NAME)
				named[document->mentions[i].actor] = d + 1;
		for (uint32_t i = 0; i < document->mention_count; i++) {
			uint32_t actor = document->mentions[i].actor;
			if (named[actor] == d + 1 || meant[actor] == d + 1)
				continue;
			meant[actor] = d + 1;
			people->actors[actor].role_articles++;
		}
	}
}

void roles_name(struct holding *holding)
{
	struct naming naming = {.holding = holding};
	struct held_list *list = &holding->list;
	uint32_t from = 0, to;

	index_keys(&naming);
	if (list->count)
		qsort(list->at, list->count, sizeof *list->at, by_document);
	for (uint32_t d = 0; d < holding->count; d++, from = to) {
		for (to = from; to < list->count && list->at[to].document == d;)
			to++;
		struct arena_mark mark = arena_mark(holding->scratch);
		naming.document = d;
		naming.helds = list->count ? list->at + from : NULL;
		naming.held_count = to - from < MARKS_COMPARED ? to - from : MARKS_COMPARED;
		naming.marks = roles_of(holding, d, &naming.mark_count);
		if (naming.mark_count > MARKS_COMPARED)
			naming.mark_count = MARKS_COMPARED;
		name_document(&naming);
		arena_rewind(holding->scratch, mark);
	}
	count_articles(holding);
}
