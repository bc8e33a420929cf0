#include "app/list-goto.h"

#include "app/say.h"
#include "app/visit.h"
#include "store/epoch-walk.h"

/* Digits and nothing else, of a value that is not beyond most. */
static bool parse_number(struct span text, uint64_t most, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		*number = *number * 10 + (uint64_t)(text.at[i] - '0');
		if (*number > most)
			return false;
	}
	return text.len > 0;
}

static void go(struct app *app, article_id id)
{
	visit_to(app, id, app->focus);
}

static bool go_share(struct app *app, uint64_t share)
{
	go(app, app->listed[(uint64_t)(app->listed_count - 1) * share / 100]);
	return true;
}

static bool go_number(struct app *app, uint64_t number)
{
	if (number == 0 || number > app->walked_count) {
		say(app, "the list goes from 1 to %u", app->walked_count);
		return false;
	}
	go(app, app->walked[number - 1]);
	return true;
}

/* How many days an article is from a stretch of days. */
static int64_t away(const struct app *app, article_id id, int32_t from, int32_t to)
{
	int64_t day = epoch_day(app->epoch, id);

	if (day == DAY_NONE)
		return INT64_MAX;
	return day < from ? from - day : day > to ? day - to : 0;
}

static void say_nearest(struct app *app, int32_t from, int32_t to)
{
	const struct published *nearest = &epoch_facts(app->epoch, app->list.selected)->published;
	struct arena scratch;

	arena_init(&scratch);
	say(app, "no article of %s; the nearest is of %s", days_long(from, to, &scratch),
		day_short(nearest->day, nearest->precision, &scratch));
	arena_clear(&scratch);
}

static bool go_days(struct app *app, int32_t from, int32_t to)
{
	article_id best = app->walked[0];

	for (uint32_t i = 1; i < app->walked_count; i++)
		if (away(app, app->walked[i], from, to) < away(app, best, from, to))
			best = app->walked[i];
	if (away(app, best, from, to) == INT64_MAX) {
		say(app, "no article here has a known day");
		return false;
	}
	go(app, best);
	if (away(app, best, from, to) > 0)
		say_nearest(app, from, to);
	return true;
}

bool list_goto(struct app *app, struct span words)
{
	struct span text = span_trim(words);
	enum day_precision precision;
	int32_t from, to;
	uint64_t number;

	if (app->listed_count == 0) {
		say(app, "the list is empty");
		return false;
	}
	if (day_parse(text, &from, &to, &precision))
		return go_days(app, from, to);
	if (parse_number(text, UINT32_MAX, &number))
		return go_number(app, number);
	if (span_ends(text, SPAN("%")) &&
		parse_number(span_trim(span_cut(text, 0, text.len - 1)), 100, &number))
		return go_share(app, number);
	say(app, "a day (2021-02-03), month, year, number or share (75%%) is wanted");
	return false;
}
