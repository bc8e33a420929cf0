#ifndef DEPECHE_KNOW_PEOPLE_BONES_H
#define DEPECHE_KNOW_PEOPLE_BONES_H

/*
 * A full name as the skeletons of its words, without the small words, articles and servants
 * ("ben", "al-", "Abdel") that not all languages write.
 */

#include "know/people-form.h"
#include "know/people-skeleton.h"

#define BONES_MOST 4u /* words; names of more have none */

struct bones {
	struct skeleton words[BONES_MOST];
	uint32_t count;
};

/* Of a form in Latin letters; false when they are too few to tell it from others. */
bool bones_latin(const struct name_form *, struct bones *, struct arena *scratch);
/* Whether there are enough words and consonants for a name. */
bool bones_enough(const struct bones *);
/* The consonants, word by word. */
struct span bones_key(const struct bones *, struct arena *);
/* Whether names with equal keys agree in the vowels that the second one writes. */
bool bones_agree(const struct bones *latin, const struct bones *abjad);

#endif
