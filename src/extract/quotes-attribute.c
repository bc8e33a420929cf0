#include "extract/quotes-attribute.h"

/* A sentence of nothing but the quotation goes on with who spoke before. */
static bool stands_alone(const struct refer *r, uint32_t item)
{
	const struct passage *p = &r->passage;
	uint32_t sentence = p->items[item].sentence;

	for (uint32_t i = p->sentences[sentence]; i < p->sentences[sentence + 1]; i++)
		if (i != item && !passage_sign(p, i, '.') && !passage_sign(p, i, ','))
			return false;
	return true;
}

/* What the words outside a quotation's sentence tell of it. */
static bool find_around(struct refer *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	const struct passage *p = &r->passage;
	uint32_t sentence = p->items[item].sentence;
	const struct voice *other = refer_neighbour(r, quote, item);

	if (!other && sentence > 0 && stands_alone(r, item))
		other = refer_spoken(r, sentence - 1, quote);
	if (other)
		*voice = *other;
	return other;
}

/* A quotation that stands alone behind a sentence about somebody. */
static bool find_alone(struct refer *r, uint32_t item, struct voice *voice)
{
	const struct passage *p = &r->passage;
	uint32_t sentence = p->items[item].sentence;

	if (sentence == 0 || !stands_alone(r, item))
		return false;
	*voice = *refer_subject(r, sentence - 1);
	if (voice->clue != SPEAKER_PHRASE || !voice->able)
		return false;
	voice->clue = SPEAKER_BESIDE;
	voice->cue = (struct extent){0, 0};
	return true;
}

/* "«…, confiait X en 2010, …»" */
static bool find_inside(struct refer *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	struct passage inside;

	passage_inside(&inside, &r->passage, quote);
	return voice_inside(&inside, voice) && refer_settle(r, quote, item, voice);
}

static void find_voice(struct refer *r, uint32_t quote, uint32_t item)
{
	struct passage *p = &r->passage;
	struct voice *voice = &r->voices[quote];

	if (voice_after(p, item, voice) && refer_settle(r, quote, item, voice)) {
		voice->behind = true;
		return;
	}
	if ((voice_before(p, item, voice) && (refer_settle(r, quote, item, voice) || voice->none)))
		return;
	*voice = (struct voice){0};
	if (find_around(r, quote, item, voice))
		return;
	if (voice_far(p, item, voice) && refer_settle(r, quote, item, voice))
		return;
	if (!find_inside(r, quote, item, voice) && !voice_beside(p, item, voice) &&
		!find_alone(r, item, voice))
		*voice = (struct voice){0};
}

/* "«A», «B», a dit X": what stands behind the last holds for all. */
static void chain_back(struct refer *r)
{
	const struct passage *p = &r->passage;
	const struct voice *next = NULL;
	uint32_t sentence = 0; /* of next */

	for (uint32_t i = p->count; i-- > 0;) {
		if (!(p->items[i].bits & SAID_QUOTE)) {
			if (next && !passage_sign(p, i, ',') &&
				!(passage_bits(&r->passage, i) & SAID_JOINT) &&
				!(next->behind && p->items[i].sentence == sentence))
				next = NULL;
			continue;
		}
		struct voice *voice = &r->voices[p->items[i].quote];
		if (next && !refer_attributed(voice) && !voice->none)
			*voice = *next;
		next = refer_attributed(voice) ? voice : NULL;
		sentence = p->items[i].sentence;
	}
}

void attribute_all(struct refer *r, const struct voice *before)
{
	struct passage *p = &r->passage;

	for (uint32_t i = 0; i < p->count; i++) {
		if (!(p->items[i].bits & SAID_QUOTE))
			continue;
		if (i == 0 && refer_attributed(before))
			r->voices[p->items[i].quote] = *before;
		else
			find_voice(r, p->items[i].quote, i);
	}
	chain_back(r);
}
