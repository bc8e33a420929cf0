#include "extract/roles-beside.h"

#define BRACKET_TOKENS 6

static bool is_sign(const struct role_scan *scan, int64_t place)
{
	const struct token_list *tokens = &scan->stretch->tokens;

	return place < 0 || place >= (int64_t)tokens->count ||
	       tokens->at[place].word.kind == WORD_SIGN;
}

static int64_t past_title(const struct role_scan *scan, int64_t place)
{
	while (stretch_lists(scan->stretch, place) & LIST_TITLE && !role_name_from(scan, place))
		place++;
	return place;
}

/* The token behind the name that begins there. */
static int64_t behind(const struct role_scan *scan, int64_t place, const struct name_mark *name)
{
	while (place < (int64_t)scan->stretch->tokens.count &&
		scan->stretch->tokens.at[place].word.start < name->at.end)
		place++;
	return place;
}

/* "selon le porte-parole…", "pour lui…" */
static bool is_source(const struct role_scan *scan, int64_t whole)
{
	return (role_bits(scan, whole - 1) & (ROLE_SOURCE | ROLE_TO | ROLE_OF)) != 0;
}

/* "le porte-parole du Kremlin, X, a dit": not "selon le porte-parole du Kremlin, X a dit". */
static const struct name_mark *holder_behind_comma(
	const struct role_scan *scan, const struct role_phrase *phrase, bool *named)
{
	int64_t place = past_title(scan, phrase->end + 1);
	const struct name_mark *name = role_name_from(scan, place);

	if (!name) {
		*named = stretch_capital(scan->stretch, place) &&
			 stretch_capital(scan->stretch, place + 1) && is_sign(scan, place + 2);
		return NULL;
	}
	bool leads = !phrase->definite || scan->stretch->tokens.at[phrase->whole].first;
	if (!leads && !is_sign(scan, behind(scan, place, name))) {
		*named = !is_source(scan, phrase->whole);
		return NULL;
	}
	*named = true;
	return name;
}

/* Back over "(Parti, Brive)" to what stands before. */
static int64_t before_brackets(const struct role_scan *scan, int64_t place)
{
	if (!stretch_sign(scan->stretch, place, ')'))
		return place;
	for (int64_t i = place - 1; i > place - BRACKET_TOKENS; i--)
		if (stretch_sign(scan->stretch, i, '('))
			return i - 1;
	return place;
}

/* Whether the sentence gives the name as a source ("selon X, le ministre…") or in a row. */
static bool is_governed(const struct role_scan *scan, const struct name_mark *name, int64_t last)
{
	int64_t place = last;

	while (place > 0 && scan->stretch->tokens.at[place - 1].word.start >= name->at.start)
		place--;
	while (stretch_lists(scan->stretch, place - 1) & LIST_TITLE)
		place--;
	return role_bits(scan, place - 1) & (ROLE_SOURCE | ROLE_AND) ||
	       stretch_sign(scan->stretch, place - 1, ',');
}

/* "X, ministre de…", "X (ministre de…)"; with an article only where the phrase ends so too. */
static const struct name_mark *holder_before(
	const struct role_scan *scan, const struct role_phrase *phrase)
{
	int64_t sign = phrase->first - 1 - phrase->definite;

	while (role_bits(scan, sign) & (ROLE_EPITHET | ROLE_ARTICLE))
		sign--;
	bool bracket = stretch_sign(scan->stretch, sign, '(');
	if (!bracket && !stretch_sign(scan->stretch, sign, ','))
		return NULL;
	int64_t last = bracket ? sign - 1 : before_brackets(scan, sign - 1);
	const struct name_mark *name = role_name_to(scan, last);
	if (!name)
		return NULL;
	if (!phrase->definite)
		return name;
	return is_sign(scan, phrase->end) && !is_governed(scan, name, last) ? name : NULL;
}

/* "X est le ministre…", "X, qui est ministre…". */
static const struct name_mark *subject(const struct role_scan *scan, int64_t be)
{
	struct span verb = stretch_folded(scan->stretch, be);
	int64_t place = be - 1;

	if (!span_is(verb, "est") && !span_is(verb, "is"))
		return NULL;
	if (role_bits(scan, place) & ROLE_WHO)
		place -= 1 + stretch_sign(scan->stretch, place - 1, ',');
	return role_name_to(scan, place);
}

/* "Le maire de Brive est X." */
static const struct name_mark *told_behind(const struct role_scan *scan, int64_t be)
{
	struct span verb = stretch_folded(scan->stretch, be);

	if (!span_is(verb, "est") && !span_is(verb, "is"))
		return NULL;
	return role_name_from(scan, past_title(scan, be + 1));
}

struct role_beside role_beside(const struct role_scan *scan, const struct role_phrase *phrase)
{
	struct role_beside beside = {0};
	int64_t before = phrase->first - 1, after = past_title(scan, phrase->end);
	const struct name_mark *name = role_name_from(scan, after);

	while (role_bits(scan, before) & (ROLE_ARTICLE | ROLE_EPITHET))
		before--;
	beside.predicate = (role_bits(scan, before) & ROLE_BE) != 0;
	if (name) {
		beside.holder = name;
	} else if (stretch_sign(scan->stretch, phrase->end, ',')) {
		beside.holder = holder_behind_comma(scan, phrase, &beside.named);
	} else if (stretch_capital(scan->stretch, phrase->end)) {
		beside.named = true;
	}
	if (!beside.holder)
		beside.holder = told_behind(scan, phrase->end);
	if (!beside.holder)
		beside.holder = holder_before(scan, phrase);
	if (!beside.holder && beside.predicate)
		beside.holder = subject(scan, before);
	beside.named |= beside.holder != NULL;
	return beside;
}
