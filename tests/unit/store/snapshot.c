#include "unit/check.h"

#include "store/archive.h"
#include "store/cache.h"
#include "store/epoch-parts.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "store/load.h"
#include "store/snapshot.h"
#include "text/calendar.h"
#include "unit/store/folder.h"
#include "unit/store/told.h"

#include <string.h>

#define ARTICLES 60u
#define CUT 4096u                                /* bytes */
#define LATER (INT64_C(4000000000) * 1000000000) /* ns: long after any file was written */

struct world {
	struct folder_made folder, kept;
};

static void world_init(struct world *world)
{
	folder_init(&world->folder);
	folder_init(&world->kept);
	write_archive(&world->folder, ARTICLES);
}

static void world_clear(struct world *world)
{
	folder_clear(&world->folder);
	folder_clear(&world->kept);
}

static const struct epoch *load_on(
	struct world *world, int32_t today, int workers, struct load **load)
{
	struct load_options options = {.paths = &world->folder.path,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.workers = workers,
		.today = today,
		.whole = true,
		.cache_folder = world->kept.path,
		.now_ns = LATER,
		.cache_least = 1};
	struct fault why;

	assert_int_equal(load_open(load, &options, &why), OK);
	return load_wait(*load);
}

static const struct epoch *load_whole(struct world *world, int workers, struct load **load)
{
	return load_on(world, DAY_NONE, workers, load);
}

static const char *kept_path(struct world *world)
{
	return snapshot_path(world->kept.path,
		cache_key(&world->folder.path, 1, LOAD_MAX_SIZE_DEFAULT), &world->folder.arena);
}

static struct span bytes_of(struct world *world, const char *path)
{
	struct arena *arena = &world->folder.arena;
	int fd = open(path, O_RDONLY);
	struct stat st;

	assert_true(fd >= 0 && fstat(fd, &st) == 0);
	char *bytes = arena_alloc(arena, (size_t)st.st_size);
	assert_true(read(fd, bytes, (size_t)st.st_size) == st.st_size);
	close(fd);
	return (struct span){bytes, (size_t)st.st_size};
}

/* Loads the archive; whether the epoch was found in a file. */
static bool load_once(struct world *world, int workers)
{
	struct load *load;
	const struct epoch *epoch = load_whole(world, workers, &load);
	bool found = epoch->container.count > 0;

	assert_int_equal(epoch_count(epoch), ARTICLES);
	CHECK_CASE("an article's text", epoch_article(epoch, 7)->text.len > 100);
	CHECK_CASE("and what is known of it", epoch_facts(epoch, 7)->mention_count > 0);
	load_close(load);
	return found;
}

static void test_same(void **state)
{
	static const int workers[] = {1, 2, 8};
	struct world world;
	struct span first = SPAN("");

	(void)state;
	world_init(&world);
	for (size_t i = 0; i < COUNT(workers); i++) {
		unlink(kept_path(&world));
		CHECK_CASE("made", !load_once(&world, workers[i]));
		struct span bytes = bytes_of(&world, kept_path(&world));
		first = i ? first : bytes;
		CHECK_CASE("byte for byte, whoever made it", span_equal(first, bytes));
		CHECK_CASE("found again", load_once(&world, workers[i]));
	}
	world_clear(&world);
}

static void test_changes(void **state)
{
	struct world world;

	(void)state;
	world_init(&world);
	CHECK_CASE("made", !load_once(&world, 2));
	folder_write(&world.folder, "0003.txt", SPAN("Un texte nouveau de Sergueï Lavrov.\n"));
	CHECK_CASE("a file is another", !load_once(&world, 2));
	CHECK_CASE("found again", load_once(&world, 2));
	folder_write(&world.folder, "notes.png", SPAN("\x89PNG"));
	CHECK_CASE("another is passed over", !load_once(&world, 2));
	world_clear(&world);
}

static bool found_on(struct world *world, int32_t today)
{
	struct load *load;
	bool found = load_on(world, today, 2, &load)->container.count > 0;

	load_close(load);
	return found;
}

/* It is the same on later days, as long as no day without a year comes round. */
static void test_days(void **state)
{
	const int32_t first = day_of(2024, 6, 1);
	struct world world;

	(void)state;
	world_init(&world);
	CHECK_CASE("made", !found_on(&world, first));
	CHECK_CASE("years later", found_on(&world, first + 1000));
	CHECK_CASE("not before it was made", !found_on(&world, first - 1));
	folder_write(&world.folder, "0003.txt",
		SPAN("Dernière mise à jour à 09h18 le 03/07\nLe ministre Sergueï Lavrov a parlé "
		     "du traité, a annoncé mercredi le ministère des Affaires étrangères.\n"));
	CHECK_CASE("made again", !found_on(&world, first));
	CHECK_CASE("before that day", found_on(&world, day_of(2024, 7, 2)));
	CHECK_CASE("on it", !found_on(&world, day_of(2024, 7, 3)));
	world_clear(&world);
}

static void write_bytes(const char *path, struct span bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0 && write(fd, bytes.at, bytes.len) == (ssize_t)bytes.len);
	close(fd);
}

/* All texts, one after the other, as they are opened: from first to last or the other way. */
static struct span texts_of(const struct epoch *epoch, bool backwards, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < ARTICLES; i++) {
		article_id id = backwards ? ARTICLES - 1 - i : i;
		struct epoch_mark mark = epoch_mark(epoch);
		CHECK_TEXT("the title is not from the text", epoch_outline(epoch, id)->title,
			epoch_article(epoch, id)->title);
		assert_int_equal(epoch_article(epoch, id)->text.len, epoch_text(epoch, id).len);
		buf_add(&buf, epoch_article(epoch, id)->text);
		buf_add(&buf, epoch_article(epoch, id)->saved);
		epoch_rewind(epoch, mark);
	}
	return buf_span(&buf);
}

/* They are not in the snapshot: it is nothing without the cache, nor with another. */
static void test_texts(void **state)
{
	struct world world;
	struct load *load;

	(void)state;
	world_init(&world);
	struct arena *arena = &world.folder.arena;
	const char *cache = cache_path(
		world.kept.path, cache_key(&world.folder.path, 1, LOAD_MAX_SIZE_DEFAULT), arena);
	const char *kept = world.kept.path;
	world.kept.path = NULL;
	const struct epoch *made = load_whole(&world, 2, &load);
	struct span forwards = texts_of(made, false, arena),
		    backwards = texts_of(made, true, arena);
	CHECK_CASE("nothing is kept: they are in memory", !made->library.container.count);
	load_close(load);
	world.kept.path = kept;
	const struct epoch *lent = load_whole(&world, 2, &load);
	CHECK_CASE("just made, they are in the cache already",
		lent->library.container.count && !lent->texts.len);
	CHECK_TEXT("and no other", texts_of(lent, false, arena), forwards);
	load_close(load);
	const struct epoch *found = load_whole(&world, 2, &load);
	CHECK_CASE("from the cache", found->library.container.count && !found->texts.len);
	CHECK_TEXT("the same", texts_of(found, false, arena), forwards);
	const struct facts *facts = epoch_facts(found, 0);
	texts_of(found, false, arena);
	CHECK_CASE("what was open before stays open", epoch_facts(found, 0) == facts);
	CHECK_TEXT("in any order", texts_of(found, true, arena), backwards);
	load_close(load);
	struct span whole = bytes_of(&world, cache);
	char *torn = arena_copy(arena, whole.at, whole.len);
	torn[whole.len / 2] ^= 1;
	write_bytes(cache, (struct span){torn, whole.len});
	CHECK_CASE("torn", !load_once(&world, 2));
	CHECK_CASE("and put right", load_once(&world, 2));
	unlink(cache);
	CHECK_CASE("gone", !load_once(&world, 2));
	CHECK_CASE("and there again", load_once(&world, 2));
	world_clear(&world);
}

static const struct library_place none = {.path = NULL};

static struct epoch *found_at(const char *path)
{
	struct epoch *epoch = NULL;
	struct digest files;

	return snapshot_open(&epoch, path, (struct digest){1, 2}, true, none, &files, NULL) ? NULL
											    : epoch;
}

/* Wherever it ends it is refused; wherever a byte is another, that is found out. */
static void test_torn(void **state)
{
	static const atomic_bool never = false;
	struct world world;
	struct load *load;

	(void)state;
	world_init(&world);
	const struct epoch *made = load_whole(&world, 2, &load);
	struct arena *arena = &world.folder.arena;
	struct epoch copy = *made;
	const char *path = folder_join(&world.kept, "one");
	assert_int_equal(snapshot_write(path, (struct digest){1, 2}, (struct digest){0, 0}, &copy,
				 &none, &never, NULL),
		OK);
	struct epoch *found = found_at(path);
	CHECK_CASE("sound", snapshot_is_sound(found));
	CHECK_TEXT("tells the same", told(found, arena), told(made, arena));
	epoch_close(found);
	struct span whole = bytes_of(&world, path);
	for (size_t len = 0; len < whole.len; len += CUT) {
		write_bytes(path, span_cut(whole, 0, len));
		CHECK_CASE("cut", !found_at(path));
	}
	char *bytes = arena_copy(arena, whole.at, whole.len);
	for (size_t at = 0; at + 64 < whole.len; at += CUT - 64) {
		bytes[at] ^= 1;
		write_bytes(path, (struct span){bytes, whole.len});
		found = found_at(path);
		/* Between the sections there are bytes that nobody reads. */
		if (found && snapshot_is_sound(found))
			CHECK_TEXT("all that is read is the same", told(found, arena),
				told(made, arena));
		epoch_close(found);
		bytes[at] ^= 1;
	}
	CHECK_CASE("of other things", !found_at(kept_path(&world)));
	load_close(load);
	world_clear(&world);
}

/* A file whose sums are right, and whose numbers point anywhere: written by one who means harm. */
static void forge(uint32_t **numbers, uint64_t count, struct arena *arena)
{
	*numbers = arena_copy(arena, *numbers, (size_t)count * sizeof **numbers);
	for (uint64_t i = 0; i < count; i++)
		(*numbers)[i] ^= UINT32_MAX / 3;
}

static struct epoch *forged(struct world *world, const struct epoch *made, size_t which)
{
	static const atomic_bool never = false;
	struct arena *arena = &world->folder.arena;
	const char *path = folder_join(&world->kept, "forged");
	struct epoch copy = *made, *epoch = NULL;
	struct postings *postings[] = {
		&copy.meant, &copy.named, &copy.key_actors, &copy.root_forms, &copy.day_articles};
	const struct {
		uint32_t **numbers;
		uint64_t count;
	} columns[] = {
		{&copy.by_date, copy.count},
		{&copy.places, copy.count},
		{&copy.source_of, copy.count},
		{&copy.versions, copy.count},
		{&copy.slugs.values, copy.slugs.keys.count},
		{&copy.forms.sorted, copy.forms.count},
	};
	struct digest files;

	if (which < COUNT(postings))
		forge(&postings[which]->ids, postings[which]->count, arena);
	else
		forge(columns[which - COUNT(postings)].numbers,
			columns[which - COUNT(postings)].count, arena);
	assert_int_equal(snapshot_write(path, (struct digest){1, 2}, (struct digest){0, 0}, &copy,
				 &none, &never, NULL),
		OK);
	if (snapshot_open(&epoch, path, (struct digest){1, 2}, false, none, &files, NULL))
		return NULL;
	return epoch;
}

#define FORGED 11 /* of those */

static void test_forged(void **state)
{
	struct world world;
	struct load *load;

	(void)state;
	world_init(&world);
	const struct epoch *made = load_whole(&world, 2, &load);
	for (size_t which = 0; which < FORGED; which++) {
		struct epoch *epoch = forged(&world, made, which);
		if (!epoch)
			continue;
		told(epoch, &world.folder.arena);
		CHECK_CASE("found out", !snapshot_is_sound(epoch));
		epoch_close(epoch);
	}
	load_close(load);
	world_clear(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_torn),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_forged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
