#include "text/language.h"

#include "base/message.h"
#include "text/fold.h"
#include "text/language-table.h"
#include "text/table.h"
#include "text/utf8.h"
#include "text/vocabulary.h"
#include "text/word-near.h"
#include "text/word.h"

#include <assert.h>

#define SAMPLE_LEN 4096 /* bytes; some hundred words tell as much as ten thousand */
#define PLAIN_LEN 1024u /* bytes; they do where one language is so far ahead */
#define PLAIN_WORDS 80u
#define PLAIN_RATE 8u
#define PLAIN_PART 2u
#define PLAIN_OF 3u
#define FOLDED_MOST 48 /* bytes of a folded word; no function word is as long */
#define WORDS_LEAST 5
#define ENDINGS_MOST 24 /* words whose endings are looked at */
#define ENDING_LEAST 2  /* bytes of the shortest and the longest ending */
#define ENDING_MOST 7
#define LETTERS_LEAST 6 /* for a script that one language alone uses */
#define OTHER LANGUAGE_COUNT
#define ALONE 24u /* the weight of a word that only one language has; shared, it is divided */
#define TALLIES 8192u
#define TALLY_WORD 16u /* bytes; longer words are weighed anew */

static const struct {
	const char *code, *name;
} languages[] = {
	[LANGUAGE_NONE] = {"", "unknown"},
	[LANGUAGE_FR] = {"fr", N_("French")},
	[LANGUAGE_EN] = {"en", N_("English")},
	[LANGUAGE_DE] = {"de", N_("German")},
	[LANGUAGE_ES] = {"es", N_("Spanish")},
	[LANGUAGE_IT] = {"it", N_("Italian")},
	[LANGUAGE_PT] = {"pt", N_("Portuguese")},
	[LANGUAGE_NL] = {"nl", N_("Dutch")},
	[LANGUAGE_PL] = {"pl", N_("Polish")},
	[LANGUAGE_CS] = {"cs", N_("Czech")},
	[LANGUAGE_RU] = {"ru", N_("Russian")},
	[LANGUAGE_UK] = {"uk", N_("Ukrainian")},
	[LANGUAGE_SV] = {"sv", N_("Swedish")},
	[LANGUAGE_RO] = {"ro", N_("Romanian")},
	[LANGUAGE_TR] = {"tr", N_("Turkish")},
	[LANGUAGE_EL] = {"el", N_("Greek")},
	[LANGUAGE_AR] = {"ar", N_("Arabic")},
	[LANGUAGE_HE] = {"he", N_("Hebrew")},
	[LANGUAGE_ZH] = {"zh", N_("Chinese")},
	[LANGUAGE_JA] = {"ja", N_("Japanese")},
	[LANGUAGE_KO] = {"ko", N_("Korean")},
};
static_assert(COUNT(languages) == LANGUAGE_COUNT, "every language has its row");

enum script {
	SCRIPT_OTHER,
	SCRIPT_LATIN,
	SCRIPT_CYRILLIC,
	SCRIPT_GREEK,
	SCRIPT_HEBREW,
	SCRIPT_ARABIC,
	SCRIPT_KANA,
	SCRIPT_HAN,
	SCRIPT_HANGUL,
	SCRIPT_COUNT
};

/* What was counted in a sample. */
struct evidence {
	uint32_t scripts[SCRIPT_COUNT]; /* letters */
	uint32_t east_slavic_rest;      /* letters of Serbian, Belarusian, Bulgarian */
	uint32_t hard_signs, russian, ukrainian;
	uint32_t persian;
	uint32_t words;
	uint32_t scores[LANGUAGE_COUNT + 1];
};

/* Of what is no ASCII. */
static enum script script_of(uint32_t point)
{
	static const struct {
		uint32_t first, last;
		enum script script;
	} blocks[] = {
		{0xC0, 0x24F, SCRIPT_LATIN},
		{0x370, 0x3FF, SCRIPT_GREEK},
		{0x400, 0x52F, SCRIPT_CYRILLIC},
		{0x5D0, 0x5EA, SCRIPT_HEBREW},
		{0x620, 0x6FF, SCRIPT_ARABIC},
		{0x1E00, 0x1EFF, SCRIPT_LATIN},
		{0x1F00, 0x1FFF, SCRIPT_GREEK},
		{0x3041, 0x30FF, SCRIPT_KANA},
		{0x3400, 0x9FFF, SCRIPT_HAN},
		{0xAC00, 0xD7A3, SCRIPT_HANGUL},
		{0x20000, 0x3FFFF, SCRIPT_HAN},
	};

	for (size_t i = 0; i < COUNT(blocks); i++)
		if (point >= blocks[i].first && point <= blocks[i].last)
			return blocks[i].script;
	return SCRIPT_OTHER;
}

static void add_score(uint32_t scores[LANGUAGE_COUNT + 1], uint32_t mask, uint32_t weight)
{
	uint32_t count = 0;

	for (uint32_t rest = mask; rest; rest &= rest - 1)
		count++;
	for (uint32_t i = 0; mask; i++, mask >>= 1)
		if (mask & 1)
			scores[i] += weight / count;
}

static uint32_t mask_of_word(struct span folded)
{
	const struct language_word *word = TABLE_FIND(language_words, language_word_count, folded);

	return word ? word->languages : 0;
}

static void weigh_letter(struct evidence *evidence, uint32_t point)
{
	enum script script = script_of(point);

	evidence->scripts[script]++;
	if (script == SCRIPT_LATIN) {
		size_t i = 0;
		while (i < language_letter_count && language_letters[i].point < point)
			i++;
		if (i < language_letter_count && language_letters[i].point == point)
			add_score(evidence->scores, language_letters[i].languages, ALONE / 2);
	} else if (script == SCRIPT_CYRILLIC) {
		uint32_t small = point >= 0x410 && point < 0x430 ? point + 0x20 : point;
		evidence->russian += small == 0x44B || small == 0x44D || point == 0x451;
		evidence->ukrainian +=
			point == 0x454 || point == 0x456 || point == 0x457 || point == 0x491;
		evidence->hard_signs += small == 0x44A;
		evidence->east_slavic_rest += (point >= 0x458 && point <= 0x45F) ||
					      point == 0x452 || point == 0x453 || point == 0x45B;
	} else if (script == SCRIPT_ARABIC) {
		evidence->persian += point == 0x67E || point == 0x686 || point == 0x698 ||
				     point == 0x6A9 || point == 0x6AF || point == 0x6CC;
	}
}

/* The word folded, into folded unless it is as it stands; its letters are weighed. */
static struct span weigh_letters(
	struct evidence *evidence, struct span word, bool plain, char folded[FOLDED_MOST + 32])
{
	size_t len = 0;

	if (plain && word.len <= FOLDED_MOST) {
		uint32_t digits = 0;
		for (size_t i = 0; i < word.len; i++)
			digits += word.at[i] <= '9';
		evidence->scripts[SCRIPT_LATIN] += (uint32_t)word.len - digits;
		evidence->scripts[SCRIPT_OTHER] += digits;
		return word;
	}
	for (size_t at = 0; at < word.len && len < FOLDED_MOST;) {
		uint32_t points[8], point = utf8_next(word, &at);
		if (point < 0x80) {
			unsigned letter = utf8_ascii[point] & UTF8_LETTER;
			evidence->scripts[letter ? SCRIPT_LATIN : SCRIPT_OTHER]++;
			folded[len++] = (char)(letter ? point | 0x20 : point);
			continue;
		}
		weigh_letter(evidence, point);
		int count = fold_point(point, points);
		for (int i = 0; i < count; i++)
			len += utf8_put(folded + len, points[i]);
	}
	return (struct span){folded, len};
}

/* Endings are a help where function words are few. */
static void weigh_ending(uint32_t scores[LANGUAGE_COUNT + 1], struct span folded)
{
	if (folded.len < 4)
		return;
	for (size_t len = ENDING_LEAST; len <= ENDING_MOST && len < folded.len; len++) {
		struct span ending = span_cut(folded, folded.len - len, folded.len);
		const struct language_word *known =
			TABLE_FIND(language_endings, language_ending_count, ending);
		if (known)
			add_score(scores, known->languages, ALONE / 4);
	}
}

/* Adds what one word tells, and for the first words of a text its ending. */
static void weigh_word(struct evidence *evidence, struct span word, bool plain)
{
	char bytes[FOLDED_MOST + 32];
	struct span folded = weigh_letters(evidence, word, plain, bytes);

	add_score(evidence->scores, mask_of_word(folded), ALONE);
	if (++evidence->words <= ENDINGS_MOST)
		weigh_ending(evidence->scores, folded);
}

/* --- words that were weighed before ---------------------------------------------------- */

/* Scores of one word, few languages having any. */
struct share {
	uint32_t mask; /* of those that have */
	uint8_t scores[LANGUAGE_COUNT + 1];
};

/* What a word of Latin letters tells; it lies where its hash says, and gives way to the next. */
struct language_tally {
	struct word_ends ends;
	uint8_t len;           /* 0: free */
	uint8_t latin, others; /* its letters */
	bool number;           /* tells nothing */
	bool ended;            /* its ending is known */
	struct share word, ending;
};

static struct share share_of(const uint32_t scores[LANGUAGE_COUNT + 1])
{
	struct share share = {.mask = 0};

	for (uint32_t i = 0; i <= LANGUAGE_COUNT; i++) {
		share.mask |= (uint32_t)(scores[i] > 0) << i;
		share.scores[i] = (uint8_t)scores[i];
	}
	return share;
}

static inline void share_add(const struct share *share, uint32_t scores[LANGUAGE_COUNT + 1])
{
	for (uint32_t mask = share->mask; mask; mask &= mask - 1) {
		uint32_t i = (uint32_t)__builtin_ctz(mask);
		scores[i] += share->scores[i];
	}
}

/* Of a word of ASCII and Latin-1. */
static void tally_set(struct language_tally *tally, struct word_ends ends, struct span text,
	const struct word *word)
{
	struct evidence whole = {.words = ENDINGS_MOST};
	struct span bytes = span_cut(text, word->start, word->end);

	*tally = (struct language_tally){
		.ends = ends, .len = (uint8_t)bytes.len, .number = word->kind == WORD_NUMBER};
	if (tally->number)
		return;
	weigh_word(&whole, bytes, word->plain);
	tally->latin = (uint8_t)whole.scripts[SCRIPT_LATIN];
	tally->others = (uint8_t)whole.scripts[SCRIPT_OTHER];
	tally->word = share_of(whole.scores);
}

static void tally_end(struct language_tally *tally, struct span word)
{
	struct evidence whole = {.words = 0};
	uint32_t scores[LANGUAGE_COUNT + 1] = {0};
	char folded[FOLDED_MOST + 32];

	weigh_ending(scores, weigh_letters(&whole, word, false, folded));
	tally->ending = share_of(scores);
	tally->ended = true;
}

/* The tally of the short word [start, end), which words_next would cut so. */
static inline struct language_tally *tally_of(
	struct language_tally *tallies, struct span text, size_t start, size_t end)
{
	size_t len = end - start;
	struct word_ends ends = word_ends_of(text.at + start, len, text.len - start);
	struct language_tally *tally = &tallies[word_ends_hash(ends, len) % TALLIES];
	struct words it = {text, start};
	struct word word;

	if (tally->len == len && tally->ends.head == ends.head && tally->ends.tail == ends.tail)
		return tally;
	if (words_next(&it, &word))
		tally_set(tally, ends, text, &word);
	return tally;
}

static inline void tally_add(
	struct language_tally *tally, struct span word, struct evidence *evidence)
{
	if (tally->number)
		return;
	evidence->scripts[SCRIPT_LATIN] += tally->latin;
	evidence->scripts[SCRIPT_OTHER] += tally->others;
	share_add(&tally->word, evidence->scores);
	if (++evidence->words > ENDINGS_MOST)
		return;
	if (!tally->ended)
		tally_end(tally, word);
	share_add(&tally->ending, evidence->scores);
}

static enum language best(const struct evidence *evidence, enum language first, enum language last)
{
	uint32_t most = evidence->scores[OTHER];
	enum language found = LANGUAGE_NONE;

	for (enum language i = first; i <= last; i++)
		if (i != LANGUAGE_RU && i != LANGUAGE_UK && evidence->scores[i] > most) {
			most = evidence->scores[i];
			found = i;
		}
	/* Running text has a function word in three or four; a list of names has none. */
	return most >= ALONE / 2 + evidence->words * ALONE / 40 ? found : LANGUAGE_NONE;
}

static enum language cyrillic(const struct evidence *evidence)
{
	uint32_t letters = evidence->scripts[SCRIPT_CYRILLIC];
	uint32_t russian = evidence->scores[LANGUAGE_RU] + evidence->russian * ALONE / 2;
	uint32_t ukrainian = evidence->scores[LANGUAGE_UK] + evidence->ukrainian * ALONE / 2;

	if (evidence->east_slavic_rest * 100 > letters ||
		(evidence->hard_signs * 150 > letters && evidence->russian < evidence->hard_signs))
		return LANGUAGE_NONE;
	/* Hardly five words of Ukrainian are without a letter of its own. */
	return russian >= ukrainian ? LANGUAGE_RU : LANGUAGE_UK;
}

static enum language decide(const struct evidence *evidence)
{
	enum script most = SCRIPT_LATIN;

	for (enum script i = SCRIPT_LATIN; i < SCRIPT_COUNT; i++)
		if (evidence->scripts[i] > evidence->scripts[most])
			most = i;
	/* An ideograph says as much as a short word. */
	if (evidence->scripts[SCRIPT_HAN] * 3 > evidence->scripts[most])
		most = SCRIPT_HAN;
	if (evidence->scripts[most] < LETTERS_LEAST)
		return LANGUAGE_NONE;
	switch (most) {
	case SCRIPT_LATIN:
		return evidence->words < WORDS_LEAST ? LANGUAGE_NONE
						     : best(evidence, LANGUAGE_FR, LANGUAGE_TR);
	case SCRIPT_CYRILLIC:
		return evidence->words < WORDS_LEAST ? LANGUAGE_NONE : cyrillic(evidence);
	case SCRIPT_GREEK:
		return LANGUAGE_EL;
	case SCRIPT_HEBREW:
		return LANGUAGE_HE;
	case SCRIPT_ARABIC:
		return evidence->persian * 50 > evidence->scripts[most] ? LANGUAGE_NONE
									: LANGUAGE_AR;
	case SCRIPT_HAN:
		return evidence->scripts[SCRIPT_KANA] * 10 > evidence->scripts[most] ? LANGUAGE_JA
										     : LANGUAGE_ZH;
	case SCRIPT_KANA:
		return LANGUAGE_JA;
	case SCRIPT_HANGUL:
		return LANGUAGE_KO;
	case SCRIPT_OTHER:
	case SCRIPT_COUNT:
		break;
	}
	return LANGUAGE_NONE;
}

/* From the middle, where neither menus nor teasers stand. */
static struct span sample_of(struct span text, size_t len)
{
	size_t start = (text.len - len) / 2;

	return text.len > len ? span_cut(text, start, start + len) : text;
}

/* Weighs the next word at or after *at; false when there is none. */
static bool weigh_next(struct evidence *evidence, struct span text, size_t *at)
{
	struct words it = {text, *at};
	struct word word;

	if (!words_next(&it, &word))
		return false;
	if (word.kind != WORD_NUMBER)
		weigh_word(evidence, span_cut(text, word.start, word.end), word.plain);
	*at = word.end;
	return true;
}

static struct evidence weigh(struct language_tally *tallies, struct span text)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	struct evidence evidence = {.words = 0};

	for (size_t at = 0, end; at < text.len;) {
		if (!tallies || !near_next(bytes, text.len, &at, &end) || end - at > TALLY_WORD) {
			if (!weigh_next(&evidence, text, &at))
				break;
			continue;
		}
		tally_add(tally_of(tallies, text, at, end), span_cut(text, at, end), &evidence);
		at = end;
	}
	return evidence;
}

/* Whether no other language comes near the one found. */
static bool is_plain(const struct evidence *evidence, enum language found)
{
	uint32_t second = 0;

	if (found < LANGUAGE_FR || found > LANGUAGE_TR)
		return false;
	for (uint32_t i = 0; i <= LANGUAGE_COUNT; i++)
		if (i != found && evidence->scores[i] > second)
			second = evidence->scores[i];
	return evidence->words >= PLAIN_WORDS &&
	       evidence->scores[found] > evidence->words * ALONE / PLAIN_RATE &&
	       evidence->scores[found] * PLAIN_PART > second * PLAIN_OF;
}

/* A few lines tell most languages, so that the rest need not be read. */
static enum language guess(struct language_tally *tallies, struct span text)
{
	struct evidence evidence = weigh(tallies, sample_of(text, PLAIN_LEN));
	enum language found = decide(&evidence);

	if (text.len <= PLAIN_LEN || is_plain(&evidence, found))
		return found;
	evidence = weigh(tallies, sample_of(text, SAMPLE_LEN));
	return decide(&evidence);
}

enum language language_of(struct span text)
{
	return guess(NULL, text);
}

enum language language_read(struct vocabulary *vocabulary, struct span text)
{
	if (!vocabulary->tallies)
		vocabulary->tallies =
			ARENA_ARRAY(vocabulary->arena, struct language_tally, TALLIES);
	return guess(vocabulary->tallies, text);
}

const char *language_code(enum language language)
{
	return (unsigned)language < LANGUAGE_COUNT ? languages[language].code : "";
}

const char *language_name(enum language language)
{
	return languages[(unsigned)language < LANGUAGE_COUNT ? language : LANGUAGE_NONE].name;
}

enum language language_named(struct span code)
{
	if (code.len != 2)
		return LANGUAGE_NONE;
	char small[2] = {(char)(code.at[0] | 0x20), (char)(code.at[1] | 0x20)};
	for (enum language i = LANGUAGE_FR; i < LANGUAGE_COUNT; i++)
		if (span_is((struct span){small, 2}, languages[i].code))
			return i;
	return LANGUAGE_NONE;
}

enum language language_tagged(struct span tag)
{
	bool is_code = tag.len == 2 || (tag.len > 2 && (tag.at[2] == '-' || tag.at[2] == '_'));

	return is_code ? language_named(span_cut(tag, 0, 2)) : LANGUAGE_NONE;
}

bool language_is_stop_word(enum language language, struct span folded)
{
	return language > LANGUAGE_NONE && language < LANGUAGE_COUNT &&
	       (mask_of_word(folded) >> language & 1);
}

struct table_index language_stop_words(
	enum language language, enum language also, struct arena *arena)
{
	uint32_t mask = (1u << language | 1u << also) & ~(1u << LANGUAGE_NONE | 1u << OTHER);
	size_t room = 0;

	for (size_t i = 0; i < language_word_count; i++)
		room += (language_words[i].languages & mask) != 0;
	struct table_index index = table_index(language_words, sizeof *language_words, room, arena);
	for (size_t i = 0; i < language_word_count; i++)
		if (language_words[i].languages & mask)
			table_index_add(&index, i);
	return index;
}
