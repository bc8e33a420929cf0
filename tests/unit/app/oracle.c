/*
 * What filters of words find, against SQLite's full text search, which is fed with our words:
 * random articles of few words, asked by random filters.  ORACLE says how many; 300 otherwise.
 */

#include "unit/check.h"

#include "base/buf.h"
#include "store/phrase.h"
#include "store/query-text.h"
#include "unit/store/made.h"

#include <sqlite3.h>
#include <stdlib.h>

#define ARTICLES 60u
#define LINES 3u
#define WORDS 9u
#define VOCABULARY 40u /* words are b1 … b40, which no stem joins */
#define DEPTH 3u

struct oracle {
	struct made made;
	const struct epoch *epoch;
	sqlite3 *db;
	sqlite3_stmt *ask;
	uint64_t state;
	struct arena row; /* of one question */
};

static uint32_t dice(struct oracle *o, uint32_t below)
{
	o->state = o->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(((o->state >> 32) * below) >> 32);
}

static void add_words(struct oracle *o, struct buf *out, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		buf_format(out, "%sb%u", i ? " " : "", 1 + dice(o, VOCABULARY));
}

static void add_article(struct oracle *o, uint32_t number)
{
	struct arena *arena = &o->made.arena;
	struct buf title, body;

	buf_init(&title, arena);
	buf_init(&body, arena);
	add_words(o, &title, 3);
	for (uint32_t line = 0; line < LINES; line++) {
		buf_text(&body, line ? "\n" : "");
		add_words(o, &body, WORDS);
	}
	struct made_article told = {
		.path = arena_format(arena, "%u", number), .title = title.at, .body = body.at};
	made_add(&o->made, &told);
}

/* The words that count of an article, with a sign that none has at the end of each line, and one
 * that all have. */
static const char *words_of_article(struct oracle *o, article_id id)
{
	struct tokens tokens = epoch_tokens(o->epoch, id);
	struct buf out;
	uint32_t i = 0;

	buf_init(&out, &o->row);
	buf_text(&out, "all");
	for (uint32_t line = 0; line <= tokens.line_count; line++) {
		buf_text(&out, " end");
		for (; i < tokens.line_ends[line]; i++) {
			if (!phrase_is_searched(&tokens, line))
				continue;
			buf_char(&out, ' ');
			buf_add(&out, view_text(&o->epoch->forms, tokens.at[i]));
		}
	}
	return out.at;
}

static void open_oracle(struct oracle *o)
{
	sqlite3_stmt *put;

	*o = (struct oracle){.state = 7};
	arena_init(&o->row);
	made_init(&o->made);
	for (uint32_t i = 0; i < ARTICLES; i++)
		add_article(o, i);
	o->epoch = made_epoch(&o->made);
	assert_int_equal(sqlite3_open(":memory:", &o->db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(o->db, "CREATE VIRTUAL TABLE t USING fts5(words)", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_prepare_v2(o->db, "INSERT INTO t(rowid, words) VALUES(?1, ?2)", -1, &put, NULL);
	for (article_id id = 0; id < ARTICLES; id++) {
		sqlite3_bind_int64(put, 1, id);
		sqlite3_bind_text(put, 2, words_of_article(o, id), -1, SQLITE_TRANSIENT);
		assert_int_equal(sqlite3_step(put), SQLITE_DONE);
		sqlite3_reset(put);
	}
	sqlite3_finalize(put);
	sqlite3_prepare_v2(o->db, "SELECT rowid FROM t WHERE t MATCH ?1", -1, &o->ask, NULL);
	assert_non_null(o->ask);
}

static void close_oracle(struct oracle *o)
{
	sqlite3_finalize(o->ask);
	sqlite3_close(o->db);
	made_clear(&o->made);
	arena_clear(&o->row);
}

/* A filter in our language and in the other one. */
struct pair {
	const char *ours, *theirs;
};

static struct pair pair_of_word(struct oracle *o)
{
	uint32_t word = 1 + dice(o, VOCABULARY);
	const char *text;
	struct buf out;

	switch (dice(o, 4)) {
	case 0: /* a beginning */
		text = arena_format(&o->row, "b%u*", word / 10 + 1);
		return (struct pair){text, text};
	case 1: /* a phrase, mostly of two words */
		buf_init(&out, &o->row);
		buf_char(&out, '"');
		add_words(o, &out, 2 + dice(o, 5) / 4);
		buf_char(&out, '"');
		return (struct pair){out.at, out.at};
	case 2: /* this very form */
		text = arena_format(&o->row, "b%u", word);
		return (struct pair){arena_format(&o->row, "=%s", text), text};
	default:
		text = arena_format(&o->row, "b%u", word);
		return (struct pair){text, text};
	}
}

static struct pair pair_of(struct oracle *o, uint32_t depth)
{
	uint32_t kind = depth ? dice(o, 4) : 0;
	struct pair a, b;

	if (kind == 0)
		return pair_of_word(o);
	a = pair_of(o, depth - 1);
	if (kind == 1)
		return (struct pair){arena_format(&o->row, "-(%s)", a.ours),
			arena_format(&o->row, "(all NOT %s)", a.theirs)};
	b = pair_of(o, depth - 1);
	return (struct pair){
		arena_format(&o->row, kind == 2 ? "(%s %s)" : "(%s OR %s)", a.ours, b.ours),
		arena_format(
			&o->row, kind == 2 ? "(%s AND %s)" : "(%s OR %s)", a.theirs, b.theirs)};
}

static uint64_t found_by_ours(struct oracle *o, const char *text)
{
	const struct query *query = query_empty();
	struct query_fault wrong = {0};

	query_read(o->epoch, span_of(text), false, &query, &o->row, &wrong);
	CHECK_TEXT(text, span_of(wrong.fault.words), SPAN(""));
	return query_run(o->epoch, query, &o->row).bits[0];
}

static uint64_t found_by_theirs(struct oracle *o, const char *text)
{
	uint64_t found = 0;
	int code;

	sqlite3_bind_text(o->ask, 1, text, -1, SQLITE_STATIC);
	while ((code = sqlite3_step(o->ask)) == SQLITE_ROW)
		found |= UINT64_C(1) << sqlite3_column_int64(o->ask, 0);
	CHECK_CASE(text, code == SQLITE_DONE);
	sqlite3_reset(o->ask);
	return found;
}

static void test_random(void **state)
{
	const char *wish = getenv("ORACLE");
	long count = wish ? strtol(wish, NULL, 10) : 300, telling = 0;
	struct oracle o;

	(void)state;
	open_oracle(&o);
	for (long i = 0; i < count; i++) {
		struct pair pair = pair_of(&o, DEPTH);
		uint64_t found = found_by_ours(&o, pair.ours);
		CHECK_CASE(pair.ours, found == found_by_theirs(&o, pair.theirs));
		telling += found != 0 && found != (UINT64_C(1) << ARTICLES) - 1;
		arena_clear(&o.row);
	}
	CHECK_CASE("most of them tell articles apart", telling > count / 2);
	close_oracle(&o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
