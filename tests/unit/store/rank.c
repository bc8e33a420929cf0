#include "unit/check.h"

#include "store/query-text.h"
#include "store/rank.h"
#include "store/snippet.h"
#include "unit/store/made.h"

#define FILLER \
	"Les jardiniers de la ville plantent des bulbes sous les platanes et arrosent au petit " \
	"matin les massifs que le soleil de midi brûle. "

static const struct made_article told[] = {
	{.path = "0", .title = "Les jardins", .body = FILLER "Un barrage est loin d'ici."},
	{.path = "1", .title = "Le barrage cède", .body = FILLER "Les secours arrivent."},
	{.path = "2",
		.title = "Une vallée",
		.body = "Le barrage domine la vallée.\nDu barrage part un canal, et le canal est à "
			"sec.\n" FILLER},
	{.path = "3",
		.title = "Un fleuve",
		.body = FILLER FILLER FILLER FILLER "Le barrage domine la vallée.\n" FILLER
						    "Du barrage part un chemin."},
	{.path = "4", .title = "Rien", .body = FILLER "Il ne se passe rien ici."},
};

static const struct query *read_query(
	const struct epoch *epoch, const char *text, struct made *made)
{
	const struct query *query = query_empty();
	struct query_fault wrong = {0};

	query_read(epoch, span_of(text), false, &query, &made->arena, &wrong);
	CHECK_TEXT(text, span_of(wrong.fault.words), SPAN(""));
	return query;
}

static void test_order(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"the title before the text, short texts before long ones", "barrage", "1 2 0 3"},
		{"the rarer word weighs more", "barrage OR canal", "2 1 0 3"},
		{"a phrase", "\"barrage domine\"", "2 3"},
		{"words of the title alone", "title:barrage", "1"},
		{"what is left out adds nothing", "barrage -canal", "1 0 3"},
		{"no words: as it was", "lang:fr", "0 1 2 3 4"},
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = read_query(epoch, cases[i].text, &made);
		struct result result = query_run(epoch, query, &made.arena);
		const article_id *ids = rank_articles(epoch, query, &result, &made.arena);
		const char *found = "";
		for (uint32_t at = 0; at < result.count; at++)
			found = arena_format(&made.arena, "%s%s%u", found, at ? " " : "", ids[at]);
		CHECK_TEXT(cases[i].label, span_of(found), span_of(cases[i].want));
		CHECK_CASE(cases[i].label, rank_is_asked(query, &made.arena) ==
						   (strcmp(cases[i].text, "lang:fr") != 0));
	}
	made_clear(&made);
}

/* The passage with its hits in brackets and … where its line goes on. */
static struct span shown(
	const struct article *article, const struct snippet *s, struct arena *arena)
{
	const char *out = s->cut_before ? "…" : "";
	uint32_t at = s->at.start;

	for (uint32_t i = 0; i <= s->hit_count; i++) {
		struct extent hit = i < s->hit_count ? s->hits[i] : (struct extent){s->at.end, 0};
		CHECK_CASE("hits lie in it, in order", hit.start >= at && hit.start <= s->at.end);
		out = arena_format(
			arena, "%s%.*s", out, (int)(hit.start - at), article->text.at + at);
		if (i == s->hit_count)
			break;
		out = arena_format(arena, "%s[%.*s]", out, (int)(hit.end - hit.start),
			article->text.at + hit.start);
		at = hit.end;
	}
	return span_of(arena_format(arena, "%s%s", out, s->cut_after ? "…" : ""));
}

static void test_snippet(void **state)
{
	static const struct {
		const char *label, *text;
		article_id id;
		int cells;
		const char *want;
	} cases[] = {
		/* clang-format off */
		{"the first of lines that are as good", "barrage", 2, 60, "Le [barrage] domine la vallée."},
		{"the line with more of the words", "barrage canal", 2, 60,
			"Du [barrage] part un [canal], et le [canal] est à sec."},
		{"a third before the hit where the line goes on", "brûle", 3, 30, "…de midi [brûle]. Les jardiniers…"},
		{"more before it at the line's end", "chemin", 3, 34, "…brûle. Du barrage part un [chemin]."},
		{"the line's begin where it has room", "jardiniers", 4, 40,
			"Les [jardiniers] de la ville plantent des…"},
		{"a phrase", "\"barrage domine\"", 3, 24, "…Le [barrage domine] la…"},
		{"a title is no passage", "cède", 1, 60, ""},
		{"nothing sought", "lang:fr", 1, 60, ""},
		{"no room for the hit itself", "jardiniers", 4, 4, "…jard…"},
		{"no room at all", "jardiniers", 4, 0, ""},
		/* clang-format on */
	};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct query *query = read_query(epoch, cases[i].text, &made);
		struct sought sought = sought_of(epoch, query, &made.arena);
		struct snippet snippet;
		struct span got = SPAN("");
		if (snippet_find(&sought, cases[i].id, cases[i].cells, &snippet, &made.arena))
			got = shown(epoch_article(epoch, cases[i].id), &snippet, &made.arena);
		CHECK_TEXT(cases[i].label, got, span_of(cases[i].want));
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_snippet),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
