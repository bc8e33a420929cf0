#include "app/action.h"

#include "app/handlers.h"

#include <assert.h>

#define ACTION_INFO(symbol, title, in, words, handler) \
	[ACTION_##symbol] = {.name = title, .help = words, .group = GROUP_##in, .handle = handler},
static const struct action_info infos[] = {ACTIONS(ACTION_INFO)};
#undef ACTION_INFO
static_assert(COUNT(infos) == ACTION_COUNT, "every action is described");

static const char *const group_names[] = {
	[GROUP_MOVE] = "Moving",
	[GROUP_PANES] = "Panes",
	[GROUP_READ] = "Reading",
	[GROUP_FILTERS] = "Filters",
	[GROUP_PEOPLE] = "People",
	[GROUP_MARKS] = "Marks",
	[GROUP_PROGRAM] = "Program",
};
static_assert(COUNT(group_names) == GROUP_COUNT, "every group has a name");

const struct action_info *action_info(enum action action)
{
	return &infos[action];
}

const char *action_group_name(enum action_group group)
{
	return group_names[group];
}
