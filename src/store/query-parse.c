#include "store/query.h"

/* Days that are open on one side; the least day is DAY_NONE and means something else. */
#define DAY_FIRST (DAY_NONE + 1)
#define DAY_LAST INT32_MAX

/* A span of days as it was written. */
struct days {
	int32_t from, to;
	enum day_precision precision;
};

static enum err parse_days(struct span text, struct days *days, struct fault *why)
{
	struct span trimmed = span_trim(text);

	if (day_parse(trimmed, &days->from, &days->to, &days->precision))
		return OK;
	return fail(why, ERR_USAGE,
		"'%.*s' is no date: write 2021, 2021-01, 2021-01-26, A..B, >A or <A",
		(int)(trimmed.len < 60 ? trimmed.len : 60), trimmed.at ? trimmed.at : "");
}

static void say(struct clause *clause, const char *text, const char *label)
{
	clause->text = text;
	clause->label = label;
}

/* "A..B", either of which may be left out. */
static enum err parse_range(struct span text, size_t dots, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct span left = span_trim(span_cut(text, 0, dots));
	struct span right = span_trim(span_cut(text, dots + 2, text.len));
	struct days a = {DAY_FIRST, DAY_LAST, PRECISION_NONE}, b = a;
	enum err err = left.len || !right.len ? parse_days(left, &a, why) : OK;

	if (!err && right.len)
		err = parse_days(right, &b, why);
	if (err)
		return err;
	if (a.from > b.to)
		return fail(why, ERR_USAGE, "'%.*s' ends before it begins",
			(int)(text.len < 60 ? text.len : 60), text.at);
	clause->from = a.from;
	clause->to = b.to;
	const char *first = day_short(a.from, a.precision, arena);
	const char *last = day_short(b.to, b.precision, arena);
	const char *iso =
		arena_format(arena, "%s..%s", left.len ? day_iso(a.from, a.precision, arena) : "",
			right.len ? day_iso(b.to, b.precision, arena) : "");
	if (!left.len)
		say(clause, iso, arena_format(arena, "until %s", last));
	else if (!right.len)
		say(clause, iso, arena_format(arena, "since %s", first));
	else
		say(clause, iso, arena_format(arena, "%s – %s", first, last));
	return OK;
}

/* ">A", ">=A", "<A", "<=A". */
static enum err parse_bound(
	struct span text, struct clause *clause, struct arena *arena, struct fault *why)
{
	bool after = text.at[0] == '>', same = text.len > 1 && text.at[1] == '=';
	struct days days;
	enum err err = parse_days(span_cut(text, same ? 2 : 1, text.len), &days, why);

	if (err)
		return err;
	clause->from = after ? (same ? days.from : days.to + 1) : DAY_FIRST;
	clause->to = after ? DAY_LAST : (same ? days.to : days.from - 1);
	const char *word = after ? (same ? "since" : "after") : (same ? "until" : "before");
	say(clause,
		arena_format(arena, "%c%s%s", text.at[0], same ? "=" : "",
			day_iso(days.from, days.precision, arena)),
		arena_format(arena, "%s %s", word, day_short(days.from, days.precision, arena)));
	return OK;
}

enum err query_date(struct span text, struct clause *clause, struct arena *arena, struct fault *why)
{
	struct clause made = {.kind = CLAUSE_DATE};
	struct span trimmed = span_trim(text);
	size_t dots = span_find(trimmed, SPAN(".."), 0);
	struct days days;
	enum err err = OK;

	if (span_is(trimmed, "undated")) {
		made.from = made.to = DAY_NONE;
		say(&made, "undated", "undated");
	} else if (trimmed.len && (trimmed.at[0] == '>' || trimmed.at[0] == '<')) {
		err = parse_bound(trimmed, &made, arena, why);
	} else if (dots < trimmed.len) {
		err = parse_range(trimmed, dots, &made, arena, why);
	} else {
		err = parse_days(trimmed, &days, why);
		if (!err) {
			made.from = days.from;
			made.to = days.to;
			say(&made, day_iso(days.from, days.precision, arena),
				day_short(days.from, days.precision, arena));
		}
	}
	if (!err)
		*clause = made;
	return err;
}
