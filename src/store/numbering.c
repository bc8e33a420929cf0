#include "store/numbering.h"

void numbering_init(struct numbering *numbering, const struct vocabulary *vocabulary)
{
	*numbering = (struct numbering){.vocabulary = vocabulary};
	arena_init(&numbering->arena);
}

void numbering_clear(struct numbering *numbering)
{
	arena_clear(&numbering->arena);
}

void numbering_widen(struct numbering *numbering, uint32_t forms, uint32_t stems)
{
	while (numbering->forms.count < forms)
		vec_push(&numbering->arena, &numbering->forms);
	while (numbering->terms.count < stems)
		vec_push(&numbering->arena, &numbering->terms);
}
