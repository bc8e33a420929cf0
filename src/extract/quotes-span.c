#include "extract/quotes-span.h"

#include "text/fold.h"

#include <string.h>

/* Marks that are open at a time; what is deeper pushes out the outermost. */
#define OPEN_MOST 8u

enum mark_kind { MARK_NONE, MARK_ANGLE, MARK_CURLY, MARK_STRAIGHT, MARK_SINGLE };
enum mark_side { SIDE_OPEN, SIDE_CLOSE, SIDE_EITHER };

struct quote_sign {
	const char *bytes;
	enum mark_kind kind;
	enum mark_side side;
};

static const struct quote_sign signs[] = {
	{"«", MARK_ANGLE, SIDE_OPEN},
	{"»", MARK_ANGLE, SIDE_CLOSE},
	{"“", MARK_CURLY, SIDE_OPEN},
	{"”", MARK_CURLY, SIDE_CLOSE},
	{"„", MARK_CURLY, SIDE_OPEN},
	{"‟", MARK_CURLY, SIDE_OPEN},
	{"\"", MARK_STRAIGHT, SIDE_EITHER},
	{"＂", MARK_STRAIGHT, SIDE_EITHER},
	{"‘", MARK_SINGLE, SIDE_OPEN}, /* in English alone: elsewhere ’ is an apostrophe */
	{"’", MARK_SINGLE, SIDE_CLOSE},
};

#define FIRST_WIDE 0xC2 /* the first byte of the marks that are no ASCII, or less than it */

static bool is_mark_at(const unsigned char *at, size_t len)
{
	if (at[0] == '"')
		return true;
	if (at[0] == 0xC2)
		return len > 1 && (at[1] == 0xAB || at[1] == 0xBB);
	if (at[0] == 0xE2)
		return len > 2 && at[1] == 0x80 &&
		       ((at[2] >= 0x9C && at[2] <= 0x9F) || at[2] == 0x98 || at[2] == 0x99);
	return at[0] == 0xEF && len > 2 && at[1] == 0xBC && at[2] == 0x82;
}

static const struct quote_sign *sign_of(const struct stretch *stretch, const struct token *token)
{
	struct span bytes = span_cut(stretch->text, token->word.start, token->word.end);

	if (token->word.kind != WORD_SIGN ||
		!is_mark_at((const unsigned char *)bytes.at, bytes.len))
		return NULL;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (span_is(bytes, signs[i].bytes))
			return &signs[i];
	return NULL;
}

bool quotes_marked(struct span line)
{
	const unsigned char *at = (const unsigned char *)line.at;

	for (size_t i = 0; i < line.len; i++) {
		if (at[i] < FIRST_WIDE && at[i] != '"')
			continue;
		if (is_mark_at(at + i, line.len - i) &&
			!span_starts(span_cut(line, i, line.len), SPAN("’")))
			return true;
	}
	return false;
}

/* The stack of marks that are open. */
struct open_mark {
	const struct quote_sign *sign;
	uint32_t token;
};

struct pairing {
	struct stretch *stretch;
	struct quote_spans *spans;
	struct open_mark open[OPEN_MOST];
	uint32_t count;
};

static bool blank_before(const struct pairing *p, uint32_t token)
{
	return p->stretch->tokens.at[token].word.after_space;
}

static bool blank_after(const struct pairing *p, uint32_t token)
{
	return token + 1 >= p->stretch->tokens.count ||
	       p->stretch->tokens.at[token + 1].word.after_space;
}

static int find_open(const struct pairing *p, enum mark_kind kind)
{
	for (uint32_t i = p->count; i-- > 0;)
		if (p->open[i].sign->kind == kind)
			return (int)i;
	return -1;
}

/* Straight marks and those that some languages turn round are told by the blanks beside them. */
static bool opens(const struct pairing *p, const struct quote_sign *sign, uint32_t token)
{
	int open = find_open(p, sign->kind);
	bool leans_right = blank_before(p, token) && !blank_after(p, token);

	if (sign->kind == MARK_SINGLE)
		return sign->side == SIDE_OPEN;
	if (sign->kind == MARK_CURLY && strcmp(sign->bytes, "“") == 0 && open >= 0 &&
		strcmp(p->open[open].sign->bytes, "„") == 0)
		return false;
	if (sign->side == SIDE_OPEN)
		/* »German«: what opens elsewhere closes here. */
		return !(open >= 0 && p->open[open].sign->side == SIDE_CLOSE &&
			 !blank_before(p, token));
	if (sign->side == SIDE_CLOSE)
		return open < 0 && leans_right;
	if (open >= 0)
		return leans_right;
	/* 5" is a length. */
	return token == 0 || blank_before(p, token) ||
	       p->stretch->tokens.at[token - 1].word.kind != WORD_NUMBER;
}

static struct extent between(const struct pairing *p, uint32_t open, uint32_t close)
{
	const struct token_list *tokens = &p->stretch->tokens;

	if (close <= open + 1)
		return (struct extent){0, 0};
	return (struct extent){tokens->at[open + 1].word.start, tokens->at[close - 1].word.end};
}

static bool ends_whole(const struct stretch *stretch, struct extent at)
{
	struct span text = span_in(stretch->text, at);

	return span_ends(text, SPAN(".")) || span_ends(text, SPAN("!")) ||
	       span_ends(text, SPAN("?")) || span_ends(text, SPAN("…"));
}

/* An outer pair takes the place of those inside it. */
static void add_pair(struct pairing *p, uint32_t open, uint32_t close)
{
	struct extent at = between(p, open, close);

	while (p->spans->count && p->spans->at[p->spans->count - 1].open > open)
		p->spans->count--;
	if (at.start == at.end)
		return;
	*vec_push(p->stretch->arena, p->spans) =
		(struct quote_span){at, open, close, ends_whole(p->stretch, at)};
}

static void push_open(struct pairing *p, const struct quote_sign *sign, uint32_t token)
{
	if (p->count == OPEN_MOST)
		memmove(p->open, p->open + 1, --p->count * sizeof *p->open);
	p->open[p->count++] = (struct open_mark){sign, token};
}

/* Whether ‘ or ’ is a mark of English, and not an apostrophe ("the dogs’ owner"). */
static bool is_single(const struct pairing *p, const struct quote_sign *sign, uint32_t token)
{
	struct span before = span_cut(p->stretch->text, 0, p->stretch->tokens.at[token].word.start);

	if (p->stretch->language != LANGUAGE_EN)
		return false;
	if (sign->side == SIDE_OPEN)
		return !blank_after(p, token);
	return !blank_before(p, token) && !span_ends(before, SPAN("s"));
}

static void take_mark(struct pairing *p, const struct quote_sign *sign, uint32_t token)
{
	int open = find_open(p, sign->kind);

	if (sign->kind == MARK_SINGLE && !is_single(p, sign, token))
		return;
	if (opens(p, sign, token)) {
		/* A straight mark does not nest in itself: the one before was never closed. */
		if (sign->kind == MARK_STRAIGHT && open >= 0)
			p->count = (uint32_t)open;
		push_open(p, sign, token);
		return;
	}
	if (open < 0)
		return;
	p->count = (uint32_t)open;
	add_pair(p, p->open[open].token, token);
}

void quotes_pair(struct stretch *stretch, bool ends, struct quote_spans *spans)
{
	struct pairing p = {.stretch = stretch, .spans = spans};
	uint32_t last = 0;

	for (uint32_t i = 0; i < stretch->tokens.count; i++) {
		const struct quote_sign *sign = sign_of(stretch, &stretch->tokens.at[i]);
		if (!sign)
			continue;
		take_mark(&p, sign, i);
		last = i;
	}
	if (!ends || p.count == 0 || p.open[p.count - 1].token != last ||
		p.open[p.count - 1].sign->kind == MARK_STRAIGHT)
		return;
	add_pair(&p, last, stretch->tokens.count);
}

/* The clause that breaks speech begins with a verb of saying behind a sign: "dit-il", "répondit
 * Anna", "a-t-elle ajouté". */
static bool is_saying(struct span folded, enum language language)
{
	size_t hyphen = span_find(folded, SPAN("-"), 0);

	if (folded.len == 0) /* a word too long to be one */
		return false;
	return said_bits(span_cut(folded, 0, hyphen), language) &
	       (hyphen < folded.len ? SAID_VERB | SAID_HAVE : SAID_VERB);
}

static bool is_subject(struct stretch *stretch, uint32_t token)
{
	return stretch_capital(stretch, token) ||
	       said_bits(stretch_folded(stretch, token), stretch->language) & SAID_DETERMINER;
}

static bool is_clause(struct stretch *stretch, uint32_t token)
{
	struct span folded = stretch_folded(stretch, token);

	if (stretch->tokens.at[token - 1].word.kind != WORD_SIGN ||
		stretch->tokens.at[token].word.kind == WORD_SIGN ||
		!is_saying(folded, stretch->language))
		return false;
	return span_ends(folded, SPAN("-il")) || span_ends(folded, SPAN("-elle")) ||
	       span_ends(folded, SPAN("-ils")) || span_ends(folded, SPAN("-elles")) ||
	       is_subject(stretch, token + 1);
}

/* The token of the clause, 0 when there is none. */
static uint32_t find_clause(struct stretch *stretch)
{
	for (uint32_t i = 3; i + 1 < stretch->tokens.count; i++)
		if (is_clause(stretch, i))
			return i;
	return 0;
}

bool quotes_dashed(struct span line, enum language language, struct arena *arena)
{
	struct arena_mark empty = arena_mark(arena);
	struct words it = words_of(line);
	struct word word, before = {.kind = WORD_LETTERS};
	bool found = false;

	if (!span_starts(line, SPAN("—")) && !span_starts(line, SPAN("–")))
		return false;
	for (int i = 0; !found && tokens_next(&it, &word); i++, before = word)
		found = i > 2 && before.kind == WORD_SIGN && word.kind == WORD_LETTERS &&
			is_saying(fold(span_cut(line, word.start, word.end), arena), language);
	arena_rewind(arena, empty);
	return found;
}

void quotes_speech(struct stretch *stretch, struct quote_spans *spans)
{
	const struct token_list *tokens = &stretch->tokens;
	uint32_t clause = find_clause(stretch);

	if (clause == 0)
		return;
	/* "?" and "!" are said, a comma is not. */
	bool comma = stretch_sign(stretch, clause - 1, ',');
	struct extent at = {tokens->at[1].word.start, tokens->at[clause - 1 - comma].word.end};
	*vec_push(stretch->arena, spans) = (struct quote_span){at, 0, clause - 1, false};
}
