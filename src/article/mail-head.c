#include "article/mail-head.h"

#include "article/mail-coding.h"

#define FIELDS_MOST 400u /* fields that are looked at to tell a message */

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool mail_says(struct span value, const char *word)
{
	size_t len = strlen(word);

	if (value.len < len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (small(value.at[i]) != word[i])
			return false;
	return true;
}

struct span mail_head_cut(struct span message, struct span *body)
{
	struct span rest = message, line;

	while (span_line(&rest, &line))
		if (line.len == 0) {
			*body = rest;
			return span_cut(message, 0, (size_t)(line.at - message.at));
		}
	*body = SPAN("");
	return message;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Where the name of a field ends, at its colon; 0 when the line is none. */
static size_t name_end(struct span line)
{
	size_t at = 0;

	while (at < line.len && line.at[at] > ' ' && line.at[at] < 0x7F && line.at[at] != ':')
		at++;
	return at < line.len && line.at[at] == ':' ? at : 0;
}

bool mail_is_message(struct span text)
{
	static const char *const signs[] = {
		"message-id:", "mime-version:", "received:", "return-path:", "delivered-to:"};
	struct span line;
	uint32_t fields = 0, found = 0;

	while (fields < FIELDS_MOST && span_line(&text, &line) && line.len > 0) {
		if (fields > 0 && is_blank(line.at[0]))
			continue;
		if (name_end(line) == 0)
			return false;
		for (size_t i = 0; i < COUNT(signs); i++)
			found += mail_says(line, signs[i]);
		fields++;
	}
	return fields >= 2 && found > 0;
}

struct span mail_field(struct span head, const char *name, struct arena *arena)
{
	size_t len = strlen(name);
	struct span line;
	struct buf value;
	bool inside = false;

	buf_init(&value, arena);
	while (span_line(&head, &line)) {
		if (inside && (line.len == 0 || !is_blank(line.at[0])))
			break;
		if (inside) {
			buf_char(&value, ' ');
			buf_add(&value, span_trim(line));
		} else if (name_end(line) == len && mail_says(line, name)) {
			inside = true;
			buf_add(&value, span_trim(span_cut(line, len + 1, line.len)));
		}
	}
	return span_trim(buf_span(&value));
}

/* The end of a value, at the next ";" outside quotation marks. */
static size_t value_end(struct span value, size_t at)
{
	for (bool quoted = false; at < value.len; at++) {
		if (value.at[at] == '"')
			quoted = !quoted;
		if (value.at[at] == ';' && !quoted)
			break;
	}
	return at;
}

struct span mail_parameter(struct span value, const char *name)
{
	size_t len = strlen(name);

	for (size_t at = value_end(value, 0); at < value.len;) {
		size_t end = value_end(value, at + 1);
		struct span one = span_trim(span_cut(value, at + 1, end));
		at = end;
		if (!mail_says(one, name) || one.len <= len || one.at[len] != '=')
			continue;
		struct span words = span_trim(span_cut(one, len + 1, one.len));
		if (words.len >= 2 && words.at[0] == '"')
			return span_cut(words, 1, span_find(words, SPAN("\""), 1));
		return words;
	}
	return SPAN("");
}

/* An encoded word: "=?utf-8?Q?L'=C3=A9t=C3=A9?=". */
struct encoded {
	struct span charset, text;
	bool is_base64;
	size_t end; /* of it in the value; 0: there is none */
};

static struct encoded encoded_at(struct span value, size_t at)
{
	struct span word = span_cut(value, at, at + 1000);
	size_t charset_end = span_find(word, SPAN("?"), 2);

	if (!span_starts(word, SPAN("=?")) || charset_end + 3 > word.len ||
		word.at[charset_end + 2] != '?')
		return (struct encoded){0};
	char coding = small(word.at[charset_end + 1]);
	size_t end = span_find(word, SPAN("?="), charset_end + 3);
	struct span charset = span_cut(word, 2, charset_end);
	if (end == word.len || (coding != 'b' && coding != 'q'))
		return (struct encoded){0};
	return (struct encoded){
		.charset = span_cut(charset, 0, span_find(charset, SPAN("*"), 0)),
		.text = span_cut(word, charset_end + 3, end),
		.is_base64 = coding == 'b',
		.end = at + end + 2,
	};
}

/* Encoded words in a row, which may part a letter between them; the end of the last. */
static size_t run_add(struct span value, struct encoded first, struct buf *words)
{
	struct buf bytes;
	struct encoded word = first;
	size_t end = first.end;

	buf_init(&bytes, words->arena);
	while (word.end && span_equal(word.charset, first.charset)) {
		size_t next = word.end;
		if (word.is_base64)
			mail_base64(word.text, &bytes);
		else
			mail_quoted(word.text, true, &bytes);
		end = next;
		while (next < value.len && is_blank(value.at[next]))
			next++;
		word = encoded_at(value, next);
	}
	buf_add(words, mail_decode(buf_span(&bytes), first.charset, words->arena));
	return end;
}

struct span mail_words(struct span value, struct arena *arena)
{
	struct buf words;
	struct span text = mail_decode(value, SPAN(""), arena);

	buf_init(&words, arena);
	for (size_t at = 0; at < text.len;) {
		size_t next = span_find(text, SPAN("=?"), at);
		struct encoded word = encoded_at(text, next);
		buf_add(&words, span_cut(text, at, next));
		at = word.end ? run_add(text, word, &words) : next + 2;
		if (!word.end)
			buf_add(&words, span_cut(text, next, at));
	}
	return span_trim(buf_span(&words));
}
