#include "extract/quotes.h"

#include "extract/quotes-span.h"
#include "extract/quotes-voice.h"

#include <string.h>

/* Sentences back in which a pronoun's phrase is looked for. */
#define SENTENCES_BACK 5
/* Lines without marks, before one that has them, in which it is looked for too. */
#define LINES_BACK 3u
/* Bytes of a line that names the speaker of the quotation above it. */
#define SIGNATURE_LEN 160u

struct reading {
	const struct article *article;
	struct quote_marks *marks;
	struct arena *arena;
	struct stretch stretch;
	struct passage passage;
	struct voice *voices;   /* of the passage's quotations */
	struct voice *subjects; /* of its sentences, once asked */
	bool *asked;

	/* Of the sentences before the passage, the latest first: who spoke last, else the subject.
	 */
	struct voice recent[SENTENCES_BACK];
	uint32_t waiting[LINES_BACK]; /* lines without marks that were not read yet */
	uint32_t waiting_count;
	bool is_last_marked; /* the line before has marks */
	bool is_open;        /* the line before ended inside a quotation */
};

static bool attributed(const struct voice *voice)
{
	return voice->clue > SPEAKER_BESIDE || voice->cue.start < voice->cue.end;
}

static const struct voice *sentence_subject(struct reading *r, uint32_t sentence)
{
	struct voice *subject = &r->subjects[sentence];

	if (!r->asked[sentence]) {
		r->asked[sentence] = true;
		if (!(voice_source(&r->passage, sentence, subject) &&
			    subject->clue == SPEAKER_PHRASE) &&
			!subject_voice(&r->passage, r->passage.sentences[sentence],
				r->passage.sentences[sentence + 1], subject))
			*subject = (struct voice){.none = true};
	}
	return subject;
}

static bool agree(const struct voice *pronoun, const struct voice *other)
{
	if (pronoun->gender && other->gender && pronoun->gender != other->gender)
		return false;
	return pronoun->plural == other->plural;
}

/* The quotation before this one, if it stands in the sentence; null. */
static const struct voice *neighbour(const struct reading *r, uint32_t quote, uint32_t item)
{
	const struct passage *p = &r->passage;

	for (uint32_t i = item; quote > 0 && i-- > p->sentences[p->items[item].sentence];)
		if (p->items[i].bits & SAID_QUOTE)
			return attributed(&r->voices[quote - 1]) ? &r->voices[quote - 1] : NULL;
	return NULL;
}

/* The last quotation of a sentence before the given quotation; null. */
static const struct voice *last_spoken(const struct reading *r, uint32_t sentence, uint32_t quote)
{
	const struct passage *p = &r->passage;

	for (uint32_t i = p->sentences[sentence + 1]; i-- > p->sentences[sentence];)
		if (p->items[i].bits & SAID_QUOTE && p->items[i].quote < quote)
			return attributed(&r->voices[p->items[i].quote])
				       ? &r->voices[p->items[i].quote]
				       : NULL;
	return NULL;
}

/* What a pronoun stands for; false: not known. */
static bool stand_for(struct reading *r, uint32_t quote, uint32_t item, const struct voice *pronoun,
	struct voice *found)
{
	uint32_t sentence = r->passage.items[item].sentence;
	const struct voice *other = neighbour(r, quote, item);

	if (other && agree(pronoun, other)) {
		*found = *other;
		return true;
	}
	if (!(passage_bits(&r->passage, pronoun->at) & SAID_INVERTED) &&
		pronoun->at > r->passage.sentences[sentence] &&
		subject_voice(&r->passage, r->passage.sentences[sentence], pronoun->at, found) &&
		found->clue == SPEAKER_PHRASE && agree(pronoun, found))
		return true;
	for (uint32_t back = 1; back <= SENTENCES_BACK; back++) {
		if (back > sentence) {
			other = &r->recent[back - sentence - 1];
		} else {
			other = last_spoken(r, sentence - back, quote);
			if (!other || !agree(pronoun, other))
				other = sentence_subject(r, sentence - back);
		}
		if (other->phrase.start == other->phrase.end || !agree(pronoun, other))
			continue;
		*found = *other;
		return true;
	}
	return false;
}

/* Whoever the neighbour speaks for, else the sentence's subject. */
static bool settle_same(struct reading *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	const struct voice *other = neighbour(r, quote, item);
	struct voice found;
	uint32_t first = r->passage.sentences[r->passage.items[item].sentence];

	if (other) {
		found = *other;
	} else if (!subject_voice(&r->passage, first, item, &found) || found.none) {
		uint32_t sentence = r->passage.items[item].sentence;
		found = sentence ? *sentence_subject(r, sentence - 1) : r->recent[0];
		if (!voice->cited || found.phrase.start == found.phrase.end)
			return false;
	}
	found.cue = voice->cue;
	*voice = found;
	return true;
}

/* Pronouns and what goes without saying become phrases where they can. */
static bool settle(struct reading *r, uint32_t quote, uint32_t item, struct voice *voice)
{
	struct voice found;

	if (voice->same && !settle_same(r, quote, item, voice))
		return false;
	if (voice->none)
		return false;
	if (voice->clue != SPEAKER_PRONOUN || voice->phrase.start < voice->phrase.end)
		return true;
	if (stand_for(r, quote, item, voice, &found))
		voice->phrase = found.phrase;
	return true;
}

/* A sentence of nothing but the quotation goes on with who spoke before. */
static bool stands_alone(const struct reading *r, uint32_t item)
{
	const struct passage *p = &r->passage;
	uint32_t sentence = p->items[item].sentence;

	for (uint32_t i = p->sentences[sentence]; i < p->sentences[sentence + 1]; i++)
		if (i != item && !passage_sign(p, i, '.') && !passage_sign(p, i, ','))
			return false;
	return true;
}

static void find_voice(struct reading *r, uint32_t quote, uint32_t item)
{
	struct passage *p = &r->passage;
	struct voice *voice = &r->voices[quote];
	const struct voice *other;

	if (voice_after(p, item, voice) && settle(r, quote, item, voice)) {
		voice->behind = true;
		return;
	}
	if ((voice_before(p, item, voice) && (settle(r, quote, item, voice) || voice->none)))
		return;
	*voice = (struct voice){0};
	other = neighbour(r, quote, item);
	if (!other && p->items[item].sentence > 0 && stands_alone(r, item))
		other = last_spoken(r, p->items[item].sentence - 1, quote);
	if (other) {
		*voice = *other;
		return;
	}
	if (voice_far(p, item, voice) && settle(r, quote, item, voice))
		return;
	if (!voice_beside(p, item, voice))
		*voice = (struct voice){0};
}

/* "«A», «B», a dit X": what stands behind the last holds for all. */
static void chain_back(struct reading *r)
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
		if (next && !attributed(voice) && !voice->none)
			*voice = *next;
		next = attributed(voice) ? voice : NULL;
		sentence = p->items[i].sentence;
	}
}

static void emit(struct reading *r)
{
	struct passage *p = &r->passage;
	bool named = false; /* the quotation before is a name, and this one stands in its row */

	for (uint32_t i = 0; i < p->count; i++) {
		if (!(p->items[i].bits & SAID_QUOTE)) {
			named = named && (passage_bits(p, i) & (SAID_JOINT | SAID_ADVERB) ||
						 passage_sign(p, i, ','));
			continue;
		}
		if (!quotes_worth(p, i, &named))
			continue;
		const struct voice *voice = &r->voices[p->items[i].quote];
		*vec_push(r->arena, r->marks) =
			(struct quote_mark){.at = p->quotes[p->items[i].quote].at,
				.cue = voice->cue,
				.phrase = voice->phrase,
				.clue = voice->none ? SPEAKER_UNSAID : voice->clue,
				.gender = voice->gender,
				.plural = voice->plural};
	}
}

/* What the next line may need to know of this one. */
static void remember(struct reading *r, const struct quote_spans *quotes)
{
	const struct passage *p = &r->passage;
	uint32_t from = p->sentence_count > SENTENCES_BACK ? p->sentence_count - SENTENCES_BACK : 0;

	for (uint32_t i = from; i < p->sentence_count; i++) {
		const struct voice *spoken = last_spoken(r, i, UINT32_MAX);
		memmove(r->recent + 1, r->recent, sizeof r->recent - sizeof *r->recent);
		r->recent[0] = spoken ? *spoken : *sentence_subject(r, i);
	}
	r->is_open =
		quotes->count && quotes->at[quotes->count - 1].close >= r->stretch.tokens.count;
}

static void read_passage(struct reading *r, const struct quote_spans *quotes)
{
	struct passage *p = &r->passage;

	passage_make(p, &r->stretch, quotes);
	r->voices = ARENA_ARRAY(r->stretch.arena, struct voice, quotes->count);
	r->subjects = ARENA_ARRAY(r->stretch.arena, struct voice, p->sentence_count);
	r->asked = ARENA_ARRAY(r->stretch.arena, bool, p->sentence_count);
	for (uint32_t i = 0; i < p->count; i++) {
		if (!(p->items[i].bits & SAID_QUOTE))
			continue;
		if (i == 0 && r->is_open && attributed(&r->recent[0]))
			r->voices[p->items[i].quote] = r->recent[0];
		else
			find_voice(r, p->items[i].quote, i);
	}
	chain_back(r);
	emit(r);
	remember(r, quotes);
}

/* Reads the line in stretches; of a line without marks only what the next one needs. */
static void read_line(struct reading *r, uint32_t line)
{
	struct extent at = r->article->lines[line].at;
	bool first = true;

	for (size_t from = at.start;;) {
		struct arena_mark empty = arena_mark(r->stretch.arena);
		struct quote_spans quotes = {0};
		if (!stretch_next(&r->stretch, at, &from))
			break;
		quotes_pair(&r->stretch, from >= at.end, &quotes);
		if (quotes.count == 0 && first && quotes_dashed(span_in(r->article->text, at)))
			quotes_speech(&r->stretch, &quotes);
		first = false;
		read_passage(r, &quotes);
		arena_rewind(r->stretch.arena, empty);
	}
}

/* "— Préfecture du Rhône" below a quotation. */
static bool read_signature(struct reading *r, uint32_t line)
{
	struct extent at = r->article->lines[line].at;
	struct span text = span_in(r->article->text, at);
	struct quote_mark *mark = r->marks->count ? &r->marks->at[r->marks->count - 1] : NULL;

	if (!mark || mark->clue > SPEAKER_BESIDE || text.len > SIGNATURE_LEN)
		return false;
	if (!span_starts(text, SPAN("—")) && !span_starts(text, SPAN("–")))
		return false;
	text = span_trim(span_cut(text, 3, text.len));
	if (text.len == 0)
		return false;
	mark->phrase.start = (uint32_t)(text.at - r->article->text.at);
	mark->phrase.end = mark->phrase.start + (uint32_t)text.len;
	mark->clue = SPEAKER_PHRASE;
	return true;
}

/* A line without marks is read when one with marks follows soon. */
static void wait_line(struct reading *r, uint32_t line)
{
	if (r->waiting_count == LINES_BACK) {
		memmove(r->waiting, r->waiting + 1, sizeof r->waiting - sizeof *r->waiting);
		r->waiting_count--;
		memset(r->recent, 0, sizeof r->recent);
		r->is_open = false;
	}
	r->waiting[r->waiting_count++] = line;
}

void quotes_extract(const struct article *article, struct quote_marks *marks, struct arena *arena)
{
	struct arena scratch;
	struct reading r = {.article = article, .marks = marks, .arena = arena};

	arena_init(&scratch);
	r.stretch = (struct stretch){
		.text = article->text, .language = article->language, .arena = &scratch};
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (!line_is_body(line->kind) && line->kind != LINE_TITLE)
			continue;
		struct span text = span_in(article->text, line->at);
		if (!quotes_marked(text) && !quotes_dashed(text)) {
			bool signature = r.is_last_marked && read_signature(&r, i);
			if (!signature && line->kind == LINE_PARAGRAPH)
				wait_line(&r, i);
			r.is_last_marked = false;
			continue;
		}
		for (uint32_t w = 0; w < r.waiting_count; w++)
			read_line(&r, r.waiting[w]);
		r.waiting_count = 0;
		read_line(&r, i);
		r.is_last_marked = true;
		if (line->kind == LINE_TITLE)
			memset(r.recent, 0, sizeof r.recent);
	}
	arena_clear(&scratch);
}
