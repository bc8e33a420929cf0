#include "app/colon-table.h"

#include "text/nearest.h"

#include <stdio.h>

#define NAMES_MOST 5 /* that are told where several are meant */

/* Commands come first, then the actions that are no commands too. */
static uint32_t name_count(void)
{
	return colon_table_count + ACTION_COUNT - 1;
}

static const char *name_at(uint32_t i)
{
	return i < colon_table_count ? colon_table[i].name
				     : action_info((enum action)(i - colon_table_count + 1))->name;
}

static struct colon_meaning meaning_at(uint32_t i, uint32_t argument)
{
	if (i < colon_table_count)
		return (struct colon_meaning){&colon_table[i], ACTION_NONE, argument};
	return (struct colon_meaning){NULL, (enum action)(i - colon_table_count + 1), argument};
}

static bool is_shadowed(uint32_t i)
{
	for (uint32_t k = 0; k < colon_table_count && i >= colon_table_count; k++)
		if (strcmp(colon_table[k].name, name_at(i)) == 0)
			return true;
	return false;
}

static enum err unknown(struct span name, struct query_fault *wrong)
{
	const char *best = NULL;
	uint32_t least = UINT32_MAX;

	for (uint32_t i = 0; i < name_count(); i++) {
		uint32_t far = nearest_unlike(name, name_at(i));

		if (far < least) {
			least = far;
			best = name_at(i);
		}
	}
	if (best)
		return fail(&wrong->fault, ERR_USAGE, "no such command; did you mean %s?", best);
	return fail(&wrong->fault, ERR_USAGE, "no such command; Tab shows them");
}

static enum err several(struct span name, struct query_fault *wrong)
{
	char names[200];
	size_t len = 0;
	int told = 0;

	for (uint32_t i = 0; i < name_count(); i++) {
		if (!span_starts(span_of(name_at(i)), name) || is_shadowed(i))
			continue;
		if (told == NAMES_MOST || len + strlen(name_at(i)) + 8 > sizeof names) {
			len += (size_t)snprintf(names + len, sizeof names - len, ", …");
			break;
		}
		len += (size_t)snprintf(
			names + len, sizeof names - len, "%s%s", told ? ", " : "", name_at(i));
		told++;
	}
	return fail(&wrong->fault, ERR_USAGE, "several begin so: %s", names);
}

enum err colon_read(struct span line, struct colon_meaning *meaning, struct query_fault *wrong)
{
	size_t start = 0, end, argument;
	uint32_t begun = 0, found = 0;

	while (start < line.len && line.at[start] == ' ')
		start++;
	for (end = start; end < line.len && line.at[end] != ' ';)
		end++;
	for (argument = end; argument < line.len && line.at[argument] == ' ';)
		argument++;
	struct span name = span_cut(line, start, end);
	for (uint32_t i = 0; i < name_count() && name.len; i++) {
		bool exact = span_is(name, name_at(i));
		if (!exact && (!span_starts(span_of(name_at(i)), name) || is_shadowed(i)))
			continue;
		found = i;
		begun++;
		if (exact) {
			begun = 1;
			break;
		}
	}
	*wrong = (struct query_fault){.at = {(uint32_t)start, (uint32_t)end}};
	if (begun != 1)
		return begun ? several(name, wrong) : unknown(name, wrong);
	*meaning = meaning_at(found, (uint32_t)argument);
	if (!meaning->command && argument < line.len) {
		wrong->at = (struct extent){(uint32_t)argument, (uint32_t)line.len};
		return fail(&wrong->fault, ERR_USAGE, "%s takes nothing after it", name_at(found));
	}
	return OK;
}
