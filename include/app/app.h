#ifndef DEPECHE_APP_APP_H
#define DEPECHE_APP_APP_H

/*
 * What is going on: plain data, no drawing, no terminal.  Keys, sizes, epochs and the passing of
 * time come in through the functions below; the screen is drawn from const struct app * alone.
 * After each of them everything under "shown" is up to date.
 */

#include "app/child.h"
#include "app/citation.h"
#include "app/colon.h"
#include "app/history.h"
#include "app/journal.h"
#include "app/keymap.h"
#include "app/offers.h"
#include "app/page.h"
#include "app/panes.h"
#include "app/person-rows.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/settings.h"
#include "app/sides.h"
#include "app/stretch.h"
#include "app/timeline.h"
#include "app/undo.h"
#include "app/why.h"
#include "article/corrections.h"
#include "store/facets.h"
#include "store/load.h"
#include "store/query-text.h"
#include "store/search.h"
#include "store/sought.h"

enum overlay {
	OVERLAY_NONE,
	OVERLAY_HELP,
	OVERLAY_PICKER,
	OVERLAY_PROBLEMS,
	OVERLAY_WHY,
	OVERLAY_VERSIONS,
	OVERLAY_TIMELINE,
	OVERLAY_PERSON,
	OVERLAY_CORRECT,
	OVERLAY_LINKS
};
/* What the picker's choice is for. */
enum picking { PICK_FILTER, PICK_PAGE, PICK_MERGE };
enum list_order { ORDER_DATE, ORDER_TITLE, ORDER_SOURCE, ORDER_RELEVANCE, ORDER_COUNT };
/* What n and N step through. */
enum trail {
	TRAIL_HITS,
	TRAIL_SAID, /* quotations of whom the filter asks for */
	TRAIL_MENTIONS,
	TRAIL_QUOTES,
	TRAIL_DAYS,
	TRAIL_LINKS,
	TRAIL_FOLDS,
	TRAIL_ALL,
	TRAIL_COUNT
};

/* What can be current in the reader: the keys that act on something act on it. */
enum item_kind {
	ITEM_NONE,
	ITEM_HIT,
	ITEM_MENTION,
	ITEM_QUOTE,
	ITEM_DAY,
	ITEM_LINK,
	ITEM_FOLD,
	ITEM_PLACE, /* that something else was read from */
	ITEM_KIND_COUNT
};
struct item {
	enum item_kind kind;
	struct extent at; /* of the article's text */
};

/* A row of a list that is grouped by story. */
enum thread { THREAD_NONE, THREAD_FOLDED, THREAD_OPENED, THREAD_INSIDE };
struct list_row {
	enum thread thread; /* an article by itself; a story's first one; a further one of it */
	uint32_t count;     /* of the story's first one: its articles that are listed or folded */
	uint32_t place;     /* in app.walked */
	uint32_t story;     /* the how-manieth of the listed stories it is of; 0: of none */
};

VEC_OF(article_id, article_ids);

struct list_state {
	article_id selected; /* ARTICLE_NONE: the list is empty */
	article_id last;     /* the last one that was selected, for when it is filled again */
	uint32_t top;        /* index of the first row shown */
	enum list_order order;
	bool touched; /* by a key: until then the selection keeps to the top of a growing list */
	char find[PROMPT_ROOM]; /* what was searched in the titles; "" when nothing */
	bool by_story; /* a story's articles stand together, folded under one of them */
	struct article_ids opened; /* the numbers of stories that are not folded; in app.arena */
};

struct reader_state {
	article_id article; /* ARTICLE_NONE: nothing to read yet */
	uint32_t offset;    /* of the text, at the top of the pane */
	int measure;        /* 60, 72, 80, 0: full */
	bool raw, furniture_open;
	enum trail trail;
	bool trail_chosen; /* by hand; else the first trail that has items */
	struct item current;
	struct stretch stretch;
	char find[PROMPT_ROOM]; /* what was searched in the text; "" when nothing */
	bool hits_cleared;      /* nothing is marked until something is searched anew */
};

/* A row of the sidebar: a heading, a value, or "6 more". */
enum sidebar_kind { SIDEBAR_HEADING, SIDEBAR_VALUE, SIDEBAR_MORE, SIDEBAR_BLANK };
struct sidebar_row {
	enum sidebar_kind kind;
	enum facet facet;
	struct facet_value value;
	int indent;     /* 0; months 1, days 2 */
	bool opened;    /* a year or month whose parts stand below */
	/* SIDEBAR_MORE: values that are not shown; 0: all are, show fewer.  A heading: the values of
	 * a section that is closed; 0: it is open */
	uint32_t more;
	uint32_t most;  /* dates: the largest "all" of the siblings, for the bars */
};

struct sidebar_state {
	bool open;
	uint32_t cursor, top;         /* rows */
	bool closed[FACET_COUNT];     /* only what is chosen is shown of it */
	bool expanded[FACET_COUNT];   /* all values are shown */
	int32_t year, month;          /* opened period: day on which it begins, DAY_NONE */
	char narrow[FACET_COUNT][64]; /* typed to narrow; "" */
	uint64_t cursor_row; /* what the cursor is on: a hash of the row, to find it again */
	bool stale;          /* the rows are to be made anew */
};

/* How the archive was left last time, as far as it waits for its articles. */
struct session {
	const char *archive; /* by what the journal knows it; null: it is not kept */
	const char *filter;  /* null: none, or taken up */
	const char *article; /* its digest; likewise */
	VEC(const char *) opened; /* of an article of each story that was not folded; likewise */
	bool reads;          /* the reader had the focus */
	bool waits;
	bool touched; /* by a key: what waits is given up */
};

/* A note while it is in the reader's editor. */
struct noting {
	struct digest digest;
	const char *before; /* null: there was none */
	const char *path;   /* of the file that is edited */
};

/* A filter that was saved by a name. */
struct saved_row {
	const char *name, *text;
	uint32_t articles; /* that it finds in the whole archive */
	bool works;        /* else it asks for somebody who is not in this archive */
	bool chosen;       /* it is the filter of the screen */
};

struct related_state {
	bool open;
	uint32_t cursor, top;
};

struct overlay_state {
	enum overlay which;
	enum overlay beneath; /* OVERLAY_TIMELINE: the picker lies over it; else OVERLAY_NONE */
	enum picking picking;
	uint32_t cursor; /* the picker's row; OVERLAY_WHY: the line */
	uint32_t top;    /* row */
	char narrow[64]; /* of the help: only what holds this is shown; "" */
};

/* The page of a person: an overlay to which the others go back when they close. */
struct person_state {
	const char *slug; /* whose; in app.arena; null: there is no page */
	uint32_t cursor;  /* among the stops of its rows */
	uint32_t top[2];  /* rows, of each column */
	bool expanded[DOSSIER_SECTION_COUNT];
	bool stale;       /* the rows are to be made anew */
};

/* Which article stands beside the one that is read. */
struct versions_state {
	article_id other;
	uint32_t at;  /* its place among those that can stand there */
	bool swapped; /* it stands on the left */
};

/* How overlays of lines lie. */
#define OVERLAY_MEASURE 96 /* cells of a line at most, with what stands left of it */
#define OVERLAY_HEAD 2 /* rows of the title of one of lines, and of the picker */
#define OVERLAY_LEFT 2
#define OVERLAY_HANGING 2 /* further rows of a line are indented by that */

/* A row of an overlay of lines; a blank one has an empty extent. */
struct overlay_row {
	uint32_t line;
	struct extent at; /* of the line's text */
};

/* What a prompt goes back to when it is cancelled. */
struct before_prompt {
	article_id selected, kept;
	uint32_t offset;
	struct item current;
	char find[PROMPT_ROOM];
	bool whole; /* the filter as it was is edited; else something is added to it */
};

/* Marks made while there is no journal, or that it could not write. */
VEC_OF(struct mark, mark_list);
struct own_marks {
	struct map index; /* a digest, folded to 64 bits: place in list */
	struct mark_list list;
};

/* What the shown things were worked out from: what has not changed is not made again. */
struct shown_for {
	uint32_t result_epoch, order_epoch, page_epoch, hits_epoch, sidebar_epoch, related_epoch,
		overlay_epoch, saved_epoch, person_epoch, sought_epoch;
	int overlay_cols, person_cols;
	const char *person;
	const struct query *result_query, *hits_query, *sidebar_query, *saved_query,
		*sought_query, *person_query;
	enum list_order order;
	const struct query *order_query; /* of ORDER_RELEVANCE */
	article_id page_article, hits_article, related_article;
	article_id kept;
	bool list_stale;
	char find[PROMPT_ROOM];
	bool hits_furniture, hits_cleared;
};

/* What is waiting for the outside to do it, after a key; the loop looks and clears. */
struct app_requests {
	bool quit, suspend, redraw, reload;
	bool stop;  /* what is being read again */
	bool write; /* what is shown, into the file written */
	bool copy; /* the register, to the terminal's clipboard */
};

struct app {
	struct arena arena; /* lives as long as the program: queries, labels */

	/* The world. */
	const struct epoch *epoch; /* null before the first one */
	struct load_progress progress;
	uint32_t epoch_number; /* counts the epochs taken; 0: none yet */
	struct journal *journal; /* null: marks last until the end of the program */
	struct own_marks own_marks;
	const char *archive_name; /* "seeds" */
	const char *people_file;  /* for decisions about people; null: they cannot be kept */
	const struct config *config; /* what the reader set; null: nothing */
	int rows, cols;
	int64_t now; /* monotonic ms, of the last event */

	/* What is set; see settings.h. */
	const struct keymap *keys; /* null: as the table has them */
	enum theme theme;
	enum citation_style citation; /* that is copied where none is named */
	int64_t read_delay; /* ms until an article that is open counts as read */
	bool mouse; /* clicks and the wheel are for us, not for the terminal */
	int list_rows_wished; /* above the reader; 0: as many as suit the screen */
	bool hyperlinks; /* the terminal is told where links of the text lead */
	bool tips; /* the status line tells other keys after each visit */
	enum snippets snippets; /* whether the list shows the passages that were found */

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
	struct versions_state versions;
	struct timeline timeline; /* OVERLAY_TIMELINE; what is shown of it too */
	struct person_state person;
	struct prompt prompt;
	struct before_prompt before;
	struct query_fault wrong; /* with the filter that is typed; err OK: nothing */
	struct history history;
	struct undo undo;
	char tag_typed[PROMPT_ROOM]; /* of the tag in the prompt, before Tab completed it */
	uint32_t tag_offered;        /* how often Tab did */
	struct session session;
	struct noting noting; /* the note that is in the editor */
	const char *corrections_file; /* null: nowhere */
	struct correction correcting; /* what the prompt asks for, as it is now */
	const char *reload_words;     /* what to say when the archive was read again; null */
	bool reload_is_quiet;         /* nobody asked for it: the folders changed */
	bool watch;                   /* they are looked at when they do */
	uint32_t key; /* that is being handled */
	enum action acted; /* what the last key did; ACTION_NONE: it did none of the actions */
	int64_t read_at; /* when the article on the screen becomes read; 0 */
	article_id read_article; /* that read_at was set for */
	char message[256];   /* for the status line, until the next key; "" */
	bool asking_to_quit;
	const struct menu *menu; /* whose answer the next key is; null */
	struct colon colon;
	struct offers offers; /* of the prompt */
	struct app_requests requests;
	struct child child; /* to be run by the outside, which then clears child_arena */
	struct arena child_arena;
	const struct helper *helper; /* runs it, and makes files */
	struct span copied; /* the register: what was copied last, harmless; in copied_arena */
	struct arena copied_arena;
	const char *written; /* the file asked for last; in written_arena */
	struct arena written_arena;

	/* Shown: worked out from the above, never changed by drawing. */
	struct arena result_arena, order_arena, list_arena, page_arena, hits_arena, sidebar_arena,
		related_arena, picker_arena, overlay_arena, saved_arena, person_arena,
		sought_arena;
	struct shown_for shown_for;
	struct panes panes;
	struct result result;
	const article_id *ordered; /* the whole archive in the list's order */
	const uint32_t *ranks;     /* of each article in it */
	const article_id *listed; /* result in the list's order, the kept article in its place */
	uint32_t listed_count;
	const struct list_row *list_rows; /* beside listed; null unless it is by story */
	const uint32_t *list_places; /* by story: of each article 1 + its place in listed; 0 */
	struct sought sought; /* the words of the filter, ready for many articles */
	int list_lines; /* of the screen that a row of the list takes: 2 with a passage */
	uint32_t selected_place; /* of list.selected in listed; UINT32_MAX */
	const article_id *walked; /* listed, but with every story open: what is stepped through */
	uint32_t walked_count;
	uint32_t walked_place; /* of list.selected in walked; UINT32_MAX */
	uint32_t story_count;  /* by story: stories of two articles and more that are listed */
	struct sidebar_row *sidebar_rows;
	uint32_t sidebar_row_count;
	struct page page;
	uint32_t page_top; /* row of the page at the top of the pane; page_row(reader.offset), but
			      for blank rows, which have no offset of their own */
	struct extent *hits; /* of find, else of the query, in the reader's article */
	uint32_t hit_count;
	struct related_article *related_rows;
	const char **related_reasons; /* a line each */
	uint32_t related_count;
	struct picker_match *picked; /* actors, while the picker is open */
	uint32_t picked_count;
	struct saved_row *saved_rows; /* filters that were given a name, see app/saved.h */
	uint32_t saved_count;
	const char *overlay_subject; /* OVERLAY_WHY: what is asked about */
	const struct why_line *overlay_lines; /* OVERLAY_WHY and OVERLAY_PROBLEMS */
	uint32_t overlay_line_count;
	const struct correction *correctables; /* OVERLAY_CORRECT: what each line puts right */
	uint32_t correctable_count;
	struct overlay_row *overlay_rows; /* of these lines, as wide as the screen allows */
	uint32_t overlay_row_count;
	struct dossier dossier; /* OVERLAY_PERSON, and what lies over it */
	struct person_rows person_rows; /* of the dossier */
	struct sides sides;  /* OVERLAY_VERSIONS */
	article_id *others;  /* that can stand beside the one that is read, the most alike first */
	uint32_t other_count;
	struct span *picker_items; /* the forms of names, folded */
	uint32_t *picker_actors;   /* whose they are */
	uint32_t picker_item_count;
};

void app_init(struct app *, struct journal *, const char *archive_name);
void app_clear(struct app *);
struct config;
/* What is set in the config file holds from now on; it must outlive the app. */
void settings_start(struct app *, const struct config *);
/* The three keys to know are told, for who has never been here. */
void settings_greet(struct app *);

void app_resize(struct app *, int rows, int cols);
void app_key(struct app *, uint32_t key, int64_t now);
void app_paste(struct app *, struct span text, int64_t now);
/* A newer epoch of the same load (the one before may be gone already), and how far the load is.
 * A null epoch: only the progress is new. fresh: the epoch is of another load, whose ids differ:
 * articles are recognised by their paths, and the old epoch must still be valid. */
void app_take(struct app *, const struct epoch *, struct load_progress, bool fresh);
/* Time passes: what waited for it (read marks) happens. The ms until the next such moment; -1. */
int app_tick(struct app *, int64_t now);

/* In which place the keys are looked up now. */
enum where app_where(const struct app *);
/* The article's marks: of the journal, else of this run. */
struct mark app_mark(const struct app *, article_id);
/* Whether the article passes the filter; the kept one may not. */
bool app_is_inside(const struct app *, article_id);

#endif
