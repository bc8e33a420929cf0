#include "store/query-story.h"

#include "store/bits.h"
#include "store/epoch-stories.h"
#include "store/match.h"

void match_story(const struct epoch *epoch, struct span article, uint64_t *articles)
{
	article_id id = ARTICLE_NONE;

	if (epoch_article_find(epoch, article, &id) != 1)
		return;
	const struct story *story = epoch_story(epoch, id);
	bits_set(articles, id);
	for (uint32_t i = 0; story && i < story->count; i++)
		bits_set(articles, story->articles[i]);
}

struct clause query_story(const struct epoch *epoch, article_id id, struct arena *arena)
{
	const struct story *story = epoch_story(epoch, id);
	article_id first = story ? story->articles[0] : id, central = story ? story->central : id;

	return (struct clause){.kind = CLAUSE_STORY,
		.text = arena_string(arena, span_of(epoch_article(epoch, first)->path)),
		.label = arena_string(arena, epoch_article(epoch, central)->title)};
}
