#include "app/periods.h"

#include "base/vec.h"
#include "store/tally.h"

#define BAR_MOST 40 /* cells */

uint32_t periods_make(const struct epoch *epoch, const struct result *result, enum day_precision by,
	bool about, struct period **periods, struct arena *arena)
{
	static const enum tally_unit units[] = {[PRECISION_YEAR] = TALLY_YEAR,
		[PRECISION_MONTH] = TALLY_MONTH,
		[PRECISION_DAY] = TALLY_DAY};
	struct tally_wish wish = {.unit = units[by], .about = about};
	VEC(struct period) found = {0};
	struct tally tally;

	tally_make(epoch, result, wish, &tally, arena);
	for (uint32_t i = 0; i < tally.row_count; i++)
		if (tally.rows[i].here)
			*vec_push(arena, &found) = (struct period){
				tally.rows[i].from, tally.rows[i].to, tally.rows[i].here};
	*periods = found.at;
	return found.count;
}

static int digits(uint32_t number)
{
	return number < 10 ? 1 : 1 + digits(number / 10);
}

void periods_row(const struct listing *listing, const struct period *period, enum day_precision by,
	uint32_t most, struct buf *buf)
{
	if (listing->json) {
		buf_format(buf, "{\"from\":\"%s\",\"to\":\"%s\",\"articles\":%u}\n",
			day_iso(period->from, PRECISION_DAY, buf->arena),
			day_iso(period->to, PRECISION_DAY, buf->arena), period->articles);
		return;
	}
	uint64_t bar = ((uint64_t)period->articles * BAR_MOST + most - 1) / most;
	buf_format(buf, "%s  %*u  ", day_iso(period->from, by, buf->arena), digits(most),
		period->articles);
	for (uint64_t i = 0; i < bar; i++)
		buf_text(buf, "\xE2\x96\xA0"); /* U+25A0, a small square */
	buf_char(buf, '\n');
}
