#ifndef DEPECHE_KNOW_STORIES_TOPICS_H
#define DEPECHE_KNOW_STORIES_TOPICS_H

/*
 * Words that tell what kind of news a title announces: kinds that come again and again, each time
 * another event.
 */

#include "text/language.h"

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

/* The words of a language; of others none are known. */
struct story_topic_list {
	enum language language;
	const struct story_topic_word *words;
	size_t count;
};

#define STORY_TOPIC_LISTS 2
extern const struct story_topic_list story_topic_lists[STORY_TOPIC_LISTS];

/* What a stem tells by each list: the same letters may be a word of several languages. */
struct story_topics {
	uint8_t of[STORY_TOPIC_LISTS];
};

/* Of a folded stem; nothing for nearly all. */
struct story_topics story_topics(struct span stem);
/* enum story_topic: what it tells in a text of that language. */
uint8_t story_topics_in(struct story_topics, enum language);

#endif
