#include "article/corrections.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/calendar.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#include <assert.h>
#include <string.h>

#define DIGEST_TEXT 32   /* hexadecimal digits */
#define WORDS_MOST 120u  /* bytes by which a stretch of an article is named */
#define VALUE_MOST 1000u /* bytes of a title, a source, a name */
#define SHOWN 40         /* bytes of what cannot be understood that are told */
#define NOTHING "-"      /* nobody; no source */

/* What stands behind the word that says what is put right. */
enum shape { SHAPE_VALUE, SHAPE_WORDS, SHAPE_BOTH };

static const struct form {
	const char *name;
	enum shape shape;
	const char *wants;
} forms[] = {
	[CORRECTION_TITLE] = {"title", SHAPE_VALUE, "a title"},
	[CORRECTION_DAY] = {"day", SHAPE_VALUE, "a day, as in 2021-01-26, 2021-01 or 2021"},
	[CORRECTION_SOURCE] = {"source", SHAPE_VALUE, "a source, or - for none"},
	[CORRECTION_TEXT] = {"text", SHAPE_WORDS, "the words of a line"},
	[CORRECTION_FURNITURE] = {"furniture", SHAPE_WORDS, "the words of a line"},
	[CORRECTION_PERSON] = {"person", SHAPE_BOTH, "words = a name, or - for nobody"},
	[CORRECTION_SPEAKER] = {"speaker", SHAPE_BOTH, "words = a name, or - for nobody"},
};
static_assert(COUNT(forms) == CORRECTION_KIND_COUNT, "every kind has its form");

struct parsing {
	VEC(struct correction) list;
	VEC(struct correction_slip) slips;
	struct map articles, last; /* digest as text: 1 + place of its first, of its last */
	struct arena *arena;
	uint32_t line;
};

/* --- digests ------------------------------------------------------------------------------ */

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_digest(struct span text, struct digest *digest)
{
	*digest = (struct digest){0, 0};
	if (text.len != DIGEST_TEXT)
		return false;
	for (size_t i = 0; i < DIGEST_TEXT; i++) {
		uint64_t *half = i < DIGEST_TEXT / 2 ? &digest->high : &digest->low;
		int value = hex_of(text.at[i]);
		if (value < 0)
			return false;
		*half = *half << 4 | (uint64_t)value;
	}
	return true;
}

static void write_digest(struct digest digest, char text[DIGEST_TEXT])
{
	for (int i = 0; i < DIGEST_TEXT; i++) {
		uint64_t half = i < DIGEST_TEXT / 2 ? digest.high : digest.low;
		text[i] = "0123456789abcdef"[half >> (60 - i % 16 * 4) & 15];
	}
}

/* --- what can be meant ---------------------------------------------------------------------- */

static bool is_nothing(struct span value)
{
	return span_is(value, NOTHING);
}

static bool has_control(struct span text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (point < ' ' || (point >= 0x7f && point < 0xa0))
			return true;
	}
	return false;
}

static bool has_letter(struct span text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_letter(utf8_next(text, &at)))
			return true;
	return false;
}

/* Whether the value can be meant by a correction of the kind. */
static bool is_good(enum correction_kind kind, struct span words, struct span value)
{
	enum day_precision precision;
	int32_t from, to;

	if (forms[kind].shape != SHAPE_VALUE && words.len == 0)
		return false;
	if (words.len > VALUE_MOST || value.len > VALUE_MOST)
		return false;
	if (value.len == 0)
		return true;
	switch (kind) {
	case CORRECTION_DAY:
		return day_parse(value, &from, &to, &precision);
	case CORRECTION_PERSON:
	case CORRECTION_SPEAKER:
		return is_nothing(value) || has_letter(value);
	case CORRECTION_TITLE:
	case CORRECTION_SOURCE:
	case CORRECTION_TEXT:
	case CORRECTION_FURNITURE:
	case CORRECTION_KIND_COUNT:
		break;
	}
	return true;
}

/* --- reading ------------------------------------------------------------------------------ */

static void slip(struct parsing *parsing, const char *words)
{
	*vec_push(parsing->arena, &parsing->slips) = (struct correction_slip){
		parsing->line, arena_format(parsing->arena, "line %u: %s", parsing->line, words)};
}

/* The first word of the rest, which goes on after it. */
static struct span take_word(struct span *rest)
{
	size_t end = 0;

	while (end < rest->len && rest->at[end] != ' ' && rest->at[end] != '\t')
		end++;
	struct span word = span_cut(*rest, 0, end);
	*rest = span_trim(span_cut(*rest, end, rest->len));
	return word;
}

static void add(struct parsing *parsing, struct correction correction, struct span digest)
{
	struct map_entry *first = map_put(&parsing->articles, digest, NULL);
	struct map_entry *last = map_put(&parsing->last, digest, NULL);

	*vec_push(parsing->arena, &parsing->list) = correction;
	if (last->value)
		parsing->list.at[last->value - 1].next = parsing->list.count;
	else
		first->value = parsing->list.count;
	last->value = parsing->list.count;
}

/* Cuts the words off the value: the last "=" with blanks beside it is the one between them. */
static struct span take_words(enum shape shape, struct span *value)
{
	struct span rest = *value, words = shape == SHAPE_WORDS ? rest : SPAN("");

	if (shape == SHAPE_VALUE)
		return words;
	*value = SPAN("");
	for (size_t at = rest.len; shape == SHAPE_BOTH && at-- > 1;)
		if (rest.at[at] == '=' && rest.at[at - 1] == ' ' &&
			(at + 1 == rest.len || rest.at[at + 1] == ' ')) {
			words = span_trim(span_cut(rest, 0, at));
			*value = span_trim(span_cut(rest, at + 1, rest.len));
			break;
		}
	return words;
}

static void take_form(
	struct parsing *parsing, enum correction_kind kind, struct span digest, struct span rest)
{
	struct correction correction = {.kind = kind, .line = parsing->line, .value = rest};

	correction.words = take_words(forms[kind].shape, &correction.value);
	if (!is_good(kind, correction.words, correction.value)) {
		slip(parsing, arena_format(parsing->arena, "%s wants %s", forms[kind].name,
				      forms[kind].wants));
		return;
	}
	correction.as_read = forms[kind].shape != SHAPE_WORDS && correction.value.len == 0;
	if (is_nothing(correction.value) && kind != CORRECTION_TITLE)
		correction.value = SPAN("");
	read_digest(digest, &correction.digest);
	add(parsing, correction, digest);
}

static void take_line(struct parsing *parsing, struct span line)
{
	struct span rest = span_trim(line);
	struct digest digest;

	if (rest.len == 0 || rest.at[0] == '#')
		return;
	if (!utf8_valid(rest) || has_control(rest)) {
		slip(parsing, "no text in UTF-8");
		return;
	}
	struct span key = take_word(&rest), word = take_word(&rest);
	if (!read_digest(key, &digest)) {
		slip(parsing, "a line begins with the 32 digits of a file");
		return;
	}
	for (int kind = 0; kind < CORRECTION_KIND_COUNT; kind++)
		if (span_is(word, forms[kind].name)) {
			take_form(parsing, (enum correction_kind)kind, key, rest);
			return;
		}
	size_t shown = word.len < SHOWN ? word.len : SHOWN;
	while (!utf8_boundary(word, shown))
		shown--;
	slip(parsing, arena_format(parsing->arena,
			      "%.*s: title, day, source, text, furniture, person or speaker is "
			      "expected",
			      (int)shown, word.at));
}

struct corrections corrections_parse(struct span text, struct arena *arena)
{
	struct parsing parsing = {.arena = arena};
	struct span rest = text, line;

	map_init(&parsing.articles, arena);
	map_init(&parsing.last, arena);
	if (span_starts(rest, SPAN("\xEF\xBB\xBF")))
		rest = span_cut(rest, 3, rest.len);
	while (span_line(&rest, &line)) {
		parsing.line++;
		take_line(&parsing, line);
	}
	return (struct corrections){parsing.list.at, parsing.list.count, parsing.slips.at,
		parsing.slips.count, parsing.articles};
}

const struct correction *corrections_of(const struct corrections *corrections, struct digest digest)
{
	char text[DIGEST_TEXT];

	if (corrections->count == 0)
		return NULL;
	write_digest(digest, text);
	const struct map_entry *entry =
		map_get(&corrections->articles, (struct span){text, DIGEST_TEXT});
	return entry ? &corrections->at[entry->value - 1] : NULL;
}

/* --- writing ------------------------------------------------------------------------------ */

enum err corrections_write(const struct correction *correction, const char **line,
	struct arena *arena, struct fault *why)
{
	const struct form *form = &forms[correction->kind];
	struct span value = correction->value;
	char digest[DIGEST_TEXT];
	struct buf buf;

	if (value.len == 0 && !correction->as_read && form->shape != SHAPE_WORDS)
		value = SPAN(NOTHING);
	if (!is_good(correction->kind, correction->words, value) || has_control(value) ||
		!utf8_valid(value) ||
		(form->shape == SHAPE_BOTH && span_find(value, SPAN(" = "), 0) < value.len))
		return fail(why, ERR_USAGE, "wanted is %s", form->wants);
	write_digest(correction->digest, digest);
	buf_init(&buf, arena);
	buf_add(&buf, (struct span){digest, DIGEST_TEXT});
	buf_format(&buf, " %s ", form->name);
	buf_add(&buf, correction->words);
	if (form->shape == SHAPE_BOTH)
		buf_text(&buf, value.len ? " = " : " =");
	if (form->shape != SHAPE_WORDS)
		buf_add(&buf, value);
	*line = buf.at;
	return OK;
}

/* --- what of an article is meant -------------------------------------------------------------- */

/* Signs that no line of the file can hold are blanks. */
static struct span plain(struct span text, struct arena *arena)
{
	char *words = arena_alloc(arena, text.len + 1);
	size_t len = squeeze(text, words);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)words[i] < ' ' || words[i] == 0x7f)
			words[i] = ' ';
	return span_trim((struct span){words, len});
}

/* So much of a stretch is looked at: what is cut off a longer one tells nothing. */
static struct span head_of(struct span text)
{
	size_t end = text.len < 4 * WORDS_MOST ? text.len : 4 * WORDS_MOST;

	while (!utf8_boundary(text, end))
		end--;
	return span_cut(text, 0, end);
}

struct span correction_words(struct span text, struct arena *arena)
{
	struct span words = plain(head_of(text), arena);
	size_t end = WORDS_MOST;

	if (words.len <= WORDS_MOST)
		return words;
	while (!utf8_boundary(words, end))
		end--;
	words = span_trim(span_cut(words, 0, end));
	return span_of(arena_format(arena, "%.*s…", (int)words.len, words.at));
}
