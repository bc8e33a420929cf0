#ifndef DEPECHE_TRAIN_GOLD_H
#define DEPECHE_TRAIN_GOLD_H

/*
 * Which files are one event, from a JSON object with the key "events": lists of lists of paths.
 */

#include "base/map.h"

#define GOLD_NONE UINT32_MAX

struct gold {
	struct map events; /* path → event, from 0 */
};

void gold_read(struct gold *, const char *path, struct arena *);
/* The event of the file whose path ends so; GOLD_NONE. */
uint32_t gold_event(const struct gold *, const char *path);

#endif
