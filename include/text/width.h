#ifndef DEPECHE_TEXT_WIDTH_H
#define DEPECHE_TEXT_WIDTH_H

/*
 * How many terminal cells text takes, by grapheme cluster: 0 never (a cluster without width is
 * given a cell), 1, or 2.  Everything that could harm or confuse a terminal counts as one cell,
 * because it is shown as one: C0 and C1 controls, DEL, bidirectional controls, the soft hyphen,
 * U+FFFE and friends.
 */

#include "base/arena.h"

/* Signs that only say where a line may break (U+200B, U+2060, U+FEFF) are part of the cluster
 * before them; where none stands before, they are one of their own, like an accent alone.
 * Source: Unicode Standard Annex 29, by libunistring, families and flags included.
 * The end of the cluster that begins at start (start < text.len), and its cells in *width. */
size_t cluster_end(struct span text, size_t start, int *width);
/* Whether nothing at this place can join what is before it, as a look at one byte tells: false
 * only says that more must be looked at. */
bool width_is_apart(struct span text, size_t at);
/* Whether the code point must not reach a terminal as it is. */
bool width_is_harmful(uint32_t point);

int width_of(struct span text); /* cells */
/* The longest prefix of whole clusters in at most width cells: its bytes; cells in *used. */
size_t width_cut(struct span text, int width, int *used);
/* text cut to width cells, its last cell an ellipsis where something was cut. */
struct span width_clip(struct span text, int width, struct arena *arena);
/* A copy in which every harmful code point is a visible mark: U+2400 + c for C0 controls,
 * U+FFFD for the rest and for bad bytes; line feeds and tabs become a blank.  For whatever
 * leaves to a terminal. */
struct span harmless(struct span text, struct arena *arena);

#endif
