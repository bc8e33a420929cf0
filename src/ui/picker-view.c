#include "app/people.h"
#include "app/picker.h"
#include "base/buf.h"
#include "base/message.h"
#include "know/roles.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/marked.h"
#include "ui/view.h"

#define NAME_COLS 30
#define MEASURE 120 /* cells */

/* How the person is chosen in the filter already. */
static enum choice choice_of(const struct app *app, const struct actor *actor)
{
	struct clause wanted = {.kind = CLAUSE_PERSON, .text = actor->slug};
	int index = query_find(app->query, &wanted);
	if (index < 0)
		return CHOICE_NONE;
	return app->query->clauses[index].exclude ? CHOICE_EXCLUDED : CHOICE_INCLUDED;
}

/* The form that is meant, where it is not the name that has what was typed; null. */
static const char *found_form(const struct actor *actor, struct span typed, struct arena *scratch)
{
	const char *found = NULL;
	int best = 0;

	if (typed.len == 0 || picker_score(span_of(actor->name), typed, scratch) > 0)
		return NULL;
	for (uint32_t i = 0; i < actor->form_count; i++) {
		int score = picker_score(span_of(actor->forms[i]), typed, scratch);
		if (score > best) {
			best = score;
			found = actor->forms[i];
		}
	}
	return found;
}

/* "porte-parole du Kremlin · Peskov, Dimitri Peskov": the function in most articles, and the other
 * forms of the name but one, commonest first. */
static struct span about(const struct actor *actor, const char *but, int width, struct arena *arena)
{
	struct buf words;
	bool first = true;

	buf_init(&words, arena);
	if (actor->role_count)
		buf_text(&words, actor->roles[0].text);
	for (uint32_t i = 0; i < actor->form_count && words.len < (size_t)width; i++) {
		if (actor->forms[i] == but ||
			span_equal(span_of(actor->forms[i]), span_of(actor->name)))
			continue;
		buf_text(&words, !first ? ", " : words.len ? " · " : "");
		buf_text(&words, actor->forms[i]);
		first = false;
	}
	return width_clip(buf_span(&words), width, arena);
}

/* With the letters marked that were typed. */
static int draw_form(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, int width, enum style style, const char *form)
{
	struct extent *hits;
	uint32_t count =
		picker_letters(span_of(form), prompt_text(&app->prompt), &hits, canvas->arena);

	return marked_put(canvas, area, row, col, width, style, span_of(form), hits, count);
}

/* The form that was found comes first, so that one sees why the person is here. */
static void draw_about(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, int end, const struct actor *actor)
{
	const char *found = found_form(actor, prompt_text(&app->prompt), canvas->arena);

	if (found)
		col = draw_form(app, canvas, area, row, col, end - col, STYLE_DIM, found);
	struct span rest = about(actor, found, end - col, canvas->arena);
	if (found && rest.len && end - col > 4)
		col = canvas_put(canvas, area, row, col, STYLE_DIM, SPAN(" · "));
	canvas_put(canvas, area, row, col, STYLE_DIM, width_clip(rest, end - col, canvas->arena));
}

static void draw_row(
	const struct app *app, struct canvas *canvas, struct area area, int row, uint32_t index)
{
	const struct actor *actor = epoch_actor(app->epoch, index);
	enum choice choice = choice_of(app, actor);
	int end = area.cols - 1, name_end = 4 + NAME_COLS;
	const char *count =
		arena_format(canvas->arena, P_("%s article", "%s articles", actor->articles),
			label_number(actor->articles, canvas->arena));

	if (choice != CHOICE_NONE)
		canvas_put(canvas, area, row, 2, STYLE_ACCENT,
			choice == CHOICE_INCLUDED ? SPAN("+") : SPAN("-"));
	end = canvas_put_right(canvas, area, row, 4, end, STYLE_DIM, span_of(count)) - 2;
	if (name_end > end)
		name_end = end;
	draw_form(app, canvas, area, row, 4, name_end - 4,
		choice == CHOICE_INCLUDED ? STYLE_INCLUDED : STYLE_TEXT, actor->name);
	if (end - name_end > 10)
		draw_about(app, canvas, area, row, name_end + 2, end, actor);
}

/* What is asked for, and what the keys do with the answer. */
static void draw_title(const struct app *app, struct canvas *canvas, struct area area)
{
	static const char *const keys[] = {
		[PICK_FILTER] = N_("Enter filters · Tab opens the page · Esc closes"),
		[PICK_PAGE] = N_("Enter opens the page · Esc closes"),
		[PICK_MERGE] = N_("Enter joins the two · Esc closes"),
	};
	const char *title = _("Pick a person");

	if (app->overlay.picking == PICK_PAGE)
		title = _("Whose page?");
	else if (app->overlay.picking == PICK_MERGE && app->dossier.name)
		title = arena_format(
			canvas->arena, _("Who is the same person as %s?"), app->dossier.name);
	int col = canvas_put(canvas, area, 0, 2, STYLE_TITLE,
		width_clip(span_of(title), area.cols - 3, canvas->arena));
	struct span words = span_of(_(keys[app->overlay.picking]));
	if (col + 2 + width_of(words) < area.cols)
		canvas_put_right(canvas, area, 0, col + 2, area.cols - 1, STYLE_DIM, words);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (area.cols > MEASURE)
		area.cols = MEASURE;
	draw_title(app, canvas, area);
	if (!app->epoch)
		return;
	if (app->picked_count == 0)
		canvas_put(
			canvas, area, 2, 4, STYLE_DIM, span_of(_("Nobody is called that here.")));
	struct area rows = {area.row + OVERLAY_HEAD, area.col, area.rows - OVERLAY_HEAD, area.cols};
	uint32_t top = people_top(app, rows.rows);
	for (int row = 0; row < rows.rows; row++) {
		uint32_t at = top + (uint32_t)row;
		if (at >= app->picked_count)
			break;
		draw_row(app, canvas, rows, row, app->picked[at].item);
		if (at == app->overlay.cursor)
			canvas_select(canvas, rows, row);
	}
}

const struct view picker_view = {.name = "picker", .draw = draw};
