#include "know/dating-why.h"

#include "base/buf.h"
#include "base/message.h"
#include "know/dating-year.h"
#include "text/calendar.h"

static const char *place_of(enum origin from)
{
	switch (from) {
	case FROM_METADATA:
		return _("the page's data state ");
	case FROM_URL:
		return _("the address states ");
	case FROM_NAME:
		return _("the file's name states ");
	case FROM_READER:
		return _("you said ");
	case FROM_NOWHERE:
	case FROM_TEXT:
	case FROM_LEAD:
	case FROM_ARCHIVE:
	case ORIGIN_COUNT:
		break;
	}
	return _("the date line says ");
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

static void add_quoted(struct buf *buf, struct span words)
{
	buf_text(buf, _("“"));
	buf_add(buf, words);
	buf_text(buf, _("”"));
}

static void add_reasons(struct buf *buf, int year, unsigned reasons)
{
	static const char *const words[YEAR_REASON_COUNT] = {
		[REASON_ARCHIVE] = N_("most of the archive"),
		[REASON_WEEKDAYS] = N_("the weekdays in the text"),
		[REASON_DATES] = N_("the dates in the text"),
		[REASON_NEAR] = N_("the articles nearest to it"),
	};
	const char *between = "";

	buf_format(buf, _("; %d fits "), year);
	for (int r = YEAR_REASON_COUNT - 1; r >= 0; r--) {
		if (!(reasons & 1u << r))
			continue;
		buf_text(buf, between);
		buf_text(buf, _(words[r]));
		reasons &= ~(1u << r);
		between = reasons & (reasons - 1) ? ", " : _(" and ");
	}
}

const char *dating_why(const struct article *article, const struct stated *stated, int year,
	unsigned reasons, struct arena *arena)
{
	const struct stamp *stamp = stated->stamp;
	const struct day_mark *mark = stated->mark;
	struct buf buf;

	if (!stamp && !mark)
		return _("nothing states the day");
	buf_init(&buf, arena);
	if (stamp) {
		buf_text(&buf, place_of(stamp->from));
		if (stamp->at.start < stamp->at.end)
			add_quoted(&buf, span_in(article->text, stamp->at));
		else
			buf_add(&buf, words_of_day(stamp->year, stamp->month, stamp->day, arena));
	}
	if (mark) {
		buf_text(&buf, stamp ? _("; the text says ") : _("the text says "));
		add_quoted(&buf, span_in(article->text, mark->at));
	}
	if (reasons)
		add_reasons(&buf, year, reasons);
	if (year == 0)
		buf_text(&buf, _("; nothing tells the year"));
	return buf.at;
}
