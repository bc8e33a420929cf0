#include "store/keep.h"

#include <errno.h>
#include <sys/statvfs.h>
#include <unistd.h>

void keep_init(struct keep *keep)
{
	*keep = (struct keep){.path = NULL};
	arena_init(&keep->arena);
	arena_init(&keep->packed);
	block_reader_open(&keep->reader);
}

void keep_open(struct keep *keep, const struct load_options *options)
{
	if (!options->cache_folder)
		return;
	keep->key = cache_key(options->paths, options->path_count, options->max_size);
	keep->folder = arena_string(&keep->arena, span_of(options->cache_folder));
	keep->path = cache_path(options->cache_folder, keep->key, &keep->arena);
	keep->now_ns = options->now_ns;
	keep->least = options->cache_least ? options->cache_least : CACHE_LEAST_DEFAULT;
	block_writer_open(&keep->blocks, &keep->packed);
}

static uint64_t bytes_in(const struct file_list *files)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < files->count; i++)
		sum += files->at[i].size;
	return sum;
}

/* Packed, with what is made of it, an archive takes about as much as its files; what is there
 * already stays until the new is written. */
static bool has_room(const char *folder, uint64_t bytes)
{
	struct statvfs disk;

	return statvfs(folder, &disk) != 0 || disk.f_frsize == 0 ||
	       bytes / disk.f_frsize < disk.f_bavail;
}

/* Why nothing can be kept: an errno; 0. */
static int hindrance(const struct keep *keep, uint64_t bytes)
{
	if (access(keep->folder, W_OK | X_OK) != 0)
		return errno;
	return has_room(keep->folder, bytes) ? 0 : ENOSPC;
}

enum err keep_match(struct keep *keep, const struct file_list *files, struct fault *why)
{
	uint64_t bytes = bytes_in(files);

	if (keep->path)
		cache_open(&keep->cache, keep->path, keep->key, &keep->arena, NULL);
	keep->places = ARENA_ARRAY(&keep->arena, uint32_t, files->count);
	cache_match(&keep->cache, files, keep->places);
	keep->is_on = keep->path && bytes >= keep->least;
	int error = keep->is_on ? hindrance(keep, bytes) : 0;
	if (!error)
		return OK;
	keep->is_on = false;
	return fail(
		why, ERR_IO, "what was read is not kept for the next start: %s", strerror(error));
}

/* The records that were found right in the cache, as they are there. */
static void put_run(struct keep *keep)
{
	if (!blocks_put_run(
		    &keep->blocks, &keep->cache.blocks, keep->from, keep->to, &keep->reader))
		keep->is_lost = true;
	keep->from = keep->to = 0;
}

static void take_kept(struct keep *keep, const struct cached_file *row)
{
	if (keep->to != row->first)
		put_run(keep);
	if (keep->from == keep->to)
		keep->from = row->first;
	keep->to = row->first + row->count;
	*vec_push(&keep->arena, &keep->rows) = *row;
}

static void take_read(
	struct keep *keep, const struct file *file, const struct kept_outcome *outcome)
{
	struct arena *arena = &keep->arena;
	struct cached_file row = {.file = *file, .kind = outcome->kind, .count = keep->put};

	put_run(keep);
	if (outcome->reason && outcome->kind == FILE_READ)
		row.reason = arena_string(arena, span_of(outcome->reason));
	*vec_push(arena, &keep->rows) = row;
}

void keep_put(
	struct keep *keep, const struct file *file, const struct span *records, uint32_t count)
{
	if (!keep->is_on || keep->is_lost || !cache_may_keep(file, keep->now_ns))
		return;
	if (!keep->is_begun) {
		put_run(keep);
		blocks_mark(&keep->blocks);
		keep->is_begun = true;
	}
	keep->is_refused |= !records;
	for (uint32_t i = 0; i < count && !keep->is_refused; i++)
		blocks_put(&keep->blocks, records[i]);
	keep->put += count;
}

/* The file may be kept, else what was put of it is taken back. */
static bool end_put(struct keep *keep, const struct file *file, const struct kept_outcome *outcome)
{
	bool may = outcome->is_whole && !keep->is_refused && cache_may_keep(file, keep->now_ns);

	if (keep->is_begun && !may)
		blocks_rewind(&keep->blocks);
	return may;
}

uint32_t keep_take(struct keep *keep, const struct file *file, uint32_t place,
	const struct kept_outcome *outcome)
{
	uint32_t first = keep->taken;

	keep->is_torn |= place != CACHE_NONE && !outcome->is_kept;
	if (!keep->is_on || keep->is_lost)
		return CACHE_NONE;
	bool may = end_put(keep, file, outcome);
	if (outcome->is_kept)
		take_kept(keep, &keep->cache.files.at[place]);
	else if (may)
		take_read(keep, file, outcome);
	keep->put = 0;
	keep->is_begun = keep->is_refused = false;
	if (!outcome->is_kept && !may)
		return CACHE_NONE;
	keep->taken += keep->rows.at[keep->rows.count - 1].count;
	return first;
}

static enum err write_new(struct keep *keep, const atomic_bool *stop, struct fault *why)
{
	if (!keep->is_on || keep->is_lost)
		return OK;
	put_run(keep);
	blocks_flush(&keep->blocks);
	struct span table = cache_table(&keep->rows, &keep->arena);
	bool is_new = keep->is_torn || !span_equal(table, keep->cache.table);
	bool is_any = keep->rows.count || keep->cache.files.count;
	if (keep->is_lost || !is_any)
		return OK;
	keep->sum = container_sum(&keep->cache.container);
	if (!is_new)
		return OK;
	keep->sum = 0;
	return cache_write(keep->path, keep->key, table, &keep->blocks, stop, &keep->sum, why);
}

/* Nothing of the blocks is needed any longer. */
static void give_back(struct keep *keep)
{
	block_writer_close(&keep->blocks);
	arena_clear(&keep->packed);
}

enum err keep_write(struct keep *keep, const atomic_bool *stop, struct fault *why)
{
	enum err err = write_new(keep, stop, why);

	give_back(keep);
	return err;
}

void keep_close(struct keep *keep)
{
	give_back(keep);
	block_reader_close(&keep->reader);
	cache_close(&keep->cache);
	arena_clear(&keep->arena);
}
