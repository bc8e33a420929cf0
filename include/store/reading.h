#ifndef DEPECHE_STORE_READING_H
#define DEPECHE_STORE_READING_H

/*
 * A filter while it is read: the tree of what must hold, what is joined by OR, and what is in
 * parentheses.  Private to the reader of the filter language.
 */

#include "base/vec.h"
#include "store/query-text.h"

VEC_OF(struct clause, clause_list);
VEC_OF(const struct query *, query_list);

/* What stands between two parentheses, or at the top. */
struct level {
	struct clause_list all;    /* that must all hold */
	struct clause_list either; /* the last of them as it grows: what OR has joined so far */
	bool wants;                /* an OR waits for what follows it */
	size_t or_at;              /* where that is */
	bool exclude;              /* a minus stands before it */
	size_t start;              /* of its parenthesis */
};

struct reading {
	const struct epoch *epoch;
	struct span text;
	size_t at; /* byte of the text that is read next */
	bool live;
	struct level levels[QUERY_DEPTH_MOST + 1];
	uint32_t depth, clauses;
	struct arena *arena;
	struct query_fault *fault;
};

/* Whether everything was read. */
static inline bool reading_is_done(const struct reading *r)
{
	return r->at >= r->text.len;
}

/* A mistake in the bytes [start, end). */
enum err reading_wrong(struct reading *, enum err, size_t start, size_t end, const char *words);

/* One thing more, which was read from start on.  Fails: ERR_LIMIT. */
enum err reading_add(struct reading *, struct clause, size_t start);
/* A parenthesis is read that opens, that closes.  Fails: ERR_LIMIT, ERR_USAGE. */
enum err reading_open(struct reading *, bool exclude);
enum err reading_close(struct reading *);
/* An OR that begins at start.  Fails: ERR_USAGE. */
enum err reading_join(struct reading *, size_t start);
/* The whole: what is still open is an error, unless it is live.  Fails: ERR_USAGE, ERR_LIMIT. */
enum err reading_end(struct reading *, const struct query **);

#endif
