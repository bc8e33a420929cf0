#include "store/epoch-steps.h"

/* Calls each with the actors that an article quotes, each once; last: of each actor 1 + the id of
 * the article that quoted it last. */
static void each_speaker(struct epoch *epoch, article_id id, article_id *last,
	void (*each)(struct epoch *, uint32_t actor, article_id))
{
	const struct facts *facts = &epoch->raw->facts[id];

	for (uint32_t i = 0; i < facts->quote_count; i++) {
		uint32_t actor = facts->quotes[i].actor;
		if (actor == SPEAKER_NOBODY || last[actor] == id + 1)
			continue;
		last[actor] = id + 1;
		each(epoch, actor, id);
	}
}

static void count_speaker(struct epoch *epoch, uint32_t actor, article_id id)
{
	(void)id;
	postings_count(&epoch->speakers, actor);
}

static void put_speaker(struct epoch *epoch, uint32_t actor, article_id id)
{
	postings_put(&epoch->speakers, actor, id);
}

/* The same by article, quotation by quotation. */
static void lay_quoted(struct epoch *epoch)
{
	const struct facts *facts = epoch->raw->facts;

	postings_init(&epoch->quoted, epoch->count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		for (uint32_t i = 0; i < facts[id].quote_count; i++)
			postings_count(&epoch->quoted, id);
	postings_settle(&epoch->quoted, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		for (uint32_t i = 0; i < facts[id].quote_count; i++)
			postings_put(&epoch->quoted, id, facts[id].quotes[i].actor);
}

void epoch_index_speakers(struct epoch *epoch)
{
	uint32_t count = epoch->actor_count;
	struct arena scratch;

	arena_init(&scratch);
	article_id *counted = ARENA_ARRAY(&scratch, article_id, count);
	article_id *put = ARENA_ARRAY(&scratch, article_id, count);
	postings_init(&epoch->speakers, count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		each_speaker(epoch, id, counted, count_speaker);
	postings_settle(&epoch->speakers, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		each_speaker(epoch, id, put, put_speaker);
	lay_quoted(epoch);
	arena_clear(&scratch);
}
