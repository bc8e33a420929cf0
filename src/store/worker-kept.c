#include "store/bench.h"

#include "article/correct.h"
#include "article/item.h"
#include "store/record.h"

/* --- from the cache ------------------------------------------------------------------------- */

/* What became of taking a record. */
enum taking { TAKEN, TORN, CORRECTED };

/* The words are counted again, by the worker's own vocabulary. */
static struct draft *draft_of(struct bench *bench, const struct article *article,
	struct evidence *evidence, struct arena *drafts)
{
	struct arena *arena = &bench->worker->arena;
	struct article_words words;

	words_read(&words, article, &bench->known->vocabulary, &bench->scratch);
	record_count(&words, evidence, &bench->scratch);
	evidence->terms.at = arena_copy(
		arena, evidence->terms.at, evidence->terms.count * sizeof *evidence->terms.at);
	evidence->line_prints = arena_copy(
		arena, evidence->line_prints, article->line_count * sizeof *evidence->line_prints);
	return draft_make(&words, evidence, drafts);
}

static enum taking take_record(
	struct bench *bench, uint32_t record, const char *path, struct part *part)
{
	const struct load *load = bench->worker->load;
	struct arena_mark mark = arena_mark(&bench->scratch);
	struct evidence *evidence;
	struct article *article;
	struct span bytes;

	if (!blocks_read(&load->keep.cache.blocks, record, &bench->reader, &bytes) ||
		!record_unpack(bytes, path, &article, &evidence, &bench->worker->arena))
		return TORN;
	if (corrections_of(&load->archive.corrections, article->digest))
		return CORRECTED;
	*vec_push(&part->arena, &part->drafts) = draft_of(bench, article, evidence, &part->arena);
	arena_rewind(&bench->scratch, mark);
	return TAKEN;
}

/* Of an article, as it was called when the file was read. */
static const char *path_of(const struct file *file, const struct cached_file *kept, uint32_t index,
	struct arena *arena)
{
	return kept->count < 2 ? file->path : item_path(file->path, index, arena);
}

/* What the reader put right comes before anything is found in an article: such a file is read
 * again, and what is kept of it stays. */
bool bench_take_kept(struct bench *bench, uint32_t index, struct outcome *outcome)
{
	struct load *load = bench->worker->load;
	struct arena_mark mark = arena_mark(&bench->worker->arena);
	uint32_t place = load->keep.places[index];
	enum taking taking = TAKEN;
	struct part part = {.known = NULL};

	if (place == CACHE_NONE)
		return false;
	const struct cached_file *kept = &load->keep.cache.files.at[place];
	arena_init(&part.arena);
	for (uint32_t i = 0; taking == TAKEN && i < kept->count && !load_is_over(load); i++)
		taking = take_record(bench, kept->first + i,
			path_of(&load->files.at[index], kept, i, &bench->worker->arena), &part);
	outcome->kept.is_kept = taking != TORN;
	if (taking == TAKEN) {
		outcome->kind = kept->kind;
		outcome->reason = kept->reason;
		outcome->parts = arena_copy(&outcome->arena, &part, sizeof part);
		part_hold(load, index, outcome->parts, bench->known);
		outcome->part_count = 1;
		return true;
	}
	arena_clear(&part.arena);
	arena_rewind(&bench->worker->arena, mark);
	arena_clear(&bench->scratch);
	return false;
}

/* --- for the cache -------------------------------------------------------------------------- */

void bench_pack(struct bench *bench, struct part *part)
{
	struct span *records = ARENA_ARRAY(&part->arena, struct span, part->drafts.count);

	for (uint32_t i = 0; i < part->drafts.count; i++) {
		struct arena_mark mark = arena_mark(&bench->scratch);
		const struct draft *draft = part->drafts.at[i];
		struct buf buf;
		if (draft->article->corrected)
			return;
		buf_init(&buf, &bench->scratch);
		record_pack(&buf, draft->article, draft->evidence);
		if (buf.len > BLOCK_MOST)
			return;
		records[i] = arena_span(&part->arena, buf_span(&buf));
		arena_rewind(&bench->scratch, mark);
	}
	part->records = records;
}
