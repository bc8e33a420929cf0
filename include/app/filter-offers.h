#ifndef DEPECHE_APP_FILTER_OFFERS_H
#define DEPECHE_APP_FILTER_OFFERS_H

/*
 * What is offered while a filter is typed: on an empty line the names of the operators; inside
 * one its values in this archive; for a plain word the people, organisations, places and sources
 * that it may mean; for a day in words that day as one of publication and as one that is spoken
 * of.  Private to the floor.
 */

#include "app/app.h"

/* Offers anew for what stands before the cursor. */
void filter_offer(struct app *);
/* Names of the archive's people, for a prompt that asks for one. */
void filter_offer_people(struct app *);
/* Names of its sources. */
void filter_offer_sources(struct app *);

#endif
