#include "article/format.h"
#include "store/early.h"

#include "store/sealed.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* With so many articles an epoch is made at once; with fewer, only while there is nothing
 * else to do. */
#define EPOCH_AT_ONCE 32u
#define GIVEN_WAY 10 /* niceness of threads behind a screen */

void load_wake(struct load *load)
{
	if (load->is_woken)
		return;
	load->is_woken = true;
	while (write(load->wake_write, "", 1) < 0 && errno == EINTR)
		;
}

/* Hands an epoch over; one that nobody took meanwhile is given back. */
static void hand_over(struct load *load, struct epoch *epoch, bool is_final)
{
	pthread_mutex_lock(&load->lock);
	struct epoch *unseen = epoch ? load->newest : NULL;
	if (epoch)
		load->newest = epoch;
	if (epoch && is_final)
		load->progress.phase = LOAD_DONE;
	load_wake(load);
	pthread_cond_broadcast(&load->finished);
	pthread_mutex_unlock(&load->lock);
	epoch_close(unseen);
}

static void publish(struct load *load)
{
	hand_over(load, epoch_make(&load->archive, load->options.today, false, &load->stop), false);
}

/* A final epoch needs nothing of what it was made of.  The workers have handed over everything, and
 * touch their articles no more. */
static void give_back(struct load *load)
{
	archive_clear(&load->archive);
	archive_init(&load->archive);
	for (int i = 0; i < load->worker_count; i++)
		arena_clear(&load->workers[i].arena);
}

/* A load that was cut: its workers end after the file that they are in, and what they have read
 * further than the last epoch goes is wanted by nobody. */
static void drop_rest(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	while (load->ended < load->worker_count)
		pthread_cond_wait(&load->room, &load->lock);
	known_sweep(load, true);
	pthread_mutex_unlock(&load->lock);
	for (uint32_t i = load->accepted; i < load->files.count; i++) {
		outcome_clear(&load->outcomes[i]);
		load->outcomes[i] = (struct outcome){0};
	}
}

void outcome_clear(struct outcome *outcome)
{
	for (uint32_t i = 0; i < outcome->part_count; i++)
		arena_clear(&outcome->parts[i].arena);
	arena_clear(&outcome->arena);
}

static void add_problem(struct load *load, const char *path, const char *reason)
{
	*vec_push(&load->archive.arena, &load->archive.problems) =
		(struct problem){path, reason, true};
}

/* A file of the reader's own; that there is none, or an empty one, is no problem. */
static struct span read_own(struct load *load, const char *path)
{
	struct file file = {.path = path, .named = true};
	struct span text = SPAN("");
	const char *reason;
	struct stat st;

	if (!path || stat(path, &st) != 0 || st.st_size == 0)
		return text;
	if (file_read(&file, load->options.max_size, &text, &reason, &load->archive.arena) !=
		FILE_READ)
		add_problem(load, path, reason);
	return text;
}

/* Before any file of the archive is read: workers look into the corrections. */
static void read_decisions(struct load *load)
{
	struct archive *archive = &load->archive;
	const char *people = load->options.people_file, *articles = load->options.corrections_file;

	archive->language = load->options.language;
	archive->people_text = read_own(load, people);
	archive->rules = people_rules_parse(archive->people_text, &archive->arena);
	for (uint32_t i = 0; i < archive->rules.slip_count; i++)
		add_problem(load, people, archive->rules.slips[i].words);
	archive->corrections_text = read_own(load, articles);
	archive->corrections = corrections_parse(archive->corrections_text, &archive->arena);
	for (uint32_t i = 0; i < archive->corrections.slip_count; i++)
		add_problem(load, articles, archive->corrections.slips[i].words);
}

static void match_files(struct load *load, const struct file_list *files)
{
	struct fault why = {0};

	if (keep_match(&load->keep, files, &why))
		add_problem(load, load->options.cache_folder,
			arena_string(&load->archive.arena, span_of(why.words)));
}

/* From here on workers take them. */
static void open_files(struct load *load, struct file_list files)
{
	struct outcome *outcomes = ARENA_ARRAY(&load->arena, struct outcome, files.count);

	pthread_mutex_lock(&load->lock);
	load->files = files;
	load->outcomes = outcomes;
	load->progress = (struct load_progress){LOAD_READING, 0, files.count};
	load_wake(load);
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
}

/* Goes by counts alone: whoever needs a clock has one further up. */
static void gather_files(struct load *load)
{
	uint32_t published = 0;

	while (!atomic_load(&load->stop) && !load_is_enough(load) &&
		load->accepted < load->files.count) {
		uint32_t count = load->archive.segments.count;
		bool is_due = !load->options.whole && count > 0 && count / 2 >= published;
		if ((is_due && count >= EPOCH_AT_ONCE) || (!gather_next(load, !is_due) && is_due)) {
			publish(load);
			published = count;
		}
	}
}

/* Under Linux niceness belongs to a thread, so the one that answers keys keeps its own. */
void load_give_way(const struct load *load)
{
#ifdef __linux__
	if (load->options.behind && nice(GIVEN_WAY) == -1)
		return; /* a wish, no more */
#else
	(void)load;
#endif
}

/* No file will be read any more: what is new may be kept, if they all were. */
static void join_files(struct load *load, bool stale)
{
	pthread_mutex_lock(&load->lock);
	load->progress.phase = LOAD_JOINING;
	load->is_stale = stale;
	atomic_store(&load->is_left, load->accepted < load->progress.total);
	load->is_gathered = true;
	load_wake(load);
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
}

/* What the first worker makes of the cache, which it may be about still. */
static uint64_t sum_kept(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	while (!load->is_kept)
		pthread_cond_wait(&load->room, &load->lock);
	pthread_mutex_unlock(&load->lock);
	return load->keep.sum;
}

/* The last epoch takes from the cache what is kept there, so that no text is in memory twice. */
static struct epoch *publish_last(struct load *load)
{
	struct epoch *epoch = epoch_draft(&load->archive, load->options.today, true, &load->stop);

	if (epoch && load->keep.is_on && !atomic_load(&load->is_left))
		resume_lend(&load->resume, sum_kept(load), epoch);
	if (epoch)
		epoch_seal(epoch);
	hand_over(load, epoch, true);
	return epoch;
}

static void read_all(struct load *load, struct file_list files)
{
	static const atomic_bool never = false;

	format_begin();
	match_files(load, &files);
	early_make(load, &files);
	open_files(load, files);
	gather_files(load);
	if (atomic_load(&load->stop))
		return;
	join_files(load, false);
	struct epoch *epoch = publish_last(load);
	if (atomic_load(&load->is_left))
		drop_rest(load);
	give_back(load);
	if (epoch && load->keep.is_on && !atomic_load(&load->is_left) &&
		resume_write(&load->resume, epoch, sum_kept(load),
			load->options.behind ? &load->stop : &never) &&
		load->options.behind)
		hand_over(load, resume_again(&load->resume, true), true);
}

static void want_check(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	load->check = CHECK_WANTED;
	pthread_cond_signal(&load->room);
	pthread_mutex_unlock(&load->lock);
}

/* Whether there is an epoch of an earlier start, as it was written; false, too, when the load is
 * given up. */
static bool wait_checked(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	while (!atomic_load(&load->stop) &&
		(load->check == CHECK_WANTED || load->check == CHECK_RUNNING))
		pthread_cond_wait(&load->ready, &load->lock);
	bool sound = load->check == CHECK_SOUND;
	pthread_mutex_unlock(&load->lock);
	return sound;
}

/* The epoch of an earlier start is shown at once.  Whether it is that of the files as they are now
 * is found out behind the screen; where nobody looks yet, before it is handed over.  False: the
 * files must be read. */
static bool resume_load(struct load *load, struct file_list *files)
{
	struct resume *resume = &load->resume;
	bool shown = load->options.behind && !load->options.whole;

	resume_open(resume, &load->options, &load->keep, &load->archive);
	if (resume->epoch && shown)
		hand_over(load, resume_again(resume, false), false);
	/* An archive that is read again has most likely changed: only if it has not, its snapshot
	 * need be looked through. */
	bool again = load->options.before && !shown;
	if (resume->epoch && !again)
		want_check(load);
	files_find(load->options.paths, load->options.path_count, &load->watch, &load->stop, files,
		&load->archive.passed_over, &load->arena);
	bool same = resume_match(resume, files, load->archive.passed_over, load->options.now_ns);
	if (resume->epoch && again && same)
		want_check(load);
	bool sound = wait_checked(load);
	if (atomic_load(&load->stop))
		return true;
	if (!sound || (!same && !shown))
		return false;
	load->found = *files;
	join_files(load, !same);
	hand_over(load, resume_take(resume), true);
	return true;
}

void *gatherer_run(void *context)
{
	struct load *load = context;
	struct file_list files = {0};

	load_give_way(load);
	read_decisions(load);
	keep_open(&load->keep, &load->options);
	if (!resume_load(load, &files))
		read_all(load, files);
	return NULL;
}
