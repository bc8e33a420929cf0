#include "unit/app/stage.h"

/* The mention that is current: its index in the article's facts; -1. */
static int current_mention(const struct app *app)
{
	const struct facts *facts = epoch_facts(app->epoch, app->reader.article);

	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (facts->mentions[i].at.start == app->reader.current.at.start &&
			app->reader.current.at.end > 0)
			return (int)i;
	return -1;
}

static void test_mentions(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	const struct facts *facts = epoch_facts(app->epoch, 5);
	CHECK_CASE("two people, named twice", facts->mention_count == 4);
	stage_type(&stage, ")");
	CHECK_CASE("the first mention", current_mention(app) == 0);
	stage_type(&stage, "))");
	CHECK_CASE("the third, further down", current_mention(app) == 2 && app->page_top > 0);
	stage_type(&stage, "(");
	CHECK_CASE("back to the second", current_mention(app) == 1);
	stage_type(&stage, ")))");
	CHECK_CASE("after the last comes the next article that has one",
		app->list.selected == 3 && current_mention(app) == 0);
	stage_type(&stage, "(");
	CHECK_CASE(
		"and back to the last one", app->list.selected == 5 && current_mention(app) == 3);
	stage_type(&stage, "lg(");
	CHECK_CASE("scrolled away, it starts from the screen", current_mention(app) == 1);
	stage_close(&stage);
}

static void test_chosen(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "adubreuil\n");
	for (int i = 0; i < 3; i++) {
		const struct facts *facts = epoch_facts(app->epoch, app->list.selected);
		stage_type(&stage, ")");
		int at = current_mention(app);
		CHECK_CASE("only mentions of who was chosen", at >= 0);
		facts = epoch_facts(app->epoch, app->list.selected);
		CHECK_TEXT("only mentions of who was chosen",
			span_of(epoch_actor(app->epoch, facts->mentions[at].actor)->surname),
			SPAN("Dubreuil"));
	}
	CHECK_CASE("the third is in the next article", app->list.selected == 3);
	stage_close(&stage);
}

static void test_trails(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	CHECK_CASE("mentions first where there are no hits", app->reader.trail == TRAIL_MENTIONS);
	stage_type(&stage, "m");
	CHECK_CASE("m passes over quotations, where there are none", app->reader.trail == TRAIL_DAYS);
	stage_type(&stage, "m");
	CHECK_CASE("m chooses the folds", app->reader.trail == TRAIL_FOLDS);
	stage_type(&stage, "n");
	CHECK_CASE("n goes to the fold", app->reader.current.at.end > 0 && app->page_top > 0);
	stage_type(&stage, "l\n");
	CHECK_CASE("Enter opens it", app->reader.furniture_open);
	stage_type(&stage, "m");
	CHECK_CASE("then everything", app->reader.trail == TRAIL_ALL);
	stage_type(&stage, "m");
	CHECK_CASE("and again mentions, as there are no hits", app->reader.trail == TRAIL_MENTIONS);
	stage_type(&stage, "/paragraphe\n");
	CHECK_CASE("a search makes hits the trail", app->reader.trail == TRAIL_HITS);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("cleared, mentions are again", app->reader.trail == TRAIL_MENTIONS);
	stage_type(&stage, "hJ");
	CHECK_CASE("an article without people has its folds", app->reader.trail == TRAIL_FOLDS);
	stage_close(&stage);
}

static void test_kinds(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys, *says;
		enum item_kind kind;
	} cases[] = {
		{"the first mention", "n", "mention 1 of 6 · Claire Dubreuil", ITEM_MENTION},
		{"the next one", "n", "mention 2 of 6 · Igor Malenko", ITEM_MENTION},
		{"m chooses quotations", "m", "n and N step through 2 quotations", ITEM_NONE},
		{"the first quotation on the screen", "n", "quotation 1 of 2 · Claire Dubreuil",
			ITEM_QUOTE},
		{"the last one, going round", "N", "quotation 2 of 2 · Claire Dubreuil",
			ITEM_QUOTE},
		{"everything, in its order", "gmm", "n and N step through 9 marks", ITEM_NONE},
		{"a mention among everything", "n", "mark 1 of 9 · Claire Dubreuil", ITEM_MENTION},
		{"the quotation after two mentions", "nn", "mark 3 of 9 · Claire Dubreuil",
			ITEM_QUOTE},
	};
	/* clang-format on */
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 40, 120);
	stage_type(&stage, "JJJJl");
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_type(&stage, cases[i].keys);
		CHECK_TEXT(cases[i].label, span_of(app->message), span_of(cases[i].says));
		CHECK_CASE(cases[i].label, app->reader.current.kind == cases[i].kind);
	}
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mentions),
		cmocka_unit_test(test_chosen),
		cmocka_unit_test(test_trails),
		cmocka_unit_test(test_kinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
