#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/newsboat.h"
#include "text/utf8.h"

#include <sqlite3.h>

#define FEEDS \
	"CREATE TABLE rss_feed(rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url, title);" \
	"INSERT INTO rss_feed VALUES('https://l.example/rss', 'https://l.example', 'Le " \
	"Littoral')," \
	"('https://v.example/rss', 'https://v.example', 'La Vigie &amp; Cie');"
#define ITEMS \
	"CREATE TABLE rss_item(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid, title," \
	" author, url, feedurl, pubDate INTEGER, content, deleted INTEGER);"
#define ROW(title, feed, content, deleted) \
	"INSERT INTO rss_item(guid, title, author, url, feedurl, pubDate, content, deleted)" \
	" VALUES('1', '" title "', 'Anne Roy', 'https://l.example/1', '" feed \
	"', 1611649080, '" content "', " deleted ");"

static const struct newsboat_case {
	const char *label, *sql, *shown, *trouble;
} cases[] = {
	{"entries of two feeds, one of them deleted",
		FEEDS ITEMS ROW("Le port rouvre", "https://l.example/rss",
			"<p>Le port a rouvert mardi.</p><h2>Ce soir</h2><p>Le bac part.</p>", "0")
			ROW("Tu", "https://l.example/rss", "Mardi.", "1") ROW("Le &amp; bac",
				"https://v.example/rss", "Le bac est reparti jeudi.", "0"),
		"cache.db#1|Le port rouvre|Le Littoral|Anne Roy||2021-1-26|tphp\n"
		"cache.db#2|Le & bac|La Vigie & Cie|Anne Roy||2021-1-26|tp\n",
		""},
	{"an older cache has fewer columns, and a feed may be gone",
		"CREATE TABLE rss_item(id INTEGER PRIMARY KEY, guid, title, content);"
		"INSERT INTO rss_item VALUES(7, '', 'Un', 'Mardi.')",
		"cache.db|Un||||"
		"|tp\n",
		""},
	{"an entry of a headline alone",
		FEEDS ITEMS ROW("Un", "x", "", "0") ROW("Deux", "x", "Mardi.", "0"),
		"cache.db|Deux||Anne Roy||2021-1-26|tp\n", "1 of 2 entries hold no article"},
	{"another database", "CREATE TABLE mark(digest BLOB)", "",
		"an SQLite database, but not newsboat's"},
	{"a cache of which nothing was kept", FEEDS ITEMS, "",
		"a cache of newsboat without an article"},
	{"a view that never ends",
		"CREATE VIEW rss_item AS WITH RECURSIVE c(guid) AS"
		" (SELECT 1 UNION ALL SELECT guid + 1 FROM c) SELECT guid, 0 AS rowid FROM c",
		"", "an SQLite database, but not newsboat's"},
	{"a column that is worked out, larger than the file",
		"CREATE TABLE rss_item(id INTEGER PRIMARY KEY, guid, title AS (guid),"
		" content AS (printf('%.*c', 30000000, 'a')));"
		"INSERT INTO rss_item(guid) VALUES(1), (2), (3), (4), (5), (6)",
		"", "a database that takes too long for its size"},
};

/* The bytes of a database that was made so. */
static struct span made(const char *sql, struct arena *arena)
{
	sqlite3 *db = NULL;
	sqlite3_int64 len = 0;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		CHECK_FAILED("%s: %s", sql, sqlite3_errmsg(db));
	unsigned char *bytes = sqlite3_serialize(db, "main", &len, 0);
	struct span copy = {arena_copy(arena, bytes, (size_t)len), (size_t)len};
	sqlite3_free(bytes);
	sqlite3_close(db);
	return copy;
}

static void test_files(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		check_file(cases[i].label, &newsboat_format, made(cases[i].sql, &arena), "cache.db",
			cases[i].shown, cases[i].trouble);
	arena_clear(&arena);
}

/* Whatever bytes of it are lost or changed, what is read is text, and it ends. */
static void test_damaged(void **state)
{
	struct vocabulary vocabulary;
	struct arena arena, words;
	uint32_t seed = 7;

	(void)state;
	arena_init(&arena);
	arena_init(&words);
	vocabulary_init(&vocabulary, NULL, &words);
	struct span whole = made(cases[0].sql, &arena);
	for (int i = 0; i < 300; i++) {
		struct arena_mark mark = arena_mark(&arena);
		struct article_list articles = {0};
		struct fault why = {0};
		char *bytes = arena_copy(&arena, whole.at, whole.len);
		for (int k = 0; k < 8; k++) {
			seed = seed * 1664525 + 1013904223;
			bytes[16 + seed % (whole.len - 16)] = (char)(seed >> 24 & 0x7F);
		}
		size_t len = i % 3 ? whole.len : 16 + seed % (whole.len - 16);
		format_read((struct span){bytes, len}, "cache.db", &vocabulary, &arena, &articles,
			&why);
		for (uint32_t k = 0; k < articles.count; k++)
			assert_true(utf8_valid(articles.at[k]->text));
		arena_rewind(&arena, mark);
	}
	arena_clear(&words);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files), cmocka_unit_test(test_damaged)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
