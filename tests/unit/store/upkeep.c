#include "unit/check.h"

#include "store/cache.h"
#include "store/container-head.h"
#include "store/keep.h"
#include "store/upkeep.h"
#include "unit/store/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW_SECONDS INT64_C(4000000000)
#define NOW_NS (NOW_SECONDS * 1000000000)
#define DAY (24 * 60 * 60)
#define PLENTY UINT64_MAX

static const struct digest own = {1, 2};

/* clang-format off */
static const struct {
	const char *label, *name, *begins;
	int64_t days; /* ago it was opened */
	bool stays, stays_in_little; /* where there is room for one more than what is open */
} files[] = {
	{"opened yesterday", "00000000000000000000000000000003.articles", CONTAINER_MAGIC, 1, true, true},
	{"opened a month ago", "00000000000000000000000000000004.epoch", CONTAINER_MAGIC, 30, true, false},
	{"opened a year ago", "00000000000000000000000000000005.articles", CONTAINER_MAGIC, 365, false, false},
	{"old, of the archive that is open", "00000000000000010000000000000002.articles", CONTAINER_MAGIC, 365, true, true},
	{"old, of another program", "00000000000000000000000000000006.articles", "MAGIC IT", 365, true, true},
	{"old, of another name", "notes.articles", CONTAINER_MAGIC, 365, true, true},
	{"old, a name in capitals", "0000000000000000000000000000000A.epoch", CONTAINER_MAGIC, 365, true, true},
	{"old, of another kind", "00000000000000000000000000000007.session", CONTAINER_MAGIC, 365, true, true},
	{"old and empty", "00000000000000000000000000000008.epoch", "", 365, true, true},
};
/* clang-format on */

static void lay(struct folder_made *folder)
{
	for (size_t i = 0; i < COUNT(files); i++) {
		time_t then = (time_t)(NOW_SECONDS - files[i].days * DAY);
		struct timespec times[2] = {{then, 0}, {then, 0}};
		struct span begins = {
			files[i].begins, *files[i].begins ? sizeof CONTAINER_MAGIC : 0};
		folder_write(folder, files[i].name, begins);
		assert_int_equal(
			utimensat(AT_FDCWD, folder_join(folder, files[i].name), times, 0), 0);
	}
}

static void check(struct folder_made *folder, const char *name, const char *label, bool stays)
{
	struct stat st;

	CHECK_CASE(label, (stat(folder_join(folder, name), &st) == 0) == stays);
}

static void test_upkeep(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	lay(&folder);
	upkeep(folder.path, own, 0, PLENTY);
	for (size_t i = 0; i < COUNT(files); i++)
		check(&folder, files[i].name, "nothing is too old without a clock", true);
	upkeep(folder.path, own, NOW_NS, PLENTY);
	for (size_t i = 0; i < COUNT(files); i++)
		check(&folder, files[i].name, files[i].label, files[i].stays);
	lay(&folder);
	upkeep(folder.path, own, NOW_NS, 2 * sizeof CONTAINER_MAGIC);
	for (size_t i = 0; i < COUNT(files); i++)
		check(&folder, files[i].name, files[i].label, files[i].stays_in_little);
	upkeep("no such folder", own, NOW_NS, 0);
	folder_clear(&folder);
}

/* An archive of one file of so many bytes: whether what is read of it may be kept. */
static bool has_room(struct folder_made *folder, uint64_t bytes)
{
	struct file file = {.path = "one", .size = bytes};
	struct file_list list = {.at = &file, .count = 1};
	struct load_options options = {
		.cache_folder = folder->path, .cache_least = 1, .now_ns = NOW_NS};
	struct fault why = {0};
	struct keep keep;

	keep_init(&keep);
	keep_open(&keep, &options);
	bool has = keep_match(&keep, &list, &why) == OK;
	CHECK_CASE("and so it is said", has == (why.words[0] == 0));
	CHECK_CASE("and done", has == keep.is_on);
	keep_close(&keep);
	return has;
}

static void test_room(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	CHECK_CASE("a kilobyte", has_room(&folder, 1024));
	CHECK_CASE("more than any disk", !has_room(&folder, UINT64_MAX));
	folder_clear(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_upkeep),
		cmocka_unit_test(test_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
