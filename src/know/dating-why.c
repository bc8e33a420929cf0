#include "know/dating-why.h"

#include "base/buf.h"
#include "base/message.h"
#include "know/dating-year.h"
#include "text/calendar.h"

/* Who states a day: whole sentences, as each language orders them. */
static const char *stated_by(enum origin from, const char *what, struct arena *arena)
{
	switch (from) {
	case FROM_METADATA:
		return arena_format(arena, _("the page's data state %s"), what);
	case FROM_URL:
		return arena_format(arena, _("the address states %s"), what);
	case FROM_NAME:
		return arena_format(arena, _("the file's name states %s"), what);
	case FROM_READER:
		return arena_format(arena, _("you said %s"), what);
	case FROM_NOWHERE:
	case FROM_TEXT:
	case FROM_LEAD:
	case FROM_ARCHIVE:
	case ORIGIN_COUNT:
		break;
	}
	return arena_format(arena, _("the date line says %s"), what);
}

/* "26 Jan 2021", "26 Jan", "Jan 2021", "2021". */
static struct span words_of_day(int year, int month, int day, struct arena *arena)
{
	enum day_precision precision = day     ? PRECISION_DAY
				       : month ? PRECISION_MONTH
					       : PRECISION_YEAR;
	int32_t number = day_of(year ? year : 2000, month ? month : 1, day ? day : 1);
	struct span words = span_of(day_short(number, precision, arena));

	return year || words.len < 5 ? words : span_cut(words, 0, words.len - 5);
}

static const char *quoted(const struct article *article, struct extent at, struct arena *arena)
{
	struct span words = span_in(article->text, at);

	return arena_format(arena, _("“%.*s”"), (int)words.len, words.at);
}

static const char *stamp_why(
	const struct article *article, const struct stamp *stamp, struct arena *arena)
{
	struct span words;

	if (stamp->at.start < stamp->at.end)
		return stated_by(stamp->from, quoted(article, stamp->at, arena), arena);
	words = words_of_day(stamp->year, stamp->month, stamp->day, arena);
	return stated_by(stamp->from, arena_string(arena, words), arena);
}

/* What the year fits, the weightiest first. */
static const char *year_why(int year, unsigned reasons, struct arena *arena)
{
	static const char *const words[YEAR_REASON_COUNT] = {
		[REASON_ARCHIVE] = N_("most of the archive"),
		[REASON_WEEKDAYS] = N_("the weekdays in the text"),
		[REASON_DATES] = N_("the dates in the text"),
		[REASON_NEAR] = N_("the articles nearest to it"),
	};
	const char *fits[YEAR_REASON_COUNT];
	int count = 0;

	for (int r = YEAR_REASON_COUNT - 1; r >= 0; r--)
		if (reasons & 1u << r)
			fits[count++] = _(words[r]);
	switch (count) {
	case 1:
		return arena_format(arena, _("%d fits %s"), year, fits[0]);
	case 2:
		return arena_format(arena, _("%d fits %s and %s"), year, fits[0], fits[1]);
	case 3:
		return arena_format(
			arena, _("%d fits %s, %s and %s"), year, fits[0], fits[1], fits[2]);
	default:
		return arena_format(arena, _("%d fits %s, %s, %s and %s"), year, fits[0], fits[1],
			fits[2], fits[3]);
	}
}

/* A sentence behind others. */
static void add_sentence(struct buf *buf, const char *words)
{
	buf_text(buf, buf->len ? _("; ") : "");
	buf_text(buf, words);
}

const char *dating_why(const struct article *article, const struct stated *stated, int year,
	unsigned reasons, struct arena *arena)
{
	struct buf buf;

	if (!stated->stamp && !stated->mark)
		return _("nothing states the day");
	buf_init(&buf, arena);
	if (stated->stamp)
		add_sentence(&buf, stamp_why(article, stated->stamp, arena));
	if (stated->mark)
		add_sentence(&buf, arena_format(arena, _("the text says %s"),
					   quoted(article, stated->mark->at, arena)));
	if (reasons)
		add_sentence(&buf, year_why(year, reasons, arena));
	if (year == 0)
		add_sentence(&buf, _("nothing tells the year"));
	return buf.at;
}
