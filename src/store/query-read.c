#include "store/query-text.h"

#include "base/buf.h"
#include "store/operators.h"
#include "store/reading.h"
#include "text/word.h"

#define SAID_MOST 60u /* bytes of the text that a message repeats */

/* Controls count as blanks. */
static bool is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* The bytes up to a blank, a parenthesis or a quotation mark. */
static struct span read_run(struct reading *r)
{
	size_t start = r->at;

	while (!reading_is_done(r) && !is_blank(r->text.at[r->at]) &&
		!strchr("()\"", r->text.at[r->at]))
		r->at++;
	return span_cut(r->text, start, r->at);
}

/* What stands in quotation marks; two of them in it are one. */
static enum err read_quoted(struct reading *r, struct span *value)
{
	size_t start = r->at++;
	struct buf out;

	buf_init(&out, r->arena);
	for (; !reading_is_done(r); r->at++) {
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
		       : reading_wrong(r, ERR_USAGE, start, start + 1,
				 "this quotation mark is not closed");
}

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
	clause.live =
		star || (r->live && kind == CLAUSE_WORDS && reading_is_done(r) && end == run.len);
	clause.text =
		kind == CLAUSE_PHRASE ? arena_string(r->arena, words) : plain_text(words, r->arena);
	clause.label = clause.text;
	if (kind != CLAUSE_WORDS || star)
		clause.label = arena_format(r->arena,
			kind == CLAUSE_EXACT    ? "=%s"
			: kind == CLAUSE_PHRASE ? "\"%s\""
						: "%s*",
			clause.text);
	return reading_add(r, clause, start);
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
	bool quoted = value.len == 0 && !reading_is_done(r) && r->text.at[r->at] == '"';
	struct clause clause = {.kind = CLAUSE_WORDS};
	enum err err = quoted ? read_quoted(r, &value) : OK;

	if (err)
		return err;
	if (value.len == 0 && r->live && reading_is_done(r))
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
	clause.live |= clause.kind == CLAUSE_TITLE && r->live && reading_is_done(r);
	return reading_add(r, clause, start);
}

/* A word, "=word", "word*", "name:value", OR. */
static enum err read_bare(struct reading *r, bool exclude)
{
	size_t start = r->at;
	struct span run = read_run(r);
	size_t name = name_length(run);
	struct span value = span_cut(run, name + 1, run.len);
	bool quoted = !reading_is_done(r) && r->text.at[r->at] == '"';

	if (span_is(run, "OR") && !exclude)
		return reading_join(r, start);
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
		return reading_open(r, minus);
	case ')':
		return reading_close(r);
	case '"':
		err = read_quoted(r, &phrase);
		return err ? err : add_words(r, phrase, CLAUSE_PHRASE, minus, start);
	default:
		return read_bare(r, minus);
	}
}

enum err query_read(const struct epoch *epoch, struct span text, bool live,
	const struct query **query, struct arena *arena, struct query_fault *fault)
{
	struct reading *r = ARENA_NEW(arena, struct reading);
	enum err err = OK;

	*r = (struct reading){
		.epoch = epoch, .text = text, .live = live, .arena = arena, .fault = fault};
	if (text.len > QUERY_TEXT_MOST)
		return reading_wrong(r, ERR_LIMIT, QUERY_TEXT_MOST, text.len,
			"a filter has at most 16384 bytes");
	while (!err) {
		while (!reading_is_done(r) && is_blank(r->text.at[r->at]))
			r->at++;
		if (reading_is_done(r))
			break;
		err = read_thing(r);
	}
	return err ? err : reading_end(r, query);
}
