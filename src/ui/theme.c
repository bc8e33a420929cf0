#include "ui/theme.h"

/* clang-format off */
#define STYLE_LOOK(name, letter, bits, plain_bits, colour) \
	[STYLE_##name] = { letter, bits, plain_bits, colour },
/* clang-format on */

static const struct {
	char letter;
	unsigned bits, plain_bits;
	int colour;
} styles[STYLE_COUNT] = {STYLES(STYLE_LOOK)};

struct look theme_look(enum style style, bool selected, bool colours)
{
	struct look look = {
		.bits = colours ? styles[style].bits : styles[style].plain_bits,
		.colour = colours ? styles[style].colour : COLOUR_OWN,
	};
	if (!selected)
		return look;
	/* In reverse, a colour or dim letters would be hard to read. */
	return (struct look){(look.bits & ~(unsigned)LOOK_DIM) | LOOK_REVERSE, COLOUR_OWN};
}

char theme_letter(enum style style)
{
	return styles[style].letter;
}
