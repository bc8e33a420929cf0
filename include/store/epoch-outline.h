#ifndef DEPECHE_STORE_EPOCH_OUTLINE_H
#define DEPECHE_STORE_EPOCH_OUTLINE_H

/*
 * What an article is, for whoever does not show its text: a text that has to be unpacked costs a
 * hundred times what all the rest does.
 */

#include "store/epoch.h"

/* Text and saved may be empty, though the stretches of it lie where they do. There as long as the
 * article. */
const struct article *epoch_outline(const struct epoch *, article_id);
struct span epoch_source(const struct epoch *, article_id);
enum origin epoch_title_from(const struct epoch *, article_id);

#endif
