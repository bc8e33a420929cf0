#ifndef DEPECHE_KNOW_DATING_STATED_H
#define DEPECHE_KNOW_DATING_STATED_H

/*
 * What one article states of its day of publication: its date lines taken together, and, where
 * they leave the day open, the days that its text speaks of.  For know/dating alone.
 */

#include "extract/evidence.h"

struct stated {
	int year, month, day; /* 0: not stated */
	int weekday;          /* -1: not stated */
	int minute;           /* -1: not stated */
	enum origin from;
	struct extent at;
	bool day_inferred;           /* the day was read from the text, not from a date line */
	const struct stamp *stamp;   /* the date line that decided; null: none */
	const struct day_mark *mark; /* the day of the text that decided; null: none */
};

struct stated stated_read(const struct document *);

#endif
