/*
 * Screens without a terminal: the bundled archive, some keys, a size, and what the canvas shows,
 * compared with tests/screen/NAME.txt.
 *
 *   screens ARCHIVE FOLDER      UPDATE=1 in the environment rewrites the pictures
 */

#include "app/app.h"
#include "text/utf8.h"
#include "ui/screen.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Keys: a character is itself; <Enter> <Tab> <Esc> <Down> <Up> are those. */
struct shot {
	const char *name;
	int cols, rows;
	const char *keys;
	bool styles;
};

/* clang-format off */
static const struct shot shots[] = {
	{ "start-80x24", 80, 24, "", true },
	{ "start-120x36", 120, 36, "", true },
	{ "start-200x50", 200, 50, "", false },
	{ "start-160x48", 160, 48, "", false },
	{ "start-58x20", 58, 20, "", false },
	{ "start-24x6", 24, 6, "", false },
	{ "start-10x3", 10, 3, "", false },
	{ "start-1x1", 1, 1, "", false },
	{ "reader-58x20", 58, 20, "<Enter>", false },
	{ "sidebar-80x24", 80, 24, "B", true },
	{ "person-120x36", 120, 36, "apeskov<Enter>", true },
	{ "related-120x36", 120, 36, "apeskov<Enter>r", true },
	{ "related-80x24", 80, 24, "Gr", false },
	{ "chips-120x36", 120, 36, "apeskov<Enter><Tab><Tab><Down><Down>x1", true },
	{ "mention-80x24", 80, 24, "<Enter>)", true },
	{ "hits-200x50", 200, 50, "f\"kremlin\"<Enter><Enter>n", true },
	{ "wrong-80x24", 80, 24, "fkremlin persn:peskov", true },
	{ "wrong-name-80x24", 80, 24, "ftitle:start with:peskov,sulivan", false },
	{ "wrong-end-80x24", 80, 24, "fkremlin (start OR <Enter>", false },
	{ "wrong-tag-80x24", 80, 24, "fis:unread tag:garden", false },
	{ "typing-80x24", 80, 24, "fnavalny", true },
	{ "nothing-58x20", 58, 20, "fxyzzy<Enter>", false },
	{ "furniture-120x36", 120, 36, "G<Enter>mmn<Enter>", false },
	{ "file-80x24", 80, 24, "<Enter>p", false },
	{ "picker-80x24", 80, 24, "ako", true },
	{ "picker-120x36", 120, 36, "a", false },
	{ "picker-form-120x36", 120, 36, "adimitri", true },
	{ "narrowed-120x36", 120, 36, "<Tab><Tab>/nik pa", true },
	{ "help-80x24", 80, 24, "?", true },
	{ "help-120x36", 120, 36, "?", false },
	{ "help-200x50", 200, 50, "?", false },
	{ "help-58x20", 58, 20, "?<Down>", false },
	{ "stories-58x20", 58, 20, "S", false },
	{ "stories-80x24", 80, 24, "S", true },
	{ "stories-120x36", 120, 36, "SGoj", true },
	{ "stories-200x50", 200, 50, "SGo", false },
	{ "versions-80x24", 80, 24, "Gvs", true },
	{ "versions-own-200x50", 200, 50, "v", false },
	{ "versions-120x36", 120, 36, "Gv", true },
	{ "versions-200x50", 200, 50, "GvJ", false },
	{ "says-120x36", 120, 36, "<Tab><Tab>Gkkkk<Enter>l<Tab>n", true },
	{ "about-120x36", 120, 36, "jj<Enter>mmnRN", true },
	{ "why-80x24", 80, 24, "G=", false },
	{ "why-mention-80x24", 80, 24, "<Enter>)))=", false },
	{ "why-quotation-80x24", 80, 24, "jj<Enter>mn=j", true },
	{ "why-day-80x24", 80, 24, "jj<Enter>mmnn=", false },
	{ "why-person-120x36", 120, 36, "<Tab><Tab>=", false },
	{ "why-related-80x24", 80, 24, "Gr=", false },
	{ "why-jump-80x24", 80, 24, "jj<Enter>mn=j<Enter>", true },
	{ "timeline-80x24", 80, 24, "t", true },
	{ "timeline-120x36", 120, 36, "apeskov<Enter>ts", true },
	{ "timeline-200x50", 200, 50, "tsskk", false },
	{ "timeline-spoken-80x24", 80, 24, "tpzz,", false },
	{ "timeline-chosen-120x36", 120, 36, "t,<Enter>t", true },
	{ "timeline-58x20", 58, 20, "tz", false },
	{ "timeline-24x6", 24, 6, "ts", false },
	{ "sections-80x24", 80, 24, "Bg<Enter>G<Enter>k", false },
	{ "sections-200x50", 200, 50, "<Tab><Tab>GkG<Enter><Down>k<Enter>j<Enter>j<Enter>", false },
	{ "page-merge-80x24", 80, 24, "apeskov<Enter>Am", false },
	{ "page-80x24", 80, 24, "apeskov<Enter>A", true },
	{ "page-120x36", 120, 36, "apeskov<Enter>A", true },
	{ "page-200x50", 200, 50, "apeskov<Enter>Al", false },
	{ "page-58x20", 58, 20, "apeskov<Enter>A<Tab><Tab><Tab><Tab>", false },
	{ "passage-80x24", 80, 24, "<Enter>Vpvs", true },
	{ "passage-120x36", 120, 36, "<Enter>Vpvpp", false },
	{ "passage-200x50", 200, 50, "<Enter>)Vs", true },
	{ "correct-80x24", 80, 24, "<Enter>)E", true },
	{ "correct-120x36", 120, 36, "jj<Enter>mn)E", false },
	{ "problems-80x24", 80, 24, "P", false },
	{ "star-80x24", 80, 24, ".j", true },
	{ "all-80x24", 80, 24, "*.j*", true },
	{ "sorted-80x24", 80, 24, "s", true },
	{ "found-200x50", 200, 50, "fkremlin<Enter>", true },
	{ "found-58x20", 58, 20, "fnavalny<Enter><Down>", true },
	{ "found-120x36", 120, 36, "f\"new start\"<Enter>:set snippets on<Enter>S", false },
};

/* Every view, at every size and in every language: tests/screen/french/help-80x24.txt. */
static const struct {
	const char *name, *keys;
} views[] = {
	{ "start", "" },
	{ "reader", "jj<Enter>n" },
	{ "sidebar", "<Tab><Tab>" },
	{ "chosen", "apeskov<Enter>" },
	{ "found", "fkremlin<Enter>" },
	{ "nothing", "fxyzzy<Enter>" },
	{ "outside", "fnavalny<Enter>r<Enter>" },
	{ "typing", "fkremlin persn:peskov" },
	{ "stories", "SGo" },
	{ "related", "Gr" },
	{ "versions", "Gvs" },
	{ "why", "G=" },
	{ "why-mention", "<Enter>)))=" },
	{ "why-quotation", "jj<Enter>mn=" },
	{ "why-day", "jj<Enter>mmnn=" },
	{ "why-related", "Gr=" },
	{ "why-person", "<Tab><Tab>=" },
	{ "timeline", "apeskov<Enter>ts" },
	{ "timeline-spoken", "tp" },
	{ "page", "apeskov<Enter>A" },
	{ "picker", "ako" },
	{ "passage", "<Enter>Vpvs" },
	{ "correct", "jj<Enter>mn)E" },
	{ "file", "<Enter>p" },
	{ "problems", "P" },
	{ "help", "?" },
	{ "command", ":s" },
	{ "copy", "y" },
	{ "all", "*" },
	{ "tag", "+à relire" },
};
static const struct { int cols, rows; } sizes[] = { { 80, 24 }, { 120, 36 }, { 200, 50 } };
/* A locale that is not installed everywhere: its name is enough. */
static const struct { const char *name, *locale; } languages[] = {
	{ "english", "C.UTF-8" }, { "french", "fr_FR.UTF-8" } };

static const struct {
	const char *name;
	uint32_t key;
} named[] = {
	{ "<Enter>", KEYS_ENTER }, { "<Tab>", '\t' }, { "<Esc>", KEYS_ESCAPE },
	{ "<Down>", KEYS_DOWN }, { "<Up>", KEYS_UP },
};
/* clang-format on */

static void type(struct app *app, const char *keys)
{
	int64_t now = 1000;
	while (*keys) {
		size_t len = 0;
		uint32_t key = utf8_next(span_of(keys), &len);
		for (size_t i = 0; i < COUNT(named); i++)
			if (strncmp(keys, named[i].name, strlen(named[i].name)) == 0) {
				key = named[i].key;
				len = strlen(named[i].name);
			}
		app_key(app, key, now += 10);
		keys += len;
	}
}

static struct span read_file(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	struct buf text;
	char bytes[4096];
	size_t got;

	buf_init(&text, arena);
	while (file && (got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buf_add(&text, (struct span){bytes, got});
	if (file)
		fclose(file);
	return buf_span(&text);
}

static bool write_file(const char *path, struct span text)
{
	FILE *file = fopen(path, "wb");
	if (!file)
		return false;
	bool whole = fwrite(text.at, 1, text.len, file) == text.len;
	return fclose(file) == 0 && whole;
}

/* Tells the first line in which two pictures differ. */
static void tell_difference(const char *name, struct span got, struct span want)
{
	struct span a, b;
	for (int line = 1;; line++) {
		bool more_got = span_line(&got, &a), more_want = span_line(&want, &b);
		if (!more_got && !more_want)
			return;
		if (more_got && more_want && span_equal(a, b))
			continue;
		fprintf(stderr, "%s:%d:\n  got  \"%.*s\"\n  want \"%.*s\"\n", name, line,
			more_got ? (int)a.len : 0, a.at, more_want ? (int)b.len : 0, b.at);
		return;
	}
}

static bool check(const struct epoch *epoch, const struct shot *shot, const char *folder)
{
	struct arena arena;
	struct app app;
	struct buf picture;
	bool good = true;

	arena_init(&arena);
	app_init(&app, NULL, "seeds");
	app_resize(&app, shot->rows, shot->cols);
	app_take(&app, epoch, (struct load_progress){.phase = LOAD_DONE}, false);
	type(&app, shot->keys);
	struct canvas canvas = canvas_make(shot->rows, shot->cols, &arena);
	screen_draw(&app, &canvas);
	buf_init(&picture, &arena);
	canvas_picture(&canvas, shot->styles, &picture);

	const char *path = arena_format(&arena, "%s/%s.txt", folder, shot->name);
	const char *update = getenv("UPDATE");
	if (update && *update) {
		good = write_file(path, buf_span(&picture));
	} else {
		struct span want = read_file(path, &arena);
		good = span_equal(buf_span(&picture), want);
		if (!good)
			tell_difference(path, buf_span(&picture), want);
	}
	app_clear(&app);
	arena_clear(&arena);
	return good;
}

/* How many of the shots of a table are not as in their pictures. */
static int check_all(const struct epoch *epoch, const char *folder)
{
	int bad = 0;

	for (size_t i = 0; i < COUNT(shots); i++)
		bad += !check(epoch, &shots[i], folder);
	return bad;
}

/* Likewise of the views in one language. */
static int check_views(const struct epoch *epoch, const char *folder, const char *language)
{
	int bad = 0;

	for (size_t i = 0; i < COUNT(views) * COUNT(sizes); i++) {
		struct shot shot = {.cols = sizes[i % COUNT(sizes)].cols,
			.rows = sizes[i % COUNT(sizes)].rows,
			.keys = views[i / COUNT(sizes)].keys};
		char name[80];
		snprintf(name, sizeof name, "%s/%s-%dx%d", language, views[i / COUNT(sizes)].name,
			shot.cols, shot.rows);
		shot.name = name;
		bad += !check(epoch, &shot, folder);
	}
	return bad;
}

/* The archive is read in each language, for it says things too: why it takes a day for the day. */
static int check_language(const char *archive, const char *folder, size_t language)
{
	struct load *load;
	struct fault why;
	struct load_options options = {.paths = &archive,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.today = day_of(2026, 1, 1)};

	setenv("LC_ALL", languages[language].locale, 1);
	if (load_open(&load, &options, &why)) {
		fprintf(stderr, "%s\n", why.words);
		return 1;
	}
	const struct epoch *epoch = load_wait(load);
	int bad = check_views(epoch, folder, languages[language].name);
	if (language == 0)
		bad += check_all(epoch, folder);
	load_close(load);
	return bad;
}

int main(int argc, char **argv)
{
	const int count = (int)(COUNT(shots) + COUNT(views) * COUNT(sizes) * COUNT(languages));
	int bad = 0;

	if (argc != 3 || !setlocale(LC_ALL, "C.UTF-8"))
		return 2;
	for (size_t i = 0; i < COUNT(languages); i++)
		bad += check_language(argv[1], argv[2], i);
	printf("%s screens: %d of %d as in their pictures\n", bad ? "FAIL" : "ok  ", count - bad,
		count);
	return bad ? 1 : 0;
}
