#include "know/people-form.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "know/people-given.h"
#include "know/people-syllable.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

#include <string.h>

/* Longer stretches are nobody's name. */
#define NAME_LEN 200u

struct span forms_key(const struct forms *forms, uint32_t id)
{
	return id ? forms->keys.entries[id - 1].key : SPAN("");
}

uint32_t forms_key_id(const struct forms *forms, struct span key)
{
	const struct map_entry *entry = map_get(&forms->keys, key);

	return entry ? entry->value : 0;
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

/* What words behind a surname, or tied to it, tell of the generation: ".jr", ".sr" or nothing. */
static const char *generation(struct span word, struct arena *arena)
{
	static const struct {
		const char *word, *mark;
	} words[] = {{"jr", ".jr"}, {"jr.", ".jr"}, {"junior", ".jr"}, {"juniora", ".jr"},
		{"juniorem", ".jr"}, {"juniorowi", ".jr"}, {"fils", ".jr"}, {"hijo", ".jr"},
		{"figlio", ".jr"}, {"filho", ".jr"}, {"sr", ".sr"}, {"sr.", ".sr"},
		{"senior", ".sr"}, {"seniora", ".sr"}, {"seniorem", ".sr"}, {"pere", ".sr"},
		{"padre", ".sr"}, {"pai", ".sr"}};
	static const struct {
		const char *part, *mark;
	} parts[] = {{"младш", ".jr"}, {"молодш", ".jr"}, {"старш", ".sr"}};
	struct span folded = fold(word, arena);

	for (size_t i = 0; i < COUNT(words); i++)
		if (span_is(folded, words[i].word))
			return words[i].mark;
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t at = span_find(folded, span_of(parts[i].part), 0);
		if (at < folded.len && (at == 0 || folded.at[at - 1] == '-'))
			return parts[i].mark;
	}
	return NULL;
}

/* A word that is nothing but the sign of a generation. */
static bool is_junior(struct span word, struct arena *arena)
{
	return generation(word, arena) && span_find(word, SPAN("-"), 0) == word.len;
}

/* The key of a surname: of its words without particles, or of all when there are no others. */
static uint32_t family_key(struct forms *forms, struct span surname)
{
	struct span rest = surname, word;
	struct buf key;
	uint32_t words = 0, id = 0;

	buf_init(&key, forms->arena);
	while (next_word(&rest, &word)) {
		bool particle = gazetteer_lists(fold(word, forms->arena)) & LIST_PARTICLE;
		if ((particle && rest.len > 0) || (words > 0 && is_junior(word, forms->arena)))
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

/* Surnames as they are written in full names: as they stand, and folded behind a '\n' with a
 * value that says whether some full name shouts it. */
void forms_teach(struct forms *forms, const struct form *form)
{
	struct buf key;

	buf_init(&key, forms->arena);
	buf_char(&key, '\n');
	buf_add(&key, fold(form->surname, forms->arena));
	map_put(&forms->surnames, form->surname, NULL);
	map_put(&forms->surnames, buf_span(&key), NULL)->value |= form->all_capitals;
}

bool forms_taught(const struct forms *forms, const struct form *form)
{
	struct buf key;
	const struct map_entry *entry;

	if (map_get(&forms->surnames, form->surname))
		return true;
	buf_init(&key, forms->arena);
	buf_char(&key, '\n');
	buf_add(&key, fold(form->surname, forms->arena));
	entry = map_get(&forms->surnames, buf_span(&key));
	return entry && (form->all_capitals || entry->value);
}

static bool is_initial(struct span word)
{
	return word.len >= 2 && word.len <= 5 && word.at[word.len - 1] == '.';
}

static bool is_inside(struct span word, struct span whole)
{
	return word.at >= whole.at && word.at < whole.at + whole.len;
}

/* The key of the given name of a form whose surname stands first: of all its other words. */
static void take_given_behind(struct forms *forms, struct form *form)
{
	struct span rest = span_cut(form->text, form->surname.len, form->text.len);

	form->first = form->given =
		key_id(forms, syllable_key(form->surname, rest, form->declined, forms->arena));
}

static uint32_t given_like(const struct forms *forms, uint32_t id)
{
	const struct map_entry *entry = map_get_number(&forms->equals, id);

	return entry ? entry->value : id;
}

/* The key of a given name; of one in another case, that of its nominative. */
static uint32_t first_key(struct forms *forms, const struct form *form, struct span word)
{
	char base[GAZETTEER_BASE];

	if (!form->declined)
		return given_like(forms, word_key(forms, word));
	struct span folded = fold(word, forms->arena);
	struct span plain = gazetteer_given_base(folded, base);
	bool same = plain.at == folded.at;
	return given_like(
		forms, same ? word_key(forms, word) : key_id(forms, key_of(forms, plain)));
}

/* The first word that is no part of the surname, with the initials behind it and a Jr. */
static void take_given(struct forms *forms, struct form *form)
{
	struct span rest = form->text, word;
	struct buf key;

	buf_init(&key, forms->arena);
	while (next_word(&rest, &word)) {
		const char *mark = form->first ? generation(word, forms->arena) : NULL;
		if (mark) {
			buf_text(&key, mark);
		} else if (is_inside(word, form->surname)) {
			continue;
		} else if (!form->first) {
			form->initial = is_initial(word);
			form->letter = first_letter(word, forms->arena);
			form->first = first_key(forms, form, word);
			buf_add(&key, forms_key(forms, form->first));
		} else if (is_initial(word)) {
			buf_char(&key, '.');
			buf_add(&key, fold(span_cut(word, 0, word.len - 1), forms->arena));
		}
	}
	form->given = form->first ? key_id(forms, buf_span(&key)) : 0;
}

static bool is_latin(struct span text)
{
	size_t at = 0;

	return text.len > 0 && utf8_next(text, &at) < 0x370;
}

static struct form take_apart(
	struct forms *forms, struct span text, struct span surname, bool declined)
{
	struct form form = {.text = text,
		.surname = surname,
		.declined = declined,
		.all_capitals = is_shouted(surname),
		.latin = is_latin(surname)};
	struct span rest = text, word;

	while (next_word(&rest, &word))
		form.words = (uint8_t)(form.words + (form.words < UINT8_MAX));
	form.family = family_key(forms, surname);
	if (surname.at == text.at && surname.len < text.len)
		take_given_behind(forms, &form);
	else
		take_given(forms, &form);
	if (form.words == 1)
		form.lists = gazetteer_lists(fold(text, forms->arena));
	return form;
}

/* Languages in which a name has an ending for its case. */
static bool declines(enum language language)
{
	return language == LANGUAGE_PL || language == LANGUAGE_CS || language == LANGUAGE_RU ||
	       language == LANGUAGE_UK;
}

uint32_t forms_of(struct forms *forms, const struct article *article, const struct name_mark *mark)
{
	char spelling[NAME_LEN + 4];
	struct span name = span_in(article->text, mark->at);
	size_t surname = mark->surname.start - mark->at.start;
	size_t surname_end = mark->surname.end - mark->at.start;
	bool made, declined = declines(article->language);
	bool genitive = article->language == LANGUAGE_DE && span_ends(name, SPAN("s"));

	if (name.len == 0 || name.len > NAME_LEN)
		return FORM_NONE;
	memcpy(spelling, name.at, name.len);
	spelling[name.len] = declined ? '\r' : genitive ? '\t' : '\n';
	spelling[name.len + 1] = (char)surname;
	spelling[name.len + 2] = (char)surname_end;
	struct map_entry *entry =
		map_put(&forms->ids, (struct span){spelling, name.len + 3}, &made);
	if (made) {
		struct span own = span_cut(entry->key, 0, name.len);
		entry->value = forms->list.count;
		struct form form =
			take_apart(forms, own, span_cut(own, surname, surname_end), declined);
		form.genitive = genitive;
		*vec_push(forms->arena, &forms->list) = form;
	}
	return entry->value;
}

/* Endings that only tell when the archive has the name without them, and what they stand for. */
static const struct {
	const char *from, *to;
} late_endings[] = {{"iego", "i"}, {"iemu", "i"}, {"ego", ""}, {"iem", ""}, {"em", ""}, {"im", "i"},
	{"ым", ""}, {"ом", ""}, {"ем", ""}};

static uint64_t whole_key(const struct form *form, uint32_t family)
{
	return (uint64_t)form->first << 32 | family;
}

/* The key of the surname without the ending; 0 when it does not have it. */
static uint32_t shorter_family(
	struct forms *forms, struct span surname, const char *from, const char *to)
{
	struct buf name;

	if (!span_ends(surname, span_of(from)) || surname.len < strlen(from) + 3)
		return 0;
	buf_init(&name, forms->arena);
	buf_add(&name, span_cut(surname, 0, surname.len - strlen(from)));
	buf_text(&name, to);
	return family_key(forms, arena_span(forms->arena, buf_span(&name)));
}

static void settle(struct forms *forms, const struct map *whole, struct form *form)
{
	size_t count = form->declined ? COUNT(late_endings) : 0;

	for (size_t i = 0; i < count + form->genitive; i++) {
		const char *from = i < count ? late_endings[i].from : "s";
		uint32_t family = shorter_family(
			forms, form->surname, from, i < count ? late_endings[i].to : "");
		if (family && family != form->family &&
			map_get_number(whole, whole_key(form, family))) {
			form->family = family;
			return;
		}
	}
}

void forms_settle(struct forms *forms)
{
	struct map whole;
	bool made;

	map_init(&whole, forms->arena);
	for (uint32_t i = 0; i < forms->list.count; i++)
		if (forms->list.at[i].given)
			map_put_number(&whole,
				whole_key(&forms->list.at[i], forms->list.at[i].family), &made);
	for (uint32_t i = 0; i < forms->list.count; i++) {
		struct form *form = &forms->list.at[i];
		if (form->given && (form->declined || form->genitive))
			settle(forms, &whole, form);
	}
}

/* Every key of a line of the table is as good as its first. */
static void learn_equals(struct forms *forms)
{
	for (uint32_t i = 0; i < people_given_count; i++) {
		struct span rest = span_of(people_given[i]), word;
		uint32_t first = 0;
		while (next_word(&rest, &word)) {
			bool made;
			uint32_t id = key_id(forms, word);
			first = first ? first : given_like(forms, id);
			struct map_entry *entry = map_put_number(&forms->equals, id, &made);
			if (made)
				entry->value = first;
		}
	}
}

void forms_init(struct forms *forms, struct arena *arena)
{
	*forms = (struct forms){.arena = arena};
	map_init(&forms->ids, arena);
	map_init(&forms->keys, arena);
	map_init(&forms->words, arena);
	map_init(&forms->surnames, arena);
	map_init(&forms->equals, arena);
	learn_equals(forms);
}
