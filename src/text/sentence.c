#include "text/sentence.h"

#include "text/calendar-table.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

#define WORD_BYTES 48 /* of a folded one */
#define WORD_MOST \
	16 /* code points of a word that is looked up; longer ones are no abbreviations \
	    */

/* clang-format off */
/* Abbreviations that lead to what follows them, whatever it is; folded, by language. */
static const char *const leading[] = {
	"m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "prof", "mgr", "st", "ste",
	"cf", "av", "env", "mr", "mrs", "ms", "messrs", "gen", "col", "capt", "cpt", "lt", "sgt",
	"cmdr", "adm", "maj", "brig", "sen", "gov", "rep", "hon", "rev", "vs", "approx", "hr",
	"bzw", "ca", "ggf", "evtl", "inkl", "sog", "sr", "sra", "srta", "dn", "dna", "sig",
	"dott", "avv", "dhr", "mevr", "ing", "tzw", "np", "ks", "sw", "tzv", "napr", "mudr",
	"judr", "phdr", "им", "ул", "св", "пр", "акад", "ген", "о-в", "т.е", "т.к", "т.н", "e.g",
	"i.e", "z.b", "d.h", "u.a", "m.in", "p.ex", "c.-a-d",
};

/* Abbreviations of what is counted: they lead to a number. */
static const char *const counted[] = {
	"p", "pp", "no", "nr", "n", "num", "art", "fig", "vol", "chap", "al", "ch", "par", "str",
	"s", "bd", "bl", "pag", "tel", "ed", "pos", "стр", "ст", "п", "рис", "тел", "c", "r",
};

/* Words that begin sentences and no names: after an acronym they tell that one has ended. */
static const char *const starters[] = {
	"il", "elle", "ils", "elles", "ce", "cette", "ces", "en", "mais", "et", "le", "la", "les",
	"un", "une", "des", "dans", "pour", "selon", "the", "he", "she", "it", "they", "this",
	"that", "in", "but", "and", "we", "at", "on", "er", "sie", "es", "die", "der", "das", "el",
	"los", "in", "no", "w", "он", "она", "они", "это", "в", "на", "но", "по",
};

/* German words before an ordinal, "am 2. Weltkongress". */
static const char *const before_ordinal[] = {
	"der", "die", "das", "den", "dem", "des", "am", "im", "vom", "zum", "beim", "zur",
};
/* clang-format on */

struct folded_word {
	char bytes[WORD_BYTES + 8 * 4];
	struct span span;     /* into bytes */
	size_t start, end;    /* of the word itself, in the text */
	bool one_capital;     /* a single capital letter */
	bool digits, acronym; /* digits only; letters with full stops between them */
};

static bool listed(const char *const *list, size_t count, struct span word)
{
	for (size_t i = 0; word.len && i < count; i++)
		if (list[i][0] == word.at[0] && span_is(word, list[i]))
			return true;
	return false;
}

#define LISTED(list, word) listed((list), COUNT(list), (word))

static bool in_word(uint32_t point)
{
	return utf8_is_letter(point) || utf8_is_digit(point) || utf8_is_mark(point) ||
	       point == '.' || point == '-';
}

/* Folds text[start, end), which is one word or a part of one. */
static void take_word(struct folded_word *word, struct span text, size_t start, size_t end)
{
	size_t len = 0, count = 0, capitals = 0, letters = 0, numbers = 0;

	*word = (struct folded_word){.start = start, .end = end};
	for (size_t at = start; at < end && len < WORD_BYTES; count++) {
		uint32_t points[8], point = utf8_next(text, &at);
		int parts = fold_point(point, points);
		for (int i = 0; i < parts; i++)
			len += utf8_put(word->bytes + len, points[i]);
		letters += utf8_is_letter(point);
		capitals += utf8_is_upper(point);
		numbers += utf8_is_digit(point);
		word->acronym |= point == '.';
	}
	word->span = (struct span){word->bytes, len};
	word->one_capital = count == 1 && capitals == 1;
	word->digits = count > 0 && numbers == count;
	word->acronym &= letters > 1 && capitals > 0;
}

/* The word that ends at this place; empty when it is too long to matter. */
static void word_before(struct folded_word *word, struct span text, size_t end)
{
	size_t start = end;

	for (int count = 0; start > 0; count++) {
		size_t before = start;
		uint32_t point = utf8_previous(text, &before);
		if (!in_word(point))
			break;
		if (count == WORD_MOST) {
			start = end;
			break;
		}
		start = before;
	}
	take_word(word, text, start, end);
}

static void word_after(struct folded_word *word, struct span text, size_t start)
{
	size_t end = start;

	for (int count = 0; end < text.len && count < WORD_MOST; count++) {
		size_t next = end;
		uint32_t point = utf8_next(text, &next);
		if (!in_word(point) || point == '.' || point == '-')
			break;
		end = next;
	}
	take_word(word, text, start, end);
}

static size_t spaces_before(struct span text, size_t end)
{
	while (end > 0) {
		size_t before = end;
		if (!utf8_is_space(utf8_previous(text, &before)))
			break;
		end = before;
	}
	return end;
}

static bool number_goes_on(
	struct span text, size_t start, const struct folded_word *number, struct span next)
{
	struct folded_word before;

	if (number->span.len > 2)
		return false;
	word_before(&before, text, spaces_before(text, number->start));
	return number->start == start || month_named(next) > 0 ||
	       LISTED(before_ordinal, before.span);
}

/* Whether a day of a month stands there: "26 janv.", "1er mars", "26/01".  A sea ends sentences,
 * Wednesday before a date does not. */
static bool day_follows(struct span text, size_t at)
{
	struct folded_word number, month;

	word_after(&number, text, at);
	if (number.end == number.start || number.end - number.start > 4)
		return false;
	if (number.digits && number.end + 1 < text.len && text.at[number.end] != ' ')
		return utf8_ascii[(unsigned char)text.at[number.end + 1]] & UTF8_DIGIT;
	for (at = number.end; at < text.len && text.at[at] == ' ';)
		at++;
	word_after(&month, text, at);
	return month_named(month.span) > 0;
}

/* "J.-Y. Le Drian": hyphenated initials lead to a surname, which may begin with an article.  The
 * commonest such letters are no name, "av. J.-C." */
static bool is_given_name(struct span initials, struct span next)
{
	return span_find(initials, SPAN("-"), 0) < initials.len && !span_is(initials, "j.-c") &&
	       (span_is(next, "le") || span_is(next, "la") || span_is(next, "les"));
}

/* Whether the full stop at dot belongs to the word before it, so that the sentence that began at
 * start goes on at next. */
static bool abbreviates(struct span text, size_t start, size_t dot, size_t next)
{
	struct folded_word word, after;
	size_t at = next;
	bool number_follows = next < text.len && utf8_is_digit(utf8_next(text, &at));

	word_before(&word, text, dot);
	word_after(&after, text, next);
	if (LISTED(leading, word.span))
		return true;
	if (number_follows && (LISTED(counted, word.span) || month_named(word.span) > 0))
		return true;
	if (number_follows && weekday_shortened(word.span) >= 0)
		return day_follows(text, next);
	if (word.digits)
		return number_goes_on(text, start, &word, after.span);
	if (word.acronym)
		return is_given_name(word.span, after.span) || !LISTED(starters, after.span);
	if (!word.one_capital)
		return false;
	/* "W. Putin", but "vitamine C. Elle": a small word before, a plain word after. */
	struct folded_word before;
	word_before(&before, text, spaces_before(text, word.start));
	at = before.start;
	bool small_before = before.start < before.end && utf8_is_lower(utf8_next(text, &at));
	return !small_before || !LISTED(starters, after.span);
}

static bool ends_sentence(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == 0x2026 || point == 0x203D ||
	       point == 0x061F || point == 0x06D4 || point == 0x0964;
}

/* Full stops of scripts that put no blank after them. */
static bool ends_wide(uint32_t point)
{
	return point == 0x3002 || point == 0xFF01 || point == 0xFF1F || point == 0xFF0E;
}

static bool is_quotation_mark(uint32_t point)
{
	return point == '"' || point == '\'' || point == 0xAB || point == 0xBB ||
	       (point >= 0x2018 && point <= 0x201F) || point == 0x2039 || point == 0x203A ||
	       (point >= 0x300C && point <= 0x300F);
}

/* Past the marks that close what ends at this place, "… ! »" with its blanks. */
static size_t closing_end(struct span text, size_t at)
{
	while (at < text.len) {
		size_t next = at;
		uint32_t point = utf8_next(text, &next);
		if (point == ' ' || point == 0xA0 || point == 0x202F) {
			if (next == text.len || utf8_next(text, &next) != 0xBB)
				break;
		} else if (!is_quotation_mark(point) && !ends_sentence(point) &&
			   !ends_wide(point) && point != ')' && point != ']') {
			break;
		}
		at = next;
	}
	return at;
}

/* Whether a sentence may begin with this code point. */
static bool begins(uint32_t point)
{
	if (utf8_is_lower(point))
		return false;
	return utf8_is_letter(point) || utf8_is_digit(point) || is_quotation_mark(point) ||
	       point == '(' || point == '[' || point == '-' || point == 0x2022 ||
	       (point >= 0x2012 && point <= 0x2015) || point == 0xBF || point == 0xA1;
}

/* Whether the mark at mark, with its closing marks up to end, ends the sentence. */
static bool is_end(struct span text, size_t start, size_t mark, size_t end)
{
	size_t next = end, at = mark;

	if (ends_wide(utf8_next(text, &at)))
		return true;
	while (next < text.len && text.at[next] != '\n') {
		size_t after = next;
		if (!utf8_is_space(utf8_next(text, &after)))
			break;
		next = after;
	}
	if (next == text.len || text.at[next] == '\n')
		return true;
	at = next;
	if (next == end || !begins(utf8_next(text, &at)))
		return false;
	return text.at[mark] != '.' || end != mark + 1 || !abbreviates(text, start, mark, next);
}

/* Whether the byte is one that never ends a sentence: most are. */
static bool passes(char byte)
{
	return (byte >= 'A' && !(byte & 0x80)) || byte == ' ' || byte == ',';
}

struct sentences sentences_of(struct span text)
{
	return (struct sentences){text, 0};
}

bool sentences_next(struct sentences *it, struct extent *sentence)
{
	struct span text = it->text;
	size_t start = it->at, at;

	for (at = start; at < text.len && utf8_is_space(utf8_next(text, &at)); start = at)
		;
	if (start >= text.len) {
		it->at = text.len;
		return false;
	}
	size_t end = text.len;
	for (at = start; at < text.len;) {
		size_t mark = at;
		if (passes(text.at[at])) {
			at++;
			continue;
		}
		uint32_t point = utf8_next(text, &at);
		if (point == '\n') {
			end = mark;
			break;
		}
		if (!ends_sentence(point) && !ends_wide(point))
			continue;
		at = closing_end(text, at);
		if (is_end(text, start, mark, at)) {
			end = at;
			break;
		}
	}
	it->at = end;
	*sentence = (struct extent){(uint32_t)start, (uint32_t)spaces_before(text, end)};
	return true;
}
