#include "unit/check.h"

#include "know/roles.h"
#include "store/archive.h"
#include "store/epoch-extend.h"
#include "store/epoch-parts.h"
#include "store/load.h"
#include "store/query-text.h"
#include "store/snapshot.h"
#include "unit/store/told.h"

/* An archive in a folder as it was, what came, and all of it. */
struct growing {
	struct folder_made folder;
	struct load *before, *came, *after;
	const struct epoch *old, *fresh, *whole;
	struct epoch *made;
};

static struct load *open_paths(const char *const *paths, uint32_t count)
{
	struct load_options options = {.paths = paths,
		.path_count = count,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.today = DAY_NONE,
		.workers = 2,
		.whole = true};
	struct load *load = NULL;

	assert_int_equal(load_open(&load, &options, NULL), OK);
	return load;
}

#define CAME \
	"Un volcan se réveille à Reykjavik\n\nLe 3 mars 2015\n\nLe vulcanologue Björn Sigurdsson " \
	"a parlé du traité mot7x avec le ministre Dmitri Peskov devant les journalistes.\n\n" \
	"« Le volcan se réveille », a déclaré Björn Sigurdsson le 2 mars 2015.\n"

static void growing_init(struct growing *g, uint32_t old)
{
	struct folder_made *folder = &g->folder;

	folder_init(folder);
	write_archive(folder, old);
	g->before = open_paths(&folder->path, 1);
	g->old = load_wait(g->before);
	const char *const came[] = {folder_write(folder, "y1.txt", SPAN(CAME)),
		folder_write(folder, "y2.txt",
			SPAN("Sans date\n\nLe diplomate Paul Durand attend un éboulement de "
			     "lave, selon le quotidien, à Moscou et à Genève.\n")),
		folder_join(folder, "z.jsonl")};
	write_lines(folder, "z.jsonl", 40);
	g->came = open_paths(came, COUNT(came));
	g->fresh = load_wait(g->came);
	g->after = open_paths(&folder->path, 1);
	g->whole = load_wait(g->after);
	g->made = epoch_extend(g->old, g->fresh);
}

static void growing_clear(struct growing *g)
{
	epoch_close(g->made);
	load_close(g->before);
	load_close(g->came);
	load_close(g->after);
	folder_clear(&g->folder);
}

/* What is asked of both, the articles by their paths. */
static struct span found_by(const struct epoch *epoch, const char *text, struct arena *arena)
{
	const struct query *query = NULL;
	struct query_fault wrong = {0};
	struct buf out;

	buf_init(&out, arena);
	assert_int_equal(query_read(epoch, span_of(text), false, &query, arena, &wrong), OK);
	struct result result = query_run(epoch, query, arena);
	for (uint32_t i = 0; i < result.count; i++)
		buf_text(&out,
			arena_format(arena, "%s\n", epoch_article(epoch, result.ids[i])->path));
	return buf_span(&out);
}

static const char *const asked[] = {"", "mot7x", "mot*", "traité", "\"du traité\"", "=journalistes",
	"volcan", "v*", "person:dmitri-peskov", "person:paul-durand", "person:bjorn-sigurdsson",
	"person:sigurdsson", "says:sigurdsson", "date:2015-03", "date:undated", "date:>2013",
	"source:\"\"", "lang:fr", "lave -volcan", "dossier OR éboulement", "about:2015-03-02"};

static void test_found(void **state)
{
	static const uint32_t sizes[] = {0, 1, 90};
	struct growing g;

	(void)state;
	for (size_t size = 0; size < COUNT(sizes); size++) {
		growing_init(&g, sizes[size]);
		struct arena *arena = &g.folder.arena;
		for (size_t i = 0; i < COUNT(asked); i++)
			CHECK_TEXT(asked[i], found_by(g.made, asked[i], arena),
				found_by(g.whole, asked[i], arena));
		growing_clear(&g);
	}
}

static void test_articles(void **state)
{
	struct growing g;

	(void)state;
	growing_init(&g, 90);
	CHECK_CASE("all articles", epoch_count(g.made) == epoch_count(g.whole));
	for (article_id id = 0; id < epoch_count(g.made); id++) {
		const struct article *made = epoch_article(g.made, id);
		const struct article *whole = epoch_article(g.whole, id);
		const struct facts *facts = epoch_facts(g.made, id);
		CHECK_TEXT("path", span_of(made->path), span_of(whole->path));
		CHECK_TEXT("title", made->title, whole->title);
		CHECK_TEXT("text", made->text, whole->text);
		CHECK_CASE("place", facts->place == epoch_facts(g.whole, id)->place);
		CHECK_CASE("words", facts->word_count == epoch_facts(g.whole, id)->word_count);
		for (uint32_t i = 0; i < facts->mention_count; i++)
			CHECK_CASE("everybody is somebody",
				facts->mentions[i].actor < epoch_actor_count(g.made));
	}
	CHECK_TEXT("what was there is told as it was", span_of(epoch_actor(g.made, 0)->slug),
		span_of(epoch_actor(g.old, 0)->slug));
	uint32_t actor = epoch_actor_find(g.made, SPAN("Björn Sigurdsson"));
	CHECK_CASE("who is new has come behind", actor >= epoch_actor_count(g.old));
	CHECK_TEXT("and is told of", span_of(epoch_actor(g.made, actor)->name),
		SPAN("Björn Sigurdsson"));
	CHECK_CASE("functions lead to articles that are there",
		epoch_actor(g.made, actor)->role_count == 0 ||
			epoch_actor(g.made, actor)->roles[0].readings[0].document == 90);
	growing_clear(&g);
}

/* Every array has the length that it is read with, and every number is one of something. */
static void test_sound(void **state)
{
	static const atomic_bool never = false;
	static const struct library_place none = {.path = NULL};
	const struct digest stamp = {1, 2};
	struct digest files = {0, 0};
	struct epoch *found = NULL;
	struct growing g;

	(void)state;
	growing_init(&g, 90);
	struct arena *arena = &g.folder.arena;
	const char *path = folder_join(&g.folder, "one");
	assert_int_equal(snapshot_write(path, stamp, files, g.made, &none, &never, NULL), OK);
	assert_int_equal(snapshot_open(&found, path, stamp, true, none, &files, NULL), OK);
	CHECK_CASE("sound", snapshot_is_sound(found));
	CHECK_TEXT("tells the same", told(found, arena), told(g.made, arena));
	epoch_close(found);
	struct epoch *twice = epoch_extend(g.made, g.fresh);
	CHECK_CASE("once more", epoch_count(twice) == epoch_count(g.made) + 42);
	CHECK_TEXT("what came twice is found twice", found_by(twice, "volcan", arena),
		span_of(arena_format(
			arena, "%s/y1.txt\n%s/y1.txt\n", g.folder.path, g.folder.path)));
	epoch_close(twice);
	growing_clear(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
