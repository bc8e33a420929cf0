#ifndef DEPECHE_KNOW_PEOPLE_ABJAD_H
#define DEPECHE_KNOW_PEOPLE_ABJAD_H

/*
 * Persons in scripts that have no capitals and write few vowels or none: Arabic, Persian, Hebrew,
 * Hindi.  Such a text tells nobody which words are a name; but whom the archive names in full in
 * Latin letters is found there by the consonants of both names, in their order, where the vowels
 * that are written agree.  Never found so: names of few consonants, surnames alone, and whom two
 * persons' names could mean.
 */

#include "know/people-resolve.h"

/* Adds candidates to the lists of documents in such scripts, and their forms.  To be called when
 * persons are joined.  Cost: linear in the text of these documents. */
void abjad_find(struct candidate_list *lists, const struct document *, const uint8_t *const *kinds,
	uint32_t count, struct group *, struct forms *);

#endif
