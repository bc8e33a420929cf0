#include "unit/check.h"

#include "store/load.h"
#include "store/query.h"
#include "unit/store/folder.h"
#include "unit/store/told.h"

#include <poll.h>
#include <string.h>

static struct load *open_with(struct load_options options, const struct folder_made *folder)
{
	struct load *load = NULL;
	struct fault why = {0};

	options.paths = &folder->path;
	options.path_count = 1;
	options.max_size = LOAD_MAX_SIZE_DEFAULT;
	options.today = DAY_NONE;
	assert_int_equal(load_open(&load, &options, &why), OK);
	return load;
}

static struct load *open_load(const struct folder_made *folder, int workers)
{
	return open_with((struct load_options){.workers = workers}, folder);
}

static void test_workers(void **state)
{
	static const int workers[] = {1, 2, 4, 8};
	struct folder_made folder;
	struct span first = {"", 0};

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 150);
	folder_write(&folder, "0042b.txt", SPAN(""));
	folder_link(&folder, "0043b.txt", "nowhere");
	for (size_t i = 0; i < COUNT(workers); i++) {
		struct load *load = open_load(&folder, workers[i]);
		const struct epoch *epoch = load_wait(load);
		CHECK_CASE("final", epoch_is_final(epoch));
		CHECK_CASE("all articles", epoch_count(epoch) == 150);
		struct span text = told(epoch, &folder.arena);
		if (i == 0)
			first = text;
		CHECK_CASE("the same however many workers there are", span_equal(text, first));
		CHECK_CASE("waiting again is the same", load_wait(load) == epoch);
		load_close(load);
	}
	folder_clear(&folder);
}

/* A worker that forgets its words after every file, and one that never does. */
/* Whoever asks for progress after the last epoch was made is still told of that epoch. */
static void test_news(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 1);
	struct load *load = open_load(&folder, 1);
	struct pollfd news = {.fd = load_fd(load), .events = POLLIN};
	do
		poll(&news, 1, -1);
	while (load_progress(load).phase != LOAD_DONE);
	CHECK_CASE("the epoch is news until it is taken", poll(&news, 1, 0) == 1);
	CHECK_CASE("it is the last", epoch_is_final(load_take(load)));
	CHECK_CASE("then there is none", poll(&news, 1, 0) == 0);
	load_close(load);
	folder_clear(&folder);
}

static void test_words_room(void **state)
{
	static const size_t rooms[] = {1, 100000, 0};
	struct folder_made folder;
	struct span first = {"", 0};

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 150);
	for (size_t i = 0; i < COUNT(rooms); i++) {
		struct load *load = open_with(
			(struct load_options){.workers = 2, .words_room = rooms[i]}, &folder);
		struct span text = told(load_wait(load), &folder.arena);
		if (i == 0)
			first = text;
		CHECK_CASE("the same whatever is remembered", span_equal(text, first));
		load_close(load);
	}
	folder_clear(&folder);
}

/* Many articles in one file, which the workers share. */
static void test_shared(void **state)
{
	static const int workers[] = {1, 2, 8};
	struct folder_made folder;
	struct span first = {"", 0};

	(void)state;
	folder_init(&folder);
	write_lines(&folder, "a.jsonl", 200);
	write_lines(&folder, "b.jsonl", 97);
	write_long_lines(&folder, "c.jsonl", 50, 20000);
	write_archive(&folder, 10);
	for (size_t i = 0; i < 2 * COUNT(workers); i++) {
		struct load *load = open_with((struct load_options){.workers = workers[i / 2],
						      .words_room = i % 2 ? 1 : 0},
			&folder);
		const struct epoch *epoch = load_wait(load);
		struct span text = told(epoch, &folder.arena);
		if (i == 0)
			first = text;
		CHECK_CASE("every line is an article", epoch_count(epoch) == 357);
		CHECK_CASE("the same whoever made which part", span_equal(text, first));
		load_close(load);
	}
	folder_clear(&folder);
}

/* Given up at once, while parts are made. */
static void test_shared_given_up(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	write_lines(&folder, "a.jsonl", 400);
	for (int i = 0; i < 20; i++)
		load_close(open_load(&folder, 1 + i % 8));
	folder_clear(&folder);
}

static void test_whole(void **state)
{
	struct folder_made folder;
	const struct epoch *epoch;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 150);
	struct load *load = open_with((struct load_options){.workers = 1, .whole = true}, &folder);
	while (!(epoch = load_take(load))) {
		struct pollfd news = {.fd = load_fd(load), .events = POLLIN};
		assert_int_equal(poll(&news, 1, 60000), 1);
		load_progress(load);
	}
	CHECK_CASE("the first epoch is the final one", epoch_is_final(epoch));
	CHECK_CASE("with all articles", epoch_count(epoch) == 150);
	load_close(load);
	folder_clear(&folder);
}

/* As a screen does it: sleeps until there is news, takes what there is. */
static void test_growth(void **state)
{
	struct folder_made folder;
	uint32_t count = 0, epochs = 0;
	bool is_final = false;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 300);
	struct load *load = open_load(&folder, 2);
	while (!is_final) {
		struct pollfd news = {.fd = load_fd(load), .events = POLLIN};
		assert_int_equal(poll(&news, 1, 60000), 1);
		struct load_progress progress = load_progress(load);
		CHECK_CASE("no more is done than there is", progress.done <= progress.total);
		const struct epoch *epoch = load_take(load);
		if (!epoch)
			continue;
		epochs += epoch_count(epoch) > count;
		CHECK_CASE("an archive grows", epoch_count(epoch) >= count);
		count = epoch_count(epoch);
		is_final = epoch_is_final(epoch);
		for (article_id id = 0; id < count; id++)
			CHECK_CASE("an id means the same article in every epoch",
				strtoul(strrchr(epoch_article(epoch, id)->path, '/') + 1, NULL,
					10) == id);
	}
	CHECK_CASE("all of it in the end", count == 300);
	CHECK_CASE("something was there before", epochs > 1);
	struct load_progress progress = load_progress(load);
	CHECK_CASE("done", progress.phase == LOAD_DONE && progress.done == 300);
	load_close(load);
	folder_clear(&folder);
}

/* A reader may leave at any moment. */
static uint32_t problems_of(const struct folder_made *folder, int64_t looked_ns)
{
	uint32_t count, passed_over;
	struct load *load =
		open_with((struct load_options){.workers = 1, .looked_ns = looked_ns}, folder);

	epoch_problems(load_wait(load), &count, &passed_over);
	load_close(load);
	return count;
}

static void test_half_written(void **state)
{
	static const struct {
		const char *name, *text;
	} files[] = {
		{"a.jsonl", "{\"title\":\"Un\",\"text\":\"Un texte.\"}\n{\"title\":\"De"},
		{"b.mbox", "From a@b Mon Jan  4 09:00:00 2021\nMessage-ID: <1@x>\nSubject: "
			   "Un\n\nUn texte.\n\n"
			   "From a@b Mon Jan  4 09:00:00 2021\nMessage-ID: <2@x>\nSubject: "
			   "Deux\n\nUn te"},
		{"c.xml", "<rss version=\"2.0\"><channel><title>Un</title><item><title>Un</title>"
			  "<description>Un texte.</description></item>\n<item><title>De"},
		{"d.json", "{\"title\":\"Un\",\"text\":\"Un te"},
	};
	const struct timespec written[] = {{.tv_sec = 5}, {.tv_sec = 5}};
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	for (size_t i = 0; i < COUNT(files); i++) {
		const char *path = folder_write(&folder, files[i].name, span_of(files[i].text));
		assert_int_equal(utimensat(AT_FDCWD, path, written, 0), 0);
		CHECK_CASE(files[i].name, problems_of(&folder, 0) == 1);
		CHECK_CASE("it grew since the last look", problems_of(&folder, 4000000000) == 0);
		CHECK_CASE("and no longer", problems_of(&folder, 6000000000) == 1);
		unlink(path);
	}
	folder_write(&folder, "e.jsonl", SPAN("{\"title\":\n{\"text\":\"Un texte.\"}\n"));
	CHECK_CASE("faults inside of it are told at once", problems_of(&folder, 1) == 1);
	folder_clear(&folder);
}

static void test_given_up(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 200);
	for (int i = 0; i < 12; i++) {
		struct load *load = open_load(&folder, 1 + i % 4);
		poll(NULL, 0, i * 4);
		if (i % 2)
			load_take(load);
		load_close(load);
	}
	load_close(NULL);
	folder_clear(&folder);
}

/* Sleeps until so many files have been read; there are more. */
static void wait_for(struct load *load, uint32_t count)
{
	struct load_progress progress = load_progress(load);

	while (progress.done < count) {
		struct pollfd news = {.fd = load_fd(load), .events = POLLIN};
		assert_int_equal(poll(&news, 1, 60000), 1);
		load_take(load);
		progress = load_progress(load);
	}
}

static bool is_empty_folder(const char *path)
{
	return rmdir(path) == 0 && mkdir(path, 0755) == 0;
}

/* Nearly always the long file, which the workers share, is being read when the load is stopped; it
 * may have been read by then, and the load is whole. */
static void stop_in_time(struct folder_made *folder, struct load_options options)
{
	struct arena arena;

	arena_init(&arena);
	write_lines(folder, "long.jsonl", 20000);
	struct load *load = open_with(options, folder);
	wait_for(load, 40);
	load_stop(load);
	const struct epoch *epoch = load_wait(load);
	struct load_progress progress = load_progress(load);
	bool part = load_is_partial(progress);
	uint32_t count = epoch_count(epoch);
	CHECK_CASE("stopped, there is a final epoch", epoch_is_final(epoch));
	CHECK_CASE("which is told to be of some files alone, or of all",
		progress.total == 41 && progress.done == (part ? 40 : 41));
	CHECK_CASE("and has what was gathered", part ? count >= 40 : count == 20040);
	struct span text = part ? told(epoch, &arena) : SPAN("");
	load_close(load);
	CHECK_CASE("and nothing of a part is kept", !part || is_empty_folder(options.cache_folder));
	write_lines(folder, "long.jsonl", count - 40);
	load = open_with((struct load_options){.workers = 2}, folder);
	CHECK_CASE("as if there were no more",
		!part || count == 40 || span_equal(told(load_wait(load), &arena), text));
	load_close(load);
	arena_clear(&arena);
}

static void test_stopped(void **state)
{
	static const int workers[] = {1, 2, 4};
	struct folder_made folder, cache;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 40);
	for (size_t i = 0; i < COUNT(workers); i++) {
		folder_init(&cache);
		stop_in_time(&folder, (struct load_options){.workers = workers[i],
					      .cache_folder = cache.path,
					      .cache_least = 1});
		folder_clear(&cache);
	}
	folder_clear(&folder);
}

static void test_stopped_early_and_late(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	write_archive(&folder, 150);
	struct load *load = open_load(&folder, 2);
	load_stop(load);
	const struct epoch *epoch = load_wait(load);
	CHECK_CASE("stopped before anything was read, there is an article", epoch_count(epoch) > 0);
	CHECK_CASE("as many as files were read", epoch_count(epoch) == load_progress(load).done);
	load_close(load);
	load = open_load(&folder, 2);
	epoch = load_wait(load);
	load_stop(load);
	CHECK_CASE("stopped when all is done, it is whole", epoch_count(epoch) == 150);
	CHECK_CASE("and is not called a part", !load_is_partial(load_progress(load)));
	load_close(load);
	folder_clear(&folder);
}

static void test_nothing(void **state)
{
	struct folder_made folder;
	struct arena arena;

	(void)state;
	folder_init(&folder);
	arena_init(&arena);
	struct load *load = open_load(&folder, 0);
	const struct epoch *epoch = load_wait(load);
	CHECK_CASE("an empty folder is an empty archive", epoch_count(epoch) == 0);
	CHECK_CASE("with no articles to pass", query_run(epoch, query_empty(), &arena).count == 0);
	load_close(load);
	arena_clear(&arena);
	folder_clear(&folder);
}

static void test_absent(void **state)
{
	static const char *const paths[] = {"/", "/no/such/folder"};
	struct load_options options = {.paths = paths, .path_count = 2};
	struct load *load = NULL;
	struct fault why = {0};

	(void)state;
	CHECK_CASE("a path that does not exist is refused",
		load_open(&load, &options, &why) == ERR_ABSENT && !load);
	CHECK_CASE("by name", strstr(why.words, "/no/such/folder"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_workers),
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_shared_given_up),
		cmocka_unit_test(test_news),
		cmocka_unit_test(test_words_room),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_growth),
		cmocka_unit_test(test_half_written),
		cmocka_unit_test(test_given_up),
		cmocka_unit_test(test_stopped),
		cmocka_unit_test(test_stopped_early_and_late),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_absent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
