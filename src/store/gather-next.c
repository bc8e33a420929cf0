#include "store/gather.h"

#include "article/item.h"

/* How often progress is told of: in so many steps. */
#define PROGRESS_STEPS 64u

static void take_part(struct load *load, uint32_t file, const struct part *part, bool numbered)
{
	struct archive *archive = &load->archive;
	struct outcome *outcome = &load->outcomes[file];

	for (uint32_t i = 0; i < part->drafts.count; i++) {
		if (numbered)
			part->articles.at[i]->path = item_path(
				load->files.at[file].path, outcome->articles + i, &archive->arena);
		archive_take(archive, part->drafts.at[i], &part->known->numbering);
	}
	outcome->articles += part->drafts.count;
	if (outcome->has_records)
		keep_put(&load->keep, &load->files.at[file], part->records, part->drafts.count);
}

/* All of its parts were taken. */
static void end_file(struct load *load, uint32_t file)
{
	struct archive *archive = &load->archive;
	struct outcome *outcome = &load->outcomes[file];
	const char *path = load->files.at[file].path;

	outcome->kept.kind = outcome->kind;
	outcome->kept.reason = outcome->reason;
	uint32_t first = keep_take(
		&load->keep, &load->files.at[file], load->keep.places[file], &outcome->kept);
	if (first != CACHE_NONE)
		archive_number_records(archive, archive->segments.count - outcome->articles, first);
	if (outcome->kind == FILE_PASSED_OVER)
		archive->passed_over++;
	else if (outcome->reason)
		*vec_push(&archive->arena, &archive->problems) =
			(struct problem){path, outcome->reason, false};
	load->resume.may_keep &= !outcome->is_growing;
}

static bool is_step(const struct load *load)
{
	uint64_t done = load->accepted, total = load->files.count;

	return done * PROGRESS_STEPS / total != (done - 1) * PROGRESS_STEPS / total;
}

/* A part that can be gathered, or the end of its file. */
struct next {
	struct part *part; /* null: only the end is left */
	bool is_several;   /* there are two articles of the file at least */
	bool is_end;       /* nothing of the file is left behind it */
};

/* The lock is held, as for what follows. */
static bool has_several(const struct outcome *outcome)
{
	uint32_t articles = outcome->articles;

	for (uint32_t i = outcome->gathered; i < outcome->part_count && articles < 2; i++) {
		if (!outcome->parts[i].known)
			break;
		articles += outcome->parts[i].drafts.count;
	}
	return articles > 1;
}

/* What an article is called is known once there is a second, or there will be none. */
static bool is_next_there(const struct outcome *outcome)
{
	if (outcome->is_done || !outcome->is_open || outcome->gathered == outcome->part_count)
		return outcome->is_done;
	return outcome->parts[outcome->gathered].known &&
	       (!outcome->lacks_numbers || has_several(outcome));
}

/* False when it is not there yet, or no more are wanted. */
static bool wait_next(struct load *load, bool waiting, struct next *next)
{
	const struct outcome *outcome = &load->outcomes[load->accepted];

	pthread_mutex_lock(&load->lock);
	while (waiting && !atomic_load(&load->stop) && !load_is_enough(load) &&
		!is_next_there(outcome))
		pthread_cond_wait(&load->ready, &load->lock);
	bool is_there = !atomic_load(&load->stop) && is_next_there(outcome);
	if (is_there) {
		uint32_t left = outcome->part_count - outcome->gathered;
		next->part = left ? &outcome->parts[outcome->gathered] : NULL;
		next->is_several = has_several(outcome);
		next->is_end = outcome->is_done && left < 2;
	}
	pthread_mutex_unlock(&load->lock);
	return is_there;
}

/* The bytes of a part, or all that are left of the file; the lock is held. */
static void free_window(struct load *load, struct outcome *outcome, uint64_t bytes)
{
	load->bytes_open -= bytes;
	load->bytes_gathered += bytes;
	outcome->bytes_gathered += bytes;
}

static void note_gathered(struct load *load, struct outcome *outcome, const struct next *next)
{
	uint64_t left = load_weight(load, load->accepted) - outcome->bytes_gathered;

	pthread_mutex_lock(&load->lock);
	if (next->part) {
		next->part->known->parts--; /* the words that it has are needed no longer */
		known_sweep(load, false);
		outcome->gathered++;
	}
	if (next->is_end) {
		load->progress.done = ++load->accepted;
		if (is_step(load))
			load_wake(load);
	}
	free_window(
		load, outcome, next->is_end || next->part->bytes > left ? left : next->part->bytes);
	pthread_cond_broadcast(&load->room);
	pthread_mutex_unlock(&load->lock);
}

bool gather_next(struct load *load, bool waiting)
{
	uint32_t index = load->accepted;
	struct outcome *outcome = &load->outcomes[index];
	struct next next;

	if (!wait_next(load, waiting, &next))
		return false;
	if (next.part)
		take_part(load, index, next.part, outcome->lacks_numbers && next.is_several);
	if (next.is_end)
		end_file(load, index);
	note_gathered(load, outcome, &next);
	if (next.part)
		arena_clear(&next.part->arena);
	if (next.is_end)
		outcome_clear(outcome);
	return true;
}
