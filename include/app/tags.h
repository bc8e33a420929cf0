#ifndef DEPECHE_APP_TAGS_H
#define DEPECHE_APP_TAGS_H

/*
 * Giving the selected article tags and taking them away, by a prompt that knows the tags in use.
 * Several may be typed with commas between them.  Private to the floor, but for the offer.
 */

#include "app/app.h"

/* What Tab puts there, for beside the prompt: "Tab: élections, New START"; "" for nothing. */
const char *tags_offer(const struct app *, struct arena *);

/* Whether the prompt is about tags. */
bool tags_is_asked(const struct app *);
/* Whether the key was one that only this prompt knows. */
bool tags_key(struct app *, uint32_t key);
void tags_edited(struct app *);
void tags_accepted(struct app *);
void tags_cancelled(struct app *);

/* "élections, New START"; empty: none. */
struct span tags_line(const struct app *, struct digest, struct arena *);

/* known: as the journal spells it, null: nobody has it. */
bool tags_has(const struct app *, struct digest, const char *known);
/* Gives a tag to those whose file has these bytes, or takes it away; it can be undone.  True when
 * that changed something; says why it could not be. */
bool tags_set(struct app *, struct digest, const char *tag, bool on);
/* The same, but for undoing itself. */
void tags_restore(struct app *, const struct change *);

#endif
