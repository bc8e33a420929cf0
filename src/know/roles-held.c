#include "know/roles-held.h"

#include <stdlib.h>

/* Roles of one actor that are compared with each other. */
#define ROLES_COMPARED 64u

/* A role on its way: its readings are a stretch of the sorted list, and those of its parts. */
struct draft {
	const struct role_mark *mark;
	uint32_t from, to; /* in the list */
	uint32_t into;     /* draft that it is part of; itself */
	uint32_t next;     /* 1 + the next part of the same draft */
	struct role_reading *readings;
	struct role made;
};

VEC_OF(struct draft, drafts);

/* --- reading ------------------------------------------------------------------------ */

static int32_t day_published(const struct published *published)
{
	return published->precision == PRECISION_DAY ? published->day : DAY_NONE;
}

static const struct mention *mention_of(const struct document_people *people, struct extent name)
{
	uint32_t low = 0, high = people->mention_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (people->mentions[middle].at.start < name.start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == people->mention_count || people->mentions[low].at.start != name.start ||
		people->mentions[low].at.end != name.end)
		return NULL;
	return &people->mentions[low];
}

static void read_document(struct holding *holding, uint32_t document)
{
	uint32_t count;
	const struct role_mark **marks = roles_of(holding, document, &count);

	for (uint32_t i = 0; i < count; i++) {
		const struct mention *mention;
		if (marks[i]->holder.start == marks[i]->holder.end)
			continue;
		mention = mention_of(&holding->people->documents[document], marks[i]->holder);
		if (!mention)
			continue;
		*vec_push(holding->scratch, &holding->list) = (struct held){.mark = marks[i],
			.key = role_mark_key(marks[i]),
			.document = document,
			.actor = mention->actor,
			.day = day_published(&holding->published[document])};
	}
}

static int compare_days(int32_t a, int32_t b)
{
	if (a == b)
		return 0;
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? 1 : -1;
	return a < b ? -1 : 1;
}

static int compare_held(const void *x, const void *y)
{
	const struct held *a = x, *b = y;

	if (a->actor != b->actor)
		return a->actor < b->actor ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	int order = compare_days(a->day, b->day);
	if (order)
		return order;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->mark->at.start < b->mark->at.start ? -1 : a->mark->at.start > b->mark->at.start;
}

/* --- roles ---------------------------------------------------------------------------- */

static struct span text_of(const struct holding *holding, const struct held *held)
{
	return span_in(holding->documents[held->document].article->text, held->mark->at);
}

static int compare_spans(const void *a, const void *b)
{
	return span_compare(*(const struct span *)a, *(const struct span *)b);
}

/* The commonest wording; of several the shortest, then the first in byte order. */
static struct span wording(const struct holding *holding, const struct draft *draft)
{
	uint32_t count = draft->to - draft->from, best_times = 0;
	struct arena_mark mark = arena_mark(holding->scratch);
	struct span *texts = ARENA_ARRAY(holding->scratch, struct span, count), best = SPAN("");

	for (uint32_t i = 0; i < count; i++)
		texts[i] = text_of(holding, &holding->list.at[draft->from + i]);
	qsort(texts, count, sizeof *texts, compare_spans);
	for (uint32_t i = 0, end; i < count; i = end) {
		for (end = i; end < count && span_equal(texts[end], texts[i]);)
			end++;
		bool shorter = end - i == best_times && texts[i].len < best.len;
		if (end - i > best_times || shorter) {
			best = texts[i];
			best_times = end - i;
		}
	}
	arena_rewind(holding->scratch, mark);
	return best;
}

static void take_days(struct role *role, const struct role_reading *reading)
{
	if (reading->day == DAY_NONE)
		return;
	if (role->from == DAY_NONE || reading->day < role->from)
		role->from = reading->day;
	if (role->to == DAY_NONE || reading->day > role->to)
		role->to = reading->day;
}

static uint32_t articles_of(const struct holding *holding, const struct draft *draft)
{
	uint32_t articles = 0;

	for (uint32_t i = draft->from; i < draft->to; i++)
		articles += i == draft->from ||
			    holding->list.at[i].document != holding->list.at[i - 1].document;
	return articles;
}

/* A function that says less than another of the same person is that one: "président" of whom
 * elsewhere is "président de la République". */
static void merge_drafts(struct draft *drafts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t best = i;
		for (uint32_t j = 0; j < count && j < ROLES_COMPARED; j++) {
			const struct role_mark *a = drafts[i].mark, *b = drafts[j].mark;
			if (a->head != b->head || a->former != b->former ||
				!role_mark_within(a, b) || role_mark_within(b, a))
				continue;
			if (best == i || drafts[j].made.articles > drafts[best].made.articles ||
				(drafts[j].made.articles == drafts[best].made.articles &&
					strcmp(drafts[j].made.text, drafts[best].made.text) < 0))
				best = j;
		}
		drafts[i].into = best;
	}
	for (uint32_t i = 0; i < count; i++) /* each step says more: there are no circles */
		for (int step = 0; step < ROLE_MARK_WORDS; step++)
			drafts[i].into = drafts[drafts[i].into].into;
}

static int compare_drafts(const void *x, const void *y)
{
	const struct draft *a = x, *b = y;

	if (a->made.articles != b->made.articles)
		return a->made.articles > b->made.articles ? -1 : 1;
	int order = strcmp(a->made.text, b->made.text);
	if (order)
		return order;
	if (a->made.former != b->made.former)
		return a->made.former ? 1 : -1;
	/* Equal words of unlike functions: an adjective and a noun. */
	uint64_t x_key = role_mark_key(a->mark), y_key = role_mark_key(b->mark);
	return x_key < y_key ? -1 : x_key > y_key;
}

static int compare_readings(const void *x, const void *y)
{
	const struct role_reading *a = x, *b = y;
	int order = compare_days(a->day, b->day);

	if (order)
		return order;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->at.start < b->at.start ? -1 : a->at.start > b->at.start;
}

/* Links the drafts that are one role, beginning with the one that says most. */
static void link_parts(struct draft *drafts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t own = drafts[i].into;
		if (own == i)
			continue;
		drafts[i].next = drafts[own].next;
		drafts[own].next = i + 1;
	}
}

/* Gathers the readings of a draft and its parts. */
static void gather(struct holding *holding, struct draft *drafts, uint32_t own)
{
	struct role *role = &drafts[own].made;
	uint32_t room = 0, last = UINT32_MAX;

	for (uint32_t i = own + 1; i > 0; i = drafts[i - 1].next)
		room += drafts[i - 1].to - drafts[i - 1].from;
	struct role_reading *readings = ARENA_ARRAY(holding->arena, struct role_reading, room);
	for (uint32_t i = own + 1; i > 0; i = drafts[i - 1].next)
		for (uint32_t r = drafts[i - 1].from; r < drafts[i - 1].to; r++) {
			const struct held *held = &holding->list.at[r];
			readings[role->reading_count++] =
				(struct role_reading){.at = held->mark->at,
					.mark = held->mark,
					.document = held->document,
					.actor = held->actor,
					.day = held->day};
		}
	qsort(readings, room, sizeof *readings, compare_readings);
	role->articles = 0;
	role->from = role->to = DAY_NONE;
	for (uint32_t i = 0; i < room; i++) {
		take_days(role, &readings[i]);
		role->articles += readings[i].document != last;
		last = readings[i].document;
	}
	role->readings = drafts[own].readings = readings;
}

static const struct role_reading *reading_of(const struct role *role, const struct held *held)
{
	struct role_reading wanted = {
		.at = held->mark->at, .document = held->document, .day = held->day};

	return bsearch(
		&wanted, role->readings, role->reading_count, sizeof wanted, compare_readings);
}

/* One draft for each function in [from, to) of the list. */
static void draft_roles(struct holding *holding, uint32_t from, uint32_t to, struct drafts *drafts)
{
	const struct held *list = holding->list.at;

	for (uint32_t i = from, end; i < to; i = end) {
		for (end = i; end < to && list[end].key == list[i].key;)
			end++;
		struct draft *draft = vec_push(holding->scratch, drafts);
		*draft = (struct draft){.mark = list[i].mark, .from = i, .to = end};
		draft->made.articles = articles_of(holding, draft);
		draft->made.text = arena_string(holding->arena, wording(holding, draft));
		draft->made.former = list[i].mark->former;
	}
	qsort(drafts->at, drafts->count, sizeof *drafts->at, compare_drafts);
	merge_drafts(drafts->at, drafts->count);
	link_parts(drafts->at, drafts->count);
}

static int compare_made(const void *x, const void *y)
{
	return compare_drafts(*(struct draft *const *)x, *(struct draft *const *)y);
}

/* The roles of the actor whose readings are [from, to) of the list. */
static void make_roles(struct holding *holding, uint32_t from, uint32_t to)
{
	struct actor *actor = &holding->people->actors[holding->list.at[from].actor];
	struct arena_mark mark = arena_mark(holding->scratch);
	struct drafts drafts = {0};
	uint32_t kept = 0;

	draft_roles(holding, from, to, &drafts);
	struct draft **order = ARENA_ARRAY(holding->scratch, struct draft *, drafts.count);
	for (uint32_t i = 0; i < drafts.count; i++)
		if (drafts.at[i].into == i) {
			gather(holding, drafts.at, i);
			order[kept++] = &drafts.at[i];
		}
	qsort(order, kept, sizeof *order, compare_made);
	struct role *roles = ARENA_ARRAY(holding->arena, struct role, kept);
	for (uint32_t k = 0; k < kept; k++) {
		for (uint32_t r = 0; r < order[k]->made.reading_count; r++)
			order[k]->readings[r].role = k;
		roles[k] = order[k]->made;
		for (uint32_t i = (uint32_t)(order[k] - drafts.at) + 1; i > 0;
			i = drafts.at[i - 1].next)
			for (uint32_t r = drafts.at[i - 1].from; r < drafts.at[i - 1].to; r++)
				holding->list.at[r].reading =
					reading_of(&roles[k], &holding->list.at[r]);
	}
	actor->roles = roles;
	actor->role_count = kept;
	arena_rewind(holding->scratch, mark);
}

void roles_hold(struct holding *holding)
{
	struct held_list *list = &holding->list;

	for (uint32_t d = 0; d < holding->count; d++)
		read_document(holding, d);
	if (list->count)
		qsort(list->at, list->count, sizeof *list->at, compare_held);
	for (uint32_t from = 0, to; from < list->count; from = to) {
		for (to = from; to < list->count && list->at[to].actor == list->at[from].actor;)
			to++;
		make_roles(holding, from, to);
	}
}
