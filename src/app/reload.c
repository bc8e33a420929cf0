#include "app/reload.h"

#include "store/epoch-walk.h"

static article_id moved(const struct epoch *old, const struct map *paths, article_id id)
{
	if (id >= epoch_count(old))
		return ARTICLE_NONE;
	const struct map_entry *entry = map_get(paths, span_of(epoch_path(old, id)));
	return entry ? entry->value : ARTICLE_NONE;
}

void reload_ids(struct app *app, const struct epoch *fresh)
{
	article_id *const ids[] = {&app->list.selected, &app->list.last, &app->kept,
		&app->reader.article, &app->before.selected, &app->before.kept, &app->read_article};
	struct arena scratch;
	struct map paths;

	arena_init(&scratch);
	map_init(&paths, &scratch);
	for (uint32_t i = 0; i < epoch_count(fresh); i++)
		map_put(&paths, span_of(epoch_path(fresh, i)), NULL)->value = i;
	for (size_t i = 0; i < COUNT(ids); i++)
		*ids[i] = moved(app->epoch, &paths, *ids[i]);
	for (int i = 0; i < app->history.count; i++)
		app->history.visits[i].article =
			moved(app->epoch, &paths, app->history.visits[i].article);
	arena_clear(&scratch);
}

bool reload_goes_on(const struct app *app)
{
	return app->epoch && epoch_is_final(app->epoch) && app->progress.phase != LOAD_DONE;
}
