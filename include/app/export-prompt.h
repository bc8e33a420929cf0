#ifndef DEPECHE_APP_EXPORT_PROMPT_H
#define DEPECHE_APP_EXPORT_PROMPT_H

/*
 * Writing what is shown into a file, from the screen: the format goes by the name's extension,
 * and a file that is there is written over only after a yes.
 */

#include "app/app.h"

/* The command line's :export. */
enum err export_command(struct app *, struct span path, struct query_fault *wrong);
/* Paths that begin so. */
void export_complete(struct app *, struct span path, struct offers *);
/* Writes what was asked for and says how it went; the outside calls it (see app_requests) and is
 * asked before each article whether to go on, see struct save; null: it always does. */
void export_now(
	struct app *, bool (*goes_on)(void *whom, uint32_t done, uint32_t count), void *whom);

#endif
