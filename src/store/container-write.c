#include "store/container-head.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNIQUE "XXXXXX" /* for mkstemp */

struct container_writer {
	const char *path, *folder;
	char *beside; /* its name until it is finished: path, process, and what makes it unique */
	int fd;
	int error; /* an errno: the first that went wrong */
	uint64_t at;
	struct container_head head;
	char *slice; /* of the section that is written, what is not in its sum yet */
	size_t sliced;
};

/* --- names ---------------------------------------------------------------------------------- */

static const char *folder_of(const char *path, struct arena *arena)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	size_t len = slash == path ? 1 : (size_t)(slash - path);
	return arena_string(arena, (struct span){path, len});
}

/* Whether the name is that of an unfinished file; those of this process are let be. */
static bool is_unfinished(const char *name, struct span base)
{
	char *end;

	if (!span_starts(span_of(name), base) || name[base.len] != '.')
		return false;
	long pid = strtol(name + base.len + 1, &end, 10);
	return pid > 0 && pid != (long)getpid() && *end == '.' && strlen(end + 1) == strlen(UNIQUE);
}

/* Whoever writes a file holds its lock, which ends with the process. */
static bool lock(int fd)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	return fcntl(fd, F_SETLK, &whole) == 0;
}

static void remove_left_over(const char *path)
{
	int fd = open(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return;
	if (lock(fd))
		unlink(path);
	close(fd);
}

/* What killed writers left. */
static void sweep(const struct container_writer *writer, struct arena *arena)
{
	const char *slash = strrchr(writer->path, '/');
	struct span base = span_of(slash ? slash + 1 : writer->path);
	DIR *dir = opendir(writer->folder);

	for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir))
		if (is_unfinished(entry->d_name, base))
			remove_left_over(
				arena_format(arena, "%s/%s", writer->folder, entry->d_name));
	if (dir)
		closedir(dir);
}

/* --- bytes ---------------------------------------------------------------------------------- */

static void write_all(struct container_writer *writer, struct span bytes)
{
	while (bytes.len && !writer->error) {
		ssize_t done = write(writer->fd, bytes.at, bytes.len);
		if (done > 0)
			bytes = span_cut(bytes, (size_t)done, bytes.len);
		else if (done == 0)
			writer->error = EIO;
		else if (errno != EINTR)
			writer->error = errno;
		writer->at += done > 0 ? (uint64_t)done : 0;
	}
}

static void align(struct container_writer *writer)
{
	static const char zeros[CONTAINER_ALIGNED] = {0};
	size_t over = writer->at % CONTAINER_ALIGNED;

	if (over)
		write_all(writer, (struct span){zeros, CONTAINER_ALIGNED - over});
}

static void write_head(struct container_writer *writer)
{
	struct container_head *head = &writer->head;

	head->len = writer->at;
	head->sum = container_head_sum(head);
	if (!writer->error && lseek(writer->fd, 0, SEEK_SET) != 0)
		writer->error = errno;
	write_all(writer, (struct span){(const char *)head, sizeof *head});
}

/* The name of a file is on the disk once its folder is. */
static void sync_folder(struct container_writer *writer)
{
	int fd = open(writer->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0 && fsync(fd) != 0 && errno != EINVAL)
		writer->error = errno;
	if (fd >= 0)
		close(fd);
}

/* --- what callers ask ----------------------------------------------------------------------- */

enum err container_create(struct container_writer **out, const char *path, struct digest stamp,
	struct arena *arena, struct fault *why)
{
	struct container_writer *writer = ARENA_NEW(arena, struct container_writer);

	writer->path = arena_string(arena, span_of(path));
	writer->folder = folder_of(path, arena);
	writer->beside = arena_format(arena, "%s.%ld." UNIQUE, path, (long)getpid());
	writer->slice = arena_alloc(arena, CONTAINER_SLICE);
	writer->head = (struct container_head){.magic = CONTAINER_MAGIC,
		.version = CONTAINER_VERSION,
		.order = CONTAINER_ORDER,
		.stamp = stamp};
	sweep(writer, arena);
	writer->fd = mkstemp(writer->beside);
	if (writer->fd < 0)
		return fail(why, ERR_IO, "%.300s: %s", writer->folder, strerror(errno));
	fcntl(writer->fd, F_SETFD, FD_CLOEXEC);
	if (!lock(writer->fd))
		writer->error = errno;
	write_all(writer, (struct span){(const char *)&writer->head, sizeof writer->head});
	*out = writer;
	return OK;
}

static void sum_slice(struct container_writer *writer)
{
	struct container_head *head = &writer->head;

	if (head->count && writer->sliced) {
		struct container_section *last = &head->sections[head->count - 1];
		last->sum =
			container_sum_on(last->sum, (struct span){writer->slice, writer->sliced});
	}
	writer->sliced = 0;
}

static void sum_up(struct container_writer *writer, struct span bytes)
{
	while (bytes.len) {
		size_t room = CONTAINER_SLICE - writer->sliced;
		size_t part = bytes.len < room ? bytes.len : room;
		memcpy(writer->slice + writer->sliced, bytes.at, part);
		writer->sliced += part;
		if (writer->sliced == CONTAINER_SLICE)
			sum_slice(writer);
		bytes = span_cut(bytes, part, bytes.len);
	}
}

void container_begin(struct container_writer *writer, uint32_t kind)
{
	struct container_head *head = &writer->head;

	sum_slice(writer);
	align(writer);
	if (head->count == CONTAINER_SECTIONS)
		writer->error = ENOSPC;
	else
		head->sections[head->count++] =
			(struct container_section){.kind = kind, .at = writer->at};
}

void container_add(struct container_writer *writer, struct span piece)
{
	write_all(writer, piece);
	sum_up(writer, piece);
	if (writer->head.count)
		writer->head.sections[writer->head.count - 1].len += piece.len;
}

void container_put(struct container_writer *writer, uint32_t kind, struct span bytes)
{
	container_begin(writer, kind);
	container_add(writer, bytes);
}

enum err container_finish(struct container_writer *writer, struct fault *why)
{
	sum_slice(writer);
	write_head(writer);
	if (!writer->error && fsync(writer->fd) != 0)
		writer->error = errno;
	if (close(writer->fd) != 0 && !writer->error)
		writer->error = errno;
	writer->fd = -1;
	if (!writer->error && rename(writer->beside, writer->path) != 0)
		writer->error = errno;
	if (!writer->error)
		sync_folder(writer);
	else
		unlink(writer->beside);
	if (writer->error)
		return fail(why, ERR_IO, "%.300s: %s", writer->path, strerror(writer->error));
	return OK;
}

uint64_t container_sum_written(const struct container_writer *writer)
{
	return writer->head.sum;
}

void container_give_up(struct container_writer *writer)
{
	close(writer->fd);
	unlink(writer->beside);
}
