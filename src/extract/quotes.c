#include "extract/quotes.h"

#include "extract/quotes-attribute.h"
#include "extract/quotes-span.h"
#include "extract/quotes-turns.h"

#include <string.h>

/* Lines without marks, before one that has them, in which it is looked for too. */
#define LINES_BACK 3u
/* Bytes of a line that names the speaker of the quotation above it. */
#define SIGNATURE_LEN 160u

struct reading {
	const struct article *article;
	struct quote_marks *marks;
	struct arena *arena;
	struct stretch stretch;
	struct refer refer;
	uint32_t waiting[LINES_BACK]; /* lines without marks that were not read yet */
	uint32_t waiting_count;
	bool is_last_marked; /* the line before has marks */
	bool is_open;        /* the line before ended inside a quotation */
	uint32_t run;        /* the mark with which that quotation began */
};

static void emit(struct reading *r)
{
	struct passage *p = &r->refer.passage;
	bool named = false; /* the quotation before is a name, and this one stands in its row */

	for (uint32_t i = 0; i < p->count; i++) {
		if (!(p->items[i].bits & SAID_QUOTE)) {
			named = named && (passage_bits(p, i) & (SAID_JOINT | SAID_ADVERB) ||
						 passage_sign(p, i, ','));
			continue;
		}
		if (!quotes_worth(p, i, &named))
			continue;
		const struct voice *voice = &r->refer.voices[p->items[i].quote];
		*vec_push(r->arena, r->marks) =
			(struct quote_mark){.at = p->quotes[p->items[i].quote].at,
				.cue = voice->cue,
				.phrase = voice->phrase,
				.clue = voice->none ? SPEAKER_UNSAID : voice->clue,
				.gender = voice->gender,
				.plural = voice->plural};
	}
}

/* "« A … / « B », a dit X": what stands behind the last paragraph holds for those before. */
static void fill_run(struct reading *r, uint32_t before)
{
	const struct quote_mark *told = &r->marks->at[before];

	for (uint32_t i = before; i-- > r->run;) {
		struct quote_mark *mark = &r->marks->at[i];
		if (mark->clue > SPEAKER_BESIDE || told->clue <= SPEAKER_BESIDE)
			break;
		struct extent at = mark->at;
		*mark = *told;
		mark->at = at;
	}
}

static void read_passage(struct reading *r, const struct quote_spans *quotes)
{
	uint32_t before = r->marks->count;
	bool goes_on = r->is_open && quotes->count && quotes->at[0].open == 0;

	refer_begin(&r->refer, &r->stretch, quotes);
	attribute_all(&r->refer, r->is_open ? &r->refer.recent[0] : &r->refer.awaited);
	emit(r);
	if (goes_on && before < r->marks->count)
		fill_run(r, before);
	else if (!goes_on)
		r->run = before;
	refer_end(&r->refer);
	r->is_open =
		quotes->count && quotes->at[quotes->count - 1].close >= r->stretch.tokens.count;
}

static bool is_dashed(struct reading *r, struct span line)
{
	return quotes_dashed(line, r->article->language, r->stretch.arena);
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
		if (quotes.count == 0 && first && is_dashed(r, span_in(r->article->text, at)))
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

/* "Paul Petit : …" in an interview. */
static bool read_answer(struct reading *r, const struct turns *turns, uint32_t line)
{
	struct extent label, words;

	if (!turns_answer(turns, line, &label, &words))
		return false;
	*vec_push(r->arena, r->marks) =
		(struct quote_mark){.at = words, .phrase = label, .clue = SPEAKER_PHRASE};
	r->is_last_marked = r->is_open = false;
	r->waiting_count = 0;
	return true;
}

/* A line without marks is read when one with marks follows soon. */
static void wait_line(struct reading *r, uint32_t line)
{
	if (r->waiting_count == LINES_BACK) {
		memmove(r->waiting, r->waiting + 1, sizeof r->waiting - sizeof *r->waiting);
		r->waiting_count--;
		memset(r->refer.recent, 0, sizeof r->refer.recent);
		r->is_open = false;
	}
	r->waiting[r->waiting_count++] = line;
}

void quotes_extract(const struct article *article, struct article_tokens *kept,
	struct quote_marks *marks, struct arena *arena)
{
	struct arena scratch;
	struct reading r = {.article = article, .marks = marks, .arena = arena};

	struct turns turns;

	arena_init(&scratch);
	turns_find(&turns, article, &scratch);
	r.stretch = (struct stretch){.text = article->text,
		.language = article->language,
		.kept = kept,
		.arena = &scratch};
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (!line_is_body(line->kind) && line->kind != LINE_TITLE)
			continue;
		if (read_answer(&r, &turns, i))
			continue;
		struct span text = span_in(article->text, line->at);
		if (!quotes_marked(text) && !is_dashed(&r, text)) {
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
			memset(r.refer.recent, 0, sizeof r.refer.recent);
	}
	arena_clear(&scratch);
}
