#include "know/people-form.h"

#include "base/buf.h"
#include "extract/gazetteer.h"
#include "know/people-syllable.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/squeeze.h"
#include "text/utf8.h"
#include "text/word.h"

#include <string.h>

/* Longer stretches are nobody's name. */
#define NAME_LEN 200u
/* A word is common, or plainly one, when one in so many of its uses is in small letters. */
#define COMMON_SHARE 8u
#define PLAIN_SHARE 2u

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

static bool is_initial(struct span word)
{
	return word.len >= 2 && word.len <= 5 && word.at[word.len - 1] == '.';
}

/* A surname that is written with initials before it, or tied to them ("E.Macron"). */
static struct span without_initials(struct span surname)
{
	for (size_t at = 0; at < surname.len;) {
		uint32_t letter = utf8_next(surname, &at);
		if (!utf8_is_upper(letter) || at >= surname.len || surname.at[at] != '.')
			break;
		while (at < surname.len && (surname.at[at] == '.' || surname.at[at] == ' '))
			at++;
		if (at == surname.len)
			break;
		surname = span_cut(surname, at, surname.len);
		at = 0;
	}
	return surname;
}

static bool is_inside(struct span word, struct span whole)
{
	return word.at >= whole.at && word.at < whole.at + whole.len;
}

/* The key of the given name of a form whose surname stands first: of all its other words. */
static void take_given_behind(struct forms *forms, struct name_form *form)
{
	struct span rest = span_cut(form->text, form->surname.len, form->text.len);

	form->own = form->first = form->given = name_key_put(
		&forms->keys, syllable_key(form->surname, rest, form->declined, forms->arena));
}

/* An initial is compared by its letter; sounds would make one of J., I. and E. */
static void take_first(struct forms *forms, struct name_form *form, struct span word)
{
	if (form->initial && form->letter) {
		struct span letters = fold(script_latin(word, forms->arena), forms->arena);
		form->own = name_key_put(&forms->keys, letters);
	} else {
		form->own = name_key_given(&forms->keys, word, form->declined, &form->in_case);
	}
	form->first = name_key_like(&forms->keys, form->own);
}

/* The first word that is no part of the surname, with the initials behind it and a Jr. */
static void take_given(struct forms *forms, struct name_form *form)
{
	struct span rest = form->text, word;
	struct buf key;

	buf_init(&key, forms->arena);
	while (name_next_word(&rest, &word)) {
		const char *mark = form->first ? name_generation(word, forms->arena) : NULL;
		if (mark) {
			buf_text(&key, mark);
		} else if (is_inside(word, form->surname)) {
			continue;
		} else if (!form->first) {
			if (word.at < form->surname.at && word.at + word.len > form->surname.at)
				word.len = (size_t)(form->surname.at - word.at);
			form->initial = is_initial(word);
			form->letter = first_letter(word, forms->arena);
			take_first(forms, form, word);
			buf_add(&key, name_key(&forms->keys, form->first));
		} else if (is_initial(word)) {
			buf_char(&key, '.');
			buf_add(&key, fold(span_cut(word, 0, word.len - 1), forms->arena));
		}
	}
	form->given = form->first ? name_key_put(&forms->keys, buf_span(&key)) : 0;
}

static bool is_latin(struct span text)
{
	size_t at = 0;

	return text.len > 0 && utf8_next(text, &at) < 0x370;
}

/* A name of one letter, with or without a full stop, is a piece of one. */
static bool is_letter(struct span text)
{
	uint32_t letters = 0;

	for (size_t at = 0; at < text.len;)
		letters += utf8_is_letter(utf8_next(text, &at));
	return letters < 2;
}

/* Ends as English contractions do.  A surname may (Sa'd), so it is for others to ask what else
 * speaks for it. */
static bool is_clipped(struct span text, struct arena *arena)
{
	static const char *const endings[] = {"'s", "'re", "'m", "'ve", "'ll", "'d", "'t", "s'"};
	struct span folded = fold(text, arena);

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(folded, span_of(endings[i])))
			return true;
	return false;
}

static bool is_common_word(const struct word_cases *cases, struct span folded, uint32_t share)
{
	uint32_t place = strings_find(cases->words, folded);

	return place != STRINGS_NONE && cases->small[place] > cases->all[place] / share;
}

static bool has_capital(struct span text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_is_upper(utf8_next(text, &at)))
			return true;
	return false;
}

/* Whether every word is. */
static bool is_common(const struct forms *forms, struct span text, uint32_t share)
{
	struct words it = words_of(text);
	struct word word;
	bool common = false;

	/* Scripts without capitals tell nothing. */
	while (forms->cases && has_capital(text) && words_next(&it, &word)) {
		common = is_common_word(forms->cases,
			fold(span_cut(text, word.start, word.end), forms->arena), share);
		if (!common)
			break;
	}
	return common;
}

/* "Adam D" is somebody's whose name went on; Malcolm X and Mohammed V are not. */
static bool is_cut_short(struct span text, struct span surname)
{
	size_t at = 0;

	if (surname.len == 0 || surname.len == text.len)
		return false;
	uint32_t letter = utf8_next(surname, &at);
	return at == surname.len && letter != 'I' && letter != 'V' && letter != 'X';
}

/* Of "ibn Abd al-Aziz" the surname has the servant, too. */
static struct span with_servant(struct span text, struct span surname, struct arena *arena)
{
	static const char *const servants[] = {
		"abd", "abdel", "abdul", "abdal", "абд", "абдель", "абдул", "абдул"};
	struct span rest = text, word, before = SPAN("");

	while (name_next_word(&rest, &word) && word.at < surname.at) {
		if (word.at > text.at)
			before = fold(word, arena);
		for (size_t i = 0; i < COUNT(servants); i++)
			if (rest.at < surname.at && span_is(before, servants[i]) &&
				span_trim(span_cut(rest, 0, (size_t)(surname.at - rest.at))).len ==
					0)
				return (struct span){
					word.at, (size_t)(surname.at - word.at) + surname.len};
	}
	return surname;
}

static struct name_form take_apart(
	struct forms *forms, struct span text, struct span surname, bool declined)
{
	surname = with_servant(text, surname, forms->arena);
	struct name_form form = {.text = text,
		.surname = surname,
		.declined = declined,
		.common = is_common(forms, text, COMMON_SHARE),
		.plain_word = is_common(forms, text, PLAIN_SHARE),
		.all_capitals = is_shouted(surname),
		.cut_short = is_cut_short(text, surname),
		.latin = is_latin(surname)};
	struct span rest = text, word;

	while (name_next_word(&rest, &word))
		form.words = (uint8_t)(form.words + (form.words < UINT8_MAX));
	form.family = name_key_family(&forms->keys, surname);
	if (surname.at == text.at && surname.len < text.len)
		take_given_behind(forms, &form);
	else
		take_given(forms, &form);
	if (form.words == 1) {
		form.lists = gazetteer_lists(fold(text, forms->arena));
		form.clipped = is_clipped(text, forms->arena);
		if (form.lists & LIST_GIVEN)
			form.called = name_key_like(&forms->keys,
				name_key_given(&forms->keys, text, declined, &form.in_case));
	}
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
	struct extent given = {mark->at.start, mark->surname.start};
	struct extent last = {mark->surname.end, mark->at.end};
	bool made, declined = declines(article->language);
	bool genitive = article->language == LANGUAGE_DE && span_ends(name, SPAN("s"));

	if (name.len > NAME_LEN || is_letter(name))
		return FORM_NONE;
	size_t surname = squeeze(span_in(article->text, given), spelling);
	size_t surname_end =
		surname + squeeze(span_in(article->text, mark->surname), spelling + surname);
	name.len = surname_end + squeeze(span_in(article->text, last), spelling + surname_end);
	spelling[name.len] = declined ? '\r' : genitive ? '\t' : '\n';
	spelling[name.len + 1] = (char)surname;
	spelling[name.len + 2] = (char)surname_end;
	struct map_entry *entry =
		map_put(&forms->ids, (struct span){spelling, name.len + 3}, &made);
	if (made) {
		struct span own = span_cut(entry->key, 0, name.len);
		entry->value = forms->list.count;
		struct name_form form = take_apart(forms, own,
			without_initials(span_cut(own, surname, surname_end)), declined);
		form.genitive = genitive;
		form.spelling = (uint32_t)(map_put(&forms->spellings, own, NULL) -
					   forms->spellings.entries);
		*vec_push(forms->arena, &forms->list) = form;
	}
	return entry->value;
}

void forms_compare(struct forms *forms)
{
	for (uint32_t i = 0; i < forms->list.count; i++) {
		struct name_form *form = &forms->list.at[i];
		if (!form->given)
			form->like = written_like(
				&forms->written, form->surname, form->family, form->declined);
	}
}

void forms_init(struct forms *forms, const struct word_cases *cases, struct arena *arena)
{
	*forms = (struct forms){.cases = cases, .arena = arena};
	map_init(&forms->ids, arena);
	map_init(&forms->spellings, arena);
	name_keys_init(&forms->keys, arena);
	written_init(&forms->written, arena);
}
