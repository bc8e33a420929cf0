#include "app/settings.h"

#include "app/app.h"
#include "base/message.h"
#include "text/nearest.h"

#include <assert.h>
#include <stdio.h>

static const char *const theme_words[] = {"default", "light", "dark", "contrast", "mono", NULL};
static const char *const width_words[] = {"60", "72", "80", "full", NULL};
static const char *const sort_words[] = {"date", "title", "source", "relevance", NULL};
static const char *const citation_words[] = {"plain", "apa", "chicago", "markdown", "bibtex", NULL};
static const char *const snippets_words[] = {"auto", "on", "off", NULL};
static const char *const switch_words[] = {"off", "on", NULL};
static_assert(COUNT(theme_words) == THEME_COUNT + 1, "every theme has its name");
static_assert(COUNT(snippets_words) == SNIPPETS_COUNT + 1, "every way has its name");
static_assert(COUNT(sort_words) == ORDER_COUNT + 1, "every order has its name");
static_assert(COUNT(citation_words) == CITATION_COUNT + 1, "every style has its name");

static void apply_theme(struct app *app, int value)
{
	app->theme = (enum theme)value;
}

static int now_theme(const struct app *app)
{
	return (int)app->theme;
}

static const int measures[] = {60, 72, 80, 0};

static void apply_width(struct app *app, int value)
{
	app->reader.measure = measures[value];
}

static int now_width(const struct app *app)
{
	int value = 0;

	while (value < (int)COUNT(measures) - 1 && measures[value] != app->reader.measure)
		value++;
	return value;
}

static void apply_sidebar(struct app *app, int value)
{
	app->sidebar.open = value;
	if (!value && app->focus == PANE_SIDEBAR)
		app->focus = PANE_LIST;
}

static int now_sidebar(const struct app *app)
{
	return app->sidebar.open;
}

static void apply_list_rows(struct app *app, int value)
{
	app->list_rows_wished = value;
}

static int now_list_rows(const struct app *app)
{
	return app->list_rows_wished;
}

static void apply_sort(struct app *app, int value)
{
	app->list.order = (enum list_order)value;
}

static int now_sort(const struct app *app)
{
	return (int)app->list.order;
}

static void apply_citation(struct app *app, int value)
{
	app->citation = (enum citation_style)value;
}

static int now_citation(const struct app *app)
{
	return (int)app->citation;
}

static void apply_read_delay(struct app *app, int value)
{
	app->read_delay = value * 1000;
}

static int now_read_delay(const struct app *app)
{
	return (int)(app->read_delay / 1000);
}

static void apply_tips(struct app *app, int value)
{
	app->tips = value;
}

static int now_tips(const struct app *app)
{
	return app->tips;
}

static void apply_snippets(struct app *app, int value)
{
	app->snippets = (enum snippets)value;
}

static int now_snippets(const struct app *app)
{
	return (int)app->snippets;
}

static void apply_mouse(struct app *app, int value)
{
	app->mouse = value;
}

static int now_mouse(const struct app *app)
{
	return app->mouse;
}

static void apply_watch(struct app *app, int value)
{
	app->watch = value;
}

static int now_watch(const struct app *app)
{
	return app->watch;
}

static void apply_hyperlinks(struct app *app, int value)
{
	app->hyperlinks = value;
}

static int now_hyperlinks(const struct app *app)
{
	return app->hyperlinks;
}

/* clang-format off */
const struct setting_info settings_table[SETTING_COUNT] = {
	[SETTING_THEME] = {"theme", N_("colours of the screen"), theme_words, 0, 0, 0, apply_theme, now_theme},
	[SETTING_WIDTH] = {"width", N_("cells of a line of text"), width_words, 0, 0, 1, apply_width, now_width},
	[SETTING_SIDEBAR] = {"sidebar", N_("the filters beside the list"), switch_words, 0, 0, 1,
		apply_sidebar, now_sidebar},
	[SETTING_LIST_ROWS] = {"list-rows", N_("rows of the list above the text; 0: as fits the screen"),
		NULL, 0, 200, 0, apply_list_rows, now_list_rows},
	[SETTING_SORT] = {"sort", N_("order of the list"), sort_words, 0, 0, 0, apply_sort, now_sort},
	[SETTING_CITATION] = {"citation", N_("style of a copied citation"), citation_words, 0, 0, 0,
		apply_citation, now_citation},
	[SETTING_READ_DELAY] = {"read-delay", N_("seconds until an opened article counts as read"),
		NULL, 0, 3600, 2, apply_read_delay, now_read_delay},
	[SETTING_TIPS] = {"tips", N_("keys to know, in the status line"), switch_words, 0, 0, 1,
		apply_tips, now_tips},
	[SETTING_SNIPPETS] = {"snippets", "in the list, the passage that was found", snippets_words,
		0, 0, 0, apply_snippets, now_snippets},
	[SETTING_MOUSE] = {"mouse", "clicks and the wheel", switch_words, 0, 0, 0, apply_mouse,
		now_mouse},
	[SETTING_WATCH] = {"watch", N_("new articles show up by themselves"), switch_words, 0, 0, 1,
		apply_watch, now_watch},
	[SETTING_HYPERLINKS] = {"hyperlinks", N_("links that the terminal opens, as it does on a click"),
		switch_words, 0, 0, 0, apply_hyperlinks, now_hyperlinks},
};
/* clang-format on */

enum setting setting_named(struct span name, const char **meant)
{
	uint32_t least = UINT32_MAX;

	*meant = NULL;
	for (int i = 0; i < SETTING_COUNT; i++) {
		uint32_t far = nearest_unlike(name, settings_table[i].name);

		if (span_is(name, settings_table[i].name))
			return (enum setting)i;
		if (far < least) {
			least = far;
			*meant = settings_table[i].name;
		}
	}
	return SETTING_COUNT;
}

/* "off, on": what a setting may be. */
static void list_words(const struct setting_info *info, char *text, size_t room)
{
	size_t len = 0;

	text[0] = 0;
	for (const char *const *word = info->words; *word && len < room; word++)
		len += (size_t)snprintf(text + len, room - len, "%s%s",
			word == info->words ? ""
			: word[1]           ? ", "
					    : " or ",
			*word);
}

static enum err read_number(
	const struct setting_info *info, struct span value, int *out, struct fault *why)
{
	int64_t number = 0;
	bool good = value.len > 0 && value.len < 10;

	for (size_t i = 0; good && i < value.len; i++) {
		good = value.at[i] >= '0' && value.at[i] <= '9';
		number = number * 10 + (value.at[i] - '0');
	}
	if (!good || number < info->least || number > info->most)
		return fail(why, ERR_USAGE, "%s: a number from %d to %d is wanted", info->name,
			info->least, info->most);
	*out = (int)number;
	return OK;
}

enum err setting_read(enum setting setting, struct span value, int *out, struct fault *why)
{
	const struct setting_info *info = &settings_table[setting];
	char wanted[120];

	if (!info->words)
		return read_number(info, value, out, why);
	for (int i = 0; info->words[i]; i++)
		if (span_is(value, info->words[i])) {
			*out = i;
			return OK;
		}
	list_words(info, wanted, sizeof wanted);
	return fail(why, ERR_USAGE, "%s: %s is wanted", info->name, wanted);
}

const char *setting_words(enum setting setting, int value, char *text)
{
	const struct setting_info *info = &settings_table[setting];

	if (info->words)
		return info->words[value];
	snprintf(text, SETTING_ROOM, "%d", value);
	return text;
}
