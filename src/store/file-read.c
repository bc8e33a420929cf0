#include "article/format.h"
#include "store/file-log.h"
#include "store/files.h"
#include "store/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MIB (UINT64_C(1) << 20)

const char *file_reason(int error, struct arena *arena)
{
	char words[160];

	switch (error) {
	case EACCES:
	case EPERM:
		return "no permission";
	case ENOENT:
	case ENOTDIR:
		return "gone before it was read";
	case ELOOP:
		return "a loop of links";
	case ENAMETOOLONG:
		return "its path is too long";
	default:
		break;
	}
	if (strerror_r(error, words, sizeof words) != 0)
		return "unreadable";
	return arena_string(arena, span_of(words));
}

const char *file_refusal(const struct file *file, int error, struct arena *arena)
{
	/* What the user may read, and this process not: the jail of app/jail.h is closed. */
	if (error == EACCES && file->linked && access(file->path, R_OK) == 0)
		return "a link that leads out of the archive; name that place, too";
	if (error == EACCES && file->named && access(file->path, R_OK) == 0)
		return "another file of that name since the start; start again to read it";
	return file_reason(error, arena);
}

static const char *reason_too_large(uint64_t max_size, struct arena *arena)
{
	if (max_size >= MIB && max_size % MIB == 0)
		return arena_format(arena, "larger than %" PRIu64 " MiB", max_size / MIB);
	return arena_format(arena, "larger than %" PRIu64 " bytes", max_size);
}

/* Reads on until the buffer holds upto bytes or the file ends; an errno, 0 when all went well. */
static int read_up_to(int fd, char *buffer, size_t *len, size_t upto)
{
	while (*len < upto) {
		ssize_t got = read(fd, buffer + *len, upto - *len);
		if (got == 0)
			break;
		if (got > 0)
			*len += (size_t)got;
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

/* What follows the head.  A file may be larger than it said, or grow while it is read: up to one
 * byte over the limit. */
static int read_rest(
	int fd, char **buffer, size_t *len, size_t size, size_t limit, struct arena *arena)
{
	size_t room = size > *len ? size + 1 : *len * 2;
	int error;

	do {
		if (room > limit)
			room = limit + 1;
		char *wider = arena_alloc(arena, room);
		memcpy(wider, *buffer, *len);
		*buffer = wider;
		error = read_up_to(fd, *buffer, len, room);
		room *= 2;
	} while (!error && *len * 2 == room && *len <= limit);
	return error;
}

static enum file_outcome problem(const char **reason, const char *words)
{
	*reason = words;
	return FILE_PROBLEM;
}

/* A file of many articles may be larger than one article. */
static uint64_t limit_of(const struct format *format, uint64_t max_size)
{
	uint64_t limit = format && format->holds_many ? max_size * FORMAT_MANY : max_size;

	return limit < UINT32_MAX ? limit : UINT32_MAX - 1u;
}

static enum file_outcome no_text(const struct file *file, const char **reason)
{
	*reason = "no text";
	return file->named ? FILE_PROBLEM : FILE_PASSED_OVER;
}

/* What is packed is judged by what it was. */
static enum file_outcome read_packed(const struct file *file, uint64_t max_size, struct span *bytes,
	const char **reason, struct arena *arena)
{
	struct fault why = {0};
	struct span head = unpack_head(*bytes, FORMAT_HEAD_LEN, arena);
	const struct format *format = format_of(head, file->path);
	uint64_t limit = limit_of(format, max_size);
	enum err err = unpack(*bytes, format ? limit : FORMAT_HEAD_LEN, bytes, arena, &why);

	if (head.len && !format)
		return no_text(file, reason);
	if (err == ERR_LIMIT)
		return problem(reason, reason_too_large(limit, arena));
	if (err)
		return problem(reason, arena_string(arena, span_of(why.words)));
	return bytes->len ? FILE_READ : problem(reason, "empty");
}

/* The log beside a database; empty where there is none. */
static struct span log_read(const char *path, uint64_t limit, struct arena *arena)
{
	const char *name = arena_format(arena, "%s" FILE_LOG_ENDING, path);
	int fd = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;
	size_t len = 0;
	char *buffer = NULL;

	if (fd < 0)
		return SPAN("");
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
		(uint64_t)st.st_size <= limit) {
		buffer = arena_alloc(arena, (size_t)st.st_size);
		if (read_up_to(fd, buffer, &len, (size_t)st.st_size) != 0)
			len = 0;
	}
	close(fd);
	return (struct span){buffer, len};
}

static enum file_outcome read_open_file(int fd, const struct file *file, uint64_t max_size,
	struct span *bytes, const char **reason, struct arena *arena)
{
	size_t len = 0;
	struct stat st;

	if (fstat(fd, &st) != 0)
		return problem(reason, file_reason(errno, arena));
	if (!S_ISREG(st.st_mode))
		return problem(reason, "not a file any longer");
	char *buffer = arena_alloc(arena, FORMAT_HEAD_LEN);
	int error = read_up_to(fd, buffer, &len, FORMAT_HEAD_LEN);
	if (error)
		return problem(reason, file_reason(error, arena));
	if (len == 0)
		return problem(reason, "empty");
	bool packed = unpack_is_packed((struct span){buffer, len});
	const struct format *format =
		packed ? NULL : format_of((struct span){buffer, len}, file->path);
	if (!packed && !format)
		return no_text(file, reason);
	uint64_t limit = limit_of(format, max_size);
	if (st.st_size > 0 && (uint64_t)st.st_size > limit)
		return problem(reason, reason_too_large(limit, arena));
	if (len == FORMAT_HEAD_LEN)
		error = read_rest(fd, &buffer, &len, (size_t)st.st_size, (size_t)limit, arena);
	if (error)
		return problem(reason, file_reason(error, arena));
	if (len > limit)
		return problem(reason, reason_too_large(limit, arena));
	*bytes = (struct span){buffer, len};
	if (file_log_is_kept(*bytes))
		*bytes = file_log_joined(*bytes, log_read(file->path, limit, arena), arena);
	return packed ? read_packed(file, max_size, bytes, reason, arena) : FILE_READ;
}

enum file_outcome file_read(const struct file *file, uint64_t max_size, struct span *bytes,
	const char **reason, struct arena *arena)
{
	/* Whatever the path has become since it was found, opening it must not block. */
	int fd = open(file->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return problem(reason, file_refusal(file, errno, arena));
	enum file_outcome outcome = read_open_file(fd, file, max_size, bytes, reason, arena);
	close(fd);
	return outcome;
}
