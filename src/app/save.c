#include "app/save.h"

#include "app/export-database.h"
#include "store/epoch-walk.h"

#include <errno.h>
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

		if (save->goes_on && !save->goes_on(save->whom, i, save->count)) {
			arena_clear(&arena);
			errno = ECANCELED;
			return false;
		}
		arena_clear(&arena);
		buf_init(&buf, &arena);
		buf_text(&buf, i ? writer->between : "");
		struct epoch_mark opened = epoch_mark(save->epoch);
		writer->article(save->epoch, save->ids[i], &buf);
		epoch_rewind(save->epoch, opened);
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

		if (stat(epoch_path(epoch, id), &article) == 0 && article.st_dev == file->st_dev &&
			article.st_ino == file->st_ino)
			return true;
	}
	return false;
}

static enum err system_fault(const char *path, int number, struct fault *why)
{
	if (number == ECANCELED)
		return fail(why, ERR_IO, "stopped");
	return fail(why, ERR_IO, "%.300s: %s", path, strerror(number));
}

/* Fills the new file. */
static enum err fill(const struct save *save, int fd, const char *path, struct fault *why)
{
	struct fault inner = {0};

	if (!save->writer->is_database)
		return put_articles(fd, save) ? OK : system_fault(path, errno, why);
	return export_database(save, fd, &inner)
		       ? fail(why, ERR_IO, "%.300s: %.100s", path, inner.words)
		       : OK;
}

/* The helper writes beside the file and renames, so that a full disk leaves what was there. */
static enum err write_file(const struct save *save, const char *path,
	const struct helper_file *file, struct fault *why)
{
	enum err err = OK;

	if (!file->ordinary && save->writer->is_database)
		err = fail(why, ERR_USAGE, "%.300s: a database needs an ordinary file", path);
	if (!err)
		err = fill(save, file->fd, path, why);
	if (close(file->fd) && !err)
		err = system_fault(path, errno, why);
	if (err)
		helper_file_drop(save->helper);
	else
		err = helper_file_keep(save->helper, path, why);
	return err;
}

enum err save_write(const struct save *save, const char *path, struct fault *why)
{
	struct helper_file file;
	struct stat found;

	if (stat(path, &found) == 0 && is_an_article(save->epoch, &found))
		return fail(why, ERR_USAGE, "%.300s: an article of the archive; not written over",
			path);
	enum err err = helper_file_open(save->helper, path, &file, why);
	return err ? err : write_file(save, path, &file, why);
}
