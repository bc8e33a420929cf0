#ifndef DEPECHE_UI_THEME_H
#define DEPECHE_UI_THEME_H

/*
 * Styles by meaning, and how each looks in each theme.  The usual one takes a single one of the
 * sixteen colours, on the terminal's own background; those with a background of their own take
 * numbers that are the same colours everywhere.  Every meaning also has a sign or an attribute of
 * its own, so that nothing is lost without colours.  Bold never goes with a colour (many terminals
 * make that the bright colour), and nothing depends on dim, which some show and some do not.
 * On a ground that we do not choose the colour may be pale: there only signs and rules have it, a
 * word never does, and what is found in a text is dark letters on it, which all palettes can show.
 */

#include "app/settings.h"

/* _(ENUM, letter in pictures, attributes, attributes without colour, colour) */
#define STYLES(_)                                                                                  \
	_(TEXT, ' ', 0, 0, COLOUR_OWN)                                                             \
	_(STRONG, 'B', LOOK_BOLD, LOOK_BOLD, COLOUR_OWN)                                           \
	_(DIM, 'd', LOOK_DIM, LOOK_DIM, COLOUR_OWN)                                                \
	_(ACCENT, 'a', 0, LOOK_BOLD, COLOUR_ACCENT)                                                \
	_(TITLE, 'T', LOOK_BOLD, LOOK_BOLD, COLOUR_OWN)                                            \
	_(LEAD, 't', 0, 0, COLOUR_OWN)                                                             \
	_(FACTS, 'f', LOOK_DIM, LOOK_DIM, COLOUR_OWN)                                              \
	_(HEADING, 'H', LOOK_BOLD, LOOK_BOLD, COLOUR_OWN)                                          \
	_(CAPTION, 'c', LOOK_DIM | LOOK_ITALIC, LOOK_DIM | LOOK_ITALIC, COLOUR_OWN)                \
	_(FURNITURE, 'u', LOOK_DIM, LOOK_DIM, COLOUR_OWN)                                          \
	_(MENTION, 'm', LOOK_UNDERLINE, LOOK_UNDERLINE, COLOUR_OWN)                                \
	_(CHOSEN, 'M', LOOK_UNDERLINE, LOOK_BOLD | LOOK_UNDERLINE, COLOUR_WORD)                    \
	_(QUOTE, 'q', LOOK_ITALIC, LOOK_ITALIC, COLOUR_OWN)                                        \
	_(SAID, 'Q', LOOK_BOLD | LOOK_ITALIC, LOOK_BOLD | LOOK_ITALIC, COLOUR_OWN)                 \
	_(FUNCTION, 'n', LOOK_DIM | LOOK_UNDERLINE, LOOK_DIM | LOOK_UNDERLINE, COLOUR_OWN)         \
	_(OWN, 'o', LOOK_UNDERLINE, LOOK_UNDERLINE, COLOUR_OWN)                                    \
	_(DAY, 'y', LOOK_DIM | LOOK_UNDERLINE, LOOK_DIM | LOOK_UNDERLINE, COLOUR_OWN)              \
	_(LINK, 'l', LOOK_DIM | LOOK_UNDERLINE, LOOK_DIM | LOOK_UNDERLINE, COLOUR_OWN)             \
	_(HIT, 'h', 0, LOOK_BOLD | LOOK_UNDERLINE, COLOUR_HIT)                                     \
	_(FOUND, 's', LOOK_BOLD | LOOK_UNDERLINE, LOOK_BOLD | LOOK_UNDERLINE, COLOUR_OWN)          \
	_(CURRENT, 'R', LOOK_REVERSE, LOOK_REVERSE, COLOUR_OWN)                                    \
	_(INCLUDED, '+', 0, LOOK_BOLD, COLOUR_WORD)                                                \
	_(EXCLUDED, '-', LOOK_STRUCK, LOOK_STRUCK, COLOUR_OWN)                                     \
	_(BAR, '=', 0, 0, COLOUR_OWN)                                                              \
	_(RULE, '.', LOOK_DIM, LOOK_DIM, COLOUR_OWN)                                               \
	_(RULE_FOCUS, '!', 0, 0, COLOUR_ACCENT)                                                    \
	_(KEY, 'k', LOOK_BOLD, LOOK_BOLD, COLOUR_OWN)                                              \
	_(MESSAGE, 'g', LOOK_BOLD, LOOK_BOLD, COLOUR_OWN)

#define STYLE_ENUM(name, ...) STYLE_##name,
enum style { STYLES(STYLE_ENUM) STYLE_COUNT };
#undef STYLE_ENUM

enum look_bits {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_UNDERLINE = 4,
	LOOK_REVERSE = 8,
	LOOK_ITALIC = 16,
	LOOK_STRUCK = 32
};

/* What a colour is for; the palette says which it is. */
enum colour {
	COLOUR_OWN,
	COLOUR_ACCENT, /* of signs and rules */
	COLOUR_WORD,   /* the same, of words; only on a ground of the theme's own */
	COLOUR_FAINT,
	COLOUR_HIT, /* the accent is the ground */
	COLOUR_COUNT
};

#define PALETTE_FIXED 16 /* numbers from here on are the same colours everywhere */

/* Numbers of the terminal's palette; -1: its own. */
struct palette {
	int letters[COLOUR_COUNT];
	int background; /* but of hits, whose ground is the accent */
};

struct look {
	unsigned bits;      /* of enum look_bits */
	enum colour colour; /* of the letters */
};

/* selected: the cell lies in the row on which the focus is. */
struct look theme_look(enum theme, enum style, bool selected);
const struct palette *theme_palette(enum theme);
/* What the letters of a colour stand on. */
int theme_ground(enum theme, enum colour);
/* The letter that stands for the style in pictures. */
char theme_letter(enum style);

#endif
