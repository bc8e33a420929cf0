#ifndef DEPECHE_STORE_RECORD_H
#define DEPECHE_STORE_RECORD_H

/*
 * An article with the marks that were found in it, as bytes without pointers: what is kept of it
 * between two starts, and what it is opened from when it is shown.  The words it is made of are
 * not in it (terms, prints of lines, counts): those who want them ask record_count, which costs a
 * fraction of finding the marks.  Nor is its path, nor what the reader put right.
 */

#include "base/buf.h"
#include "extract/evidence.h"
#include "extract/words.h"

/* Adds the article's record.  The article must be as it was read: without corrections. */
void record_pack(struct buf *, const struct article *, const struct evidence *);

/* False for bytes that are no record: every mark lies in the text, on its character boundaries,
 * in order.  Owns: all in the arena, but the path, which is kept as it is; the bytes may be given
 * back.  Shape: terms, line_prints and word_count are empty. */
bool record_unpack(
	struct span bytes, const char *path, struct article **, struct evidence **, struct arena *);
/* The text alone, where it lies in the bytes; false as above. */
bool record_text(struct span bytes, struct span *text);

/* Terms, prints and the count of the words, into evidence that was unpacked.  Owns: as extract. */
void record_count(const struct article_words *, struct evidence *, struct arena *);

#endif
