#include "know/speakers-role.h"

#include "extract/gazetteer.h"
#include "know/speakers.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

/* Roles that are kept, and bytes on either side of a mention in which they are looked for. */
#define ROLES_MOST 256u
#define ROLE_REACH 120u
#define ROLE_TOKENS 24

/* A word in the neighbourhood of a mention. */
struct near_word {
	struct span folded;
	unsigned lists;
	bool sign, comma;
};

struct near_words {
	struct near_word at[ROLE_TOKENS];
	int count;
};

/* The last tokens of the text, or the first where it is cut behind. */
static void read_words(
	struct span text, bool keep_last, struct near_words *words, struct arena *arena)
{
	struct words it = words_of(text);
	struct word word;

	words->count = 0;
	while (tokens_next(&it, &word)) {
		if (words->count == ROLE_TOKENS) {
			if (!keep_last)
				break;
			for (int i = 1; i < ROLE_TOKENS; i++)
				words->at[i - 1] = words->at[i];
			words->count--;
		}
		struct span bytes = span_cut(text, word.start, word.end);
		struct near_word *next = &words->at[words->count++];
		*next = (struct near_word){.sign = word.kind == WORD_SIGN};
		next->comma = next->sign && span_is(bytes, ",");
		if (!next->sign) {
			next->folded = fold(bytes, arena);
			next->lists = gazetteer_lists(next->folded);
		}
	}
}

static bool is_small(struct span folded)
{
	static const char *const small[] = {"de", "d'", "du", "des", "la", "le", "l'", "les", "a",
		"au", "aux", "et", "en", "of", "the", "and", "for", "in", "un", "une", "ancien",
		"ancienne", "nouveau", "nouvelle", "actuel", "actuelle", "ex", "former", "new"};

	for (size_t i = 0; i < COUNT(small); i++)
		if (span_is(folded, small[i]))
			return true;
	return false;
}

/* Fills in the function whose noun is the word at i; it ends before end or at a sign. */
static void take_role(const struct near_words *words, int i, int end, struct held_role *role)
{
	int count = 0;

	*role = (struct held_role){.head = hash_bytes(words->at[i].folded)};
	if (span_is(words->at[i].folded, "chef") && i + 3 < end &&
		span_is(words->at[i + 3].folded, "etat")) { /* "chef de l'État" */
		role->head = hash_bytes(SPAN("president"));
		i += 3;
	}
	for (int j = i + 1; j < end && count < ROLE_WORDS && !words->at[j].sign; j++)
		if (!is_small(words->at[j].folded))
			role->words[count++] = hash_bytes(words->at[j].folded);
}

bool role_of_phrase(
	struct span phrase, enum language language, struct held_role *role, struct arena *arena)
{
	struct near_words words;

	(void)language;
	read_words(phrase, false, &words, arena);
	for (int i = 0; i < words.count && !words.at[i].sign; i++) {
		if (words.at[i].lists & LIST_ROLE) {
			take_role(&words, i, words.count, role);
			return true;
		}
		if (i > 0 && is_small(words.at[i].folded) && !is_small(words.at[i - 1].folded))
			break;
	}
	return false;
}

/* Words that do not stand between a function and its holder: "l'avocate de X dit que Y". */
static bool is_clause(struct span folded)
{
	static const char *const words[] = {"que", "qu'", "qui", "dont", "ou", "est", "ont", "sont",
		"pour", "par", "avec", "contre", "that", "who", "is", "has", "with", "by"};

	for (size_t i = 0; i < COUNT(words); i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

/* "le porte-parole du Kremlin, X", "le président X". */
static bool role_before(struct span text, struct held_role *role, struct arena *arena)
{
	struct near_words words;

	read_words(text, true, &words, arena);
	int end = words.count;
	bool comma = end > 0 && words.at[end - 1].comma;
	end -= comma;
	int start = end;
	if (!comma && end > 0 && is_small(words.at[end - 1].folded))
		return false; /* "le chef de l'État à Paris" */
	while (start > 0 && !words.at[start - 1].sign)
		start--;
	for (int i = end - 1; !comma && i >= start; i--)
		if (is_clause(words.at[i].folded))
			start = i + 1;
	for (int i = comma ? start : end - 1; comma ? i < end : i >= start; i += comma ? 1 : -1)
		if (words.at[i].lists & LIST_ROLE) {
			take_role(&words, i, end, role);
			return true;
		}
	return false;
}

/* "X, porte-parole du Kremlin", "X (…), le ministre". */
static bool role_after(struct span text, struct held_role *role, struct arena *arena)
{
	struct near_words words;
	int i = 0;

	read_words(text, false, &words, arena);
	if (words.count > 1 && words.at[0].sign && !words.at[0].comma)
		while (i < words.count && i < 5 && !words.at[i].comma)
			i++;
	if (i == words.count || !words.at[i].comma)
		return false;
	for (int j = i + 1; j < words.count && j <= i + 4 && !words.at[j].sign; j++)
		if (words.at[j].lists & LIST_ROLE) {
			take_role(&words, j, words.count, role);
			return true;
		}
	return false;
}

static struct span cut_line(struct span text, bool last)
{
	if (last) {
		for (size_t i = text.len; i > 0; i--)
			if (text.at[i - 1] == '\n')
				return span_cut(text, i, text.len);
		return text;
	}
	return span_cut(text, 0, span_find(text, SPAN("\n"), 0));
}

/* Whole code points of the text from start to end. */
static struct span window(struct span text, size_t start, size_t end)
{
	while (start < end && !utf8_boundary(text, start))
		start++;
	while (end > start && end < text.len && !utf8_boundary(text, end))
		end--;
	return span_cut(text, start, end);
}

struct held_roles roles_read(
	const struct article *article, const struct document_people *people, struct arena *arena)
{
	struct held_roles roles = {0};

	for (uint32_t i = 0; i < people->mention_count && roles.count < ROLES_MOST; i++) {
		const struct mention *mention = &people->mentions[i];
		struct extent at = mention->at;
		uint32_t from = at.start > ROLE_REACH ? at.start - ROLE_REACH : 0;
		struct held_role role;
		if (mention->how != HOW_NAME)
			continue;
		if (role_before(
			    cut_line(window(article->text, from, at.start), true), &role, arena)) {
			role.actor = mention->actor;
			role.at = at.start;
			*vec_push(arena, &roles) = role;
		}
		if (role_after(cut_line(window(article->text, at.end, (size_t)at.end + ROLE_REACH),
				       false),
			    &role, arena)) {
			role.actor = mention->actor;
			role.at = at.start;
			*vec_push(arena, &roles) = role;
		}
	}
	return roles;
}

/* Words that both functions have, -1 where both have some and none in common. */
static int likeness(const struct held_role *a, const struct held_role *b)
{
	int common = 0;

	for (int i = 0; i < ROLE_WORDS && a->words[i]; i++)
		for (int j = 0; j < ROLE_WORDS && b->words[j]; j++)
			common += a->words[i] == b->words[j];
	return common == 0 && a->words[0] && b->words[0] ? -1 : common;
}

bool role_is_held(const struct held_roles *roles, const struct held_role *role, uint32_t actor)
{
	for (uint32_t i = 0; i < roles->count; i++)
		if (roles->at[i].head == role->head &&
			(actor == SPEAKER_NOBODY || roles->at[i].actor == actor))
			return true;
	return false;
}

uint32_t role_holder(const struct held_roles *roles, const struct held_role *role,
	enum gender gender, uint32_t place, const struct people *people)
{
	const struct held_role *best = NULL;
	int best_likeness = -1;

	for (uint32_t i = 0; i < roles->count; i++) {
		const struct held_role *held = &roles->at[i];
		enum gender holder = people->actors[held->actor].gender;
		if (held->head != role->head || (gender && holder && gender != holder))
			continue;
		int like = likeness(held, role);
		if (like > best_likeness || (best && like == best_likeness && held->at < place)) {
			best = held;
			best_likeness = like;
		}
	}
	return best ? best->actor : SPEAKER_NOBODY;
}
