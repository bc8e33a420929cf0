#include "store/bench.h"

#include "extract/extract.h"

/* Articles that are worth another worker's while. */
#define PART_ARTICLES 32u

void part_hold(struct load *load, struct part *part, struct known *known)
{
	pthread_mutex_lock(&load->lock);
	part->known = known;
	known->parts++;
	pthread_mutex_unlock(&load->lock);
}

static void make_part(
	struct bench *bench, const struct share *share, struct part *part, uint32_t from)
{
	const struct article_list *articles = share->articles;
	uint32_t left = articles->count - from, count = left < PART_ARTICLES ? left : PART_ARTICLES;

	part->drafts = ARENA_ARRAY(&part->arena, struct draft *, count);
	for (uint32_t i = 0; i < count && !load_is_over(bench->worker->load); i++) {
		const struct article *article = articles->at[from + i];
		struct arena_mark mark = arena_mark(&bench->scratch);
		struct article_words words;
		words_read(&words, article, &bench->known->vocabulary, &bench->scratch);
		struct evidence *evidence = evidence_keep(extract(&words, &bench->scratch),
			article->line_count, &bench->worker->arena);
		part->drafts[part->count++] = draft_make(&words, evidence, &part->arena);
		arena_rewind(&bench->scratch, mark);
	}
	if (share->is_kept)
		bench_pack(bench, articles, from, part);
}

/* The number of a part that nobody has taken; false when there is none, or the load is given up. */
static bool take_part(struct load *load, struct share *share, uint32_t *number)
{
	pthread_mutex_lock(&load->lock);
	bool taken = share->next < share->count && !load_is_over(load);
	if (taken)
		*number = share->next++;
	pthread_mutex_unlock(&load->lock);
	return taken;
}

static void make_parts(struct bench *bench, struct share *share)
{
	struct load *load = bench->worker->load;
	uint32_t number;

	while (take_part(load, share, &number)) {
		bench_renew(bench);
		make_part(bench, share, &share->parts[number], number * PART_ARTICLES);
		part_hold(load, &share->parts[number], bench->known);
	}
}

void bench_help(struct bench *bench, struct share *share)
{
	struct load *load = bench->worker->load;

	make_parts(bench, share);
	pthread_mutex_lock(&load->lock);
	share->running--;
	pthread_cond_broadcast(&load->shared);
	pthread_mutex_unlock(&load->lock);
}

/* The share is seen by others, unless there is one already. */
static void offer(struct load *load, struct share *share)
{
	pthread_mutex_lock(&load->lock);
	if (share->count > 1 && !load->share) {
		load->share = share;
		pthread_cond_broadcast(&load->room);
	}
	pthread_mutex_unlock(&load->lock);
}

static void withdraw(struct load *load, struct share *share)
{
	pthread_mutex_lock(&load->lock);
	if (load->share == share)
		load->share = NULL;
	while (share->running > 0)
		pthread_cond_wait(&load->shared, &load->lock);
	pthread_mutex_unlock(&load->lock);
}

/* The records of all parts become those of the file, if every part has them. */
static void join_records(struct outcome *outcome, uint32_t articles)
{
	struct kept_outcome *kept = &outcome->kept;
	struct span *records = ARENA_ARRAY(&outcome->arena, struct span, articles);
	uint32_t count = 0;

	for (uint32_t i = 0; i < outcome->part_count; i++) {
		const struct part *part = &outcome->parts[i];
		for (uint32_t j = 0; part->records && j < part->count; j++)
			records[count++] = part->records[j];
	}
	kept->is_whole = count == articles;
	kept->records = records;
	kept->count = count;
}

void bench_analyse(
	struct bench *bench, const struct article_list *articles, struct outcome *outcome)
{
	struct load *load = bench->worker->load;
	struct share share = {.articles = articles, .is_kept = outcome->kept.is_whole};

	share.count = articles->count / PART_ARTICLES + (articles->count % PART_ARTICLES != 0);
	share.parts = ARENA_ARRAY(&outcome->arena, struct part, share.count);
	for (uint32_t i = 0; i < share.count; i++)
		arena_init(&share.parts[i].arena);
	outcome->parts = share.parts;
	outcome->part_count = share.count;
	offer(load, &share);
	make_parts(bench, &share);
	withdraw(load, &share);
	if (share.is_kept)
		join_records(outcome, articles->count);
}
