#ifndef DEPECHE_KNOW_STORIES_TOPICS_H
#define DEPECHE_KNOW_STORIES_TOPICS_H

/*
 * Words that tell what kind of news a title announces: kinds that come again and again, each time
 * another event.
 */

#include "base/span.h"

enum story_topic {
	TOPIC_FIGURES = 1, /* statistics, prices, polls */
	TOPIC_CONTEST = 2, /* rounds of a season */
	TOPIC_DEATH = 4,   /* obituaries */
	TOPIC_GAMES = 8,   /* many contests under one name */
	TOPIC_JUSTICE = 16 /* inquiries, trials, scandals */
};

struct story_topic_word {
	const char *beginning; /* of the folded stem; all of it when whole */
	uint8_t topics;
	bool whole;
};

/* What a folded stem tells; 0 for nearly all. */
uint8_t story_topics(struct span stem);

extern const struct story_topic_word story_topic_words[];
extern const size_t story_topic_count;

#endif
