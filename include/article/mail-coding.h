#ifndef DEPECHE_ARTICLE_MAIL_CODING_H
#define DEPECHE_ARTICLE_MAIL_CODING_H

/* How bytes are written in messages.  Total: what does not fit the coding is left as it is, or left
 * out.  Private to the floor. */

#include "base/buf.h"

/* Adds the bytes that BASE64 stands for. */
void mail_base64(struct span, struct buf *);
/* Adds the bytes that quoted-printable stands for; in words of a head "_" is a blank. */
void mail_quoted(struct span, bool in_head, struct buf *);
/* Bytes in an encoding that a message names, or none, as UTF-8. */
struct span mail_decode(struct span bytes, struct span charset, struct arena *);

#endif
