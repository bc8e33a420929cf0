#include "extract/quotes-refer.h"

#include <string.h>

bool refer_attributed(const struct voice *voice)
{
	return voice->clue > SPEAKER_BESIDE || voice->cue.start < voice->cue.end;
}

static bool is_phrased(const struct voice *voice)
{
	return voice->phrase.start < voice->phrase.end;
}

void refer_begin(struct refer *r, struct stretch *stretch, const struct quote_spans *quotes)
{
	struct arena *arena = stretch->arena;

	passage_make(&r->passage, stretch, quotes);
	r->voices = ARENA_ARRAY(arena, struct voice, quotes->count);
	r->subjects = ARENA_ARRAY(arena, struct voice, r->passage.sentence_count);
	r->asked = ARENA_ARRAY(arena, bool, r->passage.sentence_count);
}

static void find_subject(struct refer *r, uint32_t sentence, struct voice *subject)
{
	struct passage *p = &r->passage;

	if (voice_source(p, sentence, subject) && subject->clue == SPEAKER_PHRASE)
		return;
	int64_t from = p->sentences[sentence];
	if (voice_told(p, &from, p->sentences[sentence + 1], subject))
		return;
	if (!subject_voice(p, p->sentences[sentence], p->sentences[sentence + 1], subject))
		*subject = (struct voice){.none = true};
}

const struct voice *refer_subject(struct refer *r, uint32_t sentence)
{
	if (!r->asked[sentence])
		find_subject(r, sentence, &r->subjects[sentence]);
	r->asked[sentence] = true;
	return &r->subjects[sentence];
}

static const struct voice *attributed_at(const struct refer *r, uint32_t quote)
{
	return refer_attributed(&r->voices[quote]) ? &r->voices[quote] : NULL;
}

const struct voice *refer_neighbour(const struct refer *r, uint32_t quote, uint32_t item)
{
	const struct passage *p = &r->passage;

	for (uint32_t i = item; quote > 0 && i-- > p->sentences[p->items[item].sentence];)
		if (p->items[i].bits & SAID_QUOTE)
			return attributed_at(r, quote - 1);
	return NULL;
}

const struct voice *refer_spoken(const struct refer *r, uint32_t sentence, uint32_t quote)
{
	const struct passage *p = &r->passage;

	for (uint32_t i = p->sentences[sentence + 1]; i-- > p->sentences[sentence];)
		if (p->items[i].bits & SAID_QUOTE && p->items[i].quote < quote)
			return attributed_at(r, p->items[i].quote);
	return NULL;
}

/* A pronoun that is asked about; a name's gender may be taken wrongly, so those that agree with
 * it go first and the others after them. */
struct asked {
	const struct voice *pronoun;
	uint32_t quote, item;
	bool loose;
};

/* Whether a pronoun can stand for a phrase. */
static bool agree(const struct asked *a, const struct voice *other)
{
	const struct voice *pronoun = a->pronoun;

	if (!is_phrased(other) || !other->able || pronoun->plural != other->plural)
		return false;
	return !pronoun->gender || !other->gender || pronoun->gender == other->gender ||
	       (a->loose && other->guessed);
}

/* Whose words are told before the pronoun in its sentence, else the subject. */
static bool stands_before(struct refer *r, const struct asked *a, struct voice *found)
{
	struct passage *p = &r->passage;
	int64_t first = p->sentences[p->items[a->item].sentence], item = a->item;

	if (a->pronoun->at < item)
		item = a->pronoun->at;
	if (item <= first)
		return false;
	if (passage_sign(p, item - 1, ':') && voice_before(p, item, found) &&
		found->clue == SPEAKER_PHRASE && agree(a, found))
		return true;
	for (int64_t from = first; voice_told(p, &from, item, found);)
		if (agree(a, found))
			return true;
	/* The subject beside "«…», dit-il" is that of what is said. */
	if (passage_bits(p, a->pronoun->at) & SAID_INVERTED)
		return false;
	return subject_voice(p, first, item, found) && found->clue == SPEAKER_PHRASE &&
	       agree(a, found);
}

/* The phrase in the sentences before. */
static bool stands_back(struct refer *r, const struct asked *a, struct voice *found)
{
	uint32_t sentence = r->passage.items[a->item].sentence;
	const struct voice *other;

	for (uint32_t back = 1; back <= REFER_BACK; back++) {
		if (back > sentence) {
			other = &r->recent[back - sentence - 1];
		} else {
			other = refer_spoken(r, sentence - back, a->quote);
			if (!other || !agree(a, other))
				other = refer_subject(r, sentence - back);
		}
		if (!agree(a, other))
			continue;
		*found = *other;
		return true;
	}
	return false;
}

/* What a pronoun stands for; false: not known. */
static bool stand_for(struct refer *r, uint32_t quote, uint32_t item, const struct voice *pronoun,
	struct voice *found)
{
	const struct voice *other = refer_neighbour(r, quote, item);
	struct asked asked = {pronoun, quote, item, false};

	if (pronoun->last)
		return false;
	for (int pass = 0; pass < 2; pass++, asked.loose = true) {
		if (other && agree(&asked, other)) {
			*found = *other;
			return true;
		}
		if (stands_before(r, &asked, found) || stands_back(r, &asked, found))
			return true;
	}
	return false;
}

/* Whoever the neighbour speaks for, else the sentence's subject. */
static bool settle_same(struct refer *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	const struct voice *other = refer_neighbour(r, quote, item);
	struct voice found;
	uint32_t first = r->passage.sentences[r->passage.items[item].sentence];

	if (other) {
		found = *other;
	} else if (!subject_voice(&r->passage, first, item, &found) || found.none) {
		uint32_t sentence = r->passage.items[item].sentence;
		found = sentence ? *refer_subject(r, sentence - 1) : r->recent[0];
		if (!voice->cited || !is_phrased(&found))
			return false;
	}
	found.cue = voice->cue;
	*voice = found;
	return true;
}

bool refer_settle(struct refer *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	struct voice found;

	if (voice->same && !settle_same(r, quote, item, voice))
		return false;
	if (voice->none)
		return false;
	if (voice->clue != SPEAKER_PRONOUN || is_phrased(voice))
		return true;
	if (stand_for(r, quote, item, voice, &found)) {
		voice->phrase = found.phrase;
		voice->able = true;
	}
	return true;
}

/* "X précise :" at the end of a line. */
static void await(struct refer *r)
{
	struct passage *p = &r->passage;

	r->awaited = (struct voice){0};
	if (p->count == 0 || !passage_sign(p, p->count - 1, ':'))
		return;
	if (!voice_before(p, p->count, &r->awaited) ||
		!refer_settle(r, p->quote_count, p->count - 1, &r->awaited))
		r->awaited = (struct voice){0};
}

void refer_end(struct refer *r)
{
	const struct passage *p = &r->passage;
	uint32_t from = p->sentence_count > REFER_BACK ? p->sentence_count - REFER_BACK : 0;

	for (uint32_t i = from; i < p->sentence_count; i++) {
		const struct voice *spoken = refer_spoken(r, i, UINT32_MAX);
		memmove(r->recent + 1, r->recent, sizeof r->recent - sizeof *r->recent);
		r->recent[0] = spoken ? *spoken : *refer_subject(r, i);
	}
	await(r);
}
