#include "article/front-matter.h"

#include "base/buf.h"

#define FIELDS_MOST 400u
#define VALUE_LEN 4000u /* bytes of one value */

/* A head while its lines are gone through. */
struct head {
	struct span rest;
	struct front_fields *fields;
	struct arena *arena;
	struct span outer; /* name of the thing whose parts follow, indented; empty: none */
	char sign;         /* between a name and its value */
};

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Things that only hold others, as the makers of sites write them. */
static bool is_wrapper(struct span name)
{
	return span_is(name, "params") || span_is(name, "taxonomies") || span_is(name, "extra");
}

static void field_add(struct head *head, struct span name, struct span value)
{
	value = span_cut(span_trim(value), 0, VALUE_LEN);
	if (value.len && name.len && head->fields->count < FIELDS_MOST)
		*vec_push(head->arena, head->fields) = (struct front_field){name, value};
}

/* Words between quotation marks, their escapes undone; *end: after them. */
static struct span quoted(struct span text, size_t *end, struct arena *arena)
{
	char mark = text.at[0];
	size_t at = 1;
	struct buf words;

	buf_init(&words, arena);
	for (; at < text.len; at++) {
		char c = text.at[at];
		bool doubled =
			mark == '\'' && c == mark && at + 1 < text.len && text.at[at + 1] == mark;
		bool escaped = mark == '"' && c == '\\' && at + 1 < text.len;
		if (c == mark && !doubled)
			break;
		at += doubled || escaped;
		c = text.at[at];
		buf_char(&words, escaped && (c == 'n' || c == 't') ? ' ' : c);
	}
	*end = at + 1;
	return buf_span(&words);
}

/* Where a value without quotation marks ends: at a comment or, in a list, at its comma. */
static size_t bare_end(struct span text, bool in_list)
{
	size_t at = 0;

	for (; at < text.len; at++) {
		bool blank = at > 0 && (text.at[at - 1] == ' ' || text.at[at - 1] == '\t');
		if ((text.at[at] == '#' && (blank || at == 0) && !in_list) ||
			(in_list && (text.at[at] == ',' || text.at[at] == ']')))
			break;
	}
	return at;
}

static struct span scalar(struct span text, bool in_list, size_t *end, struct arena *arena)
{
	if (text.len && (text.at[0] == '"' || text.at[0] == '\''))
		return quoted(text, end, arena);
	/* A link of a note in a list: [[Anne Roy]]. */
	if (span_starts(text, SPAN("[["))) {
		*end = span_find(text, SPAN("]]"), 0) + 2;
		return span_cut(text, 0, *end);
	}
	*end = bare_end(text, in_list);
	return span_cut(text, 0, *end);
}

static void list_add(struct head *head, struct span name, struct span text)
{
	text = span_cut(text, 1, text.len);
	while (text.len) {
		size_t end;
		text = span_trim(text);
		if (span_starts(text, SPAN("]")))
			return;
		struct span value = scalar(text, true, &end, head->arena);
		if (!span_starts(text, SPAN(",")))
			field_add(head, name, value);
		text = span_cut(text, end > 0 ? end : 1, text.len);
	}
}

/* The value with the lines that belong to it, until one holds the sign that ends it. */
static struct span with_lines(struct head *head, struct span value, struct span sign, size_t from)
{
	struct buf all;
	struct span line;

	buf_init(&all, head->arena);
	buf_add(&all, value);
	while (span_find(buf_span(&all), sign, from) == all.len && all.len < VALUE_LEN &&
		span_line(&head->rest, &line)) {
		buf_char(&all, ' ');
		buf_add(&all, span_trim(line));
	}
	return buf_span(&all);
}

static bool is_indented(struct span line)
{
	return line.len && (line.at[0] == ' ' || line.at[0] == '\t');
}

/* The indented lines that follow, joined. */
static struct span block(struct head *head)
{
	struct buf all;
	struct span line, rest = head->rest;

	buf_init(&all, head->arena);
	while (span_line(&rest, &line) && (is_indented(line) || span_trim(line).len == 0)) {
		head->rest = rest;
		buf_char(&all, ' ');
		buf_add(&all, span_trim(line));
	}
	return buf_span(&all);
}

static void value_add(struct head *head, struct span name, struct span value)
{
	size_t end;

	if (span_starts(value, SPAN("\"\"\"")) || span_starts(value, SPAN("'''"))) {
		struct span mark = span_cut(value, 0, 3);
		value = with_lines(head, value, mark, 3);
		field_add(head, name, span_cut(value, 3, span_find(value, mark, 3)));
	} else if (value.len && (value.at[0] == '|' || value.at[0] == '>')) {
		field_add(head, name, block(head));
	} else if (span_starts(value, SPAN("[")) && !span_starts(value, SPAN("[["))) {
		list_add(head, name, with_lines(head, value, SPAN("]"), 1));
	} else {
		field_add(head, name, scalar(value, false, &end, head->arena));
	}
}

/* The end of the name that a line begins with; 0: it begins with none. */
static size_t name_end(const struct head *head, struct span line)
{
	size_t at = 0;

	for (; at < line.len && line.at[at] != head->sign; at++)
		if (at > 60 || (head->sign == ':' && line.at[at] == '#'))
			return 0;
	bool parted = head->sign == '=' || at + 1 >= line.len || line.at[at + 1] == ' ' ||
		      line.at[at + 1] == '\t';
	return at < line.len && parted ? at : 0;
}

static struct span name_of(const struct head *head, struct span outer, struct span words)
{
	struct buf name;

	words = span_trim(words);
	if (words.len >= 2 && (words.at[0] == '"' || words.at[0] == '\''))
		words = span_cut(words, 1, words.len - 1);
	buf_init(&name, head->arena);
	if (outer.len && !is_wrapper(outer)) {
		buf_add(&name, outer);
		buf_char(&name, '.');
	}
	for (size_t i = 0; i < words.len; i++)
		buf_char(
			&name, words.at[i] == '-' || words.at[i] == ' ' ? '_' : small(words.at[i]));
	return buf_span(&name);
}

/* A line of a list below a name: a word, or the first part of a thing. */
static void entry_read(struct head *head, struct span words)
{
	size_t end = name_end(head, words);

	if (end && words.at[0] != '"' && words.at[0] != '\'')
		value_add(head, name_of(head, head->outer, span_cut(words, 0, end)),
			span_trim(span_cut(words, end + 1, words.len)));
	else
		value_add(head, head->outer, words);
}

static void line_read(struct head *head, struct span line)
{
	struct span words = span_trim(line);
	size_t end = name_end(head, words);

	if (words.len == 0 || words.at[0] == '#')
		return;
	if (head->sign == '=' && words.at[0] == '[') { /* a table of TOML */
		struct span inside = span_cut(words, 1, span_find(words, SPAN("]"), 0));
		if (span_starts(inside, SPAN("[")))
			inside = span_cut(inside, 1, inside.len);
		head->outer = name_of(head, SPAN(""), inside);
		return;
	}
	if (head->sign == ':' && (span_starts(words, SPAN("- ")) || span_is(words, "-"))) {
		entry_read(head, span_trim(span_cut(words, 1, words.len)));
		return;
	}
	if (end == 0)
		return;
	bool inside = head->sign == '=' || is_indented(line);
	struct span name = name_of(head, inside ? head->outer : SPAN(""), span_cut(words, 0, end));
	if (!inside)
		head->outer = name;
	value_add(head, name, span_trim(span_cut(words, end + 1, words.len)));
}

/* Pandoc's three lines: title, writers, day; a line that is indented goes on. */
static void percents_read(struct head *head)
{
	static const char *const names[] = {"title", "author", "date"};
	struct span line;

	for (size_t i = 0; i < COUNT(names) && span_line(&head->rest, &line); i++) {
		struct span more = block(head);
		struct span all = span_of(arena_format(head->arena, "%.*s%.*s", (int)(line.len - 1),
			line.at + 1, (int)more.len, more.at));
		while (all.len) {
			size_t end = i == 1 ? span_find(all, SPAN(";"), 0) : all.len;
			field_add(head, span_of(names[i]), span_cut(all, 0, end));
			all = span_cut(all, end + 1, all.len);
		}
	}
}

void front_matter_read(struct span text, struct front_fields *fields, struct arena *arena)
{
	struct head head = {.rest = text, .fields = fields, .arena = arena};
	struct span line = SPAN("");

	if (span_starts(text, SPAN("%"))) {
		percents_read(&head);
		return;
	}
	span_line(&head.rest, &line);
	head.sign = span_starts(line, SPAN("+")) ? '=' : ':';
	while (span_line(&head.rest, &line))
		if (head.rest.len || !span_starts(line, span_cut(text, 0, 3)))
			line_read(&head, line);
}

static size_t percents_len(struct span text)
{
	struct span rest = text, line;
	size_t len = 0, lines = 0;

	while (span_line(&rest, &line) && (span_starts(line, SPAN("% ")) || span_is(line, "%") ||
						  (lines && is_indented(line)))) {
		len = (size_t)(rest.at - text.at);
		lines += span_starts(line, SPAN("%"));
	}
	return lines >= 2 && lines <= 3 ? len : 0;
}

static bool is_fence(struct span line, struct span fence)
{
	line = span_trim(line);
	return span_equal(line, fence) || (span_is(fence, "---") && span_is(line, "..."));
}

/* Whether a line names something as programs do, in one word. */
static bool is_named(const struct head *head, struct span line)
{
	struct span name = span_trim(span_cut(line, 0, name_end(head, line)));

	return name.len && span_find(name, SPAN(" "), 0) == name.len;
}

size_t front_matter_len(struct span text)
{
	struct span rest = span_cut(text, 0, FRONT_LEN), line = SPAN("");
	bool named = false;

	if (span_starts(text, SPAN("% ")))
		return percents_len(rest);
	span_line(&rest, &line);
	struct span fence = span_trim(line);
	if (!span_is(fence, "---") && !span_is(fence, "+++"))
		return 0;
	struct head head = {.sign = span_is(fence, "+++") ? '=' : ':'};
	while (span_line(&rest, &line)) {
		bool is_empty = span_trim(line).len == 0 || line.at[0] == '#' ||
				(head.sign == '=' && line.at[0] == '[');
		if (is_fence(line, fence))
			return named ? (size_t)(rest.at - text.at) : 0;
		named = named || is_named(&head, line);
		if (!named && !is_empty)
			return 0;
	}
	return 0;
}

struct span front_value(const struct front_fields *fields, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (uint32_t k = 0; k < fields->count; k++)
			if (span_is(fields->at[k].name, names[i]))
				return fields->at[k].value;
	return SPAN("");
}
