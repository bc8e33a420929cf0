#include "store/bench.h"

#include "article/correct.h"
#include "article/format.h"
#include "store/upkeep.h"
#include "text/text-words.h"

/* Files may be read and analysed this far ahead of one that takes its time. */
#define WINDOW_BYTES (UINT64_C(64) << 20)

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
	return load->next > load->accepted &&
	       load->bytes_open + load_weight(load, load->next) > WINDOW_BYTES;
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
static enum work take_work(struct load *load, uint32_t *index, struct share **share)
{
	enum work work = WORK_NONE;

	pthread_mutex_lock(&load->lock);
	while (work == WORK_NONE && !load_is_over(load) && !is_all_done(load)) {
		*share = load->share;
		if (load->check == CHECK_WANTED)
			check_kept(load);
		else if (*share && (*share)->next < (*share)->count)
			work = WORK_SHARE;
		else if (is_file_there(load))
			work = WORK_FILE;
		else
			pthread_cond_wait(&load->room, &load->lock);
	}
	if (work == WORK_SHARE)
		(*share)->running++; /* so that it stays while it is helped with */
	if (work == WORK_FILE) {
		*index = load->next++;
		load->in_hand++;
		load->bytes_open += load_weight(load, *index);
	}
	pthread_mutex_unlock(&load->lock);
	return work;
}

/* What the reader put right is no part of what a file says. */
static bool may_keep(const struct bench *bench, const struct article_list *articles,
	const struct outcome *outcome)
{
	bool may = bench->worker->load->keep.is_on && !outcome->kept.is_kept;

	for (uint32_t i = 0; i < articles->count && may; i++)
		may = !articles->at[i]->corrected;
	return may;
}

static bool is_growing(const struct load *load, const struct file *file, const struct fault *why)
{
	return why->err == ERR_CUT && load->options.looked_ns &&
	       file->changed_ns >= load->options.looked_ns;
}

static void read_articles(
	struct bench *bench, const struct file *file, struct span bytes, struct outcome *outcome)
{
	struct arena *arena = &bench->worker->arena;
	struct arena_mark mark = arena_mark(arena);
	struct article_list articles = {0};
	struct fault why = {0};
	enum err err =
		format_read(bytes, file->path, &bench->known->vocabulary, arena, &articles, &why);

	arena_clear(&bench->scratch); /* the bytes are not needed any longer */
	for (uint32_t i = 0; err == OK && i < articles.count; i++)
		article_correct(articles.at[i], &bench->worker->load->archive.corrections, arena);
	outcome->is_growing = is_growing(bench->worker->load, file, &why);
	if (err == OK || outcome->is_growing) {
		if (why.words[0] && !outcome->is_growing)
			outcome->reason = arena_string(arena, span_of(why.words));
		outcome->kept.is_whole =
			!outcome->is_growing && may_keep(bench, &articles, outcome);
		bench_analyse(bench, &articles, outcome);
		return;
	}
	/* Where its text was, another worker's may come to stand. */
	text_words_begin(&bench->known->vocabulary, LANGUAGE_NONE, SPAN(""));
	arena_rewind(arena, mark);
	outcome->kind = FILE_PROBLEM;
	outcome->reason = err == ERR_ABSENT ? "empty" : arena_string(arena, span_of(why.words));
}

static struct outcome process(struct bench *bench, uint32_t index)
{
	struct load *load = bench->worker->load;
	const struct file *file = &load->files.at[index];
	struct outcome outcome = {.kind = FILE_PROBLEM, .reason = file->problem};
	struct span bytes = SPAN("");

	arena_init(&outcome.arena);
	if (file->problem || bench_take_kept(bench, index, &outcome))
		return outcome;
	outcome.kind =
		file_read(file, load->options.max_size, &bytes, &outcome.reason, &bench->scratch);
	if (outcome.kind == FILE_READ)
		read_articles(bench, file, bytes, &outcome);
	else if (outcome.kind == FILE_PASSED_OVER)
		outcome.kept.is_whole = true;
	else
		outcome.reason = arena_string(&bench->worker->arena, span_of(outcome.reason));
	arena_clear(&bench->scratch);
	return outcome;
}

/* Only the file that the gathering thread waits for is worth waking it. */
static void hand_over(struct load *load, uint32_t index, struct outcome outcome)
{
	pthread_mutex_lock(&load->lock);
	load->outcomes[index] = outcome;
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
	struct share *share = NULL;
	uint32_t index = 0;

	load_give_way(load);
	arena_init(&bench.scratch);
	bench.stemmer = stemmer_open();
	block_reader_open(&bench.reader);
	for (enum work work; (work = take_work(load, &index, &share)) != WORK_NONE;) {
		bench_renew(&bench);
		if (work == WORK_SHARE)
			bench_help(&bench, share);
		else
			hand_over(load, index, process(&bench, index));
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
