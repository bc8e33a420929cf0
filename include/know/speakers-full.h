#ifndef DEPECHE_KNOW_SPEAKERS_FULL_H
#define DEPECHE_KNOW_SPEAKERS_FULL_H

/*
 * What an article means by a short name: the words of an acronym, whose office or document it
 * is, which association "l'association" is.  Each question passes over the article, or over a
 * stretch of it.  For know/speakers alone.
 */

#include "extract/evidence.h"

/* The words that an all-capitals name is short for where the article says so ("Autorité des
 * marchés (AMF)"), else the name itself. */
struct extent body_in_full(const struct article *, struct extent name, struct arena *);
/* The noun with what it is the office of, where the text says so: "gouvernement français". */
struct extent body_of_office(const struct article *, struct extent noun, struct arena *);
/* Whose the document is that a phrase names without saying so ("le communiqué"), where the text
 * shortly before does; none. */
struct extent body_of_document(const struct article *, struct extent phrase, struct arena *);
/* The name of an organisation that the article elsewhere calls by this noun ("l'entreprise
 * OneWeb" for "l'entreprise"); none. */
struct extent body_by_noun(const struct article *, struct extent noun, struct arena *);

#endif
