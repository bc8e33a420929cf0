#include "text/word.h"

#include "text/word-near.h"

#include <string.h>
#include <uniwbrk.h>

enum role {
	ROLE_OTHER,
	ROLE_SPACE,
	ROLE_LETTER,
	ROLE_DIGIT,
	ROLE_MARK,     /* belongs to what stands before it */
	ROLE_KATAKANA, /* makes runs of its own */
	ROLE_ALONE     /* ideographs, hiragana, Thai: a word each, as no dictionary is here */
};

static enum role role_rare(uint32_t point)
{
	if (utf8_is_letter(point)) {
		switch (uc_wordbreak_property(point)) {
		case WBP_KATAKANA:
			return ROLE_KATAKANA;
		case WBP_OTHER:
			return ROLE_ALONE;
		default:
			return ROLE_LETTER;
		}
	}
	if (utf8_is_digit(point))
		return ROLE_DIGIT;
	if (utf8_is_mark(point) || point == 0xAD || point == 0x200C || point == 0x200D)
		return ROLE_MARK;
	return utf8_is_space(point) ? ROLE_SPACE : ROLE_OTHER;
}

static enum role role_of(uint32_t point)
{
	if (point < 0x80) {
		unsigned properties = utf8_ascii[point];
		if (properties & UTF8_LETTER)
			return ROLE_LETTER;
		if (properties & UTF8_SPACE)
			return ROLE_SPACE;
		return properties & UTF8_DIGIT ? ROLE_DIGIT : ROLE_OTHER;
	}
	if ((point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7) ||
		(point >= 0x400 && point < 0x482))
		return ROLE_LETTER;
	if (point >= 0x4E00 && point <= 0x9FFF)
		return ROLE_ALONE;
	return role_rare(point);
}

/* What a run of letters has been made of so far. */
struct letters {
	uint32_t count, capitals;
	bool digits_only;
	bool wide; /* holds what is no ASCII */
};

static void letters_take(struct letters *letters, uint32_t point, enum role role)
{
	letters->wide |= point >= 0x80;
	if (role == ROLE_MARK || role == ROLE_DIGIT)
		return;
	letters->digits_only = false;
	letters->count++;
	letters->capitals += utf8_is_upper(point);
}

/* Whether a code point of this role goes on with a run of the other. */
static bool goes_on(enum role run, enum role role)
{
	switch (role) {
	case ROLE_MARK:
		return true;
	case ROLE_LETTER:
	case ROLE_DIGIT:
		return run == ROLE_LETTER || run == ROLE_DIGIT;
	case ROLE_KATAKANA:
		return run == ROLE_KATAKANA;
	case ROLE_OTHER:
	case ROLE_SPACE:
	case ROLE_ALONE:
		break;
	}
	return false;
}

/* Moves over the ASCII letters and digits from at on, which go on with a run of either. */
static size_t plain_end(struct span text, size_t at, struct letters *letters)
{
	size_t start = at;
	unsigned seen = 0;

	for (; at < text.len; at++) {
		unsigned properties = utf8_ascii[(unsigned char)text.at[at]];
		if (!(properties & (UTF8_LETTER | UTF8_DIGIT)))
			break;
		seen |= properties;
	}
	letters->digits_only &= !(seen & UTF8_LETTER);
	if (!(seen & (UTF8_UPPER | UTF8_DIGIT))) {
		letters->count += (uint32_t)(at - start);
		return at;
	}
	for (size_t i = start; i < at; i++) {
		unsigned properties = utf8_ascii[(unsigned char)text.at[i]];
		letters->count += properties & UTF8_LETTER ? 1 : 0;
		letters->capitals += properties & UTF8_UPPER ? 1 : 0;
	}
	return at;
}

/* Moves *at to the end of the run that it stands in. */
static void run_end(struct span text, size_t *at, enum role run, struct letters *letters)
{
	bool plain = run == ROLE_LETTER || run == ROLE_DIGIT;

	for (;;) {
		if (plain)
			*at = plain_end(text, *at, letters);
		if (*at >= text.len || (plain && !(text.at[*at] & 0x80)))
			break;
		size_t next = *at;
		uint32_t point = utf8_next(text, &next);
		enum role role = role_of(point);
		if (!goes_on(run, role))
			break;
		letters_take(letters, point, role);
		*at = next;
	}
}

static bool follows_space(struct span text, size_t start)
{
	if (start == 0)
		return true;
	return utf8_is_space(utf8_previous(text, &start));
}

static void describe(struct word *word, const struct letters *letters, struct span text,
	size_t start, size_t end)
{
	word->start = (uint32_t)start;
	word->end = (uint32_t)end;
	word->capitalised = letters->capitals > 0;
	word->all_capitals = letters->count > 1 && letters->capitals == letters->count;
	word->plain = letters->capitals == 0 && !letters->wide;
	word->after_space =
		start > 0 && text.at[start - 1] == ' ' ? true : follows_space(text, start);
}

struct words words_of(struct span text)
{
	return (struct words){text, 0};
}

/* Moves *at over the ASCII signs and blanks that it stands before. */
static void skip_signs(struct span text, size_t *at)
{
	size_t i = *at;

	while (i < text.len && !(text.at[i] & 0x80) &&
		!(utf8_ascii[(unsigned char)text.at[i]] & (UTF8_LETTER | UTF8_DIGIT)))
		i++;
	*at = i;
}

bool words_next(struct words *it, struct word *word)
{
	struct span text = it->text;

	for (skip_signs(text, &it->at); it->at < text.len; skip_signs(text, &it->at)) {
		size_t start = it->at;
		struct letters letters = {.digits_only = true};
		enum role role = ROLE_LETTER; /* or a digit, which go on in the same way */
		if (text.at[start] & 0x80) {
			uint32_t point = utf8_next(text, &it->at);
			role = role_of(point);
			if (role == ROLE_OTHER || role == ROLE_SPACE || role == ROLE_MARK)
				continue;
			letters_take(&letters, point, role);
			run_end(text, &it->at, role, &letters);
		} else {
			it->at = plain_end(text, start, &letters);
			if (it->at < text.len && text.at[it->at] & 0x80)
				run_end(text, &it->at, role, &letters);
		}
		word->kind = letters.digits_only ? WORD_NUMBER : WORD_LETTERS;
		describe(word, &letters, text, start, it->at);
		return true;
	}
	return false;
}

static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019 || point == 0x02BC;
}

static bool is_hyphen(uint32_t point)
{
	return point == '-' || point == 0x2010 || point == 0x2011;
}

/* The code point at a place, 0 at the end. */
static uint32_t peek(struct span text, size_t at)
{
	return at < text.len ? utf8_next(text, &at) : 0;
}

/* What French and Italian leave of an article, a pronoun or a conjunction before a vowel. */
static bool is_elided(struct span run)
{
	static const char *const longer[] = {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un",
		"dell", "all", "nell", "sull", "dall", "quest", "quell", "coll"};
	char small[8];

	if (run.len == 0 || run.len >= sizeof small)
		return false;
	for (size_t i = 0; i < run.len; i++)
		small[i] =
			run.at[i] >= 'A' && run.at[i] <= 'Z' ? (char)(run.at[i] + 0x20) : run.at[i];
	struct span folded = {small, run.len};
	if (run.len == 1)
		return strchr("cdjlmnst", small[0]) != NULL;
	for (size_t i = 0; i < COUNT(longer); i++)
		if (span_is(folded, longer[i]))
			return true;
	return false;
}

/* N'Djamena and M'Bappé are names: an elision stands before a vowel, an h or a sign. */
static bool elides_before(uint32_t point)
{
	if (role_of(point) != ROLE_LETTER)
		return point != 0 && !utf8_is_space(point);
	if (point >= 0x80)
		return true;
	return strchr("aeiouyh", (int)(point | 0x20)) != NULL;
}

/* "M." and "J.-Y.": capitals that stand alone, with their full stops.  False, *at unmoved, when
 * that is not what begins here. */
static bool initial_end(struct span text, size_t *at)
{
	size_t end = *at;

	for (size_t next = *at;;) {
		if (next >= text.len || !utf8_is_upper(utf8_next(text, &next)))
			break;
		if (peek(text, next) != '.')
			break;
		next++;
		uint32_t after = peek(text, next);
		if (utf8_is_lower(after) || utf8_is_digit(after))
			break;
		end = next;
		if (!is_hyphen(after))
			break;
		utf8_next(text, &next);
	}
	bool found = end > *at;
	*at = end;
	return found;
}

/* Moves *at from the start of a run of letters over it and what hyphens and apostrophes join to
 * it; true when it is an elision. */
static bool compound_end(struct span text, size_t *at, struct letters *letters)
{
	size_t start = *at;

	for (bool first = true;; first = false) {
		run_end(text, at, ROLE_LETTER, letters);
		uint32_t joint = peek(text, *at);
		size_t after = *at;
		if (!is_apostrophe(joint) && !is_hyphen(joint))
			return false;
		utf8_next(text, &after);
		uint32_t next = peek(text, after);
		letters->wide |= joint >= 0x80;
		if (first && is_apostrophe(joint) && is_elided(span_cut(text, start, *at)) &&
			elides_before(next)) {
			*at = after;
			return true;
		}
		enum role role = role_of(next);
		if (role != ROLE_LETTER && !(role == ROLE_DIGIT && is_hyphen(joint)))
			return false;
		*at = after;
	}
}

/* The last byte of "é", "À" tells their case. */
static unsigned latin_properties(unsigned char last)
{
	return UTF8_LETTER | (last < 0x9F ? UTF8_UPPER : UTF8_LOWER);
}

/* Whether a run of letters and digits of ASCII and Latin-1 that ends there is the whole token: no
 * letter, apostrophe or hyphen goes on with it. */
static bool ends_token(const unsigned char *at, size_t left)
{
	if (left == 0)
		return true;
	if (at[0] < 0x80)
		return at[0] != '\'' && at[0] != '-' && at[0] != '.';
	return near_sign(at, left) == 2 ||
	       (near_sign(at, left) == 3 && at[2] > 0x91 && at[2] != 0x99);
}

/* The next token, if it is a sign, a number or a word of ASCII and Latin-1 without any joint;
 * false, at no matter which blank before it, when it may be another. */
static bool token_near(struct words *it, struct word *word)
{
	const unsigned char *text = (const unsigned char *)it->text.at;
	size_t at = it->at, len = it->text.len, wide = 0;
	unsigned seen = 0;

	while (at < len && utf8_ascii[text[at]] & UTF8_SPACE)
		at++;
	it->at = at;
	if (at == len || text[at] >= 0x80)
		return false;
	size_t start = at;
	unsigned first = utf8_ascii[text[start]];
	bool sign = !(first & WORD_BYTE);
	for (at += sign; !sign && at < len; at++) {
		unsigned properties = utf8_ascii[text[at]];
		if (!(properties & WORD_BYTE)) {
			if (!near_latin(text + at, len - at))
				break;
			properties = latin_properties(text[++at]);
			wide++;
		}
		seen |= properties;
	}
	bool mixed = seen & UTF8_UPPER && seen & UTF8_DIGIT;
	bool stop = at < len && text[at] == '.' && (seen & UTF8_LOWER || first & UTF8_DIGIT);
	if (!sign && (mixed || !(stop || ends_token(text + at, len - at))))
		return false;
	*word = (struct word){.start = (uint32_t)start,
		.end = (uint32_t)at,
		.kind = sign                 ? WORD_SIGN
			: first & UTF8_DIGIT ? WORD_NUMBER
					     : WORD_LETTERS,
		.capitalised = (seen & UTF8_UPPER) != 0,
		.all_capitals = seen & UTF8_UPPER && !(seen & UTF8_LOWER) && at - start - wide > 1,
		.after_space =
			start == 0 || text[start - 1] == ' ' || follows_space(it->text, start),
		.plain = !wide && !(seen & UTF8_UPPER)};
	it->at = at;
	return true;
}

bool tokens_next(struct words *it, struct word *word)
{
	struct letters letters = {.digits_only = true};
	uint32_t point = 0;
	enum role role = ROLE_SPACE;
	size_t start = it->at;

	if (token_near(it, word))
		return true;
	while (role == ROLE_SPACE) {
		if (it->at >= it->text.len)
			return false;
		start = it->at;
		point = utf8_next(it->text, &it->at);
		role = role_of(point);
	}
	if (role == ROLE_OTHER || role == ROLE_MARK) {
		word->kind = WORD_SIGN;
		letters.wide = point >= 0x80;
	} else if (role == ROLE_LETTER) {
		it->at = start;
		if (initial_end(it->text, &it->at)) {
			word->kind = WORD_INITIAL;
			letters.count = letters.capitals = 1;
		} else {
			word->kind = compound_end(it->text, &it->at, &letters) ? WORD_ELISION
									       : WORD_LETTERS;
		}
	} else {
		letters_take(&letters, point, role);
		run_end(it->text, &it->at, role, &letters);
		word->kind = role == ROLE_DIGIT ? WORD_NUMBER : WORD_LETTERS;
	}
	describe(word, &letters, it->text, start, it->at);
	return true;
}
