#ifndef DEPECHE_APP_WHY_ROLE_H
#define DEPECHE_APP_WHY_ROLE_H

/*
 * Why a function stands for somebody, and which functions somebody held: lines of an answer, each
 * with the place that says so, in whichever article it is.
 */

#include "app/why.h"

/* Which reading says that the function of a mention of HOW_ROLE is the actor's. */
void why_reading(struct why *, const struct mention *);
/* The functions of a person, each where it was read first. */
void why_roles(struct why *, uint32_t actor);

#endif
