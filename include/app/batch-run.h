#ifndef DEPECHE_APP_BATCH_RUN_H
#define DEPECHE_APP_BATCH_RUN_H

/*
 * A command that prints and ends, at work: what those of app/batch share, and the ones that have
 * a file of their own.  Private to the floor.
 */

#include "app/batch.h"
#include "app/listing.h"

enum { EXIT_OK, EXIT_NOTHING, EXIT_USAGE };

/* A command at work. */
struct batch {
	const struct options *options;
	const struct epoch *epoch;
	const struct helper *helper; /* makes the file of --output */
	FILE *out, *errors;
	struct arena arena; /* lives as long as the command */
	struct arena row;   /* of what is being printed */
	struct listing listing;
	int write_error; /* errno of the first write that failed; 0 */
};

/* Says what went wrong; the exit code for it. */
int batch_complain(struct batch *, const struct fault *);

/* A row to be filled, and printing it. */
struct buf batch_row(struct batch *);
void batch_print(struct batch *, const struct buf *);

uint32_t batch_limited(const struct batch *, uint32_t count); /* by --limit */
/* Runs the filter. What goes wrong is told, and is the exit code. */
int batch_select(struct batch *, struct result *, const struct query **);
/* The article that is meant by an ARTICLE. */
int batch_find(struct batch *, const char *spec, article_id *);

int batch_export(struct batch *);
int batch_person(struct batch *);
int batch_stories(struct batch *);
int batch_compare(struct batch *);

#endif
