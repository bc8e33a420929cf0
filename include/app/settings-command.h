#ifndef DEPECHE_APP_SETTINGS_COMMAND_H
#define DEPECHE_APP_SETTINGS_COMMAND_H

/*
 * Settings at work: those of the config file at the start, and :set.  Private to the floor.
 */

#include "app/app.h"

/* The command line's :set, "name=value"; a name alone tells what holds. */
enum err settings_command(struct app *, struct span words, struct query_fault *wrong);
void settings_complete(struct app *, struct span words, struct offers *);

#endif
