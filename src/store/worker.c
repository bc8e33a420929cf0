#include "store/bench.h"

#include "article/correct.h"
#include "article/format.h"
#include "store/upkeep.h"
#include "text/text-words.h"

/* Files may be read and analysed this far ahead of what is gathered: of a large archive further,
 * since an epoch of it takes longer, and nothing is gathered while one is made. */
#define WINDOW_BYTES (UINT64_C(64) << 20)
#define WINDOW_SHARE 4u /* one part in so many of what is gathered */

void known_sweep(struct load *load, bool all)
{
	for (struct known **at = &load->known; *at;) {
		struct known *known = *at;
		if (!all && (!known->is_left || known->parts > 0)) {
			at = &known->next;
			continue;
		}
		*at = known->next;
		numbering_clear(&known->numbering);
		struct arena arena = known->arena;
		arena_clear(&arena);
	}
}

static void renew_known(struct bench *bench)
{
	struct load *load = bench->worker->load;
	struct known *old = bench->known;
	struct arena arena;

	arena_init(&arena);
	struct known *known = ARENA_NEW(&arena, struct known);
	known->arena = arena;
	vocabulary_init(&known->vocabulary, bench->stemmer, &known->arena);
	numbering_init(&known->numbering, &known->vocabulary);
	bench->known = known;
	pthread_mutex_lock(&load->lock);
	known->next = load->known;
	load->known = known;
	if (old)
		old->is_left = true;
	known_sweep(load, false);
	pthread_mutex_unlock(&load->lock);
}

void bench_renew(struct bench *bench)
{
	if (!bench->known || bench->known->arena.used > bench->worker->load->options.words_room)
		renew_known(bench);
}

static bool window_is_full(const struct load *load)
{
	uint64_t room = WINDOW_BYTES + load->bytes_gathered / WINDOW_SHARE;

	return load->next > load->accepted &&
	       load->bytes_open + load_weight(load, load->next) > room;
}

/* The lock is held, but not while the worker reads the snapshot. */
static void check_kept(struct load *load)
{
	load->check = CHECK_RUNNING;
	pthread_mutex_unlock(&load->lock);
	bool sound = snapshot_is_sound(load->resume.epoch);
	pthread_mutex_lock(&load->lock);
	load->check = sound ? CHECK_SOUND : CHECK_TORN;
	pthread_cond_broadcast(&load->ready);
}

/* A file that nobody has taken. */
static bool is_file_there(const struct load *load)
{
	return load->progress.phase != LOAD_FINDING && load->next < load->files.count &&
	       !window_is_full(load);
}

/* No file is left, and none that another worker has can need help. */
static bool is_all_done(const struct load *load)
{
	return load->progress.phase != LOAD_FINDING && load->next == load->files.count &&
	       load->in_hand == 0;
}

/* Helping comes first: what is shared is of an earlier file than the next. */
static enum work take_work(struct load *load, uint32_t *index)
{
	enum work work = WORK_NONE;

	pthread_mutex_lock(&load->lock);
	while (work == WORK_NONE && !load_is_over(load) && !is_all_done(load)) {
		if (load->check == CHECK_WANTED)
			check_kept(load);
		else if (share_next(load))
			work = WORK_SHARE;
		else if (is_file_there(load))
			work = WORK_FILE;
		else
			pthread_cond_wait(&load->room, &load->lock);
	}
	if (work == WORK_FILE) {
		*index = load->next++;
		load->in_hand++;
		load->bytes_open += load_weight(load, *index);
	}
	pthread_mutex_unlock(&load->lock);
	return work;
}

static bool is_growing(const struct load *load, const struct file *file, const struct fault *why)
{
	return why->err == ERR_CUT && load->options.looked_ns &&
	       file->changed_ns >= load->options.looked_ns;
}

/* False: nothing of the file is to be had. */
static bool is_read(struct bench *bench, uint32_t index, enum err err, const struct fault *why,
	struct outcome *outcome)
{
	const struct load *load = bench->worker->load;
	struct span words = err == ERR_ABSENT ? SPAN("empty") : span_of(why->words);

	outcome->is_growing = is_growing(load, &load->files.at[index], why);
	outcome->kept.is_whole = outcome->has_records && !outcome->is_growing;
	if (outcome->is_growing)
		return true;
	if (words.len)
		outcome->reason = arena_string(&bench->worker->arena, words);
	if (err == OK)
		return true;
	outcome->kind = FILE_PROBLEM;
	outcome->kept.is_whole = false;
	return false;
}

static void read_whole(
	struct bench *bench, uint32_t index, struct span bytes, struct outcome *outcome)
{
	struct load *load = bench->worker->load;
	struct arena *arena = &bench->worker->arena;
	struct arena_mark mark = arena_mark(arena);
	struct article_list articles = {0};
	struct fault why = {0};
	enum err err = format_read(bytes, load->files.at[index].path, &bench->known->vocabulary,
		arena, &articles, &why);

	arena_clear(&bench->scratch); /* the bytes are not needed any longer */
	if (err) {
		/* Where its text was, another worker's may come to stand. */
		text_words_begin(&bench->known->vocabulary, LANGUAGE_NONE, SPAN(""));
		arena_rewind(arena, mark);
		articles.count = 0;
	}
	for (uint32_t i = 0; i < articles.count; i++)
		article_correct(articles.at[i], &load->archive.corrections, arena);
	if (is_read(bench, index, err, &why, outcome))
		bench_analyse(bench, index, &articles, outcome);
}

static void read_articles(
	struct bench *bench, uint32_t index, struct span bytes, struct outcome *outcome)
{
	const struct load *load = bench->worker->load;
	struct span_list portions = {0};
	struct fault why = {0};

	outcome->has_records = load->keep.is_on && !outcome->kept.is_kept;
	if (!portions_cut(bytes, load->files.at[index].path, &portions, &bench->scratch)) {
		read_whole(bench, index, bytes, outcome);
		return;
	}
	struct portion_count count = bench_read(bench, index, &portions, outcome);
	is_read(bench, index, portions_end(&count, &why), &why, outcome);
}

static void process(struct bench *bench, uint32_t index, struct outcome *outcome)
{
	struct load *load = bench->worker->load;
	const struct file *file = &load->files.at[index];
	struct span bytes = SPAN("");

	arena_init(&outcome->arena);
	outcome->kind = FILE_PROBLEM;
	outcome->reason = file->problem;
	if (file->problem || bench_take_kept(bench, index, outcome))
		return;
	outcome->kind =
		file_read(file, load->options.max_size, &bytes, &outcome->reason, &bench->scratch);
	if (outcome->kind == FILE_READ)
		read_articles(bench, index, bytes, outcome);
	else if (outcome->kind == FILE_PASSED_OVER)
		outcome->kept.is_whole = true;
	else
		outcome->reason = arena_string(&bench->worker->arena, span_of(outcome->reason));
	arena_clear(&bench->scratch);
}

/* Only the file that the gathering thread waits for is worth waking it. */
static void hand_over(struct load *load, uint32_t index)
{
	pthread_mutex_lock(&load->lock);
	load->outcomes[index].is_done = true;
	load->in_hand--;
	if (is_all_done(load))
		pthread_cond_broadcast(&load->room);
	if (index == load->accepted)
		pthread_cond_signal(&load->ready);
	pthread_mutex_unlock(&load->lock);
}

/* What is new is kept, while the final epoch is being made.  Nobody at a screen waits for that.  A
 * load that was cut leaves what was kept of more files as it is. */
static void write_kept(struct load *load)
{
	static const atomic_bool never = false;

	pthread_mutex_lock(&load->lock);
	while (!atomic_load(&load->stop) && !load->is_gathered)
		pthread_cond_wait(&load->room, &load->lock);
	bool gathered = load->is_gathered && !atomic_load(&load->is_left);
	pthread_mutex_unlock(&load->lock);
	if (gathered)
		keep_write(&load->keep, load->options.behind ? &load->stop : &never, NULL);
	if (gathered && load->keep.folder)
		upkeep(load->keep.folder, load->keep.key, load->options.now_ns, UPKEEP_MOST);
	pthread_mutex_lock(&load->lock);
	load->is_kept = true;
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
}

void *worker_run(void *context)
{
	struct bench bench = {.worker = context};
	struct load *load = bench.worker->load;
	uint32_t index = 0;

	load_give_way(load);
	arena_init(&bench.scratch);
	bench.stemmer = stemmer_open();
	block_reader_open(&bench.reader);
	for (enum work work; (work = take_work(load, &index)) != WORK_NONE;) {
		bench_renew(&bench);
		if (work == WORK_SHARE) {
			bench_help(&bench);
		} else {
			process(&bench, index, &load->outcomes[index]);
			hand_over(load, index);
		}
	}
	stemmer_close(bench.stemmer);
	block_reader_close(&bench.reader);
	pthread_mutex_lock(&load->lock);
	if (bench.known)
		bench.known->is_left = true;
	known_sweep(load, false);
	pthread_mutex_unlock(&load->lock);
	arena_clear(&bench.scratch);
	if (bench.worker == load->workers)
		write_kept(load);
	pthread_mutex_lock(&load->lock);
	load->ended++;
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
	return NULL;
}
