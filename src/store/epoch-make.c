#include "store/archive.h"

#include "know/corrected.h"
#include "know/furniture.h"
#include "know/roles.h"
#include "store/epoch-entities.h"
#include "store/epoch-parts.h"
#include "store/own.h"

/* An epoch under construction. */
struct making {
	struct epoch *epoch;
	struct archive *archive;
	struct arena scratch;
	struct document *documents;
	uint8_t **kinds;
	int32_t today;
};

static void make_furniture(struct making *m)
{
	struct epoch *epoch = m->epoch;

	m->kinds = ARENA_ARRAY(&epoch->arena, uint8_t *, epoch->count);
	furniture_make(m->documents, epoch->count, m->kinds, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->facts[id].kinds = m->kinds[id];
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
	people_make(m->documents, kinds, epoch->count, &beside, &epoch->people, &epoch->arena);
	corrected_names(m->documents, epoch->count, &epoch->people, &epoch->arena);
}

/* Once it is known who was named and when. */
static void make_roles(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const uint8_t **kinds = ARENA_ARRAY(&m->scratch, const uint8_t *, epoch->count);
	struct published *published = ARENA_ARRAY(&m->scratch, struct published, epoch->count);

	for (article_id id = 0; id < epoch->count; id++) {
		kinds[id] = m->kinds[id];
		published[id] = epoch->facts[id].published;
	}
	roles_make(m->documents, kinds, published, epoch->count, &epoch->people, &epoch->arena);
	corrected_roles(m->documents, epoch->count, &epoch->people, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->facts[id].mentions = epoch->people.documents[id].mentions;
		epoch->facts[id].mention_count = epoch->people.documents[id].mention_count;
	}
}

static void make_entities(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const uint8_t **kinds = ARENA_ARRAY(&m->scratch, const uint8_t *, epoch->count);

	for (article_id id = 0; id < epoch->count; id++)
		kinds[id] = m->kinds[id];
	entities_make(
		m->documents, kinds, epoch->count, &epoch->people, &epoch->entities, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->facts[id].entities = epoch->entities.documents[id].mentions;
		epoch->facts[id].entity_count = epoch->entities.documents[id].mention_count;
	}
}

static void make_quotes(struct making *m)
{
	struct epoch *epoch = m->epoch;
	struct quotations *quotes = ARENA_ARRAY(&m->scratch, struct quotations, epoch->count);

	for (article_id id = 0; id < epoch->count; id++)
		quotes[id] = speakers_make(&m->documents[id], m->kinds[id], &epoch->people,
			&epoch->people.documents[id], &epoch->arena);
	corrected_quotes(m->documents, epoch->count, &epoch->people, quotes);
	for (article_id id = 0; id < epoch->count; id++) {
		epoch->facts[id].quotes = quotes[id].at;
		epoch->facts[id].quote_count = quotes[id].count;
	}
}

static void make_dating(struct making *m)
{
	struct epoch *epoch = m->epoch;
	struct published *published = ARENA_ARRAY(&m->scratch, struct published, epoch->count);

	dating_make(m->documents, epoch->count, m->today, published, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->facts[id].published = published[id];
}

/* Once it is known when each article was published. */
static void make_days(struct making *m)
{
	struct epoch *epoch = m->epoch;

	for (article_id id = 0; id < epoch->count; id++) {
		struct facts *facts = &epoch->facts[id];
		struct days_spoken days;

		spoken_make(
			&m->documents[id], facts->kinds, &facts->published, &days, &epoch->arena);
		facts->days = days.at;
		facts->day_count = days.count;
	}
}

static void make_lexicons(struct making *m)
{
	struct epoch *epoch = m->epoch;
	const struct root_forms *pairs = &m->archive->root_forms;

	epoch->forms = lexicon_view(&m->archive->forms);
	epoch->roots = lexicon_view(&m->archive->roots);
	epoch->terms = lexicon_view(&m->archive->terms);
	epoch->backgrounds = m->archive->backgrounds.at;
	epoch->topics = m->archive->topics.at;
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

static void make_words(struct making *m)
{
	epoch_index_words(m->epoch);
}

static void make_terms(struct making *m)
{
	epoch_index_terms(m->epoch);
}

static void make_actors(struct making *m)
{
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
static void (*const steps[])(struct making *) = {make_furniture, make_people, make_entities, make_dating,
	make_roles, make_quotes, make_days, make_lexicons, make_order, make_words, make_terms,
	make_actors, make_stories};

static struct epoch *epoch_begin(const struct archive *archive, bool is_final)
{
	struct arena arena;

	arena_init(&arena);
	struct epoch *epoch = ARENA_NEW(&arena, struct epoch);
	epoch->arena = arena;
	epoch->is_final = is_final;
	epoch->count = archive->segments.count;
	epoch->languages = archive->languages;
	epoch->segments = archive->segments.at;
	epoch->facts = ARENA_ARRAY(&epoch->arena, struct facts, epoch->count);
	epoch->problems = archive->problems.at;
	epoch->problem_count = archive->problems.count;
	epoch->passed_over = archive->passed_over;
	epoch->own = own_make(epoch->count, &epoch->arena);
	return epoch;
}

struct epoch *epoch_make(
	struct archive *archive, int32_t today, bool is_final, const atomic_bool *stop)
{
	struct making m = {
		.epoch = epoch_begin(archive, is_final), .archive = archive, .today = today};
	bool stopped = false;

	arena_init(&m.scratch);
	m.documents = ARENA_ARRAY(&m.scratch, struct document, m.epoch->count);
	for (article_id id = 0; id < m.epoch->count; id++) {
		const struct segment *segment = m.epoch->segments[id];
		m.documents[id] = (struct document){segment->article, segment->evidence};
	}
	for (size_t i = 0; i < COUNT(steps) && !stopped; i++) {
		stopped = stop && atomic_load(stop);
		if (!stopped)
			steps[i](&m);
	}
	arena_clear(&m.scratch);
	if (!stopped)
		return m.epoch;
	epoch_close(m.epoch);
	return NULL;
}

void epoch_close(struct epoch *epoch)
{
	if (!epoch)
		return;
	struct arena arena = epoch->arena; /* the epoch itself lies in it */
	arena_clear(&arena);
}
