#include "extract/names-run.h"

#include <string.h>

#define NAME_WORDS 6   /* the longest name, particles counted */
#define RUN_TOKENS 256 /* longer runs are headlines of a shouting kind, and are cut */
#define ROLE_REACH 10  /* tokens from a function back from its bearer's name */

/* What a word may be besides a part of a name. */
#define LIST_NOISE (LIST_COMMON | LIST_ORGANISATION | LIST_PEOPLES | LIST_PLACE | LIST_ROLE)

/* A name as it is taken from a run, in tokens. */
struct pick {
	int64_t start, end;
	int64_t surname;
	enum name_clue clue;
	unsigned title, given; /* lists of the title and of the given name */
};

/* A run in work. */
struct run {
	struct stretch *stretch;
	int64_t start, end;
	unsigned title; /* lists of the title that stands right before the place in work */
	bool role;      /* a function stands right before it */
	struct name_series *series;
	struct name_marks *marks;
	struct arena *arena;
};

static const struct token *token(const struct run *run, int64_t place)
{
	return &run->stretch->tokens.at[place];
}

static unsigned lists(const struct run *run, int64_t place)
{
	return stretch_lists(run->stretch, place);
}

static bool folded_in(struct span folded, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_is(folded, words[i]))
			return true;
	return false;
}

static bool is_article(const struct run *run, int64_t place)
{
	static const char *const articles[] = {"le", "la", "l'", "les", "du", "des", "au", "aux",
		"un", "une", "ce", "cet", "cette", "the", "a", "an", "el", "los", "las", "il", "lo",
		"gli", "del", "della", "het", "o", "os", "as", "do", "da"};

	return folded_in(stretch_folded(run->stretch, place), articles, COUNT(articles));
}

/* Particles that join the parts of a name when small. */
static bool joins(struct stretch *stretch, int64_t place)
{
	return stretch_lists(stretch, place) & LIST_PARTICLE && !stretch_capital(stretch, place) &&
	       place < (int64_t)stretch->tokens.count;
}

int64_t run_end(struct stretch *stretch, int64_t start)
{
	int64_t end = start + 1;

	while (end - start < RUN_TOKENS) {
		int64_t next = end;
		if (stretch_sign(stretch, next, '.') &&
			!stretch->tokens.at[next].word.after_space &&
			stretch_lists(stretch, next - 1) & LIST_TITLE)
			next++; /* "Mme. X" */
		for (int i = 0; i < 2 && !stretch_capital(stretch, next) && joins(stretch, next);
			i++)
			next++;
		if (!stretch_capital(stretch, next))
			break;
		end = next + 1;
	}
	return end;
}

/* --- what stands beside a name ------------------------------------------------ */

static bool is_small(const struct run *run, int64_t place)
{
	return !stretch_capital(run->stretch, place) && stretch_folded(run->stretch, place).len > 0;
}

/* "le président X", "le ministre russe X"; with long names also "le ministre de la Justice, X". */
static bool role_before(const struct run *run, int64_t place, bool long_name)
{
	int64_t at = place - 1;
	bool comma = stretch_sign(run->stretch, at, ',');

	at -= comma;
	if (!comma || long_name) {
		if (lists(run, at) & LIST_ROLE)
			return true;
		if (lists(run, at) & LIST_PEOPLES && lists(run, at - 1) & LIST_ROLE)
			return true;
	}
	if (!long_name || (!comma && lists(run, at) & (LIST_PARTICLE | LIST_COMMON | LIST_SAYING)))
		return false;
	for (int64_t i = at; i >= 0 && i > at - ROLE_REACH; i--) {
		if (token(run, i)->word.kind == WORD_SIGN)
			return false;
		if (lists(run, i) & LIST_ROLE && is_small(run, i))
			return true;
	}
	return false;
}

/* "X, ministre de…", "X, l'ancien ministre", "X, le porte-parole". */
static bool role_after(const struct run *run, int64_t place)
{
	if (!stretch_sign(run->stretch, place, ','))
		return false;
	for (int64_t i = place + 1; i <= place + 3; i++) {
		if (lists(run, i) & LIST_ROLE)
			return true;
		if (!(lists(run, i) & (LIST_COMMON | LIST_PARTICLE)))
			break;
	}
	return false;
}

static bool has_auxiliary(const struct run *run, int64_t place)
{
	static const char *const words[] = {
		"a", "ont", "avait", "aurait", "has", "had", "hat", "ha", "avaient", "l'a"};

	return folded_in(stretch_folded(run->stretch, place), words, COUNT(words));
}

/* "a déclaré X", "déclare X" after a quotation, "X a déclaré", "X says". */
static bool speaks(const struct run *run, int64_t start, int64_t end)
{
	if (lists(run, start - 1) & LIST_SAYING && is_small(run, start - 1) &&
		(has_auxiliary(run, start - 2) || stretch_folded(run->stretch, start - 2).len == 0))
		return true;
	if (!is_small(run, end))
		return false;
	return lists(run, end) & LIST_SAYING ||
	       (has_auxiliary(run, end) && lists(run, end + 1) & LIST_SAYING);
}

/* --- how far a name reaches ----------------------------------------------------- */

static bool hyphenated(const struct run *run, int64_t place)
{
	struct span folded = stretch_folded(run->stretch, place);

	return span_find(folded, SPAN("-"), 0) < folded.len;
}

/* The capitalised token after at most two particles from place on, or -1. */
static int64_t past_particles(const struct run *run, int64_t place)
{
	while (place < run->end && !stretch_capital(run->stretch, place))
		place++;
	return place < run->end ? place : -1;
}

static bool is_noble(const struct run *run, int64_t place)
{
	static const char *const plain[] = {"la", "le", "l'", "des", "e", "y", "as", "do"};
	struct span folded = stretch_folded(run->stretch, place);

	return !folded_in(folded, plain, COUNT(plain));
}

/* Whether the capitalised token may follow inside a name that has a surname already. */
static bool goes_on(const struct run *run, int64_t place)
{
	unsigned bits = lists(run, place);

	if (token(run, place)->roman)
		return true;
	if (token(run, place)->word.kind == WORD_INITIAL)
		return false;
	return !(bits & (LIST_NOISE | LIST_TITLE)) || bits & LIST_PARTICLE;
}

static bool is_given_part(const struct run *run, int64_t place)
{
	return lists(run, place) & LIST_GIVEN || token(run, place)->word.kind == WORD_INITIAL;
}

/* Where the name that begins at start ends; the first word is a name's for sure. */
static int64_t name_end(const struct run *run, int64_t start)
{
	bool surname = !is_given_part(run, start) && !(lists(run, start) & LIST_PARTICLE);
	int64_t end = start + 1;

	while (end < run->end && end - start < NAME_WORDS && !token(run, end - 1)->possessive) {
		int64_t next = past_particles(run, end);
		if (next < 0 || stretch_sign(run->stretch, end, '.'))
			break;
		unsigned bits = lists(run, next);
		if (next > end && (!is_noble(run, end) || bits & (LIST_ORGANISATION | LIST_TITLE) ||
					  (surname && bits & LIST_NOISE)))
			break;
		if (surname ? !goes_on(run, next) : (bits & LIST_ORGANISATION) != 0)
			break;
		if (!is_given_part(run, next) && !(bits & LIST_PARTICLE))
			surname = true;
		end = next + 1;
	}
	return end;
}

/* Where the surname begins: at the first particle after the given name, else at the last word;
 * at the first word where surnames stand first. */
static int64_t surname_start(const struct run *run, int64_t start, int64_t end)
{
	unsigned first = lists(run, start);

	if (end - start >= 2 && first & LIST_SURNAME_FIRST &&
		(hyphenated(run, start + 1) || !(first & LIST_GIVEN)) &&
		!(lists(run, end - 1) & LIST_GIVEN && !hyphenated(run, end - 1)))
		return start;
	for (int64_t i = start + 1; i < end - 1; i++)
		if (lists(run, i) & LIST_PARTICLE && !(lists(run, i) & LIST_GIVEN))
			return i;
	if (token(run, end - 1)->roman && end - start > 2)
		return end - 2;
	return end - 1;
}

/* --- marks ---------------------------------------------------------------------- */

static enum gender gender_of(const struct pick *pick)
{
	unsigned title = pick->title & LIST_TITLE;

	if (title == LIST_TITLE_MALE)
		return GENDER_MALE;
	if (title == LIST_TITLE_FEMALE)
		return GENDER_FEMALE;
	return gazetteer_gender(pick->given);
}

static void mark(struct run *run, const struct pick *pick)
{
	struct name_mark *mark = vec_push(run->arena, run->marks);
	int64_t surname = pick->surname;
	bool one_name = surname == pick->start && !(lists(run, surname) & LIST_SURNAME_FIRST);

	mark->at.start = token(run, pick->start)->word.start;
	mark->at.end = token(run, pick->end - 1)->word.end;
	mark->surname.start = token(run, surname)->word.start;
	mark->surname.end =
		one_name || surname > pick->start ? mark->at.end : token(run, surname)->word.end;
	mark->clue = pick->clue;
	mark->gender = gender_of(pick);
	mark->plural = (pick->title & LIST_TITLE_PLURAL) != 0;
	mark->sentence_start = token(run, pick->start)->first;
	mark->words = (uint8_t)(pick->end - pick->start);
}

/* "MM. A, B et C": where the next name of the series would be. */
static void series_after(struct run *run, const struct pick *pick)
{
	static const char *const ands[] = {"et", "and", "und", "y", "e", "i", "и", "та"};
	int64_t next = pick->end;

	if (!(pick->title & LIST_TITLE_PLURAL) || pick->clue != CLUE_TITLE)
		return;
	if (stretch_sign(run->stretch, next, ','))
		next++;
	if (folded_in(stretch_folded(run->stretch, next), ands, COUNT(ands)))
		next++;
	*run->series = (struct name_series){next > pick->end ? next : -1, pick->title};
}

/* A run's part that may be a name: marked with the strongest clue that holds. */
static int64_t take_plain(struct run *run, int64_t start)
{
	int64_t end = start + 1;

	while (end < run->end && goes_on(run, end) && !token(run, end - 1)->possessive &&
		!(lists(run, end) & LIST_GIVEN))
		end++;
	while (end > start + 1 && !stretch_capital(run->stretch, end - 1))
		end--;
	bool single = end - start == 1;
	bool noise = (lists(run, start) & (LIST_NOISE | LIST_NAMESAKE)) != 0;
	bool shouted = token(run, start)->word.all_capitals;
	struct pick pick = {.start = start, .end = end, .clue = CLUE_BARE};
	pick.surname = single ? start : surname_start(run, start, end);

	if (!single && lists(run, start) & LIST_SURNAME_FIRST && pick.surname == start && !noise)
		pick.clue = CLUE_GIVEN;
	else if (is_article(run, start - 1) || lists(run, start - 1) & LIST_NAMESAKE)
		return end;
	else if (noise && single && token(run, start)->first && lists(run, start) & LIST_COMMON)
		return end;
	else if (noise || shouted || end - start > 4)
		pick.clue = CLUE_BARE;
	else if (run->role || role_before(run, start, !single) || (!single && role_after(run, end)))
		pick.clue = CLUE_ROLE;
	else if (speaks(run, start, end))
		pick.clue = CLUE_SPEECH;
	if (end - start <= NAME_WORDS)
		mark(run, &pick);
	return end;
}

/* A name after a title, or one that begins with a given name. */
static int64_t take_sure(struct run *run, int64_t start, enum name_clue clue)
{
	struct pick pick = {
		.start = start, .end = name_end(run, start), .clue = clue, .title = run->title};

	if (clue == CLUE_GIVEN && pick.end < run->end && lists(run, pick.end) & LIST_ORGANISATION)
		return pick.end + 1; /* "Johns Hopkins University" */
	pick.given = lists(run, start);
	if (pick.end - start == 1)
		pick.surname = start;
	else
		pick.surname = surname_start(run, start, pick.end);
	if (clue == CLUE_GIVEN && lists(run, start - 1) & LIST_NAMESAKE)
		return pick.end;
	if (clue == CLUE_TITLE && !(lists(run, start) & LIST_GIVEN))
		pick.given = 0;
	mark(run, &pick);
	series_after(run, &pick);
	return pick.end;
}

/* Whether a given name begins a name here: a word must follow that may be a surname. */
static bool begins_given(const struct run *run, int64_t place)
{
	unsigned bits = lists(run, place);
	bool initial = token(run, place)->word.kind == WORD_INITIAL;

	if (!(bits & LIST_GIVEN) && !initial)
		return false;
	int64_t end = name_end(run, place);
	if (end - place < 2)
		return false;
	unsigned last = lists(run, end - 1);
	if (initial)
		return !token(run, end - 1)->word.all_capitals &&
		       token(run, end - 1)->word.end - token(run, end - 1)->word.start > 2;
	/* "Marine Nationale", "Paris Saint-Germain": two words that are both something else. */
	return !(bits & (LIST_NOISE & ~LIST_ROLE)) || !(last & LIST_NOISE);
}

/* Takes what begins at place: a title, a function, a phrase, a name; where the next begins. */
static int64_t take(struct run *run, int64_t place)
{
	unsigned phrase_lists, bits = lists(run, place);
	int phrase = stretch_phrase(run->stretch, place, &phrase_lists);
	bool last = place + 1 >= run->end, capital = stretch_capital(run->stretch, place);
	struct run now = *run;

	run->title = 0;
	run->role = false;
	if (phrase > 0) {
		run->role = (phrase_lists & LIST_ROLE) != 0;
		return place + phrase;
	}
	if (bits & LIST_TITLE && !last && capital) {
		run->title = bits;
		return place + 1;
	}
	if (now.title && (capital || bits & LIST_PARTICLE))
		return take_sure(&now, place, CLUE_TITLE);
	if (!capital) {
		run->title = now.title; /* "Mme." and its full stop */
		return place + 1;
	}
	if (begins_given(run, place))
		return take_sure(&now, place, CLUE_GIVEN);
	if (bits & LIST_ROLE && !last) {
		run->role = true;
		return place + 1;
	}
	return take_plain(&now, place);
}

void run_names(struct stretch *stretch, int64_t start, int64_t end, struct name_series *series,
	struct name_marks *marks, struct arena *arena)
{
	struct run run = {.stretch = stretch,
		.start = start,
		.end = end,
		.series = series,
		.marks = marks,
		.arena = arena};
	unsigned before = stretch_lists(stretch, start - 1);

	if (series->title && series->next == start)
		run.title = series->title;
	else if (before & LIST_TITLE && !stretch_capital(stretch, start - 1))
		run.title = before;
	series->title = 0;
	for (int64_t place = start; place < end;)
		place = take(&run, place);
}
