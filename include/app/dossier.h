#ifndef DEPECHE_APP_DOSSIER_H
#define DEPECHE_APP_DOSSIER_H

/*
 * All that an archive tells of one person, in sections of lines: the functions held and where
 * they were read, the months in which articles speak of the person, who is named with them, what
 * they said, how they are written, which articles these are.  The whole archive is looked at,
 * whatever the filter.
 */

#include "store/query.h"

/* In the order in which they are shown. */
enum dossier_section {
	DOSSIER_ROLES,
	DOSSIER_TIME,
	DOSSIER_WITH,
	DOSSIER_FORMS,
	DOSSIER_SAID,
	DOSSIER_ARTICLES,
	DOSSIER_SECTION_COUNT
};

struct dossier_line {
	struct span text;       /* a function, a name, a spelling, what was said, a title */
	const char *note;       /* less loud, behind or under it; "" */
	const char *date;       /* in a column of its own; "" */
	struct span source;     /* under the date; empty */
	uint32_t here, all;     /* articles, "2/3" where both are given; here 0 of 0: no count */
	article_id article;     /* that it was read in; ARTICLE_NONE */
	struct extent place;    /* of its text; none: its beginning */
	uint32_t actor;         /* DOSSIER_WITH: who that is; else ACTOR_NONE */
	const uint32_t *months; /* of a year: articles of each of the twelve; else null */
	uint32_t index;         /* DOSSIER_ROLES, DOSSIER_FORMS: of the actor's roles, forms */
	const struct quotation *quotation; /* DOSSIER_SAID */
	const struct clause *filter;       /* what can be made of it besides the person; null */
};

VEC_OF(struct dossier_line, dossier_lines);

/* Of each section; to be translated. */
extern const char *const dossier_titles[DOSSIER_SECTION_COUNT];

struct dossier {
	uint32_t actor;
	const char *name;
	const char *summary; /* "named in 3 articles · 6 quotations · 26 Jan 2021 – 27 Mar 2024" */
	struct dossier_lines sections[DOSSIER_SECTION_COUNT];
	uint32_t most;       /* articles of the fullest line of DOSSIER_TIME */
	uint32_t most_month; /* of the fullest month; 0 where there are no years */
};

/* Cost: the mentions of the articles that mean the person. */
void dossier_make(const struct epoch *, uint32_t actor, struct dossier *, struct arena *);

#endif
