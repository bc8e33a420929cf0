#ifndef DEPECHE_EXTRACT_EVIDENCE_H
#define DEPECHE_EXTRACT_EVIDENCE_H

/*
 * What can be read from one article alone: stretches that may name a person, an organisation
 * or a place, days as they are
 * written, quotations, the words it is made of.  Evidence, not facts: who is who and which year
 * was meant is for floor know, which sees the whole archive.  Pure and total.  Marks are in order
 * of their start, on code point boundaries, inside body lines (names, days and quotations:
 * the title's line too; days: date lines too); name marks do not overlap.
 */

#include "article/article.h"
#include "base/strings.h"
#include "base/vec.h"
#include "text/language.h"

/* Why a stretch may be a person, the strongest reason that holds. */
enum name_clue {
	CLUE_BARE,   /* capitalised words alone: a person only if others say so */
	CLUE_MODEL,  /* the trained tagger takes it for one */
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

enum entity_kind { ENTITY_ORGANISATION, ENTITY_PLACE, ENTITY_KIND_COUNT };

/* "Nations unies", "Corée du Nord". */
struct entity_mark {
	struct extent at; /* without an article before it */
	enum entity_kind kind;
	bool acronym; /* of the mark before it: "Organisation mondiale de la santé (OMS)" */
};

/* Which moment a written day is measured from. */
enum day_anchor {
	ANCHOR_NONE,      /* the calendar itself: "5 février 2021" */
	ANCHOR_PUBLISHED, /* "lundi", "le 5 février", "hier" */
	ANCHOR_PREVIOUS /* the day spoken of before: "le même jour", "août de la même année" */
};

/* What is counted or named as a whole. */
enum day_unit {
	UNIT_NONE, /* year, month, day and weekday say it */
	UNIT_DAY,
	UNIT_WEEK,
	UNIT_WEEKEND,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_HALF,
	UNIT_SEASON,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	DAY_UNIT_COUNT
};

enum day_part { PART_WHOLE, PART_BEGIN, PART_MIDDLE, PART_END };

/* One end of a span of days, as stated. */
struct day_bound {
	int year, month, day, weekday; /* as in struct day_mark */
	enum day_unit unit;
	enum day_part part;
	int shift;
};

/*
 * A day or a span of days as written; what is not stated is 0, the weekday -1.  Of "du 16 au 23
 * juin" the fields are those of the last day, and first is the other.  A year or month that is
 * told by its distance ("août de la même année", "mars de l'an dernier") has its unit and shift
 * beside the month and day that are stated.
 */
struct day_mark {
	struct extent at;
	enum day_anchor anchor;
	int year, month, day; /* 1-12, 1-31; of a decade its first year */
	int weekday;          /* 0 Monday … 6 Sunday */
	enum day_unit unit;
	enum day_part part; /* "début", "mi-", "fin" */
	int shift;          /* units after the anchor: -1 "hier", "la semaine dernière"; -1 or 1
			       for "lundi dernier", "novembre prochain"; of a quarter, half or
			       season that is named, years */
	int which;          /* the quarter, half, season (spring is 1) or century that is named */
	int leading;        /* months from the beginning: "les sept premiers mois de l'année" */
	bool range;
	struct day_bound first; /* of a range */
	bool future;            /* the verb beside it is in the future, or it is a term ("until") */
	bool past;              /* the verb beside it is in the past */
	bool here;              /* "ce lundi 25 janvier": the very days of writing */
	bool outside;           /* of the body: in the title or a date line */
};

#define TERM_LEAD 60u /* words */

/* A word of the article: its stem, how often it stands in the body and in the title. */
struct term {
	uint32_t stem;    /* folded: its number in the strings of the terms */
	uint16_t count;   /* at most 65535 */
	uint8_t in_title; /* at most 255 */
	bool in_lead : 1; /* among the first TERM_LEAD words of the body */
	bool small : 1;   /* somewhere written without a capital letter, so hardly a name */
};

struct terms {
	struct term *at; /* sorted by stem, each once */
	uint32_t count;
	const struct strings *stems; /* the vocabulary's; once an archive has them, the archive's */
};

static inline struct span term_stem(const struct terms *terms, uint32_t index)
{
	return strings_text(terms->stems, terms->at[index].stem);
}

/* How the text says who speaks. */
enum speaker_clue {
	SPEAKER_UNSAID,  /* not at all */
	SPEAKER_BESIDE,  /* a subject stands beside the quotation, without a word of saying */
	SPEAKER_PHRASE,  /* "a déclaré X", "selon X", "X:" */
	SPEAKER_PRONOUN, /* "a-t-il dit", "elle estime que", "selon lui" */
	SPEAKER_READER,  /* it does not, but the reader does (know/corrected.h) */
	SPEAKER_CLUE_COUNT
};

/* Words of somebody, without the marks around them. */
struct quote_mark {
	struct extent at;
	struct extent cue;    /* the word that tells ("déclaré", "selon", "a-t-il"); none */
	struct extent phrase; /* names or describes the speaker; of a pronoun, what it stands for */
	enum speaker_clue clue;
	enum gender gender; /* of the pronoun, else of the phrase's article */
	bool plural;        /* likewise */
};

#define ROLE_MARK_WORDS 8

/*
 * A function of a person as it is written: "porte-parole du Kremlin", "ex-président".  Two marks
 * with equal head and words mean the same function, whatever their order, gender and number of
 * words were: "ministre russe des Affaires étrangères" is "ministre des Affaires étrangères de
 * Russie".  Marks may nest: "porte-parole du président russe" holds "président russe".
 */
struct role_mark {
	struct extent at;                /* without its article; "ex-" and "ancien" belong to it */
	struct extent phrase;            /* with its article, where that can be cut off */
	struct extent holder;            /* the name that stands in apposition; none */
	uint32_t head;                   /* of its noun, without gender and number: a hash */
	uint32_t words[ROLE_MARK_WORDS]; /* of what it is the function of, rising; 0: no more */
	enum gender gender;              /* as the article or the noun tells */
	bool definite;                   /* "le", "the": one who is known */
	bool former;
	bool anchored; /* names the country, the town or the body: means the same anywhere */
	bool sole;     /* an office that one person holds at a time */
	bool free;     /* may stand for its holder: no name beside it, not what somebody becomes */
};

VEC_OF(struct role_mark, role_marks);
VEC_OF(struct name_mark, name_marks);
VEC_OF(struct entity_mark, entity_marks);
VEC_OF(struct day_mark, day_marks);
VEC_OF(struct quote_mark, quote_marks);

struct evidence {
	struct name_marks names;
	struct entity_marks entities; /* overlap names only where these are bare */
	struct day_marks days;
	struct quote_marks quotes; /* do not overlap */
	struct role_marks roles;   /* may nest, the longer one first */
	struct terms terms;
	uint64_t *line_prints; /* of every line of the article: a hash of its folded words */
	uint32_t word_count;   /* of the body */
};

/* An article with what was read from it: what floor know works on. */
struct document {
	const struct article *article;
	const struct evidence *evidence;
};

#endif
