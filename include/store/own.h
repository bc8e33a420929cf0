#ifndef DEPECHE_STORE_OWN_H
#define DEPECHE_STORE_OWN_H

/*
 * What the person who reads has made of the articles of an epoch: read, starred, noted, tagged.
 * It is what is:, has:note and tag: ask.  A new epoch knows of none: whoever keeps the marks
 * tells it when it comes, and again at each change.  The one thing of an epoch that changes;
 * asked and told by one thread.
 */

#include "store/epoch.h"

enum own_mark { OWN_READ, OWN_STARRED, OWN_NOTE, OWN_MARK_COUNT };

struct own;

/* For so many articles, nothing of which is marked; gone: a bit for each that never will be, null:
 * none.  Owns: the arena and those bits must outlive it. */
struct own *own_make(uint32_t count, const uint64_t *gone, struct arena *);
/* Belongs to the epoch and ends with it. */
struct own *epoch_own(const struct epoch *);

void own_set(struct own *, enum own_mark, article_id, bool on);
bool own_has(const struct own *, enum own_mark, article_id);
uint32_t own_count(const struct own *, enum own_mark); /* articles */

/* A tag's number, a new one if there is none that reads so, case and accents aside; the first
 * spelling is kept.  One that no article has can be asked for too. */
uint32_t own_tag(struct own *, struct span name);
uint32_t own_tag_count(const struct own *);
const char *own_tag_name(const struct own *, uint32_t tag);
void own_tag_set(struct own *, uint32_t tag, article_id, bool on);
bool own_tagged(const struct own *, uint32_t tag, article_id);
/* A bit each. */
const uint64_t *own_tag_articles(const struct own *, uint32_t tag);

#endif
