#include "store/load.h"

#include "store/early.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum err check_paths(const struct load_options *options, struct fault *why)
{
	struct stat st;

	for (uint32_t i = 0; i < options->path_count; i++) {
		const char *path = options->paths[i];
		if (stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR))
			return fail(why, ERR_ABSENT, "%s: no such file or folder", path);
	}
	return OK;
}

static struct load_options copy_options(const struct load_options *given, struct arena *arena)
{
	struct load_options options = *given;
	const char **paths = ARENA_ARRAY(arena, const char *, given->path_count);

	for (uint32_t i = 0; i < given->path_count; i++)
		paths[i] = arena_string(arena, span_of(given->paths[i]));
	options.paths = paths;
	if (given->people_file)
		options.people_file = arena_string(arena, span_of(given->people_file));
	if (given->corrections_file)
		options.corrections_file = arena_string(arena, span_of(given->corrections_file));
	if (given->cache_folder)
		options.cache_folder = arena_string(arena, span_of(given->cache_folder));
	if (options.max_size > UINT32_MAX - 1u) /* offsets, and one past the end, are 32 bits */
		options.max_size = UINT32_MAX - 1u;
	if (options.words_room == 0)
		options.words_room = WORDS_ROOM_DEFAULT;
	return options;
}

static int worker_wish(int asked)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (asked <= 0)
		asked = processors > 1 && processors < WORKERS_MOST ? (int)processors
			: processors <= 1                           ? 1
								    : WORKERS_MOST;
	return asked < WORKERS_MOST ? asked : WORKERS_MOST;
}

static bool set_flags(int fd)
{
	int flags = fcntl(fd, F_GETFL);

	return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
	       fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static struct load *load_make(const struct load_options *options)
{
	struct arena arena;

	arena_init(&arena);
	struct load *load = ARENA_NEW(&arena, struct load);
	load->arena = arena;
	load->options = copy_options(options, &load->arena);
	load->wake_read = load->wake_write = load->watch.fd = -1;
	atomic_init(&load->stop, false);
	atomic_init(&load->is_cut, false);
	atomic_init(&load->is_left, false);
	pthread_mutex_init(&load->lock, NULL);
	pthread_cond_init(&load->ready, NULL);
	pthread_cond_init(&load->room, NULL);
	pthread_cond_init(&load->shared, NULL);
	pthread_cond_init(&load->finished, NULL);
	archive_init(&load->archive);
	helper_init(&load->helper, load);
	load->archive.beside = &load->helper.beside;
	helper_init(&load->closer, load);
	keep_init(&load->keep);
	resume_init(&load->resume);
	return load;
}

/* From here on every thread ends after the step that it is in. */
static void stop_threads(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	atomic_store(&load->stop, true);
	pthread_cond_broadcast(&load->ready);
	pthread_cond_broadcast(&load->room);
	pthread_cond_broadcast(&load->shared);
	early_give_up(load);
	pthread_mutex_unlock(&load->lock);
	for (int i = 0; i < load->worker_count; i++)
		pthread_join(load->workers[i].thread, NULL);
}

static void load_discard(struct load *load)
{
	if (load->wake_read >= 0)
		close(load->wake_read);
	if (load->wake_write >= 0)
		close(load->wake_write);
	watch_close(&load->watch);
	known_sweep(load, true);
	for (int i = 0; i < load->worker_count; i++)
		arena_clear(&load->workers[i].arena);
	for (uint32_t i = load->accepted; i < load->files.count; i++)
		outcome_clear(&load->outcomes[i]);
	archive_clear(&load->archive);
	keep_close(&load->keep);
	resume_close(&load->resume);
	pthread_cond_destroy(&load->ready);
	pthread_cond_destroy(&load->room);
	pthread_cond_destroy(&load->shared);
	pthread_cond_destroy(&load->finished);
	pthread_mutex_destroy(&load->lock);
	struct arena arena = load->arena; /* the load itself lies in it */
	arena_clear(&arena);
}

/* The threads leave every signal to the one that opened the load. */
static bool start_threads(struct load *load)
{
	int wish = worker_wish(load->options.workers);
	sigset_t all, before;
	bool started = true;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (int i = 0; i < wish && started; i++) {
		struct worker *worker = &load->workers[i];
		worker->load = load;
		arena_init(&worker->arena);
		started = pthread_create(&worker->thread, NULL, worker_run, worker) == 0;
		load->worker_count += started;
	}
	/* Fewer workers than wished for will do. */
	started = load->worker_count > 0 &&
		  pthread_create(&load->gatherer, NULL, gatherer_run, load) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

enum err load_open(struct load **out, const struct load_options *options, struct fault *why)
{
	int fds[2];
	enum err err = check_paths(options, why);

	if (err)
		return err;
	struct load *load = load_make(options);
	if (options->before)
		early_begin(load, options->before);
	if (pipe(fds) != 0) {
		load_discard(load);
		return fail(why, ERR_IO, "no pipe: %s", strerror(errno));
	}
	load->wake_read = fds[0];
	load->wake_write = fds[1];
	if (load->options.watch)
		watch_open(&load->watch);
	if (!set_flags(fds[0]) || !set_flags(fds[1]) || !start_threads(load)) {
		stop_threads(load);
		load_discard(load);
		return fail(why, ERR_IO, "no threads to read with");
	}
	*out = load;
	return OK;
}

void load_close(struct load *load)
{
	if (!load)
		return;
	stop_threads(load);
	pthread_join(load->gatherer, NULL);
	load->closer.beside.end(&load->closer.beside);
	epoch_close(load->newest);
	epoch_close(load->taken);
	early_clear(load);
	load_discard(load);
}

void load_stop(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	atomic_store(&load->is_cut, true);
	pthread_cond_broadcast(&load->ready);
	pthread_mutex_unlock(&load->lock);
}

int load_fd(const struct load *load)
{
	return load->wake_read;
}

int load_watch_fd(const struct load *load)
{
	return load->watch.fd;
}

bool load_is_changed(const struct load *load)
{
	return watch_take(&load->watch);
}

/* What woke the caller is answered; the lock is held. */
static void drain(struct load *load)
{
	char bytes[16];

	if (load->is_woken)
		while (read(load->wake_read, bytes, sizeof bytes) < 0 && errno == EINTR)
			;
	load->is_woken = false;
}

struct load_progress load_progress(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	struct load_progress progress = load->progress;
	if (!load->newest) /* which is still to be taken: that was told of, too */
		drain(load);
	pthread_mutex_unlock(&load->lock);
	return progress;
}

static void close_epoch(void *epoch)
{
	epoch_close(epoch);
}

/* To give back what a large one takes takes longer than a key may. */
static void close_beside(struct load *load, struct epoch *epoch)
{
	struct beside *closer = &load->closer.beside;

	if (!epoch)
		return;
	closer->end(closer); /* with the one before */
	closer->begin(closer, close_epoch, epoch);
}

const struct epoch *load_take(struct load *load)
{
	struct epoch *old = NULL;

	pthread_mutex_lock(&load->lock);
	drain(load);
	if (load->newest) {
		old = load->taken;
		load->taken = load->newest;
		load->newest = NULL;
	}
	const struct epoch *taken = load->taken;
	pthread_mutex_unlock(&load->lock);
	close_beside(load, old);
	return taken;
}

bool load_is_stale(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	bool stale = load->is_stale;
	pthread_mutex_unlock(&load->lock);
	return stale;
}

const struct epoch *load_wait(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	while (load->progress.phase != LOAD_DONE)
		pthread_cond_wait(&load->finished, &load->lock);
	pthread_mutex_unlock(&load->lock);
	return load_take(load);
}
