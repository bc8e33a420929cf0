#include "know/dating-year.h"

#include "text/calendar.h"

#include <math.h>
#include <stdlib.h>

#define YEAR_AT(place) (YEAR_FIRST + (place))
#define HALF_YEAR 183
#define MARKS_MOST 1000u /* of one article that are weighed: more is no news */
#define SHARED_MARKS 32u /* of each article that are compared with its neighbours' */
#define SHARED_MOST 64u

/* Log-odds. */
#define WEEKDAY_WRONG (-4.5f)
#define WEEKDAY_WRONG_MOST (-13.5f)
#define BARE_WEEKDAY_SHARE 0.6f /* bare weekdays of one article are not independent */
#define PAST_TO_COME (-2.0f)    /* a year spoken of as past, and still to come */
#define PAST_TO_COME_MOST (-6.0f)
#define SAME_DAY_FIRST 2.5f /* a neighbour states the year of a day that both speak of */
#define SAME_DAY_MORE 0.7f
#define SAME_DAY_MOST 4.5f
#define SAYS_LEAST 0.7f

#define ARCHIVE_SHARE 0.8f /* of articles that are like those of the archive in their year */
#define ARCHIVE_GRAIN 2.0f /* articles that stand for the ones that are not there */
#define OLD_YEAR 1995      /* few articles are older */
#define OLD_YEAR_ODDS (-2.0f)
#define NEAR_GRAIN 0.01f /* the weight of neighbours that tell nothing */
#define NEAR_HALF 0.25f  /* the nearness that counts a quarter of what it could */

static int32_t day_in(const struct year_question *question, int place)
{
	return day_of(YEAR_AT(place), question->month, question->day);
}

/* The day that a mark without a year means for whoever writes on the given day. */
static int32_t resolve(const struct day_mark *mark, int32_t written)
{
	int32_t best = DAY_NONE;
	int year = civil_of(written).year;

	for (int y = year - 1; y <= year + 1; y++) {
		int32_t day = day_of(y, mark->month, mark->day);
		if (day == DAY_NONE)
			continue;
		if (best == DAY_NONE || abs(day - written) < abs(best - written))
			best = day;
	}
	return best;
}

static float odds_of_weekdays(const struct day_marks *marks, int32_t written)
{
	/* Of 500 bare weekdays not in the future: how many days ago, against one in seven. */
	static const float ago[] = {0.54f, 0.45f, 0.35f, -0.28f, -0.40f, -0.60f, -1.13f};
	float wrong = 0, bare[7] = {0}, sum = 0;

	for (uint32_t i = 0; i < marks->count && i < MARKS_MOST; i++) {
		const struct day_mark *mark = &marks->at[i];
		if (mark->weekday < 0 || mark->year || mark->outside || (mark->day && !mark->month))
			continue;
		if (mark->day == 0) {
			if (!mark->future && mark->anchor == ANCHOR_PUBLISHED)
				bare[mark->weekday] = 1;
			continue;
		}
		int32_t day = resolve(mark, written);
		if (day == DAY_NONE || weekday_of(day) != mark->weekday)
			wrong += WEEKDAY_WRONG;
	}
	for (int w = 0; w < 7; w++)
		sum += bare[w] * ago[(weekday_of(written) - w + 7) % 7];
	return (wrong < WEEKDAY_WRONG_MOST ? WEEKDAY_WRONG_MOST : wrong) + BARE_WEEKDAY_SHARE * sum;
}

/* The days from the mark to the day of writing, 0 inside of its month; marks with a year. */
static int32_t gap_of(const struct day_mark *mark, int32_t written)
{
	int32_t from = day_of(mark->year, mark->month, mark->day ? mark->day : 1);
	int32_t to = from;

	if (from == DAY_NONE)
		return INT32_MAX;
	if (!mark->day)
		to = from + days_in_month(mark->year, mark->month) - 1;
	return written < from ? written - from : written > to ? written - to : 0;
}

/* How likely an article that mentions this year as its latest is to be so many years younger. */
static float odds_of_latest(int years)
{
	/* Of 440 articles 161 mention their own year, 82 the one before at the latest … */
	static const float counted[] = {
		0, -0.67f, -1.86f, -2.44f, -2.52f, -3.00f, -3.14f, -3.14f, -3.29f, -3.29f, -3.47f};

	if (years < 0)
		return years == -1 ? -2.60f : -5.08f;
	if (years < (int)COUNT(counted))
		return counted[years];
	return years <= 30 ? -3.98f : -4.68f;
}

static float odds_of_dates(const struct day_marks *marks, int32_t written)
{
	int latest = 0, year = civil_of(written).year;
	int32_t nearest = INT32_MAX;
	float to_come = 0;

	for (uint32_t i = 0; i < marks->count && i < MARKS_MOST; i++) {
		const struct day_mark *mark = &marks->at[i];
		if (mark->year == 0 || mark->outside)
			continue;
		if (!mark->future && mark->year > latest)
			latest = mark->year;
		if (mark->past && mark->year > year)
			to_come += PAST_TO_COME;
		int32_t gap = mark->month ? gap_of(mark, written) : INT32_MAX;
		if (abs(gap) < nearest)
			nearest = abs(gap);
	}
	float odds = to_come < PAST_TO_COME_MOST ? PAST_TO_COME_MOST : to_come;
	if (latest)
		odds += odds_of_latest(year - latest);
	return odds + (nearest <= 15                 ? 3
			      : nearest <= 60        ? 2.5f
			      : nearest <= HALF_YEAR ? 1.5f
			      : nearest <= 400       ? 0.7f
						     : 0);
}

void year_odds_make(
	struct year_odds *odds, const struct year_question *question, const struct day_marks *marks)
{
	*odds = (struct year_odds){0};
	for (int y = 0; y < YEAR_COUNT; y++) {
		int32_t day = day_in(question, y);
		odds->open[y] =
			day != DAY_NONE && (question->limit == DAY_NONE || day <= question->limit);
		if (!odds->open[y])
			continue;
		odds->by[REASON_ARCHIVE][y] = YEAR_AT(y) < OLD_YEAR ? OLD_YEAR_ODDS : 0;
		odds->by[REASON_DATES][y] = odds_of_dates(marks, day);
		odds->by[REASON_WEEKDAYS][y] = odds_of_weekdays(marks, day);
		if (question->weekday >= 0 && weekday_of(day) != question->weekday)
			odds->by[REASON_WEEKDAYS][y] += WEEKDAY_WRONG;
	}
}

void year_odds_archive(struct year_odds *odds, const uint32_t articles[YEAR_COUNT])
{
	float all = ARCHIVE_GRAIN;

	for (int y = 0; y < YEAR_COUNT; y++)
		all += (float)articles[y];
	for (int y = 0; y < YEAR_COUNT; y++) {
		/* As if some thirty years were possible where the archive says nothing. */
		float other = (1 - ARCHIVE_SHARE * (all - ARCHIVE_GRAIN) / all) / 30;
		float share = ARCHIVE_SHARE * (float)articles[y] / all;
		odds->by[REASON_ARCHIVE][y] = logf((other + share) * 30);
		if (YEAR_AT(y) < OLD_YEAR && articles[y] == 0)
			odds->by[REASON_ARCHIVE][y] += OLD_YEAR_ODDS;
	}
}

/* Articles on one matter lie near in time, or years apart. */
static float closeness(int32_t days)
{
	return days <= 7           ? 1
	       : days <= 45        ? 0.65f
	       : days <= HALF_YEAR ? 0.3f
	       : days <= 400       ? 0.1f
				   : 0;
}

/* A day that the article states without its year and a witness with it. */
struct shared_day {
	const struct day_mark *mark;
	int32_t day;
};

/* The day that a mark of a witness means; DAY_NONE where that cannot be told. */
static int32_t day_stated(const struct day_mark *mark, const struct year_witness *witness)
{
	if (mark->year)
		return day_of(mark->year, mark->month, mark->day);
	return witness->day == DAY_NONE ? DAY_NONE : resolve(mark, witness->day);
}

/* Whether the text speaks of a day without its year. */
static bool is_open(const struct day_mark *mark)
{
	return !mark->year && mark->day && mark->month && !mark->outside;
}

static uint32_t days_shared(const struct day_marks *marks, const struct year_witness *witnesses,
	uint32_t count, struct shared_day shared[SHARED_MOST])
{
	uint32_t found = 0;

	for (uint32_t w = 0; w < count; w++) {
		const struct day_marks *others = witnesses[w].marks;
		for (uint32_t i = 0; i < marks->count && i < SHARED_MARKS; i++) {
			const struct day_mark *mark = &marks->at[i];
			for (uint32_t k = 0; is_open(mark) && k < others->count &&
					     k < SHARED_MARKS && found < SHARED_MOST;
				k++)
				if (others->at[k].day == mark->day &&
					others->at[k].month == mark->month)
					shared[found++] = (struct shared_day){
						mark, day_stated(&others->at[k], &witnesses[w])};
		}
	}
	return found;
}

/* What the shared days tell for an article of the given day: much the first, a little more each
 * other. */
static float odds_of_shared(const struct shared_day *shared, uint32_t count, int32_t written)
{
	float odds = 0;

	for (uint32_t i = 0; i < count; i++)
		if (shared[i].day != DAY_NONE && resolve(shared[i].mark, written) == shared[i].day)
			odds += odds > 0 ? SAME_DAY_MORE : SAME_DAY_FIRST;
	return odds > SAME_DAY_MOST ? SAME_DAY_MOST : odds;
}

void year_odds_near(struct year_odds *odds, const struct year_question *question,
	const struct day_marks *marks, const struct year_witness *witnesses, uint32_t count)
{
	struct shared_day shared[SHARED_MOST];
	uint32_t shared_count = days_shared(marks, witnesses, count, shared);

	for (int y = 0; y < YEAR_COUNT; y++) {
		int32_t day = day_in(question, y);
		float weight = 0;
		if (!odds->open[y])
			continue;
		for (uint32_t i = 0; i < count; i++) {
			float share = witnesses[i].nearness / (witnesses[i].nearness + NEAR_HALF);
			if (witnesses[i].day != DAY_NONE)
				weight += share * share * closeness(abs(witnesses[i].day - day));
		}
		odds->by[REASON_NEAR][y] = logf((NEAR_GRAIN + weight) / NEAR_GRAIN) +
					   odds_of_shared(shared, shared_count, day);
	}
}

static float odds_of(const struct year_odds *odds, int place)
{
	float sum = 0;

	for (int r = 0; r < YEAR_REASON_COUNT; r++)
		sum += odds->by[r][place];
	return sum;
}

int year_odds_best(const struct year_odds *odds, float *probability)
{
	int best = -1;
	float most = 0, all = 0;

	for (int y = 0; y < YEAR_COUNT; y++)
		if (odds->open[y] && (best < 0 || odds_of(odds, y) > most)) {
			best = y;
			most = odds_of(odds, y);
		}
	for (int y = 0; y < YEAR_COUNT; y++)
		if (odds->open[y])
			all += expf(odds_of(odds, y) - most);
	*probability = best < 0 ? 0 : 1 / all;
	return best < 0 ? 0 : YEAR_AT(best);
}

bool year_odds_says(const struct year_odds *odds, enum year_reason reason, int year)
{
	float sum = 0;
	int count = 0;

	for (int y = OLD_YEAR - YEAR_FIRST; y < YEAR_COUNT; y++)
		if (odds->open[y] && YEAR_AT(y) != year) {
			sum += odds->by[reason][y];
			count++;
		}
	return count && odds->by[reason][year - YEAR_FIRST] >= sum / (float)count + SAYS_LEAST;
}
