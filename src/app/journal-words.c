#include "app/journal-db.h"

#include "text/fold.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* --- memory ----------------------------------------------------------------------------- */

static struct entry_words *words_of(struct journal *journal, struct span digest)
{
	bool made = false;
	struct map_entry *found = map_put(&journal->worded, digest, &made);

	if (made) {
		found->value = journal->worded_entries.count;
		vec_push(&journal->words, &journal->worded_entries);
	}
	return &journal->worded_entries.at[found->value];
}

static const struct entry_words *words_find(const struct journal *journal, struct digest digest)
{
	char bytes[DIGEST_LEN];

	journal_digest_bytes(digest, bytes);
	const struct map_entry *found = map_get(&journal->worded, (struct span){bytes, DIGEST_LEN});
	return found ? &journal->worded_entries.at[found->value] : NULL;
}

struct span journal_column(sqlite3_stmt *statement, int at)
{
	const char *bytes = sqlite3_column_blob(statement, at);

	return (struct span){bytes ? bytes : "", (size_t)sqlite3_column_bytes(statement, at)};
}

static int by_folded_name(const void *a, const void *b)
{
	const struct known_tag *one = a, *two = b;
	struct arena scratch;

	arena_init(&scratch);
	int order = span_compare(
		fold(span_of(one->name), &scratch), fold(span_of(two->name), &scratch));
	arena_clear(&scratch);
	return order ? order : strcmp(one->name, two->name);
}

/* The tags in use, each with a place of its own in *places. */
static void read_names(struct journal *journal, struct map *places)
{
	sqlite3_stmt *all = NULL;

	if (journal_prepare(journal, "SELECT name, count(*) FROM tag GROUP BY name", &all))
		while (sqlite3_step(all) == SQLITE_ROW)
			*vec_push(&journal->words, &journal->tags) = (struct known_tag){
				arena_string(&journal->words, journal_column(all, 0)),
				(uint32_t)sqlite3_column_int(all, 1)};
	sqlite3_finalize(all);
	if (journal->tags.count)
		qsort(journal->tags.at, journal->tags.count, sizeof *journal->tags.at,
			by_folded_name);
	for (uint32_t i = 0; i < journal->tags.count; i++)
		map_put(places, span_of(journal->tags.at[i].name), NULL)->value = i;
}

/* The tag goes into its place in the order of names. */
static void add_tag(struct journal *journal, struct entry_words *entry, const char *name,
	const struct map *places)
{
	const char **tags = ARENA_ARRAY(&journal->words, const char *, entry->tag_count + 1);
	uint32_t rank = map_get(places, span_of(name))->value, at = entry->tag_count;

	while (at > 0 && map_get(places, span_of(entry->tags[at - 1]))->value > rank)
		at--;
	for (uint32_t i = 0; i < entry->tag_count; i++)
		tags[i < at ? i : i + 1] = entry->tags[i];
	tags[at] = name;
	entry->tags = tags;
	entry->tag_count++;
}

static void read_tags(struct journal *journal)
{
	sqlite3_stmt *each = NULL;
	struct map places;

	map_init(&places, &journal->words);
	read_names(journal, &places);
	if (journal_prepare(journal, "SELECT digest, name FROM tag", &each))
		while (sqlite3_step(each) == SQLITE_ROW) {
			const struct map_entry *place = map_get(&places, journal_column(each, 1));
			if (place && sqlite3_column_bytes(each, 0) == DIGEST_LEN)
				add_tag(journal, words_of(journal, journal_column(each, 0)),
					journal->tags.at[place->value].name, &places);
		}
	sqlite3_finalize(each);
}

static void read_notes(struct journal *journal)
{
	sqlite3_stmt *each = NULL;

	if (journal_prepare(journal, "SELECT digest, text FROM note", &each))
		while (sqlite3_step(each) == SQLITE_ROW)
			if (sqlite3_column_bytes(each, 0) == DIGEST_LEN)
				words_of(journal, journal_column(each, 0))->note =
					arena_string(&journal->words, journal_column(each, 1));
	sqlite3_finalize(each);
}

void journal_read_words(struct journal *journal)
{
	map_init(&journal->worded, &journal->words);
	memset(&journal->worded_entries, 0, sizeof journal->worded_entries);
	memset(&journal->tags, 0, sizeof journal->tags);
	read_tags(journal);
	read_notes(journal);
}

void journal_words_changed(struct journal *journal)
{
	if (journal->together)
		return;
	arena_clear(&journal->words);
	journal_read_words(journal);
	journal_read_filters(journal);
}

/* --- questions and changes -------------------------------------------------------------- */

uint32_t journal_tags(const struct journal *journal, struct digest digest, const char *const **tags)
{
	const struct entry_words *entry = words_find(journal, digest);

	*tags = entry ? entry->tags : NULL;
	return entry ? entry->tag_count : 0;
}

uint32_t journal_known_tags(const struct journal *journal, const struct known_tag **tags)
{
	*tags = journal->tags.at;
	return journal->tags.count;
}

const char *journal_known_tag(const struct journal *journal, struct span name)
{
	const char *known = NULL;
	struct arena scratch;

	arena_init(&scratch);
	struct span wanted = fold(name, &scratch);
	for (uint32_t i = 0; i < journal->tags.count && !known; i++)
		if (span_equal(fold(span_of(journal->tags.at[i].name), &scratch), wanted))
			known = journal->tags.at[i].name;
	arena_clear(&scratch);
	return known;
}

enum err journal_name(struct span given, const char **name, struct arena *arena, struct fault *why)
{
	struct span text = squeezed(given, arena);

	if (text.len == 0)
		return fail(why, ERR_USAGE, "a name is needed");
	if (text.len > JOURNAL_NAME_MOST || !utf8_valid(text) || memchr(text.at, 0, text.len))
		return fail(why, ERR_USAGE, "this name is too long");
	*name = arena_string(arena, text);
	return OK;
}

static enum err write_tag(
	struct journal *journal, struct digest digest, const char *name, bool on, struct fault *why)
{
	sqlite3_stmt *write = NULL;
	char bytes[DIGEST_LEN];
	enum err err = OK;

	journal_digest_bytes(digest, bytes);
	journal_for_good(journal);
	if (!journal_prepare(journal,
		    on ? "INSERT OR IGNORE INTO tag(digest, name) VALUES(?1, ?2)"
		       : "DELETE FROM tag WHERE digest = ?1 AND name = ?2",
		    &write) ||
		sqlite3_bind_blob(write, 1, bytes, DIGEST_LEN, SQLITE_STATIC) ||
		sqlite3_bind_text(write, 2, name, -1, SQLITE_STATIC) ||
		sqlite3_step(write) != SQLITE_DONE)
		err = journal_fault(journal, "the tag could not be saved", why);
	sqlite3_finalize(write);
	return err;
}

enum err journal_tag(struct journal *journal, struct digest digest, struct span given, bool on,
	struct fault *why)
{
	struct arena scratch;
	const char *name = NULL;

	arena_init(&scratch);
	enum err err = journal_name(given, &name, &scratch, why);
	if (!err) {
		const char *known = journal_known_tag(journal, span_of(name));
		err = write_tag(journal, digest, known ? known : name, on, why);
		journal_words_changed(journal);
	}
	arena_clear(&scratch);
	return err;
}

const char *journal_note(const struct journal *journal, struct digest digest)
{
	const struct entry_words *entry = words_find(journal, digest);

	return entry ? entry->note : NULL;
}
