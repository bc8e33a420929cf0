#include "article/format.h"
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

/* A file may be larger than it said, or grow while it is read: up to one byte over the limit. */
static int read_rest(
	int fd, char **buffer, size_t *len, size_t room, size_t limit, struct arena *arena)
{
	for (;;) {
		int error = read_up_to(fd, *buffer, len, room);
		if (error || *len < room || room > limit)
			return error;
		room = room * 2 > limit ? limit + 1 : room * 2;
		char *wider = arena_alloc(arena, room);
		memcpy(wider, *buffer, *len);
		*buffer = wider;
	}
}

static enum file_outcome problem(const char **reason, const char *words)
{
	*reason = words;
	return FILE_PROBLEM;
}

/* What is packed is judged by what it was. */
static enum file_outcome read_packed(const struct file *file, uint64_t max_size, struct span *bytes,
	const char **reason, struct arena *arena)
{
	struct fault why = {0};
	enum err err = unpack(*bytes, max_size, bytes, arena, &why);

	if (err == ERR_LIMIT)
		return problem(reason, reason_too_large(max_size, arena));
	if (err)
		return problem(reason, arena_string(arena, span_of(why.words)));
	if (bytes->len == 0)
		return problem(reason, "empty");
	if (format_of(span_cut(*bytes, 0, FORMAT_HEAD_LEN), file->path))
		return FILE_READ;
	*reason = "no text";
	return file->named ? FILE_PROBLEM : FILE_PASSED_OVER;
}

static enum file_outcome read_open_file(int fd, const struct file *file, uint64_t max_size,
	struct span *bytes, const char **reason, struct arena *arena)
{
	size_t limit = (size_t)max_size, len = 0, hint = FORMAT_HEAD_LEN;
	struct stat st;

	if (fstat(fd, &st) != 0)
		return problem(reason, file_reason(errno, arena));
	if (!S_ISREG(st.st_mode))
		return problem(reason, "not a file any longer");
	if (st.st_size > 0 && (uint64_t)st.st_size <= max_size)
		hint = (size_t)st.st_size + 1;
	char *buffer = arena_alloc(arena, hint > FORMAT_HEAD_LEN ? hint : FORMAT_HEAD_LEN);
	int error = read_up_to(fd, buffer, &len, FORMAT_HEAD_LEN);
	if (error)
		return problem(reason, file_reason(error, arena));
	if (len == 0)
		return problem(reason, "empty");
	bool packed = unpack_is_packed((struct span){buffer, len});
	if (!packed && !format_of((struct span){buffer, len}, file->path)) {
		*reason = "no text";
		return file->named ? FILE_PROBLEM : FILE_PASSED_OVER;
	}
	if (st.st_size > 0 && (uint64_t)st.st_size > max_size)
		return problem(reason, reason_too_large(max_size, arena));
	if (len == FORMAT_HEAD_LEN) {
		size_t room = hint > FORMAT_HEAD_LEN ? hint : FORMAT_HEAD_LEN;
		error = read_rest(fd, &buffer, &len, room, limit, arena);
	}
	if (error)
		return problem(reason, file_reason(error, arena));
	if (len > limit)
		return problem(reason, reason_too_large(max_size, arena));
	*bytes = (struct span){buffer, len};
	return packed ? read_packed(file, max_size, bytes, reason, arena) : FILE_READ;
}

enum file_outcome file_read(const struct file *file, uint64_t max_size, struct span *bytes,
	const char **reason, struct arena *arena)
{
	/* Whatever the path has become since it was found, opening it must not block. */
	int fd = open(file->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return problem(reason, file_reason(errno, arena));
	enum file_outcome outcome = read_open_file(fd, file, max_size, bytes, reason, arena);
	close(fd);
	return outcome;
}
