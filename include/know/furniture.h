#ifndef DEPECHE_KNOW_FURNITURE_H
#define DEPECHE_KNOW_FURNITURE_H

/*
 * Lines that stand in many articles of one source are furniture, whatever each article alone
 * makes of them.  Only ever turns body into furniture, never back, and never the whole body.
 * Copies of one article are no evidence: a line counts once for all articles with the same
 * body.
 */

#include "extract/evidence.h"

/* kinds[i][l]: the kind of line l of document i (enum line_kind); in the arena. Shares the
 * article's own judgement where nothing changed. */
void furniture_make(const struct document *documents, uint32_t count, uint8_t **kinds,
	struct arena *);

#endif
