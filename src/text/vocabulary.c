#include "text/vocabulary.h"

#include "base/map.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/utf8.h"
#include "text/word.h"

#include <string.h>

#define FIRST_SLOTS 1024u
#define IDEOGRAPHS_FROM 0x2E80u /* one character is a word from here on */
#define WORD_BYTE (UTF8_LETTER | UTF8_DIGIT)

/* Up to 16 bytes the two ends and the length are the whole word. */
struct ends {
	uint64_t head, tail; /* its first and last eight bytes; of a short word, all and nothing */
};

struct slot {
	struct ends ends;
	size_t len;
	struct form *form; /* null: free */
};

struct vocabulary_part {
	struct slot *slots;
	uint32_t count, mask;
	struct map roots; /* stem → place in root_list */
	VEC(struct root *) root_list;
};

void vocabulary_init(struct vocabulary *vocabulary, struct stemmer *stemmer, struct arena *arena)
{
	*vocabulary = (struct vocabulary){.arena = arena, .stemmer = stemmer, .turn = 1};
}

static struct vocabulary_part *part_of(struct vocabulary *vocabulary, enum language language)
{
	struct vocabulary_part *part = vocabulary->parts[language];

	if (part)
		return part;
	part = ARENA_NEW(vocabulary->arena, struct vocabulary_part);
	part->slots = ARENA_ARRAY(vocabulary->arena, struct slot, FIRST_SLOTS);
	part->mask = FIRST_SLOTS - 1;
	map_init(&part->roots, vocabulary->arena);
	vocabulary->parts[language] = part;
	return part;
}

/* Of a word of which room bytes may be read, len or more. */
static inline struct ends ends_of(const char *at, size_t len, size_t room)
{
	static const unsigned char masks[16] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	struct ends ends = {0, 0};
	uint64_t mask;

	if (len > 8) {
		memcpy(&ends.head, at, 8);
		memcpy(&ends.tail, at + len - 8, 8);
	} else if (room >= 8) {
		memcpy(&ends.head, at, 8);
		memcpy(&mask, masks + 8 - len, 8);
		ends.head &= mask;
	} else {
		memcpy(&ends.head, at, len);
	}
	return ends;
}

static inline uint32_t hash_of(struct ends ends, size_t len)
{
	uint64_t x = (ends.head ^ (uint64_t)len << 56) * UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 32 ^ ends.tail) * UINT64_C(0xd6e8feb86659fd93);
	return (uint32_t)(x >> 32);
}

/* The slot of the word, or the free one where it belongs. */
static inline struct slot *slot_of(
	const struct vocabulary_part *part, struct ends ends, struct span word)
{
	uint32_t at = hash_of(ends, word.len) & part->mask;

	for (;; at = (at + 1) & part->mask) {
		struct slot *slot = &part->slots[at];
		if (!slot->form)
			return slot;
		if (slot->ends.head == ends.head && slot->ends.tail == ends.tail &&
			slot->len == word.len &&
			(word.len <= 16 || span_equal(slot->form->text, word)))
			return slot;
	}
}

static void grow(struct vocabulary_part *part, struct arena *arena)
{
	struct slot *old = part->slots;
	uint32_t count = part->mask + 1;

	part->mask = count * 2 - 1;
	part->slots = ARENA_ARRAY(arena, struct slot, (size_t)count * 2);
	for (uint32_t i = 0; i < count; i++)
		if (old[i].form)
			*slot_of(part, old[i].ends, old[i].form->text) = old[i];
}

/* A hash of the letters, the same whatever digits stand among them. */
static uint64_t print_of(struct span folded, struct arena *scratch)
{
	char *letters = arena_alloc(scratch, folded.len);
	size_t len = 0;

	for (size_t at = 0; at < folded.len;) {
		size_t start = at;
		if (utf8_is_digit(utf8_next(folded, &at)))
			continue;
		memcpy(letters + len, folded.at + start, at - start);
		len += at - start;
	}
	return len ? hash_bytes((struct span){letters, len}) | 1 : 0;
}

static bool is_one_word(struct span folded)
{
	struct words it = words_of(folded);
	struct word word;

	return words_next(&it, &word) && word.start == 0 && word.end == folded.len;
}

static bool is_short(struct span folded)
{
	size_t at = 0;

	return folded.len == 0 || (utf8_next(folded, &at) < IDEOGRAPHS_FROM && at == folded.len);
}

static struct form *form_make(
	struct vocabulary *vocabulary, enum language language, struct span text)
{
	struct form *form = ARENA_NEW(vocabulary->arena, struct form);
	struct words it = words_of(text);
	struct word word;
	struct arena scratch;

	arena_init(&scratch);
	form->text = arena_span(vocabulary->arena, text);
	if (words_next(&it, &word)) {
		form->capitalised = word.capitalised;
		form->digits = word.kind == WORD_NUMBER;
	}
	struct span folded = fold(text, &scratch);
	form->folded =
		span_equal(folded, text) ? form->text : arena_span(vocabulary->arena, folded);
	form->small = span_equal(lower(text, &scratch), text);
	form->whole = is_one_word(form->folded);
	form->stop = language_is_stop_word(language, form->folded);
	form->is_short = is_short(form->folded);
	form->hash = hash_bytes(form->folded);
	form->print = print_of(form->folded, &scratch);
	arena_clear(&scratch);
	return form;
}

static inline struct form *find(struct vocabulary *vocabulary, enum language language,
	struct vocabulary_part *part, struct span word, size_t room)
{
	struct ends ends = ends_of(word.at, word.len, room);
	struct slot *slot = slot_of(part, ends, word);

	if (slot->form)
		return slot->form;
	struct form *form = form_make(vocabulary, language, word);
	*slot = (struct slot){ends, word.len, form};
	if (++part->count > part->mask / 2)
		grow(part, vocabulary->arena);
	return form;
}

struct form *vocabulary_form(
	struct vocabulary *vocabulary, enum language language, struct span word)
{
	return find(vocabulary, language, part_of(vocabulary, language), word, word.len);
}

struct root *vocabulary_root(
	struct vocabulary *vocabulary, enum language language, struct form *form)
{
	struct vocabulary_part *part = part_of(vocabulary, language);
	struct arena scratch;
	bool made;

	if (form->root)
		return form->root;
	arena_init(&scratch);
	struct span word =
		form->folded.at == form->text.at ? form->text : lower(form->text, &scratch);
	struct span root = stem(vocabulary->stemmer, language, word, &scratch);
	if (root.len == 0)
		root = form->folded;
	struct map_entry *entry = map_put(&part->roots, root, &made);
	if (made) {
		struct root *fresh = ARENA_NEW(vocabulary->arena, struct root);
		*fresh = (struct root){.stem = entry->key, .language = language};
		entry->value = part->root_list.count;
		*vec_push(vocabulary->arena, &part->root_list) = fresh;
	}
	form->root = part->root_list.at[entry->value];
	arena_clear(&scratch);
	return form->root;
}

/* --- the words of a text ----------------------------------------------------------- */

/* The bytes of a sign that ends words and folds to signs: quotation marks, dashes, apostrophes,
 * the dots, no-break spaces.  0 for all others. */
static inline size_t sign_len(const unsigned char *at, size_t left)
{
	if (at[0] == 0xC2)
		return left > 1 && (at[1] == 0xA0 || at[1] == 0xAB || at[1] == 0xBB) ? 2 : 0;
	if (at[0] != 0xE2 || left < 3 || at[1] != 0x80)
		return 0;
	return (at[2] >= 0x90 && at[2] <= 0xA7) || at[2] == 0xAF ? 3 : 0;
}

/* "é", "À": the letters of Latin-1. */
static inline bool is_latin(const unsigned char *at, size_t left)
{
	return at[0] == 0xC3 && left > 1 && at[1] >= 0x80 && at[1] <= 0xBF && at[1] != 0x97 &&
	       at[1] != 0xB7;
}

/* The end of the word of ASCII and Latin-1 that begins at this place; 0 when other letters may go
 * on with it. */
static inline size_t near_end(const unsigned char *at, size_t start, size_t len)
{
	size_t end = start;

	for (;;) {
		while (end < len && utf8_ascii[at[end]] & WORD_BYTE)
			end++;
		if (end == len || at[end] < 0x80)
			return end;
		if (!is_latin(at + end, len - end))
			return sign_len(at + end, len - end) ? end : 0;
		end += 2;
	}
}

/* The next word at or after *start, the long way; its end, 0 when there is none. */
static size_t far_end(struct span text, size_t *start, bool *same)
{
	struct words it = {text, *start};
	struct word word;

	if (!words_next(&it, &word)) {
		*same = false;
		return 0;
	}
	*same &= word.start == *start;
	*start = word.start;
	return word.end;
}

bool vocabulary_read(struct vocabulary *vocabulary, enum language language, struct span text,
	uint32_t offset, struct placed_forms *forms, struct arena *arena)
{
	struct vocabulary_part *part = part_of(vocabulary, language);
	const unsigned char *bytes = (const unsigned char *)text.at;
	bool same = true;

	for (size_t at = 0, end; at < text.len; at = end) {
		bool plain = utf8_ascii[bytes[at]] & WORD_BYTE;
		if (!plain && bytes[at] < 0x80) {
			end = at + 1;
			continue;
		}
		if (!plain && (end = sign_len(bytes + at, text.len - at)) > 0) {
			end += at;
			continue;
		}
		end = plain || is_latin(bytes + at, text.len - at) ? near_end(bytes, at, text.len)
								   : 0;
		if (!end && !(end = far_end(text, &at, &same)))
			break;
		struct form *form = find(vocabulary, language, part,
			(struct span){text.at + at, end - at}, text.len - at);
		same &= form->whole;
		*vec_push(arena, forms) = (struct placed_form){offset + (uint32_t)at, form};
	}
	return same;
}
