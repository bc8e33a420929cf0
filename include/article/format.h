#ifndef DEPECHE_ARTICLE_FORMAT_H
#define DEPECHE_ARTICLE_FORMAT_H

/*
 * The kinds of file that hold articles.  A format is recognised by content, then by name; the
 * first of the table that recognises the file reads it.  Reading decodes the bytes and lays the
 * article out; it cannot see other files.
 */

#include "article/article.h"
#include "base/fault.h"
#include "base/vec.h"
#include "text/vocabulary.h"

VEC_OF(struct article *, article_list);

struct format {
	const char *name; /* for messages: "text" */
	bool (*recognises)(struct span head, const char *path);
	/* Appends the file's articles.  OK with words in why: some of what it holds could not be
	 * read.  Fails: ERR_FORMAT (not what it seemed), ERR_LIMIT. */
	enum err (*read)(struct span bytes, const char *path, struct vocabulary *, struct arena *,
		struct article_list *, struct fault *why);
	bool holds_many; /* one file is an archive: it may be FORMAT_MANY times as large */
};

#define FORMAT_MANY 16u

/* The first bytes that recognising needs. */
#define FORMAT_HEAD_LEN (64u << 10)

/* Whether a path is passed over by its name alone (dot-files, pictures, fonts, style sheets,
 * programs, archives…). */
bool format_is_passed_over(const char *path);

/* The format of a file; null when it is plainly no text. */
const struct format *format_of(struct span head, const char *path);

/* Before several threads read: two that are the first to ask libxml2 for something can wait for
 * each other for ever.  Once is enough, more does no harm. */
void format_begin(void);

/* Reads a whole file with the format that fits.  Owns: articles and their texts are in the
 * arena; bytes may be given back afterwards.  Fails: ERR_ABSENT (empty), ERR_FORMAT (no text),
 * ERR_LIMIT. */
enum err format_read(struct span bytes, const char *path, struct vocabulary *, struct arena *,
	struct article_list *, struct fault *why);

#endif
