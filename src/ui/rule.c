#include "ui/rule.h"

#define ARMS(r, l) ((r) << RULE_RIGHT | (l) << RULE_LEFT)
#define UP (RULE_LIGHT << RULE_UP)
#define DOWN (RULE_LIGHT << RULE_DOWN)
#define BOTH (UP | DOWN)

/* Vertical rules are light; horizontal ones are heavy where the focus is below them.  An arm alone
 * is the end of a rule, which fills its cell. */
/* clang-format off */
static const uint16_t points[256] = {
	[0] = ' ',
	[ARMS(0, 1)] = 0x2500, [ARMS(0, 2)] = 0x2501, [ARMS(1, 0)] = 0x2500, [ARMS(2, 0)] = 0x2501,
	[ARMS(1, 1)] = 0x2500, [ARMS(2, 2)] = 0x2501, [ARMS(2, 1)] = 0x257C, [ARMS(1, 2)] = 0x257E,

	[UP] = 0x2502,
	[UP | ARMS(0, 1)] = 0x2518, [UP | ARMS(0, 2)] = 0x2519,
	[UP | ARMS(1, 0)] = 0x2514, [UP | ARMS(2, 0)] = 0x2515,
	[UP | ARMS(1, 1)] = 0x2534, [UP | ARMS(2, 2)] = 0x2537,
	[UP | ARMS(2, 1)] = 0x2536, [UP | ARMS(1, 2)] = 0x2535,

	[DOWN] = 0x2502,
	[DOWN | ARMS(0, 1)] = 0x2510, [DOWN | ARMS(0, 2)] = 0x2511,
	[DOWN | ARMS(1, 0)] = 0x250C, [DOWN | ARMS(2, 0)] = 0x250D,
	[DOWN | ARMS(1, 1)] = 0x252C, [DOWN | ARMS(2, 2)] = 0x252F,
	[DOWN | ARMS(2, 1)] = 0x252E, [DOWN | ARMS(1, 2)] = 0x252D,

	[BOTH] = 0x2502,
	[BOTH | ARMS(0, 1)] = 0x2524, [BOTH | ARMS(0, 2)] = 0x2525,
	[BOTH | ARMS(1, 0)] = 0x251C, [BOTH | ARMS(2, 0)] = 0x251D,
	[BOTH | ARMS(1, 1)] = 0x253C, [BOTH | ARMS(2, 2)] = 0x253F,
	[BOTH | ARMS(2, 1)] = 0x253E, [BOTH | ARMS(1, 2)] = 0x253D,
};
/* clang-format on */

uint8_t rule_with(uint8_t arms, enum rule_side side, enum rule_weight weight)
{
	unsigned old = (unsigned)arms >> side & 3u;
	unsigned heavier = old > (unsigned)weight ? old : (unsigned)weight;
	return (uint8_t)((arms & ~(3u << side)) | heavier << side);
}

uint32_t rule_point(uint8_t arms)
{
	return points[arms] ? points[arms] : ' ';
}
