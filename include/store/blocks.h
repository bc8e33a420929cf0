#ifndef DEPECHE_STORE_BLOCKS_H
#define DEPECHE_STORE_BLOCKS_H

/*
 * Records in blocks, each packed and with a checksum of its own, so that many records are small
 * together and one of them costs no more than its block.  Flat: the rows are as they lie in a
 * file.  Reading is total.
 */

#include "base/buf.h"
#include "base/vec.h"

/* Bytes unpacked from which on a block is closed: an article is shown after one is opened; of twice
 * as many the file is 4 % smaller. */
#define BLOCK_FULL (64u << 10)
#define BLOCK_MOST (256u << 20) /* more is not believed */

struct block {
	uint64_t at;           /* bytes into all packed blocks */
	uint32_t len, whole;   /* bytes packed and unpacked */
	uint32_t first, count; /* of its records */
};

/* What can be read. */
struct blocks {
	const struct block *rows;
	uint32_t count;
	const uint32_t *ends; /* of each record: bytes into its unpacked block, one past */
	uint32_t records;
	struct span packed;
};

/* --- reading -------------------------------------------------------------------------------- */

/* The block that was read last, for one thread. */
struct block_reader {
	struct arena arena;
	uint32_t block;
	struct span whole;
	struct block_library *library; /* of the packing */
};

/* The rows and ends of a file, where they lie: false when they are none. */
bool blocks_are(struct blocks *, struct span rows, struct span ends, struct span packed);
/* Which block the record is in; the count of blocks when it is in none. */
uint32_t blocks_find(const struct blocks *, uint32_t record);

void block_reader_open(struct block_reader *);
void block_reader_close(struct block_reader *);
/* False when the block is torn.  Owns: until another block is read. */
bool blocks_read(const struct blocks *, uint32_t record, struct block_reader *, struct span *);

/* --- writing -------------------------------------------------------------------------------- */

VEC_OF(struct block, block_rows);
VEC_OF(struct span, block_pieces);
VEC_OF(uint32_t, block_ends);

struct block_writer {
	struct arena *arena;
	struct block_rows rows;
	struct block_pieces pieces; /* of each row, its packed bytes */
	struct block_ends ends;
	struct buf open; /* records that are in no block yet */
	struct {
		uint32_t rows, ends;
		size_t open_len;
		struct buf open; /* as it was, once it has become a block since */
		bool has_open;
	} mark;
	struct block_library *library;
};

void block_writer_open(struct block_writer *, struct arena *);
void block_writer_close(struct block_writer *); /* the pieces stay, in the arena */
/* The next record. */
void blocks_put(struct block_writer *, struct span record);
/* Records [from, to) of other blocks, which must outlive the pieces: whole blocks as they are.
 * False when one was torn; it and those behind it are not put. */
bool blocks_put_run(struct block_writer *, const struct blocks *, uint32_t from, uint32_t to,
	struct block_reader *);
/* A moment to go back to; there is one, the latest.  Going back takes away what was put since. */
void blocks_mark(struct block_writer *);
void blocks_rewind(struct block_writer *);
/* What is open becomes a block. */
void blocks_flush(struct block_writer *);

#endif
