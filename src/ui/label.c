#include "ui/label.h"

#include "base/buf.h"
#include "base/message.h"
#include "text/number.h"
#include "text/width.h"

const char *label_date(const struct facts *facts, struct arena *arena)
{
	const struct published *published = &facts->published;
	if (published->day == DAY_NONE || published->precision == PRECISION_NONE)
		return _("undated");
	bool inferred = published->year_inferred || published->day_inferred;
	return arena_format(arena, "%s%s", day_short(published->day, published->precision, arena),
		inferred ? "≈" : "");
}

const char *label_number(uint32_t number, struct arena *arena)
{
	return number_grouped(number, arena);
}

/* The surname, unless somebody else whom the article names has the same one. */
static const char *short_name(const struct epoch *epoch, const struct facts *facts, uint32_t i)
{
	const struct actor *actor = epoch_actor(epoch, facts->people[i]);

	if (!actor->surname || !*actor->surname)
		return actor->name;
	for (uint32_t k = 0; k < facts->people_count; k++)
		if (k != i && span_equal(span_of(epoch_actor(epoch, facts->people[k])->surname),
				      span_of(actor->surname)))
			return actor->name;
	return actor->surname;
}

struct span label_people(const struct epoch *epoch, article_id id, int width, struct arena *arena)
{
	const struct facts *facts = epoch_facts(epoch, id);
	struct span best = SPAN("");
	struct buf names;

	buf_init(&names, arena);
	for (uint32_t i = 0; i < facts->people_count; i++) {
		buf_text(&names, i ? " · " : "");
		buf_text(&names, short_name(epoch, facts, i));
		if (width_of(buf_span(&names)) > width)
			break;
		uint32_t left = facts->people_count - i - 1;
		const char *label = left ? arena_format(arena, "%s +%u", names.at, (unsigned)left)
					 : arena_string(arena, buf_span(&names));
		if (width_of(span_of(label)) <= width)
			best = span_of(label);
	}
	return best;
}

bool label_title_is_stated(enum origin title_from)
{
	return title_from != FROM_LEAD;
}
