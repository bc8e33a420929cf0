#include "store/query-text.h"

#include "base/buf.h"
#include "store/operators.h"

static void write_quoted(struct buf *out, struct span text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			buf_char(out, '"');
		buf_char(out, text.at[i]);
	}
	buf_char(out, '"');
}

/* Whether a value is read whole without quotation marks. */
static bool is_bare(struct span value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.at[i] <= ' ' || strchr("()\"", value.at[i]))
			return false;
	return value.len > 0;
}

/* The days of a clause as they were written where that is a date, else by their ends. */
static const char *days_text(const struct clause *clause, struct arena *arena)
{
	struct clause read;

	if (query_date(span_of(clause->text), &read, arena, NULL) == OK &&
		read.from == clause->from && read.to == clause->to)
		return clause->text;
	return arena_format(arena, "%s..%s", day_iso(clause->from, PRECISION_DAY, arena),
		day_iso(clause->to, PRECISION_DAY, arena));
}

static void write_operator(struct buf *out, const struct clause *clause)
{
	bool days = clause->kind == CLAUSE_DATE || clause->kind == CLAUSE_ABOUT;
	const char *text = days ? days_text(clause, out->arena) : clause->text;
	bool begins = clause->kind == CLAUSE_TITLE && clause->live;
	struct span value = span_of(begins ? arena_format(out->arena, "%s*", text) : text);

	buf_format(out, "%s:", operator_of(clause->kind)->name);
	if (is_bare(value))
		buf_add(out, value);
	else
		write_quoted(out, value);
}

/* What binds closer only within parentheses: what has OR or a blank in it. */
static bool is_several(const struct clause *clause)
{
	return clause->kind == CLAUSE_GROUP ||
	       (clause->kind == CLAUSE_WORDS && strchr(clause->text, ' '));
}

static void write_bare(struct buf *out, const struct clause *clause)
{
	if (clause->kind == CLAUSE_PHRASE)
		write_quoted(out, span_of(clause->text));
	else if (operator_of(clause->kind))
		write_operator(out, clause);
	else
		buf_format(out, "%s%s%s", clause->kind == CLAUSE_EXACT ? "=" : "", clause->text,
			clause->kind == CLAUSE_WORDS && clause->live ? "*" : "");
}

static void write_clause(struct buf *out, const struct clause *clause, bool alone)
{
	bool or = clause->kind == CLAUSE_GROUP && !alone;
	bool within = or || (clause->exclude && is_several(clause));

	buf_text(out, clause->exclude ? "-" : "");
	buf_text(out, within ? "(" : "");
	write_bare(out, clause);
	buf_text(out, within ? ")" : "");
}

const char *query_write(const struct query *query, struct arena *arena)
{
	const struct query *written = query->any_person ? query_grouped(query, arena) : query;
	struct buf out;
	uint32_t on = 0, count = 0;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < written->count; i++)
		on += !written->clauses[i].off;
	for (uint32_t i = 0; i < written->count; i++) {
		if (written->clauses[i].off)
			continue;
		buf_text(&out, count++ ? " " : "");
		write_clause(&out, &written->clauses[i], on == 1);
	}
	return arena_string(arena, buf_span(&out));
}

/* As one of several queries with OR between them. */
static void write_alternative(struct buf *out, const struct query *query)
{
	bool within =
		query->count > 1 || (!query->clauses[0].exclude && is_several(&query->clauses[0]));

	buf_text(out, within ? "(" : "");
	buf_text(out, query_write(query, out->arena));
	buf_text(out, within ? ")" : "");
}

struct clause query_any(const struct query *const *any, uint32_t count, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	if (count == 1)
		buf_text(&out, query_write(any[0], arena));
	for (uint32_t i = 0; count > 1 && i < count; i++) {
		buf_text(&out, i ? " OR " : "");
		write_alternative(&out, any[i]);
	}
	const char *text = arena_string(arena, buf_span(&out));
	return (struct clause){
		.kind = CLAUSE_GROUP, .text = text, .label = text, .any = any, .any_count = count};
}
