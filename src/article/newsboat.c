#include "article/newsboat.h"

#include "article/item-reading.h"
#include "article/markup.h"
#include "text/calendar.h"
#include "text/decode.h"

#include <assert.h>
#include <sqlite3.h>

#define MAGIC SPAN("SQLite format 3\0")
#define HEAD_LEN 100u    /* bytes of a database's head */
#define VERSION_AT 18    /* in it: who may write, who may read; 2 is with a log beside it */
#define BLOCK_STEPS 1000 /* of the database's machine, between two looks at the clock */
#define STEPS_LEAST UINT64_C(1000000)
#define STEPS_A_BYTE 4u
#define VALUE_MOST (32 << 20)
#define DAY_SECONDS 86400

/* A database that was opened, with what it may still cost. */
struct cache {
	sqlite3 *db;
	uint64_t steps;   /* of its machine */
	uint64_t bytes;   /* of values */
	struct map feeds; /* addresses: places in names */
	struct span_list names;
	struct arena arena;
};

/* Columns by their names, whichever version of newsboat made them. */
enum column {
	COLUMN_GUID,
	COLUMN_TITLE,
	COLUMN_AUTHOR,
	COLUMN_URL,
	COLUMN_FEED,
	COLUMN_DAY,
	COLUMN_CONTENT,
	COLUMN_TYPE,
	COLUMN_DELETED,
	COLUMN_COUNT
};

static const char *const column_names[] = {[COLUMN_GUID] = "guid",
	[COLUMN_TITLE] = "title",
	[COLUMN_AUTHOR] = "author",
	[COLUMN_URL] = "url",
	[COLUMN_FEED] = "feedurl",
	[COLUMN_DAY] = "pubDate",
	[COLUMN_CONTENT] = "content",
	[COLUMN_TYPE] = "content_mime_type",
	[COLUMN_DELETED] = "deleted"};
static_assert(COUNT(column_names) == COLUMN_COUNT, "every column has a name");

/* Where the columns stand in a row; -1: this version has none. */
static void columns_find(sqlite3_stmt *rows, int places[COLUMN_COUNT])
{
	for (int i = 0; i < COLUMN_COUNT; i++)
		places[i] = -1;
	for (int k = 0; k < sqlite3_column_count(rows); k++)
		for (int i = 0; i < COLUMN_COUNT; i++)
			if (sqlite3_stricmp(sqlite3_column_name(rows, k), column_names[i]) == 0)
				places[i] = k;
}

static struct span value_of(struct cache *cache, sqlite3_stmt *rows, int place)
{
	if (place < 0)
		return SPAN("");
	const char *bytes = sqlite3_column_blob(rows, place);
	size_t len = bytes ? (size_t)sqlite3_column_bytes(rows, place) : 0;
	bool too_many = len > cache->bytes;
	cache->bytes -= too_many ? cache->bytes : len;
	return too_many ? SPAN("") : (struct span){bytes, len};
}

static struct span text_of(struct cache *cache, sqlite3_stmt *rows, int place, struct arena *arena)
{
	return span_trim(decode(value_of(cache, rows, place), arena).text);
}

static int is_spent(void *context)
{
	struct cache *cache = context;

	cache->steps -= cache->steps ? 1 : 0;
	return cache->steps == 0;
}

static bool cache_restrict(struct cache *cache)
{
	static const int settings[][2] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
		{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}};
	static const int limits[][2] = {{SQLITE_LIMIT_LENGTH, VALUE_MOST},
		{SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
		{SQLITE_LIMIT_EXPR_DEPTH, 20}, {SQLITE_LIMIT_ATTACHED, 0},
		{SQLITE_LIMIT_WORKER_THREADS, 0}};

	for (size_t i = 0; i < COUNT(settings); i++)
		if (sqlite3_db_config(cache->db, settings[i][0], settings[i][1], NULL) != SQLITE_OK)
			return false;
	for (size_t i = 0; i < COUNT(limits); i++)
		sqlite3_limit(cache->db, limits[i][0], limits[i][1]);
	return true;
}

static bool cache_open(struct cache *cache, struct span bytes)
{
	unsigned char *copy = arena_copy(&cache->arena, bytes.at, bytes.len);
	const unsigned flags = SQLITE_DESERIALIZE_READONLY;

	/* No log is looked for beside a copy. */
	copy[VERSION_AT] = copy[VERSION_AT + 1] = 1;
	if (sqlite3_open_v2(":memory:", &cache->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK ||
		!cache_restrict(cache))
		return false;
	cache->steps = (STEPS_LEAST + bytes.len * STEPS_A_BYTE) / BLOCK_STEPS;
	cache->bytes = HEAD_LEN + bytes.len * 2;
	sqlite3_progress_handler(cache->db, BLOCK_STEPS, is_spent, cache);
	return sqlite3_deserialize(cache->db, "main", copy, (sqlite3_int64)bytes.len,
		       (sqlite3_int64)bytes.len, flags) == SQLITE_OK;
}

/* The name of each feed. */
static void feeds_read(struct cache *cache)
{
	sqlite3_stmt *rows = NULL;
	bool made;

	if (sqlite3_prepare_v2(cache->db, "SELECT rssurl, title FROM rss_feed", -1, &rows, NULL) ==
		SQLITE_OK)
		while (cache->bytes && sqlite3_step(rows) == SQLITE_ROW) {
			struct map_entry *entry = map_put(
				&cache->feeds, text_of(cache, rows, 0, &cache->arena), &made);
			struct span name =
				markup_words(text_of(cache, rows, 1, &cache->arena), &cache->arena);
			entry->value = cache->names.count;
			*vec_push(&cache->arena, &cache->names) = arena_span(&cache->arena, name);
		}
	sqlite3_finalize(rows);
}

/* Seconds since 1970, as they are written in feeds: newsboat keeps no zone of time. */
static struct span day_written(int64_t seconds, struct arena *arena)
{
	const int64_t most = (int64_t)DAY_SECONDS * 365 * 10000;

	if (seconds <= 0 || seconds > most)
		return SPAN("");
	struct civil civil = civil_of((int32_t)(seconds / DAY_SECONDS));
	int minute = (int)(seconds % DAY_SECONDS / 60);
	return span_of(arena_format(arena, "%04d-%02d-%02dT%02d:%02dZ", civil.year, civil.month,
		civil.day, minute / 60, minute % 60));
}

static void row_read(struct item_reading *reading, struct cache *cache, sqlite3_stmt *rows,
	const int places[COLUMN_COUNT])
{
	struct arena scratch;

	arena_init(&scratch);
	struct span values[COLUMN_COUNT];
	for (int i = 0; i < COLUMN_COUNT; i++)
		values[i] = text_of(cache, rows, places[i], &scratch);
	const struct map_entry *feed = map_get(&cache->feeds, values[COLUMN_FEED]);
	int64_t seconds =
		places[COLUMN_DAY] < 0 ? 0 : sqlite3_column_int64(rows, places[COLUMN_DAY]);
	struct span author = markup_words(values[COLUMN_AUTHOR], &scratch);
	struct span content = values[COLUMN_CONTENT];
	bool is_plain = span_is(values[COLUMN_TYPE], "text/plain") || !markup_is(content);
	struct item item = {
		.key = values[COLUMN_GUID].len ? values[COLUMN_GUID] : values[COLUMN_URL],
		.title = markup_words(values[COLUMN_TITLE], &scratch),
		.text = is_plain ? content : SPAN(""),
		.html = is_plain ? SPAN("") : content,
		.published = day_written(seconds, &scratch),
		.url = values[COLUMN_URL],
		.source = feed ? cache->names.at[feed->value] : SPAN(""),
	};
	if (item.key.len == 0)
		item.key = content;
	if (author.len)
		*vec_push(&scratch, &item.authors) = author;
	if (cache->bytes)
		item_reading_take(reading, &item);
	arena_clear(&scratch);
}

/* All rows that were not deleted, the oldest first; what ended them. */
static int rows_read(struct item_reading *reading, struct cache *cache, sqlite3_stmt *rows)
{
	int places[COLUMN_COUNT], result;

	columns_find(rows, places);
	while ((result = sqlite3_step(rows)) == SQLITE_ROW && cache->bytes)
		if (places[COLUMN_DELETED] < 0 || !sqlite3_column_int(rows, places[COLUMN_DELETED]))
			row_read(reading, cache, rows, places);
	return result == SQLITE_ROW ? SQLITE_INTERRUPT : result;
}

static enum err items_read(struct item_reading *reading, struct cache *cache)
{
	sqlite3_stmt *rows = NULL;
	int result = sqlite3_prepare_v2(
		cache->db, "SELECT * FROM rss_item ORDER BY rowid", -1, &rows, NULL);

	if (result == SQLITE_ERROR)
		return fail(reading->why, ERR_FORMAT, "an SQLite database, but not newsboat's");
	if (result == SQLITE_OK) {
		feeds_read(cache);
		result = rows_read(reading, cache, rows);
	}
	sqlite3_finalize(rows);
	if (result == SQLITE_DONE)
		return item_reading_end(reading, "a cache of newsboat");
	uint32_t found = reading->articles->count - reading->first;
	items_number(reading->articles, reading->first, reading->arena);
	enum err err = result == SQLITE_INTERRUPT ? ERR_LIMIT : ERR_FORMAT;
	fail(reading->why, err,
		err == ERR_LIMIT ? "a database that takes too long for its size"
				 : "a database that is damaged, or being written to");
	return found ? OK : err;
}

static enum err newsboat_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct item_reading reading = item_reading_of(path, vocabulary, arena, articles, why);
	struct cache cache = {.db = NULL};

	if (bytes.len < HEAD_LEN)
		return fail(why, ERR_FORMAT, "an SQLite database that is cut short");
	arena_init(&cache.arena);
	map_init(&cache.feeds, &cache.arena);
	enum err err = cache_open(&cache, bytes)
			       ? items_read(&reading, &cache)
			       : fail(why, ERR_FORMAT, "an SQLite database that does not open");
	sqlite3_close(cache.db);
	arena_clear(&cache.arena);
	return err;
}

static bool recognises(struct span head, const char *path)
{
	(void)path;
	return span_starts(head, MAGIC);
}

const struct format newsboat_format = {
	.name = "newsboat's cache",
	.recognises = recognises,
	.read = newsboat_read,
	.holds_many = true,
};
