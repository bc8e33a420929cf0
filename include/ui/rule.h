#ifndef DEPECHE_UI_RULE_H
#define DEPECHE_UI_RULE_H

/*
 * Rules between panes: a cell has arms to its four sides, each light or heavy, and arms that
 * meet make one glyph.
 */

#include <stdint.h>

enum rule_side { RULE_UP = 0, RULE_RIGHT = 2, RULE_DOWN = 4, RULE_LEFT = 6 }; /* shifts */
enum rule_weight { RULE_NONE, RULE_LIGHT, RULE_HEAVY };

/* arms with one more; a heavy arm stays heavy. */
uint8_t rule_with(uint8_t arms, enum rule_side, enum rule_weight);
/* The box-drawing character; a blank for no arms. */
uint32_t rule_point(uint8_t arms);

#endif
