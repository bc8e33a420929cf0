#ifndef DEPECHE_ARTICLE_ARTICLE_H
#define DEPECHE_ARTICLE_ARTICLE_H

/*
 * What one saved article is made of, as far as it can tell by itself: nothing here was learnt
 * from other articles.  Immutable once read.  Everything lives in one arena; spans lie in the
 * text or in the arena; offsets are bytes into the text.
 */

#include "base/arena.h"
#include "base/map.h"
#include "base/span.h"
#include "text/language.h"

enum line_kind {
	LINE_FURNITURE, /* menus, counters, share buttons, teaser headlines, tags, makers' marks */
	LINE_TITLE,
	LINE_DATELINE,
	LINE_BYLINE,
	LINE_PARAGRAPH,
	LINE_HEADING,
	LINE_CAPTION,
	LINE_KIND_COUNT
};

/* Whether lines of the kind are the article's own text. */
static inline bool line_is_body(enum line_kind kind)
{
	return kind == LINE_PARAGRAPH || kind == LINE_HEADING || kind == LINE_CAPTION;
}

/* A line without its blanks at both ends; one line of the file may hold two kinds one after
 * the other ("date 2021-01 The lead…") and is then two of these. */
struct line {
	struct extent at;
	enum line_kind kind;
};

/* How deep a line stands in quotations and lists that its document sets apart. */
#define SET_MOST 3
#define ITEM_BULLET 255
struct line_set {
	uint8_t quoted; /* quotations around it, at most SET_MOST */
	uint8_t listed; /* items of lists around it, at most SET_MOST */
	uint8_t item; /* one begins here: its number, ITEM_BULLET where it has none; 0: none does */
};

/* Where a fact was read. */
enum origin {
	FROM_NOWHERE, /* not known */
	FROM_TEXT,    /* stated in the document itself ("document" for titles) */
	FROM_METADATA,
	FROM_LEAD, /* the first sentence stands in for a title */
	FROM_URL,
	FROM_NAME, /* the file's name */
	FROM_ARCHIVE, /* worked out from the other articles */
	FROM_READER,  /* put right by the person who reads */
	ORIGIN_COUNT
};

/* A day of publication as far as a line states it. */
struct stamp {
	struct extent at; /* where it stands; none when it was read from the path */
	int year;         /* 0: not stated */
	int month, day;   /* 0: not stated */
	int weekday;      /* 0 Monday … 6; -1: not stated */
	int minute;       /* of the day; -1: not stated */
	enum origin from;
	bool updated; /* "mise à jour": the day of the last change, not of the first print */
};

/* A link of the document: the words that carry it, and where it leads. */
struct link {
	struct extent at;
	struct span url; /* "https://…" or "http://…" */
};

struct article {
	const char *path;     /* as given, terminated */
	struct digest digest; /* of the file's bytes: what marks are keyed by */
	struct span text;     /* valid UTF-8, with blanks for the line ends inside paragraphs */
	struct span saved;    /* the same bytes with those line ends, as the file has them */
	const char *encoding; /* of the file, as iconv names it */
	bool repaired;        /* some bytes became U+FFFD */
	enum language language;

	struct line *lines; /* every line that is not blank, in order */
	uint32_t line_count;
	uint32_t reading; /* the number of its text in text/text-words; 0: none */
	struct line_set *sets; /* of each line; null where none is set apart */
	uint32_t set_count;    /* 0, or line_count */

	struct span title; /* one line; empty only where the article has no body at all */
	struct extent title_at; /* where it was read; for a lead, its sentence */
	enum origin title_from;
	struct stamp *stamps; /* best first */
	uint32_t stamp_count;
	struct span *bylines; /* persons, without "Par" */
	uint32_t byline_count;
	struct span *tags;
	uint32_t tag_count;
	struct link *links; /* in order of their start; only of formats that have them apart */
	uint32_t link_count;
	struct span section, source, url; /* empty: not known */
	enum origin source_from;

	const struct corrected *corrected; /* what the reader put right, see correct.h; null */
};

#endif
