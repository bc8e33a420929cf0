#include "extract/names-token.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* A stretch is cut at the first small word after so many tokens, or by force after twice that. */
#define STRETCH_TOKENS 4096u
/* Longer words are no names, and not worth folding. */
#define WORD_LEN 80u
#define PHRASE_WORDS 5

/* Signs behind which a capital says nothing. */
static bool ends_sentence(struct span sign)
{
	static const char *const longer[] = {"…", "«", "»", "“", "”", "–", "—", "•", "„"};

	if (sign.len == 1)
		return strchr(".!?:\"(", sign.at[0]) != NULL && sign.at[0] != '\0';
	for (size_t i = 0; i < COUNT(longer); i++)
		if (span_is(sign, longer[i]))
			return true;
	return false;
}

static bool is_roman(struct span word)
{
	if (word.len == 0 || word.len > 6)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] != 'I' && word.at[i] != 'V' && word.at[i] != 'X')
			return false;
	return true;
}

static bool has_digit(struct span word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] >= '0' && word.at[i] <= '9')
			return true;
	return false;
}

/* "Peskov's" is Peskov; "O's" and "M's" are left alone. */
static void cut_possessive(struct token *token, struct span word)
{
	size_t cut = 0;

	if (word.len > 4 && span_ends(word, SPAN("'s")))
		cut = 2;
	else if (word.len > 6 && span_ends(word, SPAN("’s")))
		cut = 4;
	token->word.end -= (uint32_t)cut;
	token->possessive = cut > 0;
}

/* "anti-Trump" is about Trump. */
static void cut_prefix(struct token *token, struct span word)
{
	static const char *const prefixes[] = {"anti-", "pro-", "post-", "non-", "Anti-", "Pro-"};

	for (size_t i = 0; i < COUNT(prefixes); i++) {
		struct span prefix = span_of(prefixes[i]);
		size_t at = prefix.len;
		if (!span_starts(word, prefix) || word.len < prefix.len + 3 ||
			!utf8_is_upper(utf8_next(word, &at)))
			continue;
		token->word.start += (uint32_t)prefix.len;
		return;
	}
}

/* "Erdoğan'ın": where the ending that an apostrophe parts from the name begins. */
static size_t turkish_cut(struct span word)
{
	static const char *const endings[] = {"in", "ın", "un", "ün", "nin", "nın", "nun", "nün",
		"a", "e", "i", "ı", "u", "ü", "ya", "ye", "yi", "yı", "yu", "yü", "da", "de", "ta",
		"te", "dan", "den", "tan", "ten", "la", "le", "yla", "yle"};
	size_t at = span_find(word, SPAN("'"), 0), sign = 1;

	if (at == word.len) {
		at = span_find(word, SPAN("’"), 0);
		sign = 3;
	}
	for (size_t i = 0; at > 2 && at < word.len && i < COUNT(endings); i++)
		if (span_is(span_cut(word, at + sign, word.len), endings[i]))
			return at;
	return word.len;
}

static void cut_turkish(struct token *token, struct span word)
{
	size_t end = turkish_cut(word);

	token->possessive = token->possessive || end < word.len;
	if (end < word.len)
		token->word.end = token->word.start + (uint32_t)end;
}

bool stretch_next(struct stretch *stretch, struct extent line, size_t *at)
{
	struct words words = {span_cut(stretch->text, 0, line.end), *at};
	struct word word;
	bool first = true;

	struct arena *list = stretch->list ? stretch->list : stretch->arena;
	if (stretch->list)
		stretch->tokens.count = 0;
	else
		stretch->tokens = (struct token_list){0};
	while (tokens_next(&words, &word)) {
		struct span bytes = span_cut(stretch->text, word.start, word.end);
		struct token *token = vec_push(list, &stretch->tokens);
		*token = (struct token){.word = word, .first = first};
		if (word.kind == WORD_SIGN) {
			first = ends_sentence(bytes) || (first && !word.capitalised);
		} else {
			first = false;
			if (word.capitalised) {
				token->roman = is_roman(bytes);
				token->digits = has_digit(bytes);
				cut_possessive(token, bytes);
				if (stretch->language == LANGUAGE_TR ||
					stretch->language == LANGUAGE_NONE)
					cut_turkish(token, bytes);
				cut_prefix(token, bytes);
			}
		}
		if (stretch->tokens.count >= STRETCH_TOKENS &&
			(!word.capitalised || stretch->tokens.count >= 2 * STRETCH_TOKENS))
			break;
	}
	*at = words.at;
	return stretch->tokens.count > 0;
}

static struct token *token_at(const struct stretch *stretch, int64_t place)
{
	return place < 0 || place >= (int64_t)stretch->tokens.count ? NULL
								    : &stretch->tokens.at[place];
}

bool stretch_capital(const struct stretch *stretch, int64_t place)
{
	const struct token *token = token_at(stretch, place);

	return token && token->word.capitalised && !token->digits &&
	       (token->word.kind == WORD_LETTERS || token->word.kind == WORD_INITIAL);
}

bool stretch_sign(const struct stretch *stretch, int64_t place, char sign)
{
	const struct token *token = token_at(stretch, place);

	return token && token->word.kind == WORD_SIGN &&
	       stretch->text.at[token->word.start] == sign;
}

/* German puts functions together: Staatspräsident, Aussenamtssprecherin. */
static bool is_office(struct span folded)
{
	static const char *const offices[] = {"prasident", "prasidentin", "minister", "ministerin",
		"sprecher", "sprecherin", "kanzler", "kanzlerin", "sekretar", "sekretarin", "chef",
		"chefin", "beauftragter", "beauftragte", "fuhrer", "kandidat", "kandidatin",
		"botschafter", "trainer", "direktor", "direktorin", "politiker", "politikerin"};

	for (size_t i = 0; i < COUNT(offices); i++)
		if (span_ends(folded, span_of(offices[i])))
			return true;
	return false;
}

static void know(struct stretch *stretch, struct token *token)
{
	struct span word = span_cut(stretch->text, token->word.start, token->word.end);

	token->known = true;
	if (token->word.kind == WORD_SIGN || token->word.kind == WORD_NUMBER || word.len > WORD_LEN)
		return;
	if (token->word.kind == WORD_INITIAL && word.len > 1)
		word.len--;
	token->folded = fold(word, stretch->arena);
	token->lists = gazetteer_word(token->folded, stretch->language);
	if (token->lists == 0 && stretch->language == LANGUAGE_DE && is_office(token->folded))
		token->lists = LIST_ROLE;
}

unsigned stretch_lists(struct stretch *stretch, int64_t place)
{
	struct token *token = token_at(stretch, place);

	if (!token)
		return 0;
	if (!token->known)
		know(stretch, token);
	return token->lists;
}

struct span stretch_folded(struct stretch *stretch, int64_t place)
{
	struct token *token = token_at(stretch, place);

	if (!token)
		return SPAN("");
	if (!token->known)
		know(stretch, token);
	return token->folded;
}

int stretch_phrase(struct stretch *stretch, int64_t place, unsigned *lists)
{
	struct span words[PHRASE_WORDS];
	int count = 0;

	*lists = 0;
	if (!gazetteer_begins_phrase(stretch_folded(stretch, place)))
		return 0;
	while (count < PHRASE_WORDS) {
		struct span word = stretch_folded(stretch, place + count);
		if (word.len == 0)
			break;
		words[count++] = word;
	}
	return gazetteer_phrase(words, count, lists);
}

bool stretch_cyrillic(const struct stretch *stretch)
{
	return stretch->language == LANGUAGE_RU || stretch->language == LANGUAGE_UK;
}
