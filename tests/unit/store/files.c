#include "unit/check.h"

#include "store/files.h"
#include "unit/store/folder.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

/* What is found under some of the folder's paths: "a.txt b.txt!reason", and what is passed over. */
static struct span found(
	struct folder_made *folder, const char *const *names, uint32_t count, uint32_t *passed_over)
{
	struct file_list files = {0};
	const char **paths = ARENA_ARRAY(&folder->arena, const char *, count);
	const char *out = "";
	atomic_bool stop;

	atomic_init(&stop, false);
	for (uint32_t i = 0; i < count; i++)
		paths[i] = names[i][0] ? folder_join(folder, names[i]) : folder->path;
	files_find(paths, count, NULL, &stop, &files, passed_over, &folder->arena);
	for (uint32_t i = 0; i < files.count; i++) {
		const struct file *file = &files.at[i];
		const char *name = file->path + strlen(folder->path);
		out = arena_format(&folder->arena, "%s%s%s%s%s", out, i ? " " : "",
			*name ? name + 1 : name, file->problem ? "!" : "",
			file->problem ? file->problem : "");
	}
	return span_of(out);
}

static void test_walk(void **state)
{
	static const char *const all[] = {""}, *const twice[] = {"a", "", "a/1.txt"};
	static const char *const named[] = {".hidden", "b.png", "a"};
	struct folder_made folder;
	uint32_t passed_over;

	(void)state;
	folder_init(&folder);
	folder_make(&folder, "a");
	folder_make(&folder, ".git");
	folder_write(&folder, "a/1.txt", SPAN("x"));
	folder_write(&folder, "a-b.txt", SPAN("x"));
	folder_write(&folder, "b.png", SPAN("x"));
	folder_write(&folder, ".hidden", SPAN("x"));
	folder_write(&folder, "Z.txt", SPAN("x"));
	CHECK_TEXT("folders are walked, paths sorted bytewise",
		found(&folder, all, 1, &passed_over), SPAN("Z.txt a-b.txt a/1.txt"));
	CHECK_CASE("what is passed over by name is counted", passed_over == 3);
	CHECK_TEXT("what is given twice is there once", found(&folder, twice, 3, &passed_over),
		SPAN("Z.txt a-b.txt a/1.txt"));
	CHECK_TEXT("what is named itself is taken, whatever its name",
		found(&folder, named, 3, &passed_over), SPAN(".hidden a/1.txt b.png"));
	folder_clear(&folder);
}

static void test_links(void **state)
{
	static const char *const all[] = {""}, *const by_link[] = {"z-link"};
	struct folder_made folder;
	uint32_t passed_over;

	(void)state;
	folder_init(&folder);
	folder_make(&folder, "m");
	folder_make(&folder, "m/deep");
	folder_write(&folder, "m/deep/1.txt", SPAN("x"));
	folder_link(&folder, "m/deep/up", "../..");
	folder_link(&folder, "a-link", "m");
	folder_link(&folder, "z-link", "m/deep");
	folder_link(&folder, "file-link.txt", "m/deep/1.txt");
	folder_link(&folder, "lost.txt", "nowhere");
	folder_link(&folder, "self.txt", "self.txt");
	CHECK_TEXT("loops end; a file has the path without links",
		found(&folder, all, 1, &passed_over),
		SPAN("lost.txt!a link to nothing m/deep/1.txt self.txt!a loop of links"));
	CHECK_TEXT("a link that is named is followed", found(&folder, by_link, 1, &passed_over),
		SPAN("z-link/1.txt z-link/up/lost.txt!a link to nothing "
		     "z-link/up/self.txt!a loop of links"));
	folder_clear(&folder);
}

/* Every folder holds links to all others: as many ways as there are permutations. */
static void test_link_web(void **state)
{
	static const char *const all[] = {""};
	struct folder_made folder;
	uint32_t passed_over;
	char name[64], target[64];

	(void)state;
	folder_init(&folder);
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof name, "d%02d", i);
		folder_make(&folder, name);
		for (int j = 0; j < 20; j++) {
			snprintf(name, sizeof name, "d%02d/to%02d", i, j);
			snprintf(target, sizeof target, "../d%02d", j);
			folder_link(&folder, name, target);
		}
	}
	folder_write(&folder, "d07/1.txt", SPAN("x"));
	CHECK_TEXT("a web of links is walked once", found(&folder, all, 1, &passed_over),
		SPAN("d07/1.txt"));
	folder_clear(&folder);
}

/* When the files under some of the folder's paths changed, in seconds: "cache.db 7 other.txt 5". */
static struct span changed(struct folder_made *folder, const char *name)
{
	const char *path = name[0] ? folder_join(folder, name) : folder->path;
	struct file_list files = {0};
	const char *out = "";
	uint32_t passed_over;
	atomic_bool stop;

	atomic_init(&stop, false);
	files_find(&path, 1, NULL, &stop, &files, &passed_over, &folder->arena);
	for (uint32_t i = 0; i < files.count; i++)
		out = arena_format(&folder->arena, "%s%s%s %d", out, i ? " " : "",
			strrchr(files.at[i].path, '/') + 1,
			(int)(files.at[i].changed_ns / 1000000000));
	return span_of(out);
}

static void set_changed(const char *path, int seconds)
{
	const struct timespec times[] = {{.tv_sec = seconds}, {.tv_sec = seconds}};

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void test_logs(void **state)
{
	struct folder_made folder;

	(void)state;
	folder_init(&folder);
	set_changed(folder_write(&folder, "cache.db", SPAN("x")), 5);
	set_changed(folder_write(&folder, "cache.txt", SPAN("x")), 5);
	CHECK_TEXT("a database alone", changed(&folder, "cache.db"), SPAN("cache.db 5"));
	const char *log = folder_write(&folder, "cache.db-wal", SPAN("x"));
	set_changed(log, 7);
	CHECK_TEXT("its log changed: so did it", changed(&folder, "cache.db"), SPAN("cache.db 7"));
	CHECK_TEXT("in a folder, too; nothing else did", changed(&folder, ""),
		SPAN("cache.db 7 cache.db-wal 7 cache.txt 5"));
	set_changed(log, 3);
	CHECK_TEXT("the last change of both counts", changed(&folder, ""),
		SPAN("cache.db 5 cache.db-wal 3 cache.txt 5"));
	assert_int_equal(unlink(log), 0);
	folder_link(&folder, "cache.db-wal", "cache.txt");
	set_changed(folder_join(&folder, "cache.txt"), 9);
	CHECK_TEXT("a link is no log", changed(&folder, "cache.db"), SPAN("cache.db 5"));
	folder_clear(&folder);
}

static void make_socket(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_true(strlen(path) < sizeof address.sun_path);
	memcpy(address.sun_path, path, strlen(path));
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	close(fd);
}

static void test_no_files(void **state)
{
	static const char *const all[] = {""};
	struct folder_made folder;
	uint32_t passed_over;

	(void)state;
	folder_init(&folder);
	assert_int_equal(mkfifo(folder_join(&folder, "a.txt"), 0644), 0);
	make_socket(folder_join(&folder, "b.txt"));
	folder_link(&folder, "c.txt", "/dev/null");
	CHECK_TEXT("what is no file says what it is", found(&folder, all, 1, &passed_over),
		SPAN("a.txt!a FIFO, not a file b.txt!a socket, not a file c.txt!a device, not a "
		     "file"));
	folder_clear(&folder);
}

/* The superuser may read everything: somebody else looks. */
static void test_no_permission(void **state)
{
	static const char *const all[] = {""};
	struct folder_made folder;
	uint32_t passed_over;
	bool root = geteuid() == 0;
	struct file file = {0};
	struct span bytes;
	const char *reason = NULL;

	(void)state;
	folder_init(&folder);
	folder_make(&folder, "shut");
	file.path = folder_write(&folder, "1.txt", SPAN("x"));
	assert_int_equal(chmod(file.path, 0), 0);
	assert_int_equal(chmod(folder_join(&folder, "shut"), 0), 0);
	if (root)
		assert_int_equal(seteuid(65534), 0);
	struct span text = found(&folder, all, 1, &passed_over);
	enum file_outcome outcome = file_read(&file, 100, &bytes, &reason, &folder.arena);
	if (root)
		assert_int_equal(seteuid(0), 0);
	CHECK_TEXT("a folder that is shut", text, SPAN("1.txt shut!no permission"));
	CHECK_CASE("a file that is", outcome == FILE_PROBLEM);
	CHECK_TEXT("says so", span_of(reason), SPAN("no permission"));
	assert_int_equal(chmod(folder_join(&folder, "shut"), 0755), 0);
	folder_clear(&folder);
}

static void test_read(void **state)
{
	static char large[200000];
	static const struct {
		const char *label;
		struct span bytes;
		uint64_t max_size;
		bool named;
		enum file_outcome outcome;
		const char *reason;
	} cases[] = {
		/* clang-format off */
		{"a short one", {"Texte.\n", 7}, 100, false, FILE_READ, NULL},
		{"as large as it may be", {"Texte.\n", 7}, 7, false, FILE_READ, NULL},
		{"a byte larger", {"Texte.\n", 7}, 6, false, FILE_PROBLEM, "larger than 6 bytes"},
		{"longer than the head", {large, sizeof large}, sizeof large, false, FILE_READ, NULL},
		{"too long by one", {large, sizeof large}, sizeof large - 1, false, FILE_PROBLEM,
			"larger than 199999 bytes"},
		{"empty", {"", 0}, 100, false, FILE_PROBLEM, "empty"},
		{"a picture", {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16}, 100, false, FILE_PASSED_OVER, NULL},
		{"a picture that was named", {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16}, 100, true,
			FILE_PROBLEM, "no text"},
		/* clang-format on */
	};
	struct folder_made folder;

	(void)state;
	memset(large, 'a', sizeof large);
	folder_init(&folder);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span bytes = SPAN("");
		const char *reason = NULL;
		struct file file = {.path = folder_write(&folder, "f", cases[i].bytes),
			.named = cases[i].named};
		enum file_outcome outcome =
			file_read(&file, cases[i].max_size, &bytes, &reason, &folder.arena);
		CHECK_CASE(cases[i].label, outcome == cases[i].outcome);
		if (outcome == FILE_READ)
			CHECK_TEXT(cases[i].label, bytes, cases[i].bytes);
		if (outcome == FILE_PROBLEM)
			CHECK_TEXT(cases[i].label, span_of(reason), span_of(cases[i].reason));
	}
	folder_clear(&folder);
}

/* Between finding and reading, a file may become anything: opening it must not block. */
static void test_changed(void **state)
{
	struct folder_made folder;
	struct file file = {0};
	struct span bytes;
	const char *reason = NULL;

	(void)state;
	folder_init(&folder);
	file.path = folder_join(&folder, "1.txt");
	CHECK_CASE("gone", file_read(&file, 100, &bytes, &reason, &folder.arena) == FILE_PROBLEM);
	CHECK_TEXT("gone", span_of(reason), SPAN("gone before it was read"));
	assert_int_equal(mkfifo(file.path, 0644), 0);
	CHECK_CASE("a FIFO", file_read(&file, 100, &bytes, &reason, &folder.arena) == FILE_PROBLEM);
	CHECK_TEXT("a FIFO", span_of(reason), SPAN("not a file any longer"));
	file.path = folder.path;
	CHECK_CASE(
		"a folder", file_read(&file, 100, &bytes, &reason, &folder.arena) == FILE_PROBLEM);
	folder_clear(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_link_web),
		cmocka_unit_test(test_logs),
		cmocka_unit_test(test_no_files),
		cmocka_unit_test(test_no_permission),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
