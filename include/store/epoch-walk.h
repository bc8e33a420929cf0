#ifndef DEPECHE_STORE_EPOCH_WALK_H
#define DEPECHE_STORE_EPOCH_WALK_H

/*
 * For whoever walks many articles: what can be told of each without opening it, and how those that
 * must be opened are put away again.  A text may have to be unpacked, and lies there like an
 * article that was opened.
 */

#include "store/epoch.h"

/* A moment in the asking of an epoch. */
struct epoch_mark {
	struct arena_mark arena;
	uint32_t opened;
};

/* The articles and facts that were opened since the mark are put away by the rewind: nothing of
 * them may be held any longer. */
struct epoch_mark epoch_mark(const struct epoch *);
void epoch_rewind(const struct epoch *, struct epoch_mark);

/* In an epoch that came early articles may be missing whose files changed or went: their ids stay
 * free, and they are in no set.  How many articles are here: epoch_by_date has so many. */
uint32_t epoch_here(const struct epoch *);
bool epoch_is_here(const struct epoch *, article_id);

const char *epoch_path(const struct epoch *, article_id);
struct span epoch_title(const struct epoch *, article_id);
struct span epoch_text(const struct epoch *, article_id);
struct digest epoch_digest(const struct epoch *, article_id);
/* The first day of what is known of the day of publication; DAY_NONE. */
int32_t epoch_day(const struct epoch *, article_id);
/* As in struct facts. */
const uint32_t *epoch_people(const struct epoch *, article_id, uint32_t *count);
/* Of people: without opening what is known of them. */
const char *epoch_actor_slug(const struct epoch *, uint32_t actor);
const char *epoch_actor_name(const struct epoch *, uint32_t actor);

#endif
