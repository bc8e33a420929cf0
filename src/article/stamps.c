#include "article/stamps.h"

#include "text/calendar.h"

#include <string.h>

#define NO_PIECE UINT32_MAX

static const struct piece *piece_of(const struct pieces *pieces, uint32_t i)
{
	static const struct piece none = {.kind = PIECE_SIGN, .weekday = -1, .brief = -1};

	return i < pieces->count ? &pieces->at[i] : &none;
}

static bool is_number(const struct pieces *pieces, uint32_t i, int least, int most)
{
	const struct piece *piece = piece_of(pieces, i);

	return piece->kind == PIECE_NUMBER && piece->digits >= least && piece->digits <= most;
}

static bool is_year(const struct pieces *pieces, uint32_t i)
{
	uint32_t value = piece_of(pieces, i)->value;

	return is_number(pieces, i, 4, 4) && value >= 1900 && value <= 2100;
}

static bool is_sign(const struct pieces *pieces, uint32_t i, uint32_t point)
{
	const struct piece *piece = piece_of(pieces, i);

	return piece->kind == PIECE_SIGN && piece->value == point;
}

static bool is_word(const struct pieces *pieces, uint32_t i, const char *word)
{
	const struct piece *piece = piece_of(pieces, i);

	return piece->kind == PIECE_WORD &&
	       span_is(span_cut(pieces->line, piece->start, piece->end), word);
}

static bool is_day(int year, int month, int day)
{
	return day_of(year ? year : 2000, month, day) != DAY_NONE;
}

static int full_year(const struct piece *piece)
{
	int value = (int)piece->value;

	return piece->digits == 4 ? value : value + (value < 69 ? 2000 : 1900);
}

/* Sets the day when there is such a day. */
static uint32_t set_day(struct stamp_hit *hit, int year, int month, int day, uint32_t end)
{
	if (!is_day(year, month, day))
		return NO_PIECE;
	hit->stamp.year = year;
	hit->stamp.month = month;
	hit->stamp.day = day;
	return end;
}

/* The sign between the numbers of a date, glued to both; 0 when there is none. */
static uint32_t separator(const struct pieces *pieces, uint32_t i)
{
	const struct piece *sign = piece_of(pieces, i);
	uint32_t point = sign->value;

	if (sign->kind != PIECE_SIGN || sign->after_blank || piece_of(pieces, i + 1)->after_blank ||
		piece_of(pieces, i + 1)->kind != PIECE_NUMBER)
		return 0;
	return point == '-' || point == '/' || point == '.' || point == '_' ? point : 0;
}

/* 2021-01-26, 2021/01/26, 2021.01.26, 2021-01, 2021年1月26日. */
static uint32_t year_first(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	if (!is_year(pieces, i))
		return NO_PIECE;
	int year = (int)piece_of(pieces, i)->value;
	uint32_t point = separator(pieces, i + 1);
	bool spelt = is_word(pieces, i + 1, "年") || is_word(pieces, i + 1, "년");
	if ((!point && !spelt) || !is_number(pieces, i + 2, 1, 2))
		return NO_PIECE;
	int month = (int)piece_of(pieces, i + 2)->value;
	bool next = spelt ? is_word(pieces, i + 3, "月") || is_word(pieces, i + 3, "월")
			  : separator(pieces, i + 3) == point;
	hit->numeric = true;
	if (next && is_number(pieces, i + 4, 1, 2)) {
		uint32_t end = i + (spelt ? 6 : 5);
		return set_day(hit, year, month, (int)piece_of(pieces, i + 4)->value, end);
	}
	if (point == '.' || point == '_' || piece_of(pieces, i + 2)->digits != 2 || month < 1 ||
		month > 12)
		return NO_PIECE;
	hit->stamp.year = year;
	hit->stamp.month = month;
	return i + 3;
}

/* 26/01/2021, 01/26/2021, 26.01.21, and without a year 26/01, 26.01. */
static uint32_t numbers(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	uint32_t point = separator(pieces, i + 1);

	if (!is_number(pieces, i, 1, 2) || !point || point == '_' ||
		!is_number(pieces, i + 2, 1, 2))
		return NO_PIECE;
	int a = (int)piece_of(pieces, i)->value, b = (int)piece_of(pieces, i + 2)->value;
	bool with_year = separator(pieces, i + 3) == point &&
			 (is_year(pieces, i + 4) || is_number(pieces, i + 4, 2, 2));
	int year = with_year ? full_year(piece_of(pieces, i + 4)) : 0;
	bool month_first = b > 12 || (a <= 12 && point == '/' && pieces->language == LANGUAGE_EN);
	hit->numeric = true;
	hit->day_first = !month_first;
	if (!with_year && (point == '-' || separator(pieces, i + 3) ||
				  (point == '.' && !is_sign(pieces, i + 3, '.'))))
		return NO_PIECE;
	if (i > 0 && separator(pieces, i - 1))
		return NO_PIECE;
	uint32_t end = with_year ? i + 5 : i + 3;
	return set_day(hit, year, month_first ? a : b, month_first ? b : a, end);
}

static bool is_ordinal(const struct pieces *pieces, uint32_t i)
{
	return is_word(pieces, i, "er") || is_word(pieces, i, "st") || is_word(pieces, i, "nd") ||
	       is_word(pieces, i, "rd") || is_word(pieces, i, "th") || is_sign(pieces, i, '.') ||
	       is_sign(pieces, i, 0xB0) || is_word(pieces, i, "º");
}

/* The year that follows a month or a day, over at most two joints. */
static uint32_t year_after(const struct pieces *pieces, uint32_t i, int *year)
{
	for (uint32_t k = i; k <= i + 2; k++) {
		if (is_year(pieces, k)) {
			*year = (int)piece_of(pieces, k)->value;
			return k + 1;
		}
		if (!piece_of(pieces, k)->joint || is_sign(pieces, k, '|'))
			break;
	}
	return i;
}

/* 26 janvier 2021, 26. Januar, 1er mars, 26 de enero de 2021, 27th of March. */
static uint32_t day_month(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	uint32_t k = i + 1;
	int year = 0;

	if (!is_number(pieces, i, 1, 2))
		return NO_PIECE;
	k += is_ordinal(pieces, k);
	k += is_word(pieces, k, "de") || is_word(pieces, k, "of") || is_sign(pieces, k, '-');
	int month = piece_of(pieces, k)->month;
	if (!month)
		return NO_PIECE;
	k += 1 + is_sign(pieces, k + 1, '.');
	k = year_after(pieces, k, &year);
	hit->day_first = true;
	return set_day(hit, year, month, (int)piece_of(pieces, i)->value, k);
}

/* March 27, 2024; Jan. 26; January 2021. */
static uint32_t month_day(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	uint32_t k = i + 1;
	int year = 0;

	if (!piece_of(pieces, i)->month)
		return NO_PIECE;
	k += is_sign(pieces, k, '.');
	if (is_number(pieces, k, 1, 2)) {
		int day = (int)piece_of(pieces, k)->value;
		k++;
		/* "mars 15h30" is no day. */
		if (is_word(pieces, k, "h") || is_sign(pieces, k, ':'))
			return NO_PIECE;
		k += is_ordinal(pieces, k) && !is_sign(pieces, k, '.');
		k = year_after(pieces, k, &year);
		return set_day(hit, year, piece_of(pieces, i)->month, day, k);
	}
	uint32_t end = year_after(pieces, k, &year);
	if (end == k)
		return NO_PIECE;
	hit->stamp.year = year;
	hit->stamp.month = piece_of(pieces, i)->month;
	return end;
}

/* A date that begins at i with one of the forms. */
static uint32_t date_from(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	static uint32_t (*const forms[])(const struct pieces *, uint32_t, struct stamp_hit *) = {
		year_first, numbers, day_month, month_day};

	for (size_t form = 0; form < COUNT(forms); form++) {
		struct stamp_hit try = *hit;
		uint32_t end = forms[form](pieces, i, &try);
		if (end == NO_PIECE)
			continue;
		*hit = try;
		return end;
	}
	return NO_PIECE;
}

/* A date with its weekday before it.  "Mar 26, 2021" is in March, "mar. 26 janv." a Tuesday: what
 * shortens a weekday is one where a whole date follows. */
static uint32_t date_at(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	const struct piece *piece = piece_of(pieces, i);
	int weekday = piece->weekday >= 0 ? piece->weekday : piece->brief;
	uint32_t k = i + 1, end;

	if (weekday < 0)
		return date_from(pieces, i, hit);
	for (int joints = 0; joints < 3 && piece_of(pieces, k)->joint; joints++)
		k++;
	end = date_from(pieces, k, hit);
	if (end == NO_PIECE)
		return date_from(pieces, i, hit);
	hit->stamp.weekday = weekday;
	return end;
}

/* Moves the minute by "pm" or "p.m." after it. */
static uint32_t half_of_day(const struct pieces *pieces, uint32_t i, int *minute)
{
	bool pm = is_word(pieces, i, "pm") || is_word(pieces, i, "PM");
	bool am = is_word(pieces, i, "am") || is_word(pieces, i, "AM");
	uint32_t end = i + 1;

	if (!pm && !am && is_sign(pieces, i + 1, '.') &&
		(is_word(pieces, i + 2, "m") || is_word(pieces, i + 2, "M"))) {
		pm = is_word(pieces, i, "p") || is_word(pieces, i, "P");
		am = is_word(pieces, i, "a") || is_word(pieces, i, "A");
		end = i + 3 + is_sign(pieces, i + 3, '.');
	}
	if ((!pm && !am) || *minute >= 13 * 60)
		return i;
	*minute = *minute % (12 * 60) + (pm ? 12 * 60 : 0);
	return end;
}

/* 09h18, 9 h, 15:47, 3:47 pm, 18.05 Uhr. */
static uint32_t time_at(const struct pieces *pieces, uint32_t i, int *minute)
{
	if (!is_number(pieces, i, 1, 2) || piece_of(pieces, i)->value > 23)
		return NO_PIECE;
	int hour = (int)piece_of(pieces, i)->value;
	bool h = is_word(pieces, i + 1, "h") || is_word(pieces, i + 1, "H");
	bool colon = is_sign(pieces, i + 1, ':') && !piece_of(pieces, i + 2)->after_blank;
	bool dot = is_sign(pieces, i + 1, '.') && is_word(pieces, i + 3, "Uhr");
	bool minutes = is_number(pieces, i + 2, 2, 2) && piece_of(pieces, i + 2)->value < 60;
	if ((colon || dot || h) && minutes) {
		*minute = hour * 60 + (int)piece_of(pieces, i + 2)->value;
		uint32_t end = i + 3;
		if (colon && is_sign(pieces, end, ':') && is_number(pieces, end + 1, 2, 2))
			end += 2;
		return dot ? end + 1 : half_of_day(pieces, end, minute);
	}
	if (!h)
		return NO_PIECE;
	*minute = hour * 60;
	return i + 2;
}

/* The first piece after the joints at i, at most four. */
static uint32_t after_joints(const struct pieces *pieces, uint32_t i)
{
	for (int joints = 0; joints < 4 && piece_of(pieces, i)->joint; joints++)
		i++;
	return i;
}

/* A date with the time after it, a time with the date after it, or a time alone. */
static uint32_t stamp_at(const struct pieces *pieces, uint32_t i, struct stamp_hit *hit)
{
	int minute;
	uint32_t end = date_at(pieces, i, hit);

	if (end != NO_PIECE) {
		uint32_t time_end = time_at(pieces, after_joints(pieces, end), &minute);
		if (time_end == NO_PIECE)
			return end;
		hit->stamp.minute = minute;
		return time_end;
	}
	end = time_at(pieces, i, &minute);
	if (end == NO_PIECE)
		return NO_PIECE;
	hit->stamp.minute = minute;
	uint32_t date_end = date_at(pieces, after_joints(pieces, end), hit);
	return date_end == NO_PIECE ? end : date_end;
}

bool stamp_possible(struct span line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.at[i] >= '0' && line.at[i] <= '9')
			return true;
	return false;
}

bool stamp_next(const struct pieces *pieces, uint32_t *from, struct stamp_hit *hit)
{
	for (uint32_t i = *from; i < pieces->count; i++) {
		*hit = (struct stamp_hit){.stamp = {.weekday = -1, .minute = -1}, .first = i};
		uint32_t end = stamp_at(pieces, i, hit);
		if (end == NO_PIECE || (i > 0 && !piece_of(pieces, i)->after_blank &&
					       piece_of(pieces, i - 1)->kind == PIECE_NUMBER))
			continue;
		if (end > pieces->count)
			end = pieces->count;
		hit->last = end;
		hit->stamp.at =
			(struct extent){piece_of(pieces, i)->start, piece_of(pieces, end - 1)->end};
		hit->stamp.from = FROM_TEXT;
		*from = end;
		return true;
	}
	*from = pieces->count;
	return false;
}
