#ifndef DEPECHE_STORE_SEALED_H
#define DEPECHE_STORE_SEALED_H

/*
 * What an epoch keeps packed, each description for both ways (see parcel.h).  What lies in columns
 * or on shelves of the epoch is not in the parcels.
 */

#include "know/roles.h"
#include "store/parcel.h"
#include "store/epoch.h"

/* All but path, digest, text, language, title and where it is from, source and corrections.  When
 * opening, the text must be there.  The stamps are left out: they did what they are for when the
 * day was worked out. */
void article_parcel(struct parcel *, struct article *);
/* All but the day of publication, the kinds of the lines, the people and their number, the count
 * of words and the place. */
void facts_parcel(struct parcel *, struct facts *);
/* All but slug and name. */
void actor_parcel(struct parcel *, struct actor *);
void entity_parcel(struct parcel *, struct entity *);

/* The last step of making an epoch: what is left is laid on shelves, and what was needed to make
 * it is given back. */
void epoch_seal(struct epoch *);
void epoch_raw_close(struct epoch *);

#endif
