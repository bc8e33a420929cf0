#include "store/early.h"

#include "store/epoch-extend.h"
#include "store/epoch-parts.h"

#include <string.h>

#define FILES_MOST 1000u                /* more than that take long to be read twice */
#define BYTES_MOST (UINT64_C(32) << 20) /* likewise */
#define GONE_MOST 20000u                /* articles: each is looked up in what it was part of */

void early_begin(struct load *load, struct load *before)
{
	uint32_t least =
		load->options.early_least ? load->options.early_least : EARLY_LEAST_DEFAULT;

	pthread_mutex_lock(&before->lock);
	const struct epoch *epoch = before->taken;
	if (epoch && epoch->is_final && epoch->count >= least &&
		!load_is_partial(before->progress)) {
		load->base = epoch;
		load->was_stale = before->is_stale;
		if (!before->is_stale)
			load->was = before->found.count ? before->found : before->files;
	}
	pthread_mutex_unlock(&before->lock);
}

/* The files of which a kept epoch was made, which is told by the cache that it was kept with. */
static bool files_kept(const struct load *load, struct file_list *was, struct arena *scratch)
{
	const struct cache *cache = &load->keep.cache;
	const struct container *library = &load->base->library.container;

	if (!library->count || !cache->container.count ||
		container_sum(library) != container_sum(&cache->container))
		return false;
	for (uint32_t i = 0; i < cache->files.count; i++)
		*vec_push(scratch, was) = cache->files.at[i].file;
	return true;
}

static bool is_same_text(const char *a, const char *b)
{
	return !a == !b && (!a || strcmp(a, b) == 0);
}

static bool is_as_it_was(const struct file *was, const struct file *now)
{
	return file_is_unchanged(was, now) && was->named == now->named &&
	       is_same_text(was->problem, now->problem);
}

VEC_OF(const char *, path_list);

/* The paths of the files that came or went, in their order; one that changed did both. */
struct changes {
	struct path_list came, went;
	uint64_t bytes; /* of those that came */
};

/* Which of two files comes first, or the only one that there is. */
static int compare_files(
	const struct file_list *was, uint32_t old, const struct file_list *now, uint32_t i)
{
	if (old == was->count)
		return 1;
	return i == now->count ? -1 : strcmp(was->at[old].path, now->at[i].path);
}

static struct changes find_changes(
	const struct file_list *was, const struct file_list *now, struct arena *scratch)
{
	struct changes changes = {.bytes = 0};
	uint32_t old = 0, i = 0;

	while (old < was->count || i < now->count) {
		int order = compare_files(was, old, now, i);
		bool is_same = order == 0 && is_as_it_was(&was->at[old], &now->at[i]);
		if (order <= 0 && !is_same)
			*vec_push(scratch, &changes.went) = was->at[old].path;
		if (order >= 0 && !is_same && !now->at[i].problem) {
			*vec_push(scratch, &changes.came) = now->at[i].path;
			changes.bytes += now->at[i].size;
		}
		old += order <= 0;
		i += order >= 0;
	}
	return changes;
}

/* The path of the file that an article is in: several articles of a file are numbered. */
static struct span file_of(const struct epoch *epoch, article_id id)
{
	struct span path = span_of(shelf_string(&epoch->paths, id));
	size_t end = path.len;

	while (end > 0 && path.at[end - 1] >= '0' && path.at[end - 1] <= '9')
		end--;
	if (end < path.len && end > 1 && path.at[end - 1] == '#')
		path.len = end - 1;
	return path;
}

VEC_OF(article_id, id_list);

/* Appends the articles of a file, which follow each other: articles are in the order of files. */
static void add_articles(
	const struct epoch *epoch, struct span path, struct id_list *ids, struct arena *scratch)
{
	article_id low = 0, high = epoch->count;

	while (low < high) {
		article_id middle = low + (high - low) / 2;
		if (span_compare(file_of(epoch, middle), path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < epoch->count && span_equal(file_of(epoch, low), path); low++)
		*vec_push(scratch, ids) = low;
}

/* Of files that were articles, and are no longer as they were. */
static struct id_list find_gone(
	const struct epoch *epoch, const struct path_list *went, struct arena *scratch)
{
	struct id_list gone = {.count = 0};

	for (uint32_t i = 0; i < went->count; i++)
		add_articles(epoch, span_of(went->at[i]), &gone, scratch);
	return gone;
}

/* Its final epoch; null when the whole was given up. */
static const struct epoch *wait_for(struct load *part)
{
	pthread_mutex_lock(&part->lock);
	while (part->progress.phase != LOAD_DONE && !atomic_load(&part->stop))
		pthread_cond_wait(&part->finished, &part->lock);
	bool done = part->progress.phase == LOAD_DONE;
	pthread_mutex_unlock(&part->lock);
	return done ? load_take(part) : NULL;
}

/* Null when the load was given up meanwhile, or nothing can be read. */
static struct load *open_part(struct load *load, const struct path_list *paths)
{
	struct load_options options = load->options;
	struct load *part = NULL;

	options.paths = paths->at;
	options.path_count = paths->count;
	options.cache_folder = NULL;
	options.before = NULL;
	options.watch = false;
	options.whole = true;
	if (load_open(&part, &options, NULL))
		return NULL;
	pthread_mutex_lock(&load->lock);
	load->part = part;
	if (atomic_load(&load->stop))
		early_give_up(load);
	pthread_mutex_unlock(&load->lock);
	return part;
}

static void close_part(struct load *load, struct epoch *early)
{
	pthread_mutex_lock(&load->lock);
	struct load *part = load->part;
	load->part = NULL;
	load->early = early;
	if (early)
		load_wake(load);
	pthread_mutex_unlock(&load->lock);
	load_close(part);
}

/* Null: it would be as it was, or empty. */
static struct epoch *extend(
	const struct epoch *base, const struct epoch *more, const struct id_list *gone)
{
	if (!more || epoch_count(more) + gone->count == 0 ||
		epoch_count(base) - gone->count + epoch_count(more) == 0)
		return NULL;
	return epoch_extend(base, more, gone->at, gone->count);
}

void early_make(struct load *load, const struct file_list *now)
{
	struct file_list was = load->was;
	struct changes changes = {.bytes = 0};
	struct arena scratch;

	if (!load->base)
		return;
	arena_init(&scratch);
	if (!load->was_stale || files_kept(load, &was, &scratch))
		changes = find_changes(&was, now, &scratch);
	struct id_list gone = {.count = 0};
	bool is_small = changes.came.count <= FILES_MOST && changes.went.count <= FILES_MOST &&
			changes.bytes <= BYTES_MOST;
	if (is_small)
		gone = find_gone(load->base, &changes.went, &scratch);
	if (is_small && gone.count <= GONE_MOST && changes.came.count + gone.count > 0 &&
		open_part(load, &changes.came)) {
		const struct epoch *more = wait_for(load->part);
		close_part(load, extend(load->base, more, &gone));
	}
	arena_clear(&scratch);
}

void early_give_up(struct load *load)
{
	struct load *part = load->part;

	if (!part)
		return;
	pthread_mutex_lock(&part->lock);
	atomic_store(&part->stop, true);
	pthread_cond_broadcast(&part->finished);
	pthread_mutex_unlock(&part->lock);
}

void early_clear(struct load *load)
{
	epoch_close(load->early);
	epoch_close(load->early_taken);
	load->early = load->early_taken = NULL;
}

const struct epoch *load_take_early(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	struct epoch *early = load->early;
	if (early)
		load->early_taken = early;
	load->early = NULL;
	pthread_mutex_unlock(&load->lock);
	return early;
}

void load_forget_early(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	early_clear(load);
	pthread_mutex_unlock(&load->lock);
}
