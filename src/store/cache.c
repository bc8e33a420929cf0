#include "store/cache.h"

#include "base/message.h"
#include "base/varint.h"
#include "store/cache-sections.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

#define FILE_LEAST 9u /* bytes that a file takes in the table, at least */

/* --- names ---------------------------------------------------------------------------------- */

struct digest cache_key(const char *const *paths, uint32_t path_count, uint64_t max_size)
{
	struct arena scratch;
	struct buf buf;

	arena_init(&scratch);
	buf_init(&buf, &scratch);
	varint_put(&buf, max_size);
	for (uint32_t i = 0; i < path_count; i++) {
		char full[PATH_MAX];
		varint_put_span(&buf, span_of(paths[i]));
		varint_put_span(&buf, span_of(realpath(paths[i], full) ? full : ""));
	}
	struct digest key = digest_of(buf_span(&buf));
	arena_clear(&scratch);
	return key;
}

const char *cache_path(const char *folder, struct digest key, struct arena *arena)
{
	return arena_format(
		arena, "%s/%016" PRIx64 "%016" PRIx64 ".articles", folder, key.high, key.low);
}

struct digest cache_stamp(struct digest key)
{
	struct arena scratch;
	struct buf buf;

	arena_init(&scratch);
	buf_init(&buf, &scratch);
	buf_text(&buf, cache_program());
	varint_put(&buf, CACHE_VERSION);
	varint_put(&buf, message_language_is("fr")); /* the words of problems are kept */
	varint_put(&buf, key.high);
	varint_put(&buf, key.low);
	struct digest stamp = digest_of(buf_span(&buf));
	arena_clear(&scratch);
	return stamp;
}

/* --- the table of files --------------------------------------------------------------------- */

/* What the path shares with the one before, then the rest of it. */
static void put_path(struct buf *buf, const char *path, const char *before)
{
	size_t shared = 0;

	while (path[shared] && path[shared] == before[shared])
		shared++;
	varint_put(buf, shared);
	varint_put_span(buf, span_of(path + shared));
}

static const char *get_path(struct varints *in, const char *before, struct arena *arena)
{
	size_t shared = (size_t)varint_get(in, strlen(before));
	struct span rest = varint_get_span(in);

	in->is_bad |= memchr(rest.at, 0, rest.len) != NULL;
	char *path = arena_alloc(arena, shared + rest.len + 1);
	memcpy(path, before, shared);
	memcpy(path + shared, rest.at, rest.len);
	return path;
}

struct span cache_table(const struct cached_files *files, struct arena *arena)
{
	const char *before = "";
	struct buf buf;

	buf_init(&buf, arena);
	varint_put(&buf, files->count);
	for (uint32_t i = 0; i < files->count; i++) {
		const struct cached_file *at = &files->at[i];
		put_path(&buf, at->file.path, before);
		before = at->file.path;
		varint_put(&buf, at->file.device);
		varint_put(&buf, at->file.inode);
		varint_put(&buf, at->file.size);
		varint_put_signed(&buf, at->file.changed_ns);
		varint_put_signed(&buf, at->file.status_ns);
		varint_put(&buf, at->file.named);
		varint_put(&buf, at->kind);
		varint_put(&buf, at->count);
		varint_put_span(&buf, span_of(at->reason));
	}
	return buf_span(&buf);
}

static struct cached_file get_file(struct varints *in, const char *before, struct arena *arena)
{
	struct cached_file at = {.file.path = get_path(in, before, arena)};

	at.file.device = varint_get(in, UINT64_MAX);
	at.file.inode = varint_get(in, UINT64_MAX);
	at.file.size = varint_get(in, UINT64_MAX);
	at.file.changed_ns = varint_get_signed(in, INT64_MIN, INT64_MAX);
	at.file.status_ns = varint_get_signed(in, INT64_MIN, INT64_MAX);
	at.file.named = varint_get(in, 1) != 0;
	at.kind = (enum file_outcome)varint_get(in, FILE_PASSED_OVER);
	at.count = (uint32_t)varint_get(in, UINT32_MAX);
	struct span reason = varint_get_span(in);
	at.reason = reason.len ? arena_string(arena, reason) : NULL;
	return at;
}

static bool read_table(struct cache *cache, struct arena *arena)
{
	struct varints in = varints_of(cache->table);
	uint32_t count = (uint32_t)varint_get(&in, cache->table.len / FILE_LEAST);
	uint64_t record = 0;
	const char *before = "";

	cache->files.at = ARENA_ARRAY(arena, struct cached_file, count);
	for (uint32_t i = 0; i < count && !in.is_bad; i++) {
		struct cached_file *at = &cache->files.at[cache->files.count++];
		*at = get_file(&in, before, arena);
		at->first = (uint32_t)record;
		record += at->count;
		in.is_bad |=
			(i && strcmp(before, at->file.path) >= 0) || record > cache->blocks.records;
		before = at->file.path;
	}
	return varints_are_done(&in) && record == cache->blocks.records;
}

/* --- opening -------------------------------------------------------------------------------- */

static bool read_sections(struct cache *cache, struct arena *arena)
{
	const struct container *container = &cache->container;

	cache->table = container_section(container, SECTION_FILES);
	return container_is_sound(container, SECTION_FILES) &&
	       container_is_sound(container, SECTION_BLOCKS) &&
	       container_is_sound(container, SECTION_ENDS) &&
	       blocks_are(&cache->blocks, container_section(container, SECTION_BLOCKS),
		       container_section(container, SECTION_ENDS),
		       container_section(container, SECTION_PACKED)) &&
	       read_table(cache, arena);
}

enum err cache_open(struct cache *cache, const char *path, struct digest key, struct arena *arena,
	struct fault *why)
{
	*cache = (struct cache){.table = {"", 0}};
	enum err err = container_open(&cache->container, path, cache_stamp(key), why);

	if (err)
		return err;
	if (read_sections(cache, arena))
		return OK;
	cache_close(cache);
	return fail(why, ERR_FORMAT, "%.300s: damaged", path);
}

void cache_close(struct cache *cache)
{
	container_close(&cache->container);
	*cache = (struct cache){.table = {"", 0}};
}

/* --- comparing ------------------------------------------------------------------------------ */

static bool is_kept(const struct file *was, const struct file *now)
{
	return file_is_unchanged(was, now) && was->named == now->named && !now->problem;
}

void cache_match(const struct cache *cache, const struct file_list *files, uint32_t *places)
{
	const struct cached_files *kept = &cache->files;
	uint32_t at = 0;

	for (uint32_t i = 0; i < files->count; i++) {
		const struct file *file = &files->at[i];
		int order = -1;
		while (at < kept->count && (order = strcmp(kept->at[at].file.path, file->path)) < 0)
			at++;
		bool is_same =
			at < kept->count && order == 0 && is_kept(&kept->at[at].file, file);
		places[i] = is_same ? at : CACHE_NONE;
	}
}

bool cache_may_keep(const struct file *file, int64_t now_ns)
{
	return file->inode != 0 && file->changed_ns < now_ns - CACHE_GRAIN_NS &&
	       file->status_ns < now_ns - CACHE_GRAIN_NS;
}

/* --- writing -------------------------------------------------------------------------------- */

static struct span bytes_of(const void *at, size_t count, size_t each)
{
	return (struct span){at, count * each};
}

enum err cache_write(const char *path, struct digest key, struct span table,
	const struct block_writer *blocks, const atomic_bool *stop, uint64_t *sum,
	struct fault *why)
{
	struct container_writer *writer;
	struct arena scratch;

	arena_init(&scratch);
	enum err err = container_create(&writer, path, cache_stamp(key), &scratch, why);
	if (!err) {
		container_begin(writer, SECTION_PACKED);
		for (uint32_t i = 0; i < blocks->pieces.count && !atomic_load(stop); i++)
			container_add(writer, blocks->pieces.at[i]);
		container_put(writer, SECTION_FILES, table);
		container_put(writer, SECTION_BLOCKS,
			bytes_of(blocks->rows.at, blocks->rows.count, sizeof(struct block)));
		container_put(writer, SECTION_ENDS,
			bytes_of(blocks->ends.at, blocks->ends.count, sizeof(uint32_t)));
		bool stopped = atomic_load(stop);
		if (!stopped)
			err = container_finish(writer, why);
		else
			container_give_up(writer);
		*sum = stopped || err ? 0 : container_sum_written(writer);
	}
	arena_clear(&scratch);
	return err;
}
