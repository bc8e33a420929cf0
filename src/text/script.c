#include "text/script.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/script-table.h"
#include "text/sound.h"
#include "text/utf8.h"

#include <string.h>
#include <unicase.h>

#define TAIL_POINTS 8 /* no ending that tells a gender is longer */

/* As span_ends, for lists of endings that nearly all differ in the last byte. */
static bool ends_with(struct span word, struct span ending)
{
	return word.len > 0 && word.at[word.len - 1] == ending.at[ending.len - 1] &&
	       span_ends(word, ending);
}

static const struct script_letter *letter_of(uint32_t point)
{
	size_t low = 0, high = script_letter_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (script_letters[middle].point == point)
			return &script_letters[middle];
		if (script_letters[middle].point > point)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool is_vowel(uint32_t point)
{
	const struct span vowels = SPAN("aeiouyаеиоуыэюяєі");
	char bytes[4];

	return span_find(vowels, (struct span){bytes, utf8_put(bytes, point)}, 0) < vowels.len;
}

static int consonants_in(struct span folded)
{
	int count = 0;

	for (size_t at = 0; at < folded.len;) {
		uint32_t point = utf8_next(folded, &at);
		count += utf8_is_letter(point) && !is_vowel(point) && point != 0x44C &&
			 point != 0x44A;
	}
	return count;
}

/* Whether one of the pieces of list, between blanks, ends the word; with no list, any consonant. */
static bool may_follow(struct span folded, const char *list)
{
	struct span rest = span_of(list);
	size_t at = folded.len;

	if (at == 0)
		return false;
	if (rest.len == 0) {
		uint32_t point = utf8_previous(folded, &at);
		return utf8_is_letter(point) && !is_vowel(point);
	}
	while (rest.len) {
		size_t end = span_find(rest, SPAN(" "), 0);
		if (span_ends(folded, span_cut(rest, 0, end)))
			return true;
		rest = span_cut(rest, end + 1, rest.len);
	}
	return false;
}

/* The word without the ending of its case. */
static struct span without_ending(struct span word, struct span folded)
{
	for (size_t i = 0; i < script_ending_count; i++) {
		const struct script_ending *ending = &script_endings[i];
		struct span tail = span_of(ending->folded);
		if (!ends_with(folded, tail))
			continue;
		struct span head = span_cut(folded, 0, folded.len - tail.len);
		if (!(tail.at[0] == '\'' || may_follow(head, ending->after)) ||
			consonants_in(head) < ending->consonants_left)
			continue;
		size_t end = word.len;
		for (int n = 0; n < ending->points && end > 0; n++)
			utf8_previous(word, &end);
		return span_cut(word, 0, end);
	}
	return word;
}

/* Czech makes Merkelová of Merkel; the accent tells it from the Russian ending. */
static struct span without_czech(struct span word)
{
	static const char *const endings[] = {"ová", "ové"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (ends_with(word, span_of(endings[i])) && word.len > 8)
			return span_cut(word, 0, word.len - strlen(endings[i]));
	return word;
}

/* The end of the word before what Russian ties to it: Трамп-младший. */
static struct span without_junior(struct span word, struct span *folded)
{
	static const char *const juniors[] = {"-младш", "-старш", "-молодш"};

	for (size_t i = 0; i < COUNT(juniors); i++) {
		size_t at = span_find(*folded, span_of(juniors[i]), 0);
		if (at == folded->len)
			continue;
		size_t end = word.len;
		for (size_t n = utf8_count(span_cut(*folded, at, folded->len)); n > 0 && end; n--)
			utf8_previous(word, &end);
		*folded = span_cut(*folded, 0, at);
		return span_cut(word, 0, end);
	}
	return word;
}

/* Arabic surnames with and without their article are one: al-Assad, Асад. */
static struct span without_article(struct span word, struct span *folded)
{
	static const char *const articles[] = {"al-", "el-", "аль-", "эль-", "ас-"};

	for (size_t i = 0; i < COUNT(articles); i++) {
		struct span article = span_of(articles[i]);
		if (!span_starts(*folded, article) || folded->len <= article.len)
			continue;
		*folded = span_cut(*folded, article.len, folded->len);
		size_t at = 0;
		for (size_t n = utf8_count(article); n > 0 && at < word.len; n--)
			utf8_next(word, &at);
		return span_cut(word, at, word.len);
	}
	return word;
}

/* The word as sounds: capitals where the letter is sure, small Latin letters as spelt. */
static struct span sounds_of(struct span word, struct arena *arena)
{
	struct buf out;

	buf_init(&out, arena);
	for (size_t at = 0; at < word.len;) {
		uint32_t points[8], point = uc_tolower(utf8_next(word, &at));
		const struct script_letter *letter = letter_of(point);
		if (letter) {
			buf_text(&out, letter->sound);
			continue;
		}
		int count = fold_point(point, points);
		for (int i = 0; i < count; i++)
			if (points[i] >= 'a' && points[i] <= 'z')
				buf_char(&out, (char)points[i]);
	}
	return buf_span(&out);
}

static bool ends_slavic(struct span folded)
{
	static const char *const endings[] = {"ov", "ev", "ow", "ew", "ova", "eva", "owa", "ewa",
		"off", "eff", "in", "ine", "ina", "yn", "sky", "ski", "skij", "skiy", "ska",
		"skaya", "enko", "enka", "uk", "ouk", "ich", "itch", "icz", "ic", "iv"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (ends_with(folded, span_of(endings[i])))
			return true;
	return false;
}

static bool spelt_german(struct span folded)
{
	static const char *const signs[] = {"w", "sch", "sz", "cz", "ij", "ej", "yj"};

	for (size_t i = 0; i < COUNT(signs); i++)
		if (span_find(folded, span_of(signs[i]), 0) < folded.len)
			return true;
	return false;
}

struct span script_key(struct span word, struct arena *arena)
{
	struct span folded = fold(word, arena);

	word = without_junior(without_article(word, &folded), &folded);
	word = without_ending(without_czech(word), folded);
	return sound_key(sounds_of(word, arena), ends_slavic(folded), spelt_german(folded), arena);
}

/* The endings -ий and -ый are one y: Dmitry, Navalny. */
static bool is_one_y(uint32_t last, uint32_t small)
{
	return small == 0x439 && (last == 0x438 || last == 0x44B || last == 0x456);
}

struct span script_latin(struct span word, struct arena *arena)
{
	struct buf out;
	uint32_t last = 0;

	buf_init(&out, arena);
	for (size_t at = 0; at < word.len;) {
		size_t start = at;
		uint32_t point = utf8_next(word, &at), small = uc_tolower(point);
		const struct script_letter *letter = letter_of(small);
		if (is_one_y(last, small)) {
			out.at[out.len - 1] = out.at[out.len - 1] <= 'Z' ? 'Y' : 'y';
		} else if (!letter || !letter->latin) {
			buf_add(&out, span_cut(word, start, at));
		} else if (letter->latin[0]) {
			char first = letter->latin[0];
			buf_char(&out, point == small ? first : (char)(first - 0x20));
			buf_text(&out, letter->latin + 1);
		}
		last = small;
	}
	return buf_span(&out);
}

static bool ends_in(struct span folded, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ends_with(folded, span_of(endings[i])) && folded.len > strlen(endings[i]) + 1)
			return true;
	return false;
}

/* The last bytes of a word, folded: enough for any ending. */
static struct span folded_tail(struct span word, char *out)
{
	size_t start = word.len, len = 0;

	for (int n = 0; n < TAIL_POINTS && start > 0; n++)
		utf8_previous(word, &start);
	while (start < word.len) {
		uint32_t points[8];
		int count = fold_point(utf8_next(word, &start), points);
		for (int i = 0; i < count; i++)
			len += utf8_put(out + len, points[i]);
	}
	return (struct span){out, len};
}

enum script_gender script_gender(struct span word)
{
	/* Folded, so that й is и. */
	static const char *const feminine[] = {"ova", "eva", "owa", "ewa", "ska", "cka", "skaya",
		"skaia", "skaja", "naya", "naia", "naja", "ovna", "evna", "owej", "ewej", "skiej",
		"ская", "скои", "скую", "ська", "ською", "цкая", "цкои", "овои", "евои", "инои",
		"овою", "ная", "ную", "овна", "евна"};
	static const char *const masculine[] = {"ov", "ev", "off", "eff", "ow", "ew", "ski", "sky",
		"skij", "skiy", "skyj", "skyi", "owem", "ewem", "skiego", "skim", "ов", "ев", "ин",
		"ын", "скии", "цкии", "ськии", "ского", "скому", "ским", "ського", "ському",
		"ським", "ныи", "ным", "ного", "ному", "овым", "евым", "иным", "ове", "еве"};
	char bytes[TAIL_POINTS * 8 * 4];
	struct span folded = folded_tail(word, bytes);

	if (ends_in(folded, feminine, COUNT(feminine)))
		return GENDER_FEMININE;
	return ends_in(folded, masculine, COUNT(masculine)) ? GENDER_MASCULINE : GENDER_EITHER;
}
