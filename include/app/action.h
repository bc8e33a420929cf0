#ifndef DEPECHE_APP_ACTION_H
#define DEPECHE_APP_ACTION_H

/*
 * What can be done, each named once: enum, name, help, group, handler.  Handlers live with
 * their subject and take the whole state.
 */

#include "base/span.h"

struct app;

/* _(ENUM, "name", GROUP, "help", handler) */
#define ACTIONS(_) \
	_(LINE_DOWN, "line-down", MOVE, "line down", move_line_down) \
	_(LINE_UP, "line-up", MOVE, "line up", move_line_up) \
	_(HALF_DOWN, "half-page-down", MOVE, "half a page down", move_half_down) \
	_(HALF_UP, "half-page-up", MOVE, "half a page up", move_half_up) \
	_(PAGE_DOWN, "page-down", MOVE, "next page, then article", move_page_down) \
	_(PAGE_UP, "page-up", MOVE, "previous page", move_page_up) \
	_(TOP, "top", MOVE, "to the top", move_top) \
	_(BOTTOM, "bottom", MOVE, "to the bottom", move_bottom) \
	_(NEXT_ARTICLE, "next-article", MOVE, "next article", list_next) \
	_(PREVIOUS_ARTICLE, "previous-article", MOVE, "previous article", list_previous) \
	_(NEXT_UNREAD, "next-unread", MOVE, "next unread", list_next_unread) \
	_(PREVIOUS_UNREAD, "previous-unread", MOVE, "previous unread", list_previous_unread) \
	_(NEXT_DAY, "next-day", MOVE, "next day", list_next_day) \
	_(PREVIOUS_DAY, "previous-day", MOVE, "previous day", list_previous_day) \
	_(BACK, "back", MOVE, "back", visit_back) \
	_(FORWARD, "forward", MOVE, "forward", visit_forward) \
	_(FOCUS_NEXT, "focus-next", PANES, "next pane", focus_next) \
	_(FOCUS_PREVIOUS, "focus-previous", PANES, "previous pane", focus_previous) \
	_(LEFT, "left", PANES, "pane to the left", focus_left) \
	_(RIGHT, "right", PANES, "pane to the right", focus_right) \
	_(OPEN, "open", PANES, "open", focus_open) \
	_(CLOSE, "close", PANES, "close, then quit", focus_close) \
	_(SIDEBAR, "sidebar", PANES, "show or hide filters", focus_sidebar) \
	_(MAXIMISE, "maximise", PANES, "this pane alone", focus_maximise) \
	_(LIST_TALLER, "list-taller", PANES, "list taller", focus_list_taller) \
	_(LIST_SHORTER, "list-shorter", PANES, "list shorter", focus_list_shorter) \
	_(WIDTH, "width", PANES, "width of the text", reader_width) \
	_(FIND, "find", READ, "find in this pane", find_open) \
	_(NEXT_ITEM, "next-item", READ, "next of the trail", trail_next) \
	_(PREVIOUS_ITEM, "previous-item", READ, "previous of the trail", trail_previous) \
	_(TRAIL, "trail", READ, "what n and N go through", trail_choose) \
	_(NEXT_MENTION, "next-mention", READ, "next chosen mention", trail_next_mention) \
	_(PREVIOUS_MENTION, "previous-mention", READ, "previous chosen mention", \
		trail_previous_mention) \
	_(CLEAR_HITS, "clear-hits", READ, "clear the hits", find_clear) \
	_(RAW, "raw", READ, "the file as it is", reader_raw) \
	_(WHY, "why", READ, "why? where it was read", overlay_why) \
	_(CORRECT, "correct", READ, "put something right", correct_open) \
	_(VERSIONS, "versions", READ, "beside another version", versions_open) \
	_(SWAP_VERSIONS, "swap-versions", READ, "swap the two", versions_swap) \
	_(NEXT_VERSION, "next-version", READ, "next version", versions_next) \
	_(PREVIOUS_VERSION, "previous-version", READ, "previous version", versions_previous) \
	_(NEXT_OWN, "next-own", READ, "what else only one has", versions_next_own) \
	_(PREVIOUS_OWN, "previous-own", READ, "the same, upwards", versions_previous_own) \
	_(LINKS, "links", READ, "links of this article", links_open) \
	_(COPY_LINK, "copy-link", READ, "copy the address", links_copy) \
	_(MARK, "mark-passage", READ, "mark a passage", stretch_open) \
	_(ANCHOR, "begin-passage", READ, "it begins here; anew", stretch_anchor) \
	_(SWAP_ENDS, "swap-ends", READ, "to the other end", stretch_swap) \
	_(COPY_PASSAGE, "copy-passage", READ, "copy it", stretch_copy) \
	_(NEXT_LETTER, "next-letter", READ, "next letter", stretch_right) \
	_(PREVIOUS_LETTER, "previous-letter", READ, "previous letter", stretch_left) \
	_(NEXT_WORD, "next-word", READ, "next word", stretch_next_word) \
	_(PREVIOUS_WORD, "previous-word", READ, "previous word", stretch_previous_word) \
	_(NEXT_SENTENCE, "next-sentence", READ, "next sentence", stretch_next_sentence) \
	_(PREVIOUS_SENTENCE, "previous-sentence", READ, "previous sentence", \
		stretch_previous_sentence) \
	_(NEXT_PARAGRAPH, "next-paragraph", READ, "next paragraph", stretch_next_paragraph) \
	_(PREVIOUS_PARAGRAPH, "previous-paragraph", READ, "previous paragraph", \
		stretch_previous_paragraph) \
	_(TIMELINE, "timeline", READ, "articles over time", timeline_open) \
	_(ZOOM_IN, "zoom-in", READ, "shorter periods", timeline_zoom_in) \
	_(ZOOM_OUT, "zoom-out", READ, "longer periods", timeline_zoom_out) \
	_(NEXT_PERIOD, "next-period", READ, "next one with articles", timeline_next) \
	_(PREVIOUS_PERIOD, "previous-period", READ, "previous one with articles", \
		timeline_previous) \
	_(SPLIT, "split", READ, "tell apart by source, person", timeline_split) \
	_(SPOKEN_OF, "spoken-of", READ, "days spoken of, or published", timeline_about) \
	_(RELATED, "related", READ, "related articles, why", panel_open) \
	_(FILTER, "filter", FILTERS, "filter by words, live", filter_live) \
	_(EDIT_FILTER, "edit-filter", FILTERS, "edit the filter's words", filter_edit) \
	_(INCLUDE, "include", FILTERS, "only this", sidebar_include) \
	_(EXCLUDE, "exclude", FILTERS, "without this", sidebar_exclude) \
	_(ANY_ALL, "any-all", FILTERS, "any or all", sidebar_any_all) \
	_(MAKE_FILTER, "make-filter", FILTERS, "a filter of this item, reason", question_filter) \
	_(DROP_LAST, "drop-last", FILTERS, "drop the last filter", filter_drop_last) \
	_(DROP_ALL, "drop-all", FILTERS, "drop all filters", filter_drop_all) \
	_(SWITCH_ALL, "switch-all", FILTERS, "all filters off and on", filter_switch_all) \
	_(SWITCH_CHIP, "switch-chip", FILTERS, "one filter off and on", filter_switch_one) \
	_(PERSON, "person", PEOPLE, "pick a person", people_open) \
	_(PERSON_PAGE, "person-page", PEOPLE, "a person's page", person_open) \
	_(NEXT_SECTION, "next-section", PEOPLE, "next section", person_next_section) \
	_(PREVIOUS_SECTION, "previous-section", PEOPLE, "previous section", \
		person_previous_section) \
	_(MERGE_PERSON, "merge-person", PEOPLE, "the same as somebody else", person_merge) \
	_(SPLIT_PERSON, "split-person", PEOPLE, "this spelling is somebody else", person_split) \
	_(RENAME_PERSON, "rename-person", PEOPLE, "show by another name", person_rename) \
	_(HIDE_PERSON, "hide-person", PEOPLE, "this is nobody", person_hide) \
	_(STAR, "star", MARKS, "star", marks_star) \
	_(READ, "read", MARKS, "read or unread", marks_read) \
	_(NOTE, "note", MARKS, "write a note", notes_open) \
	_(MARK_ALL, "mark-all", MARKS, "the same for all listed", marks_all_open) \
	_(TAG, "tag", MARKS, "tag", tags_open) \
	_(UNTAG, "untag", MARKS, "take a tag away", tags_open_away) \
	_(UNDO, "undo", MARKS, "undo", marks_undo) \
	_(BY_STORY, "by-story", MARKS, "the list by story", threads_toggle) \
	_(FOLD_STORY, "fold-story", MARKS, "open or fold the story", threads_fold) \
	_(SORT, "sort", MARKS, "sort the list", list_sort) \
	_(COMMAND_LINE, "command-line", PROGRAM, "command line", colon_open) \
	_(COPY, "copy", PROGRAM, "copy text, citation", copy_open) \
	_(EXPORT, "export", PROGRAM, "write what is shown", export_open) \
	_(PIPE, "pipe", PROGRAM, "text to a command", programs_open_pipe) \
	_(PROBLEMS, "problems", PROGRAM, "what could not be read", overlay_problems) \
	_(HELP, "help", PROGRAM, "help", overlay_help) \
	_(RELOAD, "reload", PROGRAM, "read the archive again", program_reload) \
	_(REDRAW, "redraw", PROGRAM, "draw the screen again", program_redraw) \
	_(MOUSE, "mouse", PROGRAM, "the mouse on or off", mouse_toggle) \
	_(SUSPEND, "suspend", PROGRAM, "suspend", program_suspend) \
	_(CANCEL, "cancel", PROGRAM, "cancel, or ask to quit", program_cancel) \
	_(QUIT, "quit", PROGRAM, "quit now", program_quit)

#define ACTION_ENUM(name, ...) ACTION_##name,
enum action { ACTION_NONE, ACTIONS(ACTION_ENUM) ACTION_COUNT };
#undef ACTION_ENUM

enum action_group {
	GROUP_MOVE,
	GROUP_PANES,
	GROUP_READ,
	GROUP_FILTERS,
	GROUP_PEOPLE,
	GROUP_MARKS,
	GROUP_PROGRAM,
	GROUP_COUNT
};

struct action_info {
	const char *name; /* "next-article": for the config file and the command line */
	const char *help; /* a few words, small first letter, no full stop */
	enum action_group group;
	void (*handle)(struct app *);
};

const struct action_info *action_info(enum action);
const char *action_group_name(enum action_group); /* "Moving" */

#endif
