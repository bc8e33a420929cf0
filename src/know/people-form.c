#include "know/people-form.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

#include <string.h>

/* Longer stretches are nobody's name. */
#define NAME_LEN 200u

void forms_init(struct forms *forms, struct arena *arena)
{
	*forms = (struct forms){.arena = arena};
	map_init(&forms->ids, arena);
	map_init(&forms->keys, arena);
	map_init(&forms->words, arena);
}

struct span forms_key(const struct forms *forms, uint32_t id)
{
	return id ? forms->keys.entries[id - 1].key : SPAN("");
}

static uint32_t key_id(struct forms *forms, struct span key)
{
	bool made;

	if (key.len == 0)
		return 0;
	struct map_entry *entry = map_put(&forms->keys, key, &made);
	if (made)
		entry->value = forms->keys.count;
	return entry->value;
}

/* The spelling key of a word; of scripts that have none, the folded word. */
static struct span key_of(struct forms *forms, struct span word)
{
	struct span key = script_key(word, forms->arena);

	return key.len ? key : fold(word, forms->arena);
}

static uint32_t word_key(struct forms *forms, struct span word)
{
	bool made;
	struct map_entry *entry = map_put(&forms->words, word, &made);

	if (made)
		entry->value = key_id(forms, key_of(forms, word));
	return entry->value;
}

/* Cuts the next word off *rest; false when nothing is left. */
static bool next_word(struct span *rest, struct span *word)
{
	size_t start = 0, end;

	for (size_t at = 0; at < rest->len && utf8_is_space(utf8_next(*rest, &at));)
		start = at;
	end = start;
	for (size_t at = start; at < rest->len && !utf8_is_space(utf8_next(*rest, &at));)
		end = at;
	*word = span_cut(*rest, start, end);
	*rest = span_cut(*rest, end, rest->len);
	return word->len > 0;
}

/* The key of a surname: of its words without particles, or of all when there are no others. */
static uint32_t family_key(struct forms *forms, struct span surname)
{
	struct span rest = surname, word;
	struct buf key;
	uint32_t words = 0, id = 0;

	buf_init(&key, forms->arena);
	while (next_word(&rest, &word)) {
		if (gazetteer_lists(fold(word, forms->arena)) & LIST_PARTICLE && rest.len > 0)
			continue;
		id = word_key(forms, word);
		buf_add(&key, forms_key(forms, id));
		words++;
	}
	return words > 1 ? key_id(forms, buf_span(&key)) : id;
}

static bool is_shouted(struct span text)
{
	uint32_t letters = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (utf8_is_lower(point))
			return false;
		letters += utf8_is_upper(point);
	}
	return letters > 1;
}

/* The bit of a name's first letter in Latin; 0 when it has none. */
static uint32_t first_letter(struct span word, struct arena *arena)
{
	struct span latin = fold(script_latin(word, arena), arena);

	if (latin.len == 0 || latin.at[0] < 'a' || latin.at[0] > 'z')
		return 0;
	return 1u << (latin.at[0] - 'a');
}

static struct form take_apart(struct forms *forms, struct span text, struct span surname)
{
	struct form form = {.text = text, .surname = surname, .all_capitals = is_shouted(text)};
	struct span rest = text, word, given = {0};

	while (next_word(&rest, &word)) {
		form.words = (uint8_t)(form.words + (form.words < UINT8_MAX));
		/* The given name is the first word that is no part of the surname. */
		if (!given.len && (word.at < surname.at || word.at >= surname.at + surname.len))
			given = word;
	}
	form.family = family_key(forms, surname);
	if (given.len) {
		form.initial = given.len <= 5 && given.at[given.len - 1] == '.';
		form.given = word_key(forms, given);
		form.letter = first_letter(given, forms->arena);
	} else if (form.words == 1) {
		form.lists = gazetteer_lists(fold(text, forms->arena));
	}
	return form;
}

uint32_t forms_of(struct forms *forms, struct span text, const struct name_mark *mark)
{
	char spelling[NAME_LEN + 4];
	size_t surname = mark->surname.start - mark->at.start;
	size_t surname_end = mark->surname.end - mark->at.start;
	struct span name = span_in(text, mark->at);
	bool made;

	if (name.len == 0 || name.len > NAME_LEN)
		return FORM_NONE;
	memcpy(spelling, name.at, name.len);
	spelling[name.len] = '\n';
	spelling[name.len + 1] = (char)surname;
	spelling[name.len + 2] = (char)surname_end;
	struct map_entry *entry =
		map_put(&forms->ids, (struct span){spelling, name.len + 3}, &made);
	if (made) {
		struct span own = span_cut(entry->key, 0, name.len);
		uint32_t id = forms->list.count;
		struct form *form = vec_push(forms->arena, &forms->list);
		entry->value = id;
		*form = take_apart(forms, own, span_cut(own, surname, surname_end));
	}
	return entry->value;
}
