#include "extract/names-run.h"

#include "extract/names-beside.h"
#include "extract/names-reach.h"

#define PLAIN_WORDS 4 /* more words of which nothing is known are a headline */

/* A name as it is taken from a run, in tokens. */
struct pick {
	int64_t start, end;
	int64_t surname;
	enum name_clue clue;
	unsigned title, given; /* lists of the title and of the given name */
	bool plain;            /* several words, none of which means something else */
};

VEC_OF(struct pick, picks);

struct taking {
	struct stretch *stretch;
	int64_t run_end;
	unsigned title; /* lists of the title that stands right before the place in work */
	bool role;      /* a function or a nationality stands right before it */
	/* Where a list after a plural title would go on ("MM. A, B et C"), and that title. */
	int64_t series;
	unsigned series_title;
	struct picks picks; /* of the stretch */
};

static unsigned lists(const struct taking *taking, int64_t place)
{
	return stretch_lists(taking->stretch, place);
}

static const struct token *token(const struct taking *taking, int64_t place)
{
	return &taking->stretch->tokens.at[place];
}

static void add(struct taking *taking, struct pick pick)
{
	pick.end = reach_generation(taking->stretch, pick.start, pick.end);
	pick.surname = pick.end - pick.start == 1
			       ? pick.start
			       : reach_surname(taking->stretch, pick.start, pick.end);
	*vec_push(taking->stretch->arena, &taking->picks) = pick;
}

/* The strongest clue of words that are no title's and begin with no given name. */
static enum name_clue plain_clue(const struct taking *taking, const struct pick *pick, bool role)
{
	struct stretch *stretch = taking->stretch;
	bool single = pick->end - pick->start == 1;

	if (!single && lists(taking, pick->start) & LIST_SURNAME_FIRST)
		return CLUE_GIVEN;
	/* Bodies and works have one capital there, so that two in a row are a person's. */
	if (pick->plain && stretch_cyrillic(stretch) && !token(taking, pick->start)->first)
		return CLUE_ROLE;
	if (role || beside_role_before(stretch, pick->start, !single))
		return CLUE_ROLE;
	if (!single && (beside_role_after(stretch, pick->end) || beside_age(stretch, pick->end)))
		return CLUE_ROLE;
	return beside_speech(stretch, pick->start, pick->end) ? CLUE_SPEECH : CLUE_BARE;
}

/* "le journaliste Eloge Willy Kaneza": a given name that no list has, before one that is.  Other
 * languages than the Romance ones write offices with capitals, or may. */
static bool leads_given(struct taking *taking, int64_t start, bool role)
{
	struct stretch *stretch = taking->stretch;
	int64_t next = start + 1;

	return beside_romance(stretch) && (role || !token(taking, start)->first) &&
	       !beside_article(stretch, start - 1) && next < taking->run_end &&
	       reach_begins_given(stretch, next, taking->run_end);
}

/* Words of which nothing is known: marked with the strongest clue that holds. */
static int64_t take_plain(struct taking *taking, int64_t start, bool role)
{
	unsigned bits = lists(taking, start), before = lists(taking, start - 1);
	int64_t end = reach_plain(taking->stretch, start, taking->run_end);
	bool single = end - start == 1, shouted = token(taking, start)->word.all_capitals;
	bool noise = (bits & (LIST_NOISE | LIST_NAMESAKE | LIST_AFFAIR)) != 0;
	bool particle = (bits & LIST_PARTICLE) != 0;
	struct pick pick = {.start = start, .end = end, .clue = CLUE_BARE};

	if (single && token(taking, start)->first && bits & LIST_COMMON)
		return end;
	bool vetoed =
		!role && (beside_article(taking->stretch, start - 1) || before & LIST_NAMESAKE);
	if (vetoed || end - start > PLAIN_WORDS)
		return end;
	if (single && !noise && !shouted && leads_given(taking, start, role)) {
		pick.end = reach_name(taking->stretch, end, taking->run_end);
		pick.clue = CLUE_GIVEN;
	} else if (!noise && !shouted && !(before & LIST_AFFAIR) &&
		   !(particle && token(taking, start)->first)) {
		/* "la loi X": of whom, if anybody, the rest of the archive says. */
		pick.plain = !single && !particle;
		pick.clue = plain_clue(taking, &pick, role);
	}
	add(taking, pick);
	return pick.end;
}

/* "MM. A, B et C": where the next name of the series would be. */
static void note_series(struct taking *taking, const struct pick *pick)
{
	int64_t next = pick->end;

	if (!(pick->title & LIST_TITLE_PLURAL))
		return;
	next += stretch_sign(taking->stretch, next, ',');
	next += beside_and(taking->stretch, next);
	taking->series = next > pick->end ? next : -1;
	taking->series_title = pick->title;
}

/* "Benton, Michael J.; Tennyson, Alan": English lists of sources put the given names behind. */
static bool is_reference(const struct taking *taking, int64_t start, int64_t end)
{
	struct stretch *stretch = taking->stretch;

	return stretch->language == LANGUAGE_EN && stretch_sign(stretch, start - 1, ',') &&
	       stretch_capital(stretch, start - 2) &&
	       token(taking, end - 1)->word.kind == WORD_INITIAL;
}

/* A name after a title, or one that begins with a given name. */
static int64_t take_sure(struct taking *taking, int64_t start, unsigned title)
{
	struct pick pick = {.start = start,
		.end = reach_name(taking->stretch, start, taking->run_end),
		.clue = title ? CLUE_TITLE : CLUE_GIVEN,
		.title = title};

	pick.given = pick.end - start > 1 ? lists(taking, start) : 0;
	if (!title && pick.end < taking->run_end && lists(taking, pick.end) & LIST_ORGANISATION)
		return pick.end + 1; /* "Johns Hopkins University" */
	if (!title && lists(taking, start - 1) & LIST_NAMESAKE)
		return pick.end;
	if (!title && is_reference(taking, start, pick.end))
		return pick.end;
	add(taking, pick);
	note_series(taking, &pick);
	return pick.end;
}

/* Takes what begins at place: a title, a function, a phrase, a name; where the next begins. */
static int64_t take(struct taking *taking, int64_t place)
{
	unsigned phrase_lists, bits = lists(taking, place), title = taking->title;
	int phrase = stretch_phrase(taking->stretch, place, &phrase_lists);
	bool capital = stretch_capital(taking->stretch, place), role = taking->role;
	bool last = place + 1 >= taking->run_end;

	taking->title = 0;
	taking->role = false;
	if (phrase > 0) {
		taking->role = (phrase_lists & LIST_ROLE) != 0;
		return place + phrase;
	}
	if (bits & LIST_TITLE && !last && capital) {
		taking->title = bits;
		return place + 1;
	}
	if (title && (capital || bits & LIST_PARTICLE))
		return take_sure(taking, place, title);
	if (!capital) {
		taking->title = title; /* "Mme." and its full stop */
		return place + 1;
	}
	if (reach_begins_given(taking->stretch, place, taking->run_end))
		return take_sure(taking, place, 0);
	if (!last && bits & (LIST_ROLE | LIST_PEOPLES)) {
		taking->role = true;
		return place + 1;
	}
	if (!last && bits & LIST_COMMON && !(bits & LIST_PARTICLE))
		return place + 1;
	return take_plain(taking, place, role);
}

static void take_run(struct taking *taking, int64_t start)
{
	unsigned before = lists(taking, start - 1);

	taking->title = 0;
	taking->role = false;
	if (taking->series_title && taking->series == start)
		taking->title = taking->series_title;
	else if (before & LIST_TITLE && beside_small(taking->stretch, start - 1))
		taking->title = before;
	taking->series_title = 0;
	for (int64_t place = start; place < taking->run_end;)
		place = take(taking, place);
}

/* Whether only "," or "et" stands between two picks. */
static bool enumerated(struct taking *taking, const struct pick *a, const struct pick *b)
{
	return b->start == a->end + 1 &&
	       (stretch_sign(taking->stretch, a->end, ',') || beside_and(taking->stretch, a->end));
}

/* Who stands in an enumeration beside a person is one. */
static void spread(struct taking *taking)
{
	struct pick *at = taking->picks.at;
	uint32_t count = taking->picks.count;

	for (uint32_t i = 1; i < count; i++)
		if (at[i].plain && at[i].clue == CLUE_BARE && at[i - 1].clue != CLUE_BARE &&
			at[i - 1].end - at[i - 1].start > 1 &&
			enumerated(taking, &at[i - 1], &at[i]))
			at[i].clue = CLUE_ROLE;
	for (uint32_t i = count; i-- > 1;)
		if (at[i - 1].plain && at[i - 1].clue == CLUE_BARE && at[i].clue != CLUE_BARE &&
			at[i].end - at[i].start > 1 && enumerated(taking, &at[i - 1], &at[i]))
			at[i - 1].clue = CLUE_ROLE;
}

static enum gender gender_of(unsigned title, unsigned given)
{
	if ((title & LIST_TITLE) == LIST_TITLE_MALE)
		return GENDER_MALE;
	if ((title & LIST_TITLE) == LIST_TITLE_FEMALE)
		return GENDER_FEMALE;
	return gazetteer_gender(given);
}

/* The mark of a pick whose surname is known. */
static struct name_mark mark_of(struct stretch *stretch, const struct pick *pick)
{
	struct name_mark mark = {.clue = pick->clue, .gender = gender_of(pick->title, pick->given)};
	const struct token *tokens = stretch->tokens.at;
	bool first_only = pick->surname == pick->start && pick->end - pick->start > 1 &&
			  !(stretch_lists(stretch, pick->start) & LIST_PARTICLE);

	mark.at.start = tokens[pick->start].word.start;
	mark.at.end = tokens[pick->end - 1].word.end;
	mark.surname.start = tokens[pick->surname].word.start;
	mark.surname.end = first_only ? tokens[pick->surname].word.end : mark.at.end;
	mark.plural = (pick->title & LIST_TITLE_PLURAL) != 0;
	mark.sentence_start = tokens[pick->start].first;
	mark.words = (uint8_t)(pick->end - pick->start);
	return mark;
}

struct name_mark run_mark(struct stretch *stretch, int64_t start, int64_t end, enum name_clue clue)
{
	bool single = end - start == 1;
	struct pick pick = {.start = start,
		.end = end,
		.surname = single ? start : reach_surname(stretch, start, end),
		.clue = clue,
		.title = stretch_lists(stretch, start - 1),
		.given = single ? 0 : stretch_lists(stretch, start)};

	return mark_of(stretch, &pick);
}

void run_names(struct stretch *stretch, struct name_marks *marks, struct arena *arena)
{
	struct taking taking = {.stretch = stretch};
	int64_t count = (int64_t)stretch->tokens.count;

	for (int64_t place = 0; place < count;) {
		if (!stretch_capital(stretch, place)) {
			place++;
			continue;
		}
		taking.run_end = reach_run(stretch, place);
		take_run(&taking, place);
		place = taking.run_end;
	}
	spread(&taking);
	for (uint32_t i = 0; i < taking.picks.count; i++)
		*vec_push(arena, marks) = mark_of(stretch, &taking.picks.at[i]);
}
