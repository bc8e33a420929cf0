#ifndef DEPECHE_APP_HANDLERS_H
#define DEPECHE_APP_HANDLERS_H

/*
 * What each action calls, declared from the table of actions; every handler lives with its
 * subject.  Handlers may be called in any state, before the first epoch too.
 */

#include "app/action.h"

#define ACTION_HANDLER(symbol, name, group, help, handler) void handler(struct app *);
ACTIONS(ACTION_HANDLER)
#undef ACTION_HANDLER

#endif
