#include "store/sought.h"

#include "store/bits.h"
#include "text/word.h"

/* How many of the words from here on are one of the terms; 0. */
static uint32_t stands_here(const struct sought *sought, const uint32_t *forms, uint32_t left)
{
	uint32_t most = 0;

	if (*forms == LEXICON_NONE || !bits_has(sought->first, *forms))
		return 0;
	for (uint32_t i = 0; i < sought->count; i++) {
		const struct sought_term *term = &sought->terms[i];
		uint32_t count = term->forms ? bits_has(term->forms, *forms)
				 : phrase_begins(&term->phrase, forms, left) ? term->phrase.count
									     : 0;
		most = count > most ? count : most;
	}
	return most;
}

uint32_t sought_in_text(
	const struct sought *sought, struct span text, struct extent **hits, struct arena *arena)
{
	struct words it = words_of(text);
	struct word word;
	uint32_t count = 0, inside = 0;

	if (sought->count == 0)
		return 0;
	struct phrase words = phrase_of(sought->epoch, text, arena);
	*hits = ARENA_ARRAY(arena, struct extent, words.count);
	for (uint32_t i = 0; i < words.count && words_next(&it, &word); i++) {
		uint32_t here = stands_here(sought, words.forms + i, words.count - i);
		if (here && inside == 0)
			(*hits)[count++] = (struct extent){word.start, word.end};
		inside = here > inside ? here : inside;
		if (inside) {
			(*hits)[count - 1].end = word.end;
			inside--;
		}
	}
	return count;
}
