#include "store/query-text.h"

#include "base/buf.h"
#include "base/vec.h"
#include "store/operators.h"
#include "text/word.h"

#define SAID_MOST 60u /* bytes of the text that a message repeats */

VEC_OF(struct clause, clause_list);
VEC_OF(const struct query *, query_list);

/* What stands between two parentheses, or at the top. */
struct level {
	struct clause_list all;    /* that must all hold */
	struct clause_list either; /* the last of them as it grows: what OR has joined so far */
	bool wants;                /* an OR waits for what follows it */
	size_t or_at;              /* where that is */
	bool exclude;              /* a minus stands before it */
	size_t start;              /* of its parenthesis */
};

struct reading {
	const struct epoch *epoch;
	struct span text;
	size_t at; /* byte of the text that is read next */
	bool live;
	struct level levels[QUERY_DEPTH_MOST + 1];
	uint32_t depth, clauses;
	struct arena *arena;
	struct query_fault *fault;
};

static enum err wrong(struct reading *r, enum err err, size_t start, size_t end, const char *words)
{
	r->fault->at = (struct extent){(uint32_t)start, (uint32_t)end};
	return fail(&r->fault->fault, err, "%s", words);
}

/* Controls count as blanks. */
static bool is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

static bool is_done(const struct reading *r)
{
	return r->at >= r->text.len;
}

/* The bytes up to a blank, a parenthesis or a quotation mark. */
static struct span read_run(struct reading *r)
{
	size_t start = r->at;

	while (!is_done(r) && !is_blank(r->text.at[r->at]) && !strchr("()\"", r->text.at[r->at]))
		r->at++;
	return span_cut(r->text, start, r->at);
}

/* What stands in quotation marks; two of them in it are one. */
static enum err read_quoted(struct reading *r, struct span *value)
{
	size_t start = r->at++;
	struct buf out;

	buf_init(&out, r->arena);
	for (; !is_done(r); r->at++) {
		bool mark = r->text.at[r->at] == '"';
		bool twice = mark && r->at + 1 < r->text.len && r->text.at[r->at + 1] == '"';
		if (mark && !twice) {
			r->at++;
			*value = buf_span(&out);
			return OK;
		}
		buf_char(&out, (char)(is_blank(r->text.at[r->at]) ? ' ' : r->text.at[r->at]));
		r->at += twice;
	}
	*value = buf_span(&out);
	return r->live ? OK
		       : wrong(r, ERR_USAGE, start, start + 1, "this quotation mark is not closed");
}

/* --- the tree --------------------------------------------------------------------------- */

static bool can_merge(const struct clause *clause)
{
	return clause->kind == CLAUSE_WORDS && !clause->exclude;
}

/* One more that must hold: words go to those before them, and parentheses that change nothing
 * are gone. */
static void add_to_all(struct clause_list *all, struct clause clause, struct arena *arena)
{
	struct clause *last = all->count ? &all->at[all->count - 1] : NULL;

	if (last && can_merge(&clause) && can_merge(last) && !last->live) {
		last->text = arena_format(arena, "%s %s", last->text, clause.text);
		last->label = arena_format(arena, "%s %s", last->label, clause.label);
		last->live = clause.live;
		return;
	}
	*vec_push(arena, all) = clause;
}

static const struct query *query_of(const struct clause_list *list, struct arena *arena)
{
	struct query *made = ARENA_NEW(arena, struct query);

	*made = (struct query){list->at, list->count, false};
	return made;
}

/* A group of what OR has joined; groups among them are part of it. */
static struct clause group_of(const struct clause_list *either, struct arena *arena)
{
	struct query_list any = {0};

	for (uint32_t i = 0; i < either->count; i++) {
		const struct clause *clause = &either->at[i];
		struct clause_list one = {0};
		bool part = clause->kind == CLAUSE_GROUP && !clause->exclude;
		for (uint32_t g = 0; part && g < clause->any_count; g++)
			*vec_push(arena, &any) = clause->any[g];
		if (part)
			continue;
		*vec_push(arena, &one) = *clause;
		*vec_push(arena, &any) = query_of(&one, arena);
	}
	return query_any(any.at, any.count, arena);
}

/* What OR had to join is joined: on to the next thing that must hold. */
static void settle(struct reading *r, struct level *level)
{
	struct clause_list *either = &level->either;
	struct clause clause;

	if (either->count == 0)
		return;
	clause = either->count == 1 ? either->at[0] : group_of(either, r->arena);
	either->count = 0;
	if (clause.kind != CLAUSE_GROUP || clause.exclude || clause.any_count > 1) {
		add_to_all(&level->all, clause, r->arena);
		return;
	}
	for (uint32_t i = 0; i < clause.any[0]->count; i++)
		add_to_all(&level->all, clause.any[0]->clauses[i], r->arena);
}

static enum err add(struct reading *r, struct clause clause, size_t start)
{
	struct level *level = &r->levels[r->depth];

	if (++r->clauses > QUERY_CLAUSES_MOST)
		return wrong(r, ERR_LIMIT, start, r->at, "a filter asks at most 256 things");
	if (!level->wants)
		settle(r, level);
	level->wants = false;
	*vec_push(r->arena, &level->either) = clause;
	return OK;
}

static enum err open_level(struct reading *r, bool exclude)
{
	size_t start = r->at++;

	if (r->depth == QUERY_DEPTH_MOST)
		return wrong(r, ERR_LIMIT, start, r->at, "parentheses go at most 32 deep");
	r->levels[++r->depth] = (struct level){.exclude = exclude, .start = start};
	return OK;
}

/* The innermost parentheses as one clause of the level around them. */
static enum err close_level(struct reading *r)
{
	struct level *level = &r->levels[r->depth];
	struct query_list any = {0};
	struct clause clause;

	if (level->wants && !(r->live && is_done(r)))
		return wrong(r, ERR_USAGE, level->or_at, level->or_at + 2,
			"OR wants something behind it");
	settle(r, level);
	r->depth--;
	if (level->all.count == 0)
		return OK;
	if (level->all.count == 1) {
		clause = level->all.at[0];
		clause.exclude ^= level->exclude;
	} else {
		*vec_push(r->arena, &any) = query_of(&level->all, r->arena);
		clause = query_any(any.at, any.count, r->arena);
		clause.exclude = level->exclude;
	}
	return add(r, clause, level->start);
}

static enum err close_here(struct reading *r)
{
	size_t start = r->at++;

	if (r->depth == 0)
		return wrong(r, ERR_USAGE, start, r->at,
			"no parenthesis is open that this one could close");
	return close_level(r);
}

static enum err join(struct reading *r, size_t start)
{
	struct level *level = &r->levels[r->depth];

	if (level->wants || level->either.count == 0)
		return wrong(r, ERR_USAGE, start, r->at, "OR wants something before it");
	level->wants = true;
	level->or_at = start;
	return OK;
}

/* --- what a filter is made of ----------------------------------------------------------- */

/* The bytes from the first word of a text to its last; empty when it has none. */
static struct span words_within(struct span text)
{
	struct word word = {0};
	size_t start = text.len, end = text.len;

	for (struct words it = words_of(text); words_next(&it, &word); end = word.end)
		start = start == text.len ? word.start : start;
	return span_cut(text, start, end);
}

/* The length of the name that a run begins with if it is that of an operator; 0. */
static size_t name_length(struct span run)
{
	size_t len = 0;

	while (len < run.len && ((run.at[len] | 0x20) >= 'a' && (run.at[len] | 0x20) <= 'z'))
		len++;
	return len < run.len && run.at[len] == ':' ? len : 0;
}

/* Words that would be read as something else are written so that they are not. */
static const char *plain_text(struct span words, struct arena *arena)
{
	char *text = arena_string(arena, words);
	size_t name = name_length(words);

	if (name && !span_starts(span_cut(words, name + 1, words.len), SPAN("//")))
		text[name] = '.';
	if (span_is(words, "OR") || span_is(words, "AND"))
		for (char *at = text; *at; at++)
			*at |= 0x20;
	return text;
}

static enum err add_words(
	struct reading *r, struct span run, enum clause_kind kind, bool exclude, size_t start)
{
	struct span words = words_within(run);
	bool star = kind == CLAUSE_WORDS && run.len && run.at[run.len - 1] == '*';
	struct clause clause = {.kind = kind, .exclude = exclude};
	size_t end = (size_t)(words.at - run.at) + words.len;

	if (words.len == 0)
		return OK;
	star = star && span_is(span_trim(span_cut(run, end, run.len)), "*");
	clause.live = star || (r->live && kind == CLAUSE_WORDS && is_done(r) && end == run.len);
	clause.text =
		kind == CLAUSE_PHRASE ? arena_string(r->arena, words) : plain_text(words, r->arena);
	clause.label = clause.text;
	if (kind != CLAUSE_WORDS || star)
		clause.label = arena_format(r->arena,
			kind == CLAUSE_EXACT    ? "=%s"
			: kind == CLAUSE_PHRASE ? "\"%s\""
						: "%s*",
			clause.text);
	return add(r, clause, start);
}

static enum err unknown_operator(struct reading *r, struct span name, size_t start)
{
	const struct operator* meant = operator_meant(name);
	int len = (int)(name.len < SAID_MOST ? name.len : SAID_MOST);

	r->fault->at = (struct extent){(uint32_t)start, (uint32_t)(start + name.len + 1)};
	if (meant)
		return fail(&r->fault->fault, ERR_USAGE,
			"there is no '%.*s:'; perhaps %s: was meant", len, name.at, meant->name);
	return fail(&r->fault->fault, ERR_USAGE,
		"there is no '%.*s:'; quotation marks search it as it stands", len, name.at);
}

static enum err read_operator(struct reading *r, const struct operator* operator, struct span value,
	bool exclude, size_t start)
{
	size_t from = r->at - value.len;
	bool quoted = value.len == 0 && !is_done(r) && r->text.at[r->at] == '"';
	struct clause clause = {.kind = CLAUSE_WORDS};
	enum err err = quoted ? read_quoted(r, &value) : OK;

	if (err)
		return err;
	if (value.len == 0 && r->live && is_done(r))
		return OK;
	if (value.len == 0 && !quoted) {
		r->fault->at = (struct extent){(uint32_t)start, (uint32_t)from};
		return fail(&r->fault->fault, ERR_USAGE,
			"%s: wants %s right behind it", operator->name, operator->wants);
	}
	err = operator->read(r->epoch, value, &clause, r->arena, &r->fault->fault);
	if (err) {
		r->fault->at = (struct extent){(uint32_t)from, (uint32_t)r->at};
		return err;
	}
	clause.exclude = exclude;
	return add(r, clause, start);
}

/* A word, "=word", "word*", "name:value", OR. */
static enum err read_bare(struct reading *r, bool exclude)
{
	size_t start = r->at;
	struct span run = read_run(r);
	size_t name = name_length(run);
	struct span value = span_cut(run, name + 1, run.len);
	bool quoted = !is_done(r) && r->text.at[r->at] == '"';

	if (span_is(run, "OR") && !exclude)
		return join(r, start);
	if (span_is(run, "AND") && !exclude)
		return OK;
	if (run.len > 1 && run.at[0] == '=')
		return add_words(r, span_cut(run, 1, run.len), CLAUSE_EXACT, exclude, start);
	const struct operator* operator= name ? operator_named(span_cut(run, 0, name)) : NULL;
	if (operator)
		return read_operator(r, operator, value, exclude, start);
	if (name && (value.len || quoted) && !span_starts(value, SPAN("//")))
		return unknown_operator(r, span_cut(run, 0, name), start);
	return add_words(r, run, CLAUSE_WORDS, exclude, start);
}

static enum err read_thing(struct reading *r)
{
	size_t start = r->at;
	bool minus = r->text.at[r->at] == '-' && r->at + 1 < r->text.len &&
		     !is_blank(r->text.at[r->at + 1]) && r->text.at[r->at + 1] != ')';
	struct span phrase;
	enum err err;

	r->at += minus;
	switch (r->text.at[r->at]) {
	case '(':
		return open_level(r, minus);
	case ')':
		return close_here(r);
	case '"':
		err = read_quoted(r, &phrase);
		return err ? err : add_words(r, phrase, CLAUSE_PHRASE, minus, start);
	default:
		return read_bare(r, minus);
	}
}

static enum err read_all(struct reading *r)
{
	enum err err = OK;

	while (!err) {
		while (!is_done(r) && is_blank(r->text.at[r->at]))
			r->at++;
		if (is_done(r))
			break;
		err = read_thing(r);
	}
	while (!err && r->depth > 0) {
		size_t start = r->levels[r->depth].start;
		err = r->live ? close_level(r)
			      : wrong(r, ERR_USAGE, start, start + 1,
					"this parenthesis is not closed");
	}
	return err;
}

enum err query_read(const struct epoch *epoch, struct span text, bool live,
	const struct query **query, struct arena *arena, struct query_fault *fault)
{
	struct reading *r = ARENA_NEW(arena, struct reading);
	struct level *top = &r->levels[0];
	enum err err;

	*r = (struct reading){
		.epoch = epoch, .text = text, .live = live, .arena = arena, .fault = fault};
	if (text.len > QUERY_TEXT_MOST)
		return wrong(r, ERR_LIMIT, QUERY_TEXT_MOST, text.len,
			"a filter has at most 16384 bytes");
	err = read_all(r);
	if (!err && top->wants && !live)
		err = wrong(
			r, ERR_USAGE, top->or_at, top->or_at + 2, "OR wants something behind it");
	if (err)
		return err;
	settle(r, top);
	const struct query *made = query_joined(query_of(&top->all, arena), false, arena);
	*query = query_ungrouped(made, arena);
	return OK;
}
