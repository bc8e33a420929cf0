#include "unit/check.h"

#include "base/buf.h"
#include "extract/names-tagged.h"
#include "extract/names.h"

/* Weights that are 0 but for the places of a few features. */
struct table {
	signed char *weights;
	struct arena arena;
};

static void table_init(struct table *table)
{
	arena_init(&table->arena);
	table->weights = ARENA_ARRAY(&table->arena, signed char, TAGGER_BYTES);
}

static void set_step(struct table *table, enum label from, enum label to, int value)
{
	signed char *at = table->weights + TAGGER_ROWS * LABEL_COUNT +
			  2 * ((unsigned)from * LABEL_COUNT + (unsigned)to);

	at[0] = (signed char)(value & 255);
	at[1] = (signed char)(value >> 8);
}

/* A letter a token: "p" speaks for a name's begin, "q" for its inside, "o" against both; "b" and
 * "c" for an organisation's begin and inside. */
static const char *labels_of(struct table *table, const char *tokens, struct tag *tags)
{
	uint32_t count = (uint32_t)strlen(tokens);
	struct features *features = ARENA_ARRAY(&table->arena, struct features, count);
	char *labels = ARENA_ARRAY(&table->arena, char, count + 1);

	table->weights['p' * LABEL_COUNT + LABEL_BEGIN] = 100;
	table->weights['q' * LABEL_COUNT + LABEL_IN] = 100;
	table->weights['o' * LABEL_COUNT + LABEL_OUT] = 100;
	table->weights['b' * LABEL_COUNT + LABEL_BODY] = 100;
	table->weights['c' * LABEL_COUNT + LABEL_BODY_IN] = 100;
	for (uint32_t i = 0; i < count; i++) {
		features[i].at[0] = (uint16_t)tokens[i];
		features[i].count = 1;
	}
	struct tagger tagger = tagger_of(table->weights);
	tagger_label(&tagger, features, count, tags, &table->arena);
	for (uint32_t i = 0; i < count; i++)
		labels[i] = "OBIJKPQT"[tags[i].label];
	return labels;
}

static void test_labels(void **state)
{
	static const struct {
		const char *label, *tokens, *want;
	} cases[] = {
		{"nothing", "", ""},
		{"a name", "p", "B"},
		{"a name of two words", "pq", "BI"},
		{"no inside without a begin", "q", "O"},
		{"a begin is made up where that pays", "qqq", "BII"},
		{"two names in a row", "ppq", "BBI"},
		{"a name among others", "opqo", "OBIO"},
		{"tokens that say nothing", "xxx", "OOO"},
		{"an organisation", "bc", "JK"},
		{"no inside behind the begin of something else", "ppqbcoc", "BBIJKOO"},
		{"a name and an organisation in a row", "pqbc", "BIJK"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct table table;
		struct tag tags[16];
		table_init(&table);
		set_step(&table, LABEL_OUT, LABEL_OUT, 50);
		CHECK_TEXT(cases[i].label, span_of(labels_of(&table, cases[i].tokens, tags)),
			span_of(cases[i].want));
		arena_clear(&table.arena);
	}
}

static void test_margins(void **state)
{
	struct table table;
	struct tag tags[16];

	(void)state;
	table_init(&table);
	set_step(&table, LABEL_OUT, LABEL_OUT, -300);
	set_step(&table, LABEL_OUT, LABEL_BODY, -500);
	set_step(&table, LABEL_OUT, LABEL_PLACE, -500);
	set_step(&table, LABEL_OUT, LABEL_THING, -500);
	labels_of(&table, "p", tags);
	CHECK_CASE("steps of two bytes", tags[0].margin == 400);
	set_step(&table, LABEL_OUT, LABEL_OUT, 300);
	labels_of(&table, "p", tags);
	CHECK_CASE("what is no name has a margin under 0", tags[0].margin == -200);
	CHECK_CASE("and that label", tags[0].label == LABEL_OUT);
	arena_clear(&table.arena);
}

/* The names of a text whose every line is a paragraph, with weights or the built-in ones. */
static struct span names_of(const char *text, const signed char *weights, struct arena *arena)
{
	struct line lines[8];
	struct article article = {.text = span_of(text), .language = LANGUAGE_FR, .lines = lines};
	struct name_marks marks = {0};
	struct span rest = article.text, line;
	struct buf out;

	while (article.line_count < COUNT(lines) && span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - article.text.at);
		lines[article.line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
	names_tagged(&article, NULL, weights, &marks, NULL, arena);
	buf_init(&out, arena);
	for (uint32_t i = 0; i < marks.count; i++) {
		if (marks.at[i].clue == CLUE_BARE)
			continue;
		buf_text(&out, out.len ? ", " : "");
		buf_add(&out, span_in(article.text, marks.at[i].at));
	}
	return buf_span(&out);
}

static void test_names(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"no list knows them", "Le ténor Zorbik Vlamarek chante ce soir.",
			"Zorbik Vlamarek"},
		{"a title stays outside", "Hier, M. Lavrov et Mme Zakharova se taisaient.",
			"Lavrov, Zakharova"},
		{"two persons, a word lost between them",
			"L'ancien ministre de François Hollande Manuel Valls est candidat.",
			"François Hollande, Manuel Valls"},
		{"an initial that stands alone", "Le discours de B. Obama fut bref.", "B. Obama"},
		{"a bare name after a prize proves nobody",
			"Le prix Morel récompense ces machines.", ""},
		{"bodies of several words that the lists have",
			"Selon Deutsche Welle et RIA Novosti, Abou Dhabi hésite.", ""},
		{"places and bodies", "Paris et Moscou attendent l'OTAN à Bruxelles.", ""},
		{"no capitals", "rien de tout cela", ""},
		{"nothing", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		CHECK_TEXT(cases[i].label, names_of(cases[i].text, tagger_weights, &arena),
			span_of(cases[i].want));
		arena_clear(&arena);
	}
}

/* With weights that know nothing only what a title speaks for is left. */
static void test_empty_weights(void **state)
{
	struct table table;

	(void)state;
	table_init(&table);
	set_step(&table, LABEL_OUT, LABEL_OUT, 30000);
	CHECK_TEXT("titles stay",
		names_of("M. Lavrov a vu Dmitri Peskov.", table.weights, &table.arena),
		SPAN("Lavrov"));
	arena_clear(&table.arena);
}

/* Marks of any bytes are in order, apart, inside their lines. */
static void test_order(void **state)
{
	static const char *const pieces[] = {"Jean ", "Dupont ", "de ", "M. ", "A.", "\xff", ", ",
		"(", "Paris ", "25 ans ", "O'", "É", "-", "\xf0\x9f\x98\x80", "a déclaré "};
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct arena arena;
		struct name_marks marks = {0};
		struct buf text;
		arena_init(&arena);
		buf_init(&text, &arena);
		for (int i = 0; i < 60; i++) {
			seed = seed * 1103515245u + 12345u;
			buf_text(&text, pieces[seed / 65536 % COUNT(pieces)]);
		}
		struct line line = {{0, (uint32_t)text.len}, LINE_PARAGRAPH};
		struct article article = {.text = buf_span(&text),
			.language = LANGUAGE_FR,
			.lines = &line,
			.line_count = 1};
		names_extract(&article, NULL, &marks, NULL, &arena);
		for (uint32_t i = 0; i < marks.count; i++) {
			const struct name_mark *mark = &marks.at[i];
			CHECK_CASE("a mark has bytes", mark->at.start < mark->at.end);
			CHECK_CASE("inside the line", mark->at.end <= text.len);
			CHECK_CASE("apart", i == 0 || marks.at[i - 1].at.end <= mark->at.start);
			CHECK_CASE("the surname lies in it",
				mark->surname.start >= mark->at.start &&
					mark->surname.end <= mark->at.end);
		}
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_margins),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_empty_weights),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
