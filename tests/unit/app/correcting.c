#include "unit/app/keeping.h"

#include "app/correcting.h"

/* The archive as it is read after what the keys asked for. */
static void reload(const char *label, struct stage *stage)
{
	CHECK_CASE(label, stage->app.requests.reload);
	stage->app.requests.reload = false;
	stage_load(stage, true);
}

static void open_stage(struct stage *stage, const char *folder, char file[96])
{
	snprintf(file, 96, "%s/corrections", folder);
	stage_open_correcting(stage, 36, 120, file);
}

static void test_article(void **state)
{
	char folder[] = "/tmp/depeche-correcting-XXXXXX", file[96];
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	open_stage(&stage, folder, file);
	stage_type(&stage, "jE");
	CHECK_CASE("what can be put right", app->correctable_count == 3);
	stage_type(&stage, "jj\nLa Rive\n");
	CHECK_CASE("it is said", strstr(app->message, "put right"));
	reload("the source", &stage);
	CHECK_TEXT("at once", epoch_article(app->epoch, 4)->source, SPAN("La Rive"));
	CHECK_CASE("the same article is read", app->reader.article == 4);
	stage_type(&stage, "Ej\n");
	CHECK_TEXT("the prompt has today's day", prompt_text(&app->prompt), SPAN("2021-05-09"));
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "2021-13\n");
	CHECK_CASE("a mistake leaves the prompt open",
		app->prompt.use == PROMPT_CORRECT && strstr(app->message, "2021-01-26"));
	CHECK_CASE("and writes nothing", !app->requests.reload);
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "2019-05\n");
	reload("the day", &stage);
	CHECK_CASE("as it is said now", epoch_facts(app->epoch, 4)->published.from == FROM_READER);
	stage_type(&stage, "U");
	reload("undone", &stage);
	CHECK_CASE("as it was", epoch_facts(app->epoch, 4)->published.from == FROM_TEXT);
	CHECK_CASE("the source stays", epoch_article(app->epoch, 4)->source.len > 0);
	stage_type(&stage, "Ejj\n");
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "\n");
	reload("an empty value takes it back", &stage);
	CHECK_CASE("as it was read", epoch_article(app->epoch, 4)->source.len == 0);
	stage_type(&stage, "E\x1b");
	CHECK_CASE("Escape closes", app->overlay.which == OVERLAY_NONE);
	stage_type(&stage, "E\n\n");
	CHECK_CASE("what is left as it is writes nothing", !app->requests.reload);
	stage_close(&stage);
	keeping_remove(folder);
}

static void test_items(void **state)
{
	char folder[] = "/tmp/depeche-correcting-XXXXXX", file[96];
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	open_stage(&stage, folder, file);
	article_id id = app->list.selected;
	uint32_t malenko = epoch_actor_find(app->epoch, SPAN("Igor Malenko"));
	uint32_t articles = epoch_actor(app->epoch, malenko)->articles;
	uint32_t lines = epoch_facts(app->epoch, id)->word_count;

	stage_type(&stage, "\n)E");
	CHECK_CASE("the current person first",
		app->correctables[0].kind == CORRECTION_PERSON &&
			span_is(app->correctables[0].words, "Igor Malenko"));
	stage_type(&stage, "\n");
	CHECK_TEXT("as it is now", prompt_text(&app->prompt), SPAN("Igor Malenko"));
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "Piotr Malenko\n");
	reload("another person", &stage);
	uint32_t piotr = epoch_actor_find(app->epoch, SPAN("Piotr Malenko"));
	CHECK_CASE("whom nothing else names", piotr != ACTOR_NONE);
	CHECK_CASE("counts are so",
		epoch_actor(app->epoch, piotr)->articles == 1 &&
			epoch_actor(app->epoch, epoch_actor_find(app->epoch, SPAN("Igor Malenko")))
					->articles == articles - 1);
	stage_type(&stage, "U");
	reload("undone", &stage);

	/* The line at the top, where nothing is current. */
	stage_type(&stage, "jjjjjjjjE");
	CHECK_CASE("a line can be put right",
		app->correctables[app->correctable_count - 1].kind == CORRECTION_FURNITURE);
	stage_type(&stage, "jjjj\n");
	reload("a line", &stage);
	CHECK_CASE("is no text any longer", epoch_facts(app->epoch, id)->word_count < lines);
	stage_close(&stage);
	keeping_remove(folder);
}

static void test_speaker(void **state)
{
	char folder[] = "/tmp/depeche-correcting-XXXXXX", file[96];
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	open_stage(&stage, folder, file);
	stage_type(&stage, "jjjj\nmmm");
	while (app->reader.trail != TRAIL_QUOTES)
		stage_type(&stage, "m");
	stage_type(&stage, "nE");
	CHECK_CASE("the current quotation first", app->correctables[0].kind == CORRECTION_SPEAKER);
	stage_type(&stage, "\n");
	CHECK_TEXT("as it is now", prompt_text(&app->prompt), SPAN("Claire Dubreuil"));
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "malenko\n");
	reload("another speaker", &stage);
	const struct quotation *quote = &epoch_facts(app->epoch, 1)->quotes[0];
	CHECK_TEXT("who is known is called as always", quote->speaker, SPAN("Igor Malenko"));
	stage_type(&stage, "n=");
	CHECK_CASE("why? you said so", strstr(app->overlay_lines[1].text, "put right by you"));
	stage_type(&stage, "qE\n");
	stage_key(&stage, 'U' & 0x1f);
	stage_type(&stage, "Comite du lac\n");
	reload("an organisation", &stage);
	quote = &epoch_facts(app->epoch, 1)->quotes[0];
	CHECK_CASE("is nobody of the people",
		quote->actor == SPEAKER_NOBODY && span_is(quote->speaker, "Comite du lac"));
	stage_close(&stage);
	keeping_remove(folder);
}

static void test_nowhere(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "E\nx\n");
	CHECK_CASE("without a folder it says so", strstr(stage.app.message, "no folder"));
	CHECK_CASE("and nothing is read again", !stage.app.requests.reload);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_items),
		cmocka_unit_test(test_speaker),
		cmocka_unit_test(test_nowhere),
	};
	return cmocka_run_group_tests_name("app/correcting", tests, NULL, NULL);
}
