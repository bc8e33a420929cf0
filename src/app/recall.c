#include "app/recall.h"

#include "app/folders.h"
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTES_MOST 1048576u /* of the file that are looked at: its end */

static struct span read_end(int fd, struct arena *arena)
{
	off_t size = lseek(fd, 0, SEEK_END);
	off_t start = size > (off_t)BYTES_MOST ? size - (off_t)BYTES_MOST : 0;
	struct buf text;
	char bytes[8192];
	ssize_t got;

	buf_init(&text, arena);
	if (size <= 0 || lseek(fd, start, SEEK_SET) < 0)
		return buf_span(&text);
	while ((got = read(fd, bytes, sizeof bytes)) > 0)
		buf_add(&text, (struct span){bytes, (size_t)got});
	return buf_span(&text);
}

static void add_lines(struct span text, struct recall_lines *lines, struct arena *arena)
{
	struct span line;

	while (span_line(&text, &line))
		if (line.len)
			*vec_push(arena, lines) = line;
}

void recall_read(const char *path, struct recall_lines *lines, struct arena *arena)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	add_lines(read_end(fd, arena), lines, arena);
	close(fd);
}

static bool write_whole(int fd, struct span text)
{
	while (text.len) {
		ssize_t done = write(fd, text.at, text.len);

		if (done <= 0)
			return false;
		text = span_cut(text, (size_t)done, text.len);
	}
	return true;
}

/* Only the latest lines, and the new one; in place, for the lock is on the file itself. */
static bool rewrite(int fd, const struct recall_lines *lines, struct span line, struct arena *arena)
{
	struct buf text;

	buf_init(&text, arena);
	for (uint32_t i = lines->count - RECALL_MOST + 1; i < lines->count; i++) {
		buf_add(&text, lines->at[i]);
		buf_char(&text, '\n');
	}
	buf_add(&text, line);
	buf_char(&text, '\n');
	return ftruncate(fd, 0) == 0 && write_whole(fd, buf_span(&text));
}

static bool add_locked(int fd, struct span line, struct arena *arena)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	struct recall_lines lines = {0};

	while (fcntl(fd, F_SETLKW, &lock) < 0)
		if (errno != EINTR)
			return false;
	add_lines(read_end(fd, arena), &lines, arena);
	if (lines.count && span_equal(lines.at[lines.count - 1], line))
		return true;
	if (lines.count >= 2 * RECALL_MOST)
		return rewrite(fd, &lines, line, arena);
	struct buf text;
	buf_init(&text, arena);
	buf_add(&text, line);
	buf_char(&text, '\n');
	return write_whole(fd, buf_span(&text));
}

enum err recall_add(const char *path, struct span line, struct fault *why)
{
	const char *slash = strrchr(path, '/');
	struct arena scratch;
	enum err err = OK;

	arena_init(&scratch);
	if (slash)
		err = folder_make(
			arena_string(&scratch, (struct span){path, (size_t)(slash - path)}), why);
	int fd = err ? -1 : open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (!err && (fd < 0 || !add_locked(fd, line, &scratch)))
		err = fail(why, ERR_IO, "%.300s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd); /* lets the lock go */
	arena_clear(&scratch);
	return err;
}
