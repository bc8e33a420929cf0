#ifndef DEPECHE_ARTICLE_PORTION_H
#define DEPECHE_ARTICLE_PORTION_H

/*
 * A file with an object of JSON on every line, in portions that end where lines do.  Each can be
 * read without the others, by any thread and in any order; one after the other they have the
 * articles that format_read finds in the whole.  These have the path of the file still: their
 * number, see item_path, is known only once those before them have been counted.
 */

#include "article/format.h"
#include "article/page.h"

/* Bytes of a portion, and what is left of its last line. */
#define PORTION_LEN ((size_t)128 << 10)

/* Of one portion, or of several. */
struct portion_count {
	uint32_t found, refused; /* entries with an article, without one */
	bool is_cut;             /* the last entry of the file is not whole */
};

void portion_add(struct portion_count *sum, const struct portion_count *);

struct portion_reading;

/* Adds the portions of the file; false when it is another file, or is read faster whole. Owns: what
 * they point into is bytes, or in the arena. Cost: all bytes are looked at. */
bool portions_cut(struct span bytes, const char *path, struct span_list *portions, struct arena *);

/* Owns: in the arena, as the articles. */
struct portion_reading *portion_read(
	struct span portion, const char *path, struct vocabulary *, struct arena *);
/* Null at the end. Counts what it came by. */
struct article *portion_next(struct portion_reading *, struct portion_count *);

/* All were read.  As format_read says it of the whole. */
enum err portions_end(const struct portion_count *, struct fault *why);

#endif
