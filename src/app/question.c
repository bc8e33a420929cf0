#include "app/question.h"

#include "app/filter.h"
#include "app/handlers.h"
#include "app/items.h"
#include "app/overlay.h"
#include "app/person.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "app/visit.h"

static void why_current(const struct app *app, struct why *why)
{
	const struct mention *mention = item_mention(app, app->reader.current);
	const struct quotation *quote = item_quote(app, app->reader.current);
	const struct day_spoken *day = item_day(app, app->reader.current);

	if (mention)
		why_mention(why, mention);
	else if (quote)
		why_quote(why, quote);
	else if (day)
		why_day(why, day);
	else
		why_article(why);
}

void question_answer(const struct app *app, struct why *why)
{
	uint32_t actor = sidebar_actor(app);

	if (app->person.slug)
		person_question(app, why);
	else if (app->focus == PANE_SIDEBAR && actor != ACTOR_NONE)
		why_actor(why, actor);
	else if (app->reader.article == ARTICLE_NONE)
		return;
	else if (app->focus == PANE_RELATED && app->related.cursor < app->related_count)
		why_related(why, &app->related_rows[app->related.cursor]);
	else if (app->focus == PANE_READER)
		why_current(app, why);
	else
		why_article(why);
}

/* The first reason of which a filter can be made. */
static const struct clause *first_filter(const struct why *why)
{
	for (uint32_t i = 0; i < why->lines.count; i++)
		if (why->lines.at[i].filter)
			return why->lines.at[i].filter;
	return NULL;
}

static void add_or_say(struct app *app, const struct clause *clause)
{
	if (clause)
		filter_add(app, *clause);
	else
		say(app, "no filter can be made of this");
}

void question_filter(struct app *app)
{
	uint32_t line = app->overlay.cursor;
	struct arena scratch;

	if (app->overlay.which == OVERLAY_PERSON) {
		person_filter(app);
		return;
	}
	arena_init(&scratch);
	struct why why = {.epoch = app->epoch, .article = app->reader.article, .arena = &scratch};
	if (app->overlay.which == OVERLAY_WHY && line < app->overlay_line_count) {
		const struct clause *filter = app->overlay_lines[line].filter;
		visit_leave(app);
		overlay_leave(app);
		add_or_say(app, filter);
	} else if (app->epoch) {
		question_answer(app, &why);
		add_or_say(app, first_filter(&why));
	}
	arena_clear(&scratch);
}
