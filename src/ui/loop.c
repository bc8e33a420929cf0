#include "ui/loop.h"

#include "app/arrivals.h"
#include "app/export-prompt.h"
#include "base/message.h"
#include "ui/clipboard.h"
#include "app/session.h"
#include "ui/input.h"
#include "ui/screen.h"
#include "ui/term-draw.h"
#include "ui/term.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <time.h>

#define BATCH 256      /* events that are handled before the screen is drawn */
#define WORK_SHOWN 100 /* ms between two drawings of how far a long work is */
#define QUIET_MS 300   /* a program that writes many files is let finish */
#define LATEST_MS 5000
#define IDLE "\033]7777;idle\033\\"
#define LOADED "\033]7777;loaded\033\\"
#define ACTED "\033]7777;key %s %s\033\\" /* a key and a pane */

struct loop {
	const struct loop_options *options;
	struct app app;
	struct terminal term;
	struct input input;
	struct load *load;              /* whose epoch is on the screen */
	struct load *next;              /* reads the archive again; null when none does */
	const struct epoch *before;     /* the epoch of load, while next reads */
	bool again;                     /* it is to be read once more after that */
	int64_t looked;                 /* ns since 1970: when it was last read */
	int64_t changed, changed_first; /* ms: when the folders did, last and first; 0: not */
	struct arena frame;             /* of one drawing */
	bool telling;                   /* DEPECHE_TTY_SYNC */
	bool acted;                     /* on a size or a stop, since idleness was told */
	bool told_loaded;
	bool reloaded; /* and not told yet */
	bool over;
	int64_t work_shown; /* ms: when it was drawn how far a work is */
};

static int64_t clock_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void draw(struct loop *loop)
{
	struct arena_mark mark = arena_mark(&loop->frame);
	struct canvas canvas = canvas_make(loop->app.rows, loop->app.cols, &loop->frame);
	screen_draw(&loop->app, &canvas);
	term_draw(&loop->term, &canvas);
	arena_rewind(&loop->frame, mark);
}

static void take_size(struct loop *loop)
{
	int rows, cols;
	term_size(&rows, &cols);
	term_forget(&loop->term);
	app_resize(&loop->app, rows, cols);
	loop->acted = true;
}

static void take_key(struct loop *loop, uint32_t key, int64_t now)
{
	enum where where = app_where(&loop->app);
	char name[24], words[128];

	app_key(&loop->app, key, now);
	if (!loop->telling || loop->app.acted == ACTION_NONE)
		return;
	snprintf(words, sizeof words, ACTED, keymap_name(key, name), keymap_where(where));
	term_tell(&loop->term, words);
}

static void take_event(struct loop *loop, const struct event *event, int64_t now)
{
	switch (event->kind) {
	case EVENT_KEY:
		take_key(loop, event->key, now);
		break;
	case EVENT_MOUSE:
		app_mouse(&loop->app, event->mouse, now);
		break;
	case EVENT_PASTE:
		app_paste(&loop->app, event->text, now);
		break;
	case EVENT_RESIZE:
		take_size(loop);
		break;
	}
}

static bool is_loaded(const struct loop *loop)
{
	return loop->app.epoch && epoch_is_final(loop->app.epoch);
}

/* The archive read again: nothing is shown of it before it is whole, but new articles. */
static void take_next(struct loop *loop)
{
	struct load_progress progress = load_progress(loop->next);
	const struct epoch *epoch = load_take(loop->next);
	const char *words = loop->app.reload_words;

	if (!epoch || !epoch_is_final(epoch)) {
		const struct epoch *early = load_take_early(loop->next);
		if (!loop->app.reload_is_quiet)
			app_take(&loop->app, NULL, progress, false);
		if (early)
			arrivals_take(&loop->app, early);
		return;
	}
	progress.phase = LOAD_DONE;
	app_take(&loop->app, epoch, progress, true);
	if (loop->again) /* what is to be said comes true only then */
		loop->app.reload_words = words;
	load_forget_early(loop->next);
	load_close(loop->load);
	loop->load = loop->next;
	loop->next = NULL;
	loop->reloaded = true;
}

static int64_t clock_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void reload(struct loop *loop)
{
	struct load_options whole = loop->options->load;
	struct fault why;

	loop->again = loop->next || !is_loaded(loop);
	if (loop->again)
		return;
	whole.whole = true;
	whole.looked_ns = loop->looked;
	whole.now_ns = loop->looked = clock_ns();
	whole.before = loop->load;
	loop->before = loop->app.epoch;
	loop->changed = loop->changed_first = 0;
	if (load_open(&loop->next, &whole, &why) == OK) {
		if (!loop->app.reload_is_quiet)
			app_take(&loop->app, NULL, load_progress(loop->next), false);
		return;
	}
	loop->next = NULL;
	snprintf(loop->app.message, sizeof loop->app.message, "%.250s", why.words);
}

static void stop_reading(struct loop *loop)
{
	loop->again = false;
	if (!loop->next) {
		load_stop(loop->load); /* its epoch of what was read comes as every other */
		return;
	}
	bool was_early = loop->app.epoch != loop->before;
	app_take(&loop->app, was_early ? loop->before : NULL, load_progress(loop->load), was_early);
	load_close(loop->next);
	loop->next = NULL;
	loop->app.reload_words = NULL;
	loop->app.reload_is_quiet = false;
	snprintf(loop->app.message, sizeof loop->app.message, "%s",
		_("stopped; Ctrl-R reads the archive again"));
}

/* Asked while what is shown is written: shows how far that is, and looks for Ctrl-C. */
static bool goes_on(void *whom, uint32_t done, uint32_t count)
{
	struct loop *loop = whom;
	int64_t now = clock_ms();

	if (done > 0 && now < loop->work_shown + WORK_SHOWN)
		return true;
	loop->work_shown = now;
	if (done > 0) {
		snprintf(loop->app.message, sizeof loop->app.message,
			_("writing… %u of %u articles; Ctrl-C stops it"), done, count);
		draw(loop);
	}
	return !input_stops(&loop->input);
}

/* The archive's first load: each epoch follows the one before, which is gone once it is taken and
 * must not be looked into; that both were there at once makes their addresses differ. */
static void take_load(struct loop *loop)
{
	const struct epoch *epoch = load_take(loop->load);
	bool newer = epoch != loop->app.epoch;
	app_take(&loop->app, newer ? epoch : NULL, load_progress(loop->load), false);
	if (newer && is_loaded(loop) && load_is_stale(loop->load))
		reload(loop);
}

/* Something changed in the folders: they are read again when it has been quiet for a moment, or
 * when it will not become quiet. */
static void note_change(struct loop *loop)
{
	int64_t now = clock_ms();

	if (!load_is_changed(loop->load))
		return;
	loop->changed = now;
	if (!loop->changed_first)
		loop->changed_first = now;
}

/* How long until the archive is read again for what changed; -1: not at all, as when it was the
 * reader who stopped it. */
static int changes_wait(const struct loop *loop)
{
	int64_t quiet = loop->changed + QUIET_MS, latest = loop->changed_first + LATEST_MS;
	int64_t due = (quiet < latest ? quiet : latest) - clock_ms();

	if (!loop->changed || !loop->app.watch || loop->next || !is_loaded(loop) ||
		load_is_partial(loop->app.progress))
		return -1;
	return due > 0 ? (int)due : 0;
}

static void take_changes(struct loop *loop)
{
	if (changes_wait(loop) != 0)
		return;
	loop->app.reload_is_quiet = true;
	reload(loop);
}

static void copy(struct loop *loop)
{
	struct arena_mark mark = arena_mark(&loop->frame);

	if (!loop->term.takes_strings)
		return; /* Ctrl-Y in a prompt takes it all the same */
	term_tell(&loop->term, clipboard_sequence(loop->app.copied, &loop->frame));
	arena_rewind(&loop->frame, mark);
}

/* Programs that were asked for; one may ask for the next. */
static void run_children(void *whom)
{
	struct app *app = whom;

	while (app->child.argv) {
		struct child child = app->child;
		struct child_end end;

		app->child = (struct child){0};
		child_run(app->helper, &child, &end, &app->child_arena);
		if (child.ended)
			child.ended(app, &end);
	}
	arena_clear(&app->child_arena);
}

/* What the app cannot do itself. */
static void serve(struct loop *loop)
{
	struct app_requests requests = loop->app.requests;
	unsigned asked = term_asked();

	loop->app.requests = (struct app_requests){0};
	if (requests.quit || asked & TERM_END)
		loop->over = true;
	if (requests.stop)
		stop_reading(loop);
	if (requests.reload || (loop->again && !loop->next && is_loaded(loop)))
		reload(loop);
	if (requests.write)
		export_now(&loop->app, goes_on, loop);
	if (requests.copy)
		copy(loop);
	loop->term.anew |= requests.redraw;
	term_set_mouse(&loop->term, loop->app.mouse);
	bool stop = requests.suspend || asked & TERM_STOP;
	if (loop->over || (!stop && !loop->app.child.argv))
		return;
	term_lend(&loop->term, stop ? NULL : run_children, &loop->app);
	take_size(loop);
}

static void take_input(struct loop *loop)
{
	struct event event;
	int64_t now = clock_ms();
	for (int i = 0; i < BATCH && input_next(&loop->input, now, &event); i++) {
		take_event(loop, &event, now);
		serve(loop);
		if (loop->over)
			return;
	}
}

/* Readers of the stream learn that everything so far has been answered. */
static void tell(struct loop *loop)
{
	if (!loop->telling)
		return;
	if (!loop->told_loaded && is_loaded(loop)) {
		term_tell(&loop->term, LOADED);
		loop->told_loaded = true;
	}
	if (loop->reloaded)
		term_tell(&loop->term, LOADED);
	loop->reloaded = false;
	if (loop->acted || loop->input.took)
		term_tell(&loop->term, IDLE);
	loop->acted = loop->input.took = false;
}

static int sooner(int a, int b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* pselect, for ppoll is not in POSIX: signals come in here and nowhere else. */
static void wait_for_news(struct loop *loop, int ms, const sigset_t *open)
{
	int keys = term_fd(&loop->term);
	int news = load_fd(loop->next ? loop->next : loop->load);
	int watch = load_watch_fd(loop->load);
	struct timespec timeout = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};
	fd_set ready;

	FD_ZERO(&ready);
	FD_SET(keys, &ready);
	FD_SET(news, &ready);
	if (watch >= 0)
		FD_SET(watch, &ready);
	int last = keys > news ? keys : news;
	int count = pselect((last > watch ? last : watch) + 1, &ready, NULL, NULL,
		ms < 0 ? NULL : &timeout, open);
	if (count < 0 && errno != EINTR)
		loop->over = true;
	if (count <= 0)
		return;
	if (FD_ISSET(keys, &ready) && term_is_gone(&loop->term))
		loop->over = true;
	if (watch >= 0 && FD_ISSET(watch, &ready))
		note_change(loop);
	if (FD_ISSET(news, &ready) && loop->next)
		take_next(loop);
	else if (FD_ISSET(news, &ready))
		take_load(loop);
}

static enum err empty_archive(const struct loop *loop, struct fault *why)
{
	uint32_t problems, passed_over;
	epoch_problems(loop->app.epoch, &problems, &passed_over);
	return fail(why, ERR_ABSENT,
		"no readable article in %s (%u could not be read, %u passed over as no text)",
		loop->options->archive_name, (unsigned)problems, (unsigned)passed_over);
}

static enum err turn(struct loop *loop, const sigset_t *open, struct fault *why)
{
	for (;;) {
		take_input(loop);
		int ms = app_tick(&loop->app, clock_ms());
		serve(loop);
		if (loop->over)
			return OK;
		take_changes(loop);
		ms = sooner(ms, changes_wait(loop));
		if (!loop->told_loaded && is_loaded(loop) && epoch_count(loop->app.epoch) == 0)
			return empty_archive(loop, why);
		draw(loop);
		tell(loop);
		wait_for_news(loop, sooner(ms, input_wait(&loop->input, clock_ms())), open);
	}
}

static bool is_telling(void)
{
	const char *wish = getenv("DEPECHE_TTY_SYNC");
	return wish && strcmp(wish, "1") == 0;
}

static enum err run(struct loop *loop, const sigset_t *open, struct fault *why)
{
	const struct loop_options *options = loop->options;
	enum err err = term_open(&loop->term,
		&(struct term_options){
			options->keys_from_tty, options->no_colour, options->archive_name},
		why);
	if (err)
		return err;
	arena_init(&loop->frame);
	input_init(&loop->input);
	app_init(&loop->app, options->journal, options->archive_name);
	loop->app.helper = options->helper;
	loop->app.colon.file = options->commands;
	loop->app.people_file = options->load.people_file;
	session_begin(&loop->app, options->session, !options->fresh);
	loop->app.corrections_file = options->load.corrections_file;
	if (options->first_run)
		settings_greet(&loop->app);
	if (options->config)
		settings_start(&loop->app, options->config);
	take_size(loop);
	err = turn(loop, open, why);
	app_clear(&loop->app);
	input_clear(&loop->input);
	arena_clear(&loop->frame);
	term_close(&loop->term);
	return err;
}

enum err loop_run(const struct loop_options *options, struct fault *why)
{
	struct loop_options screen = *options;
	struct loop loop = {
		.options = &screen, .telling = is_telling(), .looked = options->load.now_ns};
	sigset_t open;

	screen.load.behind = screen.load.watch = true;
	term_hold_signals(&open);
	enum err err = load_open(&loop.load, &screen.load, why);
	if (!err) {
		err = run(&loop, &open, why);
		if (loop.next)
			load_close(loop.next);
		load_close(loop.load);
		term_end_by_signal();
	} else {
		sigprocmask(SIG_SETMASK, &open, NULL);
	}
	return err;
}
