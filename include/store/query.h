#ifndef DEPECHE_STORE_QUERY_H
#define DEPECHE_STORE_QUERY_H

/*
 * A filter, and which articles pass it.  A query is a row of clauses, each shown as a chip:
 * all must hold, but that chosen people can be joined by OR.  Where an article can have only
 * one value, several chosen ones are alternatives: sources, languages, stories, and spans of
 * days that have no day in common; spans that overlap narrow each other (a year and its month,
 * since and until).  Queries are immutable; a change makes a new one in the arena, with words of
 * its own, so that a history can keep them; a group of queries is one chip.  Clauses name people by
 * slug, sources and languages by text: they survive from epoch to epoch.
 */

#include "base/fault.h"
#include "store/epoch.h"
#include "text/language.h"

enum clause_kind {
	/* Every word, in any form; if live, one that ends the text also as the beginning of one. */
	CLAUSE_WORDS,
	CLAUSE_PERSON, /* by slug; by name or function */
	CLAUSE_SAYS,   /* is quoted: a person by slug, else an organisation by its name */
	CLAUSE_ROLE,   /* somebody is named with a function of these words */
	/* Every day that the article may be of lies within; both ends DAY_NONE: undated. */
	CLAUSE_DATE,
	/* Speaks of a day in the span, whatever it calls it; what is vaguer than both a week and
	 * the span speaks of none. */
	CLAUSE_ABOUT,
	CLAUSE_SOURCE, /* "": not stated */
	CLAUSE_LANGUAGE,
	CLAUSE_STORY,        /* by one of its articles: a path, a part of one or a number */
	CLAUSE_PHRASE,       /* these very forms of words, side by side in one line */
	CLAUSE_EXACT,        /* every word, in this very form */
	CLAUSE_WITH,         /* people who are named, or meant, in one paragraph */
	CLAUSE_ORGANISATION, /* by slug; named */
	CLAUSE_PLACE,        /* by slug; named */
	CLAUSE_TITLE,        /* every word, in any form, in the title */
	CLAUSE_FILE,         /* the path has this in it, case and accents aside */
	CLAUSE_IS,           /* read, unread, starred */
	CLAUSE_HAS,          /* note, quote */
	CLAUSE_TAG,          /* by its name, case and accents aside */
	CLAUSE_GROUP,        /* one of several queries, at least */
	CLAUSE_KIND_COUNT
};

struct clause {
	enum clause_kind kind;
	bool exclude;
	bool off;          /* kept, but without effect */
	bool live;         /* words still being typed */
	const char *text;  /* the words, the slug, the source, the language's code */
	const char *label; /* its value in a reader's words: "Dmitri Peskov", "Jan 2021" */
	int32_t from, to;  /* CLAUSE_DATE, CLAUSE_ABOUT: days, inclusive */
	/* CLAUSE_GROUP: its queries; text is how they are written.  CLAUSE_WITH: a person each. */
	const struct query *const *any;
	uint32_t any_count;
};

#define QUERY_WITH_MOST 8u /* people of CLAUSE_WITH */

struct query {
	const struct clause *clauses;
	uint32_t count;
	bool any_person; /* included people are joined by OR, and so are speakers */
};

const struct query *query_empty(void);
/* With one clause more; an equal one (whatever its switches) is replaced. */
const struct query *query_with(const struct query *, struct clause, struct arena *);
const struct query *query_without(const struct query *, uint32_t index, struct arena *);
/* The same with clause index replaced, or with OR and AND flipped. */
const struct query *query_changed(
	const struct query *, uint32_t index, struct clause, struct arena *);
const struct query *query_joined(const struct query *, bool any_person, struct arena *);
/* The clause of that kind and text (dates: those days); -1 when there is none. */
int query_find(const struct query *, const struct clause *);
bool query_is_active(const struct query *); /* some clause is on */

/* A date clause from "2021", "2021-01", "2021-01-26", "A..B", ">A", "<A"; a person clause from
 * a name or part of one.  Fails: ERR_USAGE, with what was meant where that can be told;
 * ERR_ABSENT, nobody is called so. */
enum err query_date(struct span text, struct clause *, struct arena *, struct fault *why);
enum err query_person(
	const struct epoch *, struct span name, struct clause *, struct arena *, struct fault *why);
/* Who is quoted: a person, else whatever organisation speaks under that name. */
enum err query_says(
	const struct epoch *, struct span name, struct clause *, struct arena *, struct fault *why);
/* Whether the quotation is one that a clause of CLAUSE_SAYS asks for. */
bool query_quoted(const struct epoch *, const struct clause *, const struct quotation *,
	struct arena *scratch);

/* The articles that pass. */
struct result {
	const article_id *ids; /* the latest first */
	uint32_t count;
	const uint64_t *bits; /* bit id: article id passes */
};
struct result query_run(const struct epoch *, const struct query *, struct arena *);

#endif
