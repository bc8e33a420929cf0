#include "text/nearest.h"

#define WORD_MOST 24u /* bytes; longer words are not compared */

/* Edits (insert, leave out, replace, swap neighbours) from a to b, both at most WORD_MOST long. */
static unsigned edits(struct span a, struct span b)
{
	unsigned rows[3][WORD_MOST + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2];

	for (unsigned j = 0; j <= b.len; j++)
		above[j] = before[j] = j;
	for (unsigned i = 1; i <= a.len; i++) {
		row[0] = i;
		for (unsigned j = 1; j <= b.len; j++) {
			unsigned best = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);

			best = above[j] + 1 < best ? above[j] + 1 : best;
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
				a.at[i - 2] == b.at[j - 1] && before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
		unsigned *spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[b.len];
}

uint32_t nearest_unlike(struct span word, const char *candidate)
{
	struct span meant = span_of(candidate);

	if (word.len < 2 || word.len > WORD_MOST || meant.len < 2 || meant.len > WORD_MOST)
		return UINT32_MAX;
	if (span_starts(meant, word) && word.len > 3)
		return 1;
	unsigned far = edits(word, meant);
	return far <= 1 + meant.len / 5 ? far : UINT32_MAX;
}
