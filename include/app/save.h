#ifndef DEPECHE_APP_SAVE_H
#define DEPECHE_APP_SAVE_H

/*
 * Articles into a file, in one of the formats of writer.h.  What was there is replaced only when
 * the new file is whole; nothing is ever written over an article of the archive.
 */

#include "app/helper.h"
#include "app/writer.h"
#include "base/fault.h"

struct save {
	const struct epoch *epoch;
	const article_id *ids;
	uint32_t count;
	const struct writer *writer;
	const struct helper *helper; /* makes the file */
	/* Asked before each article, with how many are written; false: what was begun is thrown
	 * away. Null: nobody stops it; a database asks nobody. */
	bool (*goes_on)(void *whom, uint32_t done, uint32_t count);
	void *whom;
};

/* Fails: ERR_USAGE (the path is an article of the archive), ERR_IO (and when it was stopped). */
enum err save_write(const struct save *, const char *path, struct fault *why);

#endif
