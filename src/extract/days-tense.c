#include "extract/days-words.h"

#define REACH 9u            /* words between a day and the verb that tells its tense */
#define PARTICIPLE_REACH 4u /* words from the auxiliary to its participle */

/* The tense that the word tells; have is the place of the last auxiliary. */
static unsigned tense_of(const struct day_words *words, uint32_t i, uint32_t have)
{
	unsigned cues = words->at[i].cues;

	if (cues & (CUE_FUTURE | CUE_NEXT))
		return CUE_FUTURE;
	if (cues & (CUE_PAST | CUE_LAST))
		return CUE_PAST;
	if ((cues & CUE_PARTICIPLE) && have != UINT32_MAX && i - have <= PARTICIPLE_REACH)
		return CUE_PAST;
	return 0;
}

static void settle(struct day_mark *mark, unsigned tense)
{
	if (mark->future || mark->past)
		return;
	mark->future = tense == CUE_FUTURE;
	mark->past = tense == CUE_PAST;
}

/* What was met before a mark. */
struct behind {
	uint32_t next; /* word to look at */
	uint32_t have; /* the last auxiliary */
	uint32_t at;   /* of the tense */
	unsigned tense;
};

static void look_back(const struct day_words *words, uint32_t to, struct behind *behind)
{
	for (; behind->next < to; behind->next++) {
		unsigned tense = tense_of(words, behind->next, behind->have);
		if (words->at[behind->next].cues & CUE_HAVE)
			behind->have = behind->next;
		if (tense) {
			behind->tense = tense;
			behind->at = behind->next;
		}
	}
}

/* The tense after a mark in its clause, nearer than the distance; 0 when there is none. A comma
 * behind a day that begins the sentence is no matter: "Le 5 mai, il a dit". */
static unsigned look_ahead(
	const struct day_words *words, const struct placed_mark *mark, uint32_t distance)
{
	uint32_t have = UINT32_MAX, next = mark->last + 1;

	for (uint32_t i = next; i < words->count && i - mark->last < distance; i++) {
		if (words->at[i].cut && (i > next || mark->first > 1))
			break;
		unsigned tense = tense_of(words, i, have);
		if (tense)
			return tense;
		if (words->at[i].cues & CUE_HAVE)
			have = i;
	}
	return 0;
}

void days_tense(const struct day_words *words, struct placed_mark *marks, uint32_t count)
{
	struct behind behind = {.have = UINT32_MAX};

	for (uint32_t m = 0; m < count; m++) {
		look_back(words, marks[m].first, &behind);
		uint32_t distance = behind.tense ? marks[m].first - behind.at : REACH + 1;
		if (distance > REACH)
			distance = REACH + 1;
		unsigned tense = look_ahead(words, &marks[m], distance);
		if (!tense && distance <= REACH)
			tense = behind.tense;
		/* "une réunion est prévue lundi, deux autres mardi" */
		if (!tense && m > 0 && marks[m - 1].mark.future)
			tense = CUE_FUTURE;
		settle(&marks[m].mark, tense);
	}
}
