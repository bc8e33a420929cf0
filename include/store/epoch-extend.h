#ifndef DEPECHE_STORE_EPOCH_EXTEND_H
#define DEPECHE_STORE_EPOCH_EXTEND_H

/*
 * New articles on the screen before the archive is worked out with them.  What is known of the
 * others stays as it is: nobody's forms are joined anew, no story grows, no year is worked out
 * again.  Articles of changed files, and of those that are no longer there, are no longer here
 * (epoch-walk.h): their ids stay free.  Whom the new articles name is who has the same slug, or
 * somebody new; functions that they give to those who were known, and organisations and places that
 * were not, come with the final epoch.
 */

#include "store/epoch.h"

/* Both must be sealed; the first is none that was made so, and outlives this epoch, which shares
 * what is long with it and cannot be written.  The articles of the first keep their ids, those of
 * the other come behind; so do actors.  gone: articles of the first that are
 * no longer here, rising, each once.  Only flat arrays of the first are read: it may be asked
 * meanwhile.  Cost: copying some short columns, under 100 bytes an article and a few a word and a
 * person; the second is analysed article by article. */
struct epoch *epoch_extend(const struct epoch *, const struct epoch *more, const article_id *gone,
	uint32_t gone_count);

#endif
