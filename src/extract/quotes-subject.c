#include "extract/quotes-cue.h"
#include "extract/quotes-who.h"

#define SUBJECT_ITEMS 120

/* Words whose complement the next phrase is; a determiner that is one of them too ("des") is not.
 */
#define SAID_GOVERN (SAID_PREPOSITION | SAID_ACCORDING | SAID_FOR | SAID_BY)

int64_t noun_start(struct passage *passage, int64_t first, int64_t end)
{
	for (int64_t i = first; i < end; i++) {
		unsigned bits = passage_bits(passage, i), before = passage_bits(passage, i - 1);
		if (bits & (SAID_QUOTE | SAID_THAT | SAID_WHO))
			break;
		if (!(bits & (SAID_DETERMINER | SAID_CAPITAL)) ||
			bits & (SAID_TIME | SAID_GOVERN) ||
			passage_bits(passage, i + 1) & SAID_TIME)
			continue;
		if (!(before & (SAID_OF | SAID_PREPOSITION | SAID_DETERMINER | SAID_CAPITAL |
				       SAID_BY | SAID_FOR | SAID_ACCORDING)))
			return i;
	}
	return end;
}

/* One past the next comma; -1 when there is none. */
static int64_t past_comma(const struct passage *passage, int64_t item, int64_t end)
{
	while (item < end && !passage_sign(passage, item, ','))
		item++;
	return item < end ? item + 1 : -1;
}

static bool is_number(const struct passage *passage, int64_t item)
{
	return passage->stretch->tokens.at[passage->items[item].token].word.kind == WORD_NUMBER;
}

int64_t over_time(struct passage *passage, int64_t item, int64_t end)
{
	int64_t i = item;
	bool time = false, plural;
	enum gender gender;

	if (who_last(passage, item, &gender, &plural) > item)
		return item;
	while (i < end && passage_bits(passage, i) & (SAID_DETERMINER | SAID_TIME)) {
		time = time || passage_bits(passage, i) & SAID_TIME;
		i++;
	}
	if (!time)
		return item;
	/* The determiner behind it begins the next phrase; a year does not. */
	return passage_bits(passage, i - 1) & SAID_TIME || is_number(passage, i - 1) ? i : i - 1;
}

/* "ce" and the like: a pronoun before a verb, else a determiner. */
static bool is_subject(struct passage *passage, int64_t item)
{
	return passage_bits(passage, item + 1) &
	       (SAID_BE | SAID_HAVE | SAID_CLITIC | SAID_WHO | SAID_THAT);
}

bool subject_voice(struct passage *passage, int64_t first, int64_t end, struct voice *voice)
{
	int64_t i = first;
	enum gender gender;
	bool plural;

	if (end > first + SUBJECT_ITEMS)
		end = first + SUBJECT_ITEMS;
	while (i < end) {
		unsigned bits = passage_bits(passage, i);
		int64_t behind = over_time(passage, i, end);
		if (who_last(passage, i, &gender, &plural) > i) {
			pronoun_voice(passage, i, voice);
			return true;
		}
		if (bits & SAID_PRONOUN && behind == i &&
			(!(bits & SAID_DETERMINER) || is_subject(passage, i))) {
			pronoun_voice(passage, i, voice);
			return true;
		}
		if (behind > i) {
			i = behind;
		} else if (bits & (SAID_SIGN | SAID_QUOTE | SAID_JOINT | SAID_ADVERB) &&
			   !(bits & SAID_DETERMINER)) {
			i++;
		} else if ((bits & (SAID_PREPOSITION | SAID_ACCORDING | SAID_FOR | SAID_BY |
					   SAID_PRESENT | SAID_STRESSED | SAID_PAST) &&
				   !(bits & SAID_DETERMINER)) ||
			   (bits & SAID_OF && !(bits & SAID_DETERMINER)) || who_plain(passage, i)) {
			int64_t comma = past_comma(passage, i, end);
			i = comma > 0 ? comma : noun_start(passage, i + 1, end);
		} else if (bits & (SAID_DETERMINER | SAID_CAPITAL)) {
			return phrase_voice(passage, i, end, voice);
		} else {
			int64_t comma = past_comma(passage, i, end);
			i = comma > 0 ? comma : end;
		}
	}
	return false;
}
