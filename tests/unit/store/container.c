#include "unit/check.h"

#include "store/container-head.h"
#include "unit/store/folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

enum { SECTION_ONE, SECTION_TWO, SECTION_PIECES, SECTION_NONE };

static const struct digest stamp = {1, 2}, other_stamp = {1, 3};

static enum err write_file(const char *path, struct arena *arena, struct fault *why)
{
	struct container_writer *writer;
	enum err err = container_create(&writer, path, stamp, arena, why);

	if (err)
		return err;
	container_put(writer, SECTION_ONE, SPAN("one"));
	container_begin(writer, SECTION_PIECES);
	container_add(writer, SPAN("pie"));
	container_add(writer, SPAN("ces"));
	container_put(writer, SECTION_TWO, SPAN("two"));
	return container_finish(writer, why);
}

static void test_round(void **state)
{
	struct folder_made folder;
	struct container container;
	struct fault why = {0};

	(void)state;
	folder_init(&folder);
	const char *path = folder_join(&folder, "file");
	CHECK_CASE("none there", container_open(&container, path, stamp, &why) == ERR_ABSENT);
	assert_int_equal(write_file(path, &folder.arena, &why), OK);
	assert_int_equal(container_open(&container, path, stamp, &why), OK);
	CHECK_TEXT("a section", container_section(&container, SECTION_ONE), SPAN("one"));
	CHECK_TEXT("another", container_section(&container, SECTION_TWO), SPAN("two"));
	CHECK_TEXT("in pieces", container_section(&container, SECTION_PIECES), SPAN("pieces"));
	CHECK_CASE("none", container_section(&container, SECTION_NONE).len == 0);
	CHECK_CASE("as it was written", container_is_sound(&container, SECTION_TWO));
	CHECK_CASE("in pieces, too", container_is_sound(&container, SECTION_PIECES));
	CHECK_CASE("what is not there is not", !container_is_sound(&container, SECTION_NONE));
	CHECK_CASE("aligned",
		(uintptr_t)container_section(&container, SECTION_TWO).at % CONTAINER_ALIGNED == 0);
	container_close(&container);
	CHECK_CASE("another's", container_open(&container, path, other_stamp, &why) == ERR_FORMAT);
	folder_clear(&folder);
}

/* Heads that are sound in themselves, and none of ours. */
static void other_version(struct container_head *head)
{
	head->version++;
}

static void other_order(struct container_head *head)
{
	head->order = 0x04030201u;
}

static void other_program(struct container_head *head)
{
	head->magic[0] = 'X';
}

static void too_many_sections(struct container_head *head)
{
	head->count = UINT32_MAX;
}

static void section_outside(struct container_head *head)
{
	head->sections[1].len = UINT64_MAX;
}

static void section_askew(struct container_head *head)
{
	head->sections[1].at++;
}

static void other_length(struct container_head *head)
{
	head->len--;
}

static const struct {
	const char *label;
	void (*change)(struct container_head *);
} heads[] = {
	{"another version", other_version},
	{"another order of bytes", other_order},
	{"another program", other_program},
	{"too many sections", too_many_sections},
	{"a section that ends outside", section_outside},
	{"a section that is not aligned", section_askew},
	{"another length", other_length},
};

static void test_refused(void **state)
{
	struct folder_made folder;
	struct fault why = {0};

	(void)state;
	folder_init(&folder);
	const char *path = folder_join(&folder, "file");
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct container container;
		struct container_head head;
		assert_int_equal(write_file(path, &folder.arena, &why), OK);
		int fd = open(path, O_RDWR);
		assert_int_equal(pread(fd, &head, sizeof head, 0), sizeof head);
		heads[i].change(&head);
		head.sum = container_head_sum(&head);
		assert_int_equal(pwrite(fd, &head, sizeof head, 0), sizeof head);
		close(fd);
		CHECK_CASE(heads[i].label,
			container_open(&container, path, stamp, &why) == ERR_FORMAT);
	}
	folder_clear(&folder);
}

/* A disk that is full says no in the same way: what was there stays, and nothing is left beside. */
static void test_no_room(void **state)
{
	struct rlimit before, none = {.rlim_cur = 100};
	struct folder_made folder;
	struct container container;
	struct fault why = {0};

	(void)state;
	folder_init(&folder);
	const char *path = folder_join(&folder, "file");
	assert_int_equal(write_file(path, &folder.arena, &why), OK);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	enum err err = write_file(path, &folder.arena, &why);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	CHECK_CASE("no room", err == ERR_IO);
	CHECK_CASE("the old one stays", container_open(&container, path, stamp, &why) == OK);
	container_close(&container);
	unlink(path);
	CHECK_CASE("nothing is left beside", rmdir(folder.path) == 0);
	CHECK_CASE("no such folder", write_file(path, &folder.arena, &why) == ERR_IO);
	folder_clear(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_round),
		cmocka_unit_test(test_refused), cmocka_unit_test(test_no_room)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
