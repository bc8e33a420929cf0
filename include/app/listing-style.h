#ifndef DEPECHE_APP_LISTING_STYLE_H
#define DEPECHE_APP_LISTING_STYLE_H

/*
 * Bold and dim in what the commands print, where that is wished for.  Private to the floor.
 */

#include "app/listing.h"

#define LISTING_BOLD "\033[1m"
#define LISTING_DIM "\033[2m"
#define LISTING_PLAIN "\033[0m"

/* From here on. */
static inline void listing_style(const struct listing *listing, struct buf *buf, const char *style)
{
	if (listing->colour)
		buf_text(buf, style);
}

#endif
