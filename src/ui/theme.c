#include "ui/theme.h"

/* clang-format off */
#define STYLE_LOOK(name, letter, bits, plain_bits, colour) \
	[STYLE_##name] = { letter, bits, plain_bits, colour },
/* clang-format on */

static const struct {
	char letter;
	unsigned bits, plain_bits;
	enum colour colour;
} styles[STYLE_COUNT] = {STYLES(STYLE_LOOK)};

/* clang-format off */
static const struct palette palettes[THEME_COUNT] = {
	[THEME_DEFAULT] = {{-1, 6, -1, -1, 0}, -1},
	[THEME_LIGHT] = {{235, 24, 24, 240, 255}, 255},
	[THEME_DARK] = {{252, 80, 80, 246, 234}, 234},
	[THEME_CONTRAST] = {{231, 226, 226, 253, 16}, 16},
	[THEME_MONO] = {{-1, -1, -1, -1, -1}, -1},
};
/* clang-format on */

const struct palette *theme_palette(enum theme theme)
{
	return &palettes[theme];
}

int theme_ground(enum theme theme, enum colour colour)
{
	const struct palette *palette = &palettes[theme];

	return colour == COLOUR_HIT ? palette->letters[COLOUR_ACCENT] : palette->background;
}

struct look theme_look(enum theme theme, enum style style, bool selected)
{
	bool own = palettes[theme].background >= 0;
	bool plain = theme == THEME_MONO || (styles[style].colour == COLOUR_WORD && !own);
	struct look look = {
		.bits = plain ? styles[style].plain_bits : styles[style].bits,
		.colour = plain ? COLOUR_OWN : styles[style].colour,
	};

	/* In reverse, a colour or dim letters would be hard to read. */
	if (selected)
		return (struct look){(look.bits & ~(unsigned)LOOK_DIM) | LOOK_REVERSE, COLOUR_OWN};
	if (own && look.bits & LOOK_DIM) {
		look.bits &= ~(unsigned)LOOK_DIM;
		look.colour = COLOUR_FAINT;
	}
	return look;
}

char theme_letter(enum style style)
{
	return styles[style].letter;
}
