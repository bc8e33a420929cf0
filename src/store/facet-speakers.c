#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "store/faceting.h"

/* What the articles here hold of each speaker. */
struct said {
	uint32_t *articles, *quotes;
};

static struct said count_said(const struct faceting *f)
{
	uint32_t actors = f->epoch->actor_count, count, id;
	struct said said = {
		ARENA_ARRAY(f->arena, uint32_t, actors), ARENA_ARRAY(f->arena, uint32_t, actors)};
	uint32_t *last = ARENA_ARRAY(f->arena, uint32_t, actors);
	struct bits_walk walk =
		bits_walk_of(f->base.bits, f->base.count ? f->epoch->count : 0, false);

	while (bits_walk_next(&walk, &id)) {
		const uint32_t *quoted = postings_row(&f->epoch->quoted, id, &count);
		for (uint32_t q = 0; q < count; q++) {
			uint32_t actor = quoted[q];
			if (actor == SPEAKER_NOBODY)
				continue;
			said.quotes[actor]++;
			said.articles[actor] += last[actor] != id + 1;
			last[actor] = id + 1;
		}
	}
	return said;
}

/* Appends the speaker; whether it is chosen. */
static bool add_speaker(struct faceting *f, uint32_t actor, const struct said *said)
{
	struct clause clause = {.kind = CLAUSE_SAYS,
		.text = epoch_actor_slug(f->epoch, actor),
		.label = epoch_actor_name(f->epoch, actor)};

	faceting_add(f, clause, said->articles[actor], postings_length(&f->epoch->speakers, actor));
	f->values.at[f->values.count - 1].quotes = said->quotes[actor];
	return f->values.at[f->values.count - 1].choice != CHOICE_NONE;
}

/* Of as many quotations here. */
static bool is_before(const struct faceting *f, uint32_t a, uint32_t b)
{
	const struct postings *speakers = &f->epoch->speakers;
	uint32_t all_of_a = postings_length(speakers, a), all_of_b = postings_length(speakers, b);

	if (all_of_a != all_of_b)
		return all_of_a > all_of_b;
	return span_compare(span_of(epoch_actor_name(f->epoch, a)),
		       span_of(epoch_actor_name(f->epoch, b))) < 0;
}

/* Marks those that are not told with the others: whom nobody quotes, and those who are chosen, who
 * are appended. */
static void add_chosen(struct faceting *f, const struct said *said, bool *is_out)
{
	bool asks = faceting_asks(f, CLAUSE_SAYS);

	for (uint32_t actor = 0; actor < f->epoch->actor_count; actor++) {
		is_out[actor] = postings_length(&f->epoch->speakers, actor) == 0;
		f->all += !is_out[actor];
		if (is_out[actor] || !asks)
			continue;
		is_out[actor] = add_speaker(f, actor, said);
		if (!is_out[actor])
			f->values.count--;
	}
	f->live += f->values.count;
}

void faceting_add_speakers(struct faceting *f)
{
	uint32_t actors = f->epoch->actor_count;
	bool *is_out = ARENA_ARRAY(f->arena, bool, actors);
	struct said said = count_said(f);
	const uint32_t *best;

	add_chosen(f, &said, is_out);
	uint32_t count = faceting_best(
		f, (struct faceting_choice){actors, said.quotes, is_out, is_before}, &best);
	for (uint32_t i = 0; i < count; i++)
		add_speaker(f, best[i], &said);
	faceting_sort(f);
}
