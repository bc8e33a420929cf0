#ifndef DEPECHE_ARTICLE_STAMPS_H
#define DEPECHE_ARTICLE_STAMPS_H

/*
 * Days and times of publication as lines, paths and addresses write them: "le 26/01 à 09h18",
 * "March 27, 2024 15:47", "2021-02-05T09:04", "26. Januar 2021, 18.05 Uhr", "2021年1月26日".
 * Whether a line is about its publication is not asked here.  Private to the floor.
 */

#include "article/article.h"
#include "text/vocabulary.h"

/* Only so much of a line is cut into pieces: what dates a page stands at an opening. */
#define PIECES_ROOM 96

enum piece_kind { PIECE_NUMBER, PIECE_WORD, PIECE_SIGN };

struct piece {
	uint32_t start, end; /* bytes into the line */
	enum piece_kind kind;
	uint32_t value; /* of a number (at most 8 digits); a sign's code point */
	uint8_t digits;
	int8_t month;   /* 1-12 for the name of a month, else 0 */
	int8_t weekday; /* 0-6 for the name of a weekday, else -1 */
	int8_t brief;   /* the same for what may shorten one: "mar" */
	bool joint;     /* a word or sign that stands between the parts of a date */
	bool named;     /* month, weekday and joint are filled in */
	bool after_blank;
};

struct pieces {
	struct span line;
	enum language language;
	struct vocabulary *vocabulary; /* may be null */
	struct piece at[PIECES_ROOM];
	uint32_t count;
};

/* With a vocabulary its words are looked up once. */
void pieces_read(struct pieces *, struct span line, enum language, struct vocabulary *,
	struct arena *scratch);
/* Whether there can be any date or time in the line, which all have digits; most lines have none.
 */
bool stamp_possible(struct span line);

struct stamp_hit {
	struct stamp stamp;   /* at is into the line */
	uint32_t first, last; /* pieces, last one past */
	bool numeric;         /* no name of a month in it */
	bool day_first;       /* "26 janvier", not "janvier 26" */
};

/* The next day, month or time at or after piece *from, which moves past it. A time that stands
 * alone has month 0. */
bool stamp_next(const struct pieces *, uint32_t *from, struct stamp_hit *);

/* The days that a path or an address holds: 2021-01-26, 2021/01/26, 20210126, 2017_01_05.
 * How many were put into stamps (the last in the path first). */
uint32_t stamps_of_path(struct span path, struct stamp *stamps, uint32_t room);

#endif
