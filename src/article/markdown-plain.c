#include "article/markdown-plain.h"

#include "base/buf.h"

#define SPAN_MOST 400u /* bytes between two signs of one line */

/* A stretch of a line that stands between two signs and is written otherwise. */
struct stretch {
	struct span open, close;
	enum { DROP, BARE, NOTE_LINK, FOOTNOTE } as;
};

/* clang-format off */
static const struct stretch stretches[] = {
	{{"![[", 3}, {"]]", 2}, DROP},  {{"[[", 2}, {"]]", 2}, NOTE_LINK},
	{{"[^", 2}, {"]", 1}, FOOTNOTE}, {{"==", 2}, {"==", 2}, BARE},
	{{"%%", 2}, {"%%", 2}, DROP},   {{"{{<", 3}, {">}}", 3}, DROP},
	{{"{{%", 3}, {"%}}", 3}, DROP}, {{"{%", 2}, {"%}", 2}, DROP},
	{{"{#", 2}, {"}", 1}, DROP},    {{"{.", 2}, {"}", 1}, DROP},
};
/* clang-format on */

struct span markdown_link_words(struct span value)
{
	value = span_trim(value);
	if (!span_starts(value, SPAN("[[")) || !span_ends(value, SPAN("]]")))
		return value;
	value = span_cut(value, 2, value.len - 2);
	size_t bar = span_find(value, SPAN("|"), 0);
	if (bar < value.len)
		return span_trim(span_cut(value, bar + 1, value.len));
	for (size_t slash; (slash = span_find(value, SPAN("/"), 0)) < value.len;)
		value = span_cut(value, slash + 1, value.len);
	return span_trim(value);
}

static void stretch_write(
	struct buf *out, const struct stretch *stretch, struct span inside, struct span whole)
{
	switch (stretch->as) {
	case DROP:
		break;
	case BARE:
		buf_add(out, inside);
		break;
	case NOTE_LINK:
		buf_add(out, markdown_link_words(whole));
		break;
	case FOOTNOTE:
		buf_text(out, "\\[");
		buf_add(out, inside);
		buf_text(out, "\\]");
		break;
	}
}

/* Where the stretch that begins here ends; at itself: there is none. */
static size_t stretch_end(struct span line, size_t at, const struct stretch *stretch)
{
	size_t start = at + stretch->open.len;
	struct span reach = span_cut(line, start, start + SPAN_MOST);
	size_t end = span_find(reach, stretch->close, 0);

	if (end == reach.len || end == 0)
		return at;
	/* What is marked does not begin or end with a blank. */
	if (stretch->as == BARE && (reach.at[0] == ' ' || reach.at[end - 1] == ' '))
		return at;
	return start + end + stretch->close.len;
}

/* The first letters of signs, so that most are passed by at once. */
static bool may_open(char c)
{
	return c == '[' || c == '!' || c == '=' || c == '%' || c == '{';
}

static void words_write(struct buf *out, struct span line)
{
	size_t from = 0;
	bool in_code = false;

	for (size_t at = 0; at < line.len; at++) {
		in_code ^= line.at[at] == '`';
		if (in_code || !may_open(line.at[at]))
			continue;
		for (size_t i = 0; i < COUNT(stretches); i++) {
			const struct stretch *stretch = &stretches[i];
			if (!span_starts(span_cut(line, at, line.len), stretch->open))
				continue;
			size_t end = stretch_end(line, at, stretch);
			if (end == at)
				continue;
			buf_add(out, span_cut(line, from, at));
			stretch_write(out, stretch,
				span_cut(line, at + stretch->open.len, end - stretch->close.len),
				span_cut(line, at, end));
			from = end;
			at = end - 1;
			break;
		}
	}
	buf_add(out, span_cut(line, from, line.len));
}

static struct span without_mark(struct span line)
{
	size_t at = line.len;

	/* The name of a block stands at its line's end: " ^a1b2c3". */
	while (at > 0 && ((line.at[at - 1] >= '0' && line.at[at - 1] <= '9') ||
				 (line.at[at - 1] >= 'a' && line.at[at - 1] <= 'z')))
		at--;
	bool is_name = at >= 2 && at < line.len && line.at[at - 1] == '^' && line.at[at - 2] == ' ';
	return is_name ? span_cut(line, 0, at - 2) : line;
}

/* "> [!note] Who said it": its words alone. */
static bool callout_write(struct buf *out, struct span line)
{
	struct span words = span_trim(line);

	if (!span_starts(words, SPAN(">")))
		return false;
	words = span_trim(span_cut(words, 1, words.len));
	size_t end = span_find(words, SPAN("]"), 0);
	if (!span_starts(words, SPAN("[!")) || end == words.len)
		return false;
	words = span_cut(words, end + 1, words.len);
	if (span_starts(words, SPAN("-")) || span_starts(words, SPAN("+")))
		words = span_cut(words, 1, words.len);
	words = span_trim(words);
	buf_text(out, words.len ? "> **" : ">");
	words_write(out, words);
	buf_text(out, words.len ? "**\n>\n" : "\n");
	return true;
}

/* A list's "[ ]" and "[x]". */
static struct span task_write(struct buf *out, struct span line)
{
	static const char *const open[] = {"- [ ] ", "* [ ] ", "+ [ ] "};
	static const char *const done[] = {"- [x] ", "* [x] ", "- [X] "};
	struct span words = span_trim(line);

	for (size_t i = 0; i < COUNT(open); i++) {
		bool is_done = span_starts(words, span_of(done[i]));
		if (!is_done && !span_starts(words, span_of(open[i])))
			continue;
		buf_add(out, span_cut(line, 0, (size_t)(words.at - line.at) + 2));
		buf_text(out, is_done ? "☑ " : "☐ ");
		return span_cut(words, 6, words.len);
	}
	return line;
}

static bool is_row(struct span line)
{
	line = span_trim(line);
	return line.len > 2 && span_starts(line, SPAN("|"));
}

static bool is_rule_of_table(struct span line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("|-: \t", line.at[i]))
			return false;
	return is_row(line);
}

/* A row is a line of its own. */
static void row_write(struct buf *out, struct span line)
{
	if (is_rule_of_table(line))
		return;
	line = span_trim(line);
	line = span_cut(line, 1, line.len - (line.at[line.len - 1] == '|'));
	words_write(out, span_trim(line));
	buf_text(out, "\n\n");
}

static void line_write(struct buf *out, struct span line)
{
	struct span words = span_trim(line);
	size_t note = span_starts(words, SPAN("[^")) ? span_find(words, SPAN("]:"), 0) : words.len;

	if (is_row(line)) {
		row_write(out, line);
		return;
	}
	if (callout_write(out, line))
		return;
	if (note < words.len) {
		buf_format(out, "\\[%.*s\\] ", (int)(note < 40 ? note - 2 : 38), words.at + 2);
		line = span_cut(words, note + 2, words.len);
	}
	words_write(out, without_mark(task_write(out, line)));
	buf_char(out, '\n');
}

/* The sign of a fence that the line is, with as many letters as it has; 0: none. */
static size_t fence_of(struct span line, char *sign)
{
	struct span words = span_trim(line);
	size_t len = 0;

	if (words.len == 0 || (words.at[0] != '`' && words.at[0] != '~'))
		return 0;
	while (len < words.len && words.at[len] == words.at[0])
		len++;
	*sign = words.at[0];
	return len >= 3 ? len : 0;
}

struct span markdown_plain(struct span text, struct arena *arena)
{
	struct buf out;
	struct span line;
	size_t open = 0;
	char open_sign = 0;
	bool in_comment = false;

	buf_init(&out, arena);
	while (span_line(&text, &line)) {
		char sign = 0;
		size_t fence = fence_of(line, &sign);
		bool was_open = open > 0;
		if (!open && span_is(span_trim(line), "%%")) {
			in_comment = !in_comment;
			continue;
		}
		if (in_comment)
			continue;
		if (!open && fence) {
			open = fence;
			open_sign = sign;
		} else if (open && fence >= open && sign == open_sign) {
			open = 0;
		}
		if (was_open || open) {
			buf_add(&out, line);
			buf_char(&out, '\n');
		} else {
			line_write(&out, line);
		}
	}
	return buf_span(&out);
}
