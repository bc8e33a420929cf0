#include "app/why-role.h"

#include "base/message.h"
#include "know/roles.h"
#include "text/calendar.h"

#define ROLES_SHOWN 12u

/* A line whose place is in the article of a reading. */
static void add_there(struct why *why, const struct role_reading *reading, const char *text)
{
	struct why_line *line = why_add(why, reading->at, text);

	line->article = reading->document;
}

static const char *context_there(const struct why *why, const struct role_reading *reading)
{
	struct why there = *why;

	there.article = reading->document;
	return why_context(&there, reading->at);
}

void why_reading(struct why *why, const struct mention *mention)
{
	const struct role_reading *reading = mention->reading;
	const struct actor *actor = epoch_actor(why->epoch, mention->actor);
	const char *words = why_words(why, mention->at);
	const char *where = _("this article");

	if (reading->document != why->article)
		where = reading->day == DAY_NONE
				? _("another article")
				: arena_format(why->arena, _("an article of %s"),
					  day_short(reading->day, PRECISION_DAY, why->arena));
	add_there(why, reading,
		arena_format(why->arena, _("%s is %s, as %s says: %s"), words, actor->name, where,
			context_there(why, reading)));
}

/* "from 25 Jan 2021 to 31 Jan 2021", "on 25 Jan 2021", "on no known day". */
static const char *span_of_days(const struct role *role, struct arena *arena)
{
	if (role->from == DAY_NONE)
		return _("on no known day");
	const char *from = day_short(role->from, PRECISION_DAY, arena);
	if (role->from == role->to)
		return arena_format(arena, _("on %s"), from);
	return arena_format(
		arena, _("from %s to %s"), from, day_short(role->to, PRECISION_DAY, arena));
}

void why_roles(struct why *why, uint32_t index)
{
	const struct actor *actor = epoch_actor(why->epoch, index);

	for (uint32_t i = 0; i < actor->role_count && i < ROLES_SHOWN; i++) {
		const struct role *role = &actor->roles[i];
		add_there(why, &role->readings[0],
			arena_format(why->arena,
				P_("Called %s %s, in %u article: %s",
					"Called %s %s, in %u articles: %s", role->articles),
				role->text, span_of_days(role, why->arena), role->articles,
				context_there(why, &role->readings[0])));
	}
}
