#include "text/table.h"

#include <string.h>

/* Nearly always decided by the first bytes, so without calls. */
static int compare(struct span word, const char *string)
{
	for (size_t i = 0; i < word.len; i++) {
		int order = (unsigned char)word.at[i] - (unsigned char)string[i];
		if (order != 0 || string[i] == '\0')
			return order ? order : 1;
	}
	return string[word.len] ? -1 : 0;
}

const void *table_find(const void *rows, size_t count, size_t each, struct span word)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *row = (const char *)rows + middle * each;
		const char *string;
		memcpy(&string, row, sizeof string);
		int order = compare(word, string);
		if (order == 0)
			return row;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
