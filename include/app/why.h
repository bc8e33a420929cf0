#ifndef DEPECHE_APP_WHY_H
#define DEPECHE_APP_WHY_H

/*
 * Why something is believed: the answer to "=", a line a reason, each with the place in the text
 * that it was read from, where there is one.  Says only what the facts themselves carry.
 */

#include "base/buf.h"
#include "base/vec.h"
#include "store/query.h"

struct why_line {
	const char *text;   /* on one line, without a full stop */
	article_id article; /* that the place lies in; ARTICLE_NONE: it was not read in a text */
	struct extent place;
	const struct clause *filter; /* what "R" makes of it; null: nothing */
};

VEC_OF(struct why_line, why_lines);

/* A question and its answer; everything lives in the arena. */
struct why {
	const struct epoch *epoch;
	article_id article; /* that is asked about, or in which */
	const char *subject; /* "Dmitri Peskov", "“lundi”" */
	struct why_lines lines;
	struct arena *arena;
};

/* What was read of the article itself: title, day, source, language. */
void why_article(struct why *);
/* Who is meant there, who speaks, which day it is. */
void why_mention(struct why *, const struct mention *);
void why_quote(struct why *, const struct quotation *);
void why_day(struct why *, const struct day_spoken *);
/* Who that is, over the whole archive. */
void why_actor(struct why *, uint32_t actor);
/* Why the other article is related to this one. */
void why_related(struct why *, const struct related_article *);

/* For the makers of lines: one more, with its place; an empty extent: none. */
struct why_line *why_add(struct why *, struct extent place, const char *text);
/* The clause that asks for that person. */
const struct clause *why_person(const struct why *, uint32_t actor);
/* "“…porte-parole du Kremlin, Dmitri Peskov, mais à…”": a place with some words around it. */
const char *why_context(const struct why *, struct extent place);
/* "“lundi”": the place alone, cut where it is long. */
const char *why_words(const struct why *, struct extent place);

#endif
