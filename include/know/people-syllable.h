#ifndef DEPECHE_KNOW_PEOPLE_SYLLABLE_H
#define DEPECHE_KNOW_PEOPLE_SYLLABLE_H

/*
 * Chinese and Korean given names, which stand behind the surname and are transcribed syllable by
 * syllable: pinyin and the system of Palladius (Jinping, Цзиньпин), the many Korean ones (Jong-un,
 * Dzong Un, Чен Ын).  One key for all of them.
 */

#include "base/arena.h"

/* The key of the words behind a surname; declined: in a language that may put an ending of a case
 * behind the last of them. */
struct span syllable_key(struct span surname, struct span given, bool declined, struct arena *);

#endif
