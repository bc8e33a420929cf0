#ifndef DEPECHE_ARTICLE_CORRECTIONS_H
#define DEPECHE_ARTICLE_CORRECTIONS_H

/*
 * What the reader put right in articles, as lines of a text (depeche-corrections(5)), each for
 * the file with certain bytes.  Pure: a text becomes corrections, and a correction a line.  Of
 * several corrections of one thing the last holds.
 */

#include "base/arena.h"
#include "base/fault.h"
#include "base/map.h"

enum correction_kind {
	CORRECTION_TITLE,
	CORRECTION_DAY, /* of publication */
	CORRECTION_SOURCE,
	CORRECTION_TEXT,      /* a line is the article's own */
	CORRECTION_FURNITURE, /* a line is not */
	CORRECTION_PERSON,    /* whom words of the article mean */
	CORRECTION_SPEAKER,   /* who said a quotation */
	CORRECTION_KIND_COUNT
};

struct correction {
	enum correction_kind kind;
	uint32_t line; /* of the file, from 1 */
	struct digest digest;
	struct span words; /* what of the article is meant; empty for title, day and source */
	struct span value; /* empty for lines; nobody and no source are empty too */
	bool as_read;      /* takes back what the lines before it say of the same */
	uint32_t next;     /* 1 + the place of the article's next one; 0: none */
};

/* A line that says nothing that can be understood. */
struct correction_slip {
	uint32_t line;
	const char *words; /* "line 3: …" */
};

struct corrections {
	struct correction *at; /* in the order of their lines */
	uint32_t count;
	struct correction_slip *slips;
	uint32_t slip_count;
	struct map articles; /* digest as text: 1 + the place of its first */
};

/* Each line by itself; what is wrong is a slip, the rest holds.  Owns: words and values point into
 * the text.  Cost: linear. */
struct corrections corrections_parse(struct span text, struct arena *);
/* The first of an article's; null when there is none.  The next is at[next - 1]. */
const struct correction *corrections_of(const struct corrections *, struct digest);

/* The line that says so, without its end.  Fails: ERR_USAGE, with what is wanted: the value cannot
 * be meant, or cannot stand in a line. */
enum err corrections_write(
	const struct correction *, const char **line, struct arena *, struct fault *why);

/* How a stretch of an article is named in a correction: its words, and where they are many their
 * beginning and "…". */
struct span correction_words(struct span text, struct arena *);

#endif
