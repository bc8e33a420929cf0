#include "app/export-database.h"

#include "app/export-file.h"
#include "store/epoch-entities.h"
#include "store/epoch-stories.h"
#include "text/calendar.h"
#include "text/language.h"

static const char schema[] =
	"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
	"PRAGMA application_id = 0x44707850;"
	"BEGIN;"
	"CREATE TABLE stories (id INTEGER PRIMARY KEY, title TEXT, articles INTEGER,"
	" first_day TEXT, last_day TEXT);"
	"CREATE TABLE articles (id INTEGER PRIMARY KEY, path TEXT NOT NULL, title TEXT,"
	" title_is_lead INTEGER NOT NULL, day TEXT, time TEXT, day_is_inferred INTEGER NOT NULL,"
	" source TEXT, section TEXT, bylines TEXT, language TEXT, url TEXT, words INTEGER,"
	" story INTEGER REFERENCES stories(id), body TEXT NOT NULL, text TEXT NOT NULL);"
	"CREATE TABLE people (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE,"
	" name TEXT NOT NULL, articles INTEGER, mentions INTEGER);"
	"CREATE TABLE mentions (article INTEGER NOT NULL REFERENCES articles(id),"
	" person INTEGER NOT NULL REFERENCES people(id), \"start\" INTEGER, \"end\" INTEGER,"
	" words TEXT, how TEXT);"
	"CREATE TABLE entities (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, kind TEXT,"
	" name TEXT NOT NULL, articles INTEGER, mentions INTEGER);"
	"CREATE TABLE entity_mentions (article INTEGER NOT NULL REFERENCES articles(id),"
	" entity INTEGER NOT NULL REFERENCES entities(id), \"start\" INTEGER, \"end\" INTEGER,"
	" words TEXT);"
	"CREATE TABLE quotations (article INTEGER NOT NULL REFERENCES articles(id),"
	" person INTEGER REFERENCES people(id), speaker TEXT, \"start\" INTEGER,"
	" \"end\" INTEGER, words TEXT);"
	"CREATE TABLE days (article INTEGER NOT NULL REFERENCES articles(id), first_day TEXT,"
	" last_day TEXT, \"start\" INTEGER, \"end\" INTEGER, words TEXT);"
	"CREATE TABLE tags (article INTEGER NOT NULL REFERENCES articles(id), tag TEXT NOT NULL);"
	"CREATE VIRTUAL TABLE articles_fts USING fts5(title, body, content='articles',"
	" content_rowid='id', tokenize='unicode61 remove_diacritics 2');";

static const char ending[] = "CREATE INDEX articles_by_day ON articles(day);"
			     "CREATE INDEX mentions_by_article ON mentions(article);"
			     "CREATE INDEX mentions_by_person ON mentions(person);"
			     "CREATE INDEX entity_mentions_by_article ON entity_mentions(article);"
			     "CREATE INDEX entity_mentions_by_entity ON entity_mentions(entity);"
			     "CREATE INDEX quotations_by_article ON quotations(article);"
			     "CREATE INDEX quotations_by_person ON quotations(person);"
			     "CREATE INDEX days_by_article ON days(article);"
			     "CREATE INDEX tags_by_article ON tags(article);"
			     "INSERT INTO articles_fts(articles_fts) VALUES('rebuild');"
			     "COMMIT;";

/* The statements that put a row into each table. */
enum table { STORY, ARTICLE, PERSON, MENTION, ENTITY, NAMED, QUOTATION, DAY, TAG, TABLE_COUNT };

static const char *const inserts[TABLE_COUNT] = {
	[STORY] = "INSERT INTO stories VALUES (?,?,?,?,?)",
	[ARTICLE] = "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
	[PERSON] = "INSERT INTO people VALUES (?,?,?,?,?)",
	[MENTION] = "INSERT INTO mentions VALUES (?,?,?,?,?,?)",
	[ENTITY] = "INSERT INTO entities VALUES (?,?,?,?,?,?)",
	[NAMED] = "INSERT INTO entity_mentions VALUES (?,?,?,?,?)",
	[QUOTATION] = "INSERT INTO quotations VALUES (?,?,?,?,?,?)",
	[DAY] = "INSERT INTO days VALUES (?,?,?,?,?,?)",
	[TAG] = "INSERT INTO tags VALUES (?,?)",
};

struct database {
	const struct epoch *epoch;
	sqlite3 *handle;
	sqlite3_stmt *rows[TABLE_COUNT];
	struct arena scratch;                 /* of an article */
	struct map stories, people, entities; /* that have their rows: of numbers */
	int result;                           /* the first that was not SQLITE_OK */
};

/* A row in the making: what is put goes into the next column. */
struct row {
	sqlite3_stmt *statement;
	int column;
};

static struct row row_of(struct database *database, enum table table)
{
	return (struct row){database->rows[table], 0};
}

static void put_number(struct row *row, int64_t number)
{
	sqlite3_bind_int64(row->statement, ++row->column, number);
}

/* Empty: null. The bytes must live until the row is added. */
static void put_text(struct row *row, struct span text)
{
	++row->column;
	if (text.len == 0)
		sqlite3_bind_null(row->statement, row->column);
	else
		sqlite3_bind_text64(
			row->statement, row->column, text.at, text.len, SQLITE_STATIC, SQLITE_UTF8);
}

static void put_day(struct row *row, int32_t day, enum day_precision precision, struct arena *arena)
{
	put_text(row, day == DAY_NONE ? SPAN("") : span_of(day_iso(day, precision, arena)));
}

static void put_extent(struct row *row, const struct article *article, struct extent at)
{
	put_number(row, at.start);
	put_number(row, at.end);
	put_text(row, span_in(article->saved, at));
}

static void row_add(struct database *database, const struct row *row)
{
	int result = sqlite3_step(row->statement);

	sqlite3_reset(row->statement);
	sqlite3_clear_bindings(row->statement);
	if (result != SQLITE_DONE && database->result == SQLITE_OK)
		database->result = result;
}

static bool is_new(struct map *seen, uint32_t number)
{
	bool made = false;

	map_put_number(seen, number, &made);
	return made;
}

static void add_story(struct database *database, const struct story *story)
{
	const struct article *central = epoch_article(database->epoch, story->central);
	struct row row = row_of(database, STORY);

	if (!is_new(&database->stories, story->articles[0]))
		return;
	put_number(&row, story->articles[0]);
	put_text(&row, central->title);
	put_number(&row, story->count);
	put_day(&row, story->from, PRECISION_DAY, &database->scratch);
	put_day(&row, story->to, PRECISION_DAY, &database->scratch);
	row_add(database, &row);
}

static void add_person(struct database *database, uint32_t number)
{
	const struct actor *actor = epoch_actor(database->epoch, number);
	struct row row = row_of(database, PERSON);

	if (!is_new(&database->people, number))
		return;
	put_number(&row, number);
	put_text(&row, span_of(actor->slug));
	put_text(&row, span_of(actor->name));
	put_number(&row, actor->articles);
	put_number(&row, actor->mentions);
	row_add(database, &row);
}

static void add_entity(struct database *database, uint32_t number)
{
	static const char *const kinds[ENTITY_KIND_COUNT] = {
		[ENTITY_ORGANISATION] = "organisation", [ENTITY_PLACE] = "place"};
	const struct entity *entity = epoch_entity(database->epoch, number);
	struct row row = row_of(database, ENTITY);

	if (!is_new(&database->entities, number))
		return;
	put_number(&row, number);
	put_text(&row, span_of(entity->slug));
	put_text(&row, span_of(kinds[entity->kind]));
	put_text(&row, span_of(entity->name));
	put_number(&row, entity->articles);
	put_number(&row, entity->mentions);
	row_add(database, &row);
}

/* The lines that are the article's own text. */
static struct span body_of(
	const struct article *article, const struct facts *facts, struct arena *arena)
{
	struct buf body;

	buf_init(&body, arena);
	for (uint32_t i = 0; i < article->line_count; i++)
		if (line_is_body((enum line_kind)facts->kinds[i])) {
			buf_add(&body, span_in(article->text, article->lines[i].at));
			buf_char(&body, '\n');
		}
	return buf_span(&body);
}

static struct span joined(const struct span *list, uint32_t count, struct arena *arena)
{
	struct buf all;

	buf_init(&all, arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_text(&all, i ? "; " : "");
		buf_add(&all, list[i]);
	}
	return buf_span(&all);
}

static void add_published(struct row *row, const struct published *published, struct arena *arena)
{
	bool known = published->day != DAY_NONE && published->precision != PRECISION_NONE;

	put_day(row, known ? published->day : DAY_NONE, published->precision, arena);
	put_text(row, known && published->minute >= 0
			      ? span_of(arena_format(arena, "%02d:%02d", published->minute / 60,
					published->minute % 60))
			      : SPAN(""));
	put_number(row, known && (published->day_inferred || published->year_inferred));
}

/* An empty text is not nothing. */
static void put_whole_text(struct row *row, struct span text)
{
	sqlite3_bind_text64(row->statement, ++row->column, text.len ? text.at : "", text.len,
		SQLITE_STATIC, SQLITE_UTF8);
}

static void add_article(struct database *database, article_id id)
{
	struct arena *arena = &database->scratch;
	const struct article *article = epoch_article(database->epoch, id);
	const struct facts *facts = epoch_facts(database->epoch, id);
	const struct story *story = epoch_story(database->epoch, id);
	struct row row;

	if (story)
		add_story(database, story);
	row = row_of(database, ARTICLE);
	put_number(&row, id);
	put_text(&row, span_of(article->path));
	put_text(&row, article->title);
	put_number(&row, article->title_from == FROM_LEAD);
	add_published(&row, &facts->published, arena);
	put_text(&row, article->source);
	put_text(&row, article->section);
	put_text(&row, joined(article->bylines, article->byline_count, arena));
	put_text(&row, span_of(language_code(article->language)));
	put_text(&row, article->url);
	put_number(&row, facts->word_count);
	if (story)
		put_number(&row, story->articles[0]);
	else
		put_text(&row, SPAN(""));
	put_whole_text(&row, body_of(article, facts, arena));
	put_whole_text(&row, article->saved);
	row_add(database, &row);
}

static void add_names(struct database *database, article_id id)
{
	const struct article *article = epoch_article(database->epoch, id);
	const struct facts *facts = epoch_facts(database->epoch, id);

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *mention = &facts->mentions[i];
		add_person(database, mention->actor);
		struct row row = row_of(database, MENTION);
		put_number(&row, id);
		put_number(&row, mention->actor);
		put_extent(&row, article, mention->at);
		put_text(&row, mention->how == HOW_ROLE ? SPAN("role") : SPAN("name"));
		row_add(database, &row);
	}
	for (uint32_t i = 0; i < facts->entity_count; i++) {
		const struct entity_mention *mention = &facts->entities[i];
		add_entity(database, mention->entity);
		struct row row = row_of(database, NAMED);
		put_number(&row, id);
		put_number(&row, mention->entity);
		put_extent(&row, article, mention->at);
		row_add(database, &row);
	}
}

static void add_quotations(struct database *database, article_id id)
{
	const struct article *article = epoch_article(database->epoch, id);
	const struct facts *facts = epoch_facts(database->epoch, id);

	for (uint32_t i = 0; i < facts->quote_count; i++) {
		const struct quotation *quote = &facts->quotes[i];
		bool is_person = quote->actor != SPEAKER_NOBODY;
		if (is_person)
			add_person(database, quote->actor);
		struct row row = row_of(database, QUOTATION);
		put_number(&row, id);
		if (is_person)
			put_number(&row, quote->actor);
		else
			put_text(&row, SPAN(""));
		put_text(&row, quote->speaker);
		put_extent(&row, article, quote->at);
		row_add(database, &row);
	}
}

static void add_days_and_tags(struct database *database, article_id id)
{
	const struct article *article = epoch_article(database->epoch, id);
	const struct facts *facts = epoch_facts(database->epoch, id);

	for (uint32_t i = 0; i < facts->day_count; i++) {
		const struct day_spoken *day = &facts->days[i];
		struct row row = row_of(database, DAY);
		put_number(&row, id);
		put_day(&row, day->from, PRECISION_DAY, &database->scratch);
		put_day(&row, day->to, PRECISION_DAY, &database->scratch);
		put_extent(&row, article, day->at);
		row_add(database, &row);
	}
	for (uint32_t i = 0; i < article->tag_count; i++) {
		struct row row = row_of(database, TAG);
		put_number(&row, id);
		put_text(&row, article->tags[i]);
		row_add(database, &row);
	}
}

static void run(struct database *database, const char *statements)
{
	if (database->result == SQLITE_OK)
		database->result = sqlite3_exec(database->handle, statements, NULL, NULL, NULL);
}

static void fill(struct database *database, const struct save *save)
{
	run(database, schema);
	for (int i = 0; i < TABLE_COUNT && database->result == SQLITE_OK; i++)
		database->result = sqlite3_prepare_v2(
			database->handle, inserts[i], -1, &database->rows[i], NULL);
	for (uint32_t i = 0; i < save->count && database->result == SQLITE_OK; i++) {
		arena_clear(&database->scratch);
		add_article(database, save->ids[i]);
		add_names(database, save->ids[i]);
		add_quotations(database, save->ids[i]);
		add_days_and_tags(database, save->ids[i]);
	}
	for (int i = 0; i < TABLE_COUNT; i++)
		sqlite3_finalize(database->rows[i]);
	run(database, ending);
}

enum err export_database(const struct save *save, int fd, struct fault *why)
{
	struct database database = {.epoch = save->epoch};
	struct arena arena;
	enum err err = OK;

	arena_init(&arena);
	arena_init(&database.scratch);
	map_init(&database.stories, &arena);
	map_init(&database.people, &arena);
	map_init(&database.entities, &arena);
	database.result = export_file_open(&database.handle, fd);
	fill(&database, save);
	if (database.result != SQLITE_OK)
		err = fail(why, ERR_IO, "%s", sqlite3_errstr(database.result));
	if (sqlite3_close(database.handle) != SQLITE_OK && err == OK)
		err = fail(why, ERR_IO, "the database cannot be closed");
	arena_clear(&database.scratch);
	arena_clear(&arena);
	return err;
}
