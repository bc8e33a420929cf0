#include "store/bench.h"

#include "article/correct.h"
#include "extract/extract.h"

/* Articles that are worth another worker's while. */
#define PART_ARTICLES 32u

void part_hold(struct load *load, uint32_t file, struct part *part, struct known *known)
{
	pthread_mutex_lock(&load->lock);
	const struct outcome *outcome = &load->outcomes[file];
	part->known = known;
	known->parts++;
	if (outcome->is_open && file == load->accepted &&
		part == outcome->parts + outcome->gathered)
		pthread_cond_signal(&load->ready);
	pthread_mutex_unlock(&load->lock);
}

static void take_article(struct bench *bench, struct article *article, struct part *part)
{
	struct arena_mark mark = arena_mark(&bench->scratch);
	struct article_words words;

	words_read(&words, article, &bench->known->vocabulary, &bench->scratch);
	struct evidence *evidence = evidence_keep(
		extract(&words, &bench->scratch), article->line_count, &bench->worker->arena);
	*vec_push(&part->arena, &part->articles) = article;
	*vec_push(&part->arena, &part->drafts) = draft_make(&words, evidence, &part->arena);
	arena_rewind(&bench->scratch, mark);
}

static void take_articles(
	struct bench *bench, const struct share *share, uint32_t number, struct part *part)
{
	const struct article_list *articles = share->articles;
	uint32_t from = number * PART_ARTICLES, left = articles->count - from;
	uint32_t to = from + (left < PART_ARTICLES ? left : PART_ARTICLES);

	for (uint32_t i = from; i < to && !load_is_over(bench->worker->load); i++)
		take_article(bench, articles->at[i], part);
}

/* Each is analysed as soon as it is read, while its words are at hand. */
static void take_portion(
	struct bench *bench, const struct share *share, uint32_t number, struct part *part)
{
	struct load *load = bench->worker->load;
	struct arena *arena = &bench->worker->arena;
	struct article *article;

	struct portion_reading *reading = portion_read(share->portions->at[number],
		load->files.at[share->file].path, &bench->known->vocabulary, arena);
	while (!load_is_over(load) && (article = portion_next(reading, &part->count))) {
		article_correct(article, &load->archive.corrections, arena);
		take_article(bench, article, part);
	}
}

static void make_part(struct bench *bench, const struct share *share, uint32_t number)
{
	struct part *part = &share->parts[number];

	if (share->articles)
		take_articles(bench, share, number, part);
	else
		take_portion(bench, share, number, part);
	if (share->is_kept)
		bench_pack(bench, part);
	part_hold(bench->worker->load, share->file, part, bench->known);
}

struct share *share_next(const struct load *load)
{
	struct share *share = load->shares;

	while (share && share->next == share->count)
		share = share->after;
	return share;
}

/* The earliest part that nobody has taken, of whichever file, so that they come to be gathered in
 * their order; null when there is none, none is left of the worker's own file, or the load is given
 * up. */
static struct share *take_part(struct load *load, const struct share *own, uint32_t *number)
{
	struct share *share = NULL;

	pthread_mutex_lock(&load->lock);
	if (!load_is_over(load) && (!own || own->next < own->count))
		share = share_next(load);
	if (share) {
		*number = share->next++;
		share->running++;
	}
	pthread_mutex_unlock(&load->lock);
	return share;
}

static void leave_part(struct load *load, struct share *share)
{
	pthread_mutex_lock(&load->lock);
	if (--share->running == 0)
		pthread_cond_broadcast(&load->shared);
	pthread_mutex_unlock(&load->lock);
}

/* own: null for who has none. */
static void make_parts(struct bench *bench, const struct share *own)
{
	struct load *load = bench->worker->load;
	struct share *share;
	uint32_t number;

	while ((share = take_part(load, own, &number))) {
		bench_renew(bench);
		make_part(bench, share, number);
		leave_part(load, share);
	}
}

void bench_help(struct bench *bench)
{
	make_parts(bench, NULL);
}

/* The share is seen by others, behind those of earlier files. */
static void offer(struct load *load, struct share *share)
{
	pthread_mutex_lock(&load->lock);
	struct share **at = &load->shares;
	while (*at && (*at)->file < share->file)
		at = &(*at)->after;
	share->after = *at;
	*at = share;
	load->outcomes[share->file].is_open = true;
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
}

static void withdraw(struct load *load, struct share *share)
{
	pthread_mutex_lock(&load->lock);
	struct share **at = &load->shares;
	while (*at != share)
		at = &(*at)->after;
	*at = share->after;
	while (share->running > 0)
		pthread_cond_wait(&load->shared, &load->lock);
	pthread_mutex_unlock(&load->lock);
}

static void make_share(struct bench *bench, struct share *share, struct outcome *outcome)
{
	struct load *load = bench->worker->load;

	share->is_kept = outcome->has_records;
	share->parts = ARENA_ARRAY(&outcome->arena, struct part, share->count);
	for (uint32_t i = 0; i < share->count; i++) {
		arena_init(&share->parts[i].arena);
		share->parts[i].bytes = share->portions ? share->portions->at[i].len : 0;
	}
	outcome->parts = share->parts;
	outcome->part_count = share->count;
	if (share->count == 1) {
		make_part(bench, share, 0);
		return;
	}
	offer(load, share);
	make_parts(bench, share);
	withdraw(load, share);
}

void bench_analyse(struct bench *bench, uint32_t file, const struct article_list *articles,
	struct outcome *outcome)
{
	struct share share = {.file = file, .articles = articles};

	share.count = articles->count / PART_ARTICLES + (articles->count % PART_ARTICLES != 0);
	make_share(bench, &share, outcome);
}

struct portion_count bench_read(struct bench *bench, uint32_t file,
	const struct span_list *portions, struct outcome *outcome)
{
	struct share share = {.file = file, .portions = portions, .count = portions->count};
	struct portion_count sum = {.found = 0};

	outcome->lacks_numbers = true;
	make_share(bench, &share, outcome);
	for (uint32_t i = 0; i < share.count; i++)
		portion_add(&sum, &share.parts[i].count);
	return sum;
}
