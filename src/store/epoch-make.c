#include "store/archive.h"

#include "know/corrected.h"
#include "know/dating-stated.h"
#include "know/furniture.h"
#include "know/roles.h"
#include "store/desk.h"
#include "store/epoch-steps.h"
#include "store/own.h"
#include "store/sealed.h"

#include <string.h>

/* An epoch under construction. */
struct making {
	struct epoch *epoch;
	struct archive *archive;
	struct arena scratch;
	struct document *documents;
	uint8_t **kinds;
	int32_t today;
	const atomic_bool *stop; /* null: never */
	bool waits_for_words;    /* that were begun beside */
	bool has_words;          /* whole */
};

static void make_furniture(struct making *m)
{
	struct epoch *epoch = m->epoch;

	m->kinds = ARENA_ARRAY(&epoch->raw->arena, uint8_t *, epoch->count);
	furniture_make(m->documents, epoch->count, m->kinds, &epoch->raw->arena);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->raw->facts[id].kinds = m->kinds[id];
}

static void make_people(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const uint8_t **kinds = ARENA_ARRAY(&m->scratch, const uint8_t *, epoch->count);
	struct word_cases cases = {
		&m->archive->forms.strings, m->archive->uses.at, m->archive->small_uses.at};
	struct people_beside beside = {
		.cases = &cases, .rules = &m->archive->rules, .language = m->archive->language};

	for (article_id id = 0; id < epoch->count; id++)
		kinds[id] = m->kinds[id];
	people_make(m->documents, kinds, epoch->count, &beside, &epoch->raw->people,
		&epoch->raw->arena);
	corrected_names(m->documents, epoch->count, &epoch->raw->people, &epoch->raw->arena);
}

/* Once it is known who was named and when. */
static void make_roles(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const uint8_t **kinds = ARENA_ARRAY(&m->scratch, const uint8_t *, epoch->count);
	struct published *published = ARENA_ARRAY(&m->scratch, struct published, epoch->count);

	for (article_id id = 0; id < epoch->count; id++) {
		kinds[id] = m->kinds[id];
		published[id] = epoch->raw->facts[id].published;
	}
	roles_make(m->documents, kinds, published, epoch->count, &epoch->raw->people,
		&epoch->raw->arena);
	corrected_roles(m->documents, epoch->count, &epoch->raw->people, &epoch->raw->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->raw->facts[id].mentions = epoch->raw->people.documents[id].mentions;
		epoch->raw->facts[id].mention_count =
			epoch->raw->people.documents[id].mention_count;
	}
}

static void make_entities(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const uint8_t **kinds = ARENA_ARRAY(&m->scratch, const uint8_t *, epoch->count);

	for (article_id id = 0; id < epoch->count; id++)
		kinds[id] = m->kinds[id];
	entities_make(m->documents, kinds, epoch->count, &epoch->raw->people, &epoch->raw->entities,
		&epoch->raw->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->raw->facts[id].entities = epoch->raw->entities.documents[id].mentions;
		epoch->raw->facts[id].entity_count =
			epoch->raw->entities.documents[id].mention_count;
	}
}

static void make_quotes(struct making *m)
{
	struct epoch *epoch = m->epoch;
	struct quotations *quotes = ARENA_ARRAY(&m->scratch, struct quotations, epoch->count);

	for (article_id id = 0; id < epoch->count; id++)
		quotes[id] = speakers_make(&m->documents[id], m->kinds[id], &epoch->raw->people,
			&epoch->raw->people.documents[id], &epoch->raw->arena);
	corrected_quotes(m->documents, epoch->count, &epoch->raw->people, quotes);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->raw->facts[id].quotes = quotes[id].at;
		epoch->raw->facts[id].quote_count = quotes[id].count;
	}
}

static void make_dating(struct making *m)
{
	struct epoch *epoch = m->epoch;
	struct published *published = ARENA_ARRAY(&m->scratch, struct published, epoch->count);

	dating_make(m->documents, epoch->count, m->today, published, &epoch->raw->arena);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->raw->facts[id].published = published[id];
}

#define LEAP_YEARS_APART 8

/* The last day on which a day and month without a year mean no more years than they do today. */
static int32_t same_until(int32_t today, const struct stated *stated)
{
	int year = civil_of(today).year;

	for (int next = year; next <= year + LEAP_YEARS_APART; next++)
		if (day_of(next, stated->month, stated->day) > today)
			return day_of(next, stated->month, stated->day) - 1;
	return today;
}

/* A year that is worked out is never one to come: the next time that its day comes round, another
 * could be meant. */
static void make_term(struct making *m)
{
	struct epoch *epoch = m->epoch;

	epoch->made_on = m->today;
	epoch->holds_until = INT32_MAX;
	for (article_id id = 0; id < epoch->count && m->today != DAY_NONE; id++) {
		const struct published *published = &epoch->raw->facts[id].published;
		if (published->day != DAY_NONE && !published->year_inferred)
			continue;
		struct stated stated = stated_read(&m->documents[id]);
		int32_t until =
			stated.year || !stated.day ? INT32_MAX : same_until(m->today, &stated);
		epoch->holds_until = until < epoch->holds_until ? until : epoch->holds_until;
	}
}

/* Once it is known when each article was published. */
static void make_days(struct making *m)
{
	struct epoch *epoch = m->epoch;

	for (article_id id = 0; id < epoch->count; id++) {
		struct facts *facts = &epoch->raw->facts[id];
		struct days_spoken days;

		spoken_make(&m->documents[id], facts->kinds, &facts->published, &days,
			&epoch->raw->arena);
		facts->days = days.at;
		facts->day_count = days.count;
	}
}

static void make_lexicons(struct making *m)
{
	struct archive *archive = m->archive;
	struct epoch *epoch = m->epoch;
	const struct root_forms *pairs = &archive->root_forms;

	epoch->forms = lexicon_view(&archive->forms, &epoch->arena);
	epoch->roots = lexicon_view(&archive->roots, &epoch->arena);
	epoch->terms = lexicon_view(&archive->terms, &epoch->arena);
	epoch->backgrounds = arena_copy(&epoch->arena, archive->backgrounds.at,
		archive->backgrounds.count * sizeof *archive->backgrounds.at);
	epoch->raw->forms = &archive->forms.strings;
	epoch->raw->topics = archive->topics.at;
	postings_init(&epoch->root_forms, epoch->roots.count, &epoch->arena);
	for (uint32_t i = 0; i < pairs->count; i++)
		postings_count(&epoch->root_forms, pairs->at[i].root);
	postings_settle(&epoch->root_forms, &epoch->arena);
	for (uint32_t i = 0; i < pairs->count; i++)
		postings_put(&epoch->root_forms, pairs->at[i].root, pairs->at[i].form);
}

static void make_order(struct making *m)
{
	epoch_sort(m->epoch);
}

/* May run beside the steps that follow: it touches nothing that they do. */
static void make_words(void *context)
{
	struct making *m = context;

	epoch_index_words(m->epoch);
	if (m->stop && atomic_load(m->stop))
		return;
	epoch_pack_words(m->epoch);
	m->has_words = true;
}

static void begin_words(struct making *m)
{
	struct beside *beside = m->archive->beside;

	epoch_lay_lines(m->epoch);
	if (beside)
		beside->begin(beside, make_words, m);
	else
		make_words(m);
	m->waits_for_words = beside != NULL;
}

/* They may have been given up later than all that was made meanwhile: false. */
static bool end_words(struct making *m)
{
	if (m->waits_for_words)
		m->archive->beside->end(m->archive->beside);
	return m->has_words;
}

static void make_terms(struct making *m)
{
	epoch_index_terms(m->epoch);
}

static void make_actors(struct making *m)
{
	m->epoch->actor_count = m->epoch->raw->people.actor_count;
	memcpy(m->epoch->entity_starts, m->epoch->raw->entities.starts,
		sizeof m->epoch->entity_starts);
	epoch_index_actors(m->epoch);
	epoch_index_speakers(m->epoch);
	epoch_index_entities(m->epoch);
	epoch_index_sources(m->epoch);
	epoch_index_days(m->epoch);
}

static void make_stories(struct making *m)
{
	epoch_find_stories(m->epoch);
}

/* A load that is given up waits for one of these at most. */
static void (*const steps[])(struct making *) = {make_furniture, make_lexicons, begin_words,
	make_people, make_entities, make_dating, make_term, make_roles, make_quotes, make_days,
	make_order, make_terms, make_actors, make_stories};

static struct epoch_raw *raw_begin(const struct archive *archive)
{
	struct arena arena;

	arena_init(&arena);
	struct epoch_raw *raw = ARENA_NEW(&arena, struct epoch_raw);
	raw->arena = arena;
	raw->segments = archive->segments.at;
	raw->facts = ARENA_ARRAY(&raw->arena, struct facts, archive->segments.count);
	return raw;
}

/* What the epoch tells of problems outlives the archive. */
static void keep_problems(struct epoch *epoch, const struct archive *archive)
{
	uint32_t count = archive->problems.count;
	struct problem *problems = ARENA_ARRAY(&epoch->arena, struct problem, count);

	for (uint32_t i = 0; i < count; i++) {
		const struct problem *problem = &archive->problems.at[i];
		problems[i] = (struct problem){arena_string(&epoch->arena, span_of(problem->path)),
			arena_string(&epoch->arena, span_of(problem->reason)), problem->of_reader};
	}
	epoch->problems = problems;
	epoch->problem_count = count;
	epoch->passed_over = archive->passed_over;
}

static struct epoch *epoch_begin(const struct archive *archive, bool is_final)
{
	struct arena arena;

	arena_init(&arena);
	struct epoch *epoch = ARENA_NEW(&arena, struct epoch);
	epoch->arena = arena;
	arena_init(&epoch->beside);
	epoch->is_final = is_final;
	epoch->count = archive->segments.count;
	epoch->languages = archive->languages;
	epoch->raw = raw_begin(archive);
	keep_problems(epoch, archive);
	epoch->corrections = arena_span(&epoch->arena, archive->corrections_text);
	epoch->corrected = corrections_parse(epoch->corrections, &epoch->arena);
	epoch->records = arena_copy(
		&epoch->arena, archive->records.at, epoch->count * sizeof *archive->records.at);
	epoch->own = own_make(epoch->count, NULL, &epoch->arena);
	return epoch;
}

struct epoch *epoch_draft(
	struct archive *archive, int32_t today, bool is_final, const atomic_bool *stop)
{
	struct making m = {.epoch = epoch_begin(archive, is_final),
		.archive = archive,
		.today = today,
		.stop = stop};
	bool stopped = false;

	arena_init(&m.scratch);
	m.documents = ARENA_ARRAY(&m.scratch, struct document, m.epoch->count);
	for (article_id id = 0; id < m.epoch->count; id++) {
		const struct segment *segment = m.epoch->raw->segments[id];
		m.documents[id] = (struct document){segment->article, segment->evidence};
	}
	for (size_t i = 0; i < COUNT(steps) && !stopped; i++) {
		stopped = stop && atomic_load(stop);
		if (!stopped)
			steps[i](&m);
	}
	stopped |= !end_words(&m);
	arena_clear(&m.scratch);
	if (!stopped)
		return m.epoch;
	epoch_close(m.epoch);
	return NULL;
}

struct epoch *epoch_make(
	struct archive *archive, int32_t today, bool is_final, const atomic_bool *stop)
{
	struct epoch *epoch = epoch_draft(archive, today, is_final, stop);

	if (epoch)
		epoch_seal(epoch);
	return epoch;
}

void epoch_raw_close(struct epoch *epoch)
{
	if (!epoch->raw)
		return;
	struct arena arena = epoch->raw->arena; /* what is raw itself lies in it */
	epoch->raw = NULL;
	arena_clear(&arena);
}

void epoch_close(struct epoch *epoch)
{
	if (!epoch)
		return;
	epoch_raw_close(epoch);
	if (epoch->desk)
		desk_clear(epoch->desk);
	container_close(&epoch->container);
	if (!epoch->borrows_library)
		library_close(&epoch->library);
	arena_clear(&epoch->beside);
	struct arena arena = epoch->arena; /* the epoch itself lies in it */
	arena_clear(&arena);
}
