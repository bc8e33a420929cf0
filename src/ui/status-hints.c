#include "ui/status-hints.h"

#include "app/items.h"
#include "base/message.h"
#include "text/width.h"

#define HINTS_STAY 3 /* of a pane's hints */

/* What the status line offers in each pane: the keys that matter most there. */
struct hint {
	enum action action; /* ACTION_NONE ends the row */
	const char *word;   /* null: what n steps through */
};

/* clang-format off */
static const struct hint hints[PANE_COUNT][16] = {
	[PANE_LIST] = {
		{ ACTION_OPEN, N_("read") }, { ACTION_PERSON, N_("person") }, { ACTION_FILTER, N_("filter") },
		{ ACTION_RELATED, N_("related") }, { ACTION_FOCUS_NEXT, N_("pane") }, { ACTION_BACK, N_("back") },
		{ ACTION_STAR, N_("star") }, { ACTION_SORT, N_("sort") }, { ACTION_BY_STORY, N_("stories") },
		{ ACTION_TIMELINE, N_("timeline") }, { ACTION_EXPORT, N_("write") },
		{ ACTION_COMMAND_LINE, N_("command") }, { ACTION_NONE, NULL },
	},
	[PANE_READER] = {
		{ ACTION_PAGE_DOWN, N_("page") }, { ACTION_NEXT_ITEM, NULL }, { ACTION_TRAIL, N_("trail") },
		{ ACTION_RELATED, N_("related") }, { ACTION_VERSIONS, N_("versions") },
		{ ACTION_FIND, N_("find") }, { ACTION_BACK, N_("back") },
		{ ACTION_NEXT_ARTICLE, N_("next") }, { ACTION_WHY, N_("why") }, { ACTION_RAW, N_("file") },
		{ ACTION_COPY, N_("copy") }, { ACTION_STAR, N_("star") }, { ACTION_NONE, NULL },
	},
	[PANE_SIDEBAR] = {
		{ ACTION_INCLUDE, N_("include") }, { ACTION_EXCLUDE, N_("exclude") }, { ACTION_ANY_ALL, N_("and/or") },
		{ ACTION_FIND, N_("narrow") }, { ACTION_PERSON_PAGE, N_("page") },
		{ ACTION_DROP_LAST, N_("drop last") }, { ACTION_DROP_ALL, N_("all") },
		{ ACTION_UNDO, N_("undo") }, { ACTION_NONE, NULL },
	},
	[PANE_RELATED] = {
		{ ACTION_OPEN, N_("go there") }, { ACTION_WHY, N_("why") }, { ACTION_MAKE_FILTER, N_("filter") },
		{ ACTION_CLOSE, N_("close") }, { ACTION_BACK, N_("back") },
		{ ACTION_FOCUS_NEXT, N_("pane") }, { ACTION_NONE, NULL },
	},
};

static const struct hint overlay_hints[] = {
	{ ACTION_OPEN, N_("go to the text") }, { ACTION_MAKE_FILTER, N_("filter") },
	{ ACTION_CLOSE, N_("close") }, { ACTION_LINE_DOWN, N_("down") }, { ACTION_LINE_UP, N_("up") },
	{ ACTION_FIND, N_("find") }, { ACTION_NONE, NULL },
};
static const struct hint timeline_hints[] = {
	{ ACTION_OPEN, N_("list these") }, { ACTION_ZOOM_IN, N_("shorter") }, { ACTION_ZOOM_OUT, N_("longer") },
	{ ACTION_CLOSE, N_("close") }, { ACTION_SPLIT, N_("tell apart") },
	{ ACTION_SPOKEN_OF, N_("days spoken of") }, { ACTION_FILTER, N_("filter") }, { ACTION_NONE, NULL },
};
static const struct hint stretch_hints[] = {
	{ ACTION_ANCHOR, N_("begin") }, { ACTION_NEXT_WORD, N_("word") }, { ACTION_NEXT_SENTENCE, N_("sentence") },
	{ ACTION_NEXT_PARAGRAPH, N_("paragraph") }, { ACTION_COPY_PASSAGE, N_("copy") },
	{ ACTION_SWAP_ENDS, N_("other end") }, { ACTION_CLEAR_HITS, N_("leave") }, { ACTION_NONE, NULL },
};
static const struct hint correct_hints[] = {
	{ ACTION_OPEN, N_("put right") }, { ACTION_CLOSE, N_("close") }, { ACTION_LINE_DOWN, N_("down") },
	{ ACTION_LINE_UP, N_("up") }, { ACTION_NONE, NULL },
};
static const struct hint link_hints[] = {
	{ ACTION_OPEN, N_("open in the browser") }, { ACTION_COPY_LINK, N_("copy the address") },
	{ ACTION_CLOSE, N_("close") }, { ACTION_NONE, NULL },
};
static const struct hint version_hints[] = {
	{ ACTION_NEXT_OWN, N_("next own") }, { ACTION_NEXT_VERSION, N_("other version") },
	{ ACTION_CLOSE, N_("close") }, { ACTION_SWAP_VERSIONS, N_("swap") },
	{ ACTION_OPEN, N_("read it") }, { ACTION_LINE_DOWN, N_("down") },
	{ ACTION_NONE, NULL },
};
static const struct hint person_hints[] = {
	{ ACTION_OPEN, N_("go there") }, { ACTION_NEXT_SECTION, N_("section") },
	{ ACTION_MAKE_FILTER, N_("filter") }, { ACTION_CLOSE, N_("close") }, { ACTION_WHY, N_("why") },
	{ ACTION_BACK, N_("back") }, { ACTION_MERGE_PERSON, N_("merge") }, { ACTION_SPLIT_PERSON, N_("split") },
	{ ACTION_RENAME_PERSON, N_("rename") }, { ACTION_HIDE_PERSON, N_("nobody") }, { ACTION_UNDO, N_("undo") },
	{ ACTION_NONE, NULL },
};
/* clang-format on */

/* What a key does here, where that is not always the same. */
static const char *word_of(const struct app *app, const struct hint *hint)
{
	uint32_t cursor = app->sidebar.cursor;

	if (!hint->word)
		return items_noun(app->reader.trail, 1);
	if (hint->action != ACTION_INCLUDE || cursor >= app->sidebar_row_count)
		return _(hint->word);
	const struct sidebar_row *row = &app->sidebar_rows[cursor];
	if (row->kind == SIDEBAR_HEADING)
		return row->more ? _("open") : _("close");
	if (row->kind == SIDEBAR_MORE)
		return row->more ? _("show all") : _("show fewer");
	return _(hint->word);
}

/* A hint where it fits before end; the column after it, or col as it was. */
static int draw_hint(const struct app *app, struct canvas *canvas, struct area area, int col,
	int end, const struct hint *hint)
{
	char keys[32];
	keymap_keys(app->keys, hint->action, app_where(app), 1, keys, (int)sizeof keys);
	struct span key = span_of(keys), word = span_of(word_of(app, hint));
	if (key.len == 0 || col + width_of(key) + 1 + width_of(word) > end)
		return col;
	col = canvas_put(canvas, area, 0, col, STYLE_KEY, key);
	return canvas_put(canvas, area, 0, col + 1, STYLE_DIM, word) + 3;
}

/* Whether Enter goes somewhere from an overlay. */
static bool has_place(const struct app *app)
{
	uint32_t line = app->overlay.cursor;

	return app->overlay.which == OVERLAY_WHY && line < app->overlay_line_count &&
	       app->overlay_lines[line].article != ARTICLE_NONE;
}

static bool has_filter(const struct app *app)
{
	uint32_t line = app->overlay.cursor;

	return app->overlay.which == OVERLAY_WHY && line < app->overlay_line_count &&
	       app->overlay_lines[line].filter;
}

static const struct hint *hints_of(const struct app *app)
{
	static const struct hint *const of_overlays[] = {[OVERLAY_HELP] = overlay_hints,
		[OVERLAY_PICKER] = overlay_hints,
		[OVERLAY_PROBLEMS] = overlay_hints,
		[OVERLAY_WHY] = overlay_hints,
		[OVERLAY_CORRECT] = correct_hints,
		[OVERLAY_VERSIONS] = version_hints,
		[OVERLAY_TIMELINE] = timeline_hints,
		[OVERLAY_LINKS] = link_hints,
		[OVERLAY_PERSON] = person_hints};

	if (app_where(app) == WHERE_STRETCH)
		return stretch_hints;
	return app->overlay.which == OVERLAY_NONE ? hints[app->focus]
						  : of_overlays[app->overlay.which];
}

/* The first hints stay; of the others other ones come first after each visit, so that in time
 * every one of them is seen. */
static int turned(const struct app *app, int i, int count)
{
	if (!app->tips || app->overlay.which != OVERLAY_NONE || i < HINTS_STAY ||
		count <= HINTS_STAY)
		return i;
	return HINTS_STAY + (i - HINTS_STAY + app->history.at) % (count - HINTS_STAY);
}

void status_hints_draw(
	const struct app *app, struct canvas *canvas, struct area area, int col, int end)
{
	static const struct hint help = {ACTION_HELP, N_("help")};
	bool helped = app->overlay.which == OVERLAY_NONE || app->overlay.which == OVERLAY_PERSON;
	/* "? help" is there when nothing else is, with its gap. */
	const int help_cols = helped ? width_of(span_of(_(help.word))) + 5 : 0;
	bool lines = app->overlay.which == OVERLAY_WHY || app->overlay.which == OVERLAY_PROBLEMS;
	const struct hint *row = hints_of(app);

	int count = 0;
	while (row[count].action != ACTION_NONE)
		count++;
	for (int i = 0; i < count; i++) {
		const struct hint *hint = &row[turned(app, i, count)];
		if ((hint->action == ACTION_FIND && lines) ||
			(hint->action == ACTION_OPEN && row == overlay_hints && !has_place(app)) ||
			(hint->action == ACTION_MAKE_FILTER && row == overlay_hints &&
				!has_filter(app)))
			continue;
		int next = draw_hint(app, canvas, area, col, end - help_cols, hint);
		if (next == col)
			break;
		col = next;
	}
	if (helped)
		draw_hint(app, canvas, area, col, end, &help);
}
