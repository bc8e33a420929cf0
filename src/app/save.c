#include "app/save.h"

#include "app/export-database.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool put(int fd, struct span text)
{
	while (text.len) {
		ssize_t done = write(fd, text.at, text.len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text = span_cut(text, (size_t)done, text.len);
	}
	return true;
}

static bool put_articles(int fd, const struct save *save)
{
	const struct writer *writer = save->writer;
	struct arena arena;
	bool good = put(fd, span_of(writer->head));

	arena_init(&arena);
	for (uint32_t i = 0; good && i < save->count; i++) {
		struct buf buf;

		arena_clear(&arena);
		buf_init(&buf, &arena);
		buf_text(&buf, i ? writer->between : "");
		writer->article(save->epoch, save->ids[i], &buf);
		good = put(fd, buf_span(&buf));
	}
	arena_clear(&arena);
	return good && put(fd, span_of(writer->foot));
}

/* Nothing is ever written into the archive, not even by a slip of the hand. */
static bool is_an_article(const struct epoch *epoch, const struct stat *file)
{
	uint32_t all = epoch_count(epoch);

	for (article_id id = 0; id < all; id++) {
		struct stat article;

		if (stat(epoch_article(epoch, id)->path, &article) == 0 &&
			article.st_dev == file->st_dev && article.st_ino == file->st_ino)
			return true;
	}
	return false;
}

/* A new file beside the one that is meant; its rights are a new file's. */
static int open_beside(char *beside)
{
	int fd = mkstemp(beside);
	mode_t mask = umask(0);

	umask(mask);
	if (fd >= 0 && fchmod(fd, 0666 & ~mask)) {
		close(fd);
		unlink(beside);
		return -1;
	}
	return fd;
}

static enum err system_fault(const char *path, int number, struct fault *why)
{
	return fail(why, ERR_IO, "%.300s: %s", path, strerror(number));
}

/* Fills the new file beside the one that is meant. */
static enum err fill(
	const struct save *save, int fd, const char *beside, const char *path, struct fault *why)
{
	struct fault inner = {0};

	if (save->writer->is_database) {
		close(fd);
		return export_database(save, beside, &inner)
			       ? fail(why, ERR_IO, "%.300s: %.100s", path, inner.words)
			       : OK;
	}
	bool good = put_articles(fd, save);
	int number = errno;
	if (close(fd) && good) {
		good = false;
		number = errno;
	}
	return good ? OK : system_fault(path, number, why);
}

/* Writes beside the file and renames, so that a full disk leaves what was there. */
static enum err write_file(
	const struct save *save, const char *path, struct arena *arena, struct fault *why)
{
	char *beside = arena_format(arena, "%s.XXXXXX", path);
	int fd = open_beside(beside);

	if (fd < 0)
		return system_fault(path, errno, why);
	enum err err = fill(save, fd, beside, path, why);
	if (err == OK && rename(beside, path) == 0)
		return OK;
	if (err == OK)
		err = system_fault(path, errno, why);
	unlink(beside);
	return err;
}

/* Into what is no ordinary file (a pipe, a device) there is only writing straight away. */
static enum err write_into(const struct save *save, const char *path, struct fault *why)
{
	if (save->writer->is_database)
		return fail(why, ERR_USAGE, "%.300s: a database needs an ordinary file", path);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && put_articles(fd, save);
	bool closed = fd < 0 || close(fd) == 0;

	return good && closed ? OK : system_fault(path, errno, why);
}

enum err save_write(const struct save *save, const char *path, struct fault *why)
{
	struct stat file;
	struct arena arena;
	bool there = stat(path, &file) == 0;

	if (there && is_an_article(save->epoch, &file))
		return fail(why, ERR_USAGE, "%.300s: an article of the archive; not written over",
			path);
	arena_init(&arena);
	enum err err = there && !S_ISREG(file.st_mode) ? write_into(save, path, why)
						       : write_file(save, path, &arena, why);
	arena_clear(&arena);
	return err;
}
