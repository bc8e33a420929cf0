#include "know/people-form.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

/*
 * Spellings that only tell when the archive has the same given name with the surname that they
 * stand for: endings that could as well be part of a name, letters that one language reads
 * otherwise than most.
 */

enum place { AT_START, AT_END, LAST_INSIDE };

/* Which forms a variant is tried for. */
enum scope { CYRILLIC, LATIN, LATIN_CASES, GERMAN };

static const struct variant {
	const char *from, *to;
	enum place place;
	enum scope scope;
} variants[] = {
	/* clang-format off */
	{"s", "", AT_END, GERMAN},
	{"iego", "i", AT_END, LATIN_CASES}, {"iemu", "i", AT_END, LATIN_CASES},
	{"ego", "", AT_END, LATIN_CASES}, {"iem", "", AT_END, LATIN_CASES},
	{"em", "", AT_END, LATIN_CASES}, {"im", "i", AT_END, LATIN_CASES},
	{"ym", "y", AT_END, LATIN_CASES}, {"y", "a", AT_END, LATIN_CASES},
	{"ым", "", AT_END, CYRILLIC}, {"ом", "", AT_END, CYRILLIC}, {"ем", "", AT_END, CYRILLIC},
	{"ы", "а", AT_END, CYRILLIC}, {"и", "а", AT_END, CYRILLIC},
	/* The c of Polish and Czech is a ts; a German j, and theirs, the y of others. */
	{"c", "ts", LAST_INSIDE, LATIN_CASES},
	{"Ja", "Ya", AT_START, LATIN}, {"Je", "Ye", AT_START, LATIN}, {"Ju", "Yu", AT_START, LATIN},
	/* An English u is open, a Polish one is not. */
	{"usk", "ousk", LAST_INSIDE, LATIN}, {"unn", "ounn", LAST_INSIDE, LATIN},
	{"unt", "ount", LAST_INSIDE, LATIN}, {"ump", "oump", LAST_INSIDE, LATIN},
	{"ull", "oull", LAST_INSIDE, LATIN}, {"umm", "oumm", LAST_INSIDE, LATIN},
	/* A foreign h: г in Ukrainian, nothing where French does not sound it. */
	{"Г", "Х", AT_START, CYRILLIC}, {"г", "х", LAST_INSIDE, CYRILLIC},
	{"А", "Ха", AT_START, CYRILLIC}, {"О", "Хо", AT_START, CYRILLIC},
	{"Э", "Хе", AT_START, CYRILLIC}, {"Е", "Хе", AT_START, CYRILLIC},
	{"У", "Ху", AT_START, CYRILLIC}, {"Ю", "Ху", AT_START, CYRILLIC},
	/* A German st, a Portuguese s, a Scottish Mc, an English a. */
	{"Шт", "Ст", AT_START, CYRILLIC}, {"Шп", "Сп", AT_START, CYRILLIC},
	{"ш", "с", LAST_INSIDE, CYRILLIC}, {"Мак", "Мк", AT_START, CYRILLIC},
	{"э", "а", LAST_INSIDE, CYRILLIC},
	/* clang-format on */
};

/* Endings of given names, as keys. */
static const char *const given_endings[] = {"", "m", "em", "om", "ov"};

/* Names that the archive has. */
struct known {
	struct map whole; /* given name and surname, by their keys */
	struct map plain; /* given name and surname without accents → the key of one with; 0:
			     several */
};

static uint64_t whole_key(uint32_t first, uint32_t family)
{
	return (uint64_t)first << 32 | family;
}

static bool in_scope(const struct name_form *form, enum scope scope)
{
	switch (scope) {
	case CYRILLIC:
		return !form->latin;
	case LATIN:
		return form->latin;
	case LATIN_CASES:
		return form->latin && form->declined;
	case GERMAN:
		return form->genitive;
	}
	return false;
}

/* Where the variant's letters stand in the surname; its length when they do not. */
static size_t place_of(struct span surname, const struct variant *variant)
{
	struct span from = span_of(variant->from);
	size_t found = surname.len;

	if (variant->place == AT_START)
		return span_starts(surname, from) ? 0 : surname.len;
	if (variant->place == AT_END)
		return span_ends(surname, from) && surname.len >= from.len + 3
			       ? surname.len - from.len
			       : surname.len;
	for (size_t at = span_find(surname, from, 0); at < surname.len;
		at = span_find(surname, from, at + 1))
		found = at;
	return found;
}

/* The key of the surname that the variant makes of a form's; 0: it makes none. */
static uint32_t variant_family(
	struct forms *forms, const struct name_form *form, const struct variant *variant)
{
	struct span surname = form->surname;
	struct buf name;
	size_t at = in_scope(form, variant->scope) ? place_of(surname, variant) : surname.len;

	if (at == surname.len)
		return 0;
	buf_init(&name, forms->arena);
	buf_add(&name, span_cut(surname, 0, at));
	buf_text(&name, variant->to);
	buf_add(&name, span_cut(surname, at + strlen(variant->from), surname.len));
	return name_key_family(&forms->keys, arena_span(forms->arena, buf_span(&name)));
}

/* Takes the surname, and the given name's key with one of the endings off, when both are known. */
static bool take(struct forms *forms, const struct known *known, struct name_form *form,
	uint32_t family, bool in_case)
{
	struct span key = name_key(&forms->keys, form->first);
	size_t endings = form->declined && form->given == form->first ? COUNT(given_endings) : 1;

	for (size_t i = 0; family && i < endings; i++) {
		struct span ending = span_of(given_endings[i]);
		if (!span_ends(key, ending) || key.len < ending.len + 2)
			continue;
		uint32_t first = i == 0 ? form->first
					: name_key_like(&forms->keys,
						  name_key_find(&forms->keys,
							  span_cut(key, 0, key.len - ending.len)));
		if (!first || (first == form->first && family == form->family) ||
			!map_get_number(&known->whole, whole_key(first, family)))
			continue;
		form->given = i == 0 ? form->given : first;
		form->first = first;
		form->family = family;
		form->in_case |= in_case || i > 0;
		return true;
	}
	return false;
}

static bool is_ascii(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] >= 0x80)
			return false;
	return true;
}

static uint64_t plain_key(const struct name_form *form, struct arena *arena)
{
	return hash_mix(hash_bytes(fold(form->surname, arena)), form->first);
}

/* Babis is Babiš, where the archive has him. */
static void take_plain(struct forms *forms, const struct known *known, struct name_form *form)
{
	const struct map_entry *entry =
		form->latin && is_ascii(form->surname)
			? map_get_number(&known->plain, plain_key(form, forms->arena))
			: NULL;

	if (entry && entry->value)
		form->family = entry->value;
}

static void settle(struct forms *forms, const struct known *known, struct name_form *form)
{
	take_plain(forms, known, form);
	for (size_t i = 0; i < COUNT(variants); i++)
		if (take(forms, known, form, variant_family(forms, form, &variants[i]),
			    variants[i].place == AT_END))
			return;
}

static void learn(struct known *known, const struct name_form *form, struct arena *arena)
{
	bool made;

	map_put_number(&known->whole, whole_key(form->first, form->family), &made);
	if (!form->latin || is_ascii(form->surname))
		return;
	struct map_entry *entry = map_put_number(&known->plain, plain_key(form, arena), &made);
	entry->value = made || entry->value == form->family ? form->family : 0;
}

void forms_settle(struct forms *forms)
{
	struct known known;

	map_init(&known.whole, forms->arena);
	map_init(&known.plain, forms->arena);
	for (uint32_t i = 0; i < forms->list.count; i++)
		if (forms->list.at[i].given)
			learn(&known, &forms->list.at[i], forms->arena);
	for (uint32_t i = 0; i < forms->list.count; i++)
		if (forms->list.at[i].given)
			settle(forms, &known, &forms->list.at[i]);
}
