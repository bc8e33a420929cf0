/*
 * A long random walk without a terminal: keys, clicks, pastes, sizes, time and the archive read
 * again, each followed by a drawing; after each, what must always hold is looked at.
 *
 *   walk STEPS SEED FOLDER ARCHIVE...
 *
 * Marks and decisions are written into the folder, which is made anew.
 *
 * What is asked for beyond the app (programs, files) is not done; the monkey of tests/tty does
 * that too.
 */

#include "app/app.h"
#include "app/mouse.h"
#include "text/utf8.h"
#include "ui/screen.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REMEMBERED 40
#define OVERLAY_COUNT (OVERLAY_LINKS + 1)
#define CTRL(letter) ((letter)&0x1f)

struct walk {
	struct app app;
	struct journal *journal;
	const char *people_file, *corrections_file;
	const struct epoch *epochs[2]; /* the same archive twice, to go from one to the other */
	int at;                        /* which of them is on the screen */
	int64_t now;
	uint64_t state;
	long steps;
	bool overlays[OVERLAY_COUNT], prompts[PROMPT_COUNT]; /* that were seen */
	char history[REMEMBERED][40];
};

static uint32_t next(struct walk *walk, uint32_t below)
{
	walk->state = walk->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(((walk->state >> 32) * below) >> 32);
}

/* --- what is done ------------------------------------------------------------------------- */

/* What no binding has, and what prompts are for; bindings are drawn from their table. */
static const uint32_t others[] = {'e', 't', 'p', 'k', 'o', 'v', ' ', '"', '(', ')', ':', '-', '*', '=',
	0xe9, 0x416, 0x4e2d, 0x301, 0x202e, 0x1f468, KEYS_DELETE, KEYS_UP, KEYS_DOWN, KEYS_ENTER,
	KEYS_ENTER, KEYS_ESCAPE, KEYS_ESCAPE, KEYS_F12, CTRL('A'), CTRL('E'), CTRL('K'), CTRL('W'),
	CTRL('Y'), CTRL('S'), CTRL('G'), 'y', 'n', '\t', 0, 0x9b, 0x10ffff, KEYS_ALT | 'x'};

static const char *const pastes[] = {"kremlin", "", "person:peskov OR says:lavrov", "\n\n\t", "\xff\xfe",
	"(((((((", "date:2021-01..2021-02 -\"a b\"", "\xd7\xa9\xd7\xa8\xd7\x99 \xe4\xb8\xad\xe6\x96\x87 e\xcc\x81",
	"set theme=light", "goto 75%", "stories", "timeline", "is:unread", "tag:x has:note",
	"set mouse=on", "width", "sort", "related"};

static const int sizes[][2] = {{24, 80}, {36, 120}, {50, 200}, {24, 80}, {1, 1}, {3, 10}, {5, 20},
	{12, 59}, {20, 60}, {30, 99}, {30, 140}, {60, 300}, {2, 200}, {100, 21}, {24, 1}, {1, 80}};

static void remember(struct walk *walk, const char *what)
{
	snprintf(walk->history[walk->steps % REMEMBERED], sizeof walk->history[0], "%.39s", what);
}

static void press(struct walk *walk)
{
	uint32_t count, key;
	const struct binding *bindings = keymap_bindings(NULL, &count);
	char name[24] = "";

	if (next(walk, 3))
		key = bindings[next(walk, count)].key;
	else
		key = others[next(walk, COUNT(others))];
	remember(walk, key ? keymap_name(key, name) : "NUL");
	app_key(&walk->app, key, walk->now);
}

static void click(struct walk *walk)
{
	static const enum mouse_what whats[] = {MOUSE_CLICK, MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN};
	struct mouse mouse = {whats[next(walk, COUNT(whats))],
		(int)next(walk, (uint32_t)walk->app.rows + 2),
		(int)next(walk, (uint32_t)walk->app.cols + 2)};
	char what[40];

	snprintf(what, sizeof what, "mouse%d:%dx%d", (int)mouse.what, mouse.col, mouse.row);
	remember(walk, what);
	app_mouse(&walk->app, mouse, walk->now);
}

static void paste(struct walk *walk)
{
	const char *text = pastes[next(walk, COUNT(pastes))];

	remember(walk, text);
	app_paste(&walk->app, span_of(text), walk->now);
}

static void resize(struct walk *walk)
{
	const int *size = sizes[next(walk, COUNT(sizes))];
	char what[40];

	snprintf(what, sizeof what, "[%dx%d]", size[1], size[0]);
	remember(walk, what);
	app_resize(&walk->app, size[0], size[1]);
}

static void read_again(struct walk *walk)
{
	remember(walk, "[read again]");
	walk->at = !walk->at;
	app_take(&walk->app, walk->epochs[walk->at], (struct load_progress){.phase = LOAD_DONE}, true);
}

static void step(struct walk *walk)
{
	uint32_t what = next(walk, 100);

	walk->now += 1 + next(walk, 50) * (next(walk, 10) == 0 ? 100 : 1);
	if (what < 80)
		press(walk);
	else if (what < 88)
		click(walk);
	else if (what < 93)
		paste(walk);
	else if (what < 98)
		resize(walk);
	else
		read_again(walk);
	app_tick(&walk->app, walk->now);
	/* Nobody is there to do what was asked for. */
	walk->app.requests = (struct app_requests){0};
	walk->app.child = (struct child){0};
	arena_clear(&walk->app.child_arena);
	walk->overlays[walk->app.overlay.which] = true;
	walk->prompts[walk->app.prompt.use] = true;
	walk->steps++;
}

/* --- what must hold ----------------------------------------------------------------------- */

static bool is_utf8(const char *text, size_t len)
{
	struct span all = {text, len};

	for (size_t at = 0; at < len;) {
		size_t start = at;
		if (utf8_next(all, &at) == UTF8_REPLACEMENT && at - start == 1)
			return false;
	}
	return true;
}

static bool is_article(const struct app *app, article_id id)
{
	return id == ARTICLE_NONE || id < epoch_count(app->epoch);
}

static bool lies_in(struct area area, const struct app *app)
{
	return area.rows == 0 || area.cols == 0 ||
	       (area.row >= 0 && area.col >= 0 && area.rows > 0 && area.cols > 0 &&
		       area.row + area.rows <= app->rows && area.col + area.cols <= app->cols);
}

static const char *wrong_panes(const struct app *app)
{
	const struct panes *panes = &app->panes;

	if (panes->arrangement == ARRANGED_MESSAGE)
		return NULL;
	if (app->focus < 0 || app->focus >= PANE_COUNT)
		return "no pane has the focus";
	for (int i = 0; i < PANE_COUNT; i++)
		if (!lies_in(panes->pane[i], app))
			return "a pane is outside the screen";
	return NULL;
}

static const char *wrong_list(const struct app *app)
{
	article_id selected = app->list.selected;

	if (!is_article(app, selected) || !is_article(app, app->kept))
		return "the selected article is none";
	if (app->listed_count > epoch_count(app->epoch) || app->walked_count < app->listed_count)
		return "more is listed than there is";
	if (app->walked_count && app->walked_place >= app->walked_count)
		return "nothing is selected in a list that is not empty";
	if (app->walked_count && app->walked[app->walked_place] != selected)
		return "the selected article stands elsewhere";
	for (uint32_t i = 0; i < app->listed_count; i++)
		if (!app_is_inside(app, app->listed[i]) && app->listed[i] != app->kept)
			return "an article is listed that the filter leaves out";
	return NULL;
}

static const char *wrong_reader(const struct app *app)
{
	const struct reader_state *reader = &app->reader;

	if (!is_article(app, reader->article))
		return "the article that is read is none";
	if (reader->article == ARTICLE_NONE)
		return NULL;
	uint32_t len = (uint32_t)epoch_article(app->epoch, reader->article)->text.len;
	if (reader->offset > len)
		return "the place in the text is behind its end";
	if (reader->current.kind != ITEM_NONE &&
		(reader->current.at.start > reader->current.at.end || reader->current.at.end > len))
		return "the current item is outside the text";
	if (app->page.row_count && app->page_top >= app->page.row_count)
		return "the page begins behind its end";
	for (uint32_t i = 0; i < app->hit_count; i++)
		if (app->hits[i].start > app->hits[i].end || app->hits[i].end > len)
			return "a hit is outside the text";
	return NULL;
}

static const char *wrong_prompt(const struct app *app)
{
	const struct prompt *prompt = &app->prompt;

	if (prompt->len >= PROMPT_ROOM || prompt->text[prompt->len] || prompt->cursor > prompt->len)
		return "the line that is typed has a wrong length";
	if (!is_utf8(prompt->text, prompt->len) || !is_utf8(prompt->text, prompt->cursor))
		return "the line that is typed is cut within a letter";
	if (!memchr(app->message, 0, sizeof app->message) ||
		!is_utf8(app->message, strlen(app->message)))
		return "the message is cut within a letter";
	if (app->history.count < 0 || app->history.count > HISTORY_ROOM ||
		app->history.at > app->history.count)
		return "the history is longer than there is room";
	if (app->overlay_line_count && app->overlay.cursor >= app->overlay_line_count &&
		(app->overlay.which == OVERLAY_WHY || app->overlay.which == OVERLAY_CORRECT))
		return "the cursor is behind the last line";
	return NULL;
}

/* Every cell is filled by the glyph it has, and none holds what a terminal obeys. */
static const char *wrong_canvas(const struct canvas *canvas)
{
	if (canvas->cursor_row < 0 || canvas->cursor_row >= canvas->rows || canvas->cursor_col < 0 ||
		canvas->cursor_col >= canvas->cols)
		return "the cursor is outside the screen";
	for (int i = 0; i < canvas->rows * canvas->cols; i++) {
		const struct cell *cell = &canvas->cells[i];
		bool last = (i + 1) % canvas->cols == 0;
		if (cell->style >= STYLE_COUNT)
			return "a cell has no style";
		if (cell->glyph.width == 2 && (last || cell[1].glyph.width != 0))
			return "a wide letter lacks its right half";
		if (!is_utf8(cell->glyph.bytes, cell->glyph.len) ||
			(cell->glyph.len && (unsigned char)cell->glyph.bytes[0] < ' '))
			return "a cell holds what is no letter";
	}
	return NULL;
}

static const char *wrong_state(const struct app *app)
{
	const char *wrong = wrong_panes(app);

	if (!wrong)
		wrong = wrong_list(app);
	if (!wrong)
		wrong = wrong_reader(app);
	return wrong ? wrong : wrong_prompt(app);
}

/* --- the walk ----------------------------------------------------------------------------- */

static bool look(const struct walk *walk, struct arena *frame)
{
	const char *wrong = wrong_state(&walk->app);
	struct arena_mark mark = arena_mark(frame);
	struct canvas canvas = canvas_make(walk->app.rows, walk->app.cols, frame);
	struct buf picture;

	screen_draw(&walk->app, &canvas);
	if (!wrong)
		wrong = wrong_canvas(&canvas);
	if (wrong) {
		buf_init(&picture, frame);
		canvas_picture(&canvas, false, &picture);
		fprintf(stderr, "walk: %s (step %ld); the last:", wrong, walk->steps);
		for (long i = walk->steps > REMEMBERED ? walk->steps - REMEMBERED : 0;
			i < walk->steps; i++)
			fprintf(stderr, " %s", walk->history[i % REMEMBERED]);
		fprintf(stderr, "\n%.*s", (int)picture.len, picture.at);
	}
	arena_rewind(frame, mark);
	return !wrong;
}

/* The state grows with what is done; a walk of many days is many walks. */
static bool walk_on(struct walk *walk, long steps, struct arena *frame)
{
	bool good = true;

	app_init(&walk->app, walk->journal, "seeds");
	walk->app.people_file = walk->people_file;
	walk->app.corrections_file = walk->corrections_file;
	app_resize(&walk->app, 24, 80);
	app_take(&walk->app, walk->epochs[0], (struct load_progress){.phase = LOAD_DONE}, false);
	walk->at = 0;
	for (long end = walk->steps + steps; good && walk->steps < end;) {
		step(walk);
		good = look(walk, frame);
	}
	app_clear(&walk->app);
	return good;
}

static int count_of(const bool *seen, int count)
{
	int found = 0;

	for (int i = 0; i < count; i++)
		found += seen[i];
	return found;
}

int main(int argc, char **argv)
{
	struct walk *walk = calloc(1, sizeof *walk);
	struct load *loads[2];
	struct arena frame;
	struct fault why;
	bool good = true;

	if (argc < 5 || !walk || !setlocale(LC_ALL, "C.UTF-8"))
		return 2;
	arena_init(&frame);
	if (journal_open(&walk->journal, argv[3], &why)) {
		fprintf(stderr, "walk: %s\n", why.words);
		return 2;
	}
	walk->people_file = arena_format(&frame, "%s/people", argv[3]);
	walk->corrections_file = arena_format(&frame, "%s/corrections", argv[3]);
	struct load_options options = {.paths = (const char *const *)argv + 4,
		.path_count = (uint32_t)argc - 4,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.today = day_of(2026, 1, 1)};
	long steps = strtol(argv[1], NULL, 10);
	walk->state = strtoull(argv[2], NULL, 10);
	for (size_t i = 0; i < COUNT(loads); i++) {
		if (load_open(&loads[i], &options, &why))
			return 2;
		walk->epochs[i] = load_wait(loads[i]);
	}
	while (good && walk->steps < steps)
		good = walk_on(walk, steps - walk->steps < 5000 ? steps - walk->steps : 5000, &frame);
	arena_clear(&frame);
	for (size_t i = 0; i < COUNT(loads); i++)
		load_close(loads[i]);
	journal_close(walk->journal);
	printf("%s walk: %ld steps, %d of %d views, %d of %d prompts\n", good ? "ok  " : "FAIL",
		walk->steps, count_of(walk->overlays, OVERLAY_COUNT), (int)OVERLAY_COUNT,
		count_of(walk->prompts, PROMPT_COUNT), (int)PROMPT_COUNT);
	free(walk);
	return good ? 0 : 1;
}
