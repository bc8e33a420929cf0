#include "store/match.h"

#include "store/bits.h"
#include "store/epoch-parts.h"
#include "store/epoch-walk.h"

/* Those of CLAUSE_WITH in one epoch. */
struct group {
	uint32_t actors[QUERY_WITH_MOST];
	uint32_t count;
};

static bool group_of(const struct epoch *epoch, const struct clause *clause, struct group *group)
{
	*group = (struct group){0};
	for (uint32_t i = 0; i < clause->any_count && i < QUERY_WITH_MOST; i++) {
		struct span slug = span_of(clause->any[i]->clauses[0].text);
		uint32_t actor = epoch_actor_find(epoch, slug);
		if (actor == ACTOR_NONE)
			return false;
		group->actors[group->count++] = actor;
	}
	return true;
}

/* A bit for each of the group that the mention is of. */
static uint32_t whom(const struct group *group, const struct mention *mention)
{
	uint32_t who = 0;

	for (uint32_t i = 0; i < group->count; i++)
		who |= (uint32_t)(group->actors[i] == mention->actor) << i;
	return who;
}

/* Whether some line of the article has all of them. */
static bool stand_together(const struct epoch *epoch, article_id id, const struct group *group)
{
	const struct article *article = epoch_article(epoch, id);
	const struct facts *facts = epoch_facts(epoch, id);
	uint32_t all = (UINT32_C(1) << group->count) - 1, next = 0;

	for (uint32_t line = 0; line < article->line_count; line++) {
		uint32_t here = 0;
		for (; next < facts->mention_count; next++) {
			const struct mention *mention = &facts->mentions[next];
			if (mention->at.start >= article->lines[line].at.end)
				break;
			here |= whom(group, mention);
		}
		if (here == all)
			return true;
	}
	return false;
}

void match_with(const struct epoch *epoch, const struct clause *clause, uint64_t *articles)
{
	struct group group;
	uint32_t count;

	if (!group_of(epoch, clause, &group) || group.count == 0)
		return;
	const uint32_t *ids = postings_row(&epoch->meant, group.actors[0], &count);
	for (uint32_t i = 0; i < count; i++) {
		struct epoch_mark mark = epoch_mark(epoch);
		if (stand_together(epoch, ids[i], &group))
			bits_set(articles, ids[i]);
		epoch_rewind(epoch, mark);
	}
}

void match_entity(const struct epoch *epoch, struct span slug, uint64_t *articles)
{
	uint32_t entity = dictionary_get(&epoch->entities_by_slug, slug), count;
	const uint32_t *ids = postings_row(&epoch->entity_articles, entity, &count);

	for (uint32_t i = 0; i < count; i++)
		bits_set(articles, ids[i]);
}
