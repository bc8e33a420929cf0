#include "know/speakers-body.h"

#include "extract/gazetteer.h"
#include "extract/quotes-words.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define PHRASE_TOKENS 32

struct phrase_word {
	struct word word;
	struct span folded;
	unsigned lists, said;
};

struct phrase {
	struct phrase_word at[PHRASE_TOKENS];
	int count;
	uint32_t start; /* of the phrase in the text */
};

/* Nouns of what can speak and is called by its name, folded, sorted by no rule but sense. */
static const char *const bodies[] = {"commission", "societe", "ministere", "direction", "comite",
	"gouvernement", "association", "federation", "confederation", "agence", "parquet", "mairie",
	"prefecture", "compagnie", "entreprise", "groupe", "club", "syndicat", "collectif", "parti",
	"universite", "institut", "tribunal", "cour", "conseil", "ville", "journal", "quotidien",
	"hebdomadaire", "magazine", "chaine", "site", "centre", "service", "autorite",
	"organisation", "ong", "organisme", "bureau", "academie", "fondation", "observatoire",
	"office", "union", "ligue", "front", "mouvement", "chambre", "assemblee", "senat",
	"congres", "parlement", "banque", "cabinet", "secretariat", "delegation", "departement",
	"region", "commune", "aeroport", "hopital", "laboratoire", "presidence", "revue", "radio",
	"television", "firme", "constructeur", "fabricant", "operateur", "institution",
	"haut-commissariat", "ambassade", "etat-major", "committee", "company", "ministry",
	"agency", "party", "government", "council", "newspaper", "group", "office", "department",
	"university", "court", "commission", "committee", "association", "foundation", "union",
	"authority", "bank", "embassy", "city", "board", "league", "club"};

static bool is_body(struct span folded)
{
	for (size_t i = 0; i < COUNT(bodies); i++)
		if (span_is(folded, bodies[i]))
			return true;
	return false;
}

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
		if (word.kind == WORD_SIGN)
			continue;
		next->folded = fold(span_cut(text, word.start, word.end), arena);
		next->lists = gazetteer_lists(next->folded);
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
		if (phrase->at[j].word.capitalised)
			end = j + 1;
	}
	return end;
}

/* The name at the end of "le journal parodique Le Gorafi"; -1 when there is none. */
static int name_behind(const struct phrase *phrase, int noun)
{
	for (int i = noun + 1; i < phrase->count; i++) {
		if (is_of(phrase, i) || phrase->at[i].word.kind == WORD_SIGN)
			break;
		if (phrase->at[i].word.capitalised)
			return i;
	}
	return -1;
}

static enum body_kind document_of(const struct phrase *phrase, int noun, struct extent *name)
{
	for (int i = noun + 1; i < phrase->count - 1; i++)
		if (is_of(phrase, i)) {
			/* "du", "des" are the article too */
			*name = extent_of(phrase, i + 1, phrase->count - 1);
			return BODY_DOCUMENT;
		}
	return BODY_NONE;
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
	const struct phrase_word *head = &phrase.at[noun];
	if (head->word.kind == WORD_SIGN || head->said & SAID_NOBODY)
		return BODY_NONE;
	if (head->said & SAID_DOCUMENT)
		return document_of(&phrase, noun, name);
	if (head->lists & (LIST_ROLE | LIST_TITLE) && !is_body(head->folded))
		return BODY_NONE;
	if (head->word.capitalised && head->lists & LIST_PEOPLES)
		return BODY_NONE;
	if (head->word.capitalised && !is_body(head->folded)) {
		*name = extent_of(&phrase, noun, capitals_end(&phrase, noun) - 1);
		return BODY_NAMED;
	}
	if (!is_body(head->folded)) {
		int behind = name_behind(&phrase, noun);
		if (behind < 0 || phrase.at[0].said & SAID_PLURAL)
			return BODY_NONE;
		*name = extent_of(&phrase, behind, capitals_end(&phrase, behind) - 1);
		return BODY_PERSON;
	}
	int behind = name_behind(&phrase, noun);
	if (behind >= 0) {
		*name = extent_of(&phrase, behind, capitals_end(&phrase, behind) - 1);
		return BODY_NAMED;
	}
	*name = extent_of(&phrase, noun, phrase.count - 1);
	return noun == phrase.count - 1 && !head->word.capitalised ? BODY_GENERIC : BODY_NAMED;
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

struct extent body_in_full(const struct article *article, struct extent name, struct arena *arena)
{
	struct span letters = span_in(article->text, name);

	if (!is_acronym(letters))
		return name;
	struct span bracket = span_of(arena_format(arena, "(%.*s)", (int)letters.len, letters.at));
	size_t at = span_find(article->text, bracket, 0);
	if (at == article->text.len)
		return name;
	struct extent full = words_before(article, (uint32_t)at, letters.len);
	return full.start < full.end ? full : name;
}
