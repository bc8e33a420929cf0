#ifndef DEPECHE_STORE_EPOCH_EXTEND_H
#define DEPECHE_STORE_EPOCH_EXTEND_H

/*
 * New articles on the screen before the archive is worked out with them.  What is known of the
 * others stays as it is: nobody's forms are joined anew, no story grows, no year is worked out
 * again.  Whom the new articles name is who has the same slug, or somebody new; functions that they
 * give to those who were known, and organisations and places that were not, come with the final
 * epoch.
 */

#include "store/epoch.h"

/* Both must be sealed.  The articles of the first keep their ids, those of the other come behind;
 * so do actors.  Owns: all, but the texts that the first has in the cache: it must outlive this
 * epoch.  Only flat arrays of the first are read: it may be asked meanwhile.  Cost: copying the
 * arrays of the first; the second is analysed article by article. */
struct epoch *epoch_extend(const struct epoch *, const struct epoch *more);

#endif
