#include "extract/entities.h"

#include "extract/entities-reach.h"

struct finding {
	struct stretch *stretch;
	const struct name_marks *names;
	uint32_t name; /* the first of them that does not end before the place in work */
	int64_t place; /* one past what is marked */
	struct entity_marks *marks;
	struct arena *arena;
};

static const struct token *token(const struct finding *finding, int64_t place)
{
	return &finding->stretch->tokens.at[place];
}

static bool is_person(struct finding *finding, struct extent at)
{
	const struct name_marks *names = finding->names;

	while (finding->name < names->count && names->at[finding->name].at.end <= at.start)
		finding->name++;
	for (uint32_t i = finding->name; i < names->count && names->at[i].at.start < at.end; i++)
		if (names->at[i].clue != CLUE_BARE)
			return true;
	return false;
}

static struct extent extent_of(const struct finding *finding, int64_t start, int64_t end)
{
	return (struct extent){
		token(finding, start)->word.start, token(finding, end - 1)->word.end};
}

/* Marks the tokens [start, end), and an acronym behind them; one past the last. */
static int64_t add(struct finding *finding, int64_t start, int64_t end, enum entity_kind kind)
{
	struct entity_mark mark = {.at = extent_of(finding, start, end), .kind = kind};

	if (is_person(finding, mark.at))
		return end;
	*vec_push(finding->arena, finding->marks) = mark;
	int64_t acronym =
		kind == ENTITY_ORGANISATION ? reach_acronym(finding->stretch, start, end) : 0;
	if (!acronym)
		return end;
	mark.at = extent_of(finding, acronym, acronym + 1);
	mark.acronym = true;
	*vec_push(finding->arena, finding->marks) = mark;
	return acronym + 1;
}

static bool is_sign(const struct finding *finding, int64_t place)
{
	return token(finding, place)->word.kind == WORD_SIGN;
}

/* One past the phrase of places that begins in the name's last word: "Arabie saoudite". */
static int64_t past_phrase(struct finding *finding, int64_t end)
{
	unsigned lists;
	int words = stretch_phrase(finding->stretch, end - 1, &lists);

	return words > 1 && lists & LIST_PLACE ? end + words - 1 : end;
}

/* The name whose labels are [start, end), with its small words; one past the last. */
static int64_t take(struct finding *finding, int64_t start, int64_t end, bool body)
{
	struct stretch *stretch = finding->stretch;
	int64_t wide_start, wide_end;

	while (end > start + 1 && is_sign(finding, end - 1))
		end--;
	wide_start = body ? reach_body_start(stretch, start) : start;
	wide_end = body ? reach_body_end(stretch, start, end) : past_phrase(finding, end);
	if (wide_start < finding->place)
		wide_start = start;
	if (!is_person(finding, extent_of(finding, wide_start, wide_end)))
		return add(
			finding, wide_start, wide_end, body ? ENTITY_ORGANISATION : ENTITY_PLACE);
	return add(finding, start, end, body ? ENTITY_ORGANISATION : ENTITY_PLACE);
}

/* "Organisation mondiale de la santé (OMS)", whatever the tagger makes of its one capital. */
static bool is_full(struct finding *finding, int64_t place)
{
	return stretch_capital(finding->stretch, place) &&
	       stretch_lists(finding->stretch, place) & LIST_ORGANISATION &&
	       reach_full(finding->stretch, place);
}

void entities_tagged(struct stretch *stretch, const struct tag *tags,
	const struct name_marks *names, uint32_t first, struct entity_marks *marks,
	struct arena *arena)
{
	struct finding finding = {
		.stretch = stretch, .names = names, .name = first, .marks = marks, .arena = arena};
	int64_t count = (int64_t)stretch->tokens.count;

	for (int64_t place = 0, end; place < count; place = end) {
		unsigned label = tags[place].label;
		end = place + 1;
		if (label == LABEL_OUT && is_full(&finding, place))
			label = LABEL_BODY;
		if (label != LABEL_BODY && label != LABEL_PLACE)
			continue;
		while (end < count && tags[end].label == label + 1)
			end++;
		end = finding.place = take(&finding, place, end, label == LABEL_BODY);
	}
}

/* --- by the lists alone ---------------------------------------------------------------- */

/* The tokens of the listed name that begins there, and its lists; 0 when there is none. */
static int64_t listed(struct finding *finding, int64_t place, unsigned *lists)
{
	int64_t words = stretch_phrase(finding->stretch, place, lists);

	if (words == 0) {
		*lists = stretch_lists(finding->stretch, place);
		words = 1;
	}
	/* A word that is anything else besides would have to be told by what stands around it. */
	unsigned other = LIST_GIVEN | LIST_ROLE | LIST_PEOPLES | LIST_COMMON | LIST_NAMESAKE;
	return *lists & LIST_PLACE && !(*lists & (other | LIST_ORGANISATION)) ? words : 0;
}

/* Capitals beside a listed word make it a part of a longer name: "New York Times"; but German
 * writes all nouns with capitals, and every language the first word of a sentence. */
static bool stands_apart(struct finding *finding, int64_t start, int64_t end)
{
	struct stretch *stretch = finding->stretch;

	if (stretch->language == LANGUAGE_DE)
		return true;
	bool before = stretch_capital(stretch, start - 1) && !token(finding, start - 1)->first;
	return !before && !stretch_capital(stretch, end);
}

void entities_listed(struct stretch *stretch, const struct name_marks *names, uint32_t first,
	struct entity_marks *marks, struct arena *arena)
{
	struct finding finding = {
		.stretch = stretch, .names = names, .name = first, .marks = marks, .arena = arena};
	int64_t count = (int64_t)stretch->tokens.count;

	for (int64_t place = 0, end; place < count; place = end) {
		unsigned lists;
		end = place + 1;
		if (!stretch_capital(stretch, place))
			continue;
		int64_t words = listed(&finding, place, &lists);
		if (words == 0 || place + words > count)
			continue;
		end = place + words;
		if (stands_apart(&finding, place, end))
			add(&finding, place, end, ENTITY_PLACE);
	}
}
