#include "app/app.h"

#include "app/act.h"
#include "app/ask.h"
#include "app/menu.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/reload.h"
#include "app/say.h"
#include "app/session.h"
#include "app/marks.h"
#include "base/message.h"
#include "text/number.h"

#define MEASURE 72
#define READ_DELAY 2000 /* ms */

#define CTRL(letter) ((letter)&0x1f)

static void answer_quit(struct app *app, uint32_t key)
{
	const char *yes = _("y"); /* the letter of "yes", in the reader's language too */

	app->asking_to_quit = false;
	app->requests.quit =
		key == 'y' || key == 'Y' || key == CTRL('C') || key == (unsigned char)yes[0];
}

void app_init(struct app *app, struct journal *journal, const char *archive_name)
{
	*app = (struct app){.journal = journal,
		.archive_name = archive_name,
		.sidebar = {.open = true,
			.year = DAY_NONE,
			.month = DAY_NONE,
			.closed = {[FACET_ORGANISATIONS] = true,
				[FACET_PLACES] = true,
				[FACET_LANGUAGES] = true}},
		.read_delay = READ_DELAY,
		.tips = true,
		.watch = true,
		.focus = PANE_LIST,
		.query = query_empty(),
		.kept = ARTICLE_NONE,
		.list = {.selected = ARTICLE_NONE, .last = ARTICLE_NONE},
		.reader = {.article = ARTICLE_NONE, .measure = MEASURE},
		.read_article = ARTICLE_NONE,
		.before = {.selected = ARTICLE_NONE, .kept = ARTICLE_NONE},
		.selected_place = UINT32_MAX,
		.walked_place = UINT32_MAX,
		.shown_for = {.list_stale = true, .kept = ARTICLE_NONE}};
	map_init(&app->own_marks.index, &app->arena);
	refresh(app);
}

void app_clear(struct app *app)
{
	struct arena *const arenas[] = {&app->arena, &app->result_arena, &app->order_arena,
		&app->list_arena, &app->page_arena, &app->hits_arena, &app->sidebar_arena,
		&app->related_arena, &app->picker_arena, &app->overlay_arena, &app->child_arena,
		&app->copied_arena, &app->written_arena, &app->colon.arena, &app->offers.arena,
		&app->saved_arena, &app->person_arena, &app->sought_arena};

	session_end(app);
	reader_save(app);
	for (size_t i = 0; i < COUNT(arenas); i++)
		arena_clear(arenas[i]);
}

void app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	refresh(app);
}

void app_key(struct app *app, uint32_t key, int64_t now)
{
	app->now = now;
	marks_look(app);
	app->session.touched = true;
	app->key = key_plain(key);
	app->message[0] = 0;
	app->list.touched = true;
	app->acted = ACTION_NONE;
	if (app->asking_to_quit)
		answer_quit(app, app->key);
	else if (app->menu)
		menu_key(app, app->key);
	else if (app->prompt.use != PROMPT_NONE)
		ask_key(app, app->key);
	else
		act_by_key(app, app->key);
	refresh(app);
}

void app_paste(struct app *app, struct span text, int64_t now)
{
	app->now = now;
	app->message[0] = 0;
	if (app->prompt.use != PROMPT_NONE)
		ask_paste(app, text);
	else
		say(app, "pasted text is for prompts: / f a");
	refresh(app);
}

/* That nothing came of a change in the folders is not worth a word. */
static void tell_reloaded(struct app *app, const struct reload_news *news)
{
	if (app->reload_words)
		say(app, "%s", _(app->reload_words));
	else if (news->fresh)
		say(app, P_("%u new article", "%u new articles", news->fresh),
			(unsigned)news->fresh);
	else if (news->is_different || !app->reload_is_quiet)
		say(app, "%s", _("the archive as it is now"));
	app->reload_words = NULL;
	app->reload_is_quiet = false;
}

/* The first load was stopped, and this is what there is of it. */
static void tell_partial(struct app *app)
{
	struct arena scratch;

	if (app->progress.done == 0) {
		say(app, "%s", _("stopped within the first file; Ctrl-R reads everything"));
		return;
	}
	arena_init(&scratch);
	say(app, "stopped: %s of %s files were read; Ctrl-R reads them all",
		number_grouped(app->progress.done, &scratch),
		number_grouped(app->progress.total, &scratch));
	arena_clear(&scratch);
}

void app_take(struct app *app, const struct epoch *epoch, struct load_progress progress, bool fresh)
{
	struct reload_news news = {0};

	app->progress = progress;
	if (!epoch)
		return;
	if (fresh && app->epoch) {
		reader_save(app);
		news = reload_ids(app, epoch);
		app->reader.current = (struct item){0};
		stretch_leave(app);
		app->list.opened.count = 0;
	}
	app->epoch = epoch;
	app->epoch_number++;
	marks_tell(app);
	session_arrange(app);
	refresh(app);
	if (fresh)
		tell_reloaded(app, &news);
	else if (load_is_partial(progress))
		tell_partial(app);
}

int app_tick(struct app *app, int64_t now)
{
	app->now = now;
	if (app->read_at == 0)
		return -1;
	if (now < app->read_at)
		return (int)(app->read_at - now);
	marks_read_now(app);
	return -1;
}

bool app_is_inside(const struct app *app, article_id id)
{
	return app->epoch && app->result.bits && id < epoch_count(app->epoch) &&
	       (app->result.bits[id / 64] >> id % 64 & 1);
}
