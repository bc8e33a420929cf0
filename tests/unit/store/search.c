#include "unit/check.h"

#include "store/epoch-steps.h"
#include "store/search.h"
#include "unit/store/made.h"

/* "traité|traités": what is marked, in order. */
static struct span marked(const struct article *article, const struct extent *hits, uint32_t count,
	struct arena *arena)
{
	const char *out = "";
	uint32_t end = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct span hit = span_in(article->text, hits[i]);
		CHECK_CASE("in order, without overlap", hits[i].start >= end);
		end = hits[i].end;
		out = arena_format(arena, "%s%s%.*s", out, i ? "|" : "", (int)hit.len, hit.at);
	}
	return span_of(out);
}

static const struct made_article told[] = {
	{.path = "1",
		.title = "Les traités d'hier",
		.body = "Un traité lie les deux pays.\nSuivez-nous pour d'autres traités\n"
			"Prolonger un TRAITÉ ne prend qu'un jour de prolongation, dit-on."},
	{.path = "2", .title = "Rien", .body = "Le beau temps revient."},
};

static struct span hits_said(
	const struct epoch *epoch, article_id id, struct clause clause, struct arena *arena)
{
	struct extent *hits;
	clause.label = clause.text;
	const struct query *query = query_with(query_empty(), clause, arena);
	uint32_t count = search_hits(epoch, id, query, &hits, arena);

	return marked(epoch_article(epoch, id), hits, count, arena);
}

static void test_hits(void **state)
{
	static const struct {
		const char *label;
		struct clause clause;
		const char *want;
	} cases[] = {
		/* clang-format off */
		{"any form, in title and body, not in furniture",
			{.kind = CLAUSE_WORDS, .text = "traite"}, "traités|traité|TRAITÉ"},
		{"several words", {.kind = CLAUSE_WORDS, .text = "jour pays"}, "pays|jour"},
		{"beginnings while typed", {.kind = CLAUSE_WORDS, .text = "prolo", .live = true},
			"Prolonger|prolongation"},
		{"what is excluded is not marked",
			{.kind = CLAUSE_WORDS, .text = "traité", .exclude = true}, ""},
		{"nor what is off", {.kind = CLAUSE_WORDS, .text = "traité", .off = true}, ""},
		{"other clauses mark nothing", {.kind = CLAUSE_SOURCE, .text = "traité"}, ""},
		/* clang-format on */
	};
	struct made made;

	(void)state;
	made_init(&made);
	made_add(&made, &told[0]);
	made_add(&made, &told[1]);
	/* The store must go by the kinds of the epoch, not by those of the article alone. */
	const struct epoch *epoch = made_epoch(&made);
	uint8_t kinds[] = {LINE_TITLE, LINE_PARAGRAPH, LINE_FURNITURE, LINE_PARAGRAPH};
	memcpy(made.epoch->kinds, kinds, sizeof kinds);
	epoch_index_words(made.epoch);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, hits_said(epoch, 0, cases[i].clause, &made.arena),
			span_of(cases[i].want));
	struct clause furniture = {.kind = CLAUSE_WORDS, .text = "suivez", .label = ""};
	const struct query *query = query_with(query_empty(), furniture, &made.arena);
	CHECK_CASE(
		"furniture is not found either", query_run(epoch, query, &made.arena).count == 0);
	CHECK_CASE("nor counted", epoch_facts(epoch, 0)->word_count == 18);
	made_clear(&made);
}

/* Whatever is asked: articles that match have a mark for every word, others miss one. */
static void test_agreement(void **state)
{
	static const char *const words[] = {"traité", "LES", "minist", "missiles", "a", "pêcheur",
		"Sergueï", "porte", "2021", "coopérer", "d", "prolong", "diplomatie", "zzz", "é"};
	struct made made;
	const struct epoch *epoch = made_of(&made, made_five, COUNT(made_five));

	(void)state;
	for (size_t i = 0; i < COUNT(words) * 2; i++) {
		struct clause clause = {.kind = CLAUSE_WORDS,
			.text = words[i / 2],
			.label = words[i / 2],
			.live = i % 2};
		const struct query *query = query_with(query_empty(), clause, &made.arena);
		struct result result = query_run(epoch, query, &made.arena);
		for (article_id id = 0; id < epoch_count(epoch); id++) {
			struct extent *hits;
			uint32_t count = search_hits(epoch, id, query, &hits, &made.arena);
			bool passes = result.bits[0] >> id & 1;
			CHECK_CASE(words[i / 2], passes == (count > 0));
		}
	}
	made_clear(&made);
}

static void test_find(void **state)
{
	static const struct {
		const char *label, *words;
		bool in_furniture;
		const char *want;
	} cases[] = {
		{"anywhere in a word, whatever its case", "trait", false, "trait|trait|TRAIT"},
		{"furniture, if it is shown", "trait", true, "trait|trait|trait|TRAIT"},
		{"several words in a row", "deux pays", false, "deux pays"},
		{"not across lines", "pays suivez", true, ""},
		{"accents are ignored", "traite", false, "traité|traité|TRAITÉ"},
		{"nothing asked", "", true, ""},
	};
	struct made made;
	struct extent *hits;
	uint8_t kinds[] = {LINE_TITLE, LINE_PARAGRAPH, LINE_FURNITURE, LINE_PARAGRAPH};

	(void)state;
	made_init(&made);
	made_add(&made, &told[0]);
	const struct article *article = made.archive.segments.at[0]->article;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint32_t count = search_find(article, span_of(cases[i].words),
			cases[i].in_furniture, kinds, &hits, &made.arena);
		CHECK_TEXT(cases[i].label, marked(article, hits, count, &made.arena),
			span_of(cases[i].want));
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hits),
		cmocka_unit_test(test_agreement),
		cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
