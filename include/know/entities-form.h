#ifndef DEPECHE_KNOW_ENTITIES_FORM_H
#define DEPECHE_KNOW_ENTITIES_FORM_H

/*
 * The forms of names of organisations and places: a form is a kind and a folded spelling without
 * its article; a form that is an acronym goes with the only full name that it stands for.
 * Private to know/entities.
 */

#include "base/buf.h"
#include "base/map.h"
#include "know/people.h"

struct entity_form {
	enum entity_kind kind;
	uint32_t same_as; /* the full name that it is an acronym of; itself otherwise */
	bool several;     /* it is an acronym of different names */
};

struct entity_forms {
	struct map ids; /* kind and folded spelling → index */
	VEC(struct entity_form) list;
	struct arena *arena;
};

struct entity_candidate {
	const struct entity_mark *mark;
	uint32_t form;
};

VEC_OF(struct entity_candidate, entity_candidates);

void entity_forms_init(struct entity_forms *, struct arena *);
/* The marks that count, with their forms. */
struct entity_candidates entity_candidates_of(const struct document *, const uint8_t *kinds,
	const struct document_people *, struct entity_forms *);
/* Once all forms are there. */
void entity_forms_join(struct entity_forms *);
/* The form that stands for all of the entity's. */
uint32_t entity_forms_root(const struct entity_forms *, uint32_t form);
enum entity_kind entity_forms_kind(const struct entity_forms *, uint32_t form);

#endif
