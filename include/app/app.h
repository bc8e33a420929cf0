#ifndef DEPECHE_APP_APP_H
#define DEPECHE_APP_APP_H

/*
 * What is going on: plain data, no drawing, no terminal.  Keys, sizes, epochs and the passing of
 * time come in through the functions below; the screen is drawn from const struct app * alone.
 * After each of them everything under "shown" is up to date.
 */

#include "app/history.h"
#include "app/journal.h"
#include "app/keymap.h"
#include "app/page.h"
#include "app/panes.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "store/facets.h"
#include "store/load.h"
#include "store/search.h"

enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PICKER, OVERLAY_PROBLEMS, OVERLAY_WHY };
enum list_order { ORDER_DATE, ORDER_TITLE, ORDER_SOURCE, ORDER_COUNT };
enum trail { TRAIL_HITS, TRAIL_MENTIONS, TRAIL_FOLDS, TRAIL_COUNT };

struct list_state {
	article_id selected; /* ARTICLE_NONE: the list is empty */
	uint32_t top;        /* index of the first row shown */
	enum list_order order;
};

struct reader_state {
	article_id article; /* ARTICLE_NONE: nothing to read yet */
	uint32_t offset;    /* of the text, at the top of the pane */
	int measure;        /* 60, 72, 80, 0: full */
	bool raw, furniture_open;
	enum trail trail;
	struct extent current; /* the current item; none when start == end */
	char find[PROMPT_ROOM]; /* what was searched in the text; "" when nothing */
};

/* A row of the sidebar: a heading, a value, or "6 more". */
enum sidebar_kind { SIDEBAR_HEADING, SIDEBAR_VALUE, SIDEBAR_MORE, SIDEBAR_BLANK };
struct sidebar_row {
	enum sidebar_kind kind;
	enum facet facet;
	struct facet_value value;
	int indent;     /* 0; months 1, days 2 */
	bool opened;    /* a year or month whose parts stand below */
	uint32_t more;  /* SIDEBAR_MORE: values that are not shown */
	uint32_t most;  /* dates: the largest "all" of the siblings, for the bars */
};

struct sidebar_state {
	bool open;
	uint32_t cursor, top;         /* rows */
	bool expanded[FACET_COUNT];   /* all values are shown */
	int32_t year, month;          /* opened period: day on which it begins, DAY_NONE */
	char narrow[FACET_COUNT][64]; /* typed to narrow; "" */
};

struct related_state {
	bool open;
	uint32_t cursor, top;
};

struct overlay_state {
	enum overlay which;
	uint32_t cursor, top;
};

/* What is waiting for the outside to do it, after a key; the loop looks and clears. */
struct app_requests {
	bool quit, suspend, redraw, reload;
};

struct app {
	struct arena arena; /* lives as long as the program: queries, labels */

	/* The world. */
	const struct epoch *epoch; /* null before the first one */
	struct load_progress progress;
	struct journal *journal; /* null: marks last until the end of the program */
	const char *archive_name; /* "seeds" */
	int rows, cols;
	int64_t now; /* monotonic ms, of the last event */

	/* The state. */
	enum pane focus;
	bool maximised;
	struct overlay_state overlay;
	const struct query *query;
	const struct query *query_before; /* while a live filter is edited */
	article_id kept; /* opened, and shown though outside the filter; ARTICLE_NONE */
	struct list_state list;
	struct reader_state reader;
	struct sidebar_state sidebar;
	struct related_state related;
	struct prompt prompt;
	struct history history;
	int64_t read_at; /* when the article on the screen becomes read; 0 */
	char message[256];   /* for the status line, until the next key; "" */
	bool asking_to_quit;
	struct app_requests requests;

	/* Shown: worked out from the above, never changed by drawing. */
	struct arena shown_arena, page_arena;
	struct panes panes;
	struct result result;
	const article_id *listed; /* result in the list's order, the kept article in its place */
	uint32_t listed_count;
	uint32_t selected_place; /* of list.selected in listed; UINT32_MAX */
	struct sidebar_row *sidebar_rows;
	uint32_t sidebar_row_count;
	struct page page;
	uint32_t page_top; /* row of the page at the top of the pane */
	struct extent *hits; /* of query and find, in the reader's article */
	uint32_t hit_count;
	struct related_article *related_rows;
	const char **related_reasons; /* a line each */
	uint32_t related_count;
	struct picker_match *picked; /* actors, while the picker is open */
	uint32_t picked_count;
	const char **overlay_lines; /* OVERLAY_WHY and OVERLAY_PROBLEMS */
	uint32_t overlay_line_count;
};

void app_init(struct app *, struct journal *, const char *archive_name);
void app_clear(struct app *);

void app_resize(struct app *, int rows, int cols);
void app_key(struct app *, uint32_t key, int64_t now);
void app_paste(struct app *, struct span text, int64_t now);
/* A newer epoch of the same load (the one before may be gone already), and how far the load is.
 * A null epoch: only the progress is new. fresh: the epoch is of another load, whose ids differ:
 * articles are recognised by their paths, and the old epoch must still be valid. */
void app_take(struct app *, const struct epoch *, struct load_progress, bool fresh);
/* Time passes: what waited for it (read marks) happens. The ms until the next such moment; -1. */
int app_tick(struct app *, int64_t now);

#endif
