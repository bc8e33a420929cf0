#include "extract/days-rules.h"

#include <string.h>

const struct day_word *day_word_at(const struct day_sentence *s, uint32_t i)
{
	static const struct day_word none = {.number = -1, .weekday = -1, .brief = -1};

	return i < s->words->count ? &s->words->at[i] : &none;
}

struct span day_gap(const struct day_sentence *s, uint32_t i)
{
	uint32_t start = i < s->words->count ? s->words->at[i].end : (uint32_t)s->text.len;
	uint32_t end = i + 1 < s->words->count ? s->words->at[i + 1].start : (uint32_t)s->text.len;

	return span_cut(s->text, start, end);
}

/* Signs that are read as another one: no-break spaces, the apostrophe, dashes. */
static struct span cut_sign(struct span rest, char *sign)
{
	static const struct {
		struct span bytes;
		char sign;
	} others[] = {{{"\xC2\xA0", 2}, ' '}, {{"\xE2\x80\xAF", 3}, ' '},
		{{"\xE2\x80\x99", 3}, '\''}, {{"\xE2\x80\x93", 3}, '-'},
		{{"\xE2\x80\x91", 3}, '-'}};

	for (size_t i = 0; i < COUNT(others); i++)
		if (span_starts(rest, others[i].bytes)) {
			*sign = others[i].sign;
			return span_cut(rest, others[i].bytes.len, rest.len);
		}
	*sign = rest.at[0];
	return span_cut(rest, 1, rest.len);
}

bool day_gap_is(const struct day_sentence *s, uint32_t i, const char *signs)
{
	struct span rest = day_gap(s, i);
	bool met = false, any = rest.len > 0;
	char sign;

	while (rest.len) {
		rest = cut_sign(rest, &sign);
		if (sign == ' ' || sign == '\t')
			continue;
		if (met || !sign || !strchr(signs, sign))
			return false;
		met = true;
	}
	return any;
}

bool day_word_is(const struct day_sentence *s, uint32_t i, const char *small)
{
	const struct day_word *word = day_word_at(s, i);
	size_t len = strlen(small);

	if (word->end - word->start != len)
		return false;
	for (size_t k = 0; k < len; k++) {
		char c = s->text.at[word->start + k];
		if (c != small[k] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == small[k]))
			return false;
	}
	return true;
}
