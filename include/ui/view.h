#ifndef DEPECHE_UI_VIEW_H
#define DEPECHE_UI_VIEW_H

/*
 * What can be drawn, each a constant table: drawing cannot change anything.  A view draws its
 * area whole and asks the epoch only for what it shows.
 */

#include "app/app.h"
#include "ui/canvas.h"

struct view {
	const char *name;
	void (*draw)(const struct app *, struct canvas *, struct area);
};

extern const struct view top_view;      /* the archive, the filter's chips, counts */
extern const struct view list_view;     /* a row an article */
extern const struct view reader_view;   /* the article's text */
extern const struct view sidebar_view;  /* values to filter by */
extern const struct view related_view;  /* articles to jump to, and why */
extern const struct view status_view;   /* keys and place, a message, or the prompt */
extern const struct view help_view;     /* every key */
extern const struct view picker_view;   /* people that match what is typed */
extern const struct view lines_view;    /* answers to "why?", problems */
extern const struct view sides_view;    /* two versions side by side */
extern const struct view offers_view; /* above a prompt: what can stand there, what it means */
extern const struct view timeline_view; /* articles over time */
extern const struct view person_view;   /* all that is told of a person */
extern const struct view small_view;    /* where nothing else has room */

#endif
