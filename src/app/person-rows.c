#include "app/person-rows.h"

#include "text/width.h"
#include "text/wrap.h"

#define LEFT 2
#define GAP 4        /* cells between two columns */
#define SIDE_MOST 46 /* cells of the left one */
#define MEASURE 90   /* of the widest that has words to read */
#define WIDEST 124   /* of one with titles, which are read at a glance */
#define HUNG_FROM 44 /* narrower columns have none for days */
#define COUNT_COLS 9 /* for "12/345" and what parts it from the text */
#define SAID_ROWS 4  /* of a quotation */
#define NOTE_ROWS 2

/* Lines of a section that are shown at first. */
static const uint32_t usual[DOSSIER_SECTION_COUNT] = {
	[DOSSIER_ROLES] = 4,
	[DOSSIER_TIME] = 24,
	[DOSSIER_WITH] = 8,
	[DOSSIER_FORMS] = 6,
	[DOSSIER_SAID] = 12,
	[DOSSIER_ARTICLES] = 12,
};

VEC_OF(struct person_row, person_row_list);

struct laying {
	const struct dossier *dossier;
	struct person_row_list rows;
	struct person_column column; /* that is being filled */
	uint32_t stop;
	struct arena *arena;
};

bool person_is_hung(const struct person_column *column)
{
	return column->width >= HUNG_FROM;
}

static struct person_row *add(
	struct laying *lay, enum person_row_kind kind, enum dossier_section section, uint32_t line)
{
	struct person_row *row = vec_push(lay->arena, &lay->rows);

	*row = (struct person_row){
		.kind = kind, .section = section, .line = line, .stop = UINT32_MAX};
	if (kind != PERSON_BLANK && kind != PERSON_HEADING)
		row->stop = lay->stop;
	return row;
}

static int narrower(int a, int b)
{
	return a < b ? a : b;
}

/* What is dated stands behind the column of days. */
static int text_width(const struct laying *lay, enum dossier_section section)
{
	bool dated = section == DOSSIER_SAID || section == DOSSIER_ARTICLES;
	int measure = section == DOSSIER_ARTICLES ? WIDEST : MEASURE;
	int width = narrower(lay->column.width, measure) - PERSON_INDENT;

	if (dated && person_is_hung(&lay->column))
		return width - PERSON_DATE_COLS;
	return dated ? width : width - COUNT_COLS;
}

/* The rows of a text, of which at most some are shown; how many there are. */
static uint32_t add_wrapped(struct laying *lay, enum person_row_kind kind,
	enum dossier_section section, uint32_t line, struct span text, int width, uint32_t most)
{
	struct wrap wrap = wrap_of(text, width > 1 ? width - 1 : 1, lay->arena);
	struct person_row *row = NULL;
	struct extent at;
	uint32_t count = 0;

	while (wrap_next(&wrap, &at)) {
		if (count == most) {
			row->cut = true;
			break;
		}
		row = add(lay, kind, section, line);
		row->nth = count++;
		row->at = at;
	}
	return count;
}

static void add_quotation(struct laying *lay, uint32_t index)
{
	const struct dossier_line *line = &lay->dossier->sections[DOSSIER_SAID].at[index];
	int width = text_width(lay, DOSSIER_SAID);
	bool hung = person_is_hung(&lay->column);

	if (index > 0)
		add(lay, PERSON_BLANK, DOSSIER_SAID, index);
	if (!hung)
		add(lay, PERSON_DATED, DOSSIER_SAID, index);
	uint32_t count =
		add_wrapped(lay, PERSON_TEXT, DOSSIER_SAID, index, line->text, width, SAID_ROWS);
	/* The source stands under the day, so there must be a second row. */
	for (; hung && count < (line->source.len ? 2 : 1); count++)
		add(lay, PERSON_TEXT, DOSSIER_SAID, index)->nth = count;
}

static void add_article(struct laying *lay, uint32_t index)
{
	const struct dossier_line *line = &lay->dossier->sections[DOSSIER_ARTICLES].at[index];

	if (!person_is_hung(&lay->column))
		add(lay, PERSON_DATED, DOSSIER_ARTICLES, index);
	add(lay, PERSON_TEXT, DOSSIER_ARTICLES, index)->at =
		(struct extent){0, (uint32_t)line->text.len};
}

/* A function, a name, a spelling: its note behind it where there is room, else under it. */
static void add_plain(struct laying *lay, enum dossier_section section, uint32_t index)
{
	const struct dossier_line *line = &lay->dossier->sections[section].at[index];
	struct span note = span_of(line->note);
	int width = text_width(lay, section);
	bool fits = width_of(line->text) + 2 + width_of(note) <= width;
	uint32_t first = lay->rows.count;

	if (add_wrapped(lay, PERSON_TEXT, section, index, line->text, width, NOTE_ROWS) == 0)
		add(lay, PERSON_TEXT, section, index);
	lay->rows.at[first].noted = fits && note.len;
	if (note.len && !fits)
		add_wrapped(lay, PERSON_NOTE, section, index, note,
			lay->column.width - PERSON_INDENT, NOTE_ROWS);
}

static void add_line(struct laying *lay, enum dossier_section section, uint32_t index)
{
	if (section == DOSSIER_SAID)
		add_quotation(lay, index);
	else if (section == DOSSIER_ARTICLES)
		add_article(lay, index);
	else
		add_plain(lay, section, index);
	lay->stop++;
}

static void add_section(struct laying *lay, enum dossier_section section, bool expanded)
{
	uint32_t count = lay->dossier->sections[section].count, most = usual[section];

	if (count == 0)
		return;
	if (lay->rows.count > lay->column.first)
		add(lay, PERSON_BLANK, section, 0);
	add(lay, PERSON_HEADING, section, 0);
	/* One line more costs as little as saying that there is one. */
	uint32_t shown = expanded || count <= most + 1 ? count : most;
	for (uint32_t i = 0; i < shown; i++)
		add_line(lay, section, i);
	if (count <= most + 1)
		return;
	if (section == DOSSIER_SAID)
		add(lay, PERSON_BLANK, section, 0);
	add(lay, PERSON_MORE, section, count - shown);
	lay->stop++;
}

static void set_columns(struct person_rows *rows, int cols)
{
	int side = narrower(SIDE_MOST, cols * 2 / 5);

	rows->column_count = cols >= PERSON_WIDE_COLS ? 2 : 1;
	if (rows->column_count == 1) {
		rows->columns[0].left = cols > 2 * LEFT ? LEFT : 0;
		rows->columns[0].width = narrower(cols - rows->columns[0].left - 1, MEASURE);
		return;
	}
	rows->columns[0] = (struct person_column){.left = LEFT, .width = side};
	rows->columns[1].left = LEFT + side + GAP;
	rows->columns[1].width = narrower(cols - rows->columns[1].left - 1, WIDEST);
}

void person_rows_make(const struct dossier *dossier, int cols,
	const bool expanded[DOSSIER_SECTION_COUNT], struct person_rows *rows, struct arena *arena)
{
	struct laying lay = {.dossier = dossier, .arena = arena};

	*rows = (struct person_rows){0};
	set_columns(rows, cols);
	lay.column = rows->columns[0];
	for (int i = 0; i < DOSSIER_SECTION_COUNT; i++) {
		if (i == DOSSIER_SAID && rows->column_count == 2) {
			rows->columns[0].end = lay.rows.count;
			lay.column = rows->columns[1];
			lay.column.first = rows->columns[1].first = lay.rows.count;
		}
		add_section(&lay, (enum dossier_section)i, expanded[i]);
	}
	rows->columns[rows->column_count - 1].end = lay.rows.count;
	rows->at = lay.rows.at;
	rows->count = lay.rows.count;
	rows->stop_count = lay.stop;
}
