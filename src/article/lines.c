#include "article/lines.h"

#include "article/stamps.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#include <assert.h>
#include <string.h>

#define LOOK_LEN (16u << 10) /* what lies beyond does not change a line's form */
#define CUE_LEN 300u	     /* cues and dates are looked for so far into a line */
#define CONTENT_LEN 4u	     /* bytes that a word needs to count as content */
#define MANY 1000u

static_assert(FORM_COUNT <= 64, "the features of a line's form fit one word");

/* What one walk over a line's code points counts. */
struct look {
	uint32_t letters, small, capitals, dense, digits;
	uint32_t words, dense_words, capital_words; /* after the first */
	uint32_t commas, breaks, bars;
	bool quote, at_sign, first_small;
	uint32_t last, before_last; /* code points that are no blank */
};

static bool is_blank(uint32_t point)
{
	return utf8_is_space(point) || point == 0x200B || point == 0xFEFF || point == 0x2060;
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static bool is_dense(uint32_t point)
{
	return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
		(point >= 0x20000 && point <= 0x3FFFF);
}

static bool is_closing_quote(uint32_t point)
{
	return point == '"' || point == 0xBB || point == 0x201D || point == 0x300D;
}

static bool is_opening_quote(uint32_t point)
{
	return point == '"' || point == 0xAB || point == 0x201C || point == 0x201E ||
		point == 0x300C;
}

static bool is_full_mark(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == 0x2026 || point == 0x3002 ||
		point == 0xFF01 || point == 0xFF1F || point == 0x61F;
}

static bool is_bar(uint32_t point)
{
	return point == '|' || point == 0x2022 || point == 0xB7 || point == '>' ||
		point == 0x203A || (point >= 0x2190 && point <= 0x21FF) || point == 0x25B6 ||
		point == 0x25BE || point == 0x25BA || point == 0x2023;
}

/* The line without blanks at both ends. */
static struct extent trim(struct span text, size_t start, size_t end)
{
	while (start < end) {
		size_t next = start;
		if (!is_blank(utf8_next(text, &next)))
			break;
		start = next;
	}
	while (end > start) {
		size_t before = end;
		if (!is_blank(utf8_previous(text, &before)))
			break;
		end = before;
	}
	return (struct extent){(uint32_t)start, (uint32_t)end};
}

/* The start of a text, cut where no code point is torn. */
static struct span head_of(struct span text, size_t len)
{
	if (text.len <= len)
		return text;
	while (len > 0 && !utf8_boundary(text, len))
		len--;
	return span_cut(text, 0, len);
}

static void look_at_word(struct look *look, uint32_t point)
{
	bool upper = utf8_is_upper(point);

	if (look->words == 0)
		look->first_small = utf8_is_lower(point);
	else
		look->capital_words += upper;
	look->words++;
}

static void look_at_sign(struct look *look, uint32_t point)
{
	look->commas += point == ',' || point == 0xFF0C || point == 0x3001;
	look->bars += is_bar(point);
	look->quote |= is_opening_quote(point);
	look->at_sign |= point == '@';
	/* Ideographs leave no blank after a full stop. */
	look->breaks += point == 0x3002 || point == 0xFF01 || point == 0xFF1F;
}

static struct look look_of(struct span line)
{
	struct look look = {0};
	bool in_word = false, after_mark = false;

	for (size_t at = 0; at < line.len;) {
		uint32_t point = utf8_next(line, &at);
		bool letter = utf8_is_letter(point), digit = utf8_is_digit(point);
		if (is_blank(point)) {
			look.breaks += after_mark;
			in_word = after_mark = false;
			continue;
		}
		after_mark = is_full_mark(point) || (after_mark && is_closing_quote(point));
		look.before_last = look.last;
		look.last = point;
		if (is_dense(point)) {
			look.dense++;
			in_word = false;
		} else if (letter || digit) {
			if (!in_word)
				look_at_word(&look, point);
			in_word = true;
			look.small += utf8_is_lower(point);
		} else if (point != '\'' && point != 0x2019 && point != '-') {
			in_word = false;
			look_at_sign(&look, point);
		}
		look.letters += letter;
		look.digits += digit;
	}
	return look;
}

static bool is_picture_file(struct span line)
{
	static const char *const endings[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",
		".tif", ".tiff", ".bmp", ".avif"};

	if (line.len < 5 || line.len > 200)
		return false;
	for (size_t i = 0; i < COUNT(endings); i++) {
		struct span ending = span_of(endings[i]);
		if (line.len > ending.len && span_ends(line, ending))
			return true;
	}
	return false;
}

/* Whether a caption's maker is named as captions do: "Photo : X", "© X", "(X / AFP)". */
static bool is_credited(struct span folded, uint32_t cues)
{
	size_t open = span_find(folded, SPAN("("), 0);
	size_t start = cue_start(folded);

	if (cue_at(folded, start, CUE_CREDIT) > 0)
		return true;
	if (span_find(folded, SPAN("photo "), 0) < folded.len ||
		span_find(folded, SPAN("photo:"), 0) < folded.len)
		return true;
	if (cues & CUE_CREDIT)
		return span_find(folded, SPAN(":"), 0) < folded.len || open < folded.len ||
			span_find(folded, SPAN("/"), 0) < folded.len;
	return false;
}

static void set(struct line_form *form, enum form_feature feature, bool on)
{
	if (on)
		form->features |= UINT64_C(1) << feature;
}

/* One of three neighbouring features, by the size of the line. */
static void set_by_words(struct line_form *form, enum form_feature first, float low, float high)
{
	int step = (form->words > low) + (form->words > high);

	set(form, (enum form_feature)((int)first + step), true);
}

static void features_of_words(struct line_form *form)
{
	static const float limits[] = {1, 3, 6, 10, 15, 25, 45};
	int step = 0;

	while (step < (int)COUNT(limits) && form->words > limits[step])
		step++;
	set(form, (enum form_feature)(FORM_WORDS_1 + step), true);
	if (form->traits & TRAIT_MARK)
		set_by_words(form, FORM_MARK_6, 6, 15);
}

static void features_of_look(struct line_form *form, const struct look *look, float stop)
{
	int tenth = stop >= .5f ? 5 : (int)(stop * 10);

	set(form, FORM_BIAS, true);
	set(form, FORM_COLON, form->traits & TRAIT_COLON);
	set(form, FORM_SMALL, form->traits & TRAIT_SMALL);
	set(form, FORM_QUOTE, look->quote);
	set(form, (enum form_feature)(FORM_STOP_0 + tenth), true);
	set(form, FORM_CAPITALS_6, form->capitals >= .6f && form->capitals < .8f);
	set(form, FORM_CAPITALS_8, form->capitals >= .8f);
	set(form, FORM_NO_SMALL, look->small == 0 && look->dense == 0);
	set(form, FORM_COMMAS_0, look->commas == 0);
	set(form, FORM_COMMAS_2, look->commas >= 2);
	set(form, FORM_BREAKS_0, look->breaks == 0);
	set(form, FORM_BREAKS_2, look->breaks >= 2);
	set(form, FORM_BAR, look->bars > 0 && form->words <= 25);
	set(form, FORM_NUMBER, form->traits & TRAIT_NUMBER);
	set(form, FORM_ADDRESS, form->traits & TRAIT_ADDRESS);
}

static void features_of_cues(struct line_form *form)
{
	bool is_short = form->words <= 12;

	if (form->cues & CUE_POINTER)
		set(form, is_short ? FORM_POINTER_S : FORM_POINTER_L, true);
	if (form->cues & CUE_SHARING)
		set_by_words(form, FORM_SHARING_S, 12, 25);
	if (form->cues & CUE_LEGAL)
		set_by_words(form, FORM_LEGAL_S, 12, 25);
	if (form->cues & CUE_DOING && form->words <= 25)
		set(form, is_short ? FORM_DOING_S : FORM_DOING_M, true);
	if (form->traits & TRAIT_DATED)
		set_by_words(form, FORM_DATED_S, 12, 25);
	if (form->traits & (TRAIT_CREDIT | TRAIT_PICTURE))
		set(form, is_short ? FORM_CREDIT_S : FORM_CREDIT_L, true);
	set(form, FORM_BY, form->cues & CUE_BY && is_short);
}

static bool is_dated(struct span line, uint32_t cues, enum language language, struct arena *scratch)
{
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;

	if (cues & CUE_LABEL)
		return true;
	pieces_read(&pieces, head_of(line, CUE_LEN), language, scratch);
	return stamp_next(&pieces, &from, &hit);
}

static uint32_t traits_of(
	struct span line, struct span folded, const struct look *look, uint32_t cues)
{
	uint32_t traits = 0;
	bool quoted = is_closing_quote(look->last);
	uint32_t mark = quoted || look->last == ')' ? look->before_last : look->last;

	if (is_full_mark(look->last) || quoted || (look->last == ')' && is_full_mark(mark)))
		traits |= TRAIT_MARK;
	if (mark == '.' || mark == 0x3002)
		traits |= TRAIT_STOP;
	if (look->last == ':' || look->last == 0xFF1A)
		traits |= TRAIT_COLON;
	if (look->first_small)
		traits |= TRAIT_SMALL;
	if (is_picture_file(folded))
		traits |= TRAIT_PICTURE;
	if (look->bars)
		traits |= TRAIT_BAR;
	if (look->letters == 0)
		traits |= TRAIT_NUMBER;
	if (look->at_sign || span_find(line, SPAN("://"), 0) < line.len ||
		span_find(folded, SPAN("www."), 0) < folded.len)
		traits |= TRAIT_ADDRESS;
	if (look->dense > 3)
		traits |= TRAIT_DENSE;
	if (is_credited(folded, cues))
		traits |= TRAIT_CREDIT;
	if (look->digits)
		traits |= TRAIT_DIGIT;
	return traits;
}

struct reader {
	struct line_table *table;
	enum language language;
	struct arena *arena;
	struct arena scratch;
	uint32_t key_room;
	struct map seen;  /* of folded lines: how often */
	uint32_t *places; /* of each line's entry in it */
};

static void key_add(struct reader *reader, uint64_t hash)
{
	struct line_table *table = reader->table;

	table->keys = vec_room(reader->arena, table->keys, table->key_count, &reader->key_room,
		sizeof *table->keys);
	table->keys[table->key_count++] = (uint32_t)(hash >> 32);
}

static bool is_stop_word(enum language language, struct span folded)
{
	if (language != LANGUAGE_NONE)
		return language_is_stop_word(language, folded);
	return language_is_stop_word(LANGUAGE_EN, folded) ||
		language_is_stop_word(LANGUAGE_FR, folded);
}

/* Hashes the line's content words; the share of its words that are function words. */
static float read_words(struct reader *reader, struct span folded, bool dense)
{
	uint32_t words = 0, stops = 0;
	struct words it = words_of(folded);
	struct word word;

	if (dense) {
		/* Ideographs: pairs of neighbours. */
		for (size_t at = 0; at + 6 <= folded.len; at += 3)
			key_add(reader, hash_bytes(span_cut(folded, at, at + 6)));
		return .4f;
	}
	while (words_next(&it, &word)) {
		struct span text = span_cut(folded, word.start, word.end);
		bool stop = word.kind != WORD_NUMBER && is_stop_word(reader->language, text);
		words++;
		stops += stop;
		if (!stop && text.len >= CONTENT_LEN && word.kind != WORD_NUMBER)
			key_add(reader, hash_bytes(text));
	}
	return words ? (float)stops / (float)words : 0;
}

static void note_copy(struct reader *reader, uint32_t line, struct span folded)
{
	const struct map_entry *entry = map_put_number(&reader->seen, hash_bytes(folded), NULL);

	reader->places[line] = (uint32_t)(entry - reader->seen.entries);
	reader->seen.entries[reader->places[line]].value++;
}

static void form_read(struct reader *reader, uint32_t index)
{
	struct line_table *table = reader->table;
	struct line_form *form = &table->at[index];
	struct span line = head_of(span_in(table->text, form->at), LOOK_LEN);
	struct look look = look_of(line);
	struct arena_mark mark = arena_mark(&reader->scratch);
	struct span folded = fold(line, &reader->scratch);

	form->words = (float)look.words + .6f * (float)look.dense;
	form->cues = cues_of(head_of(folded, CUE_LEN));
	form->traits |= traits_of(line, folded, &look, form->cues);
	if (line.len < form->at.end - form->at.start)
		form->traits |= TRAIT_MARK;
	form->capitals = look.words > 1 ? (float)look.capital_words / (float)(look.words - 1) : 0;
	uint32_t sentences = look.breaks + (form->traits & TRAIT_MARK ? 1 : 0);
	form->sentences = (uint16_t)(sentences < MANY ? sentences : MANY);
	if ((form->traits & TRAIT_DIGIT || form->cues & CUE_LABEL) &&
		is_dated(line, form->cues, reader->language, &reader->scratch))
		form->traits |= TRAIT_DATED;
	form->first_key = table->key_count;
	float stop = read_words(reader, folded, form->traits & TRAIT_DENSE);
	form->key_count = table->key_count - form->first_key;
	features_of_words(form);
	features_of_look(form, &look, stop);
	features_of_cues(form);
	note_copy(reader, index, folded);
	arena_rewind(&reader->scratch, mark);
}

/* The end of the line of the file that begins at start. */
static size_t line_end(struct span text, size_t start)
{
	while (start < text.len && !is_line_end(text.at[start]))
		start++;
	return start;
}

static uint32_t count_lines(struct span text)
{
	uint32_t count = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = line_end(text, at);
		struct extent line = trim(text, at, end);
		count += line.start < line.end;
	}
	return count;
}

static void cut_lines(struct line_table *table)
{
	struct span text = table->text;
	bool after_blank = true;
	uint32_t count = 0;

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = line_end(text, at);
		struct extent line = trim(text, at, end);
		/* "\r\n" holds an empty line that nobody wrote. */
		bool pair = end == at && at > 0 && text.at[at - 1] == '\r';
		if (line.start == line.end) {
			after_blank |= !pair;
			continue;
		}
		table->at[count].at = line;
		table->at[count++].traits = after_blank ? TRAIT_AFTER_BLANK : 0;
		after_blank = false;
	}
}

static void note_copies(struct reader *reader)
{
	struct line_table *table = reader->table;
	uint32_t dense = 0;

	for (uint32_t i = 0; i < table->count; i++) {
		uint32_t copies = reader->seen.entries[reader->places[i]].value;
		struct line_form *form = &table->at[i];
		form->copies = (uint16_t)(copies < MANY ? copies : MANY);
		set(form, FORM_TWICE, copies == 2);
		set(form, FORM_THRICE, copies > 2);
		dense += (form->traits & TRAIT_DENSE) != 0;
	}
	table->dense = dense * 2 > table->count;
}

void lines_read(
	struct line_table *table, struct span text, enum language language, struct arena *arena)
{
	struct reader reader = {.table = table, .language = language, .arena = arena};

	*table = (struct line_table){.text = text, .count = count_lines(text)};
	table->at = ARENA_ARRAY(arena, struct line_form, table->count);
	cut_lines(table);
	arena_init(&reader.scratch);
	struct arena seen;
	arena_init(&seen);
	map_init(&reader.seen, &seen);
	reader.places = ARENA_ARRAY(&seen, uint32_t, table->count);
	for (uint32_t i = 0; i < table->count; i++)
		form_read(&reader, i);
	note_copies(&reader);
	arena_clear(&seen);
	arena_clear(&reader.scratch);
}
