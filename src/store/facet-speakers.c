#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "store/faceting.h"

/* What the articles here hold of each speaker. */
struct said {
	uint32_t articles, quotes;
};

static struct said *count_said(const struct faceting *f)
{
	uint32_t actors = f->epoch->actor_count, count;
	struct said *said = ARENA_ARRAY(f->arena, struct said, actors);
	uint32_t *last = ARENA_ARRAY(f->arena, uint32_t, actors);

	for (uint32_t i = 0; i < f->base.count; i++) {
		const uint32_t *quoted = postings_row(&f->epoch->quoted, f->base.ids[i], &count);
		for (uint32_t q = 0; q < count; q++) {
			uint32_t actor = quoted[q];
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

	for (uint32_t actor = 0; actor < epoch->actor_count; actor++) {
		postings_row(&epoch->speakers, actor, &all);
		if (all == 0)
			continue;
		faceting_add(f,
			(struct clause){.kind = CLAUSE_SAYS,
				.text = epoch_actor_slug(epoch, actor),
				.label = epoch_actor_name(epoch, actor)},
			said[actor].articles, all);
		f->values.at[f->values.count - 1].quotes = said[actor].quotes;
	}
}
