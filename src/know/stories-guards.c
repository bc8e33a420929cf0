#include "know/stories-pair.h"

#define FIGURES_DAYS 3 /* statistics that far apart are other ones */
#define CONTEST_DAYS 5 /* so are rounds */

static uint8_t title_topics(const struct story_article *article)
{
	uint8_t topics = 0;

	for (uint32_t i = 0; i < article->term_count; i++)
		if (article->terms[i].flags & STORY_TITLE)
			topics |= article->terms[i].topics;
	return topics;
}

/* Of the words that both titles have: whether one is a name, whether one is of no kind of news. */
static void shared_titles(
	const struct story_article *x, const struct story_article *y, bool *name, bool *content)
{
	for (uint32_t i = 0, j = 0; i < x->term_count && j < y->term_count;) {
		const struct story_term *s = &x->terms[i], *t = &y->terms[j];
		if (s->term == t->term && s->flags & t->flags & STORY_TITLE) {
			*name |= (s->flags & t->flags & STORY_NAME) != 0;
			*content |= s->topics == 0;
		}
		i += s->term <= t->term;
		j += t->term <= s->term;
	}
}

bool story_pair_forbidden(const struct story_index *index, uint32_t a, uint32_t b)
{
	const struct story_article *x = &index->archive->articles[a];
	const struct story_article *y = &index->archive->articles[b];
	uint8_t topics = title_topics(x) & title_topics(y);
	bool name = false, content = false;
	int64_t gap = x->day == DAY_NONE || y->day == DAY_NONE ? 0 : (int64_t)x->day - y->day;

	gap = gap < 0 ? -gap : gap;
	if (!topics)
		return false;
	if ((topics & TOPIC_FIGURES && gap >= FIGURES_DAYS) ||
		(topics & TOPIC_CONTEST && gap >= CONTEST_DAYS))
		return true;
	shared_titles(x, y, &name, &content);
	if (topics & TOPIC_DEATH && x->title_name_count && y->title_name_count)
		return !story_share_title_name(x, y);
	return (topics & TOPIC_DEATH && !name) || (topics & TOPIC_GAMES && !content);
}
