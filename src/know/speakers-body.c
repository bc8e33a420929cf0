#include "know/speakers-body.h"

#include "extract/gazetteer.h"
#include "extract/quotes-noun.h"
#include "extract/quotes-words.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#include <string.h>

#define PHRASE_TOKENS 32
#define FULL_REACH 200u
#define DOCUMENT_REACH 800u
#define OFFICE_REACH 60u
#define OFFICE_TRIES 20u

struct phrase_word {
	struct word word;
	struct span folded;
	unsigned lists, said, noun;
	bool comma;
};

struct phrase {
	struct phrase_word at[PHRASE_TOKENS];
	int count;
	uint32_t start; /* of the phrase in the text */
};

/* Of an elision that stands apart: "l' ONU". */
static bool is_apostrophe(struct span sign)
{
	return span_is(sign, "'") || span_is(sign, "’");
}

static void read_phrase(
	const struct article *article, struct extent at, struct phrase *phrase, struct arena *arena)
{
	struct span text = span_in(article->text, at);
	struct words it = words_of(text);
	struct word word;

	phrase->count = 0;
	phrase->start = at.start;
	while (phrase->count < PHRASE_TOKENS && tokens_next(&it, &word)) {
		if (is_apostrophe(span_cut(text, word.start, word.end)))
			continue;
		struct phrase_word *next = &phrase->at[phrase->count++];
		*next = (struct phrase_word){.word = word};
		next->comma = text.at[word.start] == ',';
		if (word.kind == WORD_SIGN)
			continue;
		next->folded = fold(span_cut(text, word.start, word.end), arena);
		next->lists = gazetteer_lists(next->folded);
		next->noun = noun_kind(next->folded);
		next->said = said_bits(next->folded, article->language);
		if (span_is(next->folded, "l"))
			next->said = SAID_DETERMINER;
		else if (span_is(next->folded, "d"))
			next->said = SAID_OF;
	}
}

static struct extent extent_of(const struct phrase *phrase, int first, int last)
{
	return (struct extent){phrase->start + phrase->at[first].word.start,
		phrase->start + phrase->at[last].word.end};
}

static bool is_of(const struct phrase *phrase, int i)
{
	return phrase->at[i].said & SAID_OF;
}

/* The capitalised words that begin at i, with what is small between them. */
static int capitals_end(const struct phrase *phrase, int i)
{
	int end = i + 1;

	for (int j = end; j < phrase->count; j++) {
		if (phrase->at[j].word.kind == WORD_SIGN) {
			if (j != end || !(phrase->at[j].word.after_space == false))
				break;
			continue;
		}
		if (phrase->at[j].said &
			(SAID_HAVE | SAID_BE | SAID_THAT | SAID_WHO | SAID_PRONOUN))
			break; /* "Barcelone a confirmé que…" */
		if (phrase->at[j].word.capitalised)
			end = j + 1;
	}
	return end;
}

static bool is_adjective(const struct phrase_word *word)
{
	static const char *const endings[] = {"al", "ale", "ales", "aux", "nel", "nelle", "if",
		"ive", "ique", "iques", "iste", "istes", "aire", "aires", "ien", "ienne", "ain",
		"aine", "ais", "aise", "ois", "oise", "ol", "ole", "an", "ane", "arde", "eme"};

	if (word->lists & LIST_PEOPLES || word->said & SAID_PAST ||
		span_ends(word->folded, SPAN("ne")))
		return true;
	for (size_t i = 0; i < COUNT(endings) && word->said == 0; i++)
		if (span_ends(word->folded, span_of(endings[i])))
			return true;
	return false;
}

/* The same with the adjectives behind it: "Conseil constitutionnel". */
static int name_end(const struct phrase *phrase, int i)
{
	int end = capitals_end(phrase, i), limit = end + 1;

	while (end < phrase->count && end < limit && phrase->at[end].word.kind == WORD_LETTERS &&
		is_adjective(&phrase->at[end]))
		end++;
	return end;
}

/* Whether nothing but a blank stands between a place and the end of a sentence before. */
static bool begins_sentence(const struct article *article, uint32_t place)
{
	while (place > 0 && article->text.at[place - 1] == ' ')
		place--;
	return place == 0 || strchr(".!?\n", article->text.at[place - 1]);
}

/* The name at the end of "le journal parodique Le Gorafi"; -1 when there is none. */
static int name_behind(const struct phrase *phrase, int noun)
{
	for (int i = noun + 1; i < phrase->count; i++) {
		if (phrase->at[i].said & (SAID_OF | SAID_PREPOSITION) ||
			phrase->at[i].word.kind == WORD_SIGN)
			break;
		if (phrase->at[i].word.capitalised)
			return i;
	}
	return -1;
}

/* "le maire de la ville, X": where the name begins; 0 when there is none. */
static int apposition(const struct phrase *phrase)
{
	for (int i = 1; i < phrase->count; i++)
		if (phrase->at[i].word.capitalised && phrase->at[i - 1].comma)
			return i;
	return 0;
}

static enum body_kind document_of(const struct phrase *phrase, int noun, struct extent *name)
{
	for (int i = noun + 1; i < phrase->count - 1; i++)
		if (is_of(phrase, i) || phrase->at[i].said & SAID_BY) {
			/* "du", "des" are the article too */
			*name = extent_of(phrase, i + 1, phrase->count - 1);
			return BODY_DOCUMENT;
		}
	*name = (struct extent){0, 0};
	return BODY_DOCUMENT;
}

/* "l'un des élus", "une agence locale", "son équipe": somebody of whom there are more. */
static bool is_some(const struct phrase *phrase, int noun)
{
	static const char *const some[] = {"un", "une", "a", "an", "autre", "autres", "certains",
		"certaines", "plusieurs", "deux", "trois"};

	for (int i = 0; i < phrase->count && i <= noun; i++)
		for (size_t k = 0; k < COUNT(some); k++)
			if (span_is(phrase->at[i].folded, some[k]))
				return (i + 1 < phrase->count && is_of(phrase, i + 1)) ||
				       (!phrase->at[noun].word.capitalised &&
					       name_behind(phrase, noun) < 0);
	return false;
}

/* A noun of an organisation: its name, where it has one. */
static enum body_kind body_of_noun(const struct phrase *phrase, int noun, struct extent *name)
{
	const struct phrase_word *head = &phrase->at[noun];
	int behind = name_behind(phrase, noun);

	if (behind >= 0) {
		*name = extent_of(phrase, behind, name_end(phrase, behind) - 1);
		return BODY_NAMED;
	}
	*name = extent_of(phrase, noun, phrase->count - 1);
	if (noun < phrase->count - 1)
		return BODY_NAMED;
	if (head->noun & NOUN_OFFICE || head->word.capitalised)
		return BODY_OFFICE;
	return head->noun & NOUN_PAPER ? BODY_PAPER : BODY_GENERIC;
}

/* Not "le prix Nobel". */
static bool is_human(const struct phrase_word *head)
{
	return head->lists & (LIST_ROLE | LIST_TITLE) ||
	       head->noun & (NOUN_HUMAN | NOUN_MALE | NOUN_FEMALE | NOUN_TITLE);
}

static enum body_kind body_of_head(
	const struct article *article, const struct phrase *phrase, int noun, struct extent *name)
{
	const struct phrase_word *head = &phrase->at[noun];
	uint32_t start = phrase->start;

	if (head->word.kind == WORD_SIGN || head->folded.len < 2 || head->said & SAID_NOBODY)
		return BODY_NONE;
	if (head->said & SAID_DOCUMENT)
		return document_of(phrase, noun, name);
	if (is_some(phrase, noun))
		return BODY_NONE;
	if (head->noun & NOUN_BODY)
		return body_of_noun(phrase, noun, name);
	if (head->word.capitalised && head->lists & LIST_PEOPLES &&
		!(noun > 0 && phrase->at[0].word.capitalised && !begins_sentence(article, start)))
		return BODY_NONE; /* but "Le Parisien" */
	if (head->word.capitalised && !(head->lists & (LIST_ROLE | LIST_TITLE))) {
		*name = extent_of(phrase, noun, name_end(phrase, noun) - 1);
		return BODY_NAMED;
	}
	int behind = name_behind(phrase, noun);
	if (behind < 0 || phrase->at[0].said & SAID_PLURAL || !is_human(head))
		return BODY_NONE;
	*name = extent_of(phrase, behind, capitals_end(phrase, behind) - 1);
	return BODY_PERSON;
}

enum body_kind body_of(
	const struct article *article, struct extent at, struct extent *name, struct arena *arena)
{
	struct phrase phrase;
	int noun = 0;

	read_phrase(article, at, &phrase, arena);
	while (noun < phrase.count - 1 && phrase.at[noun].said & (SAID_DETERMINER | SAID_OF) &&
		(noun == 0 || !phrase.at[noun].word.capitalised))
		noun++;
	if (noun >= phrase.count)
		return BODY_NONE;
	int apposed = apposition(&phrase);
	if (apposed > 0) {
		*name = extent_of(&phrase, apposed, capitals_end(&phrase, apposed) - 1);
		return BODY_PERSON;
	}
	return body_of_head(article, &phrase, noun, name);
}

static bool is_acronym(struct span name)
{
	struct words it = words_of(name);
	struct word word;

	return tokens_next(&it, &word) && word.start == 0 && word.end == name.len &&
	       word.all_capitals && name.len <= 10;
}

/* The capitalised word that begins the phrase of count words right before a place. */
static struct extent words_before(const struct article *article, uint32_t end, size_t letters)
{
	uint32_t from = end > 160 ? end - 160 : 0;
	while (from < end && !utf8_boundary(article->text, from))
		from++;
	struct span text = span_cut(article->text, from, end);
	struct words it = words_of(text);
	struct word word, capitals[16];
	size_t count = 0;

	while (tokens_next(&it, &word)) {
		if (word.kind == WORD_SIGN) {
			count = 0;
		} else if (word.capitalised) {
			if (count == COUNT(capitals))
				count = 0;
			capitals[count++] = word;
		}
	}
	if (count < 2)
		return (struct extent){0, 0};
	size_t first = count > letters ? count - letters : 0;
	return (struct extent){from + capitals[first].start,
		from + (uint32_t)span_trim(text).len + (uint32_t)(span_trim(text).at - text.at)};
}

/* "ABC [agence bretonne du cinéma]": words whose first letters are the name's. */
static struct extent words_behind(
	const struct article *article, size_t at, struct span letters, struct arena *arena)
{
	struct span rest = span_cut(article->text, at, at + FULL_REACH);
	struct span initials = fold(letters, arena);
	struct words it = words_of(rest);
	struct word word;
	struct extent full = {0, 0};
	size_t found = 0;

	while (found < initials.len && tokens_next(&it, &word) && word.kind != WORD_SIGN) {
		struct span folded = fold(span_cut(rest, word.start, word.end), arena);
		if (folded.at[0] != initials.at[found])
			continue;
		if (found++ == 0)
			full.start = (uint32_t)at + word.start;
		full.end = (uint32_t)at + word.end;
	}
	return found == initials.len ? full : (struct extent){0, 0};
}

static struct extent full_behind(
	const struct article *article, struct span letters, char bracket, struct arena *arena)
{
	struct span sign =
		span_of(arena_format(arena, "%.*s %c", (int)letters.len, letters.at, bracket));
	size_t at = span_find(article->text, sign, 0);

	if (at == article->text.len)
		return (struct extent){0, 0};
	return words_behind(article, at + sign.len, letters, arena);
}

struct extent body_in_full(const struct article *article, struct extent name, struct arena *arena)
{
	struct span letters = span_in(article->text, name);
	struct extent full;

	if (!is_acronym(letters))
		return name;
	struct span bracket = span_of(arena_format(arena, "(%.*s)", (int)letters.len, letters.at));
	size_t at = span_find(article->text, bracket, 0);
	if (at < article->text.len) {
		full = words_before(article, (uint32_t)at, letters.len);
	} else {
		full = full_behind(article, letters, '(', arena);
		if (full.start == full.end)
			full = full_behind(article, letters, '[', arena);
	}
	return full.start < full.end ? full : name;
}

struct extent body_of_document(
	const struct article *article, struct extent phrase, struct arena *arena)
{
	static const char *const joints[] = {"de ", "d'", "d’", "du ", "des ", "of "};
	struct phrase words;
	uint32_t from = phrase.start > DOCUMENT_REACH ? phrase.start - DOCUMENT_REACH : 0;

	read_phrase(article, phrase, &words, arena);
	struct span noun = words.count ? span_in(article->text, extent_of(&words, words.count - 1,
									words.count - 1))
				       : SPAN("");
	for (size_t at = span_find(article->text, noun, from); noun.len && at < phrase.start;
		at = span_find(article->text, noun, at + 1)) {
		struct span rest = span_cut(article->text, at + noun.len + 1, phrase.start);
		for (size_t i = 0; i < COUNT(joints); i++) {
			struct span joint = span_of(joints[i]);
			if (!span_starts(rest, joint))
				continue;
			uint32_t start = (uint32_t)(at + noun.len + 1 + joint.len), end = start;
			while (end < phrase.start && !strchr(",.;:\n(\"", article->text.at[end]) &&
				!span_starts(span_cut(article->text, end, phrase.start), SPAN("«")))
				end++;
			return (struct extent){start, end};
		}
	}
	return (struct extent){0, 0};
}

/* Whether the words that begin at a place say what an office is of, and where they end; named:
 * its noun is capitalised ("Conseil constitutionnel"). */
static bool office_of(const struct article *article, uint32_t place, bool named, uint32_t *end,
	struct arena *arena)
{
	struct phrase words;
	uint32_t last = place + OFFICE_REACH < article->text.len ? place + OFFICE_REACH
								 : (uint32_t)article->text.len;

	while (last > place && !utf8_boundary(article->text, last))
		last--;
	read_phrase(article, (struct extent){place, last}, &words, arena);
	if (words.count > 0 && words.at[0].word.kind == WORD_LETTERS &&
		!words.at[0].word.capitalised &&
		(words.at[0].lists & LIST_PEOPLES || (named && is_adjective(&words.at[0])))) {
		*end = place + words.at[0].word.end;
		return true;
	}
	if (words.count < 3 || !(words.at[0].said & SAID_OF))
		return false;
	int i = 1;
	while (i < words.count - 1 && words.at[i].said & SAID_DETERMINER)
		i++;
	if (!words.at[i].word.capitalised)
		return false;
	*end = place + words.at[i].word.end;
	return true;
}

struct extent body_of_office(const struct article *article, struct extent noun, struct arena *arena)
{
	struct span text = span_in(article->text, noun);
	bool named = text.len && text.at[0] >= 'A' && text.at[0] <= 'Z';
	uint32_t end;

	for (size_t at = span_find(article->text, text, 0), tries = 0;
		at < article->text.len && tries < OFFICE_TRIES;
		at = span_find(article->text, text, at + 1), tries++)
		if (office_of(article, (uint32_t)(at + text.len), named, &end, arena))
			return (struct extent){(uint32_t)at, end};
	return noun;
}
