#include "article/form.h"

#include "article/stamps.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/text-words.h"
#include "text/utf8.h"
#include "text/word.h"

#include <assert.h>
#include <string.h>

#define LOOK_LEN (16u << 10) /* what lies beyond does not change a line's form */
#define CUE_LEN 300u         /* cues and dates are looked for so far into a line */
#define CONTENT_LEN 4u       /* bytes that a word needs to count as content */
#define MANY 1000u

static_assert(FORM_COUNT <= 64, "the features of a line's form fit one word");

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

struct extent lines_trim(struct span text, size_t start, size_t end)
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

struct reader {
	struct line_table *table;
	enum language language;
	struct arena *arena;
	struct arena scratch;
	uint32_t key_room;
	struct vocabulary *vocabulary;
	struct map seen;  /* of folded lines: how often */
	uint32_t *places; /* of each line's entry in it */
};

static bool is_dated(struct reader *reader, struct span line, uint32_t cues)
{
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;

	if (cues & CUE_LABEL)
		return true;
	line = head_of(line, CUE_LEN);
	if (!stamp_possible(line))
		return false;
	pieces_read(&pieces, line, reader->language, reader->vocabulary, &reader->scratch);
	return stamp_next(&pieces, &from, &hit);
}

static void key_add(struct reader *reader, uint64_t hash)
{
	struct line_table *table = reader->table;

	table->keys = vec_room(reader->arena, table->keys, table->key_count, &reader->key_room,
		sizeof *table->keys);
	table->keys[table->key_count++] = (uint32_t)(hash >> 32);
}

/* What one walk over a line's words finds. */
struct found {
	uint32_t words, stops;
	uint32_t cues;
};

/* What is noted of a word with which no phrase of the cues begins. */
static const struct cue_phrase no_phrase;

static const struct cue_phrase *phrase_of(struct form *form)
{
	if (!form->notes[NOTE_CUES]) {
		const struct cue_phrase *first = cue_begins(form->folded);
		form->notes[NOTE_CUES] = first ? first : &no_phrase;
	}
	return form->notes[NOTE_CUES];
}

/* Where nothing is known of the language it may be one of the two commonest. */
static bool is_stop(const struct reader *reader, const struct form *form)
{
	if (reader->language != LANGUAGE_NONE)
		return form->stop;
	return language_is_stop_word(LANGUAGE_EN, form->folded) ||
	       language_is_stop_word(LANGUAGE_FR, form->folded);
}

/* at: of the word in the folded line. */
static void word_read(struct reader *reader, struct span folded, struct form *form,
	struct extent at, struct found *found)
{
	bool stop = !form->digits && is_stop(reader, form);

	const struct cue_phrase *phrase = at.start < CUE_LEN ? phrase_of(form) : &no_phrase;
	if (phrase != &no_phrase)
		found->cues |= cues_of_word(phrase, folded, at, found->words == 0);
	found->words++;
	found->stops += stop;
	if (!stop && !form->digits && at.end - at.start >= CONTENT_LEN)
		key_add(reader, form->hash);
}

/* The bytes that what stands between words folds to. */
static uint32_t folded_len(struct span text, size_t start, size_t end)
{
	uint32_t len = 0;

	for (size_t at = start; at < end;) {
		uint32_t point = utf8_next(text, &at), points[8];
		char bytes[4];
		if (point < 0x80) {
			len++;
			continue;
		}
		int count = fold_point(point, points);
		for (int i = 0; i < count; i++)
			len += (uint32_t)utf8_put(bytes, points[i]);
	}
	return len;
}

/* What a line's words tell: those of the folded line, or, where they are the very same once folded,
 * those of the line as it stands, whose places in the folded one are counted.  line: none for the
 * words of the folded line. */
static struct found forms_read(struct reader *reader, struct extent line, struct span folded,
	const struct placed_form *forms, uint32_t count)
{
	struct found found = {0};
	uint32_t end = line.start, at = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct form *form = forms[i].form;
		uint32_t len = (uint32_t)(line.end ? form->folded.len : form->text.len);
		/* Cues are sought up to there; behind it a word's place tells nothing. */
		if (!line.end)
			at = forms[i].start;
		else if (at < CUE_LEN)
			at += folded_len(reader->table->text, end, forms[i].start);
		word_read(reader, folded, form, (struct extent){at, at + len}, &found);
		at += len;
		end = forms[i].start + (uint32_t)form->text.len;
	}
	return found;
}

/* Hashes the line's content words, counts its function words and notes its cues. */
static struct found words_read(
	struct reader *reader, struct extent line, struct span folded, bool dense)
{
	struct placed_forms forms = {0};
	struct found found = {0};

	if (dense) {
		found.cues |= cues_of(head_of(folded, CUE_LEN));
		/* Ideographs: pairs of neighbours. */
		for (size_t at = 0; at + 6 <= folded.len; at += 3)
			key_add(reader, hash_bytes(span_cut(folded, at, at + 6)));
		return found;
	}
	const struct read_line *read = text_words_line(reader->vocabulary, line);
	if (read->same)
		return forms_read(reader, line, folded,
			vec_from(&reader->vocabulary->read->forms, read->first), read->count);
	vocabulary_read(reader->vocabulary, reader->language, folded, 0, &forms, &reader->scratch);
	return forms_read(reader, (struct extent){0, 0}, folded, forms.at, forms.count);
}

static float stop_share(const struct found *found, const struct look *look)
{
	/* What cannot be counted in ideographs is taken as usual. */
	if (look->dense > DENSE_LEAST)
		return .4f;
	return found->words ? (float)found->stops / (float)found->words : 0;
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
	form->first_key = table->key_count;
	struct found found = words_read(reader,
		(struct extent){form->at.start, form->at.start + (uint32_t)line.len}, folded,
		look.dense > DENSE_LEAST);
	form->key_count = table->key_count - form->first_key;
	form->cues = found.cues | (look.rights ? CUE_LEGAL : 0);
	form->traits |= traits_of(line, folded, &look, form->cues);
	if (line.len < form->at.end - form->at.start)
		form->traits |= TRAIT_MARK;
	form->capitals = look.words > 1 ? (float)look.capital_words / (float)(look.words - 1) : 0;
	uint32_t sentences = look.breaks + (form->traits & TRAIT_MARK ? 1 : 0);
	form->sentences = (uint16_t)(sentences < MANY ? sentences : MANY);
	if ((form->traits & TRAIT_DIGIT || form->cues & CUE_LABEL) &&
		is_dated(reader, line, form->cues))
		form->traits |= TRAIT_DATED;
	form->stops = stop_share(&found, &look);
	features_set(form, &look, form->stops);
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
		struct extent line = lines_trim(text, at, end);
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
		struct extent line = lines_trim(text, at, end);
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
		feature_set(form, FORM_TWICE, copies == 2);
		feature_set(form, FORM_THRICE, copies > 2);
		dense += (form->traits & TRAIT_DENSE) != 0;
	}
	table->dense = dense * 2 > table->count;
}

void lines_read(struct line_table *table, struct span text, enum language language,
	struct vocabulary *vocabulary, struct arena *arena)
{
	struct vocabulary own;
	struct arena seen;
	struct reader reader = {.table = table,
		.language = language,
		.vocabulary = vocabulary ? vocabulary : &own,
		.arena = arena};

	*table = (struct line_table){
		.text = text, .vocabulary = vocabulary, .count = count_lines(text)};
	table->at = ARENA_ARRAY(arena, struct line_form, table->count);
	cut_lines(table);
	arena_init(&reader.scratch);
	arena_init(&seen);
	vocabulary_init(&own, NULL, &seen);
	uint32_t reading = text_words_begin(reader.vocabulary, language, text);
	table->reading = vocabulary ? reading : 0;
	map_init(&reader.seen, &seen);
	reader.places = ARENA_ARRAY(&seen, uint32_t, table->count);
	for (uint32_t i = 0; i < table->count; i++)
		form_read(&reader, i);
	note_copies(&reader);
	arena_clear(&seen);
	arena_clear(&reader.scratch);
}
