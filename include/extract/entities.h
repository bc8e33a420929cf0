#ifndef DEPECHE_EXTRACT_ENTITIES_H
#define DEPECHE_EXTRACT_ENTITIES_H

/*
 * Organisations and places in a stretch whose persons are known: by the labels of the tagger
 * where there are any, else by the lists of the gazetteer.  Private to the names and their tests.
 */

#include "extract/tagger.h"

/* Both append marks in order.  names: those of the article so far, from first on those of the
 * stretch; what they take for a person is none here. */
void entities_tagged(struct stretch *, const struct tag *, const struct name_marks *names,
	uint32_t first, struct entity_marks *, struct arena *);
void entities_listed(struct stretch *, const struct name_marks *names, uint32_t first,
	struct entity_marks *, struct arena *);

#endif
