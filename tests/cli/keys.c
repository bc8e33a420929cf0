/* Prints the keys section of depeche(1), in mdoc, from the tables of actions and keys. */

#include "app/keymap.h"
#include "text/utf8.h"

#include <stdio.h>

static const char *const places[WHERE_COUNT] = {[WHERE_LIST] = "in the list",
	[WHERE_READER] = "in the reader",
	[WHERE_SIDEBAR] = "in the sidebar",
	[WHERE_RELATED] = "in the related panel",
	[WHERE_VERSIONS] = "beside another version",
	[WHERE_TIMELINE] = "in the timeline",
	[WHERE_PERSON] = "on a person's page",
	[WHERE_STRETCH] = "while a passage is marked"};

/* A key's name as an argument of a macro: no sign of it is taken for one of mdoc's. */
static void print_key(uint32_t key)
{
	char name[24];
	struct span text = span_of(keymap_name(key, name));

	printf("\\&");
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);

		if (point == '\\')
			printf("\\e");
		else if (point == '-')
			printf("\\-");
		else if (point < 0x80)
			putchar((int)point);
		else
			printf("\\[u%04X]", (unsigned)point);
	}
}

/* The item of an action in a place, if it has keys there. */
static void print_item(enum action action, enum where where)
{
	uint32_t count = 0, found = 0;
	const struct binding *bindings = keymap_bindings(NULL, &count);

	for (uint32_t i = 0; i < count; i++) {
		if (bindings[i].action != action || bindings[i].where != where)
			continue;
		printf(found++ ? " , Ic " : ".It Ic ");
		print_key(bindings[i].key);
	}
	if (found && places[where])
		printf("\n%s, %s\n", action_info(action)->help, places[where]);
	else if (found)
		printf("\n%s\n", action_info(action)->help);
}

int main(void)
{
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf(".Ss %s\n.Bl -tag -width Ds\n", action_group_name((enum action_group)group));
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
			for (int where = 0; where < WHERE_COUNT; where++)
				if ((int)action_info((enum action)action)->group == group)
					print_item((enum action)action, (enum where)where);
		printf(".El\n");
	}
	return 0;
}
