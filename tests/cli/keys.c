/*
 * Prints the parts of the manual, in mdoc, that are made from tables:
 *
 *   keys keys|actions|commands|settings
 */

#include "app/colon-table.h"
#include "app/keymap.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const places[WHERE_COUNT] = {[WHERE_LIST] = "in the list",
	[WHERE_READER] = "in the reader",
	[WHERE_SIDEBAR] = "in the sidebar",
	[WHERE_RELATED] = "in the related panel",
	[WHERE_VERSIONS] = "beside another version",
	[WHERE_TIMELINE] = "in the timeline",
	[WHERE_PERSON] = "on a person's page",
	[WHERE_LINKS] = "in the list of links",
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

static void print_keys(void)
{
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf(".Ss %s\n.Bl -tag -width Ds\n", action_group_name((enum action_group)group));
		for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
			for (int where = 0; where < WHERE_COUNT; where++)
				if ((int)action_info((enum action)action)->group == group)
					print_item((enum action)action, (enum where)where);
		printf(".El\n");
	}
}

/* Words for a line of text, up to its end: nothing in them is taken for a macro or an escape. */
static void print_words(const char *words, const char *end)
{
	printf("\\&");
	for (; *words; words++)
		if (*words == '\\')
			printf("\\e");
		else
			putchar(*words);
	printf("%s\n", end);
}

static void print_actions(void)
{
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf(".Ss %s\n.Bl -tag -width Ds -compact\n",
			action_group_name((enum action_group)group));
		for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
			const struct action_info *info = action_info((enum action)i);
			if ((int)info->group != group)
				continue;
			printf(".It Cm %s\n", info->name);
			print_words(info->help, "");
		}
		printf(".El\n");
	}
}

static void print_commands(void)
{
	printf(".Bl -tag -width Ds\n");
	for (uint32_t i = 0; i < colon_table_count; i++) {
		printf(".It Ic \\&:%s Ar \\&%s\n", colon_table[i].name, colon_table[i].argument);
		print_words(colon_table[i].help, "");
	}
	printf(".El\n");
}

static void print_settings(void)
{
	char usual[SETTING_ROOM];

	printf(".Bl -tag -width Ds\n");
	for (int i = 0; i < SETTING_COUNT; i++) {
		const struct setting_info *info = &settings_table[i];
		printf(".It Cm %s", info->name);
		for (const char *const *word = info->words; word && *word; word++)
			printf("%s Cm %s", word == info->words ? " No =" : " | ", *word);
		if (!info->words)
			printf(" No = Ar %d No to Ar %d", info->least, info->most);
		putchar('\n');
		print_words(info->help, ";");
		printf(".Cm %s\nunless it is set.\n",
			setting_words((enum setting)i, info->usual, usual));
	}
	printf(".El\n");
}

int main(int argc, char **argv)
{
	static const struct {
		const char *part;
		void (*print)(void);
	} parts[] = {{"keys", print_keys}, {"actions", print_actions}, {"commands", print_commands},
		{"settings", print_settings}};

	for (size_t i = 0; argc == 2 && i < COUNT(parts); i++)
		if (strcmp(argv[1], parts[i].part) == 0) {
			parts[i].print();
			return 0;
		}
	return 2;
}
