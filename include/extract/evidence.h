#ifndef DEPECHE_EXTRACT_EVIDENCE_H
#define DEPECHE_EXTRACT_EVIDENCE_H

/*
 * What can be read from one article alone: stretches that may name a person, days as they are
 * written, the words it is made of.  Evidence, not facts: who is who and which year was meant
 * is for floor know, which sees the whole archive.  Pure and total.  Marks are in order of
 * their start, on code point boundaries, inside body lines (names: the title's line too); name
 * marks do not overlap.
 */

#include "article/article.h"
#include "base/vec.h"
#include "text/language.h"

/* Why a stretch may be a person, the strongest reason that holds. */
enum name_clue {
	CLUE_BARE,   /* capitalised words alone: a person only if others say so */
	CLUE_GIVEN,  /* begins with a known given name */
	CLUE_ROLE,   /* a function stands beside it ("le président X", "X, ministre de…") */
	CLUE_SPEECH, /* says something ("a déclaré X") */
	CLUE_TITLE,  /* "M.", "Mme", "MM. A et B", "Dr" */
	NAME_CLUE_COUNT
};

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* "Sergueï Lavrov", "Lavrov" of "M. Lavrov", "al-Assad", "Ursula von der Leyen". */
struct name_mark {
	struct extent at;      /* the name, without its title */
	struct extent surname; /* the last part, with its particles; all of it when bare */
	enum name_clue clue;
	enum gender gender;
	bool plural; /* stands in a list after a plural title ("MM. A et B") */
	bool sentence_start;
	uint8_t words; /* of the name, particles counted */
};

/* Which moment a written day is measured from. */
enum day_anchor {
	ANCHOR_NONE,      /* the calendar itself: "5 février 2021" */
	ANCHOR_PUBLISHED, /* "lundi", "le 5 février", "hier" */
	ANCHOR_PREVIOUS   /* the day spoken of before: "le même jour", "août de la même année" */
};

/* A day or a span of days as written; what is not stated is 0, the weekday -1. */
struct day_mark {
	struct extent at;
	enum day_anchor anchor;
	int year, month, day; /* 1-12, 1-31 */
	int weekday;          /* 0 Monday … 6 Sunday */
	bool future;          /* the verb beside it is in the future, or it is a term ("until") */
	bool past;            /* the verb beside it is in the past */
	bool here;            /* "ce lundi 25 janvier": the very days of writing */
};

/* A word of the article: its stem, how often it stands in the body and in the title. */
struct term {
	struct span stem;    /* folded; in the evidence's arena */
	struct extent first; /* the word where it stands first, to show to a reader */
	uint16_t count;      /* at most 65535 */
	uint16_t in_title;
};

VEC_OF(struct name_mark, name_marks);
VEC_OF(struct day_mark, day_marks);
VEC_OF(struct term, terms);

struct evidence {
	struct name_marks names;
	struct day_marks days;
	struct terms terms;    /* sorted by stem, each once */
	uint64_t *line_prints; /* of every line of the article: a hash of its folded words */
	uint32_t word_count;   /* of the body */
};

/* An article with what was read from it: what floor know works on. */
struct document {
	const struct article *article;
	const struct evidence *evidence;
};

#endif
