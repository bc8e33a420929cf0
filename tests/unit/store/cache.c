#include "unit/check.h"

#include "store/cache.h"
#include "store/load.h"
#include "store/snapshot.h"
#include "unit/store/folder.h"
#include "unit/store/told.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define LATER INT64_MAX /* every file was changed long before */
#define ARTICLES 150u

/* An archive, and the folder where what was read of it is kept. */
struct stage {
	struct folder_made archive, cache;
	struct load_options options;
};

static void stage_init(struct stage *stage)
{
	*stage = (struct stage){.options = {.now_ns = LATER, .cache_least = 1}};
	folder_init(&stage->archive);
	folder_init(&stage->cache);
	write_archive(&stage->archive, ARTICLES);
	stage->options.cache_folder = stage->cache.path;
}

static void stage_clear(struct stage *stage)
{
	folder_clear(&stage->archive);
	folder_clear(&stage->cache);
}

static struct span load_told(struct stage *stage, bool kept, int workers)
{
	struct load_options options = stage->options;
	struct load *load = NULL;
	struct fault why = {0};

	options.paths = &stage->archive.path;
	options.path_count = 1;
	options.max_size = LOAD_MAX_SIZE_DEFAULT;
	options.today = DAY_NONE;
	options.workers = workers;
	if (!kept)
		options.cache_folder = NULL;
	assert_int_equal(load_open(&load, &options, &why), OK);
	struct span text = told(load_wait(load), &stage->archive.arena);
	load_close(load);
	/* What is kept of the files is tried here, not what is kept of the epoch. */
	struct digest key = cache_key(options.paths, 1, options.max_size);
	unlink(snapshot_path(stage->cache.path, key, &stage->archive.arena));
	return text;
}

/* The one file of the cache; null when there is none. */
static const char *cache_file(struct stage *stage)
{
	const char *path = NULL;
	DIR *dir = opendir(stage->cache.path);

	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
		if (entry->d_name[0] != '.') {
			assert_null(path);
			path = folder_join(&stage->cache, entry->d_name);
		}
	closedir(dir);
	return path;
}

static struct span bytes_of(const char *path, struct arena *arena)
{
	struct stat st;
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0 && fstat(fd, &st) == 0);
	char *bytes = arena_alloc(arena, (size_t)st.st_size);
	assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
	close(fd);
	return (struct span){bytes, (size_t)st.st_size};
}

static struct span cache_bytes(struct stage *stage)
{
	const char *path = cache_file(stage);

	assert_non_null(path);
	return bytes_of(path, &stage->cache.arena);
}

static ino_t cache_inode(struct stage *stage)
{
	struct stat st;

	assert_int_equal(stat(cache_file(stage), &st), 0);
	return st.st_ino;
}

static void check_same(struct stage *stage, const char *label)
{
	struct span fresh = load_told(stage, false, 2);

	CHECK_TEXT(label, load_told(stage, true, 2), fresh);
	CHECK_TEXT("and once more, from what is kept by now", load_told(stage, true, 2), fresh);
}

/* --- changes -------------------------------------------------------------------------------- */

static void add_some(struct stage *stage)
{
	folder_write(&stage->archive, "0042b.txt",
		SPAN("Un port rouvre\n\nLe 3 mars 2021\n\nLe "
		     "ministre Paul Durand a parlé du port.\n"));
	folder_write(&stage->archive, "9999.txt", SPAN("Fin\n\nRien de plus ce jour.\n"));
}

static void remove_some(struct stage *stage)
{
	for (unsigned i = 0; i < ARTICLES; i += 7)
		unlink(folder_join(
			&stage->archive, arena_format(&stage->archive.arena, "%04u.txt", i)));
}

static void change_half(struct stage *stage)
{
	for (unsigned i = 1; i < ARTICLES; i += 2)
		folder_write(&stage->archive, arena_format(&stage->archive.arena, "%04u.txt", i),
			span_of(arena_format(&stage->archive.arena,
				"Une autre nouvelle %u\n\nLe 4 mai 2019\n\nLe ministre Anne Martin "
				"a "
				"démenti la nouvelle du traité dans la capitale.\n",
				i)));
}

/* The same bytes, as another file under the old name. */
static void replace_one(struct stage *stage)
{
	const char *path = folder_join(&stage->archive, "0010.txt");
	const char *beside = folder_join(&stage->archive, "0010.new");

	assert_int_equal(rename(path, beside), 0);
	folder_write(&stage->archive, "0010.txt", SPAN("Un autre port\n\nIl rouvre demain.\n"));
	unlink(beside);
}

static void make_problems(struct stage *stage)
{
	folder_write(&stage->archive, "0003c.txt", SPAN(""));
	folder_write(&stage->archive, "0004c.txt", SPAN("\0\1\2\3\0\0\0\0\0\0\0\0"));
	folder_write(&stage->archive, "0005c.json",
		SPAN("{\"title\":\"Un\",\"text\":\"Un texte.\"}\n{oops\n"));
	folder_link(&stage->archive, "0043b.txt", "nowhere");
}

static void change_nothing(struct stage *stage)
{
	(void)stage;
}

static const struct {
	const char *label;
	void (*change)(struct stage *);
} changes[] = {
	{"nothing changed", change_nothing},
	{"some were added", add_some},
	{"some were removed", remove_some},
	{"half of them changed", change_half},
	{"one was replaced", replace_one},
	{"some cannot be read", make_problems},
	{"nothing changed again", change_nothing},
};

static void test_changes(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	check_same(&stage, "for the first time");
	for (size_t i = 0; i < COUNT(changes); i++) {
		changes[i].change(&stage);
		check_same(&stage, changes[i].label);
	}
	stage_clear(&stage);
}

static void test_workers(void **state)
{
	static const int workers[] = {1, 2, 8};
	struct span first = SPAN("");
	struct stage stage;

	(void)state;
	stage_init(&stage);
	write_long_lines(&stage.archive, "0100b.jsonl", 150, 2500);
	for (size_t i = 0; i < COUNT(workers); i++) {
		load_told(&stage, true, workers[i]);
		struct span bytes = cache_bytes(&stage);
		if (i == 0)
			first = bytes;
		CHECK_CASE(
			"the same bytes however many workers there are", span_equal(bytes, first));
		unlink(cache_file(&stage));
	}
	stage_clear(&stage);
}

static void test_written_when_new(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	load_told(&stage, true, 2);
	ino_t first = cache_inode(&stage);
	load_told(&stage, true, 2);
	CHECK_CASE("nothing new: nothing is written", cache_inode(&stage) == first);
	add_some(&stage);
	load_told(&stage, true, 2);
	CHECK_CASE("something new: it is written anew", cache_inode(&stage) != first);
	stage_clear(&stage);
}

/* A file of many articles: each is called as it was when the file was read. */
static void test_parts(void **state)
{
	static const int workers[] = {1, 8};
	struct stage stage;

	(void)state;
	stage_init(&stage);
	write_lines(&stage.archive, "many.jsonl", 200);
	write_long_lines(&stage.archive, "more.jsonl", 60, 20000);
	struct span read = load_told(&stage, false, 1);
	for (size_t i = 0; i < COUNT(workers); i++) {
		CHECK_CASE(
			"while it is kept", span_equal(load_told(&stage, true, workers[i]), read));
		ino_t inode = cache_inode(&stage);
		CHECK_CASE("taken from there", span_equal(load_told(&stage, true, 2), read));
		CHECK_CASE("all of it was there", cache_inode(&stage) == inode);
		unlink(cache_file(&stage));
	}
	stage_clear(&stage);
}

/* Its articles are gathered, and their records put, before its end shows that it is being written
 * still. */
static void test_half_written(void **state)
{
	static const int workers[] = {1, 2, 8};
	const char half[] = "{\"title\": \"Un entre";
	struct stage stage;

	(void)state;
	stage_init(&stage);
	load_told(&stage, true, 2);
	struct span without = cache_bytes(&stage);
	const char *path = write_long_lines(&stage.archive, "0100b.jsonl", 150, 2500);
	int fd = open(path, O_WRONLY | O_APPEND);
	assert_int_equal(write(fd, half, sizeof half - 1), sizeof half - 1);
	close(fd);
	stage.options.looked_ns = 1;
	struct span read = load_told(&stage, false, 1);
	for (size_t i = 0; i < COUNT(workers); i++) {
		unlink(cache_file(&stage));
		CHECK_CASE("all but the half is read",
			span_equal(load_told(&stage, true, workers[i]), read));
		CHECK_CASE("and nothing of it is kept", span_equal(cache_bytes(&stage), without));
	}
	stage_clear(&stage);
}

static void test_not_kept(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	stage.options.cache_least = UINT64_C(1) << 40;
	load_told(&stage, true, 2);
	CHECK_CASE("of a small archive nothing is kept", !cache_file(&stage));
	stage.options.cache_least = 1;
	stage.options.now_ns = 0;
	load_told(&stage, true, 2);
	CHECK_CASE("files changed since then are not kept", !cache_file(&stage));
	stage.options.now_ns = LATER;
	load_told(&stage, false, 2);
	CHECK_CASE("nobody asked for it", !cache_file(&stage));
	stage_clear(&stage);
}

/* --- a cache that is none ------------------------------------------------------------------- */

static void write_bytes(const char *path, struct span bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.at, bytes.len), bytes.len);
	close(fd);
}

/* Whether it is refused without a look at any file. */
static void check_refused(struct stage *stage, const char *label, struct span damaged)
{
	struct digest key = cache_key(&stage->archive.path, 1, LOAD_MAX_SIZE_DEFAULT);
	struct fault why = {0};
	struct cache cache;

	write_bytes(cache_file(stage), damaged);
	CHECK_CASE(label, cache_open(&cache, cache_file(stage), key, &stage->cache.arena, &why) ==
				  ERR_FORMAT);
	cache_close(&cache);
}

static void check_rebuilt(struct stage *stage, const char *label, struct span damaged,
	struct span fresh, struct span good)
{
	check_refused(stage, label, damaged);
	CHECK_TEXT(label, load_told(stage, true, 2), fresh);
	CHECK_CASE(label, span_equal(cache_bytes(stage), good));
}

static void test_damaged(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	struct span fresh = load_told(&stage, true, 2), good = cache_bytes(&stage);
	for (size_t len = 0; len < good.len; len += 4096)
		check_refused(&stage, "cut", span_cut(good, 0, len));
	check_rebuilt(&stage, "cut in the midst", span_cut(good, 0, good.len / 2), fresh, good);
	check_rebuilt(&stage, "another program's",
		SPAN("SQLite format 3\0 and so on, in so many words"), fresh, good);
	for (size_t at = 5; at < good.len; at += good.len / 5) {
		char *bytes = arena_copy(&stage.cache.arena, good.at, good.len);
		bytes[at] = (char)(bytes[at] ^ 0x10);
		write_bytes(cache_file(&stage), (struct span){bytes, good.len});
		CHECK_TEXT("a bit that fell over", load_told(&stage, true, 2), fresh);
	}
	stage_clear(&stage);
}

static void test_left_over(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	load_told(&stage, true, 2);
	const char *name = strrchr(cache_file(&stage), '/') + 1;
	const char *killed = arena_format(&stage.cache.arena, "%s.%ld.AbCdEf", name, 999999999L);
	folder_write(&stage.cache, killed, SPAN("half of it"));
	add_some(&stage);
	load_told(&stage, true, 2);
	CHECK_CASE("what a killed writer left is gone", cache_file(&stage) != NULL);
	stage_clear(&stage);
}

/* --- what cannot be written ------------------------------------------------------------------ */

static void test_no_folder(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	struct span fresh = load_told(&stage, false, 2);
	stage.options.cache_folder = folder_join(&stage.archive, "0001.txt");
	struct span text = load_told(&stage, true, 2);
	CHECK_CASE("the articles are all there", span_starts(text, fresh));
	CHECK_CASE("that nothing is kept is told",
		span_find(text, SPAN("is not kept for the next start"), fresh.len) < text.len);
	stage_clear(&stage);
}

static void test_no_room(void **state)
{
	struct rlimit before, small = {.rlim_cur = 1000};
	struct stage stage;

	(void)state;
	stage_init(&stage);
	struct span fresh = load_told(&stage, false, 2);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	struct span text = load_told(&stage, true, 2);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	CHECK_TEXT("no room for it changes nothing", text, fresh);
	CHECK_CASE("nothing is left", !cache_file(&stage));
	stage_clear(&stage);
}

/* --- what the reader put right --------------------------------------------------------------- */

static void test_corrections(void **state)
{
	struct stage stage;

	(void)state;
	stage_init(&stage);
	load_told(&stage, true, 2);
	ino_t first = cache_inode(&stage);
	struct digest digest =
		digest_of(bytes_of(folder_join(&stage.archive, "0007.txt"), &stage.archive.arena));
	stage.options.corrections_file = folder_write(&stage.cache, ".corrections",
		span_of(arena_format(&stage.archive.arena, "%016llx%016llx day 1999-12-31\n",
			(unsigned long long)digest.high, (unsigned long long)digest.low)));
	struct span fresh = load_told(&stage, false, 2);
	CHECK_CASE("it is put right", span_find(fresh, SPAN(" 10956 "), 0) < fresh.len);
	CHECK_TEXT("what is kept is put right, too", load_told(&stage, true, 2), fresh);
	CHECK_CASE("and is kept as it was read", cache_inode(&stage) == first);
	stage.options.corrections_file = NULL;
	check_same(&stage, "taken back");
	stage_clear(&stage);
}

/* --- which files may be kept ----------------------------------------------------------------- */

#define NOW INT64_C(1000000000000000000)

static const struct {
	const char *label;
	int64_t changed, status;
	bool kept;
} times[] = {
	{"changed long before", NOW - 5 * CACHE_GRAIN_NS, NOW - 5 * CACHE_GRAIN_NS, true},
	{"changed just now", NOW, NOW, false},
	{"changed shortly before", NOW - CACHE_GRAIN_NS / 2, NOW - CACHE_GRAIN_NS / 2, false},
	{"set back after it was changed", 0, NOW - 1, false},
	{"changed when the clock was ahead", NOW + 9 * CACHE_GRAIN_NS, NOW - 5 * CACHE_GRAIN_NS,
		false},
	{"renamed when the clock was ahead", 0, NOW + 9 * CACHE_GRAIN_NS, false},
};

static void test_times(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(times); i++) {
		struct file file = {
			.inode = 1, .changed_ns = times[i].changed, .status_ns = times[i].status};
		CHECK_CASE(times[i].label, cache_may_keep(&file, NOW) == times[i].kept);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_changes),
		cmocka_unit_test(test_workers), cmocka_unit_test(test_written_when_new),
		cmocka_unit_test(test_parts), cmocka_unit_test(test_half_written),
		cmocka_unit_test(test_not_kept), cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_left_over), cmocka_unit_test(test_no_folder),
		cmocka_unit_test(test_no_room), cmocka_unit_test(test_corrections),
		cmocka_unit_test(test_times)};

	/* Where there is such, what is forced to the disk is there at once. */
	if (access("/dev/shm", W_OK | X_OK) == 0)
		setenv("TMPDIR", "/dev/shm", 0);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
