#include "know/speakers-body.h"

#include "know/speakers-naming.h"

#include <string.h>

/* Whether nothing but a blank stands between a place and the end of a sentence before. */
static bool begins_sentence(const struct article *article, uint32_t place)
{
	while (place > 0 && article->text.at[place - 1] == ' ')
		place--;
	return place == 0 || strchr(".!?\n", article->text.at[place - 1]);
}

/* "le maire de la ville, X": where the name begins; 0 when there is none. */
static int apposition(const struct naming *phrase)
{
	for (int i = 1; i < phrase->count; i++)
		if (phrase->at[i].word.capitalised && phrase->at[i - 1].comma)
			return i;
	return 0;
}

static enum body_kind document_of(const struct naming *phrase, int noun, struct extent *name)
{
	for (int i = noun + 1; i < phrase->count - 1; i++)
		if (naming_of(phrase, i) || phrase->at[i].said & SAID_BY) {
			/* "du", "des" are the article too */
			*name = naming_extent(phrase, i + 1, phrase->count - 1);
			return BODY_DOCUMENT;
		}
	*name = (struct extent){0, 0};
	return BODY_DOCUMENT;
}

/* "l'un des élus", "une agence locale", "son équipe": somebody of whom there are more. */
static bool is_some(const struct naming *phrase, int noun)
{
	static const char *const some[] = {"un", "une", "a", "an", "autre", "autres", "certains",
		"certaines", "plusieurs", "deux", "trois"};

	for (int i = 0; i < phrase->count && i <= noun; i++)
		for (size_t k = 0; k < COUNT(some); k++)
			if (span_is(phrase->at[i].folded, some[k]))
				return (i + 1 < phrase->count && naming_of(phrase, i + 1)) ||
				       (!phrase->at[noun].word.capitalised &&
					       naming_behind(phrase, noun) < 0);
	return false;
}

/* One past the words that say which organisation a noun is; not the verb behind them. */
static int described_end(const struct naming *phrase, int noun)
{
	int end = noun + 1;

	for (int i = end; i < phrase->count; i++) {
		const struct naming_word *word = &phrase->at[i];
		if (naming_of(phrase, i) ||
			word->said & (SAID_DETERMINER | SAID_JOINT | SAID_PREPOSITION))
			continue;
		if (word->word.kind == WORD_SIGN && !word->word.after_space)
			continue;
		/* What ends the phrase may be the verb: "le collectif ouvre". */
		if (i + 1 == phrase->count &&
			!(word->word.capitalised || naming_adjective(word) ||
				phrase->at[i - 1].said &
					(SAID_OF | SAID_DETERMINER | SAID_PREPOSITION)))
			break;
		end = i + 1;
	}
	return end;
}

/* A noun of an organisation: its name, where it has one. */
static enum body_kind body_of_noun(const struct naming *phrase, int noun, struct extent *name)
{
	const struct naming_word *head = &phrase->at[noun];
	int behind = naming_behind(phrase, noun);

	if (behind >= 0) {
		*name = naming_extent(phrase, behind, naming_end(phrase, behind) - 1);
		return BODY_NAMED;
	}
	int end = described_end(phrase, noun);
	*name = naming_extent(phrase, noun, end - 1);
	if (end > noun + 1)
		return BODY_NAMED;
	if (head->noun & NOUN_OFFICE || head->word.capitalised)
		return BODY_OFFICE;
	return head->noun & NOUN_PAPER ? BODY_PAPER : BODY_GENERIC;
}

/* Not "le prix Nobel". */
static bool is_human(const struct naming_word *head)
{
	return head->lists & (LIST_ROLE | LIST_TITLE) ||
	       head->noun & (NOUN_HUMAN | NOUN_MALE | NOUN_FEMALE | NOUN_TITLE);
}

static enum body_kind body_of_head(
	const struct article *article, const struct naming *phrase, int noun, struct extent *name)
{
	const struct naming_word *head = &phrase->at[noun];
	uint32_t start = phrase->start;

	if (head->word.kind == WORD_SIGN || head->folded.len < 2 || head->said & SAID_NOBODY)
		return BODY_NONE;
	if (head->said & SAID_DOCUMENT)
		return document_of(phrase, noun, name);
	if (is_some(phrase, noun))
		return BODY_NONE;
	if (head->noun & NOUN_BODY)
		return body_of_noun(phrase, noun, name);
	if (head->word.capitalised && head->lists & LIST_PEOPLES &&
		!(noun > 0 && phrase->at[0].word.capitalised && !begins_sentence(article, start)))
		return BODY_NONE; /* but "Le Parisien" */
	if (head->word.capitalised && !(head->lists & (LIST_ROLE | LIST_TITLE))) {
		*name = naming_extent(phrase, noun, naming_end(phrase, noun) - 1);
		return BODY_NAMED;
	}
	int behind = naming_behind(phrase, noun);
	if (behind < 0 || phrase->at[0].said & SAID_PLURAL || !is_human(head))
		return BODY_NONE;
	*name = naming_extent(phrase, behind, naming_capitals(phrase, behind) - 1);
	return BODY_PERSON;
}

enum body_kind body_of(
	const struct article *article, struct extent at, struct extent *name, struct arena *arena)
{
	struct naming phrase;
	int noun = 0;

	naming_read(article, at, &phrase, arena);
	while (noun < phrase.count - 1 && phrase.at[noun].said & (SAID_DETERMINER | SAID_OF) &&
		(noun == 0 || !phrase.at[noun].word.capitalised))
		noun++;
	if (noun >= phrase.count)
		return BODY_NONE;
	int apposed = apposition(&phrase);
	if (apposed > 0) {
		*name = naming_extent(&phrase, apposed, naming_capitals(&phrase, apposed) - 1);
		return BODY_PERSON;
	}
	return body_of_head(article, &phrase, noun, name);
}
