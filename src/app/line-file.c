#include "app/line-file.h"

#include "app/folders.h"
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 2000
#define STEP_MS 10
#define FILE_MODE 0600

/* The file while it is changed. */
struct changing {
	const char *path; /* of the file itself, where the name is a link */
	const char *lock_path;
	int lock;
	struct buf text;
	mode_t mode;
	struct arena arena;
};

static enum err io_fault(const char *path, struct fault *why)
{
	return fail(why, ERR_IO, "%.300s: %s", path, strerror(errno));
}

/* --- opening and reading --------------------------------------------------------------------- */

static enum err make_room(struct changing *changing, struct fault *why)
{
	const char *slash = strrchr(changing->path, '/');

	if (!slash || slash == changing->path)
		return OK;
	struct span folder = {changing->path, (size_t)(slash - changing->path)};
	return folder_make(arena_string(&changing->arena, folder), why);
}

static enum err take_lock(struct changing *changing, struct fault *why)
{
	const struct timespec step = {0, STEP_MS * 1000000L};
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	changing->lock =
		open(changing->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, FILE_MODE);
	if (changing->lock < 0)
		return io_fault(changing->lock_path, why);
	for (int waited = 0; fcntl(changing->lock, F_SETLK, &lock) != 0; waited += STEP_MS) {
		if (errno != EACCES && errno != EAGAIN && errno != EINTR)
			return io_fault(changing->lock_path, why);
		if (waited >= PATIENCE_MS)
			return fail(why, ERR_IO, "%.300s: another program is writing it",
				changing->path);
		nanosleep(&step, NULL);
	}
	return OK;
}

static enum err read_all(struct changing *changing, int fd, struct fault *why)
{
	char bytes[4096];
	ssize_t got;

	while ((got = read(fd, bytes, sizeof bytes)) != 0) {
		if (got > 0)
			buf_add(&changing->text, (struct span){bytes, (size_t)got});
		else if (errno != EINTR)
			return io_fault(changing->path, why);
	}
	return OK;
}

static enum err read_file(struct changing *changing, struct fault *why)
{
	int fd = open(changing->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return errno == ENOENT ? OK : io_fault(changing->path, why);
	enum err err = OK;
	if (fstat(fd, &st) != 0)
		err = io_fault(changing->path, why);
	else if (!S_ISREG(st.st_mode))
		err = fail(why, ERR_IO, "%.300s: not a file", changing->path);
	else
		changing->mode = st.st_mode & 0777;
	if (!err)
		err = read_all(changing, fd, why);
	close(fd);
	return err;
}

static enum err begin(struct changing *changing, const char *path, struct fault *why)
{
	char real[PATH_MAX];

	*changing = (struct changing){.lock = -1, .mode = FILE_MODE};
	arena_init(&changing->arena);
	buf_init(&changing->text, &changing->arena);
	changing->path = realpath(path, real) ? arena_string(&changing->arena, span_of(real))
					      : arena_string(&changing->arena, span_of(path));
	changing->lock_path = arena_format(&changing->arena, "%s.lock", changing->path);
	enum err err = make_room(changing, why);
	if (!err)
		err = take_lock(changing, why);
	return err ? err : read_file(changing, why);
}

static void end(struct changing *changing)
{
	if (changing->lock >= 0)
		close(changing->lock); /* and so gives the lock back */
	arena_clear(&changing->arena);
}

/* --- writing ------------------------------------------------------------------------------------
 */

static bool write_all(int fd, struct span text)
{
	for (size_t at = 0; at < text.len;) {
		ssize_t put = write(fd, text.at + at, text.len - at);
		if (put < 0 && errno != EINTR)
			return false;
		at += put > 0 ? (size_t)put : 0;
	}
	return true;
}

static enum err replace(struct changing *changing, struct fault *why)
{
	const char *beside = arena_format(&changing->arena, "%s.new", changing->path);
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, FILE_MODE);
	enum err err = OK;

	if (fd < 0)
		return io_fault(beside, why);
	if (!write_all(fd, buf_span(&changing->text)) || fchmod(fd, changing->mode) != 0 ||
		fsync(fd) != 0)
		err = io_fault(beside, why);
	if (close(fd) != 0 && !err)
		err = io_fault(beside, why);
	if (!err && rename(beside, changing->path) != 0)
		err = io_fault(changing->path, why);
	if (err)
		unlink(beside);
	return err;
}

/* --- lines --------------------------------------------------------------------------------------
 */

enum err line_file_add(const char *path, const char *lines, struct fault *why)
{
	struct changing changing;
	enum err err = begin(&changing, path, why);

	if (!err) {
		struct buf *text = &changing.text;
		if (text->len && text->at[text->len - 1] != '\n')
			buf_char(text, '\n');
		buf_format(text, "%s\n", lines);
		err = replace(&changing, why);
	}
	end(&changing);
	return err;
}

/* Whether the text goes on with just these lines; *to is where they end, their end included. */
static bool are_lines(struct span text, size_t from, struct span lines, size_t *to)
{
	struct span rest = span_cut(text, from, text.len), mine = lines, a, b;

	while (span_line(&mine, &b))
		if (!span_line(&rest, &a) || !span_equal(a, b))
			return false;
	*to = text.len - rest.len;
	return true;
}

/* The last such lines: [*from, *to); false when there are none. */
static bool find_lines(struct span text, struct span lines, size_t *from, size_t *to)
{
	struct span rest = text, each;
	bool found = false;
	size_t end;

	for (size_t at = 0; span_line(&rest, &each); at = text.len - rest.len)
		if (are_lines(text, at, lines, &end)) {
			*from = at;
			*to = end;
			found = true;
		}
	return found;
}

enum err line_file_remove(const char *path, const char *lines, struct fault *why)
{
	struct changing changing;
	size_t from = 0, to = 0;
	enum err err = begin(&changing, path, why);

	if (!err && !find_lines(buf_span(&changing.text), span_of(lines), &from, &to))
		err = fail(why, ERR_ABSENT, "%.200s: the line is not there: %.200s", changing.path,
			lines);
	if (!err) {
		struct buf *text = &changing.text;
		memmove(text->at + from, text->at + to, text->len - to);
		text->len -= to - from;
		err = replace(&changing, why);
	}
	end(&changing);
	return err;
}
