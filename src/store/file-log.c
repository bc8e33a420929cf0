#include "store/file-log.h"

#include <string.h>

#define DATABASE_HEAD 100u
#define VERSION_AT 18u /* 2: the database is kept with a log */
#define PAGE_AT 16u    /* bytes a page */
#define LOG_HEAD 32u
#define FRAME_HEAD 24u
#define MAGIC 0x377F0682u /* the last bit: sums are of big-endian words */
#define SALTS 8u

struct log {
	struct span bytes;
	size_t page_len, frame_count; /* whole frames */
	bool big;
	uint32_t sums[2];
};

static uint32_t word_at(const char *at, bool big)
{
	uint32_t word = 0;

	for (size_t i = 0; i < 4; i++)
		word = word << 8 | (unsigned char)at[big ? i : 3 - i];
	return word;
}

static void sum(struct log *log, struct span bytes)
{
	for (size_t at = 0; at + 8 <= bytes.len; at += 8) {
		log->sums[0] += word_at(bytes.at + at, log->big) + log->sums[1];
		log->sums[1] += word_at(bytes.at + at + 4, log->big) + log->sums[0];
	}
}

static bool sums_are(const struct log *log, const char *at)
{
	return word_at(at, true) == log->sums[0] && word_at(at + 4, true) == log->sums[1];
}

/* A page's size as the database writes it: 1 stands for 65536. */
static size_t page_len_of(struct span database)
{
	uint32_t len = word_at(database.at + PAGE_AT - 2, true) & 0xFFFF;

	return len == 1 ? 65536 : len;
}

static bool log_open(struct log *log, struct span database, struct span bytes)
{
	if (bytes.len < LOG_HEAD + FRAME_HEAD || (word_at(bytes.at, true) & ~UINT32_C(1)) != MAGIC)
		return false;
	*log = (struct log){.bytes = bytes, .big = bytes.at[3] & 1};
	log->page_len = word_at(bytes.at + 8, true);
	if (log->page_len < 512 || log->page_len != page_len_of(database))
		return false;
	log->frame_count = (bytes.len - LOG_HEAD) / (FRAME_HEAD + log->page_len);
	sum(log, span_cut(bytes, 0, LOG_HEAD - 8));
	return sums_are(log, bytes.at + LOG_HEAD - 8);
}

static const char *frame_at(const struct log *log, size_t frame)
{
	return log->bytes.at + LOG_HEAD + frame * (FRAME_HEAD + log->page_len);
}

/* How many frames are of writings that were finished; *pages: what the database has after them. */
static size_t frames_finished(struct log *log, uint32_t *pages)
{
	size_t finished = 0;

	for (size_t i = 0; i < log->frame_count; i++) {
		const char *frame = frame_at(log, i);
		sum(log, (struct span){frame, 8});
		sum(log, (struct span){frame + FRAME_HEAD, log->page_len});
		if (memcmp(frame + 8, log->bytes.at + 16, SALTS) != 0 || !sums_are(log, frame + 16))
			break;
		uint32_t after = word_at(frame + 4, true);
		if (after) {
			finished = i + 1;
			*pages = after;
		}
	}
	return finished;
}

bool file_log_is_kept(struct span database)
{
	return database.len >= DATABASE_HEAD && span_starts(database, SPAN("SQLite format 3\0")) &&
	       database.at[VERSION_AT] == 2;
}

struct span file_log_joined(struct span database, struct span bytes, struct arena *arena)
{
	struct log log;
	uint32_t pages = 0;

	if (!log_open(&log, database, bytes))
		return database;
	size_t finished = frames_finished(&log, &pages);
	size_t len = (size_t)pages * log.page_len;
	if (finished == 0 || len > database.len + bytes.len)
		return database;
	char *joined = arena_alloc(arena, len);
	memcpy(joined, database.at, database.len < len ? database.len : len);
	for (size_t i = 0; i < finished; i++) {
		size_t page = word_at(frame_at(&log, i), true);
		if (page > 0 && page <= pages)
			memcpy(joined + (page - 1) * log.page_len, frame_at(&log, i) + FRAME_HEAD,
				log.page_len);
	}
	return (struct span){joined, len};
}
