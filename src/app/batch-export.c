#include "app/batch-run.h"

#include "app/export.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_articles(struct batch *batch, const struct result *result)
{
	uint32_t all = epoch_count(batch->epoch);

	for (article_id id = 0; id < all; id++) {
		if (!(result->bits[id / 64] >> id % 64 & 1))
			continue;
		struct buf buf = batch_row(batch);
		export_article(batch->epoch, id, &buf);
		batch_print(batch, &buf);
	}
}

/* Nothing is ever written into the archive, not even by a slip of the command line. */
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

/* A new file beside the one that is meant, open to be written; its rights are a new file's. */
static FILE *open_beside(char *beside)
{
	int fd = mkstemp(beside);
	mode_t mask = umask(0);
	FILE *out;

	umask(mask);
	if (fd < 0)
		return NULL;
	out = fchmod(fd, 0666 & ~mask) ? NULL : fdopen(fd, "w");
	if (!out) {
		close(fd);
		unlink(beside);
	}
	return out;
}

/* Writes beside the file and renames, so that a full disk leaves what was there. */
static int write_file(struct batch *batch, const struct result *result)
{
	const char *path = batch->options->output;
	char *beside = arena_format(&batch->arena, "%s.XXXXXX", path);

	batch->out = open_beside(beside);
	if (!batch->out) {
		batch->write_error = errno;
		return batch_complain_of_writing(batch, path);
	}
	write_articles(batch, result);
	batch_finish(batch, batch->out);
	if (!batch->write_error && rename(beside, path))
		batch->write_error = errno;
	if (!batch->write_error)
		return EXIT_OK;
	unlink(beside);
	return batch_complain_of_writing(batch, path);
}

/* Into what is no ordinary file (a pipe, a device) there is only writing straight away. */
static int write_into(struct batch *batch, const struct result *result)
{
	const char *path = batch->options->output;

	batch->out = fopen(path, "w");
	if (!batch->out) {
		batch->write_error = errno;
		return batch_complain_of_writing(batch, path);
	}
	write_articles(batch, result);
	batch_finish(batch, batch->out);
	return batch->write_error ? batch_complain_of_writing(batch, path) : EXIT_OK;
}

int batch_export(struct batch *batch)
{
	const char *path = batch->options->output;
	const struct query *query = NULL;
	struct result result = {0};
	struct stat file;
	struct fault why = {0};
	int code = batch_select(batch, &result, &query);

	if (code)
		return code;
	if (!path || strcmp(path, "-") == 0) {
		write_articles(batch, &result);
		return EXIT_OK;
	}
	if (stat(path, &file) != 0)
		return write_file(batch, &result);
	if (is_an_article(batch->epoch, &file)) {
		fail(&why, ERR_USAGE, "%.300s: an article of the archive; not written over", path);
		return batch_complain(batch, &why);
	}
	return S_ISREG(file.st_mode) ? write_file(batch, &result) : write_into(batch, &result);
}
