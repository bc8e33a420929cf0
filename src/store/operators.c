#include "store/operators.h"

#include "base/message.h"
#include "store/facets.h"
#include "store/query-story.h"
#include "text/fold.h"
#include "text/nearest.h"
#include "text/word.h"

static int said(struct span value)
{
	return (int)(value.len < OPERATOR_SAID ? value.len : OPERATOR_SAID);
}

static enum err read_date(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	(void)epoch;
	return query_date(value, clause, arena, why);
}

static enum err read_about(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct clause made;
	enum err err = query_date(value, &made, arena, why);

	(void)epoch;
	if (err)
		return err;
	if (made.from == DAY_NONE)
		return fail(why, ERR_USAGE, "a day that is spoken of has a date: about:2021-02-05");
	made.kind = CLAUSE_ABOUT;
	*clause = made;
	return OK;
}

static enum err read_role(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct words it = words_of(value);
	struct word word;

	(void)epoch;
	if (!words_next(&it, &word))
		return fail(why, ERR_USAGE, "a function is wanted, as in role:minister");
	*clause =
		(struct clause){.kind = CLAUSE_ROLE, .text = arena_string(arena, span_trim(value))};
	clause->label = clause->text;
	return OK;
}

static bool is_called(struct span folded, const char *name, struct arena *arena)
{
	return span_equal(folded, fold(span_of(name), arena)) ||
	       span_equal(folded, fold(span_of(_(name)), arena));
}

/* By its code, or by its name as the screen shows it; LANGUAGE_COUNT when it is none of those that
 * articles can have. */
static enum language language_meant(struct span value, struct arena *arena)
{
	struct span folded = fold(span_trim(value), arena);
	enum language language = language_named(folded);

	if (language != LANGUAGE_NONE)
		return language;
	if (folded.len == 0 || is_called(folded, N_("not known"), arena))
		return LANGUAGE_NONE;
	while (language < LANGUAGE_COUNT && !is_called(folded, language_name(language), arena))
		language++;
	return language;
}

static enum err read_language(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	enum language language = language_meant(value, arena);

	(void)epoch;
	if (language == LANGUAGE_COUNT && language_is_code(value))
		return fail(why, ERR_ABSENT,
			"no article is known to be in '%.*s'; lang:unknown finds those whose "
			"language is not known",
			said(value), value.at);
	if (language == LANGUAGE_COUNT)
		return fail(why, ERR_USAGE,
			"'%.*s' is no language: write its code, as in lang:fr or lang:en",
			said(value), value.at);
	const char *code = arena_string(arena, span_of(language_code(language)));
	*clause = (struct clause){
		.kind = CLAUSE_LANGUAGE, .text = code, .label = *code ? code : "not known"};
	return OK;
}

static enum err read_story(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	article_id id = ARTICLE_NONE;
	uint32_t count = epoch_article_find(epoch, value, &id);

	if (count == 0)
		return fail(why, ERR_ABSENT, "no article has '%.*s' in its path", said(value),
			value.len ? value.at : "");
	if (count > 1)
		return fail(why, ERR_USAGE, "several articles have '%.*s' in their paths",
			said(value), value.len ? value.at : "");
	*clause = query_story(epoch, id, arena);
	return OK;
}

/* The sources that have a name in theirs. */
struct bearers {
	const struct clause *one;
	uint32_t count;
};

/* The source that may have been meant; null. */
static const char *source_meant(
	const struct facet_value *values, uint32_t count, struct span folded, struct arena *arena)
{
	const char *meant = NULL;
	uint32_t least = UINT32_MAX;

	for (uint32_t i = 0; i < count; i++) {
		struct span source = fold(span_of(values[i].clause.text), arena);
		uint32_t far = nearest_unlike(folded, arena_string(arena, source));
		if (far < least) {
			least = far;
			meant = values[i].clause.text;
		}
	}
	return meant;
}

static enum err fail_source(struct span name, const char *meant, struct fault *why)
{
	if (meant)
		return fail(why, ERR_ABSENT, "no article is from '%.*s'; perhaps %.100s was meant",
			said(name), name.at, meant);
	return fail(
		why, ERR_ABSENT, "no article is from '%.*s'", said(name), name.len ? name.at : "");
}

enum err query_source(const struct epoch *epoch, struct span name, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct facet_value *values = NULL;
	struct result none = {0};
	uint32_t count = facet_values(epoch, query_empty(), &none, FACET_SOURCES, &values, arena);
	struct span folded = fold(span_trim(name), arena);
	struct bearers bearers = {0};

	for (uint32_t i = 0; i < count; i++) {
		struct span source = fold(span_of(values[i].clause.text), arena);
		if (span_equal(source, folded)) {
			*clause = values[i].clause;
			return OK;
		}
		if (folded.len && span_find(source, folded, 0) < source.len) {
			bearers.one = &values[i].clause;
			bearers.count++;
		}
	}
	if (bearers.count > 1)
		return fail(why, ERR_USAGE, "%u sources have '%.*s' in their names", bearers.count,
			said(name), name.at);
	if (bearers.count == 0)
		return fail_source(name, source_meant(values, count, folded, arena), why);
	*clause = *bearers.one;
	return OK;
}

/* clang-format off */
const struct operator operators[] = {
	{"person", CLAUSE_PERSON, "a name", query_person, "peskov",
		N_("names this person, or means them by a function; any spelling in any script will do")},
	{"says", CLAUSE_SAYS, "a name", query_says, "peskov",
		N_("quotes this person, or this organisation")},
	{"with", CLAUSE_WITH, "two names, with a comma between them", query_together, "peskov,sullivan",
		N_("has all of these people in one paragraph")},
	{"role", CLAUSE_ROLE, "a function", read_role, "minister",
		N_("names somebody with this function")},
	{"org", CLAUSE_ORGANISATION, "the name of an organisation", query_organisation, "nato",
		N_("names this organisation")},
	{"place", CLAUSE_PLACE, "the name of a place", query_place, "geneva",
		N_("names this place")},
	{"date", CLAUSE_DATE, "a day, month or year", read_date, "2021-01-26..2021-02-05",
		N_("was published then")},
	{"about", CLAUSE_ABOUT, "a day, month or year", read_about, "2021-02-05",
		N_("speaks of that day, whatever it calls it")},
	{"source", CLAUSE_SOURCE, "the name of a source", query_source, "sputnik",
		N_("is from this source, or from the only one that has this in its name")},
	{"lang", CLAUSE_LANGUAGE, "the code of a language", read_language, "fr",
		N_("is in this language")},
	{"story", CLAUSE_STORY, "one of its articles", read_story, "2021/treaty.txt",
		N_("is about the same event as this article, which is given by its number, its path or a part of it")},
	{"title", CLAUSE_TITLE, "a word of the title", query_title, "treaty",
		N_("has these words in its title, in any form")},
	{"file", CLAUSE_FILE, "a part of a path", query_file, "2021/",
		N_("has this in its path")},
	{"tag", CLAUSE_TAG, "one of your tags", query_tag, "\"to check\"",
		N_("has this tag of yours")},
	{"is", CLAUSE_IS, "read, unread or starred", query_is, "unread",
		N_("was read, was not read, was starred")},
	{"has", CLAUSE_HAS, "note or quote", query_has, "note",
		N_("has a note of yours, or a quotation")},
};
/* clang-format on */
const uint32_t operator_count = COUNT(operators);

static struct span small_letters(struct span name, char *room, size_t most)
{
	size_t len = name.len < most ? name.len : 0;

	for (size_t i = 0; i < len; i++)
		room[i] = (char)(name.at[i] >= 'A' && name.at[i] <= 'Z' ? name.at[i] | 0x20
									: name.at[i]);
	return (struct span){room, len};
}

const struct operator* operator_named(struct span name)
{
	char room[16];
	struct span small = small_letters(name, room, sizeof room);

	for (uint32_t i = 0; i < operator_count; i++)
		if (span_is(small, operators[i].name))
			return &operators[i];
	return NULL;
}

const struct operator* operator_of(enum clause_kind kind)
{
	for (uint32_t i = 0; i < operator_count; i++)
		if (operators[i].kind == kind)
			return &operators[i];
	return NULL;
}

const struct operator* operator_meant(struct span name)
{
	const struct operator* meant = NULL;
	uint32_t least = UINT32_MAX;
	char room[16];
	struct span small = small_letters(name, room, sizeof room);

	for (uint32_t i = 0; i < operator_count; i++) {
		uint32_t far = nearest_unlike(small, operators[i].name);
		if (far < least) {
			least = far;
			meant = &operators[i];
		}
	}
	return meant;
}
