#include "extract/roles-phrase.h"

#define PHRASE_TOKENS 24
#define LEFT_TOKENS 5

/* --- names ------------------------------------------------------------------------ */

static const struct token *token_at(const struct role_scan *scan, int64_t place)
{
	bool inside = place >= 0 && place < (int64_t)scan->stretch->tokens.count;

	return inside ? &scan->stretch->tokens.at[place] : NULL;
}

const struct name_mark *role_name_over(const struct role_scan *scan, int64_t place)
{
	const struct token *token = token_at(scan, place);
	uint32_t low = 0, high = scan->names->count;

	if (!token)
		return NULL;
	while (low < high) { /* the first that ends behind the token's start */
		uint32_t middle = low + (high - low) / 2;
		if (scan->names->at[middle].at.end <= token->word.start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == scan->names->count || scan->names->at[low].at.start >= token->word.end)
		return NULL;
	return &scan->names->at[low];
}

const struct name_mark *role_name_from(const struct role_scan *scan, int64_t place)
{
	const struct name_mark *name = role_name_over(scan, place);
	const struct token *token = token_at(scan, place);

	return name && token && name->at.start == token->word.start ? name : NULL;
}

const struct name_mark *role_name_to(const struct role_scan *scan, int64_t place)
{
	const struct name_mark *name = role_name_over(scan, place);
	const struct token *token = token_at(scan, place);

	return name && token && name->at.end == token->word.end ? name : NULL;
}

/* One past the name that begins there. */
static int64_t past_name(const struct role_scan *scan, int64_t place, const struct name_mark *name)
{
	while (token_at(scan, place) && token_at(scan, place)->word.start < name->at.end)
		place++;
	return place;
}

/* --- words ------------------------------------------------------------------------ */

static unsigned bits_of(struct span folded)
{
	if (span_starts(folded, SPAN("ex-")))
		return ROLE_FORMER | role_word_bits(span_cut(folded, 3, folded.len));
	return role_word_bits(folded);
}

unsigned role_bits(const struct role_scan *scan, int64_t place)
{
	const struct token *token = token_at(scan, place);
	struct token_form *form = stretch_form(scan->stretch, place);

	/* "a" is a verb, "à" is not. */
	if (!token || !form || form->folded.len == 0 ||
		(form->folded.len == 1 && token->word.end - token->word.start == 1))
		return 0;
	if (!form->is_role_known) {
		form->role = bits_of(form->folded);
		form->is_role_known = true;
	}
	return form->role;
}

bool role_head(const struct role_scan *scan, int64_t place)
{
	unsigned lists = stretch_lists(scan->stretch, place);
	struct span folded = stretch_folded(scan->stretch, place);

	if (span_starts(folded, SPAN("ex-")))
		lists |= gazetteer_lists(span_cut(folded, 3, folded.len));
	if (!(lists & LIST_ROLE) || role_bits(scan, place) & ROLE_NEVER)
		return false;
	const struct name_mark *name = role_name_over(scan, place);
	if (name && (name->clue != CLUE_BARE || name->words > 1))
		return false;
	/* "juge" is a verb as often, "générale" an adjective. */
	return !(lists & LIST_SAYING || role_bits(scan, place) & ROLE_QUALITY) ||
	       role_bits(scan, place - 1) & (ROLE_ARTICLE | ROLE_FORMER);
}

static bool is_small(const struct role_scan *scan, int64_t place)
{
	const struct token *token = token_at(scan, place);

	return token && token->word.kind == WORD_LETTERS && !token->word.capitalised;
}

/* A word that can follow its noun as an adjective. */
static bool is_adjective(const struct role_scan *scan, int64_t place)
{
	unsigned lists = stretch_lists(scan->stretch, place), bits = role_bits(scan, place);

	if (!scan->tells_adjectives || !token_at(scan, place))
		return false;
	if (lists & LIST_PEOPLES || bits & ROLE_QUALITY)
		return true;
	if (!is_small(scan, place) || bits & ROLE_VERB || lists & (LIST_SAYING | LIST_ROLE))
		return false;
	return role_adjective(stretch_folded(scan->stretch, place));
}

/* Words of the grammar: none of them is a noun. */
#define ROLE_GRAMMAR \
	(ROLE_ARTICLE | ROLE_OF | ROLE_TO | ROLE_AND | ROLE_BE | ROLE_PLURAL | ROLE_OWNER | \
		ROLE_WHO | ROLE_SOURCE)

/* What may stand between an article and its noun. */
#define ROLE_BEFORE (ROLE_EPITHET | ROLE_PART | ROLE_FORMER | ROLE_OTHER)

/* --- what stands before ------------------------------------------------------------- */

static bool is_part(const struct role_scan *scan, int64_t place, int64_t head)
{
	unsigned bits = role_bits(scan, place);
	struct span noun = stretch_folded(scan->stretch, head);

	if (!(bits & ROLE_PART))
		return false;
	if (!(bits & ROLE_OTHER) &&
		!span_starts(stretch_folded(scan->stretch, place), SPAN("prem")))
		return true;
	return span_starts(noun, SPAN("ministr")) || span_starts(noun, SPAN("secretaire"));
}

/* English, German: "Russian foreign minister", "White House spokesman", "Russia's president". */
static bool is_modifier(const struct role_scan *scan, int64_t place)
{
	enum language language = scan->stretch->language;
	const struct token *token = token_at(scan, place);
	const struct name_mark *name = role_name_over(scan, place);
	unsigned lists = stretch_lists(scan->stretch, place);

	if (scan->tells_adjectives || !token || role_bits(scan, place) & ROLE_GRAMMAR ||
		(name && name->clue != CLUE_BARE))
		return false;
	if (lists & LIST_PEOPLES)
		return true;
	if (language != LANGUAGE_EN || !stretch_capital(scan->stretch, place) || token->first)
		return false;
	return token->word.all_capitals || !(lists & (LIST_COMMON | LIST_TITLE | LIST_SAYING));
}

static enum gender gender_of(unsigned article, struct span head)
{
	static const char *const female[] = {"trice", "ere", "euse", "ienne", "presidente",
		"deputee", "cheffe", "patronne", "woman", "erin"};

	if (article & ROLE_MALE)
		return GENDER_MALE;
	if (article & ROLE_FEMALE)
		return GENDER_FEMALE;
	for (size_t i = 0; i < COUNT(female); i++)
		if (span_ends(head, span_of(female[i])))
			return GENDER_FEMALE;
	return GENDER_UNKNOWN;
}

void role_reach_left(const struct role_scan *scan, struct role_phrase *phrase)
{
	int64_t place = phrase->head - 1, least = phrase->head - LEFT_TOKENS;
	struct span head = stretch_folded(scan->stretch, phrase->head);
	unsigned bits;

	phrase->former = (role_bits(scan, phrase->head) & ROLE_FORMER) != 0;
	while (place >= least && (is_part(scan, place, phrase->head) || is_modifier(scan, place))) {
		phrase->former |= (role_bits(scan, place) & ROLE_FORMER) != 0;
		place--;
	}
	phrase->first = place + 1;
	for (; (bits = role_bits(scan, place)) & (ROLE_FORMER | ROLE_EPITHET | ROLE_OTHER);
		place--) {
		if (bits & ROLE_FORMER) {
			phrase->former = true;
			phrase->first = place;
		}
		phrase->vague |= (bits & ROLE_OTHER) != 0;
		phrase->fresh |= (bits & ROLE_NEW) != 0;
		if (place < least - LEFT_TOKENS)
			break;
	}
	phrase->definite = (bits & ROLE_ARTICLE) != 0;
	phrase->plural = (bits & ROLE_PLURAL) != 0 || span_ends(head, SPAN("s"));
	phrase->vague |= (bits & ROLE_OWNER) != 0;
	phrase->whole = phrase->definite && !(bits & (ROLE_OF | ROLE_TO)) ? place : place + 1;
	phrase->gender = gender_of(phrase->definite ? bits : 0, head);
}

/* --- what follows ----------------------------------------------------------------- */

/* Reaching to the right from a head. */
struct reaching {
	const struct role_scan *scan;
	struct role_phrase *phrase;
	unsigned head;   /* its bits */
	bool complement; /* the last piece was one */
	bool open;       /* a function in it may still be followed by its holder's name */
};

/* One past a run of capitalised words that goes on from the place. */
static int64_t past_capitals(struct reaching *r, int64_t place)
{
	while (stretch_capital(r->scan->stretch, place) &&
		!(stretch_lists(r->scan->stretch, place) & LIST_TITLE)) {
		const struct name_mark *name = role_name_from(r->scan, place);
		if (name && (name->clue != CLUE_BARE || name->words > 1))
			break;
		place++;
	}
	return place;
}

/* "l' ONU": an elision that a blank parts from its word; its tokens. */
static int64_t elided(const struct role_scan *scan, int64_t place)
{
	struct span folded = stretch_folded(scan->stretch, place);
	const struct token *next = token_at(scan, place + 1);
	bool letter = span_is(folded, "l") || span_is(folded, "d");

	return letter && next && next->word.kind == WORD_SIGN && !next->word.after_space ? 2 : 0;
}

/* One past the noun of a complement that begins at the place, or the place itself. */
static int64_t past_noun(struct reaching *r, int64_t place)
{
	const struct role_scan *scan = r->scan;
	int64_t at = place;

	while (role_bits(scan, at) & (ROLE_ARTICLE | ROLE_PLURAL) && at < place + 2 &&
		!(role_bits(scan, at) & (ROLE_OF | ROLE_TO)))
		at++;
	at += elided(scan, at);
	if (role_bits(scan, at) & ROLE_OWNER) {
		r->phrase->vague = true;
		at++;
	}
	while (is_small(scan, at) && role_bits(scan, at) & ROLE_BEFORE)
		at++;
	const struct name_mark *name = role_name_from(scan, at);
	if (name)
		return past_name(scan, at, name);
	bool head = role_head(scan, at);
	if (stretch_capital(scan->stretch, at)) {
		r->open = r->phrase->nested = head || r->phrase->nested;
		return past_capitals(r, at + 1);
	}
	if (!is_small(scan, at) || role_bits(scan, at) & ROLE_GRAMMAR ||
		stretch_lists(scan->stretch, at) & LIST_SAYING)
		return place;
	r->open = r->phrase->nested = head || r->phrase->nested;
	return at + 1;
}

/* Whether the noun behind the articles at the place is of a ministry, or has a capital. */
static bool is_weighty(const struct role_scan *scan, int64_t place, bool common_only)
{
	while (role_bits(scan, place) & (ROLE_ARTICLE | ROLE_PLURAL | ROLE_OF | ROLE_TO))
		place++;
	if (role_bits(scan, place) & ROLE_COMMON)
		return true;
	return !common_only && stretch_capital(scan->stretch, place);
}

/* "à la sécurité nationale", "à Washington", "chargé du Numérique". */
static int64_t past_towards(struct reaching *r, int64_t place)
{
	unsigned bits = role_bits(r->scan, place), next = role_bits(r->scan, place + 1);
	bool article = (bits | next) & (ROLE_ARTICLE | ROLE_PLURAL);

	if (!(r->head & ROLE_TOWARDS) || (!article && !(r->head & ROLE_POST)))
		return place;
	if (!is_weighty(r->scan, place, false))
		return place;
	int64_t start = next & ROLE_OF ? place + 2 : place + 1;
	int64_t end = past_noun(r, start);
	return end > start ? end : place;
}

/* "et des Finances", "et européennes", ", du Développement". */
static int64_t past_joint(struct reaching *r, int64_t place)
{
	const struct role_scan *scan = r->scan;
	int64_t next = place + 1;
	bool comma = stretch_sign(scan->stretch, place, ',');

	if (!r->complement)
		return place;
	if (role_bits(scan, next) & ROLE_OF && is_weighty(scan, next, comma)) {
		int64_t end = past_noun(r, next + 1);
		return end > next + 1 ? end : place;
	}
	if (comma)
		return place;
	if (is_adjective(scan, next) && is_adjective(scan, place - 1))
		return next + 1;
	return is_weighty(scan, next, true) && stretch_capital(scan->stretch, next) ? next + 1
										    : place;
}

static int64_t past_piece(struct reaching *r, int64_t place)
{
	const struct role_scan *scan = r->scan;
	unsigned bits = role_bits(scan, place);
	int64_t end = place;

	if (is_adjective(scan, place))
		return place + 1;
	if (bits & ROLE_OF ||
		(elided(scan, place) && span_is(stretch_folded(scan->stretch, place), "d"))) {
		int64_t noun = bits & ROLE_OF ? place + 1 : place + 2;
		end = past_noun(r, noun);
		end = end > noun ? end : place;
	} else if (bits & ROLE_AND || stretch_sign(scan->stretch, place, ',')) {
		end = past_joint(r, place);
	} else if (bits & ROLE_TO) {
		end = past_towards(r, place);
	}
	r->complement |= end > place;
	return end;
}

void role_reach_right(const struct role_scan *scan, struct role_phrase *phrase)
{
	struct reaching r = {scan, phrase, role_bits(scan, phrase->head), false, false};
	int64_t place = phrase->head + 1;

	while (place <= phrase->head + PHRASE_TOKENS) {
		const struct name_mark *name = role_name_from(scan, place);
		int64_t next = name ? place : past_piece(&r, place);
		if (name && r.open) { /* "le conseiller du président X" */
			next = past_name(scan, place, name);
			r.open = false;
		}
		if (next == place)
			break;
		place = next;
	}
	/* A complement that could not be read says something that is left out. */
	phrase->vague |= (role_bits(scan, place) & ROLE_OF) != 0;
	phrase->end = place;
}
