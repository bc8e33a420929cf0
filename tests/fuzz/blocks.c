/*
 * Any bytes, taken for blocks of records: how many rows and ends, these, then what is packed.
 * They are refused, or every record asked for is refused, or lies in its block; put together anew
 * those that can be read are the same.
 */

#include "store/blocks.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* The next so many bytes, aligned, or what there is of them. */
static struct span take(struct span *rest, size_t len, struct arena *arena)
{
	struct span part = arena_span(arena, span_cut(*rest, 0, len));

	*rest = span_cut(*rest, len, rest->len);
	return part;
}

static struct blocks written(struct block_writer *writer, struct arena *arena)
{
	struct blocks blocks;
	struct buf packed;

	buf_init(&packed, arena);
	blocks_flush(writer);
	for (uint32_t i = 0; i < writer->pieces.count; i++)
		buf_add(&packed, writer->pieces.at[i]);
	require(blocks_are(&blocks,
		(struct span){
			(const char *)writer->rows.at, writer->rows.count * sizeof(struct block)},
		(struct span){(const char *)writer->ends.at, writer->ends.count * sizeof(uint32_t)},
		buf_span(&packed)));
	return blocks;
}

static void check_again(const struct blocks *blocks, struct arena *arena)
{
	struct block_reader reader, again;
	struct block_writer writer;
	struct span was, is;
	uint32_t readable = 0;

	block_reader_open(&reader);
	block_reader_open(&again);
	block_writer_open(&writer, arena);
	while (readable < blocks->records && blocks_read(blocks, readable, &reader, &was))
		readable++;
	require(blocks_put_run(&writer, blocks, 0, readable, &reader));
	struct blocks copy = written(&writer, arena);
	require(copy.records >= readable);
	for (uint32_t i = 0; i < readable; i++)
		require(blocks_read(blocks, i, &reader, &was) &&
			blocks_read(&copy, i, &again, &is) && span_equal(was, is));
	block_writer_close(&writer);
	block_reader_close(&again);
	block_reader_close(&reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span rest = {(const char *)data, size};
	struct arena arena;
	struct blocks blocks;

	arena_init(&arena);
	size_t row_count = size > 1 ? data[0] % 8 : 0, end_count = size > 1 ? data[1] % 32 : 0;
	rest = span_cut(rest, 2, rest.len);
	struct span rows = take(&rest, row_count * sizeof(struct block), &arena);
	struct span ends = take(&rest, end_count * sizeof(uint32_t), &arena);
	if (blocks_are(&blocks, rows, ends, rest))
		check_again(&blocks, &arena);
	arena_clear(&arena);
	return 0;
}
