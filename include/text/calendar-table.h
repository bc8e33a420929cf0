#ifndef DEPECHE_TEXT_CALENDAR_TABLE_H
#define DEPECHE_TEXT_CALENDAR_TABLE_H

/*
 * The names of months and weekdays that calendar.h knows, folded, each table in bytewise order.
 */

#include "base/span.h"

struct calendar_name {
	char folded[28];
	int number; /* months 1-12, weekdays 0-6 */
};

extern const struct calendar_name calendar_months[];
extern const size_t calendar_month_count;
extern const struct calendar_name calendar_weekdays[];
extern const size_t calendar_weekday_count;
/* Abbreviations that are other words as well ("mar": March, "sat", "mer"). */
extern const struct calendar_name calendar_weekdays_short[];
extern const size_t calendar_weekday_short_count;
int weekday_shortened(struct span folded); /* 0-6, where a date follows; -1 */

#endif
