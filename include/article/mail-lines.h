#ifndef DEPECHE_ARTICLE_MAIL_LINES_H
#define DEPECHE_ARTICLE_MAIL_LINES_H

/*
 * What mail adds to the article that it carries: "Fwd:" before its title, the head of the message
 * that was sent on, and the lines of a newsletter that speak of the newsletter: how it is seen in a
 * browser, who gets it, how one leaves it.  In French, English, German, Spanish and Italian.
 * Private to the floor.
 */

#include "article/article.h"

/* The subject without "Re:", "Fwd:", "TR :" before it. */
struct span mail_title(struct span subject);

/* The message that was sent on, as its head in the text tells; empty: not told. */
struct mail_forward {
	struct span from, date, subject;
};

/* Whether a text has such a head within its first lines.  Shape: spans are in the text. */
bool mail_forward_find(struct span text, struct mail_forward *);

/* Makes furniture of the body's lines that are the mail's and not the article's. */
void mail_lines_mark(struct span text, struct line *lines, uint32_t count);

#endif
