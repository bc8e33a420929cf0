#include "store/epoch-parts.h"
#include "store/faceting.h"

/* What the articles here hold of each speaker. */
struct said {
	uint32_t articles, quotes;
};

static struct said *count_said(const struct faceting *f)
{
	uint32_t actors = f->epoch->people.actor_count;
	struct said *said = ARENA_ARRAY(f->arena, struct said, actors);
	uint32_t *last = ARENA_ARRAY(f->arena, uint32_t, actors);

	for (uint32_t i = 0; i < f->base.count; i++) {
		const struct facts *facts = &f->epoch->facts[f->base.ids[i]];
		for (uint32_t q = 0; q < facts->quote_count; q++) {
			uint32_t actor = facts->quotes[q].actor;
			if (actor == SPEAKER_NOBODY)
				continue;
			said[actor].quotes++;
			said[actor].articles += last[actor] != i + 1;
			last[actor] = i + 1;
		}
	}
	return said;
}

void faceting_add_speakers(struct faceting *f)
{
	const struct epoch *epoch = f->epoch;
	struct said *said = count_said(f);
	uint32_t all;

	for (uint32_t actor = 0; actor < epoch->people.actor_count; actor++) {
		const struct actor *who = &epoch->people.actors[actor];
		postings_row(&epoch->speakers, actor, &all);
		if (all == 0)
			continue;
		faceting_add(f,
			(struct clause){.kind = CLAUSE_SAYS, .text = who->slug, .label = who->name},
			said[actor].articles, all);
		f->values.at[f->values.count - 1].quotes = said[actor].quotes;
	}
}
