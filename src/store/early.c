#include "store/early.h"

#include "store/epoch-extend.h"
#include "store/epoch-parts.h"

#include <string.h>

#define FILES_MOST 1000u                /* more than that take long to be read twice */
#define BYTES_MOST (UINT64_C(32) << 20) /* likewise */

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

/* The paths of the files that came; none when any changed or went, or when they are many. */
static struct path_list find_new(
	const struct file_list *was, const struct file_list *now, struct arena *scratch)
{
	static const struct path_list none = {.count = 0};
	struct path_list paths = none;
	uint64_t bytes = 0;
	uint32_t at = 0;

	for (uint32_t i = 0; i < now->count; i++) {
		const struct file *file = &now->at[i];
		int order = at < was->count ? strcmp(was->at[at].path, file->path) : 1;
		if (order < 0 || (order == 0 && !is_as_it_was(&was->at[at], file)))
			return none;
		at += order == 0;
		if (order == 0 || file->problem)
			continue;
		bytes += file->size;
		if (paths.count == FILES_MOST || bytes > BYTES_MOST)
			return none;
		*vec_push(scratch, &paths) = file->path;
	}
	return at == was->count ? paths : none;
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

void early_make(struct load *load, const struct file_list *now)
{
	struct file_list was = load->was;
	struct arena scratch;

	if (!load->base)
		return;
	arena_init(&scratch);
	bool is_known = !load->was_stale || files_kept(load, &was, &scratch);
	struct path_list paths = {.count = 0};
	if (is_known)
		paths = find_new(&was, now, &scratch);
	if (paths.count && open_part(load, &paths)) {
		const struct epoch *more = wait_for(load->part);
		close_part(load, more && epoch_count(more) ? epoch_extend(load->base, more) : NULL);
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
