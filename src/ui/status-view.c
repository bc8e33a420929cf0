#include "app/correcting.h"
#include "app/items.h"
#include "app/menu.h"
#include "app/tags.h"
#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/scrolled.h"
#include "ui/view.h"

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

static const char *const prompts[] = {
	[PROMPT_NONE] = "",
	[PROMPT_FIND] = N_("Find "),
	[PROMPT_FILTER] = N_("Filter "),
	[PROMPT_NARROW] = N_("Narrow "),
	[PROMPT_PICKER] = N_("Person "),
	[PROMPT_COLON] = ":",
	[PROMPT_TAG] = N_("Tag "),
	[PROMPT_UNTAG] = N_("Take away "),
	[PROMPT_TAG_ALL] = N_("Tag all "),
	[PROMPT_UNTAG_ALL] = N_("Take away from all "),
	[PROMPT_CORRECT] = "",
	[PROMPT_SAVE] = N_("Save as "),
	[PROMPT_RENAME] = N_("Name "),
};

/* How much of the article has been on the screen, in hundredths. */
static int percent_of(const struct app *app)
{
	uint64_t seen = (uint64_t)app->page_top + (uint64_t)app->panes.pane[PANE_READER].rows;
	if (app->page.row_count == 0 || seen >= app->page.row_count)
		return 100;
	return (int)(seen * 100 / app->page.row_count);
}

/* Of the selected article among those that pass: one that is only kept open does not count. */
static uint32_t place_in_result(const struct app *app)
{
	bool kept_apart = app->kept != ARTICLE_NONE && app->kept < epoch_count(app->epoch) &&
			  !app_is_inside(app, app->kept);
	uint32_t at = 0;

	if (!kept_apart)
		return app->walked_place;
	while (at < app->walked_place && app->walked[at] != app->kept)
		at++;
	return app->walked_place - (at < app->walked_place);
}

/* "article 4 of 5", and by story also which of them, or how many there are. */
static const char *place_in_list(const struct app *app, struct arena *arena)
{
	const char *place = label_number(place_in_result(app) + 1, arena);
	const char *count = label_number(app->result.count, arena);
	uint32_t story = app->list_rows ? app->list_rows[app->selected_place].story : 0;
	const char *stories = label_number(app->story_count, arena);

	if (!app->list_rows)
		return arena_format(arena, _("article %s of %s"), place, count);
	if (story)
		return arena_format(arena, _("article %s of %s · story %s of %s"), place, count,
			label_number(story, arena), stories);
	if (app->story_count == 0)
		return arena_format(arena, _("article %s of %s · no stories"), place, count);
	return arena_format(arena,
		P_("article %s of %s · %s story", "article %s of %s · %s stories",
			app->story_count),
		place, count, stories);
}

/* Of the person under the cursor: articles that mean them and do not name them; "". */
static const char *function_of(const struct app *app, struct arena *arena)
{
	if (app->focus != PANE_SIDEBAR || app->sidebar.cursor >= app->sidebar_row_count)
		return "";
	const struct sidebar_row *row = &app->sidebar_rows[app->sidebar.cursor];
	if (row->kind != SIDEBAR_VALUE || !row->value.by_function)
		return "";
	return arena_format(
		arena, _("+%s by function · "), label_number(row->value.by_function, arena));
}

/* How much is marked; "". */
static const char *marked_of(const struct app *app, struct arena *arena)
{
	uint32_t words = app->reader.stretch.anchored ? stretch_words(app) : 0;

	if (words == 0)
		return "";
	return arena_format(arena, P_("%s word", "%s words", words), label_number(words, arena));
}

/* What the list is sorted by, unless it is by day as usual. */
static const char *const orders[ORDER_COUNT] = {[ORDER_DATE] = "",
	[ORDER_TITLE] = N_(" · by title"),
	[ORDER_SOURCE] = N_(" · by source"),
	[ORDER_RELEVANCE] = N_(" · by relevance")};

/* "version 1 of 4 · 14 % the same text · 42 %" */
static const char *place_in_versions(const struct app *app, struct arena *arena)
{
	const char *share = scrolled_share(app, arena), *sign = *share ? " · " : "";
	uint32_t at = app->versions.at + 1, count = app->other_count;

	if (app->sides.percent == 0)
		return arena_format(arena, "%s%s%s",
			arena_format(arena, _("article %u of %u · no text in common"), at, count),
			sign, share);
	return arena_format(arena, "%s%s%s",
		arena_format(arena, _("version %u of %u · %u %% the same text"), at, count,
			app->sides.percent),
		sign, share);
}

/* " · 42 %" of the article; in the sidebar of its rows, which is said, where they go on. */
static const char *share_of(const struct app *app, struct arena *arena)
{
	const char *share = app->focus == PANE_SIDEBAR ? scrolled_share(app, arena) : "";

	if (*share)
		return arena_format(arena, " · %s", arena_format(arena, _("this pane %s"), share));
	if (app->panes.pane[PANE_READER].rows > 0)
		return arena_format(arena, " · %d %%", percent_of(app));
	return "";
}

/* "article 1 of 2 · 42 %" */
static const char *place_of(const struct app *app, struct arena *arena)
{
	if (app->overlay.which == OVERLAY_VERSIONS)
		return place_in_versions(app, arena);
	if (app->overlay.which != OVERLAY_NONE)
		return scrolled_share(app, arena);
	if (!app->epoch || app->listed_count == 0 || app->reader.article == ARTICLE_NONE)
		return "";
	if (app->reader.stretch.on)
		return marked_of(app, arena);
	const char *share = share_of(app, arena);
	if (app->selected_place == UINT32_MAX || !app_is_inside(app, app->list.selected))
		return arena_format(arena, _("outside the filter%s"), share);
	return arena_format(arena, "%s%s%s%s", function_of(app, arena), place_in_list(app, arena),
		_(orders[app->list.order]), share);
}

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

static void draw_hints(
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

/* What is wrong with what is typed, in the row above it and pointing at the place; where there
 * is room on neither side of that, in a row of its own. */
static void draw_wrong(
	const struct query_fault *wrong, struct canvas *canvas, struct area area, int place)
{
	struct span words = span_of(wrong->fault.words);
	int width = width_of(words), col = place + 2, rows = 1;

	if (area.row < 1 || wrong->fault.err == OK)
		return;
	if (col + width > area.cols - 1)
		col = place - 1 - width;
	if (col < 1) {
		col = 1;
		rows += area.row > 1;
	}
	struct area above = canvas_above(canvas, area, rows);
	canvas_put(canvas, above, rows - 1, place, STYLE_KEY, SPAN("↓"));
	canvas_put(canvas, above, 0, col, STYLE_MESSAGE,
		width_clip(words, area.cols - 1 - col, canvas->arena));
}

/* What is to be said while a line is typed, in the row above it. */
static void draw_message(const char *message, struct canvas *canvas, struct area area)
{
	if (area.row < 1)
		return;
	struct area above = canvas_above(canvas, area, 1);
	canvas_put(canvas, above, 0, 1, STYLE_MESSAGE,
		width_clip(span_of(message), area.cols - 2, canvas->arena));
}

/* From where on there is room for what stands before the cursor. */
static size_t first_shown(struct span text, size_t cursor, int room)
{
	int left = width_of(span_cut(text, 0, cursor)), width;
	size_t start = 0;

	while (start < cursor && left > (room > 0 ? room : 0)) {
		start = cluster_end(text, start, &width);
		left -= width;
	}
	return start;
}

/* The line that is typed, as much of it as there is room for, around the cursor. */
static void draw_prompt(const struct app *app, struct canvas *canvas, struct area area, int end)
{
	const struct prompt *prompt = &app->prompt;
	struct span text = prompt_text(prompt);
	const char *label =
		prompt->use == PROMPT_CORRECT ? correcting_label(app) : _(prompts[prompt->use]);
	int col = canvas_put(canvas, area, 0, 1, STYLE_STRONG, span_of(label));
	size_t wrong = app->wrong.at.start;
	size_t start = first_shown(text, prompt->cursor, end - col - 1);
	struct area line = {area.row, area.col, 1, end};
	int cursor =
		canvas_put(canvas, line, 0, col, STYLE_TEXT, span_cut(text, start, prompt->cursor));
	canvas_put(canvas, line, 0, cursor, STYLE_TEXT, span_cut(text, prompt->cursor, text.len));
	canvas_cursor(canvas, area, 0, cursor, true);
	bool offers = app->offers.words.count > 0;
	if (*app->message)
		draw_message(app->message, canvas, area);
	else if (offers || app->wrong.fault.err == OK)
		offers_view.draw(app, canvas, area);
	else if (prompt->use == PROMPT_FILTER || prompt->use == PROMPT_COLON)
		draw_wrong(&app->wrong, canvas, area,
			col + (wrong > start ? width_of(span_cut(text, start, wrong)) : 0));
}

/* Beside a prompt: what it has found so far. */
static const char *found_of(const struct app *app, struct arena *arena)
{
	enum prompt_use use = app->prompt.use;
	if (use == PROMPT_FILTER && app->epoch)
		return arena_format(arena, _("%s of %s articles"),
			label_number(app->result.count, arena),
			label_number(epoch_count(app->epoch), arena));
	if (use == PROMPT_PICKER)
		return arena_format(arena, P_("%s person", "%s people", app->picked_count),
			label_number(app->picked_count, arena));
	if (tags_is_asked(app))
		return tags_offer(app, arena);
	if (use == PROMPT_FIND && app->focus == PANE_READER && app->prompt.len)
		return arena_format(arena, P_("%s hit", "%s hits", app->hit_count),
			label_number(app->hit_count, arena));
	return "";
}

/* The question and what answers it. */
static void draw_menu(const struct app *app, struct canvas *canvas, struct area area, int end)
{
	int col = canvas_put(canvas, area, 0, 1, STYLE_STRONG, span_of(_(app->menu->title))) + 2;

	for (const struct menu_choice *choice = app->menu->choices; choice->key; choice++) {
		char name[24];
		struct span key = span_of(keymap_shown(choice->key, name)),
			    words = span_of(_(choice->words));

		if (col + width_of(key) + 1 + width_of(words) > end)
			return;
		col = canvas_put(canvas, area, 0, col, STYLE_KEY, key);
		col = canvas_put(canvas, area, 0, col + 1, STYLE_TEXT, words) + 2;
	}
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	bool prompting = app->prompt.use != PROMPT_NONE;
	const char *right = prompting ? found_of(app, canvas->arena) : place_of(app, canvas->arena);
	int end = area.cols - 1;
	/* Where it has more to say, hints give way. */
	bool longer = app->overlay.which == OVERLAY_VERSIONS || app->focus == PANE_SIDEBAR;
	int from = longer ? area.cols / 3 : area.cols / 2;
	bool said = !prompting && !app->menu && *app->message;

	/* The place gives way to a message that has no room beside it. */
	if (said && width_of(span_of(app->message)) + 4 + width_of(span_of(right)) > area.cols)
		right = "";
	if (*right && !app->menu)
		end = canvas_put_right(canvas, area, 0, from, end, STYLE_DIM, span_of(right)) - 2;
	if (prompting)
		draw_prompt(app, canvas, area, end);
	else if (app->menu)
		draw_menu(app, canvas, area, area.cols - 1);
	else if (said)
		canvas_put(canvas, area, 0, 1, STYLE_MESSAGE,
			width_clip(span_of(app->message), end - 1, canvas->arena));
	else
		draw_hints(app, canvas, area, 1, end);
}

const struct view status_view = {.name = "status", .draw = draw};
