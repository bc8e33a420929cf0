#include "know/stories-topics.h"

static uint8_t look_up(const struct story_topic_list *list, struct span stem)
{
	uint8_t topics = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct story_topic_word *word = &list->words[i];
		if (!stem.len || stem.at[0] != word->beginning[0])
			continue;
		struct span beginning = span_of(word->beginning);
		if (word->whole ? span_equal(stem, beginning) : span_starts(stem, beginning))
			topics |= word->topics;
	}
	return topics;
}

struct story_topics story_topics(struct span stem)
{
	struct story_topics topics;

	for (size_t i = 0; i < STORY_TOPIC_LISTS; i++)
		topics.of[i] = look_up(&story_topic_lists[i], stem);
	return topics;
}

uint8_t story_topics_in(struct story_topics topics, enum language language)
{
	for (size_t i = 0; i < STORY_TOPIC_LISTS; i++)
		if (story_topic_lists[i].language == language)
			return topics.of[i];
	return 0;
}
