#include "store/files.h"

#include "article/format.h"
#include "base/map.h"
#include "store/file-log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct folder {
	const char *path;
	bool linked;
};

VEC_OF(struct folder, folders);

struct finding {
	struct arena *arena;
	struct arena scratch;
	const struct watch *watch; /* null */
	const atomic_bool *stop;
	struct file_list *files;
	struct folders real;   /* to be walked now */
	struct folders linked; /* to be walked when there is no other way to a folder */
	struct map walked;     /* folders, by device and inode */
	uint32_t passed_over;
};

static const char *reason_not_a_file(mode_t mode)
{
	if (S_ISFIFO(mode))
		return "a FIFO, not a file";
	if (S_ISSOCK(mode))
		return "a socket, not a file";
	if (S_ISCHR(mode) || S_ISBLK(mode))
		return "a device, not a file";
	return S_ISREG(mode) ? NULL : "not a file";
}

#define SECOND_NS INT64_C(1000000000)

/* Times that no clock of ours can have told become the last there is. */
static int64_t ns_of(struct timespec time)
{
	if (time.tv_sec > INT64_MAX / SECOND_NS - 1 || time.tv_sec < INT64_MIN / SECOND_NS + 1)
		return INT64_MAX;
	return (int64_t)time.tv_sec * SECOND_NS + time.tv_nsec;
}

static void add_file(struct finding *f, struct file file, const struct stat *st)
{
	if (st) {
		file.device = (uint64_t)st->st_dev;
		file.inode = (uint64_t)st->st_ino;
		file.changed_ns = ns_of(st->st_mtim);
		file.status_ns = ns_of(st->st_ctim);
		file.size = st->st_size > 0 ? (uint64_t)st->st_size : 0;
		file.problem = reason_not_a_file(st->st_mode);
	}
	*vec_push(f->arena, f->files) = file;
}

/* A database's newest pages may be in the log beside it alone: a change of either is one of both.
 */
static void stamp_with_log(struct file *file, int64_t changed_ns, int64_t status_ns)
{
	if (file->changed_ns < changed_ns)
		file->changed_ns = changed_ns;
	if (file->status_ns < status_ns)
		file->status_ns = status_ns;
}

static const char *path_join(const char *folder, const char *name, struct arena *arena)
{
	size_t len = strlen(folder), name_len = strlen(name);
	bool slashed = len > 0 && folder[len - 1] == '/';
	char *path = arena_alloc(arena, len + !slashed + name_len + 1);

	memcpy(path, folder, len);
	if (!slashed)
		path[len++] = '/';
	memcpy(path + len, name, name_len);
	return path;
}

/* fd is the folder's, so that the walk costs no look-up of its whole path for each entry. */
static void take_entry(struct finding *f, const struct folder *folder, int fd, const char *name)
{
	struct stat own, st;
	const char *path = path_join(folder->path, name, f->arena);
	struct file file = {.path = path, .linked = folder->linked};
	bool is_link;

	if (fstatat(fd, name, &own, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno != ENOENT) { /* what is gone already was never there */
			file.problem = file_reason(errno, f->arena);
			add_file(f, file, NULL);
		}
		return;
	}
	st = own;
	is_link = S_ISLNK(own.st_mode);
	file.linked = folder->linked || is_link;
	bool lost = is_link && fstatat(fd, name, &st, 0) != 0;
	if (lost)
		file.problem = errno == ENOENT ? "a link to nothing" : file_reason(errno, f->arena);
	if (!lost && S_ISDIR(st.st_mode)) {
		struct folders *to = is_link ? &f->linked : &f->real;
		*vec_push(&f->scratch, to) = (struct folder){path, file.linked};
	} else if (format_is_passed_over(name)) {
		f->passed_over++;
	} else {
		add_file(f, file, lost ? NULL : &st);
	}
}

static void walk_folder(struct finding *f, struct folder folder)
{
	struct stat st;
	bool made = false;

	if (f->watch)
		watch_add(f->watch, folder.path);
	DIR *dir = opendir(folder.path);
	int fd = dir ? dirfd(dir) : -1;

	if (!dir || fstat(fd, &st) != 0) {
		struct file file = {.path = folder.path, .linked = folder.linked};
		file.problem = file_refusal(&file, errno, f->arena);
		add_file(f, file, NULL);
	} else {
		map_put_number(
			&f->walked, hash_mix((uint64_t)st.st_dev, (uint64_t)st.st_ino), &made);
	}
	struct dirent *entry = made ? readdir(dir) : NULL;
	for (; entry && !atomic_load(f->stop); entry = readdir(dir)) {
		if (entry->d_name[0] != '.')
			take_entry(f, &folder, fd, entry->d_name);
		else if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			f->passed_over++;
	}
	if (dir)
		closedir(dir);
}

static void walk_real(struct finding *f)
{
	while (f->real.count > 0 && !atomic_load(f->stop))
		walk_folder(f, f->real.at[--f->real.count]);
}

static int folders_by_path(const void *a, const void *b)
{
	const struct folder *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* Links to folders wait until every folder is walked that can be reached without them, then are
 * followed round by round: so the path of a file does not depend on the order of a folder's
 * entries, and no web of links takes longer than its folders. */
static void walk_linked(struct finding *f)
{
	while (f->linked.count > 0 && !atomic_load(f->stop)) {
		struct folders round = f->linked;
		f->linked = (struct folders){0};
		qsort(round.at, round.count, sizeof *round.at, folders_by_path);
		for (uint32_t i = 0; i < round.count && !atomic_load(f->stop); i++) {
			walk_folder(f, round.at[i]);
			walk_real(f);
		}
	}
}

/* Nobody walks the folder of a file that is named by itself. */
static void take_log(struct finding *f, const char *path)
{
	struct file *file = &f->files->at[f->files->count - 1];
	const char *log = arena_format(&f->scratch, "%s" FILE_LOG_ENDING, path);
	struct stat st;

	if (f->watch)
		watch_add(f->watch, log);
	if (lstat(log, &st) == 0 && S_ISREG(st.st_mode))
		stamp_with_log(file, ns_of(st.st_mtim), ns_of(st.st_ctim));
}

static void take_named(struct finding *f, const char *given)
{
	const char *path = arena_string(f->arena, span_of(given));
	struct file file = {.path = path, .named = true};
	struct stat st;

	if (f->watch)
		watch_add(f->watch, path);

	if (stat(path, &st) != 0) {
		file.problem = file_reason(errno, f->arena);
		add_file(f, file, NULL);
	} else if (S_ISDIR(st.st_mode)) {
		*vec_push(&f->scratch, &f->real) = (struct folder){path, false};
		walk_real(f);
	} else {
		add_file(f, file, &st);
		take_log(f, path);
	}
}

static int by_identity(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	if (x->device != y->device)
		return x->device < y->device ? -1 : 1;
	if (x->inode != y->inode)
		return x->inode < y->inode ? -1 : 1;
	if (x->linked != y->linked)
		return x->linked ? 1 : -1;
	return strcmp(x->path, y->path);
}

static int by_path(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* What could not be looked at (no inode) is told apart by its path. */
static bool same_file(const struct file *a, const struct file *b)
{
	if (a->inode == 0 && a->device == 0)
		return strcmp(a->path, b->path) == 0;
	return a->device == b->device && a->inode == b->inode;
}

static void drop_doubles(struct file_list *files)
{
	uint32_t kept = 0;

	if (files->count == 0)
		return;
	qsort(files->at, files->count, sizeof *files->at, by_identity);
	for (uint32_t i = 1; i < files->count; i++) {
		if (same_file(&files->at[kept], &files->at[i]))
			files->at[kept].named |= files->at[i].named;
		else
			files->at[++kept] = files->at[i];
	}
	files->count = kept + 1;
	qsort(files->at, files->count, sizeof *files->at, by_path);
}

/* The logs that stand in the same folders; what they hold is no text of their own. */
static void join_logs(struct file_list *files, struct arena *scratch)
{
	for (uint32_t i = 0; i < files->count; i++) {
		struct span path = span_of(files->at[i].path);
		if (!span_ends(path, SPAN(FILE_LOG_ENDING)))
			continue;
		path.len -= sizeof FILE_LOG_ENDING - 1;
		struct file key = {.path = arena_string(scratch, path)};
		struct file *file =
			bsearch(&key, files->at, files->count, sizeof *files->at, by_path);
		if (file && !files->at[i].linked)
			stamp_with_log(file, files->at[i].changed_ns, files->at[i].status_ns);
	}
}

void files_find(const char *const *paths, uint32_t path_count, const struct watch *watch,
	const atomic_bool *stop, struct file_list *files, uint32_t *passed_over,
	struct arena *arena)
{
	struct finding f = {.arena = arena, .watch = watch, .stop = stop, .files = files};

	arena_init(&f.scratch);
	map_init(&f.walked, &f.scratch);
	for (uint32_t i = 0; i < path_count; i++)
		take_named(&f, paths[i]);
	walk_linked(&f);
	drop_doubles(files);
	join_logs(files, &f.scratch);
	*passed_over = f.passed_over;
	arena_clear(&f.scratch);
}
