#include "unit/check.h"

#include "know/roles.h"
#include "store/archive.h"
#include "store/epoch-extend.h"
#include "store/epoch-parts.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "store/facets.h"
#include "store/load.h"
#include "store/own.h"
#include "store/query-text.h"
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
	g->made = epoch_extend(g->old, g->fresh, NULL, 0);
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
	if (query_read(epoch, span_of(text), false, &query, arena, &wrong))
		return SPAN("nobody is called so");
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

/* What is long is there once. */
static void test_shared(void **state)
{
	struct growing g;

	(void)state;
	growing_init(&g, 90);
	struct arena *arena = &g.folder.arena;
	struct span before = told(g.old, arena);
	const struct {
		const char *label;
		const void *made, *old;
	} shared[] = {
		{"texts", g.made->texts.bytes, g.old->texts.bytes},
		{"tokens", g.made->tokens.bytes, g.old->tokens.bytes},
		{"facts", g.made->facts.bytes, g.old->facts.bytes},
		{"words", g.made->words.bytes, g.old->words.bytes},
		{"terms", g.made->profiles.bytes, g.old->profiles.bytes},
		{"forms", g.made->forms.strings.bytes, g.old->forms.strings.bytes},
		{"lines", g.made->kinds, g.old->kinds},
		{"days spoken of", g.made->spoken, g.old->spoken},
		{"articles of days", g.made->day_articles.ids, g.old->day_articles.ids},
		{"articles of people", g.made->meant.ids, g.old->meant.ids},
		{"people of articles", g.made->named.ids, g.old->named.ids},
		{"names", g.made->names.slots, g.old->names.slots},
	};
	for (size_t i = 0; i < COUNT(shared); i++)
		CHECK_CASE(shared[i].label, shared[i].made == shared[i].old);
	told(g.made, arena);
	CHECK_TEXT("what was there tells what it told", told(g.old, arena), before);
	growing_clear(&g);
}

/* An archive of which files changed and went, and what it is made anew. */
struct going {
	struct folder_made folder;
	struct load *before, *came, *after;
	const struct epoch *old, *fresh, *whole;
	struct epoch *made;
};

#define CHANGED \
	"Une rencontre qui a changé à Genève\n\nLe 2 mars 2013\n\nLe ministre Paul Durand a " \
	"parlé " \
	"du traité mot7x avec Anne Martin.\n\n« Tout a changé », a déclaré Paul Durand.\n"

static bool has_gone(const char *path)
{
	static const char *const gone[] = {
		"0000.txt", "0005.txt", "0007.txt", "0014.txt", "z.jsonl"};
	const char *name = strrchr(path, '/') + 1;

	for (size_t i = 0; i < COUNT(gone); i++)
		if (strncmp(name, gone[i], strlen(gone[i])) == 0)
			return true;
	return false;
}

static void going_init(struct going *g)
{
	struct folder_made *folder = &g->folder;
	article_id gone[100];
	uint32_t count = 0;

	folder_init(folder);
	write_archive(folder, 90);
	write_lines(folder, "z.jsonl", 20);
	g->before = open_paths(&folder->path, 1);
	g->old = load_wait(g->before);
	for (article_id id = 0; id < epoch_count(g->old); id++)
		if (has_gone(epoch_path(g->old, id)))
			gone[count++] = id;
	write_lines(folder, "z.jsonl", 19);
	const char *const came[] = {
		folder_write(folder, "0005.txt", SPAN(CHANGED)), folder_join(folder, "z.jsonl")};
	g->came = open_paths(came, COUNT(came));
	g->fresh = load_wait(g->came);
	assert_int_equal(unlink(folder_join(folder, "0000.txt")), 0);
	assert_int_equal(unlink(folder_join(folder, "0007.txt")), 0);
	assert_int_equal(unlink(folder_join(folder, "0014.txt")), 0);
	g->after = open_paths(&folder->path, 1);
	g->whole = load_wait(g->after);
	g->made = epoch_extend(g->old, g->fresh, gone, count);
}

static void going_clear(struct going *g)
{
	epoch_close(g->made);
	load_close(g->before);
	load_close(g->came);
	load_close(g->after);
	folder_clear(&g->folder);
}

/* Articles of one day come in the order of their ids, which are others in both. */
static struct span sorted_lines(struct span text, struct arena *arena)
{
	VEC(struct span) lines = {.count = 0};
	struct buf out;

	for (size_t at = 0; at < text.len;) {
		size_t end = span_find(text, SPAN("\n"), at);
		*vec_push(arena, &lines) = span_cut(text, at, end);
		at = end + 1;
	}
	for (uint32_t i = 1; i < lines.count; i++)
		for (uint32_t k = i; k > 0 && span_compare(lines.at[k], lines.at[k - 1]) < 0; k--) {
			struct span one = lines.at[k];
			lines.at[k] = lines.at[k - 1];
			lines.at[k - 1] = one;
		}
	buf_init(&out, arena);
	for (uint32_t i = 0; i < lines.count; i++) {
		buf_add(&out, lines.at[i]);
		buf_text(&out, "\n");
	}
	return buf_span(&out);
}

static void test_gone_found(void **state)
{
	static const char *const more[] = {"-mot7x", "numéro", "changé", "is:unread",
		"-person:durand", "lang:fr", "-lang:fr", "date:2013 OR date:2011", "file:00",
		"title:rencontre", "person:durand -person:martin", "-date:2013", "place:geneva",
		"-place:geneva"};
	struct going g;

	(void)state;
	going_init(&g);
	struct arena *arena = &g.folder.arena;
	for (size_t i = 0; i < COUNT(asked) + COUNT(more); i++) {
		const char *query = i < COUNT(asked) ? asked[i] : more[i - COUNT(asked)];
		CHECK_TEXT(query, sorted_lines(found_by(g.made, query, arena), arena),
			sorted_lines(found_by(g.whole, query, arena), arena));
	}
	going_clear(&g);
}

/* Every value that some article has, with its counts. */
static struct span facet_told(
	const struct epoch *epoch, const char *text, enum facet facet, struct arena *arena)
{
	const struct query *query = NULL;
	struct query_fault wrong = {0};
	struct facet_value *values;
	struct buf out;

	buf_init(&out, arena);
	CHECK_CASE(text, query_read(epoch, span_of(text), false, &query, arena, &wrong) == OK);
	struct result result = query_run(epoch, query, arena);
	uint32_t count = facet_values(epoch, query, &result, facet, &values, arena);
	for (uint32_t i = 0; i < count; i++)
		if (values[i].all)
			buf_text(&out, arena_format(arena, "%s %u/%u %u\n", values[i].clause.label,
					       values[i].here, values[i].all, values[i].quotes));
	return sorted_lines(buf_span(&out), arena);
}

static void test_gone_counted(void **state)
{
	static const char *const queries[] = {"", "mot7x", "-mot7x", "journalistes", "date:2013"};
	struct going g;

	(void)state;
	going_init(&g);
	struct arena *arena = &g.folder.arena;
	for (size_t i = 0; i < COUNT(queries); i++)
		for (int facet = 0; facet < FACET_COUNT; facet++)
			CHECK_TEXT(arena_format(arena, "%s, facet %d", queries[i], facet),
				facet_told(g.made, queries[i], (enum facet)facet, arena),
				facet_told(g.whole, queries[i], (enum facet)facet, arena));
	going_clear(&g);
}

static void check_related(const struct epoch *epoch, article_id id, struct arena *arena)
{
	struct related_article *related;
	uint32_t count = epoch_related(epoch, id, 50, &related, arena);
	const struct story *story = epoch_story(epoch, id);

	CHECK_CASE("something is related", count > 0);
	for (uint32_t i = 0; i < count; i++)
		CHECK_CASE("related are here", epoch_is_here(epoch, related[i].id));
	CHECK_CASE("a story has several", !story || story->count > 1);
	for (uint32_t i = 0; story && i < story->count; i++)
		CHECK_CASE("and they are here", epoch_is_here(epoch, story->articles[i]));
	CHECK_CASE("its middle too", !story || epoch_is_here(epoch, story->central));
}

static void test_gone_beside(void **state)
{
	struct going g;
	article_id id;

	(void)state;
	going_init(&g);
	struct arena *arena = &g.folder.arena;
	uint32_t here = epoch_here(g.made);
	CHECK_CASE("so many are here", here == epoch_count(g.whole));
	for (uint32_t i = 0; i < here; i++) {
		article_id one = epoch_by_date(g.made)[i];
		CHECK_CASE("they are in order of days", epoch_is_here(g.made, one));
		CHECK_CASE("their versions are counted", epoch_versions(g.made, one) > 0);
		check_related(g.made, one, arena);
	}
	CHECK_CASE("one that went is not found",
		epoch_article_find(g.made, SPAN("0007.txt"), &id) == 0);
	CHECK_CASE("nor by its number", epoch_article_find(g.made, SPAN("7"), &id) == 0);
	CHECK_CASE("one that changed is", epoch_article_find(g.made, SPAN("0005.txt"), &id) == 1);
	CHECK_TEXT("as it is now", epoch_title(g.made, id),
		SPAN("Une rencontre qui a changé à Genève"));
	own_set(epoch_own(g.made), OWN_READ, 7, true);
	own_set(epoch_own(g.made), OWN_READ, 8, true);
	CHECK_CASE("marks are of those that are here", own_count(epoch_own(g.made), OWN_READ) == 1);
	going_clear(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_gone_found),
		cmocka_unit_test(test_gone_counted),
		cmocka_unit_test(test_gone_beside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
