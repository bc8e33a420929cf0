#include "app/filter-offers.h"

#include "app/typed-day.h"
#include "store/operators.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define VALUES_MOST 12   /* that are offered of an operator */
#define LOOKED_AT 20000u /* of the values of a kind, the commonest first */
#define YEARS_MOST 3     /* for a day whose year is not said, the latest first */
#define LETTERS_FROM 2   /* of a plain word, before anybody is offered for it */

/* What stands before the cursor. */
struct typing {
	struct app *app;
	struct offers *offers;
	struct span line;    /* to the cursor */
	size_t start;        /* of its last word or operator */
	struct arena *arena; /* of the offers */
};

/* Where the last word or operator begins, behind a minus or a parenthesis. */
static size_t token_start(struct span line)
{
	size_t start = 0;
	bool quoted = false;

	for (size_t i = 0; i < line.len; i++) {
		quoted ^= line.at[i] == '"';
		if (!quoted && (line.at[i] == ' ' || line.at[i] == '('))
			start = i + 1;
		else if (i == start && line.at[i] == '-')
			start = i + 1;
	}
	return start;
}

static bool is_plain_letter(char byte)
{
	return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* Whether a word of the name may begin with the letter, told without folding it: most names of many
 * begin otherwise. */
static bool may_begin(const char *name, char letter)
{
	bool begins = !is_plain_letter(letter);

	for (char former = 0; *name && !begins; former = *name++) {
		bool starts = !is_plain_letter(former) && (*name | 0x20) == (letter | 0x20);
		begins = starts || (unsigned char)*name >= 0x80;
	}
	return begins;
}

/* Whether each word of what is typed begins a word of the name; both are folded. */
static bool is_begun(struct span name, struct span typed)
{
	struct word part, word;

	for (struct words parts = words_of(typed); words_next(&parts, &part);) {
		struct span wanted = span_cut(typed, part.start, part.end);
		bool found = false;
		for (struct words it = words_of(name); !found && words_next(&it, &word);)
			found = span_starts(span_cut(name, word.start, word.end), wanted);
		if (!found)
			return false;
	}
	return true;
}

/* How a value is put into the line. */
enum writing { WRITE_CLAUSE, WRITE_TEXT, WRITE_LABEL };

static const char *written(const struct clause *clause, enum writing how, struct arena *arena)
{
	if (how == WRITE_CLAUSE)
		return query_write(query_with(query_empty(), *clause, arena), arena);
	return how == WRITE_TEXT ? clause->text : clause->label;
}

/* Of no article at all: values are counted in the whole archive alone. */
static uint32_t values_of(
	const struct typing *typing, enum facet facet, struct facet_value **values)
{
	const struct epoch *epoch = typing->app->epoch;
	struct result none = {
		.bits = ARENA_ARRAY(typing->arena, uint64_t, epoch_count(epoch) / 64 + 1)};

	return facet_values(epoch, query_empty(), &none, facet, values, typing->arena);
}

static void offer_values(const struct typing *typing, enum facet facet, struct span typed,
	enum writing how, uint32_t most)
{
	struct facet_value *values;
	struct span folded = fold(typed, typing->arena);
	uint32_t count = values_of(typing, facet, &values);

	for (uint32_t i = 0; i < count && i < LOOKED_AT && most > 0; i++) {
		const struct clause *clause = &values[i].clause;
		struct arena_mark mark = arena_mark(typing->arena);
		if (folded.len && !may_begin(clause->label, folded.at[0]))
			continue;
		bool begun = is_begun(fold(span_of(clause->label), typing->arena), folded);
		arena_rewind(typing->arena, mark);
		bool undated = facet == FACET_DATES && clause->from == DAY_NONE;
		if (!begun || undated || values[i].all == 0 || !*clause->text)
			continue;
		offers_add(typing->offers, SPAN(""), written(clause, how, typing->arena));
		most--;
	}
}

static void offer_word(const struct typing *typing, struct span typed, const char *word)
{
	if (span_starts(span_of(word), typed))
		offers_add(typing->offers, SPAN(""),
			arena_format(typing->arena, "%.*s%s",
				(int)(typing->line.len - typed.len - typing->start),
				typing->line.at + typing->start, word));
}

/* --- days ------------------------------------------------------------------------------------ */

/* A day as one of publication and as one that is spoken of, or as what stands before it says. */
static void offer_day(const struct typing *typing, const struct typed_day *day, int year,
	const struct operator* one)
{
	static const enum clause_kind kinds[] = {CLAUSE_DATE, CLAUSE_ABOUT};
	const char *iso = typed_day_iso(day, year, typing->arena);

	for (size_t i = 0; iso && i < COUNT(kinds); i++)
		if (!one || one->kind == kinds[i])
			offers_add(typing->offers, SPAN(""),
				arena_format(
					typing->arena, "%s:%s", operator_of(kinds[i])->name, iso));
}

static void offer_years(
	const struct typing *typing, const struct typed_day *day, const struct operator* one)
{
	struct facet_value *values;
	uint32_t count = values_of(typing, FACET_DATES, &values);

	for (uint32_t i = count, years = 0; i-- > 0 && years < YEARS_MOST;) {
		if (values[i].clause.from == DAY_NONE || values[i].all == 0)
			continue;
		offer_day(typing, day, civil_of(values[i].clause.from).year, one);
		years++;
	}
}

/* A day in words; one that is written as a filter wants it needs no offer. */
static bool offer_days(struct typing *typing)
{
	const struct operator* one = NULL;
	struct typed_day day;

	if (!typed_day_read(typing->line, &day, typing->arena))
		return false;
	size_t start = token_start(span_cut(typing->line, 0, day.start));
	struct span before = span_cut(typing->line, start, day.start);
	if (before.len > 1 && before.at[before.len - 1] == ':') {
		one = operator_named(span_cut(before, 0, before.len - 1));
		const char *iso = typed_day_iso(&day, 0, typing->arena);
		struct span value = span_cut(typing->line, day.start, typing->line.len);
		if (!one || (one->kind != CLAUSE_DATE && one->kind != CLAUSE_ABOUT) ||
			(iso && span_is(value, iso)))
			return false;
	} else if (before.len) {
		return false;
	}
	typing->offers->start = (uint32_t)start;
	if (day.year)
		offer_day(typing, &day, day.year, one);
	else
		offer_years(typing, &day, one);
	return typing->offers->words.count > 0;
}

/* --- operators ------------------------------------------------------------------------------- */

/* The facet of an operator's values; FACET_COUNT: they are not counted. */
static enum facet facet_of(enum clause_kind kind)
{
	static const struct {
		enum clause_kind kind;
		enum facet facet;
	} facets[] = {
		{CLAUSE_PERSON, FACET_PEOPLE},
		{CLAUSE_WITH, FACET_PEOPLE},
		{CLAUSE_SAYS, FACET_SPEAKERS},
		{CLAUSE_ORGANISATION, FACET_ORGANISATIONS},
		{CLAUSE_PLACE, FACET_PLACES},
		{CLAUSE_DATE, FACET_DATES},
		{CLAUSE_SOURCE, FACET_SOURCES},
		{CLAUSE_LANGUAGE, FACET_LANGUAGES},
		{CLAUSE_TAG, FACET_TAGS},
	};

	for (size_t i = 0; i < COUNT(facets); i++)
		if (facets[i].kind == kind)
			return facets[i].facet;
	return FACET_COUNT;
}

static void offer_of_operator(
	struct typing *typing, const struct operator* operator, struct span value)
{
	static const char *const is[] = {"read", "unread", "starred"}, *const has[] = {
									       "note", "quote"};
	enum facet facet = facet_of(operator->kind);
	enum writing how = WRITE_CLAUSE;

	typing->offers->usage =
		arena_format(typing->arena, "%s:%s", operator->name, operator->example);
	typing->offers->help = operator->holds;
	for (size_t i = 0; operator->kind == CLAUSE_IS && i<COUNT(is); i++)
		offer_word(typing, value, is[i]);
	for (size_t i = 0; operator->kind == CLAUSE_HAS && i<COUNT(has); i++)
		offer_word(typing, value, has[i]);
	if (operator->kind == CLAUSE_WITH) { /* a name behind each comma */
		while (memchr(value.at, ',', value.len))
			value = span_cut(value, span_find(value, SPAN(","), 0) + 1, value.len);
		typing->offers->start = (uint32_t)(typing->line.len - value.len);
		how = WRITE_TEXT;
	}
	if (facet != FACET_COUNT)
		offer_values(typing, facet, value, how, VALUES_MOST);
}

/* What a plain word may be the beginning of. */
static void offer_for_word(const struct typing *typing, struct span word)
{
	static const struct {
		enum facet facet;
		uint32_t most;
	} kinds[] = {{FACET_PEOPLE, 3}, {FACET_SPEAKERS, 2}, {FACET_ORGANISATIONS, 2},
		{FACET_PLACES, 2}, {FACET_SOURCES, 2}, {FACET_TAGS, 1}};
	struct words it = words_of(word);
	struct word first;

	for (uint32_t i = 0; i < operator_count; i++)
		if (span_starts(span_of(operators[i].name), word))
			offers_add(typing->offers, SPAN(""),
				arena_format(typing->arena, "%s:", operators[i].name));
	if (utf8_count(word) < LETTERS_FROM || !words_next(&it, &first))
		return;
	for (size_t i = 0; i < COUNT(kinds); i++)
		offer_values(typing, kinds[i].facet, word, WRITE_CLAUSE, kinds[i].most);
}

static struct typing typing_of(struct app *app)
{
	struct typing typing = {.app = app, .offers = &app->offers, .arena = &app->offers.arena};

	offers_clear(&app->offers);
	typing.line = arena_span(
		typing.arena, span_cut(prompt_text(&app->prompt), 0, app->prompt.cursor));
	typing.start = token_start(typing.line);
	typing.offers->start = (uint32_t)typing.start;
	return typing;
}

void filter_offer(struct app *app)
{
	struct typing typing = typing_of(app);
	struct span token = span_cut(typing.line, typing.start, typing.line.len);
	size_t colon = span_find(token, SPAN(":"), 0);
	const struct operator* operator= colon<token.len ? operator_named(span_cut(token, 0, colon))
							 : NULL;

	if (!app->epoch || offer_days(&typing))
		return;
	if (operator) {
		size_t from = colon + 1 + (colon + 1 < token.len && token.at[colon + 1] == '"');
		offer_of_operator(&typing, operator, span_cut(token, from, token.len));
	} else if (!token.len || !memchr("\"=", token.at[0], 2)) {
		offer_for_word(&typing, token);
	}
}

static void offer_labels(struct app *app, enum facet facet)
{
	struct typing typing = typing_of(app);

	typing.offers->start = 0;
	if (app->epoch && typing.line.len)
		offer_values(&typing, facet, typing.line, WRITE_LABEL, VALUES_MOST);
}

void filter_offer_people(struct app *app)
{
	offer_labels(app, FACET_PEOPLE);
}

void filter_offer_sources(struct app *app)
{
	offer_labels(app, FACET_SOURCES);
}
