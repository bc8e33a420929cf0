#include "know/people-skeleton.h"

#include "text/utf8.h"

#include <string.h>

/* What letters stand for: a class of consonants; A, W, Y for the vowels that are written as
 * letters; '.' for nothing that a name would have in all languages; a blank for no letter. */
struct letters {
	uint32_t first;
	const char *classes;
};

static const struct letters scripts[] = {
	/* clang-format off */
	{0x5D0, "Abjd.Wz.tYkklmmnns.bbzzkrst"}, /* Hebrew */
	{0x621, ".AAW..Ab.ttj.kddrzsssdtz.j     .bkklmn.WAY........"}, /* Arabic */
	{0x900, "nnn..................kkjjnssjjnttddnttdd"
		"nnbbbbm.rrlll.sss....................."}, /* Devanagari */
	/* clang-format on */
};

/* Letters of Persian and of other languages in Arabic script. */
static const struct {
	uint32_t point;
	char class;
} more[] = {{0x67E, 'b'}, {0x686, 's'}, {0x698, 'j'}, {0x6A4, 'b'}, {0x6A9, 'k'}, {0x6AF, 'j'},
	{0x6C0, '.'}, {0x6CC, 'Y'}, {0x200C, '.'}};

static char class_of(uint32_t point)
{
	for (size_t i = 0; i < COUNT(scripts); i++)
		if (point >= scripts[i].first &&
			point - scripts[i].first < strlen(scripts[i].classes))
			return scripts[i].classes[point - scripts[i].first];
	for (size_t i = 0; i < COUNT(more); i++)
		if (more[i].point == point)
			return more[i].class;
	return ' ';
}

static void add(struct skeleton *skeleton, char class)
{
	if (skeleton->count == SKELETON_MOST)
		skeleton->whole = false;
	else
		skeleton->at[skeleton->count++] = class;
}

static void add_vowel(struct skeleton *skeleton, unsigned kind)
{
	skeleton->vowels[skeleton->count] |= (uint8_t)kind;
}

static unsigned vowel_of(char letter)
{
	switch (letter) {
	case 'a':
	case 'A':
		return VOWEL_OPEN;
	case 'e':
		return VOWEL_OPEN | VOWEL_SHARP;
	case 'i':
	case 'y':
	case 'Y':
		return VOWEL_SHARP;
	case 'o':
	case 'u':
	case 'w':
	case 'W':
		return VOWEL_ROUND;
	default:
		return 0;
	}
}

/* Several letters that are one consonant; the longest first. */
static const struct {
	const char *letters;
	char class;
} groups[] = {{"tsch", 's'}, {"tch", 's'}, {"sch", 's'}, {"dsch", 'j'}, {"ch", 's'}, {"sh", 's'},
	{"dj", 'j'}, {"kh", 'k'}, {"gh", 'j'}, {"th", 't'}, {"ph", 'b'}, {"ck", 'k'}, {"ce", 's'},
	{"ci", 's'}, {"cy", 's'}};

static char single_class(char letter)
{
	static const char from[] = "bpfvcgjkqxdlmnrstz", to[] = "bbbbkjjkkkdlmnrstz";
	const char *found = letter ? strchr(from, letter) : NULL;

	return found ? to[found - from] : '\0';
}

struct skeleton skeleton_latin(struct span folded)
{
	struct skeleton skeleton = {.whole = true};

	for (size_t at = 0; at < folded.len;) {
		struct span rest = span_cut(folded, at, folded.len);
		char letter = rest.at[0], class = single_class(letter);
		size_t len = 1;
		for (size_t i = 0; i < COUNT(groups); i++)
			if (span_starts(rest, span_of(groups[i].letters))) {
				class = groups[i].class;
				len = strlen(groups[i].letters);
				break;
			}
		/* The vowel of "ce" is heard, too. */
		len -= len > 1 && vowel_of(rest.at[len - 1]);
		if (class)
			add(&skeleton, class);
		else
			add_vowel(&skeleton, vowel_of(letter));
		if (letter == 'x')
			add(&skeleton, 's');
		while (class && len < rest.len && rest.at[len] == rest.at[len - 1])
			len++;
		at += len;
	}
	return skeleton;
}

struct skeleton skeleton_abjad(struct span text, size_t *at)
{
	struct skeleton skeleton = {.whole = true};
	bool first = true;

	for (size_t next = *at; next < text.len; first = false) {
		char class = class_of(utf8_next(text, &next));
		if (class == ' ') {
			*at = first ? next : *at;
			break;
		}
		if (class >= 'a')
			add(&skeleton, class);
		else if (!first) /* at the beginning a letter carries any vowel */
			add_vowel(&skeleton, vowel_of(class));
		*at = next;
	}
	return skeleton;
}

bool skeleton_agrees(const struct skeleton *latin, const struct skeleton *abjad)
{
	for (uint32_t i = 0; i <= latin->count; i++) {
		unsigned said = latin->vowels[i], written = abjad->vowels[i];
		if (written & VOWEL_OPEN && !said)
			return false;
		if (written & VOWEL_ROUND && !(said & VOWEL_ROUND))
			return false;
		if (written & VOWEL_SHARP && !(said & VOWEL_SHARP))
			return false;
	}
	return true;
}
