#include "app/action.h"

#include "app/handlers.h"
#include "base/message.h"

#include <assert.h>

#define ACTION_INFO(symbol, title, in, words, handler) \
	[ACTION_##symbol] = {.name = title, .help = words, .group = GROUP_##in, .handle = handler},
static const struct action_info infos[] = {ACTIONS(ACTION_INFO)};
#undef ACTION_INFO
static_assert(COUNT(infos) == ACTION_COUNT, "every action is described");

static const char *const group_names[] = {
	[GROUP_MOVE] = N_("Moving"),
	[GROUP_PANES] = N_("Panes"),
	[GROUP_READ] = N_("Reading"),
	[GROUP_FILTERS] = N_("Filters"),
	[GROUP_PEOPLE] = N_("People"),
	[GROUP_MARKS] = N_("Marks"),
	[GROUP_PROGRAM] = N_("Program"),
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
