#include "extract/features.h"

#include "text/utf8.h"

#include <string.h>

#define AROUND 2      /* tokens that are looked at on both sides of a run */
#define SHORT_LINE 15 /* tokens: lists and headings */
#define ROLE_REACH 5
#define CODE_EDGE 1u
#define CODE_NUMBER 2u

/* What a token is, coarsely. */
enum kind {
	KIND_OTHER,
	KIND_GIVEN,
	KIND_GIVEN_TOO, /* a given name and something else */
	KIND_ROLE,
	KIND_PLACE,
	KIND_ORGANISATION,
	KIND_PEOPLES,
	KIND_COMMON,
	KIND_PARTICLE,
	KIND_TITLE,
	KIND_NAMESAKE,
	KIND_INITIAL,
	KIND_ROMAN,
	KIND_SHOUTED,
	KIND_SAYING,
	KIND_NUMBER,
	KIND_SIGN,
	KIND_EDGE,
	KIND_COUNT
};

struct unit {
	uint32_t code; /* of the folded word, of a sign's bytes */
	uint32_t shape;
	enum kind kind;
	unsigned lists;
	unsigned facts;    /* of the word's other occurrences */
	uint32_t tails[2]; /* of the last two and three bytes */
	const struct passage_word *word;
	uint8_t rule;
	bool capital;
};

/* --- units -------------------------------------------------------------------------- */

static uint32_t mix(uint32_t a, uint32_t b)
{
	a = (a ^ b) * 0x9E3779B1u;
	return a ^ a >> 15;
}

/* Classes of letters, a class at most twice in a row; signs stand for themselves. */
static uint32_t shape_of(struct span bytes)
{
	uint32_t shape = 7, last = 0, repeats = 0;

	for (size_t at = 0; at < bytes.len && at < 64;) {
		uint32_t point = utf8_next(bytes, &at);
		uint32_t class = utf8_is_upper(point)   ? 'X'
				 : utf8_is_lower(point) ? 'x'
				 : utf8_is_digit(point) ? '9'
							: point;
		repeats = class == last ? repeats + 1 : 0;
		last = class;
		if (repeats < 2)
			shape = mix(shape, class);
	}
	return shape;
}

static enum kind kind_of(const struct token *token, unsigned lists)
{
	static const struct {
		unsigned list;
		enum kind kind;
	} order[] = {{LIST_TITLE, KIND_TITLE}, {LIST_PARTICLE, KIND_PARTICLE},
		{LIST_ROLE, KIND_ROLE}, {LIST_ORGANISATION, KIND_ORGANISATION},
		{LIST_PEOPLES, KIND_PEOPLES}, {LIST_PLACE, KIND_PLACE}, {LIST_COMMON, KIND_COMMON},
		{LIST_NAMESAKE | LIST_AFFAIR, KIND_NAMESAKE}, {LIST_SAYING, KIND_SAYING}};

	if (token->word.kind == WORD_SIGN)
		return KIND_SIGN;
	if (token->word.kind == WORD_NUMBER)
		return KIND_NUMBER;
	if (token->word.kind == WORD_INITIAL && !(lists & LIST_TITLE))
		return KIND_INITIAL;
	if (token->roman)
		return KIND_ROMAN;
	if (lists & LIST_GIVEN && token->word.capitalised)
		return lists & ~(unsigned)LIST_GIVEN ? KIND_GIVEN_TOO : KIND_GIVEN;
	for (size_t i = 0; i < COUNT(order); i++)
		if (lists & order[i].list)
			return order[i].kind;
	return token->word.all_capitals ? KIND_SHOUTED : KIND_OTHER;
}

static uint32_t tail(struct span folded, size_t len)
{
	return folded.len < len ? 0 : passage_code(span_cut(folded, folded.len - len, folded.len));
}

/* What a form's letters tell.  Of an initial it knows no full stop, which has its part in the
 * shape. */
static void take_codes(
	struct unit *unit, struct token_form *form, const struct token *token, struct span bytes)
{
	if (!form->is_coded) {
		bool initial = token->word.kind == WORD_INITIAL && bytes.len > 1;
		form->is_coded = true;
		form->code = passage_code(form->folded);
		form->shape = shape_of(span_cut(bytes, 0, bytes.len - initial));
		form->tails[0] = tail(form->folded, 2);
		form->tails[1] = tail(form->folded, 3);
	}
	unit->code = form->folded.len ? form->code : passage_code(bytes);
	unit->shape = token->word.kind == WORD_INITIAL ? shape_of(bytes) : form->shape;
	unit->tails[0] = form->tails[0];
	unit->tails[1] = form->tails[1];
}

static struct unit unit_of(const struct passage *passage, struct passage_stretch *at, int64_t place)
{
	struct stretch *stretch = &at->stretch;
	struct unit unit = {.code = CODE_EDGE, .kind = KIND_EDGE};

	if (place < 0 || place >= (int64_t)stretch->tokens.count)
		return unit;
	const struct token *token = &stretch->tokens.at[place];
	const struct passage_token *known = &at->tokens[place];
	struct span bytes = span_cut(stretch->text, token->word.start, token->word.end);
	struct token_form *form = stretch_form(stretch, place);
	unit.lists = form ? form->lists : 0;
	unit.kind = kind_of(token, unit.lists);
	unit.capital = stretch_capital(stretch, place);
	unit.rule = known->rule;
	if (form) {
		take_codes(&unit, form, token, bytes);
	} else {
		unit.shape = shape_of(bytes);
		unit.code = passage_code(bytes);
	}
	if (known->word) {
		unit.word = &passage->words.at[known->word - 1];
		unit.code = unit.word->code;
		unit.facts = passage_facts(passage, known);
	} else if (token->word.kind == WORD_NUMBER) {
		unit.code = CODE_NUMBER;
	}
	return unit;
}

/* A phrase of the gazetteer ("Corée du Nord") gives its tokens its own kind. */
static void see_phrases(struct stretch *stretch, struct unit *units, int64_t start, int64_t end)
{
	for (int64_t place = start; place < end; place++) {
		unsigned lists;
		int words = stretch_phrase(stretch, place, &lists);
		enum kind kind = lists & LIST_PLACE          ? KIND_PLACE
				 : lists & LIST_ORGANISATION ? KIND_ORGANISATION
				 : lists & LIST_ROLE         ? KIND_ROLE
							     : KIND_COMMON;
		for (int i = 0; i < words && place + i < end; i++)
			units[place + i - start].kind = kind;
		place += words > 0 ? words - 1 : 0;
	}
}

/* --- features --------------------------------------------------------------------------- */

/* A run with its surroundings. */
struct view {
	const struct unit *run; /* of the run's first token; AROUND more stand before and behind */
	int64_t count;
	uint32_t whole, kinds, rules; /* of all its tokens */
	uint32_t title;               /* it stands in the article's title */
	uint32_t line_tokens;
	int64_t start; /* in the stretch */
	uint32_t role; /* the distance to the function before it, in steps; 0: none is near */
	uint32_t role_after;
	bool given, place; /* a word of it is such */
};

/* The templates are few enough to need no look at FEATURES_MOST. */
static inline void put(uint16_t **to, uint32_t template, uint32_t code)
{
	uint32_t hash = mix(0x5BD1E995u * (template + 1), code) * 0x2545F491u;

	*(*to)++ = (uint16_t)(hash >> (32 - FEATURE_BITS));
}

static uint16_t *put_words(uint16_t *to, const struct unit *u)
{
	put(&to, 0, 0);
	put(&to, 1, u[0].code);
	put(&to, 2, u[-1].code);
	put(&to, 3, u[1].code);
	put(&to, 4, u[-2].code);
	put(&to, 5, u[2].code);
	put(&to, 6, mix(u[-1].code, u[0].code));
	put(&to, 7, mix(u[0].code, u[1].code));
	put(&to, 8, mix(u[-1].code, u[1].code));
	put(&to, 9, mix(u[-2].code, u[-1].code));
	put(&to, 10, mix(u[1].code, u[2].code));
	put(&to, 11, u[-1].tails[0]);
	put(&to, 12, u[-1].tails[1]);
	put(&to, 13, u[1].tails[0]);
	put(&to, 14, u[1].tails[1]);
	for (unsigned i = 0; u->word && i < AFFIXES; i++) {
		put(&to, 15 + i, u->word->prefixes[i]);
		put(&to, 19 + i, u->word->suffixes[i]);
	}
	return to;
}

static uint16_t *put_shapes(uint16_t *to, const struct unit *u, bool first, uint32_t title)
{
	uint32_t before = mix(u[-1].shape, u[0].shape), after = mix(u[0].shape, u[1].shape);
	uint32_t small = u->word && u->word->small;

	put(&to, 23, u[0].shape);
	put(&to, 24, u[-1].shape);
	put(&to, 25, u[1].shape);
	put(&to, 26, before);
	put(&to, 27, after);
	put(&to, 28, mix(before, u[1].shape));
	put(&to, 29, mix(u[-2].shape, before));
	put(&to, 30, mix(after, u[2].shape));
	put(&to, 31, mix(u[0].shape, first));
	put(&to, 32, mix(u[0].shape, title));
	put(&to, 33, 2 * title + first);
	put(&to, 34, 2 * small + first);
	put(&to, 35, mix(u[0].shape, small));
	put(&to, 36,
		(u[-1].word && u[-1].word->small ? 1u : 0u) |
			(u[1].word && u[1].word->small ? 2u : 0u));
	return to;
}

static uint16_t *put_facts(uint16_t *to, const struct unit *u)
{
	uint32_t others = u->word ? u->word->occurrences - 1 : 0;

	for (unsigned f = 0; f < FACT_COUNT; f++) {
		if (!(u->facts >> f & 1))
			continue;
		put(&to, 40, f);
		put(&to, 41, mix(u[-1].shape, f));
		put(&to, 42, mix((uint32_t)u->kind, f));
	}
	put(&to, 43, u[0].facts);
	put(&to, 44, u[-1].facts);
	put(&to, 45, u[1].facts);
	put(&to, 46, mix(u[0].facts, u[0].rule));
	put(&to, 47, others < 4 ? others : others < 8 ? 4 : 5);
	return to;
}

static uint16_t *put_kinds(uint16_t *to, const struct unit *u)
{
	uint32_t before = (uint32_t)(u[-1].kind * KIND_COUNT + u[0].kind);
	uint32_t after = (uint32_t)(u[0].kind * KIND_COUNT + u[1].kind);

	put(&to, 50, (uint32_t)u[0].kind);
	put(&to, 51, (uint32_t)u[-1].kind);
	put(&to, 52, (uint32_t)u[1].kind);
	put(&to, 53, before);
	put(&to, 54, after);
	put(&to, 55, mix(before, (uint32_t)u[1].kind));
	put(&to, 56, u[0].lists);
	put(&to, 57, u[-1].lists);
	put(&to, 58, u[1].lists);
	put(&to, 59, mix(u[0].lists, u[-1].shape));
	put(&to, 60, mix(u[0].lists, u[1].shape));
	put(&to, 61, mix((uint32_t)u[-1].kind, u[0].shape));
	put(&to, 62, mix((uint32_t)u[-2].kind, before));
	put(&to, 63, mix(after, (uint32_t)u[2].kind));
	put(&to, 64, mix(u[-1].code, (uint32_t)u[0].kind));
	put(&to, 65, mix(u[1].code, (uint32_t)u[0].kind));
	put(&to, 66, u[0].rule);
	put(&to, 67, mix(u[-1].rule, u[0].rule));
	put(&to, 68, mix(u[0].rule, u[1].rule));
	put(&to, 69, mix(u[0].rule, (uint32_t)u[0].kind));
	return to;
}

static uint16_t *put_run(uint16_t *to, const struct view *view, int64_t i)
{
	const struct unit *first = view->run, *last = view->run + view->count - 1;
	uint32_t len = (uint32_t)(view->count < 6 ? view->count : 6);
	uint32_t index = (uint32_t)(i < 4 ? i : 4), left = (uint32_t)(view->count - i);
	uint32_t before = first[-1].code, after = last[1].code;

	put(&to, 70, 8 * len + index);
	put(&to, 71, mix(before, len));
	put(&to, 72, mix(after, len));
	put(&to, 73, mix(before, after));
	put(&to, 74, mix(mix(first[-2].code, before), index));
	put(&to, 75, mix(mix(after, last[2].code), index));
	put(&to, 76, mix(first->code, index));
	put(&to, 77, mix(last->code, index));
	put(&to, 78, mix(view->whole, index));
	put(&to, 79, mix(view->kinds, index));
	put(&to, 80, mix(mix(view->kinds, index), (uint32_t)first[-1].kind));
	put(&to, 81, mix(mix(view->kinds, index), (uint32_t)last[1].kind));
	put(&to, 82, mix(view->rules, index));
	put(&to, 83, 8 * index + 2 * view->given + view->place);
	put(&to, 84, left < 4 ? left : 4);
	put(&to, 85, view->role);
	put(&to, 86, mix(view->role, before));
	put(&to, 87, mix(view->role_after, len));
	put(&to, 88, mix(first[-1].shape, mix(last[1].shape, 8 * len + index)));
	put(&to, 89, mix(view->rules, mix(view->kinds, index)));
	put(&to, 90, mix(mix(first[-1].lists, len), index));
	put(&to, 91, mix(mix(last[1].lists, len), index));
	if (view->line_tokens < SHORT_LINE) {
		uint32_t place = (uint32_t)(view->start + i);
		put(&to, 92, 16 * view->line_tokens + (place < 15 ? place : 15));
		put(&to, 93, mix(view->kinds, 16 * view->line_tokens + place));
		put(&to, 94, mix(view->run[i].shape, place));
	}
	return to;
}

/* --- a run ------------------------------------------------------------------------------- */

static void see_roles(struct view *view, struct stretch *stretch, int64_t end)
{
	for (int64_t i = 1; i <= ROLE_REACH; i++) {
		if (stretch_sign(stretch, view->start - i, '.'))
			break;
		if (stretch_lists(stretch, view->start - i) & LIST_ROLE) {
			view->role = (uint32_t)(i < 4 ? i : 4);
			break;
		}
	}
	for (int64_t i = 1; stretch_sign(stretch, end, ',') && i <= 3; i++)
		if (stretch_lists(stretch, end + i) & (LIST_ROLE | LIST_PEOPLES)) {
			view->role_after = (uint32_t)i;
			break;
		}
}

static struct view view_of(const struct passage *passage, struct passage_stretch *at,
	const struct unit *units, int64_t start, int64_t end)
{
	struct view view = {.run = units + AROUND,
		.count = end - start,
		.start = start,
		.line_tokens = at->stretch.tokens.count,
		.title = passage->article->lines[at->line].kind == LINE_TITLE ? 1u : 0u};

	for (int64_t i = 0; i < view.count; i++) {
		const struct unit *unit = &view.run[i];
		view.whole = mix(view.whole, unit->code);
		view.kinds = mix(view.kinds, (uint32_t)unit->kind + 1);
		view.rules = mix(view.rules, unit->rule + 1u);
		view.given = view.given || unit->lists & LIST_GIVEN;
		view.place = view.place || unit->kind == KIND_PLACE;
	}
	see_roles(&view, &at->stretch, end);
	return view;
}

struct features *features_of(const struct passage *passage, struct passage_stretch *at,
	int64_t start, int64_t end, struct arena *arena)
{
	size_t count = (size_t)(end - start);
	struct features *out = ARENA_ARRAY(arena, struct features, count);
	struct unit *units = ARENA_ARRAY(arena, struct unit, count + 2 * AROUND);

	for (size_t i = 0; i < count + 2 * AROUND; i++)
		units[i] = unit_of(passage, at, start + (int64_t)i - AROUND);
	see_phrases(&at->stretch, units + AROUND, start, end);
	struct view view = view_of(passage, at, units, start, end);
	for (size_t i = 0; i < count; i++) {
		const struct unit *unit = &view.run[i];
		bool first = at->stretch.tokens.at[start + (int64_t)i].first;
		uint16_t *to = put_words(out[i].at, unit);
		to = put_shapes(to, unit, first, view.title);
		to = put_facts(to, unit);
		to = put_kinds(to, unit);
		to = put_run(to, &view, (int64_t)i);
		out[i].count = (uint32_t)(to - out[i].at);
	}
	return out;
}
