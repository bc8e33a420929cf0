#include "app/people-file.h"

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

#define FILE_NAME "people"
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

const char *people_file_path(struct arena *arena)
{
	const char *folder = folder_data(arena);

	return folder ? arena_format(arena, "%s/" FILE_NAME, folder) : NULL;
}

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

static enum err line_of(
	const struct people_rule *rule, const char **line, struct arena *arena, struct fault *why)
{
	struct buf buf;
	bool good = rule->other_count > 0;

	buf_init(&buf, arena);
	buf_text(&buf, people_verb_name(rule->verb));
	if (rule->verb != PEOPLE_HIDE) {
		good = good && people_rules_can_name(rule->name);
		buf_char(&buf, ' ');
		buf_add(&buf, rule->name);
		buf_char(&buf, ':');
	}
	for (uint32_t i = 0; i < rule->other_count; i++) {
		good = good && people_rules_can_name(rule->others[i]);
		buf_text(&buf, i ? ", " : " ");
		buf_add(&buf, rule->others[i]);
	}
	if (!good)
		return fail(why, ERR_USAGE,
			"a name has letters, and none of the signs : , # and line feeds");
	*line = buf.at;
	return OK;
}

enum err people_file_add(const char *path, const struct people_rule *rule, const char **added,
	struct arena *arena, struct fault *why)
{
	struct changing changing;
	const char *line = NULL;
	enum err err = line_of(rule, &line, arena, why);

	if (err)
		return err;
	err = begin(&changing, path, why);
	if (!err) {
		struct buf *text = &changing.text;
		if (text->len && text->at[text->len - 1] != '\n')
			buf_char(text, '\n');
		buf_format(text, "%s\n", line);
		err = replace(&changing, why);
	}
	end(&changing);
	if (!err)
		*added = line;
	return err;
}

/* The last line that is just this one: [*from, *to) with its end; false when there is none. */
static bool find_line(struct span text, const char *line, size_t *from, size_t *to)
{
	struct span rest = text, each;
	bool found = false;

	for (size_t at = 0; span_line(&rest, &each); at = text.len - rest.len)
		if (span_is(each, line)) {
			*from = at;
			*to = text.len - rest.len;
			found = true;
		}
	return found;
}

enum err people_file_undo(const char *path, const char *added, struct fault *why)
{
	struct changing changing;
	size_t from = 0, to = 0;
	enum err err = begin(&changing, path, why);

	if (!err && !find_line(buf_span(&changing.text), added, &from, &to))
		err = fail(why, ERR_ABSENT, "%.200s: the line is not there: %.200s", changing.path,
			added);
	if (!err) {
		struct buf *text = &changing.text;
		memmove(text->at + from, text->at + to, text->len - to);
		text->len -= to - from;
		err = replace(&changing, why);
	}
	end(&changing);
	return err;
}
