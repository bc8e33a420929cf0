#ifndef DEPECHE_ARTICLE_MAIL_H
#define DEPECHE_ARTICLE_MAIL_H

/*
 * Messages: newsletters and press reviews, one to a file (".eml", Maildir) or many (mbox).  Of what
 * a message holds, the text that a mail program would show is the article; what is attached is not
 * read.  Marks are kept by its Message-ID.
 *
 * Source: RFC 5322, 2045 to 2047, 3676 (format=flowed), 4155 (mbox).
 */

#include "article/format.h"

extern const struct format mail_format;

#endif
