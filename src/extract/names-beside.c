#include "extract/names-beside.h"

/* Tokens from a function back from its bearer's name. */
#define ROLE_REACH 10

static bool folded_in(struct span folded, const char *const *words, size_t count)
{
	for (size_t i = 0; folded.len > 0 && i < count; i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

static bool is_one_of(
	struct stretch *stretch, int64_t place, const char *const *words, size_t count)
{
	return folded_in(stretch_folded(stretch, place), words, count);
}

static bool is_sign(const struct stretch *stretch, int64_t place)
{
	return place < 0 || place >= (int64_t)stretch->tokens.count ||
	       stretch->tokens.at[place].word.kind == WORD_SIGN;
}

bool beside_small(struct stretch *stretch, int64_t place)
{
	return !stretch_capital(stretch, place) && stretch_folded(stretch, place).len > 0;
}

bool beside_article(struct stretch *stretch, int64_t place)
{
	static const char *const articles[] = {"le", "la", "l'", "les", "du", "des", "au", "aux",
		"un", "une", "ce", "cet", "cette", "the", "an", "el", "los", "las", "il", "lo",
		"gli", "del", "della", "het", "o", "os", "as", "do", "da"};

	return is_one_of(stretch, place, articles, COUNT(articles));
}

bool beside_and(struct stretch *stretch, int64_t place)
{
	static const char *const ands[] = {
		"et", "and", "und", "y", "e", "i", "en", "a", "ou", "и", "та"};

	return beside_small(stretch, place) && is_one_of(stretch, place, ands, COUNT(ands));
}

bool beside_romance(const struct stretch *stretch)
{
	return stretch->language == LANGUAGE_FR || stretch->language == LANGUAGE_ES ||
	       stretch->language == LANGUAGE_IT || stretch->language == LANGUAGE_PT;
}

static bool role_right_before(struct stretch *stretch, int64_t at, bool long_name)
{
	unsigned before = stretch_lists(stretch, at);

	if (before & LIST_ROLE)
		return true;
	if (!(before & LIST_PEOPLES))
		return false;
	return stretch_lists(stretch, at - 1) & LIST_ROLE ||
	       (beside_romance(stretch) && (long_name || stretch_capital(stretch, at)));
}

bool beside_role_before(struct stretch *stretch, int64_t start, bool long_name)
{
	int64_t at = start - 1;
	bool comma = stretch_sign(stretch, at, ',');

	at -= comma;
	if ((!comma || long_name) && role_right_before(stretch, at, long_name && !comma))
		return true;
	if (!long_name || (!comma && stretch_lists(stretch, at) &
					     (LIST_PARTICLE | LIST_COMMON | LIST_SAYING)))
		return false;
	for (int64_t i = at; i >= 0 && i > at - ROLE_REACH && !is_sign(stretch, i); i--)
		if (stretch_lists(stretch, i) & LIST_ROLE && beside_small(stretch, i))
			return true;
	return false;
}

bool beside_role_after(struct stretch *stretch, int64_t end)
{
	if (!stretch_sign(stretch, end, ','))
		return false;
	for (int64_t i = end + 1; i <= end + 3; i++) {
		unsigned bits = stretch_lists(stretch, i);
		if (bits & LIST_ROLE)
			return true;
		if (!(bits & (LIST_COMMON | LIST_PARTICLE)))
			break;
	}
	return false;
}

bool beside_age(struct stretch *stretch, int64_t end)
{
	static const char *const years[] = {"ans", "years", "year-old", "jahre", "jahren", "anos",
		"anni", "jaar", "lat", "let", "лет", "років"};

	if (!stretch_sign(stretch, end, ',') && !stretch_sign(stretch, end, '('))
		return false;
	if (end + 1 >= (int64_t)stretch->tokens.count ||
		stretch->tokens.at[end + 1].word.kind != WORD_NUMBER)
		return false;
	return is_one_of(stretch, end + 2, years, COUNT(years));
}

static bool is_auxiliary(struct stretch *stretch, int64_t place)
{
	static const char *const words[] = {
		"a", "ont", "avait", "aurait", "has", "had", "hat", "ha", "avaient"};

	return is_one_of(stretch, place, words, COUNT(words));
}

static bool is_according(struct stretch *stretch, int64_t place)
{
	static const char *const words[] = {"selon", "d'apres", "laut", "segun", "secondo"};

	return is_one_of(stretch, place, words, COUNT(words));
}

bool beside_speech(struct stretch *stretch, int64_t start, int64_t end)
{
	bool single = end - start == 1;
	unsigned before = stretch_lists(stretch, start - 1);

	if (!single && is_according(stretch, start - 1))
		return true;
	if (before & LIST_SAYING && beside_small(stretch, start - 1) &&
		(is_auxiliary(stretch, start - 2) || is_sign(stretch, start - 2)))
		return true;
	/* "l'agence X a annoncé": a single word speaks for itself at the start of a clause only. */
	if (!beside_small(stretch, end) ||
		(single && !is_sign(stretch, start - 1) && !(before & LIST_COMMON)) ||
		(single && before & LIST_PARTICLE))
		return false;
	return stretch_lists(stretch, end) & LIST_SAYING ||
	       (is_auxiliary(stretch, end) && stretch_lists(stretch, end + 1) & LIST_SAYING);
}
