#include "store/upkeep.h"

#include "base/vec.h"
#include "store/container-head.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY_LEN 32u /* digits */
#define DAY_SECONDS (INT64_C(24) * 60 * 60)
#define SECOND_NS INT64_C(1000000000)

struct kept_file {
	const char *path;
	int64_t used; /* seconds since 1970 */
	uint64_t size;
};

VEC_OF(struct kept_file, kept_files);

static bool is_name(struct span name)
{
	struct span rest = span_cut(name, KEY_LEN, name.len);

	for (size_t i = 0; i < KEY_LEN && i < name.len; i++)
		if (!memchr("0123456789abcdef", name.at[i], 16))
			return false;
	return name.len > KEY_LEN && (span_is(rest, ".articles") || span_is(rest, ".epoch"));
}

/* Whether it begins as ours do; links are none.  Asked last, since it counts as opening the file.
 */
static bool is_ours(const char *path)
{
	char magic[sizeof CONTAINER_MAGIC];
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return false;
	bool ours = read(fd, magic, sizeof magic) == (ssize_t)sizeof magic &&
		    memcmp(magic, CONTAINER_MAGIC, sizeof magic) == 0;
	close(fd);
	return ours;
}

static bool look_at(const char *path, struct kept_file *file)
{
	struct stat st;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	*file = (struct kept_file){
		path, st.st_atime > st.st_mtime ? st.st_atime : st.st_mtime, (uint64_t)st.st_size};
	return true;
}

static int latest_first(const void *a, const void *b)
{
	const struct kept_file *x = a, *y = b;

	if (x->used != y->used)
		return x->used > y->used ? -1 : 1;
	return strcmp(x->path, y->path);
}

/* All but those of the archive that is open, whose bytes are counted. */
static struct kept_files find(
	const char *folder, const char *open, uint64_t *size, struct arena *arena)
{
	struct kept_files files = {.count = 0};
	DIR *dir = opendir(folder);

	*size = 0;
	for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
		struct kept_file file;
		if (!is_name(span_of(entry->d_name)) ||
			!look_at(arena_format(arena, "%s/%s", folder, entry->d_name), &file))
			continue;
		if (strncmp(entry->d_name, open, KEY_LEN) == 0)
			*size += file.size;
		else
			*vec_push(arena, &files) = file;
	}
	if (dir)
		closedir(dir);
	return files;
}

void upkeep(const char *folder, struct digest open, int64_t now_ns, uint64_t most)
{
	int64_t oldest = now_ns / SECOND_NS - UPKEEP_DAYS * DAY_SECONDS;
	struct arena scratch;
	uint64_t size;

	arena_init(&scratch);
	const char *key = arena_format(&scratch, "%016" PRIx64 "%016" PRIx64, open.high, open.low);
	struct kept_files files = find(folder, key, &size, &scratch);
	if (files.count > 1)
		qsort(files.at, files.count, sizeof *files.at, latest_first);
	for (uint32_t i = 0; i < files.count; i++) {
		size += files.at[i].size;
		bool unwanted = size > most || (now_ns && files.at[i].used < oldest);
		if (unwanted && is_ours(files.at[i].path))
			unlink(files.at[i].path);
	}
	arena_clear(&scratch);
}
