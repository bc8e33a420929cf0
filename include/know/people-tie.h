#ifndef DEPECHE_KNOW_PEOPLE_TIE_H
#define DEPECHE_KNOW_PEOPLE_TIE_H

/*
 * Why a form is thought to name a person: what ties it to the form that the person is shown by.
 * Every form of an actor has its tie, and every mention says by which rule it was tied.
 */

#include "base/arena.h"

#include <stdint.h>

/* The surest first. */
enum tie_rule {
	TIE_SHOWN,    /* it is the form that is shown */
	TIE_READER,   /* the reader's people file says so */
	TIE_SPELLING, /* given name and surname have the same spelling key */
	TIE_ENDING,   /* they have without the ending of a case */
	TIE_ALIKE,    /* the surname has, and the given name is another form of the same name */
	TIE_SCRIPT,   /* the surname has, and given names in two scripts sound alike */
	TIE_MIDDLE,   /* there is one such person with a middle initial */
	TIE_CUT,      /* one article has the name both whole and cut short */
	TIE_INITIAL,  /* there is one such person whose given name begins so */
	TIE_PRESENT,  /* a surname of somebody whom the article names in full */
	TIE_CALLED,   /* a given name of somebody whom the article names in full */
	TIE_BEARER,   /* a surname that one person in the archive has */
	TIE_ALONE,    /* a surname that a title or a function speaks for, and no more is known */
	TIE_RULE_COUNT
};

struct tie {
	enum tie_rule rule;
	uint32_t line; /* of the people file, from 1; 0: none */
};

/* In a few words, to stand behind the form: "only bearer of the surname in the archive". */
const char *tie_words(struct tie, struct arena *);

#endif
