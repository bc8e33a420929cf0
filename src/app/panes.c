#include "app/panes.h"

#define SIDEBAR_COLS 27
#define SIDEBAR_COLS_WIDE 30 /* where list and reader can spare them */
#define WIDE_FROM 160
#define READER_COLS 76 /* a text of 72 and its margins */
#define READER_COLS_AIRY 84
#define LIST_COLS_MOST 110
#define READER_ROWS_LEAST 4
#define MESSAGE_ROWS 5
#define MESSAGE_COLS 20
#define RULED_ROWS 10   /* from here on rules part the top line and the status line */
#define STACKED_ROWS 12 /* under it list and reader do not fit above each other */

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

/* What lies between the top line and the status line. */
static struct area body_of(struct panes *panes, struct panes_wish wish)
{
	int ruled = wish.rows >= RULED_ROWS;

	panes->top = (struct area){0, 0, 1, wish.cols};
	panes->status = (struct area){wish.rows - 1, 0, 1, wish.cols};
	if (ruled) {
		panes->rule_top = 1;
		panes->rule_status = wish.rows - 2;
	}
	return (struct area){1 + ruled, 0, wish.rows - 2 - 2 * ruled, wish.cols};
}

/* Cuts the sidebar and its rule off the left side of the body. */
static struct area beside_sidebar(struct panes *panes, struct area body)
{
	int cols = body.cols < WIDE_FROM ? SIDEBAR_COLS : SIDEBAR_COLS_WIDE;

	panes->pane[PANE_SIDEBAR] = (struct area){body.row, body.col, body.rows, cols};
	panes->rule_sidebar = body.col + cols;
	return (struct area){body.row, body.col + cols + 1, body.rows, body.cols - cols - 1};
}

/* The reader, with the related panel under it; where both do not fit, the one in focus. */
static void place_reader(struct panes *panes, struct panes_wish wish, struct area area)
{
	int rows = clamp(area.rows / 4, 4, 6);

	if (!wish.related) {
		panes->pane[PANE_READER] = area;
	} else if (area.rows < rows + 1 + 3) {
		panes->pane[wish.focus == PANE_RELATED ? PANE_RELATED : PANE_READER] = area;
	} else {
		int upper = area.rows - rows - 1;
		panes->pane[PANE_READER] = (struct area){area.row, area.col, upper, area.cols};
		panes->rule_related = area.row + upper;
		panes->pane[PANE_RELATED] =
			(struct area){area.row + upper + 1, area.col, rows, area.cols};
	}
}

static void place_stacked(struct panes *panes, struct panes_wish wish, struct area area)
{
	int usual = area.rows / 3 + 1 < 7 ? area.rows / 3 + 1 : 7;
	int rows = wish.rows / 5 > usual ? wish.rows / 5 : usual;

	if (wish.list_rows)
		rows = clamp(wish.list_rows, 1, area.rows - 1 - READER_ROWS_LEAST);
	panes->pane[PANE_LIST] = (struct area){area.row, area.col, rows, area.cols};
	panes->rule_list = area.row + rows;
	place_reader(panes, wish,
		(struct area){area.row + rows + 1, area.col, area.rows - rows - 1, area.cols});
}

static void place_columns(struct panes *panes, struct panes_wish wish, struct area area)
{
	/* Once the text has its usual width and some air, the titles get what there is more. */
	int fair = clamp(area.cols * 9 / 20, 30, area.cols - READER_COLS - 1);
	int cols = clamp(area.cols - READER_COLS_AIRY - 1, fair, LIST_COLS_MOST);

	panes->pane[PANE_LIST] = (struct area){area.row, area.col, area.rows, cols};
	panes->rule_list = area.col + cols;
	place_reader(panes, wish,
		(struct area){area.row, area.col + cols + 1, area.rows, area.cols - cols - 1});
}

static enum arrangement arrangement_of(struct panes_wish wish)
{
	if (wish.rows < MESSAGE_ROWS || wish.cols < MESSAGE_COLS)
		return ARRANGED_MESSAGE;
	if (wish.maximised || wish.cols < 60)
		return ARRANGED_ONE;
	if (wish.cols >= 140)
		return ARRANGED_COLUMNS;
	if (wish.rows < STACKED_ROWS)
		return ARRANGED_ONE;
	return wish.cols >= 100 ? ARRANGED_STACKED : ARRANGED_DRAWER;
}

static enum pane shown_alone(struct panes_wish wish)
{
	return wish.focus == PANE_RELATED && !wish.related ? PANE_READER : wish.focus;
}

struct panes panes_of(struct panes_wish wish)
{
	struct panes panes = {.arrangement = arrangement_of(wish),
		.rule_top = -1,
		.rule_status = -1,
		.rule_list = -1,
		.rule_related = -1,
		.rule_sidebar = -1};

	if (panes.arrangement == ARRANGED_MESSAGE)
		return panes;
	struct area body = body_of(&panes, wish);
	if (panes.arrangement == ARRANGED_ONE) {
		panes.pane[shown_alone(wish)] = body;
		return panes;
	}
	/* A drawer narrows what it opens over, so that its effect on the list can be seen. */
	if (wish.sidebar)
		body = beside_sidebar(&panes, body);
	if (panes.arrangement == ARRANGED_COLUMNS)
		place_columns(&panes, wish, body);
	else
		place_stacked(&panes, wish, body);
	return panes;
}

struct area panes_body(const struct panes *panes)
{
	int first = panes->rule_top < 0 ? 1 : panes->rule_top + 1;
	int end = panes->rule_status < 0 ? panes->status.row : panes->rule_status;

	return (struct area){first, 0, end - first, panes->top.cols};
}
