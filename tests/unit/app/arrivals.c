#include "unit/app/stage.h"

#include "app/arrivals.h"
#include "store/epoch-walk.h"

/* The archive is read again; what is there early is shown, and told of. */
static struct load *read_again(struct stage *stage, bool *was_early)
{
	const char *paths[] = {stage->folder};
	struct load_options options = {.paths = paths,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.workers = 2,
		.whole = true,
		.before = stage->load,
		.early_least = 1,
		.today = DAY_NONE};
	struct load *next = NULL;
	struct fault why;

	assert_int_equal(load_open(&next, &options, &why), OK);
	load_wait(next);
	const struct epoch *early = load_take_early(next);
	*was_early = early != NULL;
	stage->app.reload_is_quiet = true;
	if (early)
		arrivals_take(&stage->app, early);
	return next;
}

static void write_text(const struct stage *stage, const char *name, const char *text)
{
	char path[96];

	snprintf(path, sizeof path, "%s/%s", stage->folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void change(const struct stage *stage, const char *how)
{
	char path[96];

	for (; *how; how += 2) {
		snprintf(path, sizeof path, "%c.txt", how[1]);
		if (how[0] == '+')
			write_text(stage, path,
				"Du nouveau au port\n\nPublié le 3 juillet 2022\n\n"
				"Les pêcheurs sont revenus au port.\n");
		if (how[0] == '~')
			write_text(stage, path,
				"Un titre qui a changé\n\nPublié le 2 mai 2021\n\n"
				"Les pêcheurs ont écrit à M. Igor Malenko.\n");
		snprintf(path, sizeof path, "%s/%c.txt", stage->folder, how[1]);
		if (how[0] == '-')
			assert_int_equal(unlink(path), 0);
	}
}

static void remove_new(const struct stage *stage)
{
	char path[96];

	for (int i = 6; i < 8; i++) {
		snprintf(path, sizeof path, "%s/%d.txt", stage->folder, i);
		unlink(path);
	}
}

static const struct {
	const char *label;
	const char *how; /* + came, ~ changed, - went: which file */
	const char *said;
	const char *selected; /* the title, article 3 was before */
	uint32_t listed;
} cases[] = {
	/* clang-format off */
	{"one came", "+6", "1 new article", "Les pêcheurs attendent leur part", 7},
	{"two came", "+6+7", "2 new articles", "Les pêcheurs attendent leur part", 8},
	{"another changed", "~1", "1 article changed", "Les pêcheurs attendent leur part", 6},
	{"the one that is read changed", "~3", "1 article changed", "Un titre qui a changé", 6},
	{"another went", "-5", "1 article is gone", "Les pêcheurs attendent leur part", 5},
	{"the one that is read went", "-3", "1 article is gone", NULL, 5},
	{"two went", "-0-3", "2 articles are gone", NULL, 4},
	{"all of it", "+6~3-0", "articles: 1 new, 1 changed, 1 gone", "Un titre qui a changé", 6},
	/* clang-format on */
};

/* As the final epoch shows it. */
static void check_list(const char *label, const struct stage *stage, uint32_t listed)
{
	const struct app *app = &stage->app;

	CHECK_CASE(label, app->listed_count == listed && epoch_here(app->epoch) == listed);
	for (uint32_t i = 0; i < app->listed_count; i++)
		CHECK_CASE(label, epoch_is_here(app->epoch, app->listed[i]));
	CHECK_CASE(label, app->list.selected == ARTICLE_NONE ||
				  epoch_is_here(app->epoch, app->list.selected));
	CHECK_CASE(label, app->reader.article == ARTICLE_NONE ||
				  epoch_is_here(app->epoch, app->reader.article));
}

static struct span title_of(const struct app *app)
{
	return epoch_title(app->epoch, app->list.selected);
}

static void test_arrivals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *label = cases[i].label;
		struct stage stage;
		bool was_early;

		stage_open(&stage, 40, 120);
		stage_type(&stage, "jj");
		CHECK_TEXT(label, title_of(&stage.app), SPAN("Les pêcheurs attendent leur part"));
		stage_key(&stage, '\r');
		change(&stage, cases[i].how);
		struct load *next = read_again(&stage, &was_early);
		CHECK_CASE(label, was_early);
		check_list(label, &stage, cases[i].listed);
		CHECK_TEXT(label, span_of(stage.app.message), span_of(cases[i].said));
		if (cases[i].selected)
			CHECK_TEXT(label, title_of(&stage.app), span_of(cases[i].selected));
		stage_type(&stage, "q");
		struct load *former = stage.load;
		struct span before = title_of(&stage.app);
		app_take(&stage.app, load_take(next), load_progress(next), true);
		check_list(label, &stage, cases[i].listed);
		CHECK_TEXT(label, title_of(&stage.app), before);
		CHECK_TEXT("what was said is not said again", span_of(stage.app.message), SPAN(""));
		stage.load = next;
		load_forget_early(next);
		load_close(former);
		remove_new(&stage);
		stage_close(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arrivals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
