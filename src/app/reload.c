#include "app/reload.h"

#include "store/epoch-walk.h"

/* The articles of the new epoch, by what they are recognised by. */
struct newer {
	const struct epoch *epoch;
	struct map same;  /* path and digest: the first such article */
	struct map paths; /* path: its first article; those of one file follow each other */
	struct arena scratch;
};

static struct span identity(const struct epoch *epoch, article_id id, struct arena *arena)
{
	struct digest digest = epoch_digest(epoch, id);
	struct span path = span_of(epoch_path(epoch, id));
	char *bytes = arena_alloc(arena, sizeof digest + path.len);

	memcpy(bytes, &digest, sizeof digest);
	memcpy(bytes + sizeof digest, path.at, path.len);
	return (struct span){bytes, sizeof digest + path.len};
}

/* Of keys that outlive it. */
static void borrow_init(struct map *map, struct arena *arena)
{
	map_init(map, arena);
	map->borrows = true;
}

/* Of its articles from the first on. */
static void newer_init(struct newer *newer, const struct epoch *epoch, article_id first)
{
	newer->epoch = epoch;
	arena_init(&newer->scratch);
	borrow_init(&newer->same, &newer->scratch);
	borrow_init(&newer->paths, &newer->scratch);
	for (article_id i = first; i < epoch_count(epoch); i++) {
		bool made;
		struct map_entry *entry =
			map_put(&newer->paths, span_of(epoch_path(epoch, i)), &made);
		if (made)
			entry->value = i;
		entry = map_put(&newer->same, identity(epoch, i, &newer->scratch), &made);
		if (made)
			entry->value = i;
	}
}

/* How many articles of its path come before it. */
static uint32_t turn_in_file(const struct epoch *epoch, article_id id)
{
	const char *path = epoch_path(epoch, id);
	bool is_here = epoch_is_here(epoch, id);
	uint32_t turn = 0;

	while (turn < id && epoch_is_here(epoch, id - turn - 1) == is_here &&
		strcmp(epoch_path(epoch, id - turn - 1), path) == 0)
		turn++;
	return turn;
}

static article_id moved(const struct epoch *old, struct newer *newer, article_id id)
{
	if (id >= epoch_count(old))
		return ARTICLE_NONE;
	const char *path = epoch_path(old, id);
	const struct map_entry *entry = map_get(&newer->same, identity(old, id, &newer->scratch));
	if (entry)
		return entry->value;
	entry = map_get(&newer->paths, span_of(path));
	uint32_t to = entry ? entry->value + turn_in_file(old, id) : ARTICLE_NONE;
	bool is_there =
		to < epoch_count(newer->epoch) && strcmp(epoch_path(newer->epoch, to), path) == 0;
	return is_there ? to : ARTICLE_NONE;
}

static struct reload_news news_of(const struct epoch *old, struct newer *newer)
{
	struct reload_news news = {0, epoch_here(old) != epoch_here(newer->epoch)};
	struct map before, paths;

	borrow_init(&before, &newer->scratch);
	borrow_init(&paths, &newer->scratch);
	for (article_id i = 0; i < epoch_count(old); i++) {
		if (!epoch_is_here(old, i))
			continue;
		map_put(&before, identity(old, i, &newer->scratch), NULL);
		map_put(&paths, span_of(epoch_path(old, i)), NULL);
	}
	for (uint32_t i = 0; i < epoch_count(newer->epoch); i++) {
		news.fresh += !map_get(&paths, span_of(epoch_path(newer->epoch, i)));
		news.is_different |= !map_get(&before, identity(newer->epoch, i, &newer->scratch));
	}
	return news;
}

/* Every id of the state, of those that are not among the articles which stay. */
static void move_all(struct app *app, struct newer *newer, const struct epoch *stay)
{
	article_id *const ids[] = {&app->list.selected, &app->list.last, &app->kept,
		&app->reader.article, &app->before.selected, &app->before.kept, &app->read_article};

	for (size_t i = 0; i < COUNT(ids); i++)
		if (!stay || !epoch_is_here(stay, *ids[i]))
			*ids[i] = moved(app->epoch, newer, *ids[i]);
	for (int i = 0; i < app->history.count; i++) {
		article_id *id = &app->history.visits[i].article;
		if (!stay || !epoch_is_here(stay, *id))
			*id = moved(app->epoch, newer, *id);
	}
}

void reload_gone(struct app *app, const struct epoch *fresh)
{
	struct newer newer;

	newer_init(&newer, fresh, epoch_count(app->epoch));
	move_all(app, &newer, fresh);
	arena_clear(&newer.scratch);
}

struct reload_news reload_ids(struct app *app, const struct epoch *fresh)
{
	struct newer newer;

	newer_init(&newer, fresh, 0);
	move_all(app, &newer, NULL);
	struct reload_news news = news_of(app->epoch, &newer);
	arena_clear(&newer.scratch);
	return news;
}

bool reload_goes_on(const struct app *app)
{
	return app->epoch && epoch_is_final(app->epoch) && app->progress.phase != LOAD_DONE;
}

bool reload_is_first(const struct app *app)
{
	return app->epoch && !epoch_is_final(app->epoch) && epoch_count(app->epoch) > 0 &&
	       app->progress.phase == LOAD_READING;
}
