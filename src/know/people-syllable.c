#include "know/people-syllable.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

/* Shorter names keep what looks like an ending: it is theirs. */
#define STEM_LEN 4u

static bool is_in(struct span word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_is(word, list[i]))
			return true;
	return false;
}

/* The word without one of the endings that Russian, Ukrainian and Polish put behind consonants. */
static struct span without_ending(struct span word, size_t which)
{
	static const char *const endings[] = {
		"ові", "ом", "ем", "а", "у", "е", "owi", "iem", "em", "ie", "a", "u"};

	if (which >= COUNT(endings))
		return SPAN("");
	struct span ending = span_of(endings[which]);
	if (!span_ends(word, ending) || word.len <= ending.len)
		return word;
	return span_cut(word, 0, word.len - ending.len);
}

/* --- Korean -------------------------------------------------------------------------------- */

/* clang-format off */
/* The spellings of a syllable, the first of which stands for all. */
static const char *const korean[][10] = {
	{"jong", "jeong", "chong", "dzong", "чен", "чон", "чжон", "джон", "чжен"},
	{"un", "eun", "ын", "ун"},
	{"il", "ir", "ил", "иль", "ир", "іл", "іль", "ір"},
	{"sung", "song", "seong", "sen", "сен", "сон", "сун"},
	{"yo", "yeo", "jo", "е", "йо", "ио"},
	{"nam", "нам"},
	{"chol", "cheol", "czol", "чоль", "чхоль", "чхол"},
	{"ju", "joo", "dzu", "чжу", "чу", "джу"},
	{"jung", "joong", "dzung", "чжун", "чун", "джун"},
	{"jae", "dze", "чже", "че", "джэ", "джє"},
	{"dae", "tae", "те", "де", "дэ", "тэ"},
	{"in", "ин", "ін"},
	{"hyun", "hyeon", "hyon", "хен", "хьон"},
	{"min", "мин", "мін"},
	{"soo", "su", "су"},
	{"ho", "хо"},
	{"hye", "хе", "хье"},
	{"geun", "gun", "kun", "кын", "гын"},
	{"seok", "suk", "sok", "сок"},
	{"yong", "young", "yeong", "ен", "йон", "ион"},
	{"kwan", "gwan", "кван", "гван"},
	{"myung", "myong", "мен"},
	{"hee", "hui", "хи", "хі", "хы"},
};
/* clang-format on */

static const char *korean_syllable(struct span word)
{
	for (size_t i = 0; i < COUNT(korean); i++)
		for (size_t j = 0; j < COUNT(korean[i]) && korean[i][j]; j++)
			if (span_is(word, korean[i][j]))
				return korean[i][0];
	return NULL;
}

static bool is_korean(struct span surname)
{
	static const char *const surnames[] = {"kim", "park", "pak", "lee", "choi", "choe", "chung",
		"jang", "jeong", "yoon", "yun", "moon", "mun", "roh", "hwang", "ким", "кім", "пак",
		"чхве", "юн", "мун"};

	return is_in(surname, surnames, COUNT(surnames));
}

/* What a Ukrainian и stands for is an ы in Russian. */
static struct span hard_vowel(struct span surname, struct span word)
{
	return span_is(surname, "кім") && span_is(word, "ин") ? SPAN("ын") : word;
}

static void take_korean(struct buf *key, struct span surname, struct span word, bool ending)
{
	const char *syllable = korean_syllable(hard_vowel(surname, word));

	for (size_t i = 0; ending && !syllable; i++) {
		struct span stem = without_ending(word, i);
		if (stem.len == 0)
			break;
		syllable = korean_syllable(hard_vowel(surname, stem));
	}
	if (syllable)
		buf_text(key, syllable);
	else
		buf_add(key, word);
}

/* --- Chinese ------------------------------------------------------------------------------- */

/* clang-format off */
/* What pinyin and Palladius have in common, the longest first; folded, so that й is и. */
static const struct {
	const char *spelt, *sound;
} chinese[] = {
	{"uang", "uan"}, {"ong", "un"}, {"ang", "an"}, {"eng", "en"}, {"ing", "in"}, {"iu", "u"},
	{"yu", "u"}, {"yi", "i"}, {"uo", "o"}, {"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"j", "z"},
	{"q", "c"}, {"x", "s"}, {"w", "v"}, {"y", "i"}, {"-", ""}, {"'", ""}, {" ", ""},
	{"уэи", "ui"}, {"юи", "u"}, {"чж", "z"}, {"цз", "z"}, {"нь", "n"}, {"уо", "o"},
	{"а", "a"}, {"б", "b"}, {"в", "v"}, {"г", "g"}, {"ґ", "g"}, {"д", "d"}, {"е", "e"},
	{"є", "e"}, {"ж", "r"}, {"з", "z"}, {"и", "i"}, {"і", "i"}, {"к", "k"}, {"л", "l"},
	{"м", "m"}, {"н", "n"}, {"о", "o"}, {"п", "p"}, {"р", "r"}, {"с", "s"}, {"т", "t"},
	{"у", "u"}, {"ф", "f"}, {"х", "h"}, {"ц", "c"}, {"ч", "c"}, {"ш", "s"}, {"ы", "i"},
	{"ь", ""}, {"э", "e"}, {"ю", "u"}, {"я", "ia"},
};
/* clang-format on */

/* No Chinese syllable ends in another consonant than n and ng, so that what follows one at the end
 * is the ending of a case. */
static struct span chinese_stem(struct span word)
{
	for (size_t i = 0;; i++) {
		struct span stem = without_ending(word, i);
		if (stem.len == 0)
			return word;
		if (stem.len < word.len && stem.len > STEM_LEN &&
			(span_ends(stem, SPAN("н")) || span_ends(stem, SPAN("ng"))))
			return stem;
	}
}

static void take_chinese(struct buf *key, struct span word)
{
	for (size_t at = 0; at < word.len;) {
		struct span rest = span_cut(word, at, word.len);
		size_t i = 0;
		while (i < COUNT(chinese) && !span_starts(rest, span_of(chinese[i].spelt)))
			i++;
		if (i == COUNT(chinese)) {
			buf_char(key, word.at[at++]);
			continue;
		}
		buf_text(key, chinese[i].sound);
		at += strlen(chinese[i].spelt);
	}
}

struct span syllable_key(struct span surname, struct span given, bool declined, struct arena *arena)
{
	struct span family = fold(surname, arena), folded = fold(span_trim(given), arena);
	bool korean_name = is_korean(family);
	struct buf key;

	buf_init(&key, arena);
	for (size_t at = 0; at < folded.len;) {
		size_t end = at;
		while (end < folded.len && folded.at[end] != ' ' && folded.at[end] != '-')
			end++;
		struct span word = span_cut(folded, at, end);
		bool ending = declined && end == folded.len;
		if (korean_name)
			take_korean(&key, family, word, ending);
		else
			take_chinese(&key, ending ? chinese_stem(word) : word);
		at = end + 1;
	}
	return buf_span(&key);
}
