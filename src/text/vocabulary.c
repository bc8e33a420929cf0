#include "text/vocabulary.h"

#include "base/map.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/utf8.h"
#include "text/word-near.h"
#include "text/word.h"

#include <string.h>

#define FIRST_SLOTS 1024u
#define IDEOGRAPHS_FROM 0x2E80u /* one character is a word from here on */

/* A form, and beside it what its place is found by. */
struct entry {
	struct word_ends ends;
	struct form form;
};

struct slot {
	struct entry *entry; /* null: free */
	uint32_t hash, len;
};

struct vocabulary_part {
	struct slot *slots;
	uint32_t count, mask;
	VEC(struct root *) roots; /* by number of their stems; null: none in this language */
};

void vocabulary_init(struct vocabulary *vocabulary, struct stemmer *stemmer, struct arena *arena)
{
	*vocabulary = (struct vocabulary){.arena = arena, .stemmer = stemmer, .turn = 1};
	vocabulary->stems = ARENA_NEW(arena, struct strings);
	strings_init(vocabulary->stems, arena);
}

static struct vocabulary_part *part_of(struct vocabulary *vocabulary, enum language language)
{
	struct vocabulary_part *part = vocabulary->parts[language];

	if (part)
		return part;
	part = ARENA_NEW(vocabulary->arena, struct vocabulary_part);
	part->slots = ARENA_ARRAY(vocabulary->arena, struct slot, FIRST_SLOTS);
	part->mask = FIRST_SLOTS - 1;
	vocabulary->parts[language] = part;
	return part;
}

/* The slot of the word, or the free one where it belongs. */
static inline struct slot *slot_of(
	const struct vocabulary_part *part, uint32_t hash, struct word_ends ends, struct span word)
{
	for (uint32_t at = hash & part->mask;; at = (at + 1) & part->mask) {
		struct slot *slot = &part->slots[at];
		const struct entry *entry = slot->entry;
		if (!entry)
			return slot;
		if (slot->hash == hash && slot->len == word.len && entry->ends.head == ends.head &&
			entry->ends.tail == ends.tail &&
			(word.len <= 16 || span_equal(entry->form.text, word)))
			return slot;
	}
}

static void grow(struct vocabulary_part *part, struct arena *arena)
{
	const struct slot *old = part->slots;
	uint32_t count = part->mask + 1;

	part->mask = count * 2 - 1;
	part->slots = ARENA_ARRAY(arena, struct slot, (size_t)count * 2);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = old[i].hash & part->mask;
		if (!old[i].entry)
			continue;
		while (part->slots[at].entry)
			at = (at + 1) & part->mask;
		part->slots[at] = old[i];
	}
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

static bool has_digit(struct span plain)
{
	for (size_t i = 0; i < plain.len; i++)
		if (plain.at[i] <= '9')
			return true;
	return false;
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

/* A word that is not what it folds to, or has letters of other alphabets. */
static void form_fold(struct vocabulary *vocabulary, struct form *form)
{
	struct arena scratch;

	arena_init(&scratch);
	struct span folded = fold(form->text, &scratch);
	if (!span_equal(folded, form->text))
		form->folded = arena_span(vocabulary->arena, folded);
	form->small = span_equal(lower(form->text, &scratch), form->text);
	form->whole = is_one_word(form->folded);
	form->print = print_of(form->folded, &scratch);
	arena_clear(&scratch);
}

static void form_set(
	struct form *form, struct vocabulary *vocabulary, enum language language, struct span text)
{
	struct words it = words_of(text);
	struct word word = {.plain = false};
	bool is_word = words_next(&it, &word) && word.start == 0 && word.end == text.len;

	form->text = form->folded = arena_span(vocabulary->arena, text);
	form->capitalised = word.capitalised;
	form->digits = word.kind == WORD_NUMBER;
	form->hash = hash_bytes(text);
	if (is_word && word.plain && !has_digit(text)) {
		form->small = form->whole = true;
		form->print = form->hash | 1;
	} else {
		form_fold(vocabulary, form);
		form->hash = hash_bytes(form->folded);
	}
	form->stop = language_is_stop_word(language, form->folded);
	form->is_short = is_short(form->folded);
}

static void number(struct vocabulary *vocabulary, struct form *form)
{
	struct strings_place place = strings_place(vocabulary->form_count);

	form->number = vocabulary->form_count++;
	if (!vocabulary->forms[place.block])
		vocabulary->forms[place.block] =
			ARENA_ARRAY(vocabulary->arena, struct form *, place.room);
	vocabulary->forms[place.block][place.at] = form;
}

static inline struct form *find(struct vocabulary *vocabulary, enum language language,
	struct vocabulary_part *part, struct span word, size_t room)
{
	struct word_ends ends = word_ends_of(word.at, word.len, room);
	uint32_t hash = word_ends_hash(ends, word.len);
	struct slot *slot = slot_of(part, hash, ends, word);

	if (slot->entry)
		return &slot->entry->form;
	struct entry *entry = ARENA_NEW(vocabulary->arena, struct entry);
	entry->ends = ends;
	form_set(&entry->form, vocabulary, language, word);
	number(vocabulary, &entry->form);
	*slot = (struct slot){entry, hash, (uint32_t)word.len};
	if (++part->count > part->mask / 2)
		grow(part, vocabulary->arena);
	return &entry->form;
}

struct form *vocabulary_form(
	struct vocabulary *vocabulary, enum language language, struct span word)
{
	return find(vocabulary, language, part_of(vocabulary, language), word, word.len);
}

struct form *vocabulary_numbered(const struct vocabulary *vocabulary, uint32_t number)
{
	struct strings_place place = strings_place(number);

	return vocabulary->forms[place.block][place.at];
}

/* As if zeros followed. */
static uint64_t head_of(struct span stem)
{
	uint64_t head = 0;
	size_t len = stem.len < sizeof head ? stem.len : sizeof head;

	for (size_t i = 0; i < len; i++)
		head |= (uint64_t)(unsigned char)stem.at[i] << (56 - 8 * i);
	return head;
}

struct root *vocabulary_root(
	struct vocabulary *vocabulary, enum language language, struct form *form)
{
	struct vocabulary_part *part = part_of(vocabulary, language);
	struct arena scratch;

	if (form->root)
		return form->root;
	arena_init(&scratch);
	struct span word =
		form->folded.at == form->text.at ? form->text : lower(form->text, &scratch);
	struct span root = stem(vocabulary->stemmer, language, word, &scratch);
	uint32_t number = strings_put(vocabulary->stems, root.len ? root : form->folded);
	while (part->roots.count <= number)
		vec_push(vocabulary->arena, &part->roots);
	if (!part->roots.at[number]) {
		part->roots.at[number] = ARENA_NEW(vocabulary->arena, struct root);
		*part->roots.at[number] = (struct root){.stem = number,
			.language = language,
			.head = head_of(strings_text(vocabulary->stems, number))};
	}
	form->root = part->roots.at[number];
	arena_clear(&scratch);
	return form->root;
}

/* --- the words of a text ----------------------------------------------------------- */

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
		if (!near_next(bytes, text.len, &at, &end) && !(end = far_end(text, &at, &same)))
			break;
		if (at == text.len)
			break;
		struct form *form = find(vocabulary, language, part,
			(struct span){text.at + at, end - at}, text.len - at);
		same &= form->whole;
		*vec_push(arena, forms) = (struct placed_form){offset + (uint32_t)at, form};
	}
	return same;
}
