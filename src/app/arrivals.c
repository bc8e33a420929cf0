#include "app/arrivals.h"

#include "app/marks.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/reload.h"
#include "app/say.h"
#include "app/stretch.h"
#include "base/message.h"
#include "store/epoch-walk.h"

/* What became of the articles.  One that came where another went is a changed one, or, where its
 * file alone changed, none of the three. */
struct arrivals {
	unsigned fresh, changed, gone;
};

/* The articles that went, each path with the last of its articles. */
static void find_gone(const struct app *app, const struct epoch *epoch, struct map *gone)
{
	for (article_id id = 0; id < epoch_count(app->epoch); id++)
		if (!epoch_is_here(epoch, id))
			map_put(gone, span_of(epoch_path(epoch, id)), NULL)->value = id;
}

static bool is_same_text(const struct epoch *epoch, article_id a, article_id b)
{
	struct digest one = epoch_digest(epoch, a), other = epoch_digest(epoch, b);

	return one.high == other.high && one.low == other.low;
}

static struct arrivals arrivals_of(const struct app *app, const struct epoch *epoch)
{
	struct arrivals arrivals = {.gone = epoch_count(epoch) - epoch_here(epoch)};
	struct arena scratch;
	struct map gone;

	arena_init(&scratch);
	map_init(&gone, &scratch);
	gone.borrows = true;
	if (arrivals.gone)
		find_gone(app, epoch, &gone);
	for (article_id id = epoch_count(app->epoch); id < epoch_count(epoch); id++) {
		const struct map_entry *entry = map_get(&gone, span_of(epoch_path(epoch, id)));
		arrivals.fresh += !entry;
		arrivals.gone -= entry && arrivals.gone;
		arrivals.changed += entry && !is_same_text(epoch, id, entry->value);
	}
	arena_clear(&scratch);
	return arrivals;
}

static void tell(struct app *app, struct arrivals told)
{
	int kinds = (told.fresh > 0) + (told.changed > 0) + (told.gone > 0);

	if (kinds > 1)
		say(app, "articles: %u new, %u changed, %u gone", told.fresh, told.changed,
			told.gone);
	else if (told.fresh)
		say(app, P_("%u new article", "%u new articles", told.fresh), told.fresh);
	else if (told.changed)
		say(app, P_("%u article changed", "%u articles changed", told.changed),
			told.changed);
	else if (told.gone)
		say(app, P_("%u article is gone", "%u articles are gone", told.gone), told.gone);
}

void arrivals_take(struct app *app, const struct epoch *epoch)
{
	struct arrivals arrivals = arrivals_of(app, epoch);
	article_id read = app->reader.article;

	if (epoch_here(epoch) < epoch_count(epoch)) {
		reader_save(app);
		reload_gone(app, epoch);
		stretch_leave(app);
	}
	if (app->reader.article != read)
		app->reader.current = (struct item){0};
	app->epoch = epoch;
	app->epoch_number++;
	marks_tell(app);
	refresh(app);
	tell(app, arrivals);
}
