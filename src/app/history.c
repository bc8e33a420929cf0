#include "app/history.h"

#include <string.h>

void history_update(struct history *history, struct visit visit)
{
	if (history->count == 0)
		history_visit(history, visit);
	else
		history->visits[history->at] = visit;
}

void history_visit(struct history *history, struct visit visit)
{
	int at = history->count == 0 ? 0 : history->at + 1;

	if (at == HISTORY_ROOM) {
		at--;
		memmove(history->visits, history->visits + 1,
			(size_t)at * sizeof history->visits[0]);
	}
	history->visits[at] = visit;
	history->at = at;
	history->count = at + 1;
}

bool history_can(const struct history *history, int step)
{
	int to = history->at + step;

	return to >= 0 && to < history->count;
}

const struct visit *history_go(struct history *history, int step)
{
	if (!history_can(history, step))
		return NULL;
	history->at += step;
	return &history->visits[history->at];
}
