#include "store/blocks.h"

#include <zstd.h>

#define LEVEL 3 /* of zstd: 1 is a tenth larger, 6 takes twice as long for a fiftieth */

struct block_library {
	ZSTD_CCtx *packing;
	ZSTD_DCtx *opening;
};

/* --- reading -------------------------------------------------------------------------------- */

/* Whether each row goes on where the one before it ended, and all records are in them. */
static bool are_rows(const struct blocks *blocks)
{
	uint64_t at = 0, record = 0;

	for (uint32_t i = 0; i < blocks->count; i++) {
		const struct block *row = &blocks->rows[i];
		if (row->at != at || row->first != record)
			return false;
		at += row->len;
		record += row->count;
	}
	return at == blocks->packed.len && record == blocks->records;
}

bool blocks_are(struct blocks *blocks, struct span rows, struct span ends, struct span packed)
{
	if (rows.len % sizeof(struct block) || ends.len % sizeof(uint32_t) ||
		rows.len / sizeof(struct block) > UINT32_MAX ||
		ends.len / sizeof(uint32_t) > UINT32_MAX)
		return false;
	*blocks = (struct blocks){.rows = (const void *)rows.at,
		.count = (uint32_t)(rows.len / sizeof(struct block)),
		.ends = (const void *)ends.at,
		.records = (uint32_t)(ends.len / sizeof(uint32_t)),
		.packed = packed};
	return are_rows(blocks);
}

uint32_t blocks_find(const struct blocks *blocks, uint32_t record)
{
	uint32_t low = 0, high = blocks->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (blocks->rows[middle].first <= record)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0 || record - blocks->rows[low - 1].first >= blocks->rows[low - 1].count)
		return blocks->count;
	return low - 1;
}

void block_reader_open(struct block_reader *reader)
{
	*reader = (struct block_reader){.block = UINT32_MAX};
	arena_init(&reader->arena);
}

void block_reader_close(struct block_reader *reader)
{
	if (reader->library)
		ZSTD_freeDCtx(reader->library->opening);
	arena_clear(&reader->arena);
}

static bool open_block(const struct blocks *blocks, uint32_t number, struct block_reader *reader)
{
	const struct block *row = &blocks->rows[number];
	ZSTD_DCtx *opening = reader->library ? reader->library->opening : ZSTD_createDCtx();

	arena_clear(&reader->arena);
	reader->library = ARENA_NEW(&reader->arena, struct block_library);
	reader->library->opening = opening;
	reader->block = UINT32_MAX;
	if (row->whole > BLOCK_MOST || row->at > blocks->packed.len ||
		row->len > blocks->packed.len - row->at ||
		ZSTD_getFrameContentSize(blocks->packed.at + row->at, row->len) != row->whole)
		return false;
	char *whole = arena_alloc(&reader->arena, row->whole);
	size_t got = ZSTD_decompressDCtx(
		opening, whole, row->whole, blocks->packed.at + row->at, row->len);
	if (ZSTD_isError(got) || got != row->whole)
		return false;
	reader->whole = (struct span){whole, row->whole};
	reader->block = number;
	return true;
}

bool blocks_read(
	const struct blocks *blocks, uint32_t record, struct block_reader *reader, struct span *out)
{
	uint32_t number = blocks_find(blocks, record);

	if (number == blocks->count || record >= blocks->records)
		return false;
	if (reader->block != number && !open_block(blocks, number, reader))
		return false;
	bool is_first = record == blocks->rows[number].first;
	uint32_t start = is_first ? 0 : blocks->ends[record - 1], end = blocks->ends[record];
	if (start > end || end > reader->whole.len)
		return false;
	*out = (struct span){reader->whole.at + start, end - start};
	return true;
}

/* --- writing -------------------------------------------------------------------------------- */

void block_writer_open(struct block_writer *writer, struct arena *arena)
{
	*writer = (struct block_writer){.arena = arena};
	buf_init(&writer->open, arena);
	buf_init(&writer->mark.open, arena);
	writer->library = ARENA_NEW(arena, struct block_library);
	writer->library->packing = ZSTD_createCCtx();
	ZSTD_CCtx_setParameter(writer->library->packing, ZSTD_c_compressionLevel, LEVEL);
	ZSTD_CCtx_setParameter(writer->library->packing, ZSTD_c_checksumFlag, 1);
}

void block_writer_close(struct block_writer *writer)
{
	if (writer->library)
		ZSTD_freeCCtx(writer->library->packing);
	writer->library = NULL;
}

/* count: of the last ends, which are its records. */
static void add_row(struct block_writer *writer, struct span piece, uint32_t whole, uint32_t count)
{
	const struct block *last =
		writer->rows.count ? &writer->rows.at[writer->rows.count - 1] : NULL;
	struct block row = {.at = last ? last->at + last->len : 0,
		.len = (uint32_t)piece.len,
		.whole = whole,
		.first = last ? last->first + last->count : 0,
		.count = count};

	*vec_push(writer->arena, &writer->rows) = row;
	*vec_push(writer->arena, &writer->pieces) = piece;
}

static uint32_t records_in_rows(const struct block_writer *writer)
{
	const struct block_rows *rows = &writer->rows;

	return rows->count ? rows->at[rows->count - 1].first + rows->at[rows->count - 1].count : 0;
}

/* What was open at the mark is about to be no longer. */
static void save_marked(struct block_writer *writer)
{
	if (writer->mark.has_open)
		return;
	buf_reset(&writer->mark.open);
	buf_add(&writer->mark.open, span_cut(buf_span(&writer->open), 0, writer->mark.open_len));
	writer->mark.has_open = true;
}

void blocks_flush(struct block_writer *writer)
{
	uint32_t count = writer->ends.count - records_in_rows(writer);
	struct span whole = buf_span(&writer->open);
	struct arena scratch;

	if (count == 0)
		return;
	arena_init(&scratch);
	size_t room = ZSTD_compressBound(whole.len);
	char *packed = arena_alloc(&scratch, room);
	size_t len = ZSTD_compress2(writer->library->packing, packed, room, whole.at, whole.len);
	if (ZSTD_isError(len)) /* only for want of memory; such a block is refused when read */
		len = 0;
	add_row(writer, (struct span){arena_copy(writer->arena, packed, len), len},
		(uint32_t)whole.len, count);
	save_marked(writer);
	buf_reset(&writer->open);
	arena_clear(&scratch);
}

void blocks_put(struct block_writer *writer, struct span record)
{
	if (writer->open.len && record.len > BLOCK_MOST - writer->open.len)
		blocks_flush(writer);
	buf_add(&writer->open, record);
	*vec_push(writer->arena, &writer->ends) = (uint32_t)writer->open.len;
	if (writer->open.len >= BLOCK_FULL)
		blocks_flush(writer);
}

/* A block as it is, with the ends of its records. */
static void put_block(struct block_writer *writer, const struct blocks *from, uint32_t number)
{
	const struct block *row = &from->rows[number];

	blocks_flush(writer);
	for (uint32_t i = 0; i < row->count; i++)
		*vec_push(writer->arena, &writer->ends) = from->ends[row->first + i];
	add_row(writer, span_cut(from->packed, row->at, row->at + row->len), row->whole,
		row->count);
}

/* Small ones are put together with their neighbours, lest many small changes make many of them. */
static bool is_kept_whole(const struct block *row, uint32_t from, uint32_t to)
{
	return row->first == from && row->count <= to - from && row->whole >= BLOCK_FULL / 2;
}

bool blocks_put_run(struct block_writer *writer, const struct blocks *blocks, uint32_t from,
	uint32_t to, struct block_reader *reader)
{
	while (from < to) {
		uint32_t number = blocks_find(blocks, from);
		struct span record;
		if (number < blocks->count && is_kept_whole(&blocks->rows[number], from, to)) {
			put_block(writer, blocks, number);
			from += blocks->rows[number].count;
		} else if (blocks_read(blocks, from, reader, &record)) {
			blocks_put(writer, record);
			from++;
		} else {
			return false;
		}
	}
	return true;
}

void blocks_mark(struct block_writer *writer)
{
	writer->mark.rows = writer->rows.count;
	writer->mark.ends = writer->ends.count;
	writer->mark.open_len = writer->open.len;
	writer->mark.has_open = false;
}

void blocks_rewind(struct block_writer *writer)
{
	save_marked(writer);
	writer->rows.count = writer->pieces.count = writer->mark.rows;
	writer->ends.count = writer->mark.ends;
	buf_reset(&writer->open);
	buf_add(&writer->open, buf_span(&writer->mark.open));
}
