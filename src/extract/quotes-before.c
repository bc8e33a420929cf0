#include "extract/quotes-cue.h"

/* Items from the beginning of a sentence in which a verb of saying is looked for. */
#define TOLD_REACH 80

/* The auxiliary of a participle, with nothing but small words between; -1 when there is none. */
static int64_t auxiliary(struct passage *passage, int64_t verb, int64_t first)
{
	for (int64_t i = verb - 1; i >= first && i >= verb - AUXILIARY_REACH; i--) {
		unsigned bits = passage_bits(passage, i);
		if (bits & (SAID_HAVE | SAID_BE) && !cue_word(passage, i, "ete") &&
			!cue_word(passage, i, "been"))
			return i;
		if (bits & (SAID_QUOTE | SAID_THAT | SAID_WHO | SAID_VERB | SAID_PRESENT))
			break;
	}
	return -1;
}

/* A verb of saying that has or can have a subject: not "décrit comme" behind "est". */
enum verb_form { FORM_NO_VERB, FORM_ACTIVE, FORM_PASSIVE, FORM_BARE, FORM_PARTICIPLE };

static enum verb_form form_of(struct passage *passage, int64_t item, int64_t first, int64_t *head)
{
	unsigned bits = passage_bits(passage, item);

	*head = item;
	if (bits & SAID_PRESENT && !(bits & SAID_CAPITAL && item > first))
		return FORM_PARTICIPLE;
	if (bits & SAID_INFINITIVE)
		return passage_bits(passage, item - 1) & (SAID_FOR | SAID_OF) ? FORM_PARTICIPLE
									      : FORM_NO_VERB;
	if (!(bits & (SAID_VERB | SAID_PAST)) || cue_noun(passage, item))
		return FORM_NO_VERB;
	if (bits & SAID_PAST) {
		int64_t aux = auxiliary(passage, item, first);
		if (aux >= 0) {
			bool passive = passage_bits(passage, aux) & SAID_BE &&
				       !cue_reflexive(passage, aux - 1);
			for (int64_t i = aux; i < item; i++)
				passive = passive || cue_word(passage, i, "ete") ||
					  cue_word(passage, i, "been");
			*head = aux;
			return passive ? FORM_PASSIVE : FORM_ACTIVE;
		}
	}
	return bits & SAID_VERB ? FORM_ACTIVE : FORM_BARE;
}

/* Back over what stands between a subject and its verb. */
static int64_t before_verb(struct passage *passage, int64_t verb, int64_t first)
{
	int64_t i = verb - 1;

	while (i >= first && i > verb - CUE_REACH) {
		unsigned bits = passage_bits(passage, i);
		if (bits & SAID_STRESSED && i >= first + 2 && cue_word(passage, i - 1, "a") &&
			cue_word(passage, i - 2, "quant")) {
			i -= 3;
			continue;
		}
		if (bits & SAID_PRONOUN ||
			!(bits & (SAID_CLITIC | SAID_HAVE | SAID_BE | SAID_ADVERB)))
			break;
		i--;
	}
	return i;
}

/* The item behind the last quotation before, or the sentence's first. */
static int64_t behind_quote(const struct passage *passage, int64_t item, int64_t first)
{
	while (item > first && !(passage->items[item - 1].bits & SAID_QUOTE))
		item--;
	return item;
}

/* The phrase that ends right before a "qui", or the comma before it. */
static bool phrase_before(struct passage *passage, int64_t who, int64_t first, struct voice *voice)
{
	int64_t end = passage_sign(passage, who - 1, ',') ? who - 1 : who;
	int64_t start = end > first ? cue_clause(passage, end, first) : end;

	int64_t best = -1;

	for (int64_t i = start; i < end; i++) {
		unsigned bits = passage_bits(passage, i), before = passage_bits(passage, i - 1);
		if (bits & (SAID_DETERMINER | SAID_CAPITAL)
				? i == start ||
					  !(passage_sign(passage, i - 1, '(') ||
						  before & (SAID_OF | SAID_PREPOSITION | SAID_FOR |
								   SAID_DETERMINER | SAID_CAPITAL))
				: i == start && bits == SAID_KNOWN)
			best = i;
	}
	return best >= 0 && phrase_voice(passage, best, end, voice);
}

/* "comme l'indique X : «", "selon ce qu'a dit X": the subject stands behind the verb. */
static bool is_turned(struct passage *passage, int64_t verb, int64_t first)
{
	int64_t i = before_verb(passage, verb, first);

	if (i < first)
		return false;
	return cue_word(passage, i, "comme") ||
	       (passage_bits(passage, i) & SAID_THAT && cue_word(passage, i - 1, "ce"));
}

/* "X est parti et Y a dit": the subject of a verb in the singular is behind the joint. */
static int64_t behind_joint(struct passage *passage, int64_t start, int64_t last)
{
	bool verb = false; /* without one before it, the joint is that of a list of names */

	for (int64_t i = start; i < last; i++) {
		verb = verb || passage_bits(passage, i) & (SAID_HAVE | SAID_BE | SAID_VERB);
		if (verb && cue_word(passage, i, "et") &&
			passage_bits(passage, i + 1) & SAID_CAPITAL)
			start = i + 1;
	}
	return start;
}

/* The subject of a finite verb whose first word is at head. */
static bool verb_subject(struct passage *passage, int64_t head, int64_t first, struct voice *voice)
{
	int64_t i = before_verb(passage, head, first);
	unsigned bits = passage_bits(passage, i);
	int64_t start = i >= first ? cue_clause(passage, i + 1, first) : first;

	if (!span_ends(passage_folded(passage, head), SPAN("nt")))
		start = behind_joint(passage, start, i);
	*voice = (struct voice){.same = true};
	if (i < first || bits & SAID_JOINT) /* "… et ajoute" */
		return true;
	if (bits & SAID_PRONOUN) {
		pronoun_voice(passage, i, voice);
		return true;
	}
	if (bits & SAID_WHO) {
		if (cue_word(passage, i - 1, "ce"))
			*voice = (struct voice){.none = true};
		else if (!phrase_before(passage, i, first, voice))
			*voice = (struct voice){.same = true};
		return true;
	}
	if (bits & SAID_SIGN || start > i)
		start = behind_quote(passage, i, first);
	if (!subject_voice(passage, start, i + 1, voice) || voice->at > i)
		*voice = (struct voice){.same = true};
	return true;
}

/* A participle's subject is the sentence's, unless one stands right before it. */
static void participle_subject(
	struct passage *passage, int64_t verb, int64_t first, struct voice *voice)
{
	int64_t i = before_verb(passage, verb, first);
	int64_t start = i >= first ? cue_clause(passage, i + 1, first) : first;
	unsigned begins = passage_bits(passage, start);

	if (i >= start && i >= first && start > first && passage_sign(passage, start - 1, ',') &&
		begins & (SAID_DETERMINER | SAID_CAPITAL) && !(begins & SAID_TIME) &&
		phrase_voice(passage, start, i + 1, voice))
		return;
	*voice = (struct voice){.same = true};
	for (i = verb - 1; i > first && !passage_sign(passage, i, ','); i--)
		if (cue_word(passage, i, "quand") || cue_word(passage, i, "lorsque") ||
			cue_word(passage, i, "when")) {
			subject_voice(passage, i + 1, verb, voice);
			return;
		}
}

/* "Pour X, …" where a clause begins. */
static bool for_voice(struct passage *passage, int64_t item, int64_t first, struct voice *voice)
{
	unsigned next = passage_bits(passage, item + 1);

	if (!(passage_bits(passage, item) & SAID_FOR))
		return false;
	if (item > first &&
		!(passage_bits(passage, item - 1) &
			(SAID_SIGN | SAID_QUOTE | SAID_THAT | SAID_JOINT | SAID_ADVERB)))
		return false;
	if (next & SAID_STRESSED) {
		pronoun_voice(passage, item + 1, voice);
	} else {
		if (!(next & (SAID_CAPITAL | SAID_DETERMINER)) || next & SAID_TIME ||
			!phrase_voice(passage, item + 1, cue_end(passage, item), voice) ||
			!(voice->able || voice->last))
			return false;
		voice->clue = SPEAKER_BESIDE;
	}
	voice->cue = passage_extent(passage, item, item);
	return true;
}

/* "confié par X": the phrase behind it. */
static bool by_voice(struct passage *passage, int64_t first, int64_t end, struct voice *voice)
{
	for (int64_t i = first; i < end && i < first + 4; i++) {
		unsigned bits = passage_bits(passage, i);
		if (bits & SAID_BY)
			return phrase_voice(passage, i + 1, end, voice);
		if (bits & (SAID_SIGN | SAID_QUOTE) && !passage_sign(passage, i, ','))
			break;
	}
	return false;
}

/* "rapporté par l'agence": who passes on the words is not who said them. */
static bool is_relayed(struct passage *passage, int64_t verb)
{
	static const char *const roots[] = {"rapport", "relay", "cit", "recueill", "publi",
		"diffus", "repris", "report", "quot", "publish"};

	for (size_t i = 0; i < COUNT(roots); i++)
		if (span_starts(passage_folded(passage, verb), span_of(roots[i])))
			return true;
	return false;
}

/* The verb of saying at an item before a quotation; false where it is none. */
static bool verb_before(
	struct passage *passage, int64_t verb, int64_t first, int64_t quote, struct voice *voice)
{
	int64_t head;

	switch (form_of(passage, verb, first, &head)) {
	case FORM_NO_VERB:
		return false;
	case FORM_ACTIVE:
		if (is_turned(passage, head, first))
			return cue_inverted(passage, head, quote, true, voice);
		verb_subject(passage, head, first, voice);
		break;
	case FORM_PARTICIPLE:
		participle_subject(passage, verb, first, voice);
		break;
	case FORM_BARE:
		if (is_relayed(passage, verb))
			return false;
		if (!by_voice(passage, verb + 1, quote, voice) &&
			!by_voice(passage, quote + 1, cue_end(passage, quote), voice))
			*voice = (struct voice){.same = true};
		break;
	case FORM_PASSIVE:
		if (is_relayed(passage, verb))
			return false;
		if (!by_voice(passage, verb + 1, quote, voice) &&
			!by_voice(passage, quote + 1, cue_end(passage, quote), voice))
			*voice = (struct voice){.none = true};
		break;
	}
	voice->cue = passage_extent(passage, verb, verb);
	return true;
}

/* "…, a-t-il encore ajouté, …" */
static bool after_inverted(
	struct passage *passage, int64_t verb, int64_t first, struct voice *voice)
{
	for (int64_t i = verb - 1; i >= first && i >= verb - 4; i--)
		if (passage_bits(passage, i) & SAID_INVERTED) {
			pronoun_voice(passage, i, voice);
			return true;
		}
	return false;
}

/* "C'est l'avis de X : «", "c'est salué par X : «" */
static bool colon_voice(struct passage *passage, int64_t first, int64_t colon, struct voice *voice)
{
	for (int64_t i = first; i < colon; i++) {
		unsigned bits = passage_bits(passage, i);
		if (bits & SAID_DOCUMENT && passage_bits(passage, i + 1) & SAID_OF)
			return phrase_voice(passage, i, colon, voice);
		if (bits & SAID_BY && phrase_end(passage, i + 1, colon) == colon)
			return phrase_voice(passage, i + 1, colon, voice);
	}
	return false;
}

bool voice_told(struct passage *passage, int64_t *from, int64_t end, struct voice *voice)
{
	int64_t first = cue_first(passage, *from), head;

	while (*from < end && *from <= first + TOLD_REACH) {
		int64_t i = (*from)++;
		if (form_of(passage, i, first, &head) != FORM_ACTIVE)
			continue;
		if (is_turned(passage, head, first) ? cue_inverted(passage, head, end, true, voice)
						    : verb_subject(passage, head, first, voice))
			if (voice->clue == SPEAKER_PHRASE && voice->able)
				return true;
	}
	return false;
}

bool voice_before(struct passage *passage, int64_t item, struct voice *voice)
{
	int64_t first = cue_first(passage, item);
	bool colon = passage_sign(passage, item - 1, ':');

	for (int64_t i = item - 1; i >= first && i >= item - CUE_REACH; i--) {
		unsigned bits = passage_bits(passage, i);
		int64_t phrase = cue_according(passage, i);
		if (bits & SAID_QUOTE)
			break;
		if (phrase > 0 && cue_source(passage, i, phrase, voice))
			return true;
		if (for_voice(passage, i, first, voice))
			return true;
		if (bits & SAID_INVERTED) {
			pronoun_voice(passage, i, voice);
			return true;
		}
		if (bits & SAID_PAST && after_inverted(passage, i, first, voice))
			return true;
		if (verb_before(passage, i, first, item, voice))
			return true;
	}
	if (!colon)
		return false;
	first = behind_quote(passage, item, first);
	if (subject_voice(passage, first, item, voice) && !voice->none && voice->able)
		return true;
	return colon_voice(passage, first, item - 1, voice) ||
	       (subject_voice(passage, first, item, voice) && !voice->none);
}
