#include "know/speakers.h"

#include "extract/gazetteer.h"
#include "extract/quotes-noun.h"
#include "know/speakers-body.h"
#include "know/speakers-full.h"
#include "know/speakers-near.h"
#include "know/speakers-role.h"
#include "text/fold.h"
#include "text/word.h"

#include <string.h>

/* Bytes back in which a pronoun's person is looked for where no phrase stands for it. */
#define PRONOUN_REACH 1000u
/* Names whose long form is looked for in an article: each search passes over it whole. */
#define ACRONYMS_MOST 16

struct asking {
	const struct document *document;
	const struct people *people;
	const struct document_people *mentions;
	struct near near;
	struct held_roles roles;
	bool roles_known;
	int acronyms;
	struct span last_speaker;
	struct extent last_phrase, last_name;
	uint32_t line, last_line; /* of the quotation, and of the one before */
	uint32_t last_actor;
	struct span last_body; /* the organisation that spoke last */
	struct arena scratch;
	struct arena *arena;
};

static bool is_of(struct span folded)
{
	static const char *const words[] = {"de", "d'", "du", "des", "a", "au", "aux", "of", "to",
		"with", "avec", "contre", "pour", "by", "par", "for", "que", "qu'"};

	for (size_t i = 0; i < COUNT(words); i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

/* "le porte-parole du président X": the words before a name, from the phrase's start, make it a
 * complement. */
static bool is_complement(struct asking *a, struct span before)
{
	struct words it = words_of(before);
	struct word word;
	bool complement = false;

	while (tokens_next(&it, &word)) {
		struct span bytes = span_cut(before, word.start, word.end);
		if (word.kind == WORD_SIGN) {
			complement = false;
			continue;
		}
		struct span folded = fold(bytes, &a->scratch);
		if (is_of(folded))
			complement = true;
		else if (span_is(folded, "justice")) /* of the ministry */
			complement = false;
		else if (!(gazetteer_lists(folded) & (LIST_TITLE | LIST_ROLE | LIST_PEOPLES)) &&
			 !span_is(folded, "l'") && !span_is(folded, "la") &&
			 word.kind != WORD_INITIAL)
			complement = false;
	}
	return complement;
}

static const struct mention *person_in(struct asking *a, struct extent phrase)
{
	struct span text = a->document->article->text;

	for (uint32_t i = near_mention(&a->near, phrase.start); i < a->mentions->mention_count;
		i++) {
		const struct mention *mention = &a->mentions->mentions[i];
		if (mention->at.start >= phrase.end)
			break;
		if (!is_complement(a, span_cut(text, phrase.start, mention->at.start)))
			return mention;
	}
	return NULL;
}

static bool take(struct quotation *quotation, const struct mention *mention)
{
	if (!mention)
		return false;
	quotation->actor = mention->actor;
	quotation->name = mention->at;
	return true;
}

/* Whom a pronoun means where nothing but the mentions tells. */
static const struct mention *nearest_person(
	const struct asking *a, const struct quote_mark *mark, struct extent before)
{
	uint32_t place = before.start < before.end ? before.start : mark->at.start;
	uint32_t from = place > PRONOUN_REACH ? place - PRONOUN_REACH : 0;

	return near_person(&a->near, mark, from, place);
}

/* Whether "de" and the like follow; not those of an age ("le boxeur de 23 ans"). */
static bool is_complemented(struct words *it, struct span phrase, struct arena *scratch)
{
	struct word word;

	return tokens_next(it, &word) && word.kind != WORD_SIGN &&
	       is_of(fold(span_cut(phrase, word.start, word.end), scratch)) &&
	       tokens_next(it, &word) && word.kind != WORD_NUMBER;
}

/* Titles that a text goes on calling somebody by whom it has just named ("le président"), also
 * where it never joins the two; not "le procureur", who is mostly one that it never names. */
static bool is_known_title(struct span phrase, struct arena *scratch)
{
	struct words it = words_of(phrase);
	struct word word;
	int place = 0;

	while (tokens_next(&it, &word) && place < 4) {
		struct span folded = fold(span_cut(phrase, word.start, word.end), scratch);
		if (place++ == 0) {
			if (!span_is(folded, "le") && !span_is(folded, "la") &&
				!span_is(folded, "l'") && !span_is(folded, "the"))
				return false;
			continue;
		}
		if (noun_kind(folded) & NOUN_TITLE)
			return !is_complemented(&it, phrase, scratch);
		if (is_of(folded))
			break;
	}
	return false;
}

static bool take_by_role(struct asking *a, const struct quote_mark *mark, struct extent phrase,
	enum gender gender, struct quotation *quotation)
{
	const struct article *article = a->document->article;
	struct span text = span_in(article->text, phrase);
	struct held_role role;
	uint32_t holder;

	if (!role_of_phrase(text, article->language, &role, &a->scratch))
		return false;
	if (!a->roles_known)
		a->roles = roles_read(article, a->mentions, a->arena);
	a->roles_known = true;
	holder = role_holder(&a->roles, &role, gender, phrase.start, a->people);
	/* Who spoke last goes on speaking, though his function is told in other words. */
	if (holder == SPEAKER_NOBODY && a->last_actor != SPEAKER_NOBODY &&
		role_is_held(&a->roles, &role, a->last_actor))
		holder = a->last_actor;
	if (holder == SPEAKER_NOBODY)
		return is_known_title(text, &a->scratch) &&
		       !role_is_held(&a->roles, &role, SPEAKER_NOBODY) &&
		       take(quotation, nearest_person(a, mark, phrase));
	quotation->actor = holder;
	return true;
}

static void say_body(struct asking *a, struct extent name, struct quotation *quotation)
{
	const struct article *article = a->document->article;

	if (a->acronyms < ACRONYMS_MOST) {
		a->acronyms++;
		name = body_in_full(article, name, &a->scratch);
	}
	quotation->speaker = span_in(article->text, name);
	a->last_body = quotation->speaker;
}

/* "l'association": the one that the article names. */
static void say_by_noun(struct asking *a, struct extent noun, struct quotation *quotation)
{
	struct extent name = {0, 0};

	if (a->acronyms++ < ACRONYMS_MOST)
		name = body_by_noun(a->document->article, noun, &a->scratch);
	if (name.start < name.end)
		say_body(a, name, quotation);
}

/* Who the phrase is; the phrase of a document is that of whoever it is of. */
static bool ask_phrase(struct asking *a, const struct quote_mark *mark, struct extent phrase,
	int depth, struct quotation *quotation)
{
	const struct article *article = a->document->article;
	enum gender gender = mark->clue == SPEAKER_PRONOUN ? GENDER_UNKNOWN : mark->gender;
	struct extent name;

	if (take(quotation, person_in(a, phrase)) ||
		(mark->clue != SPEAKER_BESIDE && take_by_role(a, mark, phrase, gender, quotation)))
		return true;
	switch (body_of(article, phrase, &name, &a->scratch)) {
	case BODY_NAMED:
		say_body(a, name, quotation);
		return true;
	case BODY_PERSON:
		quotation->speaker = span_in(article->text, name);
		return true;
	case BODY_GENERIC:
		if (a->last_body.len && span_equal(a->last_speaker, a->last_body))
			quotation->speaker = a->last_body;
		else
			say_by_noun(a, name, quotation);
		return true;
	case BODY_OFFICE:
		if (a->acronyms++ < ACRONYMS_MOST)
			name = body_of_office(article, name, &a->scratch);
		quotation->speaker = span_in(article->text, name);
		return true;
	case BODY_PAPER:
		quotation->speaker = a->last_body;
		if (a->last_body.len == 0)
			say_by_noun(a, name, quotation);
		return true;
	case BODY_DOCUMENT:
		if (name.start == name.end && depth == 0)
			name = body_of_document(article, phrase, &a->scratch);
		if (name.start < name.end && depth < 2)
			return ask_phrase(a, mark, name, depth + 1, quotation);
		break;
	case BODY_NONE:
		break;
	}
	return false;
}

/* Somebody whom the sentences before in the pronoun's line name, where its phrase stands in a line
 * before. */
static const struct mention *nearer_person(const struct asking *a, const struct quote_mark *mark)
{
	struct span text = a->document->article->text;
	uint32_t place = mark->cue.start < mark->at.start ? mark->cue.start : mark->at.start;
	uint32_t line;

	/* The sentence's own names are those that it speaks of. */
	while (place > mark->phrase.end && !strchr(".!?\n", text.at[place - 1]))
		place--;
	line = place;
	while (line > mark->phrase.end && text.at[line - 1] != '\n')
		line--;
	return line > mark->phrase.end ? near_person(&a->near, mark, line, place) : NULL;
}

static void ask(struct asking *a, const struct quote_mark *mark, struct quotation *quotation)
{
	bool phrased = mark->phrase.start < mark->phrase.end;

	if (mark->clue == SPEAKER_UNSAID)
		return;
	if (phrased)
		ask_phrase(a, mark, mark->phrase, 0, quotation);
	if (mark->clue != SPEAKER_PRONOUN)
		return;
	/* "…", ajoutant que "…": whoever the same phrase was just taken for. */
	if (phrased && mark->phrase.start == a->last_phrase.start &&
		a->last_actor != SPEAKER_NOBODY && a->last_line == a->line) {
		quotation->actor = a->last_actor;
		quotation->name = a->last_name;
		return;
	}
	if (phrased && !mark->plural && take(quotation, nearer_person(a, mark))) {
		quotation->phrase = quotation->name;
		return;
	}
	if (quotation->actor != SPEAKER_NOBODY ? !near_fits(&a->near, quotation->actor, mark)
					       : !phrased && !mark->plural) {
		/* A name's gender may be taken wrongly: better the phrase than nobody. */
		if (take(quotation, nearest_person(a, mark, mark->cue)))
			quotation->phrase = quotation->name;
	}
}

/* Where words of the article stand. */
static struct extent place_of(const struct article *article, struct span words)
{
	uint32_t start = (uint32_t)(words.at - article->text.at);

	return (struct extent){start, start + (uint32_t)words.len};
}

static void tell(struct asking *a, const struct quote_mark *mark, struct quotation *quotation)
{
	struct arena_mark empty = arena_mark(&a->scratch);

	*quotation = (struct quotation){.at = mark->at,
		.actor = SPEAKER_NOBODY,
		.clue = mark->clue,
		.cue = mark->cue,
		.phrase = mark->phrase};
	ask(a, mark, quotation);
	if (quotation->actor != SPEAKER_NOBODY)
		quotation->speaker = span_of(a->people->actors[quotation->actor].name);
	else if (quotation->speaker.len > 0)
		quotation->name = place_of(a->document->article, quotation->speaker);
	a->last_speaker = quotation->speaker;
	a->last_phrase = mark->phrase;
	a->last_name = quotation->name;
	a->last_line = a->line;
	a->last_actor = quotation->actor;
	arena_rewind(&a->scratch, empty);
}

struct quotations speakers_make(const struct document *document, const uint8_t *kinds,
	const struct people *people, const struct document_people *mentions, struct arena *arena)
{
	const struct quote_marks *marks = &document->evidence->quotes;
	const struct article *article = document->article;
	struct asking a = {.document = document,
		.people = people,
		.mentions = mentions,
		.near = {article, people, mentions},
		.last_actor = SPEAKER_NOBODY,
		.arena = arena};
	struct quotations found = {ARENA_ARRAY(arena, struct quotation, marks->count), 0};
	uint32_t line = 0;

	arena_init(&a.scratch);
	for (uint32_t i = 0; i < marks->count; i++) {
		const struct quote_mark *mark = &marks->at[i];
		while (line < article->line_count && article->lines[line].at.end < mark->at.end)
			line++;
		if (line == article->line_count)
			break;
		if (!line_is_body((enum line_kind)kinds[line]) && kinds[line] != LINE_TITLE)
			continue;
		a.line = line;
		tell(&a, mark, &found.at[found.count++]);
	}
	arena_clear(&a.scratch);
	return found;
}
