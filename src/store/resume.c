#include "store/resume.h"

#include "base/buf.h"
#include "base/varint.h"
#include "store/cache-sections.h"
#include "store/epoch-parts.h"

#include <unistd.h>

void resume_init(struct resume *resume)
{
	*resume = (struct resume){.path = NULL};
	arena_init(&resume->arena);
}

static void put_digest(struct buf *buf, struct digest digest)
{
	varint_put(buf, digest.high);
	varint_put(buf, digest.low);
}

/* All that an epoch depends on besides the files of the archive. */
static struct digest stamp_of(
	const struct load_options *options, const struct keep *keep, const struct archive *archive)
{
	struct arena scratch;
	struct buf buf;

	arena_init(&scratch);
	buf_init(&buf, &scratch);
	put_digest(&buf, cache_stamp(keep->key));
	varint_put(&buf, options->today == DAY_NONE);
	varint_put(&buf, (uint64_t)options->language);
	varint_put_span(&buf, archive->people_text);
	varint_put_span(&buf, archive->corrections_text);
	for (uint32_t i = 0; i < archive->problems.count; i++) {
		varint_put_span(&buf, span_of(archive->problems.at[i].path));
		varint_put_span(&buf, span_of(archive->problems.at[i].reason));
	}
	struct digest stamp = digest_of(buf_span(&buf));
	arena_clear(&scratch);
	return stamp;
}

struct epoch *resume_again(const struct resume *resume, bool is_final)
{
	struct epoch *epoch = NULL;
	struct digest files;

	if (snapshot_open(
		    &epoch, resume->path, resume->stamp, is_final, resume->library, &files, NULL))
		return NULL;
	return epoch;
}

struct epoch *resume_take(struct resume *resume)
{
	struct epoch *epoch = resume->epoch;

	resume->epoch = NULL;
	return epoch;
}

/* Whether it would be the same, made on that day. */
static bool holds_on(const struct epoch *epoch, int32_t today)
{
	return today == DAY_NONE || (today >= epoch->made_on && today <= epoch->holds_until);
}

void resume_open(struct resume *resume, const struct load_options *options, const struct keep *keep,
	const struct archive *archive)
{
	if (!keep->path)
		return;
	resume->path = snapshot_path(keep->folder, keep->key, &resume->arena);
	resume->stamp = stamp_of(options, keep, archive);
	resume->library = (struct library_place){keep->path, cache_stamp(keep->key), 0};
	if (snapshot_open(&resume->epoch, resume->path, resume->stamp, true, resume->library,
		    &resume->was, NULL))
		resume->epoch = NULL;
	else if (!holds_on(resume->epoch, options->today))
		epoch_close(resume_take(resume));
}

static void put_file(struct buf *buf, const struct file *file)
{
	varint_put_span(buf, span_of(file->path));
	varint_put_span(buf, span_of(file->problem));
	varint_put(buf, file->device);
	varint_put(buf, file->inode);
	varint_put(buf, file->size);
	varint_put_signed(buf, file->changed_ns);
	varint_put_signed(buf, file->status_ns);
	varint_put(buf, (uint64_t)file->named << 1 | file->linked);
}

/* One after the other, so that a million files take no more room than one. */
static struct digest digest_files(const struct file_list *files, uint32_t passed_over)
{
	struct digest digest = {files->count, passed_over};
	struct arena scratch;
	struct buf buf;

	arena_init(&scratch);
	buf_init(&buf, &scratch);
	for (uint32_t i = 0; i < files->count; i++) {
		buf_reset(&buf);
		put_digest(&buf, digest);
		put_file(&buf, &files->at[i]);
		digest = digest_of(buf_span(&buf));
	}
	arena_clear(&scratch);
	return digest;
}

bool resume_match(
	struct resume *resume, const struct file_list *files, uint32_t passed_over, int64_t now_ns)
{
	resume->is = digest_files(files, passed_over);
	resume->may_keep = resume->path != NULL;
	for (uint32_t i = 0; i < files->count && resume->may_keep; i++)
		resume->may_keep = !files->at[i].problem && cache_may_keep(&files->at[i], now_ns);
	return resume->path && resume->was.high == resume->is.high &&
	       resume->was.low == resume->is.low;
}

/* What could not be read now may be readable at the next start, without a change of the file. */
static bool is_all_readable(const struct epoch *epoch)
{
	uint32_t count, passed_over;
	const struct problem *problems = epoch_problems(epoch, &count, &passed_over);

	for (uint32_t i = 0; i < count; i++)
		if (!problems[i].of_reader && access(problems[i].path, R_OK) != 0)
			return false;
	return true;
}

void resume_lend(struct resume *resume, uint64_t sum, struct epoch *draft)
{
	resume->library.sum = sum;
	if (sum && resume->library.path)
		library_open(&draft->library, &resume->library, NULL);
}

bool resume_write(struct resume *resume, struct epoch *epoch, uint64_t sum, const atomic_bool *stop)
{
	resume->library.sum = sum;
	if (!sum || !resume->may_keep || !is_all_readable(epoch))
		return false;
	return snapshot_write(resume->path, resume->stamp, resume->is, epoch, &resume->library,
		       stop, NULL) == OK &&
	       !atomic_load(stop);
}

void resume_close(struct resume *resume)
{
	epoch_close(resume->epoch);
	arena_clear(&resume->arena);
}
