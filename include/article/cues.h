#ifndef DEPECHE_ARTICLE_CUES_H
#define DEPECHE_ARTICLE_CUES_H

/*
 * The words by which a page speaks of itself and not of its subject: "Read also", "Partager",
 * "Mis à jour le", "Photo:", "Tags".  All questions take folded text (text/fold.h).  Private to
 * the floor.
 */

#include "base/span.h"

enum cue {
	CUE_POINTER = 1 << 0,    /* leads to other articles */
	CUE_TERMINATOR = 1 << 1, /* ends the article when it opens a short line */
	CUE_SHARING = 1 << 2,    /* networks, newsletters, subscriptions */
	CUE_LEGAL = 1 << 3,      /* rights, privacy, advertising, about the site */
	CUE_DOING = 1 << 4,      /* buttons: sign in, print, reply, search */
	CUE_LABEL = 1 << 5,      /* announces a day: "Published on" */
	CUE_UPDATED = 1 << 6,    /* announces the day of a change */
	CUE_CREDIT = 1 << 7,     /* a picture's maker */
	CUE_BY = 1 << 8,         /* announces a writer */
	CUE_TAGS = 1 << 9,       /* announces a list of subjects */
	CUE_SOURCE = 1 << 10,    /* announces where it was taken from */
	CUE_RUBRIC = 1 << 11     /* the usual name of a section */
};

struct cue_phrase {
	char phrase[56];   /* folded */
	uint32_t opening;  /* what it means as the first words of a line */
	uint32_t anywhere; /* what it means anywhere in a line */
};
extern const struct cue_phrase cue_phrases[]; /* in the order of their bytes */
extern const uint32_t cue_phrase_count;

/* Everything that the phrases of a line mean, opening and inside. */
uint32_t cues_of(struct span folded);
/* The first of the phrases that begin with this word; null: none does, as of most words. */
const struct cue_phrase *cue_begins(struct span word);
/* What those mean that begin with this word of it, the first being known; whether the word opens
 * the line. */
uint32_t cues_of_word(
	const struct cue_phrase *first, struct span folded, struct extent word, bool opening);

/* The end of the longest phrase that stands at start, where a word begins, and holds one of
 * the cues; 0 when there is none. */
size_t cue_at(struct span folded, size_t start, uint32_t cues);

/* Whether the whole line is one phrase that holds one of the cues, signs aside. */
bool cue_alone(struct span folded, uint32_t cues);

/* Where the line's first word begins; its length when it has none. */
size_t cue_start(struct span folded);

/* Whether the folded name is a news agency ("afp", "xinhua"), which signs but is nobody. */
bool cue_is_agency(struct span folded);

#endif
