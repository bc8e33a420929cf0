#include "know/speakers-near.h"

#include "text/utf8.h"

#include <string.h>

/* Mentions back over which an actor's share of the article is counted. */
#define SHARE_BACK 64u
#define SHARE_MOST 6u
/* Bytes from a sentence's beginning in which a mention is its subject. */
#define SUBJECT_BYTES 60u

/* Points: what counts for one reading, and how much. */
#define POINTS_BYTE 1        /* lost for each byte of distance */
#define POINTS_SUBJECT 120   /* begins its sentence */
#define POINTS_COMPLEMENT 80 /* lost behind "de", "avec" and the like */
#define POINTS_SHARE 60      /* for each other mention of the actor */
#define POINTS_GENDER 150    /* known and the same */
#define POINTS_LINE 150      /* lost for each line between */

uint32_t near_mention(const struct near *n, uint32_t place)
{
	uint32_t low = 0, high = n->mentions->mention_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (n->mentions->mentions[middle].at.start < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool near_fits(const struct near *n, uint32_t actor, const struct quote_mark *mark)
{
	enum gender gender = n->people->actors[actor].gender;

	return mark->clue != SPEAKER_PRONOUN || mark->plural || !gender || !mark->gender ||
	       gender == mark->gender;
}

/* Whether little stands between the beginning of its sentence and the place. */
static bool begins_sentence(struct span text, uint32_t place)
{
	uint32_t least = place > SUBJECT_BYTES ? place - SUBJECT_BYTES : 0;

	for (uint32_t at = place; at > least; at--) {
		char before = text.at[at - 1];
		if (before == ',' || before == ':' || before == ';')
			return false;
		if (before == '\n' || before == '.' || before == '!' || before == '?')
			return true;
	}
	return least == 0;
}

/* Whether the word right before a place makes what follows a complement. */
static bool is_complement(struct span text, uint32_t place)
{
	static const char *const words[] = {" de", " du", " des", " d'", " d’", " à", " avec",
		" contre", " par", " pour", " chez", " of", " with", " to", " by", " for",
		" against"};
	struct span before = span_cut(text, place > 12 ? place - 12 : 0, place);

	while (before.len && before.at[before.len - 1] == ' ')
		before.len--;
	for (size_t i = 0; i < COUNT(words); i++)
		if (span_ends(before, span_of(words[i])))
			return true;
	return false;
}

static int share_of(const struct near *n, uint32_t mention)
{
	uint32_t first = mention > SHARE_BACK ? mention - SHARE_BACK : 0, count = 0;

	for (uint32_t i = first; i < mention && count < SHARE_MOST; i++)
		count += n->mentions->mentions[i].actor == n->mentions->mentions[mention].actor;
	return (int)count;
}

static int lines_between(struct span text, uint32_t from, uint32_t place)
{
	int lines = 0;

	for (uint32_t at = from; at < place; at++)
		lines += text.at[at] == '\n' && (at == 0 || text.at[at - 1] != '\n');
	return lines;
}

static int points_of(
	const struct near *n, uint32_t i, const struct quote_mark *mark, uint32_t place)
{
	struct span text = n->article->text;
	const struct mention *mention = &n->mentions->mentions[i];
	int points = -POINTS_BYTE * (int)(place - mention->at.end);

	if (begins_sentence(text, mention->at.start))
		points += POINTS_SUBJECT;
	if (is_complement(text, mention->at.start))
		points -= POINTS_COMPLEMENT;
	if (mark->gender && n->people->actors[mention->actor].gender == mark->gender)
		points += POINTS_GENDER;
	return points + POINTS_SHARE * share_of(n, i) -
	       POINTS_LINE * lines_between(text, mention->at.end, place);
}

const struct mention *near_person(
	const struct near *n, const struct quote_mark *mark, uint32_t from, uint32_t place)
{
	const struct mention *best = NULL;
	uint32_t tried = 0;
	int most = 0;

	for (uint32_t i = near_mention(n, place); i-- > 0 && tried < NEAR_MOST;) {
		const struct mention *mention = &n->mentions->mentions[i];
		if (mention->at.start < from)
			break;
		if (mention->at.end > place || !near_fits(n, mention->actor, mark) ||
			(mention->at.start >= mark->at.start && mention->at.end <= mark->at.end))
			continue;
		int points = points_of(n, i, mark, place);
		if (tried++ == 0 || points > most) {
			most = points;
			best = mention;
		}
	}
	return best;
}
