#include "extract/gazetteer.h"

#include "extract/gazetteer-data.h"

#include <string.h>

#define PHRASE_WORDS 5
#define PHRASE_LEN 96

static unsigned look_up(const uint32_t *slots, uint32_t count, uint64_t hash, int list_bits)
{
	uint32_t check = gazetteer_check(hash, list_bits);
	uint32_t mask = (1u << list_bits) - 1;
	uint32_t slot = gazetteer_slot(hash, count);

	while (slots[slot]) {
		if ((slots[slot] & ~mask) == check)
			return slots[slot] & mask;
		slot = slot + 1 == count ? 0 : slot + 1;
	}
	return 0;
}

static unsigned word_bits(struct span key)
{
	return look_up(gazetteer_words, gazetteer_words_count, hash_bytes(key), WORD_LIST_BITS);
}

static unsigned lists_of_bits(unsigned bits)
{
	return (bits & (WORD_HEAD - 1)) << GIVEN_LIST_BITS;
}

unsigned gazetteer_lists(struct span folded)
{
	uint64_t hash = hash_bytes(folded);
	unsigned given = look_up(gazetteer_given, gazetteer_given_count, hash, GIVEN_LIST_BITS);
	unsigned bits = look_up(gazetteer_words, gazetteer_words_count, hash, WORD_LIST_BITS);

	return given | lists_of_bits(bits);
}

bool gazetteer_begins_phrase(struct span folded)
{
	return folded.len > 0 && word_bits(folded) & WORD_HEAD;
}

static unsigned given_bits(struct span folded)
{
	return look_up(gazetteer_given, gazetteer_given_count, hash_bytes(folded), GIVEN_LIST_BITS);
}

/* Endings of given names in other cases than the nominative, and what stood in their place; all
 * folded (й is и).  The longest come first. */
static const struct ending {
	const char *from, *to;
} cyrillic_endings[] =
	{
		{"иею", "ия"},
		{"иеи", "ия"},
		{"іею", "ія"},
		{"іі", "ія"},
		{"єю", "я"},
		{"ові", ""},
		{"еві", "и"},
		{"ою", "а"},
		{"еи", "я"},
		{"ои", "а"},
		{"ом", ""},
		{"ем", "и"},
		{"ем", "ь"},
		{"єм", "и"},
		{"ии", "ия"},
		{"ію", "ія"},
		{"ією", "ія"},
		{"ію", "іи"},
		{"ія", "іи"},
		{"а", ""},
		{"у", ""},
		{"у", "а"},
		{"ю", "и"},
		{"ю", "я"},
		{"ю", "ь"},
		{"я", "и"},
		{"я", "ь"},
		{"ы", "а"},
		{"и", "а"},
		{"и", "я"},
		{"е", "а"},
		{"е", ""},
		{"і", "а"},
		{"а", "о"},
		{"у", "о"},
},
  latin_endings[] = {
	  {"'owi", ""},
	  {"'iem", ""},
	  {"'ego", ""},
	  {"'emu", ""},
	  {"'em", ""},
	  {"'ie", ""},
	  {"'a", ""},
	  {"'u", ""},
	  {"owi", ""},
	  {"ovi", ""},
	  {"iem", ""},
	  {"em", ""},
	  {"ego", ""},
	  {"emu", ""},
	  {"ego", "i"},
	  {"ego", "y"},
	  {"a", ""},
	  {"u", ""},
	  {"e", "a"},
	  {"y", "a"},
	  {"i", "a"},
	  {"ou", "a"},
	  {"o", "a"},
	  {"ie", "a"},
	  {"ii", "ia"},
	  {"ze", "ga"},
	  {"ce", "ka"},
};

/* The word that folded is a case of by this ending, written into base; empty when it is none. */
static struct span without_case(
	struct span folded, const struct ending *ending, char base[GAZETTEER_BASE])
{
	struct span from = span_of(ending->from), to = span_of(ending->to);
	size_t least = from.at[0] == '\'' ? 2 : 4;

	if (!span_ends(folded, from) || folded.len < from.len + least ||
		folded.len + to.len > GAZETTEER_BASE)
		return SPAN("");
	size_t len = folded.len - from.len;
	memcpy(base, folded.at, len);
	memcpy(base + len, to.at, to.len);
	return (struct span){base, len + to.len};
}

/* The lists of all words that this one may be a case of: given names, else places. */
static unsigned inflected(struct span folded, const struct ending *endings, size_t count)
{
	char base[GAZETTEER_BASE];
	unsigned given = 0, places = 0;

	for (size_t i = 0; i < count; i++) {
		struct span word = without_case(folded, &endings[i], base);
		if (word.len == 0)
			continue;
		unsigned lists = gazetteer_lists(word);
		given |= lists & LIST_GIVEN;
		places |= lists & LIST_PLACE;
	}
	return places ? places : given;
}

/* "jean-vincent": both parts are given names, and the second tells the gender least. */
static unsigned given_joined(struct span folded)
{
	size_t hyphen = span_find(folded, SPAN("-"), 0);

	if (hyphen == folded.len || !given_bits(span_cut(folded, hyphen + 1, folded.len)))
		return 0;
	return given_bits(span_cut(folded, 0, hyphen));
}

static bool is_cyrillic(struct span folded)
{
	return folded.len > 2 &&
	       ((unsigned char)folded.at[0] == 0xD0 || (unsigned char)folded.at[0] == 0xD1);
}

struct span gazetteer_given_base(struct span folded, char base[GAZETTEER_BASE])
{
	bool cyrillic = is_cyrillic(folded);
	const struct ending *endings = cyrillic ? cyrillic_endings : latin_endings;
	size_t count = cyrillic ? COUNT(cyrillic_endings) : COUNT(latin_endings);

	for (size_t i = 0; i < count && !given_bits(folded); i++) {
		struct span word = without_case(folded, &endings[i], base);
		if (word.len && given_bits(word))
			return word;
	}
	return folded;
}

unsigned gazetteer_word(struct span folded, enum language language)
{
	unsigned lists = gazetteer_lists(folded);
	bool cyrillic = is_cyrillic(folded);

	if (folded.len < 3 || lists & ~(unsigned)LIST_GIVEN)
		return lists;
	if (cyrillic) /* "Александра" is hers, or of him */
		return lists | inflected(folded, cyrillic_endings, COUNT(cyrillic_endings));
	if (language == LANGUAGE_PL || language == LANGUAGE_CS)
		lists |= inflected(folded, latin_endings, COUNT(latin_endings));
	return lists ? lists : given_joined(folded);
}

int gazetteer_phrase(const struct span *folded, int count, unsigned *lists)
{
	char key[PHRASE_LEN];
	size_t len = 0;
	int best = 0;

	if (count < 2 || !(word_bits(folded[0]) & WORD_HEAD))
		return 0;
	for (int i = 0; i < count && i < PHRASE_WORDS; i++) {
		if (len + folded[i].len + 1 > sizeof key)
			break;
		if (i > 0)
			key[len++] = ' ';
		memcpy(key + len, folded[i].at, folded[i].len);
		len += folded[i].len;
		unsigned bits = i > 0 ? word_bits((struct span){key, len}) : 0;
		if (bits) {
			*lists = lists_of_bits(bits);
			best = i + 1;
		}
	}
	return best;
}

int gazetteer_place_words(const struct span *folded, int count)
{
	unsigned lists = 0;
	int words = gazetteer_phrase(folded, count, &lists);

	if (words > 0 && lists & LIST_PLACE)
		return words;
	return count > 0 && gazetteer_lists(folded[0]) & LIST_PLACE ? 1 : 0;
}

enum gender gazetteer_gender(unsigned lists)
{
	unsigned given = lists & LIST_GIVEN;

	if (given == LIST_GIVEN_MALE)
		return GENDER_MALE;
	return given == LIST_GIVEN_FEMALE ? GENDER_FEMALE : GENDER_UNKNOWN;
}
