#include "store/container.h"

#include "store/container-head.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_head(const struct container_head *head, uint64_t len, struct digest stamp)
{
	const struct container_head own = {.magic = CONTAINER_MAGIC};

	return memcmp(head->magic, own.magic, sizeof own.magic) == 0 &&
	       head->version == CONTAINER_VERSION && head->order == CONTAINER_ORDER &&
	       head->stamp.high == stamp.high && head->stamp.low == stamp.low && head->len == len &&
	       head->count <= CONTAINER_SECTIONS && head->sum == container_head_sum(head);
}

static bool are_sections(const struct container_head *head)
{
	for (uint32_t i = 0; i < head->count; i++) {
		const struct container_section *section = &head->sections[i];
		if (section->at % CONTAINER_ALIGNED || section->at > head->len ||
			section->len > head->len - section->at)
			return false;
	}
	return true;
}

/* The whole file, mapped; the empty span where that cannot be. */
static struct span map_file(int fd, int *error)
{
	struct stat st;

	*error = 0;
	if (fstat(fd, &st) != 0) {
		*error = errno;
		return SPAN("");
	}
	if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof(struct container_head))
		return SPAN("");
	void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (at == MAP_FAILED) {
		*error = errno;
		return SPAN("");
	}
	return (struct span){at, (size_t)st.st_size};
}

static void unmap(struct span file)
{
	union {
		const char *mapped;
		void *given;
	} at = {file.at};

	if (file.len)
		munmap(at.given, file.len);
}

enum err container_open(
	struct container *container, const char *path, struct digest stamp, struct fault *why)
{
	int error, fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return fail(why, ERR_ABSENT, "%.300s: not there", path);
	if (fd < 0)
		return fail(why, ERR_IO, "%.300s: %s", path, strerror(errno));
	struct span file = map_file(fd, &error);
	const struct container_head *head = (const void *)file.at;
	if (file.len && is_head(head, file.len, stamp) && are_sections(head)) {
		*container = (struct container){file, fd, head->sections, head->count};
		return OK;
	}
	unmap(file);
	close(fd);
	return error ? fail(why, ERR_IO, "%.300s: %s", path, strerror(error))
		     : fail(why, ERR_FORMAT, "%.300s: not of this program", path);
}

void container_close(struct container *container)
{
	if (container->file.len)
		close(container->fd);
	unmap(container->file);
	*container = (struct container){.count = 0};
}

static const struct container_section *section_of(const struct container *container, uint32_t kind)
{
	for (uint32_t i = 0; i < container->count; i++)
		if (container->sections[i].kind == kind)
			return &container->sections[i];
	return NULL;
}

struct span container_section(const struct container *container, uint32_t kind)
{
	const struct container_section *section = section_of(container, kind);

	return section ? span_cut(container->file, section->at, section->at + section->len)
		       : SPAN("");
}

/* The next slice of the file, read anew: as much of it as there is. */
static struct span read_slice(
	const struct container *container, uint64_t at, char *slice, size_t len)
{
	size_t got = 0;

	while (got < len) {
		ssize_t more = pread(container->fd, slice + got, len - got, (off_t)(at + got));
		if (more == 0 || (more < 0 && errno != EINTR))
			break;
		got += more > 0 ? (size_t)more : 0;
	}
	return (struct span){slice, got};
}

bool container_is_sound(const struct container *container, uint32_t kind)
{
	const struct container_section *section = section_of(container, kind);
	struct arena scratch;
	uint64_t sum = 0;

	if (!section)
		return false;
	arena_init(&scratch);
	char *slice = arena_alloc(&scratch, CONTAINER_SLICE);
	for (uint64_t at = 0; at < section->len; at += CONTAINER_SLICE) {
		uint64_t left = section->len - at;
		size_t len = left < CONTAINER_SLICE ? (size_t)left : CONTAINER_SLICE;
		sum = container_sum_on(sum, read_slice(container, section->at + at, slice, len));
	}
	arena_clear(&scratch);
	return sum == section->sum;
}

uint64_t container_sum(const struct container *container)
{
	const struct container_head *head = (const void *)container->file.at;

	return container->file.len ? head->sum : 0;
}
