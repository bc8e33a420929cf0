/*
 * Whether every key of the table is pressed by a scene, in a pane where it holds.
 *
 *   pressed FILE      as scene -k writes it: a key and a pane a line, "j list"
 */

#include "app/keymap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum where where_of(const char *name)
{
	for (int where = 0; where < WHERE_COUNT; where++)
		if (strcmp(keymap_where((enum where)where), name) == 0)
			return (enum where)where;
	return WHERE_COUNT;
}

/* Marks the binding that a key is of: the pane's own, else the one of every pane. */
static void mark(bool *pressed, uint32_t key, enum where where)
{
	uint32_t count;
	const struct binding *table = keymap_bindings(NULL, &count);
	uint32_t found = count;

	for (uint32_t i = 0; i < count; i++)
		if (table[i].key == key &&
			(table[i].where == where ||
				(table[i].where == WHERE_ANY && found == count)))
			found = i;
	if (found < count)
		pressed[found] = true;
}

static bool read_pressed(const char *path, bool *pressed)
{
	FILE *file = fopen(path, "r");
	char line[128];

	if (!file)
		return false;
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = 0;
		char *blank = strrchr(line, ' ');
		if (!blank)
			continue;
		*blank = 0;
		mark(pressed, keymap_key(span_of(line)), where_of(blank + 1));
	}
	fclose(file);
	return true;
}

int main(int argc, char **argv)
{
	uint32_t count, missing = 0;
	const struct binding *table = keymap_bindings(NULL, &count);
	bool *pressed = calloc(count, sizeof *pressed);

	if (argc != 2 || !pressed || !read_pressed(argv[1], pressed)) {
		fprintf(stderr, "pressed: pressed FILE\n");
		return 2;
	}
	for (uint32_t i = 0; i < count; i++) {
		char name[24];
		if (pressed[i])
			continue;
		missing++;
		fprintf(stderr, "no scene presses %s (%s) %s\n", keymap_name(table[i].key, name),
			action_info(table[i].action)->name, keymap_where(table[i].where));
	}
	free(pressed);
	printf("%s keys: %u of %u are pressed by scenes\n", missing ? "FAIL" : "ok  ", count - missing,
		count);
	return missing ? 1 : 0;
}
