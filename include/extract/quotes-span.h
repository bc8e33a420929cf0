#ifndef DEPECHE_EXTRACT_QUOTES_SPAN_H
#define DEPECHE_EXTRACT_QUOTES_SPAN_H

/*
 * Which marks of a stretch belong together.  Marks of every kind may nest; only the outermost
 * pairs count.  A mark that nothing closes begins a quotation only if no other follows it in the
 * line, so that a lost mark costs one quotation and not the text behind it.  For extract/quotes
 * alone.
 */

#include "extract/quotes-words.h"

/* Whether a line holds marks at all. */
bool quotes_marked(struct span line);
/* Whether a dash opens speech in the line, as far as a verb of saying behind a sign tells. */
bool quotes_dashed(struct span line, enum language, struct arena *scratch);
/* Appends the words from the dash to a clause such as "dit-il" or "dit Anna", which must break
 * speech; to be called where a line holds no marks. */
void quotes_speech(struct stretch *, struct quote_spans *);
/* Appends the quotations, in order and apart; those of no word are left out.  The stretch's end
 * is that of its line where ends is true. */
void quotes_pair(struct stretch *, bool ends, struct quote_spans *);
/* Whether somebody's words stand between the marks: three words or more, and neither a name, a
 * title nor a charge, as far as the words before it tell.  *named: whether it stands in a row
 * with a title or a charge; is set to whether it is one. */
bool quotes_worth(struct passage *, uint32_t item, bool *named);

#endif
